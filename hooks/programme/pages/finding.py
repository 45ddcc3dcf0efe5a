"""Ways to find a page: the search, and everything from A to Z, which needs no JavaScript."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify

from programme import addresses as at
from programme.pages.page import NOT_IN_SEARCH, Page, page
from programme.syntax import prose_lines
from programme.text_slug import slug
from programme.whole import Programme, Session
from programme.words import words_of

SESSIONS_OF_A_WORD = 3
_ON_MANY_PAGES = ("help", "safety", "urgent", "emergenc")
"""Headings with these words stand in many sessions; the page of whom to call stands for them all."""


@dataclass(frozen=True)
class Entry:
    """One line from A to Z: its words, and (words of the link, address) of each link."""

    words: str
    links: tuple[tuple[str, str], ...]


def pages(programme: Programme) -> Iterator[Page]:
    yield page(
        programme,
        "search.md",
        uri=at.SEARCH,
        source=programme.search.path,
        title=programme.language.gettext("Search"),
        description=programme.language.gettext("Find a page of the course by your own words."),
        meta={"template": "search.html", **NOT_IN_SEARCH},
    )
    if programme.language.is_source:  # elsewhere most of it would be titles in another language
        yield _a_to_z(programme)


def _a_to_z(programme: Programme) -> Page:
    return page(
        programme,
        "course/a-to-z.md",
        uri=at.A_TO_Z,
        source=programme.course.path,
        title="Everything from A to Z",
        description="All sessions, topics and words of the course, from A to Z.",
        letters=_by_letter(_entries(programme)),
        meta={"hide": ["toc"], **NOT_IN_SEARCH},
    )


def _by_letter(entries: Iterator[Entry]) -> dict[str, list[Entry]]:
    letters: dict[str, list[Entry]] = {}
    for entry in sorted(set(entries), key=lambda one: (_filed(one.words), one.links)):
        first = _filed(entry.words)[0]
        letters.setdefault(first.upper() if first.isalpha() else "0 to 9", []).append(entry)
    return letters


def _filed(words: str) -> str:
    """How an entry is sorted: without the article that it begins with."""
    return re.sub(r"^(a|an|the) ", "", words.lower())


def _entries(programme: Programme) -> Iterator[Entry]:
    for way in programme.course.value.pathways:
        yield Entry(way.title, (("Short way through the course", _link(at.pathway(way.id))),))
    for part in programme.modules:
        yield Entry(part.source.value.title, (("Module", _link(at.module(part.id))),))
    for session in programme.sessions:
        yield Entry(session.meta.title, (("Session", _link(session.body.uri)),))
        yield from _topics(session)
    yield from _words(programme)


def _topics(session: Session) -> Iterator[Entry]:
    """The headings of a session, without those that stand in many."""
    for _, line in prose_lines(session.body.text.split("\n")):
        title = line[3:].strip()
        if line.startswith("## ") and not any(one in title.lower() for one in _ON_MANY_PAGES):
            anchor = slugify(title, "-")
            yield Entry(title, ((session.meta.title, f"{_link(session.body.uri)}#{anchor}"),))


def _words(programme: Programme) -> Iterator[Entry]:
    """Each word with the sessions that speak of it most; other names for it lead to the word."""
    found = _sessions_of_words(programme)
    for word in programme.words:
        meaning = f"{_link(at.GLOSSARY)}#word-{slug(word.term)}"
        sessions = [one for one, _ in found.get(word.term, Counter()).most_common(SESSIONS_OF_A_WORD)]
        links = ((one.meta.title, _link(one.body.uri)) for one in sessions)
        yield Entry(word.term, (("What it means", meaning), *links))
        for other in word.also:
            yield Entry(other, ((f"See {word.term}", meaning),))


def _sessions_of_words(programme: Programme) -> dict[str, Counter[Session]]:
    finder = words_of(programme.words)
    found: dict[str, Counter[Session]] = {}
    for session in programme.sessions:
        for _, line in prose_lines(session.body.text.split("\n")):
            for word in finder.find(line.lstrip("# ")):
                found.setdefault(word.term, Counter())[session] += 1
    return found


def _link(uri: str) -> str:
    return at.link(at.A_TO_Z, uri)
