"""An author's text → the text of a page: notes for others taken out, names filled in, words explained.

Lines keep their index until the end, so that blocks can be cut out by the places `blocks_text` gave.
"""

import json
import posixpath
import re
from dataclasses import replace

from programme.addresses import link
from programme.blocks_text import Block, nations_at, nations_of, walk
from programme.checks.headings import help_headings
from programme.language import ENGLISH
from programme.listings import listing
from programme.model.base import NationId
from programme.names import URGENT, inline_names, list_names
from programme.plain import plain
from programme.remembering import Same, remembered
from programme.rendering import render
from programme.syntax import NAME, blank_code, outside_code, prose_lines
from programme.tongues import told
from programme.whole import Body, Programme
from programme.words import Words

Lines = list[str | None]
"""Lines of a text; None where one was taken out. A line may hold a whole list that was filled in."""


_RELATIVE = re.compile(r"(\]\(\s*<?)(?![\w.+-]+:|[#/])([^()\s>#]+)")
"""A link to another page of the site: what stands before its path, and the path."""


def reader_text(programme: Programme, body: Body, words: Words | None = None) -> str:
    """What a reader sees: no notes for facilitators, no advice of nations this site does not speak for."""
    lines = list(filled(programme, body))
    for block in walk(body.blocks):
        if block.name == "facilitator" or _elsewhere(programme, block):
            lines[block.start : block.end + 1] = [None] * (block.end + 1 - block.start)
    units = _units(lines, body.blocks)
    return "\n\n".join(words.explain(units) if words else units)


@remembered(Same)
def opening(body: Body) -> tuple[Body, Body]:
    """What stands above the first heading or block of `body`, and the rest. Each line keeps its index."""
    lines = body.text.split("\n")
    begins = (index for index, line in enumerate(lines) if line.startswith(("## ", "///")))
    first = next(begins, 0)
    rest = "\n".join([*[""] * first, *lines[first:]])
    return replace(body, text="\n".join(lines[:first]), blocks=()), replace(body, text=rest)


def block_text(programme: Programme, body: Body, block: Block, uri: str) -> str:
    """What stands inside one block, filled in, with its links as the page `uri` writes them."""

    def rebased(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(body.uri), found[2]))
        return f"{found[1]}{link(uri, target)}"

    text = "\n".join(line or "" for line in filled(programme, body)[block.inner : block.end]).strip()
    lines = text.split("\n")
    for index, line in prose_lines(lines):
        if "](" in line:
            lines[index] = outside_code(line, lambda part: _RELATIVE.sub(rebased, part))
    return "\n".join(lines)


def _elsewhere(programme: Programme, block: Block) -> bool:
    return block.name == "nation" and not set(nations_of(block)) & set(programme.speaks_for)


@remembered(lambda programme, body: (Same(programme), Same(body)))
def filled(programme: Programme, body: Body) -> Lines:
    """The lines of `body`, each at its index, with names filled in and lines to call added."""
    raw = body.text.split("\n")
    lines: Lines = list(raw)
    if "{{" in body.text:
        lists, inline = list_names(programme), _inline(programme)
        for index, text in prose_lines(raw):
            found = NAME.search(blank_code(text))
            if found and found[1].strip() in lists:
                nations = _nations_at(programme, body, index)
                lines[index] = listing(programme, found[1].strip(), nations, body.uri)
            elif found:
                fill = lambda part: NAME.sub(lambda name: inline[name[1].strip()], part)  # noqa: E731
                lines[index] = outside_code(text, fill)
    for block in walk(body.blocks):
        if block.name == "help":
            _add_whom_to_call(programme, body, lines, block)
        elif block.inner > block.start + 1:
            lines[block.start + 1 : block.inner] = _options(block)
    return lines


def _inline(programme: Programme) -> dict[str, str]:
    """Names that stand for words, as Markdown; what a centre has only in English is marked so."""
    words = {name: plain(said) for name, said in inline_names(programme).items()}
    if programme.centre and programme.centre.value.urgent:
        words["centre.urgent"] = told(programme.language, words["centre.urgent"], programme.centre, "urgent")
    title = words["course.title"]
    return words | {"course.title": told(programme.language, title, programme.course, "title")}


def _options(block: Block) -> Lines:
    """The options as read: the Markdown extension reads YAML by itself, and would take `no` for False."""
    values = block.options.model_dump(mode="json", exclude_defaults=True)
    text = "\n".join(f"    {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return [text, *[None] * (block.inner - block.start - 2)]


def _nations_at(programme: Programme, body: Body, index: int) -> tuple[NationId, ...]:
    """The nations of this site for which line `index` speaks."""
    return tuple(one for one in nations_at(body.blocks, index) if one in programme.speaks_for)


def _add_whom_to_call(programme: Programme, body: Body, lines: Lines, block: Block) -> None:
    """Under 'today' and 'your team' in a help box, put whom to call: from nations.yml and the centre."""
    shown = programme.language if programme.shows(body.path) else ENGLISH
    _, today, team = help_headings(shown)
    last: dict[str, int] = {}
    section = ""
    for index in range(block.inner, block.end):
        text = lines[index] or ""
        if text.startswith("#### "):
            section = text[5:].strip()
        elif text.strip():
            last[section] = index
    if today in last:
        lines[last[today]] = f"{lines[last[today]]}\n\n{_whom_today(programme)}"
    if team in last:
        lines[last[team]] = f"{lines[last[team]]}\n\n{_whom_of_team(programme)}"


@remembered(Same)
def _whom_today(programme: Programme) -> str:
    entry = listing(programme, f"nation.{URGENT}", programme.speaks_for, "")
    centre = programme.centre.value if programme.centre else None
    return render("help-today.md", programme=programme, entry=entry, centre=centre).strip()


@remembered(Same)
def _whom_of_team(programme: Programme) -> str:
    centre = programme.centre.value if programme.centre else None
    return render("help-team.md", programme=programme, centre=centre).strip()


def _units(lines: Lines, blocks: tuple[Block, ...]) -> list[str]:
    """The paragraphs, lists, headings and whole blocks of a text, in order, none empty."""
    ends = {block.start: block.end for block in blocks}
    raw = [line or "" for line in lines]
    prose = {index for index, _ in prose_lines(raw)}
    units: list[list[str]] = [[]]
    index = 0
    while index < len(lines):
        if index in ends:
            units += [[one for one in lines[index : ends[index] + 1] if one is not None], []]
            index = ends[index]
        elif raw[index].strip() or index not in prose:
            units[-1].append(raw[index])
        else:
            units.append([])
        index += 1
    return ["\n".join(unit) for unit in units if unit]
