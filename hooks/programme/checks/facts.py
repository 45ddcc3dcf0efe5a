"""Facts rest on sources: what a session claims, it cites."""

import re
from collections.abc import Iterator
from itertools import groupby

from programme.checks.words import say
from programme.hints import short
from programme.problems import Problem
from programme.prose import Passage, passages
from programme.remembering import Same, remembered
from programme.syntax import CITATION
from programme.whole import Body, Programme

_CLAIM = re.compile(
    r"\b\d[\d,.]* (?!out of 10\b(?! people))(?:in|out of|of every) (?:every )?\d+\b|\d[\d.,]* ?%"
    r"|\bper cent\b|\bNICE\b|\bguidelines?\b"
    r"|\b(?:study|studies|trials?|surveys?|research|evidence)"
    r" (?:of \d|in \d|with \d|(?:show|found|suggest|says)\w*)"
    r"|\b(?:by law|the law says|legal (?:right|duty))\b"
    r"|\b(?:half|third|quarter|most|many) of (?:all )?people with MS\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""What can only be known from a source: counts, findings, laws, guidelines, years; no mark out of 10."""
_NOT_FACTS = {"facilitator", "activity", "stop", "local"}
"""Blocks that say what to do, in the course or in one centre."""


def have_sources(programme: Programme) -> Iterator[Problem]:
    for session in programme.sessions:
        yield from _without_source(session.body)


@remembered(Same)
def _without_source(body: Body) -> list[Problem]:
    told = [one for one in passages(body) if not _NOT_FACTS & set(one.blocks)]
    return [
        say(body.path, passage.line, "fact-without-source", claim=short(claim[0]))
        for passage, cited in _with_citations(told)
        if not cited and (claim := _CLAIM.search(passage.words))
    ]


def _with_citations(told: list[Passage]) -> Iterator[tuple[Passage, bool]]:
    """Each passage with whether a source stands in it, or in the list that it is part of."""
    for _, group in groupby(told, lambda one: (one.section, one.blocks, one.item)):
        members = list(group)
        whole = members[-1].item and any(CITATION.search(one.raw) for one in (members[0], members[-1]))
        for one in members:
            yield one, whole or bool(CITATION.search(one.raw))
