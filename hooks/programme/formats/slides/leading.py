"""What the person who leads needs with each slide: when, for how long, what to have ready, and the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from programme.blocks_text import Block
from programme.citing import cite_sources
from programme.formats.in_words import InWords
from programme.formats.slides.lines import Bit, said
from programme.formats.slides.outline import Slide
from programme.formats.slides.spoken import Spoken
from programme.formats.slides.words import SlideWords
from programme.problems import Problem
from programme.run_sheet import Row, RunSheet
from programme.text import block_text
from programme.tree import nodes as tree
from programme.tree.documents import document
from programme.whole import Programme, Session


@dataclass
class Leading:
    """One session, as its run sheet has it."""

    programme: Programme
    session: Session
    sheet: RunSheet
    said: InWords
    words: SlideWords
    problems: list[Problem] = field(default_factory=list)

    def slides(self, slides: Sequence[Slide]) -> list[Slide]:
        """`slides` with notes, and with the break where the run sheet has it."""
        texts: list[list[str]] = [[] for _ in slides]
        for index, told in self._notes(slides):
            texts[index] += told
        made = [replace(one, notes=(*first, *one.notes)) for one, first in zip(slides, texts, strict=True)]
        at, pause = self._break(slides)
        return [*made[:at], pause, *made[at:]]

    def _notes(self, slides: Sequence[Slide]) -> Iterator[tuple[int, list[str]]]:
        """(which slide, what its notes say) in the order in which it is said."""
        rows = self.sheet.rows
        yield 0, [self._when(rows[0])]
        if self.sheet.materials:
            yield 0, [self.words.ready.format(needs=", ".join(self.sheet.materials))]
        for row in rows[1:-1]:
            if at := self._slides_of(row, slides):
                yield at.start, [self._when(row)]
        for note in self.sheet.notes:
            yield self._beside(note, slides), self._read(note)
        yield len(slides) - 1, [self._when(rows[-1])]

    def _when(self, row: Row) -> str:
        start = self.sheet.rows[0].begin
        return f"{row.what}. {self.words.when.format(minutes=row.minutes, begin=row.begin, start=start)}"

    def _slides_of(self, row: Row, slides: Sequence[Slide]) -> range:
        """The slides of an activity, or the first of a step that is talked through; none for other rows."""
        talk = self.said.language.gettext("Talk it through: {title}")
        for index, one in enumerate(slides):
            here = one.line == self._line(row.block) if row.block else talk.format(title=one.step) == row.what
            if here and one.begins:
                ends = (n for n in range(index + 1, len(slides)) if slides[n].begins)
                return range(index, next(ends, len(slides)))
        return range(0)

    def _line(self, block: Block) -> int:
        return self.session.body.first_line + block.start

    def _beside(self, note: Block, slides: Sequence[Slide]) -> int:
        """A note goes with the activity or check above it in the text, or with the step that it is in."""
        line = self._line(note)
        parts = (
            index for index, one in enumerate(slides) if one.begins in ("step", "box") and one.line <= line
        )
        return max((index for index in parts), key=lambda index: (slides[index].line, -index))

    def _read(self, note: Block) -> list[str]:
        uri = self.session.body.uri
        text = block_text(self.programme, self.session.body, note, uri)
        title = note.title or self.said.language.gettext("Notes")
        cited = cite_sources(self.programme, f"# -\n\n{text}")
        made, problems = document(uri, self.session.prose.path, cited, self.programme.language)
        reader = Spoken(made, self.said, numbered=False)
        blocks = [one for one in made.blocks[1:] if not isinstance(one, tree.Sources)]
        read = reader.texts(blocks)
        self.problems += [*problems, *reader.problems]
        return [f"{self.words.notes} {title}", *read]

    def _break(self, slides: Sequence[Slide]) -> tuple[int, Slide]:
        """Where it goes, and the slide: after what stands before it on the run sheet."""
        pause = self.said.language.gettext("Break")
        rows = self.sheet.rows
        number = next(index for index, one in enumerate(rows) if one.what == pause and not one.block)
        before = (self._slides_of(one, slides).stop for one in rows[:number])
        shown = said(self.words.how_long.format(minutes=rows[number].minutes), "plain")
        notes = (self._when(rows[number]),)
        return max(before, default=0) or 1, Slide((Bit(self.words.pause),), (shown,), notes)
