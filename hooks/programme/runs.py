"""What the page of dates, the flyers and the calendars all say of a run."""

from typing import Any, NamedTuple

from programme import addresses as at
from programme.model.dates import Meeting, Run
from programme.sources import Sourced
from programme.whole import Programme


class Covered(NamedTuple):
    """A module or session: its title, its page, and the source that has this title."""

    title: str
    page: str
    source: Sourced[Any]


def run_name(programme: Programme, run: Run) -> str:
    return run.title or programme.course.value.title


def covered(programme: Programme, run: Run) -> list[Covered]:
    """What a run covers; empty for the whole course.

    A run that names nothing covers what its meetings name, when each of them does.
    """
    modules = {part.id: part.source for part in programme.modules}
    here = [one for one in run.modules if one in modules]
    found = [Covered(modules[one].value.title, at.module(one), modules[one]) for one in here]
    named = [meeting.sessions for meeting in run.meetings]
    says = run.modules or run.sessions or not all(named)
    return found + sessions(programme, run.sessions if says else tuple(dict.fromkeys(sum(named, ()))))


def covered_in(programme: Programme, meeting: Meeting) -> list[Covered]:
    """The sessions of one meeting; empty where it does not name them."""
    return sessions(programme, meeting.sessions)


def sessions(programme: Programme, ids: tuple[str, ...]) -> list[Covered]:
    """Those that this site has: a centre may have left one out, and a new edition may not have it."""
    there = {one.id: one for one in programme.sessions}
    here = [there[one] for one in ids if one in there]
    return [Covered(one.meta.title, one.body.uri, one.prose.meta) for one in here]
