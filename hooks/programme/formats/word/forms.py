"""Forms to fill in → Word: lines and cells that people can type into, and boxes to tick."""

from collections.abc import Sequence
from typing import assert_never

from programme.formats.word import boxes
from programme.formats.word.drawings import ACROSS, drawing
from programme.formats.word.package import gap
from programme.formats.word.runs import Runs
from programme.formats.word.tables import cell, row, shares, table
from programme.formats.word.words import WordWords
from programme.formats.word.xml import Element, Elements, paragraph
from programme.formats.words import PaperWords
from programme.tree import nodes as tree

PITCH = 11.0
"""mm from one line to write on to the next."""
MOST_COLUMNS = 5
"""Of a table that still leaves room to write at 14 points, as in a PDF."""
LETTERS = 56
"""Bold letters of 14 points that stand beside each other on a line."""
NUMBERS = tuple(str(number) for number in range(11))


class Forms:
    def __init__(self, runs: Runs, paper: PaperWords, words: WordWords) -> None:
        self.runs, self.paper, self.words = runs, paper, words

    def form(self, parts: Sequence[tree.FormPart]) -> Elements:
        return [block for part in parts for block in self.part(part)]

    def room(self, one: tree.Room, about: str) -> Elements:
        """What stands under one point of a list."""
        made = [boxes.choices(self.runs, about, one.choices)] if one.choices else []
        return [*made, *self.lines(one.lines)]

    def part(self, one: tree.FormPart) -> Elements:
        match one:
            case tree.WriteLines(names, each):
                return [block for name in names or ("",) for block in self._named_lines(name, each)]
            case tree.WriteBoxes(names, each, choices):
                return [gap(), *(block for name in names for block in self._box(name, each, choices))]
            case tree.Ticks(names, each):
                return [block for name in names for block in self._tick(name, each)]
            case tree.WriteTable():
                return self._table(one) if self._fits(one) else self._apart(one)
            case tree.Scale(question):
                return self._scale(question)
            case tree.Space():
                return self._space(one)
            case tree.Say(text):
                return [self.label(text)]
            case _:
                assert_never(one)

    def label(self, text: str) -> Element:
        return paragraph("Label", self.runs.text(text))

    def lines(self, count: int) -> Elements:
        """Paragraphs with a line below: what people type pushes the line down, and Enter makes another."""
        return [*(paragraph("LineToWriteOn") for _ in range(count)), *([gap()] if count else [])]

    def _named_lines(self, name: str, each: int) -> Elements:
        return [*([self.label(name)] if name else []), *self.lines(each)]

    def _tick(self, name: str, each: int) -> Elements:
        return [boxes.ticked_line(self.runs, name, [self.runs.text(name)]), *self.lines(each)]

    def _box(self, name: str, each: int, choices: tuple[str, ...]) -> Elements:
        """A cell to write in below its name, which is the heading of the table."""
        ticks = [boxes.choices(self.runs, name, choices)] if choices else []
        head = row([cell([self.heading(name)])], header=True)
        below = row([cell([*ticks, paragraph("TableText")])], height=PITCH * each)
        return [self._grid(self.words.room.format(name=name), [1.0], [head], [below]), gap()]

    def heading(self, text: str) -> Element:
        return paragraph("TableHeading", self.runs.text(text))

    def _fits(self, one: tree.WriteTable) -> bool:
        return len(one.columns) + len(one.choices) <= MOST_COLUMNS

    def _table(self, one: tree.WriteTable, height: float = PITCH) -> Elements:
        named = any(one.rows)
        head = row([cell([self.heading(text)]) for text in (*one.columns, *one.choices)], header=True)
        rows = [self._row(one, text, named, height) for text in one.rows]
        told = self.words.table.format(columns=", ".join((*one.columns, *one.choices)))
        return [gap(), self._grid(told, _widths(one, named), [head], rows, first_column=named), gap()]

    def _row(self, one: tree.WriteTable, text: str, named: bool, height: float) -> Element:
        first = [self.heading(text)] if named else [paragraph("TableText")]
        others = [cell([paragraph("TableText")]) for _ in one.columns[1:]]
        ticks = [cell([self._lone_tick(f"{word}: {text}" if text else word)]) for word in one.choices]
        return row([cell(first), *others, *ticks], height=height)

    def _lone_tick(self, name: str) -> Element:
        return paragraph("TableText", boxes.tick(self.runs.file, name))

    def _apart(self, one: tree.WriteTable) -> Elements:
        """A table too wide to write in: each row by itself, its columns as lines with names."""
        named = any(one.rows)
        made: Elements = []
        for number, text in enumerate(one.rows, 1):
            title = text or self.paper.row.format(number=number)
            made.append(self.label(title))
            made += [boxes.choices(self.runs, title, one.choices)] if one.choices else []
            for column in one.columns[1:] if named else one.columns:
                made += [paragraph("TableText", self.runs.text(column)), *self.lines(1)]
        return made

    def _scale(self, question: str) -> Elements:
        """A box to tick below each number, so that it can be answered with the keyboard."""
        head = row([cell([self.heading(number)]) for number in NUMBERS], header=True)
        ticks = row([cell([self._lone_tick(f"{number}: {question}")]) for number in NUMBERS], height=PITCH)
        return [
            self.label(question),
            self._grid(self.paper.scale, [1.0] * len(NUMBERS), [head], [ticks]),
            gap(),
        ]

    def _space(self, one: tree.Space) -> Elements:
        told: str = getattr(self.paper, f"drawing_{one.drawing.replace('-', '_')}")
        content, height = drawing(one.drawing, len(one.names))
        picture = self.runs.file.picture(content, told.format(names=", ".join(one.names)), ACROSS, height)
        made = [paragraph("Picture", picture)]
        if one.names and len(one.names) <= MOST_COLUMNS:
            made += self._table(tree.WriteTable(one.names, ("",)), PITCH * 2)[1:]
        elif one.names:
            made += [block for name in one.names for block in self._named_lines(name, 1)]
        return made

    def _grid(
        self,
        told: str,
        widths: Sequence[float],
        head: Elements,
        rows: Elements,
        first_column: bool = False,
    ) -> Element:
        return table(told, widths, head, rows, self.runs.file.right_to_left, first_column)


def _widths(one: tree.WriteTable, named: bool) -> list[float]:
    """Names and choices get the room of their words, in letters; columns to write in share what is left."""
    names = shares([[*one.rows, one.columns[0]]]) if named and len(one.columns) > 1 else []
    choices, empty = shares([[word] for word in one.choices]), one.columns[len(names) :]
    left = (LETTERS - sum(names) - sum(choices)) / len(empty)
    return [*names, *(max(left, *shares([[column]])) for column in empty), *choices]
