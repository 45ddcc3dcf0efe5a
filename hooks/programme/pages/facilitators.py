"""Pages for people who lead the course: the schedule, and a run sheet a session. Not in the search."""

from collections.abc import Iterator

from programme import addresses as at
from programme.pages.page import NOT_IN_SEARCH, Page, page
from programme.run_sheet import RunSheet, run_sheet
from programme.text import block_text, filled
from programme.whole import ModulePart, Programme, Session


def pages(programme: Programme) -> Iterator[Page]:
    meeting = programme.course.value.meeting
    sheets = {one.id: run_sheet(one, meeting, filled(programme, one.body)) for one in programme.sessions}
    yield page(
        programme,
        "facilitators/schedule.md",
        uri=at.SCHEDULE,
        source=programme.course.path,
        title="For people who lead the course",
        description="Run sheets, materials and the schedule of the whole course.",
        sheets=sheets,
        materials=_materials(sheets),
        meta=NOT_IN_SEARCH,
    )
    for module in programme.modules:
        for session in module.sessions:
            yield _run_sheet(programme, module, session, sheets[session.id])


def _run_sheet(programme: Programme, module: ModulePart, session: Session, sheet: RunSheet) -> Page:
    uri = at.run_sheet(module.id, session.id)
    notes = [(note.title or "Notes", block_text(programme, session.body, note, uri)) for note in sheet.notes]
    return page(
        programme,
        "facilitators/run-sheet.md",
        uri=uri,
        source=session.prose.path,
        title=f"Run sheet: {session.meta.title}",
        description=f"How to lead the session {session.meta.title}, minute by minute.",
        module=module,
        session=session,
        sheet=sheet,
        notes=notes,
        activities=[
            (row.block, block_text(programme, session.body, row.block, uri))
            for row in sheet.rows
            if row.block
        ],
        meta=NOT_IN_SEARCH,
    )


def _materials(sheets: dict[str, RunSheet]) -> list[str]:
    return list(dict.fromkeys(need for sheet in sheets.values() for need in sheet.materials))
