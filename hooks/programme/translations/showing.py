"""The programme as one other language shows it: translated where it is translated, else as it was."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from markdown.extensions.toc import slugify
from pydantic import BaseModel

from programme.sources import Prose, Sourced
from programme.syntax import prose_lines
from programme.whole import Body, Doc, LocalText, ModulePart, Programme, Session, Translation

M = TypeVar("M", bound=BaseModel)


def languages_of(programme: Programme, there: Iterable[str]) -> set[str]:
    """The languages that the site has besides English, of those that are `there`: all on the shared site, and
    on a centre's those that it names. One in Wales that names none has Welsh, because people there have a
    right to it (Welsh Language (Wales) Measure 2011)."""
    if not programme.centre:
        return set(there)
    centre = programme.centre.value
    named = set(centre.site_languages) or ({"cy"} if centre.nation == "wales" else set())
    return named & set(there)


def translated(programme: Programme, translation: Translation) -> Programme:
    """`programme` with the words of `translation`. It reads nothing and checks nothing."""
    shown = _Shown(translation)
    return replace(
        programme,
        language=translation.language,
        course=shown.source(programme.course),
        nations=shown.source(programme.nations),
        glossary=shown.source(programme.glossary),
        roles=shown.source(programme.roles),
        search=shown.source(programme.search),
        safety=shown.source(programme.safety),
        centre=shown.source(programme.centre) if programme.centre else None,
        dates=shown.source(programme.dates) if programme.dates else None,
        local=tuple(shown.local(one) for one in programme.local),
        modules=tuple(shown.module(one) for one in programme.modules),
        docs=tuple(shown.doc(one) for one in programme.docs),
    )


class _Shown:
    def __init__(self, translation: Translation) -> None:
        self.files = translation.files

    def source(self, source: Sourced[M]) -> Sourced[M]:
        found = self.files.get(_key(source.path))
        return found.source if found else source

    def module(self, part: ModulePart) -> ModulePart:
        sessions = tuple(self.session(one) for one in part.sessions)
        return replace(part, source=self.source(part.source), sessions=sessions)

    def session(self, one: Session) -> Session:
        prose, body = self.prose(one.prose, one.body)
        return replace(one, prose=prose, body=body)

    def local(self, one: LocalText) -> LocalText:
        found = self.files.get(_key(one.body.path))
        if not found or not found.body:
            return one
        return replace(one, source=found.source, body=replace(found.body, level=one.body.level))

    def doc(self, one: Doc) -> Doc:
        prose, body = self.prose(one.prose, one.body)
        return replace(one, prose=prose, body=body)

    def prose(self, prose: Prose[M], body: Body) -> tuple[Prose[M], Body]:
        found = self.files.get(_key(prose.path))
        if not found or not found.body:
            return prose, body
        text = replace(found.body, text=with_anchors(found.body.text, body.text))
        return Prose(found.source, text.text, text.first_line), text


def with_anchors(text: str, shared: str) -> str:
    """`text`, each of its headings with the anchor of the same heading of the shared text: a link leads to
    the same place in every language. While their headings differ in number, nobody knows which is which."""
    lines, wanted = text.split("\n"), [title for _, title in _headings(shared)]
    own = list(_headings(text))
    if len(own) != len(wanted):
        return text
    seen: set[str] = set()
    for (index, title), of in zip(own, wanted, strict=True):
        anchor = slugify(of, "-")
        if "{" not in title + of and anchor not in seen:
            lines[index] = f"{lines[index].rstrip()} {{ #{anchor} }}"
        seen.add(anchor)
    return "\n".join(lines)


def _headings(text: str) -> Iterator[tuple[int, str]]:
    for index, line in prose_lines(text.split("\n")):
        if found := re.match(r"#{2,3} +(.*?)\s*$", line):
            yield index, found[1]


def _key(path: str) -> str:
    return path.removeprefix("centre/")
