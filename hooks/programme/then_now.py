"""Two texts → what changed between them, as people would tell it: what it said then, and what it says now."""

import textwrap
from collections.abc import Iterator
from difflib import SequenceMatcher

WIDTH = 78


def then_and_now(then: str, now: str) -> Iterator[str]:
    """Lines to print, one group a change: the words before it, then the old and the new words."""
    old, new = _paragraphs(then), _paragraphs(now)
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        if a and what == "insert":
            yield from _wrapped("After:  ", old[a - 1][: WIDTH - 8])
        for text in old[a:b]:
            yield from _wrapped("Then:   ", text)
        for text in new[c:d]:
            yield from _wrapped("Now:    ", text)
        if what == "delete":
            yield "  Now:    (taken out)"
        yield ""


def _paragraphs(text: str) -> list[str]:
    """Lines with words: one a paragraph, item or key, as our texts are written."""
    return [line.strip() for line in text.split("\n") if line.strip() and line.strip() != "---"]


def _wrapped(label: str, text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=f"  {label}", subsequent_indent="  " + " " * len(label))
