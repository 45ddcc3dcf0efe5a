"""The course's own blocks, as a Python-Markdown extension on PyMdown's blocks.

`/// activity | Title` … `///`. Their options are the fields in `model/blocks.py`; `blocks_text.py`
has already refused what does not fit, so here is only how each one looks.
"""

import xml.etree.ElementTree as etree
from typing import Any, ClassVar

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_any

from programme.model.base import NATIONS

KIND_OF_ACTIVITY = {
    "discuss": "Talk about it, or think it over if you are alone.",
    "write": "Write or draw.",
    "try": "Try it out.",
    "reflect": "Think it over.",
}


def _add(parent: etree.Element, tag: str, text: str, css: str = "") -> etree.Element:
    child = etree.SubElement(parent, tag, {"class": css} if css else {})
    child.text = text
    return child


class _Box(Block):  # type: ignore[misc]
    """A box with a class, and the heading or label that `start` gives it."""

    ARGUMENT: ClassVar[bool | None] = None
    TAG = "section"

    def on_create(self, parent: etree.Element) -> etree.Element:
        box = etree.SubElement(parent, self.TAG, {"class": f"box box-{self.NAME}"})
        self.start(box, self.argument or "")
        return box

    def start(self, box: etree.Element, title: str) -> None:
        """What stands in the box above its text."""


class Activity(_Box):
    """Something to do. How it is done on paper stands at its end."""

    NAME = "activity"
    ARGUMENT = True
    OPTIONS: ClassVar[dict[str, Any]] = {
        "minutes": [0, type_any],
        "kind": ["", type_any],
        "needs": [[], type_any],
        "paper": ["", type_any],
    }

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "h3", f"Activity: {title}")
        needs = self.options["needs"]
        have = f" Have to hand: {', '.join(map(str, needs))}." if needs else ""
        how = KIND_OF_ACTIVITY.get(self.options["kind"], "")
        _add(box, "p", f"About {self.options['minutes']} minutes. {how}{have}", "box-facts")

    def on_end(self, box: etree.Element) -> None:
        paper = _add(box, "p", "", "box-paper")
        label = _add(paper, "strong", "On paper:")
        label.tail = f" {self.options['paper']}"


class Check(_Box):
    """A question. Each answer opens to its feedback, without JavaScript; nothing is scored."""

    NAME = "check"
    ARGUMENT = True

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "h3", f"Check: {title}")
        _add(
            box,
            "p",
            "Choose what you would say. Each answer opens to a reply. Nothing is scored.",
            "box-facts",
        )

    def on_end(self, box: etree.Element) -> None:
        for answers in box.findall("dl"):
            place = list(box).index(answers)
            box.remove(answers)
            for details in _details(answers):
                box.insert(place, details)
                place += 1


def _details(answers: etree.Element) -> list[etree.Element]:
    """Each term of a definition list becomes a summary, its definitions what it opens to."""
    made: list[etree.Element] = []
    for item in answers:
        if item.tag == "dt":
            made.append(etree.Element("details", {"class": "answer"}))
            summary = etree.SubElement(made[-1], "summary")
            summary.text = item.text
            summary.extend(list(item))
        elif made:
            item.tag = "div"
            made[-1].append(item)
    return made


class Help(_Box):
    """The safety net: 999, today, tell your team."""

    NAME = "help"

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "h3", title or "When to get help")


class Facilitator(_Box):
    """Notes for the person who leads; only on run sheets."""

    NAME = "facilitator"

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "p", title or "Notes", "box-label")


class Nation(_Box):
    """Text that holds in the named nations only."""

    NAME = "nation"
    TAG = "div"
    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        box = super().on_create(parent)
        named = [part.strip() for part in (self.argument or "").split(",")]
        ids = [key for key, name in NATIONS.items() if name in named]
        box.set("data-nations", " ".join(ids))
        return box

    def start(self, box: etree.Element, title: str) -> None:
        names = [part.strip() for part in title.split(",")]
        _add(box, "p", f"In {' and '.join(filter(None, (', '.join(names[:-1]), names[-1])))}", "box-label")


class Local(_Box):
    """A named place where a centre may put its own words."""

    NAME = "local"
    TAG = "div"
    ARGUMENT = True


class Keypoint(_Box):
    """One sentence to remember."""

    NAME = "keypoint"
    TAG = "div"
    ARGUMENT = False

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "p", "Key point", "box-label")


class Stop(_Box):
    """A good place to stop."""

    NAME = "stop"
    TAG = "div"

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "p", title or "A good place to stop", "box-label")


class Words(_Box):
    """Words explained where they first appear. Put in by the build, not by authors."""

    NAME = "words"
    TAG = "details"
    ARGUMENT = True

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "summary", f"Words explained: {title}")


class ProgrammeBlocks(BlocksExtension):  # type: ignore[misc]
    """All of them."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        md.block_level_elements.append("caption")  # else md_in_html puts a table's caption in a paragraph
        for block in (Activity, Check, Facilitator, Help, Keypoint, Local, Nation, Stop, Words):
            block_mgr.register(block, self.getConfigs())


def makeExtension(**options: Any) -> ProgrammeBlocks:  # noqa: N802
    """The name by which Python-Markdown finds an extension."""
    return ProgrammeBlocks(**options)
