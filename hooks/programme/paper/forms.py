"""Forms to fill in → Typst code."""

from typing import assert_never

from programme.formats.words import PaperWords
from programme.paper.code import call, content, string, strings
from programme.tree import nodes as tree

WIDEST = {14: 5, 18: 4, 24: 2}
"""Text size in points → columns of a table that still leave room to write or tick by hand."""


def room(one: tree.Room, words: PaperWords) -> str:
    """What stands beside, that is under, one point of a list."""
    made = [call("choices", string(words.tick), strings(one.choices))] if one.choices else []
    made += [call("lines", str(one.lines), string(_lines(one.lines, words)))] if one.lines else []
    return content(made)


def part(one: tree.FormPart, words: PaperWords, size: int) -> str:
    match one:
        case tree.WriteLines(names, each):
            alt = string(_lines(each, words))
            return call("named-lines", alt, str(each), strings(names)) if names else _room(each, words)
        case tree.WriteBoxes(names, each, choices):
            given = (str(each), string(words.box), string(words.tick), strings(choices), strings(names))
            return call("write-boxes", *given)
        case tree.Ticks(names, each):
            rest = _room(each, words) if each else ""
            return call("ticks", string(words.tick), *(content([string(name), rest]) for name in names))
        case tree.WriteTable():
            return _table(one, words, size)
        case tree.Scale(question):
            return call("scale", string(words.scale), string(question))
        case tree.Space(drawing, names):
            alt = getattr(words, f"drawing_{drawing.replace('-', '_')}").format(names=", ".join(names))
            return call(f"drawing-{drawing}", string(alt), strings(names))
        case tree.Say(text):
            return call("named", call("strong", string(text)))
        case _:
            assert_never(one)


def _lines(count: int, words: PaperWords) -> str:
    return words.write_one if count == 1 else words.write_here.format(lines=count)


def asked(question: str, count: int, words: PaperWords) -> str:
    """The code of a question, and `count` empty lines for the answer."""
    return call("asked", str(count), string(_lines(count, words)), question)


def _room(count: int, words: PaperWords) -> str:
    return call("lines", str(count), string(_lines(count, words)))


def _table(one: tree.WriteTable, words: PaperWords, size: int) -> str:
    """A table, or where its columns would be too narrow to write in, a box for each row."""
    tick, choices = string(words.tick), strings(one.choices)
    if len(one.columns) + len(one.choices) <= WIDEST[size]:
        return call("write-table", strings(one.columns), strings(one.rows), tick, choices)
    alt = string(_lines(1, words))
    to_write = strings(one.columns[1:] if any(one.rows) else one.columns)
    titles = (row or words.row.format(number=number) for number, row in enumerate(one.rows, 1))
    return content(call("rows-apart", string(title), alt, tick, choices, to_write) for title in titles)
