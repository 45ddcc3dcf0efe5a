"""The blocks of a text as its author wrote them: where each begins and ends, its options, its lines.

The same syntax is rendered by `blocks.py` on top of PyMdown's blocks. This reader is stricter (blocks
begin in the first column and name their end), so that every slip has a line and nothing is guessed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from programme.hints import did_you_mean, short
from programme.model.base import NATIONS, NationId, Source
from programme.model.blocks import ActivityOptions, NoOptions
from programme.sentences import sentences
from programme.syntax import split_code
from programme.yaml_lines import Fault, parse

_OPEN = re.compile(r"(/{3,}) *([\w-]+) *(?:\|(.*))?")
_CLOSE = re.compile(r"/{3,}")
_INDENTED = re.compile(r"[\s>*+:.\d-]+/{3}")
_FIRST_COLUMN = "take out what stands before ///"
_BLOCK_FORM = "write /// name | title to begin one, and /// alone to end it"
_CODE_FORM = (
    "after an empty line write ``` in the first column, alone or with one word after it, as in ```yaml"
)


@dataclass(frozen=True)
class Kind:
    """A kind of block. `title` says whether text after | must, may or must not stand."""

    options: type[Source]
    title: str
    example: str


KINDS: dict[str, Kind] = {
    "activity": Kind(ActivityOptions, "must", "/// activity | Draw your team"),
    "check": Kind(NoOptions, "must", "/// check | Who would you phone first?"),
    "facilitator": Kind(NoOptions, "may", "/// facilitator | Before you start"),
    "help": Kind(NoOptions, "may", "/// help | When to get help"),
    "keypoint": Kind(NoOptions, "not", "/// keypoint"),
    "local": Kind(NoOptions, "must", "/// local | how-to-reach-us"),
    "nation": Kind(NoOptions, "must", "/// nation | England, Wales"),
    "stop": Kind(NoOptions, "may", "/// stop | A good place to stop"),
}


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
        options, inner, faults = _options(name, self.lines, index, self.first_line)
        self.faults += [*faults, *_header(name, title, index + self.first_line)]
        if self.stack and slashes >= self.stack[-1].slashes:
            outer = self.stack[-1]
            ends = f"close '{outer.block.name}' with {'/' * outer.slashes} first"
            text, advice = f"'{name}' opens inside '{outer.block.name}'", f"{ends}, or begin it with more /"
            outer.inside.append(Fault(index + self.first_line, "block-nested", text, advice))
        self.stack.append(_Open(slashes, Block(name, title, options, index, inner, index)))

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


def _header(name: str, title: str, line: int) -> Iterator[Fault]:
    """What is wrong in the first line of a block."""
    if name not in KINDS:
        yield Fault(line, "unknown-block", f"there is no block '{short(name)}'", did_you_mean(name, KINDS))
        return
    kind = KINDS[name]
    if kind.title == "must" and not title:
        yield Fault(line, "block-title", f"'{name}' needs text after |", f"for example {kind.example}")
    if kind.title == "not" and title:
        yield Fault(line, "block-title", f"'{name}' takes no text after |", f"write {kind.example}")
    if name == "nation":
        for word in filter(None, (part.strip() for part in title.split(","))):
            if word not in NATIONS.values():
                advice = did_you_mean(word, NATIONS.values())
                yield Fault(line, "unknown-nation", f"'{short(word)}' is not a nation of the UK", advice)


def _options(name: str, lines: list[str], start: int, first_line: int) -> tuple[Any, int, list[Fault]]:
    """The options under the first line of a block, the index of the line after them, and what is wrong."""
    end = start + 1
    while end < len(lines) and re.match(r"(    | {0,3}\t)\s*\S", lines[end]):
        end += 1
    kind = KINDS.get(name)
    if kind is None:
        return None, end, []
    line = start + 1 + first_line
    fields = kind.options.model_fields
    if end > start + 1 and not fields:
        advice = "put an empty line under the first one, and do not indent the text"
        return None, end, [Fault(line, "option-none", f"'{name}' has no options", advice)]
    if end < len(lines) and (found := re.match(r"\s*(\w+):", lines[end])) and found[1] in fields:
        text, advice = (
            f"the option '{found[1]}' is not indented",
            f"begin it with 4 spaces, right under /// {name}",
        )
        return None, end, [Fault(end + first_line, "option-indent", text, advice)]
    for index in range(start + 1, end):
        if found := re.search(r"\{\{|\\", lines[index]):
            text, advice = f"an option cannot hold {found[0]}", "write plain words"
            return None, end, [Fault(index + first_line, "option-form", text, advice)]
    document = parse("\n".join(lines[start + 1 : end]), line)
    if document.faults:
        return None, end, document.faults
    try:
        return kind.options.model_validate(document.value or {}), end, []
    except ValidationError as error:
        said = list(sentences(kind.options, error))
    faults = [Fault(document.lines.get(at, line - 1), rule, text, advice) for at, rule, text, advice in said]
    return None, end, faults


def nations_of(block: Block) -> tuple[NationId, ...]:
    """The nations that a `nation` block names."""
    named = {part.strip() for part in block.title.split(",")}
    return tuple(key for key, name in NATIONS.items() if name in named)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks, those inside others too, in order."""
    for block in blocks:
        yield from block.walk()
