"""The course's own blocks, as a Python-Markdown extension on PyMdown's blocks.

`/// activity | Title` … `///`. Their options are the fields in `model/blocks.py`; `blocks_text.py`
has already refused what does not fit, so here is only how each one looks.
"""

import xml.etree.ElementTree as etree
from typing import Any, ClassVar

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_any

from programme.box_ids import BoxIds
from programme.language import ENGLISH, N_, Language
from programme.model.base import NATIONS
from programme.parts import Part, Parts
from programme.tables import ScrollingTables
from programme.tick_boxes import TickBoxes

KIND_OF_ACTIVITY = {
    "discuss": N_("Talk about it, or think it over if you are alone."),
    "write": N_("Write or draw."),
    "try": N_("Try it out."),
    "reflect": N_("Think it over."),
}


def _add(parent: etree.Element, tag: str, text: str, css: str = "") -> etree.Element:
    child = etree.SubElement(parent, tag, {"class": css} if css else {})
    child.text = text
    return child


class _Box(Block):  # type: ignore[misc]
    """A box with a class, and the heading or label that `start` gives it."""

    ARGUMENT: ClassVar[bool | None] = None
    TAG = "section"
    english = False
    """Whether it stands in a part in English of a page in another language."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        self.english = parent.get("lang") == ENGLISH.code
        own = {"lang": ENGLISH.code} if self.english else {}  # for the boxes in it
        box = etree.SubElement(parent, self.TAG, {"class": f"box box-{self.NAME}", **own})
        self.start(box, self.argument or "")
        return box

    @property
    def language(self) -> Language:
        """That of the words that the box adds: as the page has it."""
        given = self.config.get("language")
        return given if isinstance(given, Language) and not self.english else ENGLISH

    def say(self, words: str) -> str:
        return self.language.gettext(words)

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
        "form": [[], type_any],
    }

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "h3", self.say("Activity: {title}").format(title=title))
        needs = ", ".join(map(str, self.options["needs"]))
        have = self.say("Have to hand: {needs}.").format(needs=needs) if needs else ""
        how = self.say(KIND_OF_ACTIVITY.get(self.options["kind"], ""))
        minutes = self.options["minutes"]
        about = self.language.ngettext("About {count} minute.", "About {count} minutes.", int(minutes or 0))
        _add(box, "p", " ".join(filter(None, (about.format(count=minutes), how, have))), "box-facts")

    def on_end(self, box: etree.Element) -> None:
        paper = _add(box, "p", "", "box-paper")
        label = _add(paper, "strong", self.say("On paper:"))
        label.tail = f" {self.options['paper']}"


class Check(_Box):
    """A question. Each answer opens to its feedback, without JavaScript; nothing is scored."""

    NAME = "check"
    ARGUMENT = True

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "h3", self.say("Check: {title}").format(title=title))
        how = self.say("Choose what you would say. Each answer opens to a reply. Nothing is scored.")
        _add(box, "p", how, "box-facts")

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
        _add(box, "h3", title or self.say("When to get help"))


class Facilitator(_Box):
    """Notes for the person who leads; only on run sheets."""

    NAME = "facilitator"

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "p", title or self.say("Notes"), "box-label")


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
        listed = self.language.joined(self.say(name) for name in names)
        _add(box, "p", self.say("In {nations}").format(nations=listed), "box-label")


class Local(_Box):
    """A named place where a centre may put its own words."""

    NAME = "local"
    TAG = "div"
    ARGUMENT = True


class Own(_Box):
    """What a centre put into a `local` place. Put in by the build, with the name of the centre."""

    NAME = "own"
    TAG = "div"
    ARGUMENT = True

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "p", self.say("From {centre}").format(centre=title), "box-label")


class Keypoint(_Box):
    """One sentence to remember."""

    NAME = "keypoint"
    TAG = "div"
    ARGUMENT = False

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "p", self.say("Key point"), "box-label")


class Stop(_Box):
    """A good place to stop."""

    NAME = "stop"
    TAG = "div"

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "p", title or self.say("A good place to stop"), "box-label")


class Words(_Box):
    """Words explained where they first appear. Put in by the build, not by authors."""

    NAME = "words"
    TAG = "details"
    ARGUMENT = True

    def start(self, box: etree.Element, title: str) -> None:
        _add(box, "summary", self.say("Words explained: {words}").format(words=title))


class ProgrammeBlocks(BlocksExtension):  # type: ignore[misc]
    """All of them. The option `language` is that of the page."""

    def __init__(self, **options: Any) -> None:
        self.config = {"language": [ENGLISH, "language of the words that blocks add"]}
        super().__init__(**options)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        md.block_level_elements.append("caption")  # else md_in_html puts a table's caption in a paragraph
        for block in (Activity, Check, Facilitator, Help, Keypoint, Local, Nation, Own, Part, Stop, Words):
            block_mgr.register(block, self.getConfigs())
        md.treeprocessors.register(BoxIds(md), "box-ids", 7)  # after attr_list, before all that reads ids
        md.treeprocessors.register(TickBoxes(md), "tick-boxes", 25)  # before inline patterns read [ ]
        md.treeprocessors.register(Parts(md), "parts", 6)  # after attr_list, before toc
        label = self.getConfig("language").gettext("Table: {heading}")
        md.treeprocessors.register(
            ScrollingTables(md, label), "scrolling-tables", 3
        )  # headings are text by now


def makeExtension(**options: Any) -> ProgrammeBlocks:  # noqa: N802
    """The name by which Python-Markdown finds an extension."""
    return ProgrammeBlocks(**options)
