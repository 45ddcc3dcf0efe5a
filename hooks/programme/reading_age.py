"""How hard a text is to read, by the formulas of the `readability` library (nothing is downloaded)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import readability

_WORD = re.compile(r"\w[\w’'-]*")
_SCHOOL_STARTS = 5
"""Age in years at which grade 0 of the formulas begins."""


@dataclass(frozen=True)
class Figures:
    """Figures of one text. Ages are in years, by SMOG (McLaughlin 1969), which is the stricter one and is
    often advised for health texts, and by Flesch-Kincaid (1975)."""

    words: int
    longest: int
    median: float
    smog: float
    kincaid: float


def figures(sentences: Sequence[str]) -> Figures | None:
    """The figures of a text given as its sentences; None where it has no words.

    Items of a list count as sentences. Below 30 sentences SMOG is rough.
    """
    tokens = [found for one in sentences if (found := _WORD.findall(one))]
    if not tokens:
        return None
    lengths = [len(one) for one in tokens]
    grades = readability.getmeasures([" ".join(one) + " ." for one in tokens], lang="en")[
        "readability grades"
    ]
    smog, kincaid = grades["SMOGIndex"] + _SCHOOL_STARTS, grades["Kincaid"] + _SCHOOL_STARTS
    return Figures(sum(lengths), max(lengths), median(lengths), round(smog, 1), round(kincaid, 1))


def length(sentence: str) -> int:
    """How many words a sentence has."""
    return len(_WORD.findall(sentence))
