"""Points of a list that begin with `[ ]`: each has a box to tick before it."""

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

BOX = re.compile(r"^([\s\U000F0000-\U000FFFFD]*)\[ \]\s+")
"""Its author's sign for a box. A sign of `tree.lines` may stand before it."""


class TickBoxes(Treeprocessor):
    """The box is drawn by the page's style, and ticked on paper."""

    def run(self, root: etree.Element) -> None:
        for item in root.iter("li"):
            words = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
            if words.text and BOX.match(words.text):
                words.text = BOX.sub(r"\1", words.text)
                item.set("class", "to-tick")
        for cell in root.iter("td"):
            if (cell.text or "").strip() == "[ ]":
                cell.text = "☐"
