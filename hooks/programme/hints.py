"""Advice for a word that is not one of those known."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_LIST = 12


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """The nearest of `words`, or what there is to choose from."""
    known = sorted(set(words))
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    if len(known) > LONGEST_LIST:
        return f"none of the {len(known)} there are is like it"
    return f"there is {', '.join(known)}" if known else "there is none yet"
