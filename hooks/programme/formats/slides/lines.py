"""Lines of a slide: words with their language, short enough to be read from the back of a room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, assert_never

from programme.tree import nodes as tree

ENDS = ".?!\u061f\u06d4"
"""Also those of Arabic and Urdu."""
CLOSE = "\"'”’)»"
Look = Literal["point", "plain", "label"]


@dataclass(frozen=True)
class Bit:
    """Words that look alike. `language` is empty in that of the file."""

    text: str
    strong: bool = False
    language: str = ""
    right_to_left: bool = False


Bits: TypeAlias = tuple[Bit, ...]


@dataclass(frozen=True)
class Line:
    """A paragraph of a slide; a label is bold, and leads the lines below it."""

    bits: Bits
    look: Look = "point"

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(text_of(self.bits).split())

    @property
    def leads(self) -> bool:
        """Whether it only says what the next line is about."""
        return self.look == "label" or text_of(self.bits).endswith(":")


def text_of(bits: Iterable[Bit]) -> str:
    return "".join(bit.text for bit in bits)


def said(text: str, look: Look = "point") -> Line:
    """Words of ours."""
    return Line((Bit(text),), look)


def bits(inside: Iterable[tree.Inline], around: Bit = Bit("")) -> Bits:
    """The words without numbers of sources: those are on the handout."""
    return tuple(bit for one in inside for bit in _bits(one, around))


def _bits(one: tree.Inline, around: Bit) -> Iterator[Bit]:
    match one:
        case tree.Text(text) | tree.Code(text):
            yield replace(around, text=text)
        case tree.Break():
            yield replace(around, text=" ")
        case tree.Cite():
            return
        case tree.Strong(inside):
            yield from bits(inside, replace(around, strong=True))
        case tree.Lang(language, inside, right_to_left):
            yield from bits(inside, replace(around, language=language, right_to_left=right_to_left))
        case tree.Link(_, inside) | tree.Raised(_, inside):
            yield from bits(inside, around)
        case _:
            assert_never(one)


def sentences(whole: Bits) -> Iterator[Bits]:
    """The sentences, each with the look of its words. A small letter never begins one."""
    text, begun = text_of(whole), 0
    for end in _ends(text):
        yield _cut(whole, begun, end)
        begun = end
    if text[begun:].strip():
        yield _cut(whole, begun, len(text))


def _ends(text: str) -> Iterator[int]:
    for index, sign in enumerate(text):
        end = index + 1
        while sign in ENDS and end < len(text) and text[end] in CLOSE:
            end += 1
        after = text[end:].lstrip()
        if sign in ENDS and text[end : end + 1].isspace() and after and not after[0].islower():
            yield end


def _cut(whole: Bits, begin: int, end: int) -> Bits:
    made, at = [], 0
    for bit in whole:
        part = bit.text[max(begin - at, 0) : max(end - at, 0)]
        at += len(bit.text)
        if part:
            made.append(replace(bit, text=part))
    return _trimmed(made)


def _trimmed(made: list[Bit]) -> Bits:
    if made:
        made[0] = replace(made[0], text=made[0].text.lstrip())
        made[-1] = replace(made[-1], text=made[-1].text.rstrip())
    return tuple(bit for bit in made if bit.text)
