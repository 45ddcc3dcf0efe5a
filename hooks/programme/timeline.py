"""The timeline as a picture: what stands where. Laid out downwards, so that a phone shows it at full size."""

import textwrap
from dataclasses import dataclass
from datetime import date

from programme.deadlines import aim_deadlines, plan_years
from programme.model.plan import Step
from programme.rendering import day
from programme.whole import Programme

WIDTH = 360
"""Width in CSS pixels: that of a small phone. Text is 17 pixels high there, and larger on wider screens."""
LETTERS = 29
"""Letters on a line. The widest common font (DejaVu Sans) needs 0.6 of 17 pixels a letter, of 298 pixels."""
LINE, PADDING, GAP = 23, 12, 16
STEPS, PHASES = "Steps in making the course", "The three phases of the programme"


@dataclass(frozen=True)
class Text:
    """One line of text. `y` is its base line in pixels."""

    y: int
    text: str
    bold: bool = False


@dataclass(frozen=True)
class Box:
    """One step in its box. `y` and `height` in pixels; `dashed` when it is still to be confirmed."""

    y: int
    height: int
    number: int
    dashed: bool
    lines: tuple[Text, ...]
    last: bool


@dataclass(frozen=True)
class Picture:
    """The whole picture: headings and boxes, top to bottom."""

    width: int
    height: int
    headings: tuple[Text, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Entry:
    """A step in words, the same in the picture and in the list below it.

    `mark` says its state, and is empty where the title does; `due` says its deadline, and is empty without.
    """

    step: Step
    mark: str
    due: str


def entries(programme: Programme, steps: tuple[Step, ...]) -> tuple[Entry, ...]:
    due = aim_deadlines(plan_years(programme.plan.value, programme.plan_start))
    return tuple(Entry(step, _mark(step), _due(due.get(step.aim or ""))) for step in steps)


def _mark(step: Step) -> str:
    """Said in words, not by the dashes alone; once, where the title says it already."""
    if step.state == "stated":
        return "Stated"
    return "" if "to be confirmed" in step.title.lower() else "To be confirmed"


def _due(deadline: date | None) -> str:
    return f"By {day(deadline)}" if deadline else ""


def picture(programme: Programme) -> Picture:
    """The steps of the course, then the phases of the programme."""
    timeline = programme.timeline.value
    headings: list[Text] = []
    boxes: list[Box] = []
    y = 0
    for title, steps in ((STEPS, timeline.steps), (PHASES, timeline.phases)):
        y += 34
        headings.append(Text(y, title, bold=True))
        y += 18
        for number, entry in enumerate(entries(programme, steps), 1):
            boxes.append(_box(y, number, entry, last=number == len(steps)))
            y += boxes[-1].height + GAP
    return Picture(WIDTH, y, tuple(headings), tuple(boxes))


def _box(y: int, number: int, entry: Entry, last: bool) -> Box:
    parts = ((entry.mark, False), (entry.step.title, True), (entry.step.text or "", False), (entry.due, True))
    wrapped = [(line, bold) for text, bold in parts for line in textwrap.wrap(text, LETTERS)]
    lines = tuple(Text(y + PADDING + LINE * index + 17, *one) for index, one in enumerate(wrapped))
    height = LINE * len(lines) + 2 * PADDING
    return Box(y, height, number, entry.step.state == "to-confirm", lines, last)
