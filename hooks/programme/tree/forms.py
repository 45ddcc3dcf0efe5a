"""An activity's options → the form that is printed, and the room beside the points of its lists."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from programme.model.blocks import ActivityOptions
from programme.model.blocks import FormPart as Written
from programme.tree.nodes import (
    Block,
    Blocks,
    FormPart,
    ListOf,
    Room,
    Say,
    Scale,
    Space,
    Ticks,
    WriteBoxes,
    WriteLines,
    WriteTable,
)

LINES_WITHOUT_FORM = 4
"""An activity whose author wrote no form still gets room to write."""


def form(options: ActivityOptions) -> tuple[FormPart, ...]:
    """The parts that stand after the activity's text."""
    if not options.form:
        return (WriteLines((), LINES_WITHOUT_FORM),)
    return tuple(made for part in options.form for made in _part(part))


def _part(part: Written) -> Iterator[FormPart]:
    choices = part.choices or ()
    if part.lines:
        yield WriteLines((), part.lines)
    elif part.named_lines:
        yield WriteLines(part.named_lines, part.each or 1)
    elif part.boxes:
        yield WriteBoxes(part.boxes, part.each or 2, choices)
    elif part.ticks:
        yield Ticks(part.ticks, part.each or 0)
    elif part.table:
        yield WriteTable(part.table, part.rows or ("",) * (part.empty_rows or 1), choices)
    elif part.scale:
        yield Scale(part.scale)
    elif part.drawing:
        yield Space(part.drawing, part.names or ())
    elif part.say:
        yield Say(part.say)


def beside_lists(options: ActivityOptions, blocks: Blocks) -> tuple[Blocks, list[int]]:
    """`blocks` with room beside the lists that the form names, and the numbers of those not there."""
    rooms = {
        part.beside_list: Room(part.choices or (), part.each or 0)
        for part in options.form
        if part.beside_list
    }
    made: list[Block] = []
    count = 0
    for block in blocks:
        if isinstance(block, ListOf):
            count += 1
            made.append(_with_room(block, rooms[count]) if count in rooms else block)
        else:
            made.append(block)
    return tuple(made), _missing(rooms, count)


def _with_room(block: ListOf, room: Room) -> ListOf:
    return replace(block, items=tuple(replace(item, room=room) for item in block.items))


def _missing(wanted: Iterable[int], count: int) -> list[int]:
    return [number for number in wanted if number > count]
