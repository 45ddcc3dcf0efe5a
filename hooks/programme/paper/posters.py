"""Posters that we may host: on A3 and A4 as their makers drew them, and as text."""

from io import BytesIO

import pypdfium2

from programme import addresses as at
from programme.citing import cite_sources
from programme.formats.manuscripts import Print
from programme.paper.code import call, string, yes
from programme.paper.handout import sheet
from programme.plain import plain
from programme.problems import Problem
from programme.text import reader_text
from programme.tree import nodes as tree
from programme.tree.documents import document
from programme.tree.lines import marked
from programme.whole import Body, PosterPart, Programme

SHEETS = {"a3": (841.9, 1190.6), "a4": (595.3, 841.9)}
"""Name of paper → its short and long side in points (ISO 216)."""
SAME, DOTS = 6, 200


def text_document(programme: Programme, part: PosterPart, body: Body) -> tuple[tree.Document, list[Problem]]:
    """The words of the poster, under its title and what it is."""
    value = part.source.value
    text = f"# {plain(value.title)}\n\n{plain(value.summary)}\n{{: .lead }}\n\n"
    text += reader_text(programme, marked(body))
    return document(at.poster(part.id), body.path, cite_sources(programme, text), programme.language)


def wanted(content: bytes, suffix: str) -> list[str]:
    """The sheets to make. A PDF of that size already is the better file itself, for it keeps its text."""
    if suffix.lower() != ".pdf":
        return list(SHEETS)
    with pypdfium2.PdfDocument(content) as document:
        size = sorted(document[0].get_size())
    return [
        name for name, sides in SHEETS.items() if abs(size[0] - sides[0]) + abs(size[1] - sides[1]) > SAME
    ]


def drawing(content: bytes, suffix: str, paper: str) -> tuple[bytes, str]:
    """The poster as a picture for the engine, and its suffix; a PDF is drawn at 200 dots an inch."""
    if suffix.lower() != ".pdf":
        return content, suffix
    with pypdfium2.PdfDocument(content) as document:
        page, out = document[0], BytesIO()
        scale = min(side / is_ for side, is_ in zip(SHEETS[paper], sorted(page.get_size()), strict=True))
        page.render(scale=scale * DOTS / 72).to_pil().convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue(), ".png"


def as_drawn(part: PosterPart, path: str, paper: str, how: Print) -> str:
    """`path` is that of its file in the engine; `paper` a3 or a4. Laid on its side where it is wide."""
    value = part.source.value
    width, height = part.thumbnail
    alt = value.file.alt if value.file else value.title
    made = call("poster-sheet", string(path), string(alt), string(paper), yes(width > height))
    return sheet(value.title, "en-GB", how, "", [made], paper=paper, flipped=width > height)
