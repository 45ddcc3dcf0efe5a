"""The blocks of a text as its author wrote them: where each begins and ends, its options, its lines.

The same syntax is rendered by `blocks.py` on top of PyMdown's blocks. This reader is stricter (blocks
begin in the first column and name their end), so that every slip has a line and nothing is guessed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from programme.hints import did_you_mean
from programme.model.base import NATIONS, NationId, Source
from programme.model.blocks import ActivityOptions, NoOptions
from programme.sentences import sentence
from programme.syntax import prose_lines
from programme.yaml_lines import Fault, parse

FENCE = re.compile(r"(/{3,})[ ]*([\w-]+)?[ ]*(?:\|[ ]*(.*?))?[ ]*$")


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
    slashes: int
    block: Block
    children: list[Block] = field(default_factory=list)


def scan(body: str, first_line: int) -> tuple[tuple[Block, ...], list[Fault]]:
    """The blocks of `body`, whose first line is line `first_line` of its file, and what is wrong in them."""
    top: list[Block] = []
    stack: list[_Open] = []
    faults: list[Fault] = []
    lines = body.split("\n")
    for index, text in prose_lines(lines):
        found = FENCE.match(text)
        if not found:
            if re.match(r"[ \t]+/{3,}[ ]*\w", text):
                faults.append(Fault(index + first_line, "block-indent", *_INDENTED))
            continue
        slashes, name, title = len(found[1]), found[2], found[3] or ""
        line = index + first_line
        if not name:
            if not stack or all(entry.slashes != slashes for entry in stack):
                advice = f"take it out, or open a block above it, for example {KINDS['check'].example}"
                faults.append(Fault(line, "block-end", f"{found[1]} closes no block", advice))
                continue
            while stack:
                entry = stack.pop()
                if entry.slashes != slashes:
                    faults.append(_unclosed(entry, first_line))
                closed = _closed(entry, index)
                (stack[-1].children if stack else top).append(closed)
                if entry.slashes == slashes:
                    break
            continue
        if stack and slashes >= stack[-1].slashes:
            outer = stack[-1].block
            advice = f"close '{outer.name}' with {'/' * stack[-1].slashes} first, or give the outer block more /"
            faults.append(Fault(line, "block-nested", f"'{name}' opens inside '{outer.name}'", advice))
        options, inner = _options(name, lines, index, first_line, faults)
        faults.extend(_header(name, title, line))
        stack.append(_Open(slashes, Block(name, title, options, index, inner, index)))
    for entry in stack:
        faults.append(_unclosed(entry, first_line))
    return tuple(top), faults


_INDENTED = ("a block must begin in the first column", "take the spaces before /// out")


def _closed(entry: _Open, end: int) -> Block:
    block = entry.block
    return Block(
        block.name, block.title, block.options, block.start, block.inner, end, tuple(entry.children)
    )


def _unclosed(entry: _Open, first_line: int) -> Fault:
    text = f"the block '{entry.block.name}' is never closed"
    advice = f"write {'/' * entry.slashes} on a line of its own where it ends"
    return Fault(entry.block.start + first_line, "block-open", text, advice)


def _header(name: str, title: str, line: int) -> Iterator[Fault]:
    """What is wrong in the first line of a block."""
    if name not in KINDS:
        yield Fault(line, "unknown-block", f"there is no block '{name}'", did_you_mean(name, KINDS))
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
                yield Fault(line, "unknown-nation", f"'{word}' is not a nation of the UK", advice)


def _options(
    name: str, lines: list[str], start: int, first_line: int, faults: list[Fault]
) -> tuple[Any, int]:
    """The options under the first line of a block, and the index of the first line after them."""
    end = start + 1
    while end < len(lines) and re.match(r"    \s*\S", lines[end]):
        end += 1
    kind = KINDS.get(name)
    if kind is None:
        return None, end
    document = parse("\n".join(lines[start + 1 : end]), first_line + start + 1)
    faults.extend(document.faults)
    try:
        return kind.options.model_validate(document.value or {}), end
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            at = tuple(detail["loc"])
            line = document.lines.get(at, start + first_line)
            faults.append(Fault(line, *sentence(kind.options, detail)))
    return None, end


def nations_of(block: Block) -> tuple[NationId, ...]:
    """The nations that a `nation` block names."""
    named = {part.strip() for part in block.title.split(",")}
    return tuple(key for key, name in NATIONS.items() if name in named)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks, those inside others too, in order."""
    for block in blocks:
        yield from block.walk()
