"""The kinds of block: what may stand in the first line of each, and its options."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from programme.hints import did_you_mean, short
from programme.model.base import NATIONS, Source
from programme.model.blocks import ActivityOptions, NoOptions
from programme.sentences import sentences
from programme.yaml_lines import Fault, parse


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


def header(name: str, title: str, line: int) -> Iterator[Fault]:
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


def options(name: str, lines: list[str], start: int, first_line: int) -> tuple[Any, int, list[Fault]]:
    """The options under the first line of a block, the index of the line after them, and what is wrong."""
    end = start + 1
    while end < len(lines) and re.match(r"(    | {0,3}\t)\s*\S", lines[end]):
        end += 1
    kind = KINDS.get(name)
    if kind is None:
        return None, end, []
    if faults := list(_slips(kind, name, lines, start + 1, end, first_line)):
        return None, end, faults[:1]
    line = start + 1 + first_line
    document = parse("\n".join(lines[start + 1 : end]), line)
    if document.faults:
        return None, end, document.faults
    try:
        return kind.options.model_validate(document.value or {}), end, []
    except ValidationError as error:
        said = list(sentences(kind.options, error))
    faults = [Fault(document.lines.get(at, line - 1), rule, text, advice) for at, rule, text, advice in said]
    return None, end, faults


def _slips(kind: Kind, name: str, lines: list[str], begin: int, end: int, first_line: int) -> Iterator[Fault]:
    """What makes the options, in lines `begin` to before `end`, something else than options."""
    fields = kind.options.model_fields
    if end > begin and not fields:
        advice = "put an empty line under the first one, and do not indent the text"
        yield Fault(begin + first_line, "option-none", f"'{name}' has no options", advice)
    if end < len(lines) and (found := re.match(r"\s*(\w+):", lines[end])) and found[1] in fields:
        advice = f"begin it with 4 spaces, right under /// {name}"
        yield Fault(end + first_line, "option-indent", f"the option '{found[1]}' is not indented", advice)
    for index in range(begin, end):
        if found := re.search(r"\{\{|\\", lines[index]):
            text = f"an option cannot hold {found[0]}"
            yield Fault(index + first_line, "option-form", text, "write plain words")
