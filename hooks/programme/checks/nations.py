"""What differs by nation, and goes stale, stands in nations.yml or in text labelled with its nation."""

import re
from collections.abc import Iterator

from programme.blocks_text import nations_at
from programme.checks.lines import Line, lines_by_text, shared_path
from programme.checks.words import say
from programme.model.base import NATIONS, NationId
from programme.problems import Problem
from programme.remembering import Same, remembered
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
    for text in lines_by_text(programme):
        yield from _sums_and_numbers(text)


@remembered(Same)
def _sums_and_numbers(text: list[Line]) -> list[Problem]:
    rules = ((_AMOUNT, "sum-in-text"), (_PHONE, "number-in-text"), (_WAIT, "wait-in-text"))
    return [
        say(line.path, line.number, rule, text=found[found.lastindex or 0].strip())
        for line in filter(_shared_course, text)
        for pattern, rule in rules
        for found in pattern.finditer(CITATION.sub("", line.text))
    ]


def names_of_nations(programme: Programme) -> Iterator[Problem]:
    """A body, line or right that not all nations have is named only where those nations are meant."""
    names = programme.nation_names
    if not names:
        return
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest_first)) + r")(?:s|es)?(?![\w-])")
    bodies = {body.path: body for body in programme.bodies}
    for text in lines_by_text(programme):
        for line, name in _named(text, pattern):
            if not set(_speaks_for(programme, line, bodies.get(line.path))) <= names[name]:
                theirs = ", ".join(NATIONS[one] for one in NATIONS if one in names[name])
                yield say(line.path, line.number, "name-of-nation", name=name, nations=theirs)


@remembered(lambda text, pattern: (Same(text), pattern.pattern))
def _named(text: list[Line], pattern: re.Pattern[str]) -> list[tuple[Line, str]]:
    return [(line, found[1]) for line in text for found in pattern.finditer(CITATION.sub("", line.text))]


def _speaks_for(programme: Programme, line: Line, body: Body | None) -> tuple[NationId, ...]:
    """The nations that the line is for; none where names of any nation may stand."""
    path = shared_path(line.path).removeprefix("centre/")
    if not path.startswith("course/") or path.endswith(_OF_ANY):
        return ()
    here = nations_at(body.blocks, line.number - body.first_line) if body and line.uri else tuple(NATIONS)
    own = line.path.startswith("centre/")
    return tuple(one for one in here if one in programme.speaks_for) if own else here
