"""Short ids for the headings of activities and checks: a whole question would stand in each address."""

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

KINDS = ("activity", "check")


class BoxIds(Treeprocessor):
    """`activity-2` is the second activity of a page. An id that its author gave stays."""

    def run(self, root: etree.Element) -> None:
        for kind in KINDS:
            boxes = (one for one in root.iter("section") if one.get("class") == f"box box-{kind}")
            for number, box in enumerate(boxes, 1):
                heading = box.find("h3")
                if heading is not None and "id" not in heading.attrib:
                    heading.set("id", f"{kind}-{number}")
