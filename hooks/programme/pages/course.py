"""The course as readers see it: its home, modules, sessions, glossary and sources."""

import re
from collections.abc import Iterator
from itertools import accumulate, takewhile

from programme import addresses as at
from programme import structured
from programme.citing import cited_here
from programme.effort import Effort, effort
from programme.model.course import Pathway
from programme.pages.page import KEEPS_PLACE, NOT_IN_SEARCH, OFFERS_PLACE, Page, page, signed
from programme.parts import SLASHES
from programme.rendering import render
from programme.text import filled, opening, reader_text
from programme.whole import ModulePart, Programme, Session
from programme.words import Words, words_of


def pages(programme: Programme) -> Iterator[Page]:
    course = programme.course.value
    words = words_of(programme.words if programme.shows(programme.glossary.path) else ())
    efforts = {one.id: effort(one, filled(programme, one.body)) for one in programme.sessions}
    if programme.shows(programme.course.path):
        yield _course(programme, efforts)
    for module in programme.modules:
        shown = [one for one in module.sessions if programme.shows(one.prose.path)]
        texts = {one.id: session_text(programme, one, efforts[one.id], words) for one in shown}
        if programme.shows(module.source.path):
            yield _module(programme, module, efforts)
        if len(shown) == len(module.sessions) and programme.shows(module.source.path):
            yield _whole_module(programme, module, efforts, texts)
        for session in shown:
            yield _session(programme, module, session, efforts[session.id], texts[session.id])
    if programme.shows(programme.course.path):
        yield from (_pathway(programme, one, efforts) for one in course.pathways)
    if programme.shows(programme.glossary.path):
        yield _glossary(programme)
    if programme.language.is_source:
        yield _sources(programme)


def _course(programme: Programme, efforts: dict[str, Effort]) -> Page:
    course = programme.course.value
    return page(
        programme,
        "course/course.md",
        uri=at.COURSE,
        source=programme.course.path,
        title=programme.language.gettext("The course, module by module"),
        description=_description(course.summary),
        course=course,
        efforts=efforts,
        data=structured.course(programme),
        meta=OFFERS_PLACE,
    )


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
        meta=OFFERS_PLACE,
    )


def _whole_module(
    programme: Programme, module: ModulePart, efforts: dict[str, Effort], texts: dict[str, str]
) -> Page:
    """All that readers see of the module's sessions, one after the other, to print."""
    say = programme.language.gettext
    title = say("{title}: the whole module").format(title=module.source.value.title)
    return page(
        programme,
        "course/print.md",
        uri=at.whole_module(module.id),
        source=module.source.path,
        title=title,
        description=say("{title}, on one page to print.").format(title=title),
        module=module,
        efforts=efforts,
        texts={one.id: signed(programme, texts[one.id], one.prose.path) for one in module.sessions},
        slashes=SLASHES,
        meta={**NOT_IN_SEARCH, "hide": ["toc"]},  # it begins with a list of its own
    )


def session_text(programme: Programme, session: Session, needed: Effort, words: Words) -> str:
    """What a session says, on its own page, in the whole module and on paper."""
    first, rest = opening(session.body)
    return render(
        "course/session-text.md",
        programme=programme,
        meta=session.meta,
        effort=needed,
        opening=reader_text(programme, first),
        body=reader_text(programme, rest, words),
    ).strip()


def _session(programme: Programme, module: ModulePart, session: Session, needed: Effort, text: str) -> Page:
    related = [one for one in programme.sessions if one.id in session.meta.related]
    shown = {stream for one in programme.posters for stream in one.source.value.workstreams}
    return page(
        programme,
        "course/session.md",
        uri=session.body.uri,
        source=session.prose.path,
        title=session.meta.title,
        description=_description(session.meta.summary),
        review=session.meta.review,
        session=session,
        text=text,
        related=related,
        streams=[
            one
            for one in programme.workstreams.value.root
            if one.id in shown and one.id in session.meta.workstreams
        ],
        data=structured.session(module, session, needed),
        meta=KEEPS_PLACE,
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
        place=programme.course.value.pathways.index(way),
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
        title=programme.language.gettext("Words explained"),
        description=programme.language.gettext("Words of MS care in plain words, from A to Z."),
        letters=_by_letter([(word.term, word) for word in terms]),
    )


def _sources(programme: Programme) -> Page:
    here = cited_here(programme)
    found = (one for key, one in programme.sources.items() if key in here)
    listed = sorted(found, key=lambda one: one.title.lower())
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
