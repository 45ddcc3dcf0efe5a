"""Sheets for a meeting, from the pages of docs/facilitators/: to hand round, to fill in, to give."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from programme import addresses as at
from programme.formats.manuscripts import Print
from programme.formats.occasion import Occasion
from programme.language import Language
from programme.paper.code import array, call, content, string, strings
from programme.paper.handout import sheet
from programme.paper.render import Renderer
from programme.tree import nodes as tree

UPRIGHT = 24
"""Size of letters in points from which a certificate stands upright."""


@dataclass(frozen=True)
class Use:
    """What a sheet is made for, how it is printed, and for how many people it has rows."""

    occasion: Occasion
    how: Print
    language: Language
    people: int


def sheet_code(document: tree.Document, use: Use, renderer: Renderer) -> str:
    """The Typst code of any of these sheets. One with a list to fill in lies on its side, and so does the
    certificate, unless its letters are so large that they need the height."""
    blocks = tuple(one for one in document.blocks if not isinstance(one, tree.Section))
    if document.uri == at.CERTIFICATE:
        inside = certificate(document.title, blocks, use, renderer)
        flipped = renderer.size < UPRIGHT
    elif document.uri == at.PRIVATE_SLIP:
        inside, flipped = _slips(blocks, renderer), False
    else:
        inside, flipped = _plain(blocks, use, renderer), any(map(to_fill_in, blocks))
    return sheet(document.title, document.language, use.how, document.code, [inside], flipped=flipped)


def _plain(blocks: tree.Blocks, use: Use, renderer: Renderer) -> str:
    """Title and summary, what it is for, and the rest."""
    head = 2 if len(blocks) > 1 and _is_lead(blocks[1]) else 1
    return content(
        [
            renderer.blocks(blocks[:head]),
            facts(use),
            *(_rows(one, use, renderer) for one in blocks[head:]),
        ]
    )


def _is_lead(one: tree.Block) -> bool:
    return isinstance(one, tree.Paragraph) and one.role == "lead"


def to_fill_in(one: tree.Block) -> bool:
    """A table whose only row is empty, but for a box to tick: it gets a row for each person."""
    return isinstance(one, tree.Table) and len(one.rows) == 1 and not any(map(_says, one.rows[0]))


def _says(one: tree.Cell) -> bool:
    return bool(one.blocks) and not _ticks(one)


def _ticks(one: tree.Cell) -> bool:
    return [tree.plain(part.inside) for part in one.blocks if isinstance(part, tree.Paragraph)] == ["[ ]"]


def _rows(one: tree.Block, use: Use, renderer: Renderer) -> str:
    if not isinstance(one, tree.Table) or not to_fill_in(one):
        return renderer.block(one)
    heads = [" ".join(tree.plain(part.inside) for part in _words(cell)) for cell in one.head[0]]
    boxes = {head for head, cell in zip(heads, one.rows[0], strict=False) if _ticks(cell)}
    columns = tuple(head for head in heads if head not in boxes)
    ticked = tuple(head for head in heads if head in boxes)
    tick = string(use.how.words.tick)
    return call(
        "write-table", strings(columns), strings([""] * use.people), tick, strings(ticked), whole="false"
    )


def _words(cell: tree.Cell) -> Iterable[tree.Paragraph]:
    return (one for one in cell.blocks if isinstance(one, tree.Paragraph))


def facts(use: Use) -> str:
    """What the sheet is for: words where they are known, else lines to write on."""
    words = use.how.words
    entries = (
        array([string(name), string(said) if said else "none", string(words.write_one)])
        for name, said in use.occasion.facts(use.language, words)
    )
    return call("facts", *entries)


def _slips(blocks: tree.Blocks, renderer: Renderer) -> str:
    """Two on a page, to cut apart. The second has headings one level lower: a file has one title."""
    below = replace(renderer, deeper=1)
    made = call("cards", renderer.blocks(blocks), below.blocks(blocks), scale="1em")
    renderer.problems += below.problems if below.problems is not renderer.problems else []
    return made


def certificate(title: str, blocks: tree.Blocks, use: Use, renderer: Renderer) -> str:
    words, one, how = use.how.words, use.occasion, use.how
    alt = string(words.write_one)
    where = [words.at_centre.format(centre=how.centre)] if how.centre else []
    where += [_days(use)] if one.day else []
    given = [call("fact", string(words.given_by), "none", alt)]
    given += [] if one.day else [call("block", call("fact", string(words.on), "none", alt), width="60mm")]
    return call(
        "certificate",
        array(map(string, how.logo)) if how.logo else "none",
        string(title),
        string(words.name),
        alt,
        string(words.took_part),
        string(one.title) if one.title else "none",
        string(" ".join(where)),
        renderer.blocks(blocks[1:]),
        array(given),
    )


def _days(use: Use) -> str:
    one, words, day = use.occasion, use.how.words, use.language.day
    assert one.day
    if one.first and one.first != one.day:
        return words.from_to.format(first=day(one.first), last=day(one.day))
    return words.on_day.format(day=day(one.day))
