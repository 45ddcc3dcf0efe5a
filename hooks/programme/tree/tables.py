"""Tables: from HTML, and as lists where paper is too narrow."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from programme.tree.html import Element
from programme.tree.nodes import Block, Cell, Inlines, Item, ListOf, Paragraph, Strong, Table, Text

if TYPE_CHECKING:
    from programme.tree.reader import Reader

Row = tuple[Cell, ...]
Scope = Literal["", "column", "row", "rows"]
_SCOPES: dict[str, Scope] = {"row": "row", "rowgroup": "rows", "col": "column"}
_HEADER = "put a row of headings first, and a line such as | --- | --- | under it"


def table(reader: "Reader", one: Element) -> Iterator[Block]:
    """A table. Its headers are what makes it readable aloud, so one without them is a Problem."""
    line = reader.line
    caption = next((child for child in one.children if child.tag == "caption"), None)
    head: list[Row] = []
    rows: list[Row] = []
    for part in one.children:
        for row in [part] if part.tag == "tr" else part.children:
            if row.tag == "tr":
                cells = tuple(_cell(reader, cell, part.tag == "thead") for cell in row.children)
                (head if part.tag == "thead" else rows).append(cells)
    if not any(cell.blocks for row in head for cell in row):
        reader.problem("table-header", "a table has no headings", _HEADER, line)
    yield Table(reader.words(caption.inside) if caption else (), tuple(head), tuple(rows), line)


def _cell(reader: "Reader", one: Element, in_head: bool) -> Cell:
    scope: Scope = ""
    if one.tag == "th":
        scope = _SCOPES.get(one.attrs.get("scope", ""), "column" if in_head else "row")
    columns, rows = (int(one.attrs.get(key, "1")) for key in ("colspan", "rowspan"))
    return Cell(reader.blocks(one.inside), scope, columns, rows)


def as_list(wide: Table) -> tuple[Block, ...]:
    """The same as a list: each row is a point that begins with its first cell, the others named by headers.

    A row of one cell over all columns leads the rows below it.
    """
    headers = [_words(cell) for cell in wide.head[0]] if wide.head else []
    made: list[Block] = []
    items: list[Item] = []
    for row in wide.rows:
        if len(row) == 1:
            made += _list(items, wide.line)
            items = []
            made.append(Paragraph((Strong(_words(row[0])),), "label", wide.line))
        else:
            items.append(_item(row, headers, wide.line))
    made += _list(items, wide.line)
    lead = [Paragraph((Strong(wide.caption),), "label", wide.line)] if wide.caption else []
    return (*lead, *made)


def _item(row: Row, headers: list[Inlines], line: int) -> Item:
    first, *others = row
    blocks: list[Block] = [Paragraph((Strong(_words(first)),), "label", line)]
    for cell, header in zip(others, headers[1:], strict=False):
        words = _words(cell)
        if words and len(cell.blocks) == 1:
            blocks.append(Paragraph((Strong((*header, Text(": "))), *words), "", line))
        elif cell.blocks:
            blocks += [Paragraph((Strong((*header, Text(":"))),), "label", line), *cell.blocks]
    return Item(tuple(blocks))


def _list(items: list[Item], line: int) -> list[Block]:
    return [ListOf(tuple(items), tight=False, line=line)] if items else []


def _words(cell: Cell) -> Inlines:
    """The words of a cell whose only block is a paragraph; else none."""
    only = cell.blocks[0] if len(cell.blocks) == 1 else None
    return only.inside if isinstance(only, Paragraph) else ()
