"""The tree → XHTML of an e-book: an element for each node. How it looks is in style.css."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import assert_never

from programme.formats.epub.xml import Xml, e, joined
from programme.formats.in_words import InWords
from programme.problems import Problem
from programme.tree import nodes as tree

SCOPES = {"column": "col", "row": "row", "rows": "rowgroup"}


@dataclass
class Renderer:
    """One document → elements. `lead` gives the address of a link within the site, "" for one that leads
    nowhere here; `picture` the name of a picture's file in the book."""

    document: tree.Document
    said: InWords
    lead: Callable[[str], str] = lambda to: ""
    picture: Callable[[str], str] = lambda uri: ""
    problems: list[Problem] = field(default_factory=list)
    cited: Counter[int] = field(default_factory=Counter)
    checks: list[tree.Check] = field(default_factory=list)

    def blocks(self, blocks: Iterable[tree.Block]) -> Xml:
        return joined(*(self.block(one) for one in blocks))

    def block(self, one: tree.Block) -> Xml:  # one line a kind, as in other formats
        match one:
            case tree.Heading():
                return e(f"h{one.level}", self.inline(one.inside), id=one.id)
            case tree.Paragraph():
                return e("p", self.inline(one.inside), class_=one.role)
            case tree.ListOf():
                return joined(self.list_of(one), self.blocks(self.said.beside(one)))
            case tree.Definitions():
                return self.meanings(one.entries)
            case tree.Table():
                return self.table(one)
            case tree.CodeBlock():
                return e("pre", e("code", one.text))
            case tree.Picture():
                return self.image(one)
            case tree.Quote():
                return e("blockquote", self.blocks(one.blocks))
            case tree.Activity():
                return self.activity(one)
            case tree.Check():
                return self.check(one)
            case tree.Help():
                inside = [e("h3", self.inline(one.title)), self.blocks(one.blocks)]
                return e("section", *inside, class_="box help", epub_type="notice", role="doc-notice")
            case tree.Words():
                label = e("p", self.said.paper.words, class_="label")
                return e("div", label, self.meanings(one.entries), class_="words")
            case tree.Nation():
                label = e("p", self.said.nations(one.nations), class_="label")
                return e("div", label, self.blocks(one.blocks), class_="box")
            case tree.Keypoint():
                label = e("p", self.said.paper.keypoint, class_="label")
                return e("div", label, self.blocks(one.blocks), class_="box")
            case tree.Stop():
                label = e("p", self.inline(one.title), class_="label")
                return e("div", label, self.blocks(one.blocks), class_="box")
            case tree.Notes():
                self.problem(one, "notes-in-handout", "notes for leaders would stand in a text for readers")
                return Xml("")
            case tree.Section():
                return self.blocks(one.blocks)
            case tree.Sources():
                return self.sources(one)
            case _:
                assert_never(one)

    def problem(self, one: tree.Block, rule: str, text: str) -> None:
        advice = "take it out, or write it as words"
        self.problems.append(Problem(self.document.source, one.line or 1, rule, text, advice))

    def list_of(self, one: tree.ListOf) -> Xml:
        items = (e("li", self.content(item.blocks)) for item in one.items)
        start = str(one.start) if one.ordered and one.start != 1 else None
        return e("ol" if one.ordered else "ul", *items, start=start)

    def content(self, blocks: tree.Blocks) -> Xml:
        """What is in a point, a cell or a meaning: a paragraph alone needs no element of its own."""
        first = blocks[0] if blocks else None
        if len(blocks) == 1 and isinstance(first, tree.Paragraph):
            return self.inline(first.inside)
        return self.blocks(blocks)

    def meanings(self, entries: Iterable[tree.Explained]) -> Xml:
        pairs = (
            part
            for one in entries
            for part in (e("dt", self.inline(one.term)), e("dd", self.content(one.blocks)))
        )
        return e("dl", *pairs)

    def table(self, one: tree.Table) -> Xml:
        caption = e("caption", self.inline(one.caption)) if one.caption else ""
        head = e("thead", *map(self.row, one.head)) if one.head else ""
        return e("table", caption, head, e("tbody", *map(self.row, one.rows)))

    def row(self, cells: tuple[tree.Cell, ...]) -> Xml:
        return e("tr", *map(self.cell, cells))

    def cell(self, one: tree.Cell) -> Xml:
        spans = {
            "colspan": str(one.columns) if one.columns > 1 else None,
            "rowspan": str(one.rows) if one.rows > 1 else None,
        }
        scope = SCOPES.get(one.header)
        return e("th" if scope else "td", self.content(one.blocks), scope=scope, **spans)

    def image(self, one: tree.Picture) -> Xml:
        if name := self.picture(one.uri):
            return e("p", e("img", src=name, alt=one.alt))
        self.problem(one, "picture-in-book", f"the picture {one.uri} cannot be put into an e-book")
        return Xml("")

    def activity(self, one: tree.Activity) -> Xml:
        before, _, after = self.said.paper.activity.partition("{title}")
        form = self.said.form(one.form)
        inside = [
            e("h3", before, self.inline(one.title), after),
            e("p", self.said.activity_facts(one)),
            self.blocks(one.blocks),
            self.blocks(form),
            e("p", self.said.reading.your_way) if form or _has_room(one) else "",
        ]
        return e("section", *inside, class_="box")

    def check(self, one: tree.Check) -> Xml:
        """The question and what somebody may say. The replies wait behind a link: see `replies`."""
        self.checks.append(one)
        number, words = len(self.checks), self.said.reading
        inside = [
            e("h3", self.question(one), id=f"check-{number}"),
            self.blocks(one.blocks),
            e("p", words.check_how),
            e("ul", *(e("li", self.inline(answer.said)) for answer in one.answers)),
            e("p", e("a", words.to_replies, href=f"#reply-{number}")),
        ]
        return e("section", *inside, class_="box", epub_type="qna", role="doc-qna")

    def question(self, one: tree.Check) -> Xml:
        before, _, after = self.said.paper.check.partition("{question}")
        return joined(before, self.inline(one.question), after)

    def replies(self) -> Xml:
        """Every check that was met once more, with what to say to each answer."""
        inside = [e("h2", self.said.paper.replies)] if self.checks else []
        for number, one in enumerate(self.checks, 1):
            inside.append(e("h3", self.question(one), id=f"reply-{number}"))
            inside.append(self.meanings(tree.Explained(each.said, each.reply) for each in one.answers))
            inside.append(e("p", e("a", self.said.reading.to_question, href=f"#check-{number}")))
        return e("section", *inside) if inside else Xml("")

    def sources(self, one: tree.Sources) -> Xml:
        """As endnotes, each with links back. Rendered last, when all places that cite are known."""
        items = (
            e("li", self.inline(entry), *self.back(number), id=f"source-{number}", epub_type="endnote")
            for number, entry in enumerate(one.entries, 1)
        )
        heading = e(f"h{one.heading.level}", self.inline(one.heading.inside))
        return e("section", heading, e("ol", *items), epub_type="endnotes", role="doc-endnotes")

    def back(self, number: int) -> Iterable[str]:
        places, words = self.cited[number], self.said.reading
        named = [words.place.format(number=place) for place in range(1, places + 1)]
        for place, name in enumerate(named if places > 1 else [words.to_text] * places, 1):
            yield " " if place == 1 and places == 1 else f" {words.to_text}: " if place == 1 else ", "
            yield e("a", name, href=f"#cite-{number}-{place}", role="doc-backlink")

    def inline(self, inside: Iterable[tree.Inline]) -> Xml:
        return joined(*map(self.word, inside))

    def word(self, one: tree.Inline) -> Xml:
        match one:
            case tree.Text():
                return joined(one.text)
            case tree.Strong():
                return e("strong", self.inline(one.inside))
            case tree.Code():
                return e("code", one.text)
            case tree.Break():
                return e("br")
            case tree.Raised():
                return e("sup" if one.up else "sub", self.inline(one.inside))
            case tree.Lang():
                direction = "rtl" if one.right_to_left else "ltr"
                words = self.inline(one.inside)
                return e("span", words, lang=one.language, xml_lang=one.language, dir=direction)
            case tree.Link():
                to = one.to if one.outside else self.lead(one.to)
                return e("a", self.inline(one.inside), href=to) if to else self.inline(one.inside)
            case tree.Cite():
                return self.cite(one.number)
            case _:
                assert_never(one)

    def cite(self, number: int) -> Xml:
        self.cited[number] += 1
        name = f"cite-{number}-{self.cited[number]}"
        link = e(
            "a", f"[{number}]", href=f"#source-{number}", id=name, epub_type="noteref", role="doc-noteref"
        )
        return joined("\u00a0", link)


def _has_room(one: tree.Activity) -> bool:
    return any(item.room for block in one.blocks if isinstance(block, tree.ListOf) for item in block.items)
