"""The programme → all its pages. Nothing here touches the disk."""

from collections.abc import Iterator

from programme.pages import course, docs, facilitators, plan, posters
from programme.pages.page import Page
from programme.whole import Programme


def pages(programme: Programme) -> Iterator[Page]:
    """Every page of the site."""
    yield from course.pages(programme)
    yield from facilitators.pages(programme)
    yield from plan.pages(programme)
    yield from posters.pages(programme)
    yield from docs.pages(programme)


__all__ = ["Page", "pages"]
