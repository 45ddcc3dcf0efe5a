"""Every text of a page with the language that the page says it is in (WCAG 2.2, 3.1.1 and 3.1.2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

READ_OUT = {"alt", "title", "aria-label", "placeholder", "data-label"}
"""Attributes that people hear or see."""
NOT_WORDS = {"script", "style", "code", "pre", "kbd", "samp"}
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(frozen=True)
class Said:
    """One text or attribute, its language, and the elements it stands in, the innermost last."""

    text: str
    language: str
    inside: tuple[str, ...]


def said(html: str) -> Iterator[Said]:
    """All that the page `html` says, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Said] = []
        self.open: list[tuple[str, str, str]] = [("", "", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        language = given.get("lang") or self.open[-1][1]
        self.open.append((tag, language[:2], f"{tag}.{given.get('class', '') or given.get('id', '')}"))
        for key, value in given.items():
            if (
                key in READ_OUT
                or (key.startswith("data-") and " " in value and key != "data-nations")
                or _described(given, key)
            ):
                self.add(value)
        if tag in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if any(one[0] == tag for one in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not NOT_WORDS & {one[0] for one in self.open}:
            self.add(data)

    def add(self, text: str) -> None:
        if text.strip():
            language, inside = self.open[-1][1], tuple(one[2] for one in self.open[1:])
            self.found.append(Said(" ".join(text.split()), language, inside))


def _described(given: dict[str, str], key: str) -> bool:
    return key == "content" and given.get("name") == "description"
