"""Markdown with our blocks → HTML for the tree: the blocks as they are, without the words that pages add."""

import json
import xml.etree.ElementTree as etree
from functools import cache
from typing import Any, ClassVar

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_any

from programme.block_kinds import KINDS

EXTENSIONS = (
    "abbr",
    "attr_list",
    "def_list",
    "md_in_html",
    "tables",
    "toc",  # gives headings the anchors that they have on the site
    "pymdownx.superfences",
)


class _Plain(Block):  # type: ignore[misc]
    """`<section data-block="activity" data-options="…">`, with the title in its first child."""

    ARGUMENT: ClassVar[bool | None] = None

    def on_create(self, parent: etree.Element) -> etree.Element:
        title = self.argument or ""
        own = {key: self.options[key] for key in self.OPTIONS if self.options[key] is not None}
        attributes = {"data-block": self.NAME, "data-title": title}
        box = etree.SubElement(parent, "section", attributes | {"data-options": json.dumps(own)})
        etree.SubElement(box, "header").text = title
        return box


@cache
def _kinds() -> tuple[type[_Plain], ...]:
    """A class for each kind of block, as PyMdown wants them; made once."""
    kinds: dict[str, Any] = {name: kind.options.model_fields for name, kind in KINDS.items()}
    kinds |= {"own": {}, "words": {}}  # put in by the build
    return tuple(
        type(name, (_Plain,), {"NAME": name, "OPTIONS": {key: [None, type_any] for key in options}})
        for name, options in kinds.items()
    )


class _Blocks(BlocksExtension):  # type: ignore[misc]
    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        md.block_level_elements += ["caption", "header"]
        for kind in _kinds():
            block_mgr.register(kind, self.getConfigs())


def to_html(text: str) -> str:
    """The HTML of `text`. A new reader each time: PyMdown's blocks keep what they met."""
    return Markdown(extensions=[*EXTENSIONS, _Blocks()]).convert(text)
