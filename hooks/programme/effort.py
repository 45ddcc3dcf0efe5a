"""How long a session takes, derived from its text and its activities."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from programme.blocks_text import Block, walk
from programme.whole import Session

WORDS_A_MINUTE = 120
"""Slow, easy reading, or reading aloud; adults read silently at about 240 (Brysbaert 2019)."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NOT_READ = re.compile(r"\[@[^\]]*\]|\{\{.*?\}\}|\]\([^)]*\)|^/{3,}.*$|^ {4,}.*$", re.MULTILINE)


@dataclass(frozen=True)
class Effort:
    """Whole minutes of reading and of activities, and how many good places to stop."""

    reading: int
    activities: int
    stops: int

    @property
    def minutes(self) -> int:
        return self.reading + self.activities


def words(text: str) -> int:
    """How many words of `text` are read by a person."""
    return len(_WORD.findall(_NOT_READ.sub(" ", text)))


def reading_minutes(text: str) -> int:
    """Whole minutes to read `text`; 0 when there is nothing to read."""
    return ceil(words(text) / WORDS_A_MINUTE)


def talk_minutes(text: str) -> int:
    """Minutes to talk `text` through in a group, in fives; 0 when there is nothing to read.

    Twice the time of reading it, for questions: a sheet that cannot be kept cuts what matters most.
    """
    return ceil(words(text) * 2 / WORDS_A_MINUTE / 5) * 5


def activities(session: Session) -> list[Block]:
    """The activities of a session, in order."""
    return [block for block in walk(session.body.blocks) if block.name == "activity"]


def effort(session: Session, lines: Sequence[str | None]) -> Effort:
    """What a reader needs for the session, whose lines, filled in, are `lines`."""
    read = list(lines)
    for block in walk(session.body.blocks):
        if block.name in ("facilitator", "activity"):
            read[block.start : block.end + 1] = [None] * (block.end + 1 - block.start)
    own = sum(block.options.minutes for block in activities(session) if block.options)
    stops = sum(block.name == "stop" for block in walk(session.body.blocks))
    return Effort(reading_minutes("\n".join(line or "" for line in read)), own, stops)
