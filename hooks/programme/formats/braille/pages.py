"""Cells of braille → pages, as BANA's Braille Formats (2016) and UKAAF ask for.

A title in the middle; other headings from cell 5 or 7 on; paragraphs 3-1: their first line begins in cell 3,
the others in cell 1; points of a list 1-3, with two more cells for each level; boxes between two lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from programme.formats.plain_text.pieces import Piece

CELLS, LINES = 40, 25
TEXT_LINES = LINES - 1
"""The last line of a page holds its number alone."""
TOP, BOTTOM = "7" * CELLS, "G" * CELLS
"""The lines above and below a box."""
MIDDLE = CELLS - 6
"""Cells of a line in the middle: at least three stay free on each side."""
PARTS = ("_/", "-", "4")
"""Slash, hyphen and full stop in an address."""
GOES_ON = '"'
"""Dot 5 at the end of a line: the address goes on without a space."""


@dataclass(frozen=True)
class Row:
    """One line. `with_next`: it may not be the last of a page."""

    cells: str
    with_next: bool = False


EMPTY = Row("")


def rows(pieces: Iterable[tuple[Piece, str]]) -> Iterator[Row]:
    """The lines of `pieces`, each given with its text in cells."""
    last: Piece | None = None
    for one, cells in pieces:
        if last and _gap(last, one):
            yield EMPTY
        yield from _rows(one, cells)
        last = one


def _gap(last: Piece, one: Piece) -> bool:
    """Whether an empty line parts them: around headings, lists and boxes, but not between paragraphs."""
    if one.kind in ("begin", "heading"):
        return last.kind != "begin"
    if last.kind == "end" or (last.level == 1 and last.kind == "heading"):
        return True
    return one.kind != "end" and last.kind != "heading" and (one.kind == "item") != (last.kind == "item")


def _rows(one: Piece, cells: str) -> Iterator[Row]:
    match one.kind:
        case "begin":
            yield Row(TOP, with_next=True)
        case "end":
            yield Row(BOTTOM)
        case "heading":
            yield from _heading(one.level, cells)
        case "item":
            yield from _lines(cells, one.level * 2, one.level * 2 + 2)
        case "paragraph":
            yield from _lines(cells, one.level * 2 + 2, one.level * 2)


def _heading(level: int, cells: str) -> Iterator[Row]:
    if level == 1:
        for line in wrapped(cells, MIDDLE, MIDDLE):
            yield Row(f"{' ' * ((CELLS - len(line)) // 2)}{line}", with_next=True)
        return
    indent = 4 if level == 2 else 6
    for row in _lines(cells, indent, indent):
        yield Row(row.cells, with_next=True)


def _lines(cells: str, first: int, others: int) -> Iterator[Row]:
    """Lines whose first begins after `first` cells, the others after `others`."""
    made = wrapped(cells, CELLS - first, CELLS - others)
    for number, line in enumerate(made):
        yield Row(f"{' ' * (others if number else first)}{line}")


def wrapped(cells: str, first: int, others: int) -> list[str]:
    """Lines of whole words: `first` cells wide, then `others`. A longer word is divided, and says so."""
    lines, room = [""], first
    for word in cells.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
            room = others
        while not lines[-1] and len(word) > room:
            cut = _cut(word, room - 1)
            lines[-1:] = [word[:cut] + GOES_ON, ""]
            word, room = word[cut:], others
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines


def _cut(word: str, most: int) -> int:
    """Where to divide a long word: after the last slash, hyphen or stop that fits, else where it is full."""
    ends = (word.rfind(sign, 0, most) + len(sign) for sign in PARTS)
    last = max(ends)
    return last if last > most // 2 else most


def pages(lines: Sequence[Row]) -> list[list[str]]:
    """The lines page by page: no heading is the last of its page, and no page begins with an empty line."""
    made: list[list[str]] = []
    left = list(lines)
    while left:
        count = _fitting(left)
        made.append([row.cells for row in left[:count]])
        left = left[count:]
        while left and left[0] == EMPTY:
            left.pop(0)
    return made


def _fitting(left: Sequence[Row]) -> int:
    """How many lines go on this page."""
    if len(left) <= TEXT_LINES:
        return len(left)
    count = TEXT_LINES
    while count > 1 and (left[count - 1].with_next or left[count - 1] == EMPTY):
        count -= 1
    return count if count > 1 else TEXT_LINES


def brf(made: Iterable[Sequence[str]]) -> str:
    """The whole file: each page ends with its number on line 25 and a form feed."""
    return "".join(_page(lines, number) for number, lines in enumerate(made, 1))


def _page(lines: Sequence[str], number: int) -> str:
    filled = [*lines, *[""] * (TEXT_LINES - len(lines)), page_number(number).rjust(CELLS)]
    return "".join(f"{line.rstrip()}\r\n" for line in filled) + "\f"


def page_number(number: int) -> str:
    """The sign for numbers, then the letters A to J for 1 to 0, in English as in Welsh braille."""
    return "#" + "".join("JABCDEFGHI"[int(digit)] for digit in str(number))
