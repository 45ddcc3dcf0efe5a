"""A session → its slides, in order: what stands on each, and what its notes say.

The rule of what is on a slide: of a paragraph its first sentence, of a list each point, of an activity its
first two sentences; of a help box, of answers and of whom to call, every word. Nothing is cut inside a
sentence. The notes hold all that the handout says, so nothing is lost.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from math import ceil
from typing import Literal, assert_never

from programme.formats.in_words import InWords, leading
from programme.formats.manuscripts import Print
from programme.formats.parts import page_address, parts
from programme.formats.slides.lines import Bit, Bits, Line, bits, said, sentences, text_of
from programme.formats.slides.spoken import Spoken
from programme.formats.slides.words import SlideWords
from programme.problems import Problem
from programme.tree import nodes as tree
from programme.tree.tables import as_list

MOST = 40
"""Words on a slide, its title among them; only a sentence or point that is longer by itself has more."""
TALLEST, LETTERS = 8.2, 44
"""Lines of text that a slide has room for, and letters in one; before each point is a third of a line."""
SENTENCES = 2
"""Of an activity."""
APART = (tree.Activity, tree.Check, tree.Help, tree.Picture)
Begins = Literal["", "step", "box", "more"]
"""A step of the session, an activity or a check, or anything else."""


@dataclass(frozen=True)
class Slide:
    """`line` is that of the author's file, 0 for slides of ours. Titles that are the same are told apart by
    `numbered`. `begins` says of what it is the first slide, and is empty for those that go on; `step` is the
    heading of the step that it begins."""

    title: Bits
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    line: int = 0
    picture: tree.Picture | None = None
    opening: bool = False
    begins: Begins = ""
    step: str = ""


@dataclass
class Outline:
    """`module` is the title of the module; `how` says the edition and address."""

    document: tree.Document
    how: Print
    module: str
    said: InWords
    words: SlideWords
    problems: list[Problem] = field(default_factory=list)

    def slides(self) -> Iterator[Slide]:
        """All but the break, which the run sheet knows."""
        sorted_out = parts(self.document)
        yield self._opening()
        yield from self._today(sorted_out.first)
        yield from self._text(sorted_out.text)
        yield from self._key_points(sorted_out.first)
        yield from self._who_to_call(sorted_out.safety)
        yield self._end()

    def _opening(self) -> Slide:
        owner = self.how.centre or self.module
        edition = self.words.edition.format(edition=self.how.edition)
        under = filter(None, (owner, self.how.occasion, edition))
        lines = tuple(said(text, "plain") for text in under)
        return Slide((Bit(self.document.title),), lines, opening=True, begins="step")

    def _today(self, first: tree.Blocks) -> Iterator[Slide]:
        """What people can do afterwards: the list after how long it takes."""
        listed = next((one for one in first if isinstance(one, tree.ListOf)), None)
        if listed:
            yield from self._spread((Bit(self.words.today),), self._lines([listed]), self._read([listed]), 0)

    def _key_points(self, first: tree.Blocks) -> Iterator[Slide]:
        for one in first:
            if isinstance(one, tree.Section) and one.kind == "keypoints":
                heading, *rest = one.blocks
                assert isinstance(heading, tree.Heading), "our template begins the key points with one"
                yield from self._spread(bits(heading.inside), self._lines(rest), (), 0)

    def _who_to_call(self, safety: tree.Blocks) -> Iterator[Slide]:
        """A slide for each danger, with every word."""
        for one in safety:
            assert isinstance(one, tree.Section), "who to call is a section of ours"
            heading, *rest = one.blocks
            assert isinstance(heading, tree.Heading), "our template begins it with a heading"
            yield from self._in_parts(bits(heading.inside), rest, 0, named=True)

    def _end(self) -> Slide:
        page = page_address(self.document.uri, self.how)
        whole = self.words.whole_on_web.format(address=page) if page else self.words.whole_text
        return Slide((Bit(self.words.end),), (said(self.words.take_away), said(whole)), begins="more")

    def _text(self, blocks: tree.Blocks) -> Iterator[Slide]:
        """Each step of the text, and its boxes, in order."""
        title: Bits = (Bit(self.document.title),)
        fresh = False
        for apart, group in groupby(blocks, _apart):
            for one in group if apart else [list(group)]:
                if isinstance(one, tree.Heading):
                    title, fresh = bits(one.inside), True
                    continue
                for slide in self._group(one, title):
                    step = replace(slide, begins="step", step=text_of(title))
                    yield step if fresh else slide
                    fresh = False

    def _group(self, one: tree.Block | list[tree.Block], title: Bits) -> Iterator[Slide]:
        match one:
            case tree.Activity():
                yield self._activity(one)
            case tree.Check():
                yield from self._check(one)
            case tree.Help():
                yield from self._in_parts(bits(one.title), one.blocks, one.line)
            case tree.Picture():
                yield Slide(title, (), (one.alt,), one.line, one, begins="more")
            case list():
                line = next((block.line for block in one if block.line), 0)
                yield from self._spread(title, self._lines(one), self._read(one), line)

    def _activity(self, one: tree.Activity) -> Slide:
        """How long, what to have to hand, and the first sentences: as many as there is room for."""
        title = self._titled(self.said.paper.activity, "{title}", one.title)
        all_lines = [line for block in one.blocks for line in self._whole(block)]
        each = [Line(sentence) for line in all_lines for sentence in sentences(line.bits)]
        facts = said(self.said.activity_facts(one), "plain")
        rest = said(self.words.rest_on_sheet, "plain")
        room = MOST - len(text_of(title).split()) - facts.count - rest.count
        fits = sum(line.count for line in each[:SENTENCES]) <= room
        count = SENTENCES if fits and _height([facts, *each[:SENTENCES], rest]) <= TALLEST else 1
        lines = (facts, *each[:count], *([rest] if len(each) > count else []))
        return Slide(title, lines, self._read([one]), one.line, begins="box")

    def _check(self, one: tree.Check) -> Iterator[Slide]:
        """The question and what people may say; the replies are in the notes."""
        lines = [*self._lines(one.blocks), *(Line(bits(answer.said)) for answer in one.answers)]
        reader = self._reader()
        replies = [piece.text for piece in reader.meanings(_meanings(one), 0)]
        self.problems += reader.problems
        notes = (self.words.replies, *replies)
        yield from self._spread(bits(one.question), lines, notes, one.line, "box")

    def _in_parts(
        self, title: Bits, blocks: Iterable[tree.Block], line: int, named: bool = False
    ) -> Iterator[Slide]:
        """A slide for each heading or label in `blocks`, with every word under it. `named`: its title begins
        with that of the whole."""
        before, _, after = self.words.title_of_part.partition("{part}")
        part: Bits = title
        lines = [made for block in blocks for made in self._whole(block)]
        for leads, group in groupby(lines, lambda one: one.look == "label"):
            if leads:
                label = [bit for one in group for bit in one.bits]
                part = (*_filled(before, title), *label, Bit(after)) if named else tuple(label)
            else:
                yield from self._spread(part, group, (), line)

    def _titled(self, words: str, mark: str, title: tree.Inlines) -> Bits:
        before, _, after = words.partition(mark)
        return tuple(bit for bit in (Bit(before), *bits(title), Bit(after)) if bit.text)

    def _spread(
        self, title: Bits, lines: Iterable[Line], notes: tuple[str, ...], line: int, begins: Begins = "more"
    ) -> Iterator[Slide]:
        """As many slides as the words need; the notes go with the first."""
        for number, page in enumerate(_pages(list(lines), MOST - len(text_of(title).split()))):
            yield Slide(title, page, () if number else notes, line, begins="" if number else begins)

    def _lines(self, blocks: Iterable[tree.Block]) -> list[Line]:
        return [line for one in blocks for line in self._short(one)]

    def _short(self, one: tree.Block) -> Iterator[Line]:
        """What a slide shows of a block: of a paragraph its first sentence."""
        if isinstance(one, tree.Paragraph) and one.role != "label":
            yield from (Line(sentence) for sentence in islice(sentences(bits(one.inside)), 1))
        else:
            yield from self._whole(one, short=True)

    def _whole(self, one: tree.Block, short: bool = False) -> Iterator[Line]:
        """All words of a block; of those inside it only the first sentences, if it is `short`."""
        inner = self._short if short else self._whole
        match one:
            case tree.Heading():
                yield Line(bits(one.inside), "label")
            case tree.Paragraph():
                yield Line(bits(one.inside), "label" if one.role == "label" else "point")
            case tree.ListOf():
                for item in one.items:
                    yield from (line for block in item.blocks for line in self._whole(block))
            case tree.Definitions():
                for entry in one.entries:
                    yield Line((*bits(entry.term), Bit(": "), *self._joined(entry.blocks)))
            case tree.Table():
                yield from (line for block in as_list(one) for line in inner(block))
            case tree.CodeBlock():
                yield from (said(text) for text in one.text.split("\n"))
            case tree.Nation():
                lines = [line for block in one.blocks for line in inner(block)]
                yield from (_named(self.said.nations(one.nations), line) for line in lines)
            case tree.Keypoint():
                lines = [line for block in one.blocks for line in self._whole(block)]
                yield from (_named(self.said.paper.keypoint, line) for line in lines)
            case tree.Quote() | tree.Section():
                yield from (line for block in one.blocks for line in inner(block))
            case tree.Stop() | tree.Words() | tree.Sources():
                return  # in the notes and on the handout
            case tree.Activity() | tree.Check() | tree.Help():
                yield Line(bits(one.question if isinstance(one, tree.Check) else one.title), "label")
                yield from (line for block in one.blocks for line in inner(block))
            case tree.Picture():
                self._problem(
                    one, "picture-in-box", "a picture inside a box or a list has no place on a slide"
                )
            case tree.Notes():
                self._problem(one, "notes-in-handout", "notes for leaders would stand in a text for readers")
            case _:
                assert_never(one)

    def _joined(self, blocks: tree.Blocks) -> Bits:
        return tuple(bit for one in blocks for line in self._whole(one) for bit in line.bits)

    def _problem(self, one: tree.Block, rule: str, text: str) -> None:
        advice = "put it between two paragraphs"
        self.problems.append(Problem(self.document.source, one.line or 1, rule, text, advice))

    def _reader(self) -> Spoken:
        return Spoken(self.document, self.said, self.how.address, numbered=False)

    def _read(self, blocks: Iterable[tree.Block]) -> tuple[str, ...]:
        """All words of `blocks`, for the notes."""
        reader = self._reader()
        texts = reader.texts(blocks)
        self.problems += reader.problems
        return (self.words.handout, *texts) if texts else ()


def _apart(one: tree.Block) -> bool:
    return isinstance(one, APART) or (isinstance(one, tree.Heading) and one.level == 2)


def _named(name: str, line: Line) -> Line:
    """A line that says itself what it is: on a slide nothing shows where a box ends."""
    return replace(line, bits=(Bit(f"{leading(name)} ", strong=True), *line.bits))


def _meanings(one: tree.Check) -> Iterator[tree.Explained]:
    return (tree.Explained(answer.said, answer.reply) for answer in one.answers)


def _filled(text: str, title: Bits) -> Bits:
    """`text` with the title in the place of {title}."""
    before, _, after = text.partition("{title}")
    return tuple(bit for bit in (Bit(before), *title, Bit(after)) if bit.text)


def _pages(lines: list[Line], most: int) -> Iterator[tuple[Line, ...]]:
    """Lines in groups of at most so many words, and no taller than a slide, if no line is so by itself. One
    that leads others goes with the first of them."""
    page: list[Line] = []
    for index, line in enumerate(lines):
        with_it = [*page, line, *(lines[index + 1 : index + 2] if line.leads else [])]
        full = sum(one.count for one in with_it) > most or _height(with_it) > TALLEST
        if page and full and not page[-1].leads:
            yield tuple(page)
            page = []
        page.append(line)
    if page:
        yield tuple(page)


def _height(lines: Iterable[Line]) -> float:
    """Roughly, in lines of text."""
    return sum(ceil(len(text_of(one.bits)) / LETTERS) + 1 / 3 for one in lines)


def numbered(slides: Iterable[Slide], words: SlideWords) -> Iterator[Slide]:
    """Slides of which no two have the same title: those of one part say which of how many they are."""
    listed = list(slides)
    many = Counter(text_of(one.title) for one in listed)
    met: Counter[str] = Counter()
    for one in listed:
        title = text_of(one.title)
        met[title] += 1
        if many[title] > 1:
            text = words.one_of_many.format(title="{title}", number=met[title], count=many[title])
            yield replace(one, title=_filled(text, one.title))
        else:
            yield one
