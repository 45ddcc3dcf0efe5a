"""The blocks of a text as its author wrote them: where each begins and ends, its options, its lines.

The same syntax is rendered by `blocks.py` on top of PyMdown's blocks. This reader is stricter (blocks
begin in the first column and name their end), so that every slip has a line and nothing is guessed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from programme.block_kinds import KINDS, header, options
from programme.model.base import NATIONS, NationId
from programme.remembering import remembered
from programme.syntax import split_code
from programme.yaml_lines import Fault

_OPEN = re.compile(r"(/{3,}) *([\w-]+) *(?:\|(.*))?")
_CLOSE = re.compile(r"/{3,}")
_INDENTED = re.compile(r"[\s>*+:.\d-]+/{3}")
_FIRST_COLUMN = "take out what stands before ///"
_BLOCK_FORM = "write /// name | title to begin one, and /// alone to end it"
_CODE_FORM = (
    "after an empty line write ``` in the first column, alone or with one word after it, as in ```yaml"
)


@dataclass(frozen=True)
class Block:
    """One block. `start` and `end` are indexes of its first and last line in the body's lines."""

    name: str
    title: str
    options: Any
    start: int
    inner: int
    end: int
    children: tuple["Block", ...] = ()

    def walk(self) -> Iterator["Block"]:
        """The block and all blocks inside it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass
class _Open:
    """A block still open. `inside`: what is wrong with blocks that open in it, moot if it never closes."""

    slashes: int
    block: Block
    children: list[Block] = field(default_factory=list)
    inside: list[Fault] = field(default_factory=list)


@remembered()
def scan(body: str, first_line: int) -> tuple[tuple[Block, ...], list[Fault]]:
    """The blocks of `body`, whose first line is line `first_line` of its file, and what is wrong in them."""
    scanner = _Scanner(body.split("\n"), first_line)
    return scanner.scan(), scanner.faults


@dataclass
class _Scanner:
    lines: list[str]
    first_line: int
    faults: list[Fault] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    top: list[Block] = field(default_factory=list)

    def scan(self) -> tuple[Block, ...]:
        code = split_code(self.lines)
        for index, text in code.prose:
            stripped = text.rstrip(" ")
            if found := _OPEN.fullmatch(stripped):
                self.open(index, len(found[1]), found[2], (found[3] or "").strip())
            elif _CLOSE.fullmatch(stripped):
                self.close(index, len(stripped))
            elif _INDENTED.match(text):
                self.fault(
                    index, "block-indent", "a block begins and ends in the first column", _FIRST_COLUMN
                )
            elif text.startswith("///"):
                self.fault(index, "block-form", "this line begins with /// but is not a block", _BLOCK_FORM)
        for index in code.odd:
            self.fault(index, "code-form", "this is not how a box of code begins", _CODE_FORM)
        if code.unclosed is not None and code.unclosed not in code.odd:
            advice = f"write {self.lines[code.unclosed][:3]} on a line of its own where it ends"
            self.fault(code.unclosed, "code-open", "the box of code that begins here is never closed", advice)
        while self.stack:
            self.forget(len(self.lines) - 1)
        return tuple(self.top)

    def fault(self, index: int, rule: str, text: str, advice: str) -> None:
        self.faults.append(Fault(index + self.first_line, rule, text, advice))

    def open(self, index: int, slashes: int, name: str, title: str) -> None:
        given, inner, faults = options(name, self.lines, index, self.first_line)
        self.faults += [*faults, *header(name, title, index + self.first_line)]
        if self.stack and slashes >= self.stack[-1].slashes:
            outer = self.stack[-1]
            ends = f"close '{outer.block.name}' with {'/' * outer.slashes} first"
            text, advice = f"'{name}' opens inside '{outer.block.name}'", f"{ends}, or begin it with more /"
            outer.inside.append(Fault(index + self.first_line, "block-nested", text, advice))
        self.stack.append(_Open(slashes, Block(name, title, given, index, inner, index)))

    def close(self, index: int, slashes: int) -> None:
        if all(entry.slashes != slashes for entry in self.stack):
            advice = f"take it out, or begin a block above it, for example {KINDS['check'].example}"
            self.fault(index, "block-end", f"{'/' * slashes} closes no block", advice)
            return
        while self.stack[-1].slashes != slashes:
            self.forget(index)
        self.faults += self.stack[-1].inside
        self.pop(index)

    def forget(self, index: int) -> None:
        """The innermost block should have been closed before line `index`."""
        entry = self.stack[-1]
        advice = f"write {'/' * entry.slashes} on a line of its own where it ends"
        self.fault(entry.block.start, "block-open", f"the block '{entry.block.name}' is never closed", advice)
        self.pop(index)

    def pop(self, index: int) -> None:
        entry = self.stack.pop()
        block = replace(entry.block, end=index, children=tuple(entry.children))
        (self.stack[-1].children if self.stack else self.top).append(block)


def nations_of(block: Block) -> tuple[NationId, ...]:
    """The nations that a `nation` block names."""
    named = {part.strip() for part in block.title.split(",")}
    return tuple(key for key, name in NATIONS.items() if name in named)


def nations_at(blocks: Iterable[Block], index: int) -> tuple[NationId, ...]:
    """The nations that line `index` of a body speaks for: those of the innermost `nation` block, or all."""
    nations = tuple(NATIONS)
    for block in walk(blocks):
        if block.name == "nation" and block.start < index < block.end:
            nations = nations_of(block)
    return nations


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks, those inside others too, in order."""
    for block in blocks:
        yield from block.walk()
