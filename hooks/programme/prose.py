"""What people read of a text: its paragraphs and list items as plain words, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from programme.blocks_text import walk
from programme.syntax import CITATION, NAME, prose_lines
from programme.whole import Body

_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]|:)\s+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_ADDRESS = re.compile(r"<?https?://[^\s>]+>?")
_MARKS = re.compile(r"[*_`#|]|</?\w[^>]*>")
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"'”’)]?\s+(?=[\"'“‘(]?[A-Z0-9])")


@dataclass(frozen=True)
class Passage:
    """A paragraph, or one item of a list. `line` counts in its file; `raw` is as its author wrote it.

    `section` numbers the headings above it, so that passages under one heading can be taken together.
    `blocks` names the blocks around it, the outermost first.
    """

    line: int
    raw: str
    item: bool
    section: int
    blocks: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return plain_words(self.raw)

    @property
    def sentences(self) -> list[str]:
        return sentences(self.words)


def plain_words(raw: str) -> str:
    """`raw` as it is read aloud: no citations, addresses and marks; a name to fill in is one word."""
    text = CITATION.sub("", _LINK.sub(r"\1", raw))
    text = _MARKS.sub("", _ADDRESS.sub("", NAME.sub("it", text)))
    return re.sub(r"\s+([.,;:?!])", r"\1", " ".join(text.split()))


def sentences(text: str) -> list[str]:
    """The sentences of plain words. An abbreviation with a full stop would end one; our style has none."""
    return [part for part in _SENTENCE_END.split(text) if re.search(r"\w", part)]


def passages(body: Body) -> Iterator[Passage]:
    """Every passage of `body`, in order: no headings, tables, options, code or names that make a list."""
    around = _blocks_around(body)
    section, begun, gathered = 0, 0, list[str]()
    for index, text in [*prose_lines(body.text.split("\n")), (len(around), "")]:
        starts = bool(_ITEM.match(text))
        apart = not text.strip() or text.startswith(("#", "|", "///")) or around[index : index + 1] == [None]
        if gathered and (apart or starts or around[index] != around[begun]):
            raw = "\n".join(gathered)
            if not NAME.fullmatch(raw.strip()):
                item = _ITEM.match(raw)
                text_of = raw[item.end() :] if item else raw
                yield Passage(body.first_line + begun, text_of, bool(item), section, around[begun] or ())
            gathered = []
        section += text.startswith("#")
        if not apart:
            begun = begun if gathered else index
            gathered.append(text)


def _blocks_around(body: Body) -> list[tuple[str, ...] | None]:
    """For each line the names of the blocks around it; None for the lines that make up a block."""
    around: list[tuple[str, ...] | None] = [()] * (body.text.count("\n") + 1)
    for block in walk(body.blocks):
        for index in range(block.start, block.end + 1):
            outer = around[index]
            around[index] = (*(outer or ()), block.name)
        for index in (*range(block.start, block.inner), block.end):
            around[index] = None
    return around
