"""When and where a centre runs the course: the page of all runs, and a flyer for each."""

from collections.abc import Iterator
from typing import Any

from programme import addresses as at
from programme.model.dates import Meeting, Run
from programme.pages.page import NOT_IN_SEARCH, Page
from programme.plain import plain
from programme.rendering import render
from programme.runs import Covered, covered, covered_in, run_name
from programme.tongues import told
from programme.whole import Programme

FULL_LINES, SHORT_LINES = 6, 16
"""A flyer with more lines of meetings than this has smaller letters, so that it stays one sheet. Lines are
short, and stand in two columns, where all meetings begin and end at the same times."""


def pages(programme: Programme) -> Iterator[Page]:
    """None for the shared course, and for a centre without dates. No review state: no health advice."""
    if programme.dates:
        yield _dates(programme, programme.dates.path)
        yield from (_flyer(programme, run, programme.dates.path) for run in programme.runs)


def _dates(programme: Programme, source: str) -> Page:
    say = programme.language.gettext
    title = say("Dates of the course")
    runs = [
        (
            run,
            _name(programme, run),
            _titles(programme, covered(programme, run)),
            list(_meetings(programme, run)),
        )
        for run in programme.runs
    ]
    text = render("dates/index.md", programme=programme, uri=at.DATES, title=title, runs=runs)
    about = say("When and where the course runs, how to book, and what help there is to take part.")
    return Page(at.DATES, source, title, about, text, template="dates.html", meta={"first_part": "<section"})


def _name(programme: Programme, run: Run) -> str:
    """What a run is called, as Markdown."""
    words, dates = plain(run_name(programme, run)), programme.dates
    if not run.title or not dates:
        return told(programme.language, words, programme.course, "title")
    return told(programme.language, words, dates, "runs", dates.value.runs.index(run), "title")


def _titles(programme: Programme, found: list[Covered]) -> list[tuple[str, str]]:
    """(title as Markdown, page) of modules and sessions."""
    return [(told(programme.language, plain(one.title), one.source, "title"), one.page) for one in found]


def _flyer(programme: Programme, run: Run, source: str) -> Page:
    uri, name, say = at.flyer(run.id), run_name(programme, run), programme.language.gettext
    meetings = [one for one, _ in _meetings(programme, run) if run.cancelled or run.takes_place(one)]
    same_time = len(meetings) > 1 and len({(one.begin, one.end) for one in meetings}) == 1
    dense = len(meetings) > (SHORT_LINES if same_time else FULL_LINES)
    words: dict[str, Any] = {"run": run, "name": _name(programme, run), "meetings": meetings}
    words |= {"same_time": same_time, "dense": dense}
    text = render("dates/flyer.md", programme=programme, uri=uri, **words)
    about = say("A sheet to print, with the dates of {name} and how to book.").format(name=name)
    title = say("Flyer: {name}").format(name=name)
    return Page(uri, source, title, about, text, template="flyer.html", meta=NOT_IN_SEARCH)


def _meetings(programme: Programme, run: Run) -> Iterator[tuple[Meeting, list[tuple[str, str]]]]:
    """The meetings to show, each with its sessions; those past on the day of the build are left out."""
    for meeting in run.meetings:
        if not programme.today or meeting.on >= programme.today:
            yield meeting, _titles(programme, covered_in(programme, meeting))
