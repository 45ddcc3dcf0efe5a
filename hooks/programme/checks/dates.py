"""A centre's dates can all happen: no meeting ends before it begins, and nobody has to be in two places."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise
from typing import Any

from programme.checks.words import mild, say
from programme.model.base import Ref, marked
from programme.model.dates import Meeting, Run
from programme.problems import Problem
from programme.run_sheet import run_sheet
from programme.whole import Programme

EARLIEST, LATEST = time(7), time(22)
"""No group meets at night: 1:30 is a slip for 13:30."""
LONGEST_GAP = timedelta(days=183)
"""Between two meetings of a group. More than half a year is a slip in the month or the year."""


@dataclass(frozen=True)
class _Held:
    """A meeting with the run that it is part of, and its line in dates.yml."""

    run: Run
    meeting: Meeting
    path: str
    line: int

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.meeting.on, self.meeting.begin)

    @property
    def ends(self) -> datetime:
        return datetime.combine(self.meeting.on, self.meeting.end)

    @property
    def takes_place(self) -> bool:
        return self.run.takes_place(self.meeting)

    @property
    def wheres(self) -> set[str]:
        """Room and online link, in which only one group can be at a time."""
        place, online = self.run.where(self.meeting)
        rooms = {f"{place.name}, {place.address}"} if place else set()
        return rooms | ({online.link} if online and online.link else set())

    @property
    def names(self) -> set[str]:
        return {lead.name for lead in self.run.led_by(self.meeting) if lead.name}


def _held(programme: Programme) -> list[list[_Held]]:
    """The meetings of each run; those whose day or times could not be read are told of elsewhere."""
    source = programme.dates
    if not source:
        return []
    found = []
    for index, run in enumerate(source.value.runs):
        rows = ((("runs", index, "meetings", number), one) for number, one in enumerate(run.meetings))
        known = ((source.document.line(at), one) for at, one in rows if _read(one))
        found.append([_Held(run, one, source.path, line) for line, one in known])
    return found


def _read(meeting: Meeting) -> bool:
    known = isinstance(meeting.begin, time) and isinstance(meeting.end, time)
    return known and isinstance(meeting.on, date)


def centre_is_named(programme: Programme) -> Iterator[Problem]:
    """Dates and states of aims are a centre's: without its name nobody knows whose."""
    for source in (programme.dates, programme.centre_plan):
        if source and not programme.centre:
            yield say(source.path, 1, "centre-unnamed")


def times_are_possible(programme: Programme) -> Iterator[Problem]:
    for one in (held for run in _held(programme) for held in run):
        if rule := wrong_times(one.meeting):
            begin, end = (f"{at:%H:%M}" for at in (one.begins, one.ends))
            yield say(one.path, one.line, rule, begin=begin, end=end)


def wrong_times(meeting: Meeting) -> str | None:
    """The rule that the times of a meeting break."""
    if meeting.end <= meeting.begin:
        return "meeting-ends"
    return "meeting-night" if meeting.begin < EARLIEST or meeting.end > LATEST else None


def in_order(programme: Programme) -> Iterator[Problem]:
    """The meetings of a run stand in order of time, and each begins when the one before has ended."""
    for before, one in (pair for run in _held(programme) for pair in pairwise(run)):
        if one.begins < before.ends:
            yield say(one.path, one.line, "meeting-order", day=one.meeting.on, before=before.meeting.on)
        elif one.meeting.on - before.meeting.on > LONGEST_GAP:
            yield say(one.path, one.line, "meeting-gap", day=one.meeting.on, before=before.meeting.on)


def nobody_in_two_places(programme: Programme) -> Iterator[Problem]:
    """Two groups in one room, or one person with two groups, at the same time."""
    meetings = [held for run in _held(programme) for held in run if held.takes_place]
    meetings.sort(key=lambda held: (held.begins, held.line))
    for one, other in combinations(meetings, 2):
        if one.run is not other.run and other.begins < one.ends and one.begins < other.ends:
            first, second = sorted((one, other), key=lambda held: held.line)
            for what in sorted(_shared(one, other)):
                where = f"line {first.line}"
                yield say(second.path, second.line, "meetings-clash", what=what, where=where)


def _shared(one: _Held, other: _Held) -> set[str]:
    """What both need: the room, the link or the people, by name. Two MS nurses may be two people."""
    return {*_same(one.wheres, other.wheres), *_same(one.names, other.names)}


def _same(some: set[str], others: set[str]) -> set[str]:
    """Those of `some` that are in `others`; people write the same name with other spaces and capitals."""
    simple: Callable[[str], str] = lambda text: " ".join(text.lower().split())  # noqa: E731
    there = set(map(simple, others))
    return {one for one in some if simple(one) in there}


def place_is_said(programme: Programme) -> Iterator[Problem]:
    for one in (held for run in _held(programme) for held in run):
        run, meeting = one.run, one.meeting
        if not (run.place or run.online or meeting.place or meeting.online):
            yield say(one.path, one.line, "meeting-nowhere")


def booking_ends_before_it_begins(programme: Programme) -> Iterator[Problem]:
    for run, meetings in _runs(programme):
        by = run.booking.by if run.booking else None
        last = max((held.meeting.on for held in meetings), default=None)
        if isinstance(by, date) and last and by > last:
            yield _at(programme, run, ("booking", "by"), "booking-late", by=by, last=last)


def sessions_are_of_the_run(programme: Programme) -> Iterator[Problem]:
    """A run that names what it covers meets for nothing else."""
    modules = {part.id: {one.id for one in part.sessions} for part in programme.modules}
    for run, meetings in _runs(programme):
        covered = {*run.sessions, *(one for module in run.modules for one in modules.get(module, ()))}
        known = all(module in modules for module in run.modules)
        for held in meetings if covered and known else ():
            for session in held.meeting.sessions:
                if session and session not in covered:
                    yield say(held.path, held.line, "session-not-covered", session=session, run=run.id)


def sessions_are_here(programme: Programme) -> Iterator[Problem]:
    """A warning: the page of dates cannot lead to a session that the centre has left out."""
    course = programme.centre.value.course if programme.centre else None
    named, source = set(course.leave_out if course else ()), programme.dates
    out = {part.id for part in programme.modules} & named
    out |= {one.id for one in programme.sessions if {one.id, one.module_id} & named}
    for path, kind, key in marked(source.value, Ref) if source else ():
        if source and kind in ("session", "module") and key in out:
            yield mild(say(source.path, source.document.line(path), "dates-left-out", name=key))


def sessions_fit(programme: Programme) -> Iterator[Problem]:
    """A warning: people who lead may leave parts out, and only they know which."""
    parts = {session.id: session for session in programme.sessions}
    meeting = programme.course.value.meeting
    if programme.course.read != "whole":
        return
    fixed = meeting.welcome + meeting.break_ + meeting.close
    for held in (one for run in _held(programme) for one in run if one.takes_place and one.ends > one.begins):
        sheets = [
            run_sheet(parts[one], meeting, parts[one].body.text.split("\n")).minutes
            for one in held.meeting.sessions
            if one in parts
        ]
        needed = sum(sheets) - fixed * (len(sheets) - 1)
        there = int((held.ends - held.begins).total_seconds() // 60)
        if sheets and needed > there:
            said = say(held.path, held.line, "meeting-short", needed=needed, there=there)
            yield replace(said, severity="warning")


def _runs(programme: Programme) -> Iterator[tuple[Run, list[_Held]]]:
    if programme.dates:
        yield from zip(programme.dates.value.runs, _held(programme), strict=True)


def _at(programme: Programme, run: Run, key: tuple[str, ...], rule: str, **words: Any) -> Problem:
    """A problem at a key of a run."""
    assert programme.dates
    index = next(n for n, one in enumerate(programme.dates.value.runs) if one is run)
    line = programme.dates.document.line(("runs", index, *key))
    return say(programme.dates.path, line, rule, **words)
