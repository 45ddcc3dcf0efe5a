"""The Markdown of a page → the elements of its HTML, to ask questions of."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

import markdown

EXTENSIONS = [
    "abbr",
    "attr_list",
    "def_list",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.superfences",
    "programme.blocks",
]
EMPTY = {"img", "br", "hr", "input", "link", "meta"}


@dataclass
class Element:
    """One element; `text` is all text inside it."""

    tag: str
    attrs: dict[str, str]
    inside: list["Element"] = field(default_factory=list)
    text: str = ""

    def all(self, tag: str, **attrs: str) -> list["Element"]:
        """Every element below with this tag and these attributes (`class_` holds the word)."""
        found = [one for child in self.inside for one in (child, *child.all("*"))]
        return [one for one in found if tag in ("*", one.tag) and one.has(attrs)]

    def has(self, attrs: dict[str, str]) -> bool:
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attrs.items()}
        return all(value in self.attrs.get(key, "").split() for key, value in wanted.items())


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {key: value or "" for key, value in attrs})
        self.stack[-1].inside.append(made)
        if tag not in EMPTY:
            self.stack.append(made)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self.stack[-1].tag == tag, f"</{tag}> closes <{self.stack[-1].tag}>"
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        for element in self.stack:
            element.text += data


@cache
def tree(text: str) -> Element:
    """The page that `text` makes. Tags that do not nest fail the test."""
    reader = _Tree()
    reader.feed(markdown.markdown(text, extensions=EXTENSIONS))
    reader.close()
    assert len(reader.stack) == 1, f"<{reader.stack[-1].tag}> is not closed"
    return reader.stack[0]
