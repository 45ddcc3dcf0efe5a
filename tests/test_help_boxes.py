"""The same danger is told in the same words wherever it stands, so that nobody has to compare two boxes."""

from difflib import SequenceMatcher
from itertools import combinations

from programme.prose import passages
from programme.whole import Programme

ALIKE = 0.88
"""Two lines more alike than this (0 to 1) are meant to be one. They were found to differ by one clause."""


def test_lines_of_help_boxes_that_are_alike_are_the_same(programme: Programme) -> None:
    lines: dict[str, str] = {}
    for session in programme.sessions:
        for one in passages(session.body):
            if one.blocks == ("help",) and one.item:
                lines.setdefault(one.words, f"{session.body.path}:{one.line}")
    assert len(lines) > 20
    almost = [
        (lines[one], one, lines[two], two)
        for one, two in combinations(lines, 2)
        if SequenceMatcher(None, one, two).quick_ratio() > ALIKE
        and SequenceMatcher(None, one, two).ratio() > ALIKE
    ]
    assert almost == []
