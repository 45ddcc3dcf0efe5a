"""Tables of Word: with a row of headings that each page repeats, and rows that no page cuts."""

from collections.abc import Sequence

from programme.formats.word.package import WIDTH
from programme.formats.word.xml import Element, Elements, e

POINT = 20
"""Word counts widths and heights in twentieths of a point (ECMA-376, 17.18.87)."""
MM = 72 / 25.4 * POINT
SMALLEST, LARGEST = 8, 40
"""Letters that a column has room for at least, and at most where others need room too."""


def table(
    described: str,
    widths: Sequence[float],
    head: Sequence[Element],
    rows: Sequence[Element],
    right_to_left: bool,
    first_column: bool = False,
) -> Element:
    """`described` is read to people who cannot see it; `widths` are parts of the width of the page."""
    twips = [int(one / sum(widths) * WIDTH * MM) for one in widths]
    look = e("tblLook", firstRow=int(bool(head)), lastRow=0, firstColumn=int(first_column), lastColumn=0)
    properties = [
        e("tblStyle", val="TableGrid"),
        *([e("bidiVisual")] if right_to_left else []),
        e("tblW", w=sum(twips), type="dxa"),
        e("tblLayout", type="fixed"),
        look,
        *([e("tblDescription", val=described)] if described else []),
    ]
    for one in (*head, *rows):
        for cell, width in zip(one.findall(f"{{{one.nsmap['w']}}}tc"), twips, strict=False):
            cell[0].insert(0, e("tcW", w=width, type="dxa"))
    grid = e("tblGrid", *(e("gridCol", w=width) for width in twips))
    return e("tbl", e("tblPr", *properties), grid, *head, *rows)


def row(cells: Sequence[Element], header: bool = False, height: float = 0) -> Element:
    """`height` in mm is the least; what people type makes it higher."""
    properties = [e("cantSplit")]
    properties += [e("trHeight", val=int(height * MM), hRule="atLeast")] if height else []
    properties += [e("tblHeader")] if header else []
    return e("tr", e("trPr", *properties), *cells)


def cell(blocks: Elements, columns: int = 1, merge: str = "") -> Element:
    """A cell. `merge` is restart for the first of cells that are one down the page, continue for others."""
    properties = [e("gridSpan", val=columns)] if columns > 1 else []
    properties += [e("vMerge", val=merge)] if merge else []
    return e("tc", e("tcPr", *properties), *(blocks or [e("p")]))


def shares(columns: Sequence[Sequence[str]]) -> list[float]:
    """How wide each column should be, from the words in it: enough for the longest word, more for much."""
    made = []
    for texts in columns:
        longest_word = max((len(word) for text in texts for word in text.split()), default=0)
        longest = max(map(len, texts), default=0)
        made.append(float(max(SMALLEST, longest_word + 4, min(longest, LARGEST))))
    return made
