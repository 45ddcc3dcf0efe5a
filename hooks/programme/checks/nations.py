"""What differs by nation, and goes stale, stands in nations.yml or in text labelled with its nation."""

import re
from collections.abc import Iterator

from programme.blocks_text import nations_at
from programme.checks.lines import Line, lines, shared_path
from programme.checks.words import say
from programme.model.base import NATIONS, NationId
from programme.problems import Problem
from programme.syntax import CITATION
from programme.whole import Body, Programme

_AMOUNT = re.compile(r"£ ?\d[\d,.]*")
_PHONE = re.compile(
    r"(?<![\d/.£-])(?:(?:\+44|0)\d[\d ()-]{7,12}\d|111|116 ?123|101|105|119|18000)(?![\d,.]*\d)"
)
"""Numbers in the UK's form, and its short numbers, 999 apart: that one is the same everywhere."""
_WAIT = re.compile(
    r"\b(?:waits?|waiting|target|referrals?|referred|treated|seen)\b[^.]*?\b(\d+ (?:weeks|working days))\b",
    re.IGNORECASE,
)


_OF_ANY = ("/nations.yml", "/glossary.yml", "/sources.yml")
"""Here names of any nation may stand: each entry says which nation it is for."""


def _shared_course(line: Line) -> bool:
    """Texts of the course that every nation reads. A centre knows its own numbers, sums and waits."""
    path = shared_path(line.path)
    return path.startswith("course/") and not path.endswith(("/nations.yml", "/sources.yml"))


def sums_and_numbers(programme: Programme) -> Iterator[Problem]:
    for line in filter(_shared_course, lines(programme)):
        text = CITATION.sub("", line.text)
        for pattern, rule in ((_AMOUNT, "sum-in-text"), (_PHONE, "number-in-text"), (_WAIT, "wait-in-text")):
            for found in pattern.finditer(text):
                shown = found[found.lastindex or 0].strip()
                yield say(line.path, line.number, rule, text=shown)


def names_of_nations(programme: Programme) -> Iterator[Problem]:
    """A body, line or right that not all nations have is named only where those nations are meant."""
    names = programme.nation_names
    if not names:
        return
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest_first)) + r")(?:s|es)?(?![\w-])")
    bodies = {body.path: body for body in programme.bodies}
    for line in lines(programme):
        speaks = _speaks_for(programme, line, bodies.get(line.path))
        for found in pattern.finditer(CITATION.sub("", line.text)) if speaks else ():
            if not set(speaks) <= names[found[1]]:
                theirs = ", ".join(NATIONS[one] for one in NATIONS if one in names[found[1]])
                yield say(line.path, line.number, "name-of-nation", name=found[1], nations=theirs)


def _speaks_for(programme: Programme, line: Line, body: Body | None) -> tuple[NationId, ...]:
    """The nations that the line is for; none where names of any nation may stand."""
    path = shared_path(line.path).removeprefix("centre/")
    if not path.startswith("course/") or path.endswith(_OF_ANY):
        return ()
    here = nations_at(body.blocks, line.number - body.first_line) if body and line.uri else tuple(NATIONS)
    own = line.path.startswith("centre/")
    return tuple(one for one in here if one in programme.speaks_for) if own else here
