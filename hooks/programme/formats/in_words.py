"""What paper draws, in words: forms to fill in and facts of activities, for files that cannot show a line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from programme.formats import reading_words, words
from programme.language import Language
from programme.model.base import NATIONS, NationId
from programme.tree import nodes as tree

BLANK, BOX = "____", "[ ]"
"""Where somebody can type, and what they can mark."""


@dataclass(frozen=True)
class InWords:
    """`to_fill`: people can type into the file, so that each line gets a blank; else the form is told."""

    language: Language
    to_fill: bool = False

    @cached_property
    def paper(self) -> words.PaperWords:
        return words.words_in(self.language)

    @cached_property
    def reading(self) -> reading_words.ReadingWords:
        return reading_words.words_in(self.language)

    def nations(self, ids: Iterable[NationId]) -> str:
        """For whom something holds: In Wales and Scotland."""
        named = (self.language.gettext(NATIONS[one]) for one in ids)
        return self.paper.nation.format(nations=self.language.joined(named))

    def activity_facts(self, one: tree.Activity) -> str:
        """How long it takes, how it is done, and what to have to hand."""
        paper = self.paper
        how = {"discuss": paper.discuss, "write": paper.write, "try": paper.try_, "reflect": paper.reflect}
        facts = paper.activity_facts.format(minutes=one.minutes, how=how[one.kind])
        return f"{facts} {paper.needs.format(needs=', '.join(one.needs))}" if one.needs else facts

    def form(self, parts: Iterable[tree.FormPart]) -> tree.Blocks:
        """All parts of a form."""
        return tuple(block for part in parts for block in self._part(part))

    def _part(self, one: tree.FormPart) -> Iterator[tree.Block]:
        match one:
            case tree.WriteLines(names, each):
                yield from self._named(names, (), each)
            case tree.WriteBoxes(names, each, choices):
                yield from self._named(names, choices, each)
            case tree.Ticks(names, each):
                yield tree.ListOf(tuple(self._tick(name, each) for name in names))
            case tree.WriteTable():
                yield from self._table(one)
            case tree.Scale(question):
                yield self._said(f"{question} {self.paper.scale}", self.to_fill)
            case tree.Space(drawing, names):
                drawn: str = getattr(self.paper, f"drawing_{drawing.replace('-', '_')}")
                yield self._said(drawn.format(names=", ".join(names)))
            case tree.Say(text):
                yield self._said(text)
            case _:
                assert_never(one)

    def beside(self, one: tree.ListOf) -> Iterator[tree.Block]:
        """What to write beside the points of a list, once under it; in a file to fill in, each has room."""
        room = next((item.room for item in one.items if item.room), None)
        if not room or self.to_fill:
            return
        if room.choices:
            yield self._said(self.reading.choose_for_each.format(choices=", ".join(room.choices)))
        else:
            yield self._said(self.reading.write_for_each)

    def _named(self, names: tuple[str, ...], choices: tuple[str, ...], each: int) -> Iterator[tree.Block]:
        if not names:
            yield self._said(self.paper.write_one if each == 1 else self._lines(each), self.to_fill)
            return
        if not self.to_fill:
            yield self._said(self.reading.write_about)
        boxes = self.boxes(choices) if self.to_fill else ""
        yield _points(f"{self._before(name)}{boxes}{self.blank}" for name in names)
        if choices and not self.to_fill:
            yield self._said(self.reading.choose_for_each.format(choices=", ".join(choices)))

    def _lines(self, count: int) -> str:
        return self.paper.write_here.format(lines=count)

    def _tick(self, name: str, each: int) -> tree.Item:
        text = f"{self._before(name)}{self.blank}" if each and self.to_fill else name
        return tree.Item((_paragraph(text),), tick=self.to_fill)

    def _table(self, one: tree.WriteTable) -> Iterator[tree.Block]:
        if self.to_fill:
            yield _points(self._row(one, row, number) for number, row in enumerate(one.rows, 1))
            return
        told = self.reading
        named = any(one.rows)
        yield self._said(told.columns.format(columns=", ".join(one.columns)))
        rows = ", ".join(one.rows) if named else ""
        yield self._said(
            told.rows.format(rows=rows) if named else told.empty_rows.format(count=len(one.rows))
        )
        if one.choices:
            yield self._said(told.choose_for_each.format(choices=", ".join(one.choices)))

    def _row(self, one: tree.WriteTable, row: str, number: int) -> str:
        """A row as one point: its name, then the name of each column with a blank."""
        columns = one.columns[1:] if any(one.rows) else one.columns
        told = [f"{self._before(column)}{BLANK}" for column in columns]
        told += [self.boxes(one.choices).strip()] if one.choices else []
        return f"{self._before(row or self.paper.row.format(number=number))}{'; '.join(told)}"

    def boxes(self, choices: tuple[str, ...]) -> str:
        """[ ] Yes [ ] No, with a space before it; nothing without choices."""
        return "".join(f" {BOX} {choice}" for choice in choices)

    @property
    def blank(self) -> str:
        return f" {BLANK}" if self.to_fill else ""

    def _before(self, name: str) -> str:
        """A name as it leads what is filled in; alone where nothing can be."""
        return f"{leading(name)} " if self.to_fill else name

    def _said(self, text: str, blank: bool = False) -> tree.Paragraph:
        return _paragraph(f"{text} {BLANK}" if blank else text)


def leading(label: str) -> str:
    """Words that lead others: with a colon, unless they end in a sign of their own."""
    return label if label[-1:] in (".", ":", "?") else f"{label}:"


def _points(texts: Iterable[str]) -> tree.ListOf:
    return tree.ListOf(tuple(tree.Item((_paragraph(" ".join(text.split())),)) for text in texts))


def _paragraph(text: str) -> tree.Paragraph:
    return tree.Paragraph((tree.Text(text),))
