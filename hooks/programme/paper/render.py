"""The tree → Typst code: a call for each node. What a sheet looks like is in parts.typ."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import assert_never

from programme.formats.words import ENGLISH, PaperWords
from programme.model.base import NATIONS
from programme.paper import forms
from programme.paper.code import array, call, content, string, strings, yes
from programme.paper.fonts import families
from programme.problems import Problem
from programme.rendering import joined
from programme.tree import nodes as tree
from programme.tree.tables import as_list
from programme.tree.walk import walk

MOST_COLUMNS = {14: 4, 18: 2, 24: 1}
"""Text size in points → columns of a table that can still be read; a wider one becomes a list."""
LARGEST_ROW = 400
"""Letters in a row of a table that is kept on one page."""
LETTERS_A_PAGE = {14: 1800, 18: 1000, 24: 560}
"""Text size in points → letters on a full page, roughly."""


@dataclass
class Renderer:
    """One document → code.

    In a book, `prefix` parts its anchors from those of others, and `deeper` lowers its headings. `address`
    is that of the site; `pictures` gives the engine's path of a picture by its site path.
    """

    document: tree.Document
    size: int
    words: PaperWords = ENGLISH
    prefix: str = ""
    deeper: int = 0
    address: str | None = None
    pictures: Callable[[str], str | None] = lambda uri: None
    problems: list[Problem] = field(default_factory=list)
    checks: int = 0

    def blocks(self, blocks: Iterable[tree.Block]) -> str:
        return content(self.block(one) for one in blocks)

    def block(self, one: tree.Block) -> str:  # one line a kind; it cannot be split and stay readable
        match one:
            case tree.Heading():
                return self.heading(one.level, self.inline(one.inside), one.id)
            case tree.Paragraph():
                made = call({"": "para", "lead": "lead", "label": "named"}[one.role], self.inline(one.inside))
                return forms.asked(made, one.room, self.words) if one.room else made
            case tree.ListOf():
                return self.list_of(one)
            case tree.Definitions():
                return self.meanings(one.entries)
            case tree.Table():
                return self.table(one)
            case tree.CodeBlock():
                return call("typed-lines", string(one.text))
            case tree.Picture():
                return self.picture(one)
            case tree.Quote():
                return call("quoted", self.blocks(one.blocks))
            case tree.Activity():
                return self.activity(one)
            case tree.Check():
                return self.check(one)
            case tree.Help():
                title = self.heading(3, self.inline(one.title))
                return call("framed", content([title, self.blocks(one.blocks)]), whole=self.whole(one))
            case tree.Words():
                return ""  # gathered at the end: see `handout`
            case tree.Nation():
                said = self.words.nation.format(nations=joined(NATIONS[key] for key in one.nations))
                label = call("named", call("strong", string(said)))
                return call("edged", content([label, self.blocks(one.blocks)]), edge="thin")
            case tree.Keypoint():
                label = call("named", call("strong", string(self.words.keypoint)))
                inside = content([label, self.blocks(one.blocks)])
                return call("edged", inside, edge="6pt", whole=self.whole(one))
            case tree.Stop():
                label = call("named", call("strong", self.inline(one.title)))
                inside = content([label, self.blocks(one.blocks)])
                return call("framed", inside, edge="thin", whole=self.whole(one))
            case tree.Notes():
                self.problem(one, "notes-in-handout", "notes for leaders would stand in a text for readers")
                return ""
            case tree.Section():
                return self.blocks(one.blocks)
            case tree.Sources():
                return self.sources(one)
            case _:
                assert_never(one)

    def problem(self, one: tree.Block, rule: str, text: str) -> None:
        advice = "take it out, or write it as words"
        self.problems.append(Problem(self.document.source, one.line or 1, rule, text, advice))

    def heading(self, level: int, words: str, name: str = "") -> str:
        label = {"id": string(f"{self.prefix}{name}")} if name else {}
        return call("headed", str(min(level + self.deeper, 6)), words, **label)

    def list_of(self, one: tree.ListOf) -> str:
        items = [self.item(item) for item in one.items]
        if any(item.tick for item in one.items):
            return call("ticks", string(self.words.tick), *items)
        named = {"ordered": yes(one.ordered), "start": str(one.start), "tight": yes(one.tight)}
        return call("points", *items, **named)

    def item(self, one: tree.Item) -> str:
        """The only paragraph of a point is not one of its own, so that points stand close."""
        first = one.blocks[0] if one.blocks else None
        if isinstance(first, tree.Paragraph) and len(one.blocks) == 1:
            inside = self.inline(first.inside)
        else:
            inside = self.blocks(one.blocks)
        if not one.room:
            return inside
        return call("together", content([inside, forms.room(one.room, self.words)]))

    def meanings(self, entries: Iterable[tree.Explained]) -> str:
        pairs = (array([self.inline(one.term), self.blocks(one.blocks)]) for one in entries)
        return call("meanings", *pairs)

    def table(self, one: tree.Table) -> str:
        columns = max((sum(cell.columns for cell in row) for row in (*one.head, *one.rows)), default=1)
        if columns > MOST_COLUMNS[self.size]:
            return self.blocks(as_list(one))
        caption = self.inline(one.caption) if one.caption else "none"
        head, rows = (array(self.cell(cell) for row in part for cell in row) for part in (one.head, one.rows))
        longest = max(
            (sum(letters(part) for cell in row for part in cell.blocks) for row in one.rows), default=0
        )
        return call("grid-of", str(columns), caption, head, rows, whole=yes(longest < LARGEST_ROW))

    def cell(self, one: tree.Cell) -> str:
        spans = {"columns": str(one.columns), "rows": str(one.rows)}
        return call("cell", self.blocks(one.blocks), bold=yes(bool(one.header)), **spans)

    def picture(self, one: tree.Picture) -> str:
        path = self.pictures(one.uri)
        if path:
            return call("picture", string(path), string(one.alt))
        self.problem(one, "picture-on-paper", f"the picture {one.uri} cannot be put on paper")
        return ""

    def activity(self, one: tree.Activity) -> str:
        words = self.words
        how = {"discuss": words.discuss, "write": words.write, "try": words.try_, "reflect": words.reflect}
        facts = [words.activity_facts.format(minutes=one.minutes, how=how[one.kind])]
        facts += [words.needs.format(needs=", ".join(one.needs))] if one.needs else []
        title, _, after = words.activity.partition("{title}")
        inside = [
            self.heading(3, content([string(title), self.inline(one.title), string(after)])),
            call("para", string(" ".join(facts))),
            self.blocks(one.blocks),
            *(forms.part(part, words, self.size) for part in one.form),
        ]
        return call("edged", content(inside))

    def check(self, one: tree.Check) -> str:
        """The question with a box to tick for each answer. The replies are made by `replies`."""
        self.checks += 1
        how, _, rest = self.words.replies_at.partition("{page}")
        name = string(f"{self.prefix}reply-{self.checks}")
        where = content([string(f"{self.words.check_how} {how}"), call("page-of", name), string(rest)])
        answers = call(
            "ticks", string(self.words.tick), *(self.inline(answer.said) for answer in one.answers)
        )
        inside = [self.question(one), self.blocks(one.blocks), call("para", where), answers]
        return call("edged", content(inside), whole=self.whole(one))

    def whole(self, one: tree.Block) -> str:
        """True for a box that surely fits on a page."""
        return yes(letters(one) < LETTERS_A_PAGE[self.size] // 2)

    def question(self, one: tree.Check, name: str = "") -> str:
        before, _, after = self.words.check.partition("{question}")
        return self.heading(3, content([string(before), self.inline(one.question), string(after)]), name)

    def replies(self, checks: Iterable[tree.Check]) -> str:
        """All checks once more with what to say to each answer."""
        made: list[str] = []
        for number, one in enumerate(checks, 1):
            made.append(self.question(one, f"reply-{number}"))
            for answer in one.answers:
                made += [call("named", call("strong", self.inline(answer.said))), self.blocks(answer.reply)]
        return content(made)

    def sources(self, one: tree.Sources) -> str:
        items = [
            content([self.inline(entry, show_addresses=True), self.anchor(self.source(number))])
            for number, entry in enumerate(one.entries, 1)
        ]
        heading = self.heading(one.heading.level, self.inline(one.heading.inside))
        return content([heading, call("points", *items, ordered="true")])

    def anchor(self, name: str) -> str:
        return f"[#metadata(none)#label({string(name)})]"

    def inline(self, inside: Iterable[tree.Inline], show_addresses: bool = False) -> str:
        return content(self._inline(inside, show_addresses))

    def _inline(self, inside: Iterable[tree.Inline], show_addresses: bool) -> Iterator[str]:
        for cited, group in groupby(inside, lambda one: isinstance(one, tree.Cite)):
            if cited:
                yield self.cites([one.number for one in group if isinstance(one, tree.Cite)])
            else:
                yield from (self.word(one, show_addresses) for one in group)

    def cites(self, numbers: list[int]) -> str:
        """As [1, 2] in the size of the text: raised numbers would be smaller than people can read."""
        made = [string("\u00a0[")]
        for number in numbers:
            made += [string(", ")] if len(made) > 1 else []
            made.append(call("link", call("label", string(self.source(number))), string(str(number))))
        return content([*made, string("]")])

    def source(self, number: int) -> str:
        return f"{self.prefix}source-{number}"

    def word(self, one: tree.Inline, show_addresses: bool) -> str:
        match one:
            case tree.Text():
                return string(one.text)
            case tree.Strong():
                return call("strong", self.inline(one.inside))
            case tree.Code():
                return call("typed", string(one.text))
            case tree.Break():
                return "linebreak()"
            case tree.Raised():
                return call("raised", yes(one.up), self.inline(one.inside))
            case tree.Lang():
                words = call("foreign", strings(families(one.language)), self.inline(one.inside))
                return call("in-language", string(one.language), yes(one.right_to_left), words)
            case tree.Link():
                return self.link(one, show_addresses)
            case tree.Cite():
                return self.cites([one.number])
            case _:
                assert_never(one)

    def link(self, one: tree.Link, show_addresses: bool) -> str:
        """An address that people need on paper is printed after its words."""
        words = self.inline(one.inside)
        if not one.outside:
            return call("link", string(f"{self.address}{_page(one.to)}"), words) if self.address else words
        if show_addresses and tree.plain(one.inside) != one.to:
            return content([words, string(" ("), call("link", string(one.to)), string(")")])
        return call("link", string(one.to), words)


def _page(to: str) -> str:
    """The site path of a page, as its HTML file: all links of the site are so (mkdocs.yml)."""
    path, mark, anchor = to.partition("#")
    return f"{path.removesuffix('.md')}.html{mark}{anchor}" if path.endswith(".md") else to


def letters(one: tree.Block) -> int:
    """How much there is to print in it, roughly: a point of a list or an answer takes a line of its own."""
    count = 0
    for part in walk((one,)):
        count += len(tree.plain(getattr(part, "inside", ()))) + 40
        count += sum(len(tree.plain(answer.said)) + 40 for answer in getattr(part, "answers", ()))
    return count
