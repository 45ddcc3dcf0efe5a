"""A table of the tree → a table of Word, cells that span columns or rows with them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from programme.formats.word.package import gap
from programme.formats.word.tables import cell, row, shares, table
from programme.formats.word.xml import Element, Elements, paragraph
from programme.tree import nodes as tree

if TYPE_CHECKING:
    from programme.formats.word.blocks import Writer

Row = Sequence[tree.Cell]
Open = dict[int, tuple[int, int]]
"""Column where a cell over several rows begins → (rows that it still has, how many columns it spans)."""


def table_of(one: tree.Table, writer: "Writer") -> Elements:
    """The table, and what parts it from the next block."""
    spans: Open = {}
    head = [_row(each, writer, spans, header=True) for each in one.head]
    rows = [_row(each, writer, spans) for each in one.rows]
    first = all(each and each[0].header in ("row", "rows") for each in one.rows)
    told = tree.plain(one.caption)
    made = table(told, _widths(one), head, rows, writer.file.right_to_left, first_column=first)
    return [made, gap()]


def _row(cells: Row, writer: "Writer", spans: Open, header: bool = False) -> Element:
    made: Elements = []
    at, left = 0, list(cells)
    while left or at in spans:
        if at in spans:
            rows, columns = spans.pop(at)
            made.append(cell([paragraph("TableText")], columns, "continue"))
            if rows > 1:
                spans[at] = (rows - 1, columns)
        else:
            one = left.pop(0)
            columns = one.columns
            made.append(cell(_inside(one, writer), columns, "restart" if one.rows > 1 else ""))
            if one.rows > 1:
                spans[at] = (one.rows - 1, columns)
        at += columns
    return row(made, header)


def _inside(one: tree.Cell, writer: "Writer") -> Elements:
    """Word wants a paragraph at the end of every cell."""
    made = writer.in_style("TableHeading" if one.header else "TableText", one.blocks)
    return made if made and made[-1].tag.endswith("}p") else [*made, paragraph("TableText")]


def _widths(one: tree.Table) -> list[float]:
    count = max((sum(cell.columns for cell in row) for row in (*one.head, *one.rows)), default=1)
    columns: list[list[str]] = [[] for _ in range(count)]
    for cells in (*one.head, *one.rows):
        if len(cells) == count:
            for texts, each in zip(columns, cells, strict=True):
                texts += [tree.plain(getattr(block, "inside", ())) for block in each.blocks]
    return shares(columns)
