"""HTML as Python-Markdown writes it → elements. Authors' raw tags are in it, hence no XML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = {"br", "hr", "img", "col"}


@dataclass
class Element:
    """One element: its attributes, and what stands in it, words and elements in order."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def children(self) -> Iterator["Element"]:
        return (one for one in self.inside if isinstance(one, Element))

    @property
    def text(self) -> str:
        """All words in it."""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    @property
    def classes(self) -> set[str]:
        return set(self.attrs.get("class", "").split())


def parse(html: str) -> Element:
    """The elements of `html`, in one called body."""
    parser = _Parser(convert_charrefs=True)
    parser.feed(html)
    parser.close()
    return parser.stack[0]


class _Parser(HTMLParser):
    def __init__(self, **options: bool) -> None:
        super().__init__(**options)
        self.stack = [Element("body")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.stack[-1].inside.append(element)
        if tag not in _EMPTY:
            self.stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack[-1].inside.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self.stack[1:]):
            while self.stack.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.stack[-1].inside.append(data)
