"""The course as readers see it: its home, modules, sessions, glossary and sources."""

import re
from collections.abc import Iterator
from itertools import accumulate, takewhile

from programme import addresses as at
from programme import structured
from programme.blocks_text import walk
from programme.effort import Effort, effort
from programme.model.course import Pathway
from programme.pages.page import NOT_IN_SEARCH, Page, page
from programme.text import filled, reader_text
from programme.whole import ModulePart, Programme, Session
from programme.words import Words


def pages(programme: Programme) -> Iterator[Page]:
    course = programme.course.value
    words = Words(programme.words)
    efforts = {one.id: effort(one, filled(programme, one.body)) for one in programme.sessions}
    yield page(
        programme,
        "course/course.md",
        uri=at.COURSE,
        source=programme.course.path,
        title="The course, module by module",
        description=_description(course.summary),
        course=course,
        efforts=efforts,
        data=structured.course(programme),
    )
    for module in programme.modules:
        yield _module(programme, module, efforts)
        for session in module.sessions:
            yield _session(programme, module, session, efforts[session.id], words)
    yield from (_pathway(programme, one, efforts) for one in course.pathways)
    yield _glossary(programme)
    yield _sources(programme)


def _module(programme: Programme, module: ModulePart, efforts: dict[str, Effort]) -> Page:
    value = module.source.value
    return page(
        programme,
        "course/module.md",
        uri=at.module(module.id),
        source=module.source.path,
        title=value.title,
        description=_description(value.summary),
        module=module,
        efforts=efforts,
        data=structured.module(programme, module),
    )


def _session(
    programme: Programme, module: ModulePart, session: Session, needed: Effort, words: Words
) -> Page:
    related = [one for one in programme.sessions if one.id in session.meta.related]
    shown = {stream for one in programme.posters for stream in one.source.value.workstreams}
    return page(
        programme,
        "course/session.md",
        uri=session.body.uri,
        source=session.prose.path,
        title=session.meta.title,
        description=_description(session.meta.summary),
        session=session,
        module=module,
        effort=needed,
        stops=sum(block.name == "stop" for block in walk(session.body.blocks)),
        body=reader_text(programme, session.body, words),
        related=related,
        streams=[
            one
            for one in programme.workstreams.value.root
            if one.id in shown and one.id in session.meta.workstreams
        ],
        data=structured.session(programme, module, session, needed),
    )


def _pathway(programme: Programme, way: Pathway, efforts: dict[str, Effort]) -> Page:
    sessions = {one.id: one for one in programme.sessions}
    return page(
        programme,
        "course/pathway.md",
        uri=at.pathway(way.id),
        source=programme.course.path,
        title=way.title,
        description=_description(way.summary),
        way=way,
        steps=[(sessions[step.session], step.why) for step in way.steps if step.session in sessions],
        efforts=efforts,
    )


def _glossary(programme: Programme) -> Page:
    terms = sorted(programme.words, key=lambda word: word.term.lower())
    return page(
        programme,
        "course/glossary.md",
        uri=at.GLOSSARY,
        source=programme.glossary.path,
        title="Words explained",
        description="Words of MS care in plain words, from A to Z.",
        letters=_by_letter([(word.term, word) for word in terms]),
    )


def _sources(programme: Programme) -> Page:
    listed = sorted(programme.references.value.root.values(), key=lambda one: one.title.lower())
    return page(
        programme,
        "course/sources.md",
        uri=at.SOURCES,
        source=programme.references.path,
        title="Sources",
        description="Every source that the pages of this site rest on, with its date.",
        listed=listed,
        meta=NOT_IN_SEARCH,
    )


def _by_letter(items: list[tuple[str, object]]) -> dict[str, list[object]]:
    letters: dict[str, list[object]] = {}
    for term, item in items:
        letters.setdefault(term[0].upper(), []).append(item)
    return letters


def _description(text: str) -> str:
    """The summary for search engines, which show about 155 letters: as many whole sentences as fit."""
    first, *more = re.split(r"(?<=[.?]) ", " ".join(text.split()))
    fitting = takewhile(lambda said: len(said) <= 155, accumulate(more, "{} {}".format, initial=first))
    return max(fitting, key=len, default=first)
