"""Tables wider than a phone: each stands in a part that scrolls sideways, so that the page does not."""

import re
import xml.etree.ElementTree as etree
from collections import Counter

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_STASHED = re.compile("\x02[^\x03]*\x03")


class ScrollingTables(Treeprocessor):
    """Tables written as Markdown. Those of our templates have a class, and reflow by their own rules.

    A part that scrolls must be reached by keyboard and have a name (WCAG 2.1.1, 4.1.2): that of the
    heading above it. `label` is what comes before that: Table: {heading}, in the language of the page.
    """

    def __init__(self, md: Markdown, label: str) -> None:
        super().__init__(md)
        self.label = label

    def run(self, root: etree.Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        used: Counter[str] = Counter()
        heading = ""
        for element in list(root.iter()):
            if element.tag in HEADINGS:
                heading = _STASHED.sub("", "".join(element.itertext())).strip()
            elif element.tag == "table" and not element.get("class"):
                used[heading] += 1
                again = f" ({used[heading]})" if used[heading] > 1 else ""
                _wrap(element, parents[element], self.label.format(heading=f"{heading}{again}"))


def _wrap(table: etree.Element, parent: etree.Element, name: str) -> None:
    attributes = {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": name}
    part = etree.Element("div", attributes)
    part.tail, table.tail = table.tail, None
    parent[list(parent).index(table)] = part
    part.append(table)
