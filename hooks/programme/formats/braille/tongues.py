"""Text in which words of other languages are marked → braille, each in the table of its language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from programme.formats.braille.liblouis import Translator

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
"""Signs for private use: nobody's writing has letters there."""
_MARKED = re.compile(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")


def marked(language: str, words: str) -> str:
    """`words` with a sign that they are in `language`. What is marked within them loses its mark."""
    return f"{OPEN}{language}{MIDDLE}{_MARKED.sub(lambda inner: inner[2], words)}{CLOSE}"


@dataclass(frozen=True)
class Tongues:
    """`main` is the language of a document; for one that has no translator, that of `main` has to do."""

    main: str
    translators: Mapping[str, Translator]

    def cells(self, texts: Iterable[str]) -> list[str]:
        """Each text as braille ASCII; one run of the program for each language."""
        cut = [list(self._runs(text)) for text in texts]
        wanted: dict[str, list[str]] = {}
        for runs in cut:
            for language, words in runs:
                wanted.setdefault(language, []).append(words)
        made = {language: iter(self.translators[language].cells(said)) for language, said in wanted.items()}
        return ["".join(next(made[language]) for language, _ in runs) for runs in cut]

    def unknown(self, texts: Iterable[str]) -> set[str]:
        """The signs in `texts` that have no braille in the table of their language."""
        wanted: dict[str, set[str]] = {}
        for text in texts:
            for language, words in self._runs(text):
                wanted.setdefault(language, set()).update(one for one in words if not one.isascii())
        return {one for key, signs in wanted.items() for one in self.translators[key].unknown(signs)}

    def _runs(self, text: str) -> Iterable[tuple[str, str]]:
        """(language, words) in order."""
        at = 0
        for found in _MARKED.finditer(text):
            if found.start() > at:
                yield self.main, text[at : found.start()]
            language = found[1].split("-")[0]
            yield language if language in self.translators else self.main, found[2]
            at = found.end()
        if at < len(text) or not text:
            yield self.main, text[at:]
