"""The programme → all its pages. Nothing here touches the disk."""

from collections.abc import Iterator
from dataclasses import replace

from programme.pages import course, dates, docs, facilitators, finding, plan, posters
from programme.pages.page import Page
from programme.sources import Held
from programme.whole import Programme


def pages(programme: Programme) -> Iterator[Page]:
    """Every page of the site in the language of `programme`; where that is not English, only those with a
    text in it."""
    yield from course.pages(programme)
    yield from facilitators.pages(programme)
    if programme.language.is_source:  # these have no translation
        yield from plan.pages(programme)
        yield from posters.pages(programme)
    yield from dates.pages(programme)
    yield from finding.pages(programme)
    yield from docs.pages(programme)


def pages_of_all(programme: Programme) -> Iterator[Page]:
    """Every page in every language of the site: the same pages in each, in English where a text is not
    translated."""
    shared = {page.uri: page for page in pages(programme)}
    yield from shared.values()
    for other in programme.others:
        own = {page.uri: page for page in pages(other)}
        held = {one.path: one.held for one in other.parts if one.held}
        for uri, page in shared.items():
            if uri in own:
                yield _translated(own[uri], other, held.get(own[uri].source))
            else:
                yield replace(page, language=other.language)


def _translated(page: Page, other: Programme, held: Held | None) -> Page:
    """A page without a text of its own has the words of the frame alone, which are reviewed apart."""
    data = {**page.data, "inLanguage": other.language.code} if page.data else None
    stale, draft = bool(held and held.stale), not (held and held.reviewed_by)
    return replace(page, language=other.language, shared=False, stale=stale, draft=draft, data=data)


__all__ = ["Page", "pages", "pages_of_all"]
