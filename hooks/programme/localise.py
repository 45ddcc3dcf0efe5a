"""The programme as written → the programme of one centre: its own words in their places, its own choice and
order of sessions. Done once all is checked, so every problem is told of the file that holds it."""

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from programme.addresses import all_pages
from programme.blocks_text import scan
from programme.language import in_english
from programme.names import inline_names, list_names
from programme.syntax import NAME, blank_code, prose_lines
from programme.whole import Body, LocalText, ModulePart, Programme

SLASHES = "/" * 7
"""More than an author nests, and fewer than the build puts around whole pages (`parts`)."""
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(\s*<?(?![\w.+-]+:|#)([^()\s>#?]+)[^()]*\)(?:\{[^{}]*\})?")
"""A link to another page of the site: its words, its path, and its class if it has one."""


def localised(programme: Programme) -> Programme:
    """What pages, menus and files are made from. Without a centre's own words it is `programme` itself."""
    chosen = _chosen(programme)
    if chosen is programme and not programme.local and not programme.based_on:
        return programme
    pages = {uri for uri, _ in all_pages(chosen)}
    known = {*list_names(programme), *inline_names(programme)}
    fills = {one.name: _own(programme, one) for one in programme.local}

    def own(body: Body) -> Body:
        old = body.path in programme.based_on
        return _without_gone(_filled(body, fills), pages, known if old else None)

    modules = tuple(
        replace(part, sessions=tuple(replace(one, body=own(one.body)) for one in part.sessions))
        for part in chosen.modules
    )
    docs = tuple(replace(doc, body=own(doc.body)) for doc in chosen.docs)
    posters = tuple(replace(one, text=own(one.text)) if one.text else one for one in chosen.posters)
    made = replace(chosen, modules=modules, docs=docs, posters=posters, local=())
    return replace(made, as_written=programme)


def _chosen(programme: Programme) -> Programme:
    """Sessions and modules that the centre runs, in its order. A pathway of fewer than 2 sessions goes."""
    here = programme.centre.value.course if programme.centre else None
    if not here:
        return programme
    out, order = set(here.leave_out), dict(here.order_of_sessions)
    kept = [_kept(part, out, order.get(part.id, ())) for part in programme.modules if part.id not in out]
    modules = _first([part for part in kept if part.sessions], here.order_of_modules)
    there = {one.id for part in modules for one in part.sessions}
    course = programme.course.value
    ways = tuple(way for way in course.pathways if sum(step.session in there for step in way.steps) > 1)
    source = replace(programme.course, value=course.model_copy(update={"pathways": ways}))
    return replace(programme, modules=tuple(modules), course=source)


def _kept(part: ModulePart, out: Collection[str], order: Collection[str]) -> ModulePart:
    sessions = [one for one in part.sessions if one.id not in out]
    return replace(part, sessions=tuple(_first(sessions, order)))


def _first(parts: list[Any], order: Collection[str]) -> list[Any]:
    """`parts` with those named in `order` first, in that order; the others keep their place after them."""
    by_id = {part.id: part for part in parts}
    named = [by_id[one] for one in dict.fromkeys(order) if one in by_id]
    return [*named, *(part for part in parts if part.id not in order)]


def _own(programme: Programme, one: LocalText) -> list[str]:
    """The lines of a centre's own words: a block that says whose they are."""
    words = one.body.text.strip("\n")
    if not programme.shows(one.body.path):
        words = in_english(programme.language, words)
    name = inline_names(programme)["centre.name"]
    return [f"{SLASHES} own | {name}", "", *words.split("\n"), "", SLASHES]


def _filled(body: Body, fills: Mapping[str, list[str]]) -> Body:
    """`body` with the centre's words in the places that it fills."""
    lines = body.text.split("\n")
    own = [one for one in body.blocks if one.name == "local" and one.title in fills]
    for block in reversed(own):
        lines[block.start : block.end + 1] = fills[block.title]
    return _with_text(body, "\n".join(lines)) if own else body


def _without_gone(body: Body, pages: Collection[str], known: Collection[str] | None) -> Body:
    """A link to a page that this site does not have becomes its words; a name that is not `known` goes.

    Such links are found only where a session is left out, or in a copy of an earlier edition, and such names
    only in the second (else `known` is None): all others are refused by the checks.
    """
    lines = body.text.split("\n")
    prose = {index: blank_code(text) for index, text in prose_lines(lines)}

    def words(found: re.Match[str]) -> str:
        line = body.text.count("\n", 0, found.start())
        column = found.start() - (body.text.rfind("\n", 0, found.start()) + 1)
        code = prose.get(line, "")[column : column + 1] != "["
        base = "" if found[2].startswith("/") else posixpath.dirname(body.uri)
        uri = posixpath.normpath(posixpath.join(base, found[2].lstrip("/")))
        return found[0] if code or not uri.endswith(".md") or uri in pages else found[1]

    text = _LINK.sub(words, body.text)
    if known is not None and "{{" in text:
        text = _without_old_names(text, known)
    return body if text == body.text else _with_text(body, text)


def _without_old_names(text: str, known: Collection[str]) -> str:
    lines = text.split("\n")
    for index, line in prose_lines(lines):
        for found in NAME.finditer(blank_code(line)):
            if found[1].strip() not in known:
                lines[index] = lines[index].replace(found[0], "")
    return "\n".join(lines)


def _with_text(body: Body, text: str) -> Body:
    blocks, _ = scan(text, body.first_line)
    return replace(body, text=text, blocks=blocks)
