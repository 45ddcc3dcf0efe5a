"""Pieces → plain text.

A paragraph is one line: programs wrap it to their window, and a screen reader does not stop in the middle of
a sentence. Headings have number signs, one a level: heard, they tell the level, and "## " finds the next one.
"""

from collections.abc import Iterable

from programme.formats.plain_text.pieces import Piece

UNDER = "  "
"""What stands before a line that belongs to a point, for each level."""
AT_START = "\ufeff"
"""The byte order mark: Windows programs and players of text files know by it that this is UTF-8."""


def text(pieces: Iterable[Piece], end: str) -> str:
    """`end` is how the end of a box is told, with {title} in it. Lines end as Windows wants them."""
    lines: list[str] = []
    for one in pieces:
        if one.kind == "begin":
            continue
        lines += [""] * _gap(one) if lines else []
        lines.append(line(one, end))
    return AT_START + "\r\n".join(lines) + "\r\n"


def line(one: Piece, end: str) -> str:
    match one.kind:
        case "heading":
            return f"{'#' * one.level} {one.text}"
        case "item":
            return f"{UNDER * one.level}{one.mark} {one.text}"
        case "end":
            return f"({end.format(title=one.text)})"
        case _:
            return f"{UNDER * one.level}{one.text}"


def _gap(one: Piece) -> int:
    """How many empty lines stand before it: two where something new begins."""
    return 0 if one.close else 2 if one.kind == "heading" and one.level < 3 else 1
