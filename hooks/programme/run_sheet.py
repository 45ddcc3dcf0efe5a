"""The run sheet of a group meeting: what happens when, derived from the session's own text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import accumulate

from programme.blocks_text import Block, walk
from programme.effort import talk_minutes
from programme.language import ENGLISH, Language
from programme.model.course import Meeting
from programme.whole import Session

_Part = tuple[str, int, Block | None]
_STEP = re.compile(r"##\s+(.*?)\s*#*(?:\{[^{}]*\})?\s*$")


@dataclass(frozen=True)
class Row:
    """One line of the run sheet: `begin` is a clock time, `at` minutes since the start."""

    at: int
    begin: str
    minutes: int
    what: str
    block: Block | None = None


@dataclass
class RunSheet:
    """All rows, what to have ready, and the facilitator blocks in order."""

    rows: list[Row] = field(default_factory=list)
    materials: list[str] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    minutes: int = 0
    end: str = ""


def starting(meeting: Meeting, start: str) -> Meeting:
    """`meeting` from another time on, by the 24-hour clock; as it is where `start` is empty."""
    return meeting.model_copy(update={"start": start}) if start else meeting


def run_sheet(
    session: Session, meeting: Meeting, lines: Sequence[str | None], language: Language = ENGLISH
) -> RunSheet:
    """Welcome, each step talked through, its activities, a break nearest the middle, and the close.

    `lines` are the lines of the session's text with names filled in.
    """
    say = language.gettext
    welcome: _Part = (say("Welcome, ground rules and how people are today"), meeting.welcome, None)
    close: _Part = (say("What each person takes away, and the end"), meeting.close, None)
    parts = [welcome, *_parts(session, lines, language), close]
    parts.insert(_middle(parts), (say("Break"), meeting.break_, None))
    sheet, done = RunSheet(), 0
    for what, minutes, block in parts:
        sheet.rows.append(Row(done, _clock(meeting.start, done), minutes, what, block))
        done += minutes
    sheet.minutes, sheet.end = done, _clock(meeting.start, done)
    for block in walk(session.body.blocks):
        if block.name == "facilitator":
            sheet.notes.append(block)
        elif block.name == "activity" and block.options:
            sheet.materials += [need for need in block.options.needs if need not in sheet.materials]
    return sheet


def _middle(parts: list[_Part]) -> int:
    """Where the break goes: after the activity that ends nearest the middle, or after any part."""
    ends = list(accumulate(minutes for _, minutes, _ in parts))
    after = [n for n, (_, _, block) in enumerate(parts) if block] or list(range(len(parts) - 1))
    return min(after, key=lambda n: abs(ends[n] - ends[-1] / 2)) + 1


def _parts(session: Session, lines: Sequence[str | None], language: Language) -> list[_Part]:
    """Each ## step of the text with the minutes to talk it through, then the activities in it."""
    say = language.gettext
    blocks = {block.start: block for block in session.body.blocks}
    steps: list[tuple[str, list[str], list[Block]]] = []
    index = 0
    while index < len(lines):
        block = blocks.get(index)
        if heading := _STEP.match(lines[index] or ""):
            steps.append((heading[1], [], []))
        elif block is not None and steps:
            inside = [one for one in block.walk() if one.name == "activity" and one.options]
            steps[-1][2].extend(inside)
            if block.name not in ("activity", "facilitator"):
                steps[-1][1].extend(line or "" for line in lines[block.inner : block.end])
            index = block.end
        elif steps:
            steps[-1][1].append(lines[index] or "")
        index += 1
    parts: list[_Part] = []
    for title, text, activities in steps:
        if minutes := talk_minutes("\n".join(text)):
            parts.append((say("Talk it through: {title}").format(title=title), minutes, None))
        parts += [
            (say("Activity: {title}").format(title=one.title), one.options.minutes, one) for one in activities
        ]
    return parts


def _clock(start: str, minutes: int) -> str:
    return f"{datetime.strptime(start, '%H:%M') + timedelta(minutes=minutes):%H:%M}"
