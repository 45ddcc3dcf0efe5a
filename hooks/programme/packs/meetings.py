"""What each meeting of a run covers: as its dates say; where they do not, the rest is shared out in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from programme.model.dates import Meeting, Run
from programme.whole import Programme, Session


@dataclass(frozen=True)
class Covered:
    """Meeting `number` counts from 1, those cancelled too. `told`: whether the dates say what it covers."""

    number: int
    meeting: Meeting
    sessions: tuple[Session, ...]
    told: bool = True


@dataclass
class Split:
    """The meetings that take place; sessions of the run that none of them covers."""

    meetings: list[Covered] = field(default_factory=list)
    left: list[Session] = field(default_factory=list)
    cancelled: list[Meeting] = field(default_factory=list)


def split(programme: Programme, run: Run) -> Split:
    """Sessions that no meeting names go to meetings that name none: as many to each, the first ones more."""
    named = {one for meeting in run.meetings for one in meeting.sessions}
    spare = [one for one in _of_run(programme, run) if one.id not in named]
    by_id = {one.id: one for one in programme.sessions}
    made = Split(cancelled=[one for one in run.meetings if not run.takes_place(one)])
    open_ = [one for one in run.meetings if run.takes_place(one) and not one.sessions]
    shares = _shares(spare, len(open_))
    for number, meeting in enumerate(run.meetings, 1):
        if meeting in made.cancelled:
            made.left += [by_id[one] for one in meeting.sessions if one in by_id]
        elif meeting.sessions:
            there = tuple(by_id[one] for one in meeting.sessions if one in by_id)
            made.meetings.append(Covered(number, meeting, there))
        else:
            made.meetings.append(Covered(number, meeting, next(shares), told=False))
    held = {one.id for covered in made.meetings for one in covered.sessions}
    made.left = [one for one in dict.fromkeys((*made.left, *spare)) if one.id not in held]
    return made


def _of_run(programme: Programme, run: Run) -> list[Session]:
    """All that the run covers, in the order of the course."""
    if not run.modules and not run.sessions:
        named_by_meetings = any(meeting.sessions for meeting in run.meetings)
        all_named = all(meeting.sessions for meeting in run.meetings)
        return [] if named_by_meetings and all_named else list(programme.sessions)
    return [one for one in programme.sessions if one.module_id in run.modules or one.id in run.sessions]


def _shares(sessions: list[Session], count: int) -> Iterator[tuple[Session, ...]]:
    start = 0
    for number in range(count):
        end = start + -(-(len(sessions) - start) // (count - number))
        yield tuple(sessions[start:end])
        start = end
