"""The tree → pieces of text in a row: what is left of it where nothing can be drawn."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, assert_never

from programme.formats.in_words import BLANK, BOX, InWords, leading
from programme.formats.parts import on_site
from programme.problems import Problem
from programme.tree import nodes as tree
from programme.tree.tables import as_list

ADDRESS = "en"
"""Web addresses are read and written in braille as English is."""
Kind = Literal["heading", "paragraph", "item", "begin", "end"]


@dataclass(frozen=True)
class Piece:
    """`level` is that of a heading, or how deep a point stands in lists. `mark` stands before a point.

    `begin` and `end` have no text to read: they frame a box, whose title is `text`. `close`: nothing parts it
    from the piece before it.
    """

    kind: Kind
    text: str
    level: int = 0
    mark: str = ""
    close: bool = False
    line: int = 0


@dataclass
class Pieces:
    """One document → pieces. `links` gathers (words, address) of what the text leads to; `address` is that of
    the site. Without `numbered`, links are words alone. `spoken` marks words of another language; web
    addresses are in `ADDRESS`."""

    document: tree.Document
    said: InWords
    address: str | None = None
    numbered: bool = True
    spoken: Callable[[str, str], str] = lambda language, words: words
    links: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def blocks(self, blocks: Iterable[tree.Block], level: int = 0) -> Iterator[Piece]:
        for one in blocks:
            yield from self.block(one, level)

    def block(self, one: tree.Block, level: int) -> Iterator[Piece]:  # one line a kind, as in other formats
        match one:
            case tree.Heading():
                yield Piece("heading", self.inline(one.inside), one.level, line=one.line)
            case tree.Paragraph():
                yield Piece("paragraph", self.inline(one.inside), level, line=one.line)
            case tree.ListOf():
                yield from self.list_of(one, level)
            case tree.Definitions():
                yield from self.meanings(one.entries, level)
            case tree.Table():
                yield from self.blocks(as_list(one), level)
            case tree.CodeBlock():
                for number, text in enumerate(one.text.split("\n")):
                    yield Piece("paragraph", text, level, close=number > 0, line=one.line)
            case tree.Picture():
                yield Piece("paragraph", self.said.reading.picture.format(alt=one.alt), level, line=one.line)
            case tree.Quote():
                yield from self.blocks(one.blocks, level + 1)
            case tree.Activity():
                yield from self.activity(one)
            case tree.Check():
                yield from self.check(one)
            case tree.Help():
                title = self.inline(one.title)
                yield from self.box(title, [self.title(title, one.line), *self.blocks(one.blocks)])
            case tree.Words():
                return  # gathered at the end, as on paper
            case tree.Nation():
                said = self.said.nations(one.nations)
                label = Piece("paragraph", f"{said}:", line=one.line)
                yield from self.box(said, [label, *self.blocks(one.blocks)])
            case tree.Keypoint():
                yield from self.labelled(self.said.paper.keypoint, one)
            case tree.Stop():
                yield from self.labelled(self.inline(one.title), one)
            case tree.Notes():
                self.problem(one, "notes-in-handout", "notes for leaders would stand in a text for readers")
            case tree.Section():
                yield from self.blocks(one.blocks, level)
            case tree.Sources():
                yield from self.sources(one)
            case _:
                assert_never(one)

    def problem(self, one: tree.Block, rule: str, text: str) -> None:
        advice = "take it out, or write it as words"
        self.problems.append(Problem(self.document.source, one.line or 1, rule, text, advice))

    def title(self, text: str, line: int) -> Piece:
        return Piece("heading", text, 3, line=line)

    def box(self, title: str, inside: Iterable[Piece]) -> Iterator[Piece]:
        yield Piece("begin", title)
        yield from inside
        yield Piece("end", title)

    def labelled(self, label: str, one: tree.Keypoint | tree.Stop) -> Iterator[Piece]:
        first, *others = self.blocks(one.blocks)
        yield Piece("paragraph", f"{leading(label)} {first.text}", line=one.line)
        yield from others

    def list_of(self, one: tree.ListOf, level: int) -> Iterator[Piece]:
        for number, item in enumerate(one.items):
            mark = BOX if item.tick else f"{one.start + number}." if one.ordered else "-"
            yield from self.item(item, level, mark, one.tight and bool(number or level))
        yield from self.blocks(self.said.beside(one), level)

    def item(self, one: tree.Item, level: int, mark: str, close: bool) -> Iterator[Piece]:
        """The mark stands before the first piece of the point; the others stand under it."""
        first = True
        for piece in self.blocks(one.blocks, level + 1):
            if first and piece.kind == "paragraph":
                yield Piece("item", f"{piece.text}{self.room(one.room)}", level, mark, close, piece.line)
            else:
                yield piece
            first = False

    def room(self, room: tree.Room | None) -> str:
        if not room or not self.said.to_fill:
            return ""
        return self.said.boxes(room.choices) + (f" {BLANK}" if room.lines else "")

    def meanings(self, entries: Iterable[tree.Explained], level: int) -> Iterator[Piece]:
        for number, one in enumerate(entries):
            first, *others = [*self.blocks(one.blocks, level + 1)] or [Piece("paragraph", "")]
            text = f"{leading(self.inline(one.term))} {first.text}"
            yield Piece("item", text, level, "-", number > 0, first.line)
            yield from others

    def activity(self, one: tree.Activity) -> Iterator[Piece]:
        title = self.inline(one.title)
        inside = [
            self.title(self.said.paper.activity.format(title=title), one.line),
            Piece("paragraph", self.said.activity_facts(one), line=one.line),
            *self.blocks(one.blocks),
            *self.blocks(self.said.form(one.form)),
        ]
        yield from self.box(title, inside)

    def check(self, one: tree.Check) -> Iterator[Piece]:
        """The question and what somebody may say; `replies` has what to say to it."""
        reading, paper, question = self.said.reading, self.said.paper, self.inline(one.question)
        how = paper.check_how if self.said.to_fill else reading.check_how
        mark = BOX if self.said.to_fill else "-"
        said = [self.inline(answer.said) for answer in one.answers]
        inside = [
            self.title(paper.check.format(question=question), one.line),
            *self.blocks(one.blocks),
            Piece("paragraph", f"{how} {reading.replies_at_end}", line=one.line),
            *(Piece("item", text, 0, mark, number > 0, one.line) for number, text in enumerate(said)),
        ]
        yield from self.box(question, inside)

    def replies(self, checks: Iterable[tree.Check]) -> Iterator[Piece]:
        """All checks once more with what to say to each answer."""
        for number, one in enumerate(checks):
            if not number:
                yield Piece("heading", self.said.paper.replies, 2, line=one.line)
            yield self.title(self.said.paper.check.format(question=self.inline(one.question)), one.line)
            yield from self.meanings((tree.Explained(each.said, each.reply) for each in one.answers), 0)

    def sources(self, one: tree.Sources) -> Iterator[Piece]:
        """With the addresses in their places: whoever looks at a source wants it there."""
        yield Piece("heading", self.inline(one.heading.inside), one.heading.level, line=one.line)
        for number, entry in enumerate(one.entries, 1):
            text = "".join(self.word(part, addresses=True) for part in entry)
            yield Piece("item", text, 0, f"{number}.", number > 1, one.line)

    def inline(self, inside: Iterable[tree.Inline]) -> str:
        made = ""
        for cited, group in groupby(inside, lambda one: isinstance(one, tree.Cite)):
            if cited:
                numbers = (str(one.number) for one in group if isinstance(one, tree.Cite))
                made += f" [{', '.join(numbers)}]"
            else:
                made += "".join(self.word(one) for one in group)
        return made

    def word(self, one: tree.Inline, addresses: bool = False) -> str:
        match one:
            case tree.Text() | tree.Code():
                return one.text
            case tree.Break():
                return " "
            case tree.Strong() | tree.Raised():
                return self.inline(one.inside)
            case tree.Lang():
                return self.spoken(one.language, self.inline(one.inside))
            case tree.Link():
                return self.link(one, addresses)
            case tree.Cite():
                return f" [{one.number}]"
            case _:
                assert_never(one)

    def link(self, one: tree.Link, address_here: bool) -> str:
        """Words and the number of their address in the list at the end. A phone number says itself."""
        words = self.inline(one.inside)
        to = one.to if one.outside else on_site(one.to, self.address)
        if not to or to.startswith(("tel:", "mailto:")) or words == to:
            return words
        if address_here:
            return f"{words} ({self.spoken(ADDRESS, to)})"
        if not self.numbered:
            return words
        if (words, to) not in self.links:
            self.links.append((words, to))
        number = self.links.index((words, to)) + 1
        return f"{words} ({self.said.reading.link.format(number=number)})"
