"""What the page of dates, the flyers and the calendars all say of a run."""

from programme import addresses as at
from programme.model.dates import Meeting, Run
from programme.whole import Programme


def run_name(programme: Programme, run: Run) -> str:
    return run.title or programme.course.value.title


def covered(programme: Programme, run: Run) -> list[tuple[str, str]]:
    """(title, page) of what a run covers; empty for the whole course."""
    modules = {part.id: part.source.value.title for part in programme.modules}
    found = [(modules[one], at.module(one)) for one in run.modules]
    return found + sessions(programme, run.sessions)


def covered_in(programme: Programme, meeting: Meeting) -> list[tuple[str, str]]:
    """(title, page) of the sessions of one meeting; empty where it does not name them."""
    return sessions(programme, meeting.sessions)


def sessions(programme: Programme, ids: tuple[str, ...]) -> list[tuple[str, str]]:
    there = {one.id: (one.meta.title, one.body.uri) for one in programme.sessions}
    return [there[one] for one in ids]
