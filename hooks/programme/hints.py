"""What an author wrote, told back to them, and advice for a word that is not one of those known."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_LIST = 160
LONGEST_QUOTE = 60


def short(value: object) -> str:
    """`value` on one line, cut where it is long: a problem is always one line that can be read."""
    text = " ".join(str(value)[: 10 * LONGEST_QUOTE].split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The one of `words` that `word` was probably meant to be."""
    by_small = {one.lower(): one for one in sorted(words)}
    close = get_close_matches(word.lower(), by_small, n=1, cutoff=0.6)
    return by_small[close[0]] if close else None


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """The nearest of `words`, or what there is to choose from."""
    known = sorted(set(words))
    close = nearest(word, known)
    if close:
        return f"did you mean '{close}'?"
    if len(listed := ", ".join(known)) > LONGEST_LIST:
        return f"none of the {len(known)} there are is like it"
    return f"choose from {listed}" if known else "there is none yet"
