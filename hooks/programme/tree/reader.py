"""Elements of HTML → the nodes of the tree, and a Problem for everything that has no place in it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from programme.addresses import LEADING
from programme.language import ENGLISH
from programme.problems import Problem
from programme.tick_boxes import BOX
from programme.tree.boxes import SECTIONS, box
from programme.tree.html import Element
from programme.tree.inlines import TAGS, UnknownTagError, inlines, target
from programme.tree.lines import first_line, unmarked
from programme.tree.nodes import (
    Block,
    Blocks,
    CodeBlock,
    Definitions,
    Explained,
    Heading,
    Inlines,
    Item,
    Lang,
    ListOf,
    Paragraph,
    Picture,
    Quote,
    Section,
    Strong,
    Text,
)
from programme.tree.tables import table

LEVELS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CONTAINERS = {"div", "article", "figure", "details", "summary"}
"""They only group; what is in them stands on paper without a frame."""
INLINE = TAGS | {"img"}
_ROOM = re.compile(r"room-(\d{1,2})")
"""The class of a paragraph with room to write under it, and how many lines."""
_ROOM_ADVICE = "make it an activity, and write form: with lines: in its options"


@dataclass
class Reader:
    """Reads the HTML of one page. `line` is the last line of the author's file that was met; `language` that
    of the part it is in, with its direction, where it is another than the page's; `say` translates the words
    that blocks add."""

    uri: str
    source: str
    line: int = 0
    language: tuple[str, bool] | None = None
    say: Callable[[str], str] = ENGLISH.gettext
    problems: list[Problem] = field(default_factory=list)

    def problem(self, rule: str, text: str, advice: str, line: int = 0) -> None:
        self.problems.append(Problem(self.source, line or self.line or 1, rule, text, advice))

    def blocks(self, inside: Iterable[Element | str]) -> Blocks:
        """Blocks in order. Words between them make a paragraph, as in a point of a tight list."""
        made: list[Block] = []
        loose: list[Element | str] = []
        for one in inside:
            if isinstance(one, str) or one.tag in INLINE:
                loose.append(one)
            else:
                made += self.paragraph(loose)
                loose = []
                made += self.block(one)
        return (*made, *self.paragraph(loose))

    def block(self, one: Element) -> Iterator[Block]:
        around = self.language
        if "lang" in one.attrs:
            self.language = (one.attrs["lang"], one.attrs.get("dir") == "rtl")
        yield from self.kind(one)
        self.language = around

    def kind(self, one: Element) -> Iterator[Block]:
        self.line = first_line(one.text) or self.line
        if "data-block" in one.attrs:
            yield from box(self, one)
        elif one.tag == "div" and (kind := next(iter(one.classes & SECTIONS.keys()), None)):
            yield Section(SECTIONS[kind], self.blocks(one.inside), self.line)
        elif one.tag in LEVELS:
            yield Heading(int(one.tag[1]), self.words(one.inside), one.attrs.get("id", ""), self.line)
        elif make := _MAKERS.get(one.tag):
            yield from make(self, one)
        elif one.tag in CONTAINERS or one.tag == "section":
            yield from self.blocks(one.inside)
        elif one.tag != "hr":
            self.unknown(one)

    def paragraph(self, inside: list[Element | str], role: str = "") -> Iterator[Block]:
        """A paragraph; pictures in it stand on their own, for paper has no room for them in a line."""
        pictures = [one for one in _inner(inside) if one.tag == "img"]
        line = self.line
        for picture in pictures:
            yield from self.picture(picture)
        words = self.words([one for one in inside if not isinstance(one, Element) or not _only_picture(one)])
        if words:
            first = words[0].inside if isinstance(words[0], Lang) else words
            label = len(first) == 1 and isinstance(first[0], Strong)  # a few bold words lead what follows
            yield Paragraph(words, "lead" if role == "lead" else "label" if label else "", line)

    def picture(self, one: Element) -> Iterator[Block]:
        alt = unmarked(one.attrs.get("alt", "")).strip()
        if alt:
            yield Picture(target(self.uri, one.attrs.get("src", "")), alt, self.line)
        else:
            self.problem("picture-alt", "a picture has no words for people who cannot see it", _ALT)

    def words(self, inside: Iterable[Element | str]) -> Inlines:
        try:
            found = inlines([one for one in inside if isinstance(one, str) or one.tag != "img"], self.uri)
            return (Lang(self.language[0], found, self.language[1]),) if found and self.language else found
        except UnknownTagError as error:
            self.unknown(error.element)
            return (Text(unmarked(error.element.text)),)

    def unknown(self, one: Element) -> None:
        self.problem(
            "not-on-paper", f"<{one.tag}> has no form on paper", "say it in words, a list or a table"
        )

    def items(self, one: Element) -> Iterator[Item]:
        for item in one.children:
            self.line = first_line(item.text) or self.line
            inside, tick = without_box(item.inside)
            yield Item(self.blocks(inside), tick=tick)

    def explained(self, one: Element) -> Iterator[Explained]:
        """Each term with what it means; terms that share a meaning follow each other."""
        terms: list[Element] = []
        meaning: list[Block] = []
        for child in one.children:
            if child.tag == "dt" and meaning:
                yield self._entry(terms, meaning)
                terms, meaning = [], []
            if child.tag == "dt":
                terms.append(child)
            else:
                meaning += self.blocks(child.inside)
        if terms:
            yield self._entry(terms, meaning)

    def _entry(self, terms: list[Element], meaning: list[Block]) -> Explained:
        words = [part for term in terms for part in (*term.inside, ", ")]
        return Explained(self.words(words[:-1]), tuple(meaning))


def without_box(inside: list[Element | str]) -> tuple[list[Element | str], bool]:
    """A point of a list, and whether `[ ]` asked for a box to tick before it."""
    first = inside[0] if inside else ""
    if isinstance(first, str) and not first.strip() and len(inside) > 1:
        rest, tick = without_box(inside[1:])
        return [first, *rest], tick
    if isinstance(first, Element):
        rest, tick = without_box(first.inside) if first.tag == "p" else (first.inside, False)
        return [replace(first, inside=rest), *inside[1:]], tick
    words = BOX.sub("", first)
    return [words, *inside[1:]], words != first


_ALT = "write what it shows between the square brackets: ![what it shows](picture.png)"


def _inner(inside: Iterable[Element | str]) -> Iterator[Element]:
    for one in inside:
        if isinstance(one, Element):
            yield one
            yield from _inner(one.inside)


def _only_picture(one: Element) -> bool:
    return any(inner.tag == "img" for inner in _inner([one])) and not one.text.strip()


def _p(reader: Reader, one: Element) -> Iterator[Block]:
    room = next((int(found[1]) for name in one.classes if (found := _ROOM.fullmatch(name))), 0)
    if room and not reader.uri.startswith(LEADING):
        reader.problem(
            "room-not-here", "only sheets for a meeting have room to write under a line", _ROOM_ADVICE
        )
    for block in reader.paragraph(one.inside, "lead" if "lead" in one.classes else ""):
        yield replace(block, room=room) if room and isinstance(block, Paragraph) else block


def _list(reader: Reader, one: Element) -> Iterator[Block]:
    line = reader.line
    tight = not any(child.tag == "p" for item in one.children for child in item.children)
    start = int(one.attrs.get("start", "1"))
    yield ListOf(tuple(reader.items(one)), one.tag == "ol", start, tight, line)


def _definitions(reader: Reader, one: Element) -> Iterator[Block]:
    line = reader.line
    yield Definitions(tuple(reader.explained(one)), line)


def _quote(reader: Reader, one: Element) -> Iterator[Block]:
    line = reader.line
    yield Quote(reader.blocks(one.inside), line)


def _code(reader: Reader, one: Element) -> Iterator[Block]:
    yield CodeBlock(re.sub(r"\n$", "", unmarked(one.text)), reader.line)


_MAKERS: dict[str, Callable[[Reader, Element], Iterator[Block]]] = {
    "p": _p,
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "blockquote": _quote,
    "pre": _code,
    "table": table,
}
