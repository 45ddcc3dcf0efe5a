"""Pages for people who lead the course: the schedule, and a run sheet a session. The search has them last."""

from collections import Counter
from collections.abc import Iterator

from programme import addresses as at
from programme.pages.page import Page, page
from programme.run_sheet import RunSheet, run_sheet, starting
from programme.text import block_text, filled
from programme.whole import ModulePart, Programme, Session

OFTEN = 3
"""Meetings that need a thing, from which on it is worth having it there always."""


def pages(programme: Programme) -> Iterator[Page]:
    meeting = programme.course.value.meeting
    sheets = {
        one.id: run_sheet(one, meeting, filled(programme, one.body), programme.language)
        for one in programme.sessions
    }
    if programme.language.is_source:  # most of it is titles of all sessions
        yield _schedule(programme, sheets)
    for module in programme.modules:
        for session in module.sessions:
            if programme.shows(session.prose.path):
                yield _run_sheet(programme, module, session, sheets[session.id])


def _schedule(programme: Programme, sheets: dict[str, RunSheet]) -> Page:
    return page(
        programme,
        "facilitators/schedule.md",
        uri=at.SCHEDULE,
        source=programme.course.path,
        title="For people who lead the course",
        description="Run sheets, materials and the schedule of the whole course.",
        sheets=sheets,
        often=_often(sheets),
        leading=[one for one in programme.docs if one.body.uri.startswith(at.LEADING)],
    )


def run_sheet_page(programme: Programme, session: Session, start: str) -> Page:
    """The run sheet of a meeting that starts at `start`, by the 24-hour clock."""
    meeting = starting(programme.course.value.meeting, start)
    sheet = run_sheet(session, meeting, filled(programme, session.body), programme.language)
    module = next(one for one in programme.modules if one.id == session.module_id)
    return _run_sheet(programme, module, session, sheet)


def _run_sheet(programme: Programme, module: ModulePart, session: Session, sheet: RunSheet) -> Page:
    uri, say = at.run_sheet(module.id, session.id), programme.language.gettext
    notes = [
        (note.title or say("Notes"), block_text(programme, session.body, note, uri)) for note in sheet.notes
    ]
    return page(
        programme,
        "facilitators/run-sheet.md",
        uri=uri,
        source=session.prose.path,
        title=say("Run sheet: {title}").format(title=session.meta.title),
        description=say("How to lead the session {title}, minute by minute.").format(
            title=session.meta.title
        ),
        review=session.meta.review,
        module=module,
        session=session,
        sheet=sheet,
        notes=notes,
        activities=[
            (row.block, block_text(programme, session.body, row.block, uri))
            for row in sheet.rows
            if row.block
        ],
    )


def _often(sheets: dict[str, RunSheet]) -> list[str]:
    """What several meetings need, the most needed first; all else is asked for once, at its own session."""
    needed = Counter(need for sheet in sheets.values() for need in sheet.materials)
    return [need for need, meetings in needed.most_common() if meetings >= OFTEN]
