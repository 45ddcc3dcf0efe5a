"""Whole pages as parts of one page, as the printed module needs them.

`//////// part | fatigue` … `////////` holds the text of a page as it is by itself. The build puts it in, no
author does. Its headings move one level down, and its ids begin with its name, so that no two parts clash.
"""

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from typing import ClassVar

from markdown import Markdown
from markdown.extensions.toc import render_inner_html, slugify, strip_tags, unique
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks.block import Block

SLASHES = "/" * 8
"""More than any author nests, so that nothing in a part can end it."""
_HEADING = re.compile(r"h[1-6]")
_LINK = re.compile(r"(?:([\w-]+)\.md)?(?:#(.*))?")


class Part(Block):  # type: ignore[misc]
    """The text of a page, in a page of many."""

    NAME = "part"
    ARGUMENT: ClassVar[bool | None] = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "section", {"class": "part", "id": self.argument})


class Parts(Treeprocessor):
    """Runs after attributes are read and before the list of headings is made (MkDocs, Python-Markdown)."""

    def run(self, root: etree.Element) -> None:
        parts = {part.get("id", ""): part for part in root.iter("section") if part.get("class") == "part"}
        for name, part in parts.items():
            own = _name_headings(part, self.md)
            for element in part.iter():
                _one_down(element)
                if element is not part and "id" in element.attrib:
                    element.set("id", f"{name}-{element.get('id')}")
                if element.tag == "a":
                    _point_inside(element, name, own, parts)


def _name_headings(part: etree.Element, md: Markdown) -> set[str]:
    """Give each heading the id that it has on its own page; all ids of the part."""
    used = {element.attrib["id"] for element in part.iter() if "id" in element.attrib and element is not part}
    for heading in part.iter():
        if isinstance(heading.tag, str) and _HEADING.fullmatch(heading.tag) and "id" not in heading.attrib:
            words = html.unescape(strip_tags(render_inner_html(heading, md)))
            heading.set("id", unique(slugify(words, "-"), used))
    return used | {str(element.get("id")) for element in part.iter() if "id" in element.attrib}


def _one_down(element: etree.Element) -> None:
    if isinstance(element.tag, str) and _HEADING.fullmatch(element.tag):
        element.tag = f"h{min(int(element.tag[1]) + 1, 6)}"


def _point_inside(link: etree.Element, name: str, own: set[str], parts: Iterable[str]) -> None:
    """A link to a page that is a part here, or to a place in this part, stays on this page."""
    found = _LINK.fullmatch(link.get("href", ""))
    if found and found[1] in parts:
        link.set("href", f"#{found[1]}-{found[2]}" if found[2] else f"#{found[1]}")
    elif found and not found[1] and found[2] in own:
        link.set("href", f"#{name}-{found[2]}")
