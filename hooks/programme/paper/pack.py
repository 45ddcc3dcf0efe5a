"""PDFs for people who lead: run sheets, cards of activities, and the sheets of a meeting."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from programme import addresses as at
from programme.effort import activities
from programme.formats.job import Job
from programme.model.base import Review
from programme.pages import docs
from programme.pages.page import Page
from programme.paper.leading import cards_code, run_sheet_code
from programme.paper.render import Renderer
from programme.paper.sheets import Use, sheet_code
from programme.whole import Doc, Programme, Session

if TYPE_CHECKING:
    from programme.paper.jobs import Code, Press

PEOPLE = 14
"""Rows of a list to fill in, where nobody says how many people come."""


class WithoutSources(Renderer):
    """For cards: they have no room for a list of sources, which the handout has."""

    def cites(self, numbers: list[int]) -> str:
        return ""


def jobs(press: "Press", sizes: tuple[int, ...]) -> Iterator[Job]:
    """All of them, for any meeting: what is not known yet is a line to write on."""
    for size in sizes:
        for session in press.texts.sessions:
            yield run_sheet(press, session, size)
            yield from cards(press, session, size)
        yield from (sheet(press, page, size) for page in sheets(press))


def sheets(press: "Press") -> list[Page]:
    """The pages that are printed for a meeting, a centre's own among them."""
    programme = press.texts.programme
    there = sheet_docs(programme)
    return [docs.doc_page(programme, one) for one in there if programme.shows(one.prose.path)]


def sheet_docs(programme: Programme) -> list[Doc]:
    return [one for one in programme.docs if one.body.uri.startswith(at.LEADING)]


def run_sheet(press: "Press", session: Session, size: int, start: str = "") -> Job:
    """`start` is a clock time by the 24-hour clock; that of the course where it is empty."""
    page = press.texts.run_sheet(session, start)
    use = _use(press, session.meta.review, title=session.meta.title)

    def code() -> "Code":
        document, problems = press.texts.page(page)
        renderer = press.renderer(document, size, use.how)
        made = run_sheet_code(document, use, renderer)
        return made, [*problems, *renderer.problems], document

    uri = at.printed_page(page.uri, size)
    return press.job(uri, page.uri, page.source, size, use.how, code, page.text, use.occasion)


def cards(press: "Press", session: Session, size: int) -> Iterator[Job]:
    """None for a session without activities."""
    if not activities(session):
        return
    how = press.printed(session.meta.review)

    def code() -> "Code":
        document, problems = press.texts.document(session)
        renderer = WithoutSources(document, size, how.words, address=how.address, pictures=press.picture)
        made = cards_code(session, document, how, renderer)
        return made, [*problems, *renderer.problems], document

    uri = at.cards(session.module_id, session.id, size)
    page, text = at.run_sheet(session.module_id, session.id), press.texts.texts[session.id]
    yield press.job(uri, page, session.prose.path, size, how, code, text)


def sheet(press: "Press", page: Page, size: int, people: int = PEOPLE) -> Job:
    """Any page of docs/facilitators/, with what it is for, and `people` rows where it has a list."""
    use = replace(_use(press), people=people)

    def code() -> "Code":
        document, problems = press.texts.page(page)
        renderer = press.renderer(document, size, use.how)
        made = sheet_code(document, use, renderer)
        return made, [*problems, *renderer.problems], document

    uri = at.printed_page(page.uri, size)
    return press.job(uri, page.uri, page.source, size, use.how, code, page.text, use.occasion, people)


def _use(press: "Press", *reviews: Review, title: str = "") -> Use:
    """What a sheet is for. A run sheet names its own session, also in a meeting with several."""
    occasion = press.texts.occasion
    occasion = replace(occasion, title=title) if title else occasion
    return Use(occasion, press.printed(*reviews), press.texts.programme.language, PEOPLE)
