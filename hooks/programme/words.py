"""Glossary words in a text, explained where they first appear on a page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from programme.model.reference import Word
from programme.remembering import Same, remembered
from programme.syntax import blank_code

_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)|\[@[^\]]*\]|\{\{.*?\}\}")
_ITEM = re.compile(r"\s|[-*+] |\d+[.)] ")
NOT_INTERRUPTED = ("#", "/// help", "//// help")
"""Nothing comes between a heading and its text, nor between a help box and the lines to call below it."""


@dataclass
class Words:
    """The glossary, found by first word. One object serves many pages; `explain` handles one page."""

    glossary: Iterable[Word]
    by_first: dict[str, list[tuple[str, Word]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for word in self.glossary:
            for form in (word.term, *word.also):
                first = _TOKEN.match(form)
                if first:
                    self.by_first.setdefault(_stem(first[0]), []).append((form.lower(), word))
        for forms in self.by_first.values():
            forms.sort(key=lambda pair: -len(pair[0]))

    def explain(self, units: list[str]) -> list[str]:
        """`units` of one page, with a box of explanations after each that holds new words.

        A list is not broken apart, nor parted from what leads to it: its words are explained after it.
        """
        seen: set[str] = set()
        waiting: list[Word] = []
        made: list[str] = []
        for index, unit in enumerate(units):
            made.append(unit)
            if not unit.startswith(NOT_INTERRUPTED):
                for word in self.find(unit):
                    if word.term not in seen:
                        seen.add(word.term)
                        waiting.append(word)
            goes_on = index + 1 < len(units) and _ITEM.match(units[index + 1]) is not None
            if waiting and not goes_on and not unit.startswith(NOT_INTERRUPTED):
                made.append(_box(waiting))
                waiting = []
        return made

    @remembered(lambda words, unit: (Same(words), unit))
    def find(self, unit: str) -> list[Word]:
        """The words that appear in `unit`, in order of appearance."""
        found: list[Word] = []
        for line in unit.split("\n"):
            if line.startswith(("///", "    ", "#")):
                continue
            text = _LINK.sub(lambda link: link[1] or "", blank_code(line))
            covered = 0
            for token in _TOKEN.finditer(text):
                if token.start() >= covered:
                    covered = self._at(text, token, found)
        return found

    def _at(self, text: str, token: re.Match[str], found: list[Word]) -> int:
        """Add the longest word that begins at `token`; returns where it ends, or 0."""
        for form, word in self.by_first.get(_stem(token[0]), ()):
            end = token.start() + len(form)
            if text[token.start() : end].lower() == form and _ends(text, end):
                if word not in found:
                    found.append(word)
                return end
        return 0


@remembered(lambda glossary: tuple(map(Same, glossary)))
def words_of(glossary: tuple[Word, ...]) -> Words:
    """The same object for the same words, so that what it found is remembered with it."""
    return Words(glossary)


def _stem(token: str) -> str:
    lower = token.lower()
    return lower[:-1] if lower.endswith("s") and len(lower) > 3 else lower


def _ends(text: str, end: int) -> bool:
    """A word ends here, or after a plural s."""
    rest = text[end : end + 2]
    if rest[:1] == "s":
        rest = rest[1:]
    return not rest[:1].isalnum()


def _box(words: list[Word]) -> str:
    terms = ", ".join(word.term for word in words)
    listed = "\n\n".join(f"{word.term}\n:   {word.plain}" for word in words)
    return f"/// words | {terms}\n\n{listed}\n\n///"
