"""The course's own blocks, from the HTML that `markup` makes of them."""

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from programme.model.base import NATIONS
from programme.model.blocks import ActivityOptions
from programme.tree.forms import beside_lists, form
from programme.tree.html import Element
from programme.tree.nodes import (
    Activity,
    Answer,
    Block,
    Blocks,
    Check,
    Definitions,
    Help,
    Inlines,
    Keypoint,
    Nation,
    Notes,
    Paragraph,
    SectionKind,
    Stop,
    Text,
    Words,
)

if TYPE_CHECKING:
    from programme.tree.reader import Reader

FROM, A_STOP, NOTES = "From {centre}", "A good place to stop", "Notes"
"""In the catalogue already: pages say them too."""
Make = Callable[["Reader", Inlines, Element, int], Iterator[Block]]
SECTIONS: dict[str, SectionKind] = {
    "effort": "effort",
    "keypoints": "keypoints",
    "who-to-call": "safety",
    "review": "review",
}
"""Class of a `div` in our templates → the kind of section."""


def box(reader: "Reader", one: Element) -> Iterator[Block]:
    """The node for a block of ours; its first child holds its title."""
    header, *inside = one.children
    line = reader.line
    yield from _MAKERS[one.attrs["data-block"]](
        reader, reader.words(header.inside), Element("div", one.attrs, list(inside)), line
    )


def _activity(reader: "Reader", title: Inlines, one: Element, line: int) -> Iterator[Block]:
    given: dict[str, Any] = json.loads(one.attrs["data-options"])
    options = ActivityOptions.model_validate(given)
    blocks, missing = beside_lists(options, reader.blocks(one.inside))
    for number in missing:
        advice = "number a list that is there, or write the points under ticks:"
        reader.problem(
            "form-list", f"the form names list {number}, which is not in this activity", advice, line
        )
    yield Activity(
        title, options.minutes, options.kind, options.needs, options.paper, form(options), blocks, line
    )


def _check(reader: "Reader", title: Inlines, one: Element, line: int) -> Iterator[Block]:
    blocks = reader.blocks(one.inside)
    said = [entry for block in blocks if isinstance(block, Definitions) for entry in block.entries]
    others = tuple(block for block in blocks if not isinstance(block, Definitions))
    yield Check(title, others, tuple(Answer(entry.term, entry.blocks) for entry in said), line)


def _help(reader: "Reader", title: Inlines, one: Element, line: int) -> Iterator[Block]:
    yield Help(title or (Text("When to get help"),), reader.blocks(one.inside), line)


def _words(reader: "Reader", title: Inlines, one: Element, line: int) -> Iterator[Block]:
    blocks: Blocks = reader.blocks(one.inside)
    yield Words(tuple(e for block in blocks if isinstance(block, Definitions) for e in block.entries), line)


def _nation(reader: "Reader", title: Inlines, one: Element, line: int) -> Iterator[Block]:
    named = [part.strip() for part in one.attrs.get("data-title", "").split(",")]
    ids = tuple(key for key, name in NATIONS.items() if name in named)
    yield Nation(ids, reader.blocks(one.inside), line)


def _local(reader: "Reader", title: Inlines, one: Element, line: int) -> Iterator[Block]:
    """The name of the place is for authors; readers see its words."""
    yield from reader.blocks(one.inside)


def _own(reader: "Reader", title: Inlines, one: Element, line: int) -> Iterator[Block]:
    """A centre's own words, and whose they are."""
    before, _, after = reader.say(FROM).partition("{centre}")
    yield Paragraph((Text(before), *title, Text(after)), "label", line)
    yield from reader.blocks(one.inside)


def _keypoint(reader: "Reader", title: Inlines, one: Element, line: int) -> Iterator[Block]:
    yield Keypoint(reader.blocks(one.inside), line)


def _stop(reader: "Reader", title: Inlines, one: Element, line: int) -> Iterator[Block]:
    yield Stop(title or (Text(reader.say(A_STOP)),), reader.blocks(one.inside), line)


def _notes(reader: "Reader", title: Inlines, one: Element, line: int) -> Iterator[Block]:
    yield Notes(title or (Text(reader.say(NOTES)),), reader.blocks(one.inside), line)


_MAKERS: dict[str, Make] = {
    "activity": _activity,
    "check": _check,
    "facilitator": _notes,
    "help": _help,
    "keypoint": _keypoint,
    "local": _local,
    "nation": _nation,
    "own": _own,
    "stop": _stop,
    "words": _words,
}
