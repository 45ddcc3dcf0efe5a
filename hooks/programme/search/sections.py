"""The HTML of a page → its sections, each with the anchor that leads to it.

Read from the finished HTML and not from Markdown: so the search finds exactly what a reader sees, with names
filled in, notes for others taken out, and every anchor as the page has it.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from programme.language import ENGLISH, Language
from programme.model.base import NATIONS, NationId
from programme.remembering import remembered

NOT_FOUND = "data-search-exclude"
"""What stands in an element with this attribute is not found, nor what stands under such a heading."""
_HEADINGS = ("h2", "h3", "dt")
_NOT_FOUND_CLASSES = {"cite", "effort", "review", "answer"}
_NOT_FOUND_CLASSES |= {"box-facts", "box-paper", "box-label", "box-stop", "box-words"}
"""The same, of our own blocks and templates. Words are explained on a page of their own."""
_SKIPPED = {"script", "style", "svg", "pre", "template", "button", "select"}
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_INLINE = {"a", "abbr", "b", "bdi", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong"}
_INLINE |= {"sub", "sup", "time", "u", "label", "td", "th"}
_LABEL = re.compile(r"([^:]{1,40}): ")

Nations = tuple[NationId, ...]


@dataclass(frozen=True)
class Passage:
    """One paragraph, item of a list or row of a table. `nations` is empty where it holds in all four."""

    text: str
    nations: Nations = ()


@dataclass
class Section:
    """What stands under one heading. `anchor` and `heading` are empty for what stands above the first.

    `kind` is that of the block that the heading stands in: help, activity, check, or none.
    """

    anchor: str = ""
    heading: str = ""
    kind: str = ""
    passages: list[Passage] = field(default_factory=list)


@remembered(lambda html, language=ENGLISH: (html, language.code))
def sections(html: str, language: Language = ENGLISH) -> list[Section]:
    """The sections of a page in order, the first with what stands under its title; none is empty."""
    reader = _Reader({language.gettext(name): key for key, name in NATIONS.items()})
    reader.feed(html)
    reader.close()
    reader.end_passage()
    return [one for one in reader.found if one.heading or one.passages]


@dataclass
class _Open:
    """An element that is open, and what holds inside it."""

    tag: str
    section: Section
    nations: Nations = ()
    skip: bool = False
    kind: str = ""


class _Reader(HTMLParser):
    """A heading holds until the element around it ends: after a box, the text goes on under the old one."""

    def __init__(self, nations: dict[str, NationId]) -> None:
        super().__init__()
        self.nations = nations
        self.found = [Section()]
        self.open = [_Open("", self.found[0])]
        self.words: list[str] = []
        self.heading: Section | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given, around = dict(attrs), self.open[-1]
        skip = around.skip or tag in _SKIPPED or (NOT_FOUND in given and tag not in _HEADINGS)
        skip = skip or not _NOT_FOUND_CLASSES.isdisjoint(_classes(given))
        if tag not in _INLINE:
            self.end_passage()
        if not skip and given.get("id") and tag in _HEADINGS:
            self.begin(given["id"] or "", found=NOT_FOUND not in given)
        elif tag in ("td", "th"):
            self.words.append(" ")
        nations = _named(given.get("data-nations") or "") or around.nations
        kind = _kind(given) or around.kind
        self.open.append(_Open(tag, around.section, nations, skip or tag == "h1", kind))

    def begin(self, anchor: str, found: bool) -> None:
        self.heading = Section(anchor, kind=self.open[-1].kind)
        if found:
            self.found.append(self.heading)
        self.open[-1].section = self.heading

    def handle_endtag(self, tag: str) -> None:
        if all(one.tag != tag for one in self.open[1:]):
            return
        if tag not in _INLINE:
            self.end_passage()
        while self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.open[-1].skip:
            self.words.append(data)

    def end_passage(self) -> None:
        text = " ".join("".join(self.words).split())
        self.words = []
        if self.heading is not None:
            self.heading.heading, self.heading = text, None
        elif text:
            here = self.open[-1]
            label = _LABEL.match(text)
            of = self.nations.get(label[1]) if label else None
            here.section.passages.append(Passage(text, (of,) if of else here.nations))


def _classes(given: dict[str, str | None]) -> list[str]:
    return (given.get("class") or "").split()


def _kind(given: dict[str, str | None]) -> str:
    return next((one[4:] for one in _classes(given) if one.startswith("box-")), "")


def _named(ids: str) -> Nations:
    return tuple(one for one in NATIONS if one in ids.split())
