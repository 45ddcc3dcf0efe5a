"""The tree → paragraphs and tables of Word."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import assert_never

from programme.formats.in_words import InWords
from programme.formats.word import boxes
from programme.formats.word.forms import Forms
from programme.formats.word.grid import table_of
from programme.formats.word.package import WordFile
from programme.formats.word.runs import Runs, source
from programme.formats.word.words import ENGLISH, WordWords
from programme.formats.word.xml import Element, Elements, e, paragraph
from programme.formats.words import PaperWords
from programme.language import ENGLISH as SOURCE
from programme.problems import Problem
from programme.tree import nodes as tree
from programme.tree.tables import as_list

MOST_COLUMNS = 4
"""Of a table that can still be read at 14 points; a wider one becomes a list, as in a PDF."""
DEEPEST = 3
"""Levels of lists that there are styles for."""
STYLES = {"": "", "lead": "Lead", "label": "Label"}
THICK, THIN = 24, 16
"""Width of a rule, in eighths of a point; lines to write on are thinner."""
BOXES = (tree.Activity, tree.Check, tree.Help, tree.Nation, tree.Stop)


@dataclass
class Writer:
    """One document → Word. `pictures` gives the content of a picture by its site path."""

    document: tree.Document
    file: WordFile
    runs: Runs
    said: InWords = field(default_factory=lambda: InWords(SOURCE))
    words: WordWords = ENGLISH
    pictures: Callable[[str], bytes | None] = lambda uri: None
    problems: list[Problem] = field(default_factory=list)
    checks: int = 0

    @property
    def paper(self) -> PaperWords:
        return self.said.paper

    @property
    def forms(self) -> Forms:
        return Forms(self.runs, self.paper, self.words)

    def blocks(self, blocks: Iterable[tree.Block], level: int = 0) -> Elements:
        """Between two boxes that follow each other stands one rule, that of the second."""
        shown = [one for one in blocks if not isinstance(one, tree.Words)]  # see `handout`
        made: Elements = []
        for one, after in zip_longest(shown, shown[1:]):
            elements = self.block(one, level)
            if isinstance(one, BOXES):
                elements = boxed(
                    elements, THICK if isinstance(one, tree.Help) else THIN, not isinstance(after, BOXES)
                )
            made += elements
        return made

    def block(self, one: tree.Block, level: int = 0) -> Elements:  # one line a kind
        match one:
            case tree.Heading():
                return [self.heading(one.level, self.runs.of(one.inside))]
            case tree.Paragraph():
                return self.in_style(STYLES[one.role], [one])
            case tree.ListOf():
                return list(self.list_of(one, level))
            case tree.Definitions():
                return self.meanings(one.entries)
            case tree.Table():
                return self.table(one, level)
            case tree.CodeBlock():
                return [self.typed(one.text)]
            case tree.Picture():
                return self.picture(one)
            case tree.Quote():
                return self.in_style("Quote", one.blocks)
            case tree.Activity():
                return self.activity(one)
            case tree.Check():
                return self.check(one)
            case tree.Help():
                title = self.heading(3, self.runs.of(one.title))
                return [title, *self.blocks(one.blocks)]
            case tree.Words():
                return []
            case tree.Nation():
                return [self.forms.label(self.said.nations(one.nations)), *self.blocks(one.blocks)]
            case tree.Keypoint():
                return self.keypoint(one)
            case tree.Stop():
                label = paragraph("Label", *self.runs.of(one.title))
                return [label, *self.blocks(one.blocks)]
            case tree.Notes():
                self.problem(one, "notes-in-handout", "notes for leaders would stand in a text for readers")
                return []
            case tree.Section():
                return self.blocks(one.blocks, level)
            case tree.Sources():
                return self.sources(one)
            case _:
                assert_never(one)

    def problem(self, one: tree.Block, rule: str, text: str) -> None:
        advice = "take it out, or write it as words"
        self.problems.append(Problem(self.document.source, one.line or 1, rule, text, advice))

    def heading(self, level: int, words: Elements, properties: Elements | None = None) -> Element:
        return paragraph(f"Heading{min(level, 6)}", *words, properties=properties)

    def in_style(self, style: str, blocks: Iterable[tree.Block]) -> Elements:
        """Paragraphs in `style`; what is more than a paragraph stays as it is."""
        made: Elements = []
        for one in blocks:
            if isinstance(one, tree.Paragraph):
                made += [paragraph(style, *self.runs.of(one.inside)), *self.forms.lines(one.room)]
            else:
                made += self.block(one)
        return made

    def keypoint(self, one: tree.Keypoint) -> Elements:
        """Its label is a line of its first paragraph, so that one bar stands beside both."""
        made = self.in_style("KeyPoint", one.blocks)
        label = [self.runs.text(self.paper.keypoint, strong=True), e("r", e("br"))]
        made[0][1:1] = label
        return made

    def list_of(self, one: tree.ListOf, level: int) -> Iterator[Element]:
        deep = min(level, DEEPEST - 1)
        kind = "Number" if one.ordered else "Bullet"
        style = f"List{kind}{deep + 1 if deep else ''}"
        number = self.file.numbered(deep, one.start) if one.ordered else 0
        of = [e("numPr", e("ilvl", val=deep), e("numId", val=number))] if number else []
        for item in one.items:
            yield from self.item(item, style, of, level)

    def item(self, one: tree.Item, style: str, of: Elements, level: int) -> Iterator[Element]:
        """Its first paragraph has the number; others stand below it."""
        first = one.blocks[0] if one.blocks else None
        rest = one.blocks
        if isinstance(first, tree.Paragraph):
            rest = one.blocks[1:]
            together = [e("keepNext")] if one.room else []
            inside = self.runs.of(first.inside)
            if one.tick:
                yield boxes.ticked_line(self.runs, tree.plain(first.inside), inside)
            else:
                yield paragraph(style, *inside, properties=[*together, *map(_copy, of)])
        deep = min(level, DEEPEST - 1)
        under = f"ListContinue{deep + 1 if deep else ''}"
        for block in rest:
            plain = isinstance(block, tree.Paragraph)
            yield from self.in_style(under, [block]) if plain else self.block(block, level + 1)
        if isinstance(first, tree.Paragraph):
            yield from self.forms.lines(first.room)
        if one.room:
            about = tree.plain(first.inside) if isinstance(first, tree.Paragraph) else ""
            yield from self.forms.room(one.room, about)

    def meanings(self, entries: Iterable[tree.Explained]) -> Elements:
        made: Elements = []
        for one in entries:
            made.append(paragraph("Word", *self.runs.of(one.term)))
            made += self.in_style("Meaning", one.blocks)
        return made

    def table(self, one: tree.Table, level: int) -> Elements:
        columns = max((sum(cell.columns for cell in row) for row in (*one.head, *one.rows)), default=1)
        if columns > MOST_COLUMNS:
            return self.blocks(as_list(one), level)
        caption = [paragraph("Caption", *self.runs.of(one.caption))] if one.caption else []
        return [*caption, *table_of(one, self)]

    def typed(self, text: str) -> Element:
        made: Elements = []
        for number, line in enumerate(text.split("\n")):
            made += [e("r", e("br"))] if number else []
            made.append(self.runs.text(line))
        return paragraph("TypedLines", *made)

    def picture(self, one: tree.Picture) -> Elements:
        content = self.pictures(one.uri)
        if content:
            return [paragraph("Picture", self.file.picture(content, one.alt))]
        self.problem(one, "picture-in-word", f"the picture {one.uri} cannot be put into a Word file")
        return []

    def activity(self, one: tree.Activity) -> Elements:
        return [
            self.titled(self.paper.activity, "{title}", one.title),
            paragraph("", self.runs.text(self.said.activity_facts(one))),
            *self.blocks(one.blocks),
            *self.forms.form(one.form),
        ]

    def titled(self, words: str, mark: str, title: tree.Inlines) -> Element:
        """A heading of level 3 made of words of ours, with an author's in them."""
        before, _, after = words.partition(mark)
        text = [self.runs.text(before), *self.runs.of(title), *([self.runs.text(after)] if after else [])]
        return self.heading(3, text)

    def check(self, one: tree.Check) -> Elements:
        """The question with a box to tick for each answer. The replies are made by `replies`."""
        self.checks += 1
        answers = [
            boxes.ticked_line(self.runs, tree.plain(answer.said), self.runs.of(answer.said))
            for answer in one.answers
        ]
        told = [self.runs.text(f"{self.paper.check_how} "), self.to_replies(self.checks)]
        title = self.titled(self.paper.check, "{question}", one.question)
        return [title, *self.blocks(one.blocks), paragraph("", *told), *answers]

    def to_replies(self, number: int) -> Element:
        return self.runs.within(f"reply_{number}", self.words.replies_at_end)

    def replies(self, checks: Iterable[tree.Check]) -> Elements:
        """All checks once more with what to say to each answer."""
        made: Elements = []
        for number, one in enumerate(checks, 1):
            heading = self.titled(self.paper.check, "{question}", one.question)
            made.append(_marked(heading, self.file, f"reply_{number}"))
            for answer in one.answers:
                made += [paragraph("Label", *self.runs.of(answer.said)), *self.blocks(answer.reply)]
        return made

    def sources(self, one: tree.Sources) -> Elements:
        number = self.file.numbered(0, 1)
        made = [self.heading(one.heading.level, self.runs.of(one.heading.inside))]
        for index, entry in enumerate(one.entries, 1):
            of = e("numPr", e("ilvl", val=0), e("numId", val=number))
            item = paragraph("ListNumber", *self.runs.of(entry, show=True), properties=[of])
            made.append(_marked(item, self.file, source(index)))
        return made


def boxed(blocks: Elements, width: int, ends: bool) -> Elements:
    """A rule above the first paragraph, and below the last if it `ends` so.

    A table would hide the headings in it from the list of headings that Word shows.
    """
    sides = [(blocks[0], "top"), *([(blocks[-1], "bottom")] if ends else [])]
    for one, side in sides:
        if one.find(f"{{{one.nsmap['w']}}}pPr") is None:
            one.insert(0, e("pPr"))
        rules = e("pBdr", e(side, val="single", sz=width, space=6, color="000000"))
        one[0].append(rules)
    return blocks


def _marked(one: Element, file: WordFile, name: str) -> Element:
    """A paragraph that links lead to."""
    start, end = file.bookmark(name)
    one.insert(1, start)
    one.append(end)
    return one


def _copy(one: Element) -> Element:
    return one.__copy__()
