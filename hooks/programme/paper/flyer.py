"""A flyer of dates: one sheet, in letters as large as it allows."""

from programme.addresses import DATES
from programme.formats.manuscripts import Print
from programme.formats.parts import page_address
from programme.paper.code import array, call, content, string
from programme.paper.handout import sheet
from programme.paper.qr import square_code
from programme.paper.render import Renderer
from programme.tree import nodes as tree

SIZES = {14: (24, 22, 20, 19, 18, 17, 16, 15, 14), 18: (28, 26, 24, 22, 20, 18), 24: (30, 28, 26, 24)}
"""Text size promised, in points → the sizes that are tried."""


def flyer(document: tree.Document, how: Print, renderer: Renderer, size: int) -> str:
    head, rest = document.blocks[:2], document.blocks[2:]
    first, page = renderer.blocks(head), page_address(DATES, how)
    if page:
        alt = string(how.words.qr.format(address=page))
        first = call("with-code", string(square_code(page)), alt, "30mm", first)
    inside = content([first, renderer.blocks(rest)])
    made = call("one-page", array(f"{points}pt" for points in SIZES[size]), inside)
    return sheet(document.title, document.language, how, document.code, [made])
