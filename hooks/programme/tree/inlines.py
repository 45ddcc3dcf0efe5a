"""Elements of HTML → words in a paragraph."""

import posixpath
import re
from collections.abc import Iterable, Iterator

from programme.tree.html import Element
from programme.tree.lines import unmarked
from programme.tree.nodes import Break, Cite, Code, Inline, Inlines, Lang, Link, Raised, Strong, Text

BOLD = {"strong", "b", "em", "i"}
AS_THEY_ARE = {"abbr", "kbd", "small", "mark", "bdi", "time", "q"}
"""Tags that mean nothing on paper; their words stay."""
TAGS = BOLD | AS_THEY_ARE | {"a", "span", "code", "sub", "sup", "br"}
_SOURCE = re.compile(r"#source-(\d+)")


class UnknownTagError(Exception):
    """An element that has no place among words."""

    def __init__(self, element: Element) -> None:
        super().__init__(element.tag)
        self.element = element


def inlines(inside: Iterable[Element | str], uri: str) -> Inlines:
    """The words of elements, for the page `uri`. Raises UnknownTagError."""
    return trimmed(_joined(_inlines(inside, uri)))


def _inlines(inside: Iterable[Element | str], uri: str) -> Iterator[Inline]:
    for one in inside:
        if isinstance(one, str):
            yield Text(re.sub(r"[ \t\r\n]+", " ", unmarked(one)))
        else:
            yield from _element(one, uri)


def _element(one: Element, uri: str) -> Iterator[Inline]:
    if one.tag == "a" and "cite" in one.classes and (found := _SOURCE.fullmatch(one.attrs.get("href", ""))):
        yield Cite(int(found[1]))
        return
    if one.tag == "br":
        yield Break()
        return
    if one.tag == "code":
        yield Code(unmarked(one.text))
        return
    inside = tuple(_joined(_inlines(one.inside, uri)))
    if one.tag == "a" and "href" in one.attrs:
        yield Link(target(uri, one.attrs["href"]), inside)
    elif one.tag in BOLD:
        yield Strong(inside)
    elif one.tag in ("sub", "sup"):
        yield Raised(one.tag == "sup", inside)
    elif one.tag == "span" and "lang" in one.attrs:
        yield Lang(one.attrs["lang"], inside, one.attrs.get("dir") == "rtl")
    elif one.tag in TAGS:
        yield from inside
    else:
        raise UnknownTagError(one)


def target(uri: str, href: str) -> str:
    """Where a link of the page `uri` leads: an address, or `uri#anchor` from the site's root on."""
    if re.match(r"[a-z][a-z0-9+.-]*:", href):
        return href
    path, mark, anchor = href.partition("#")
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri
    return f"{whole}{mark}{anchor}"


def _joined(inside: Iterable[Inline]) -> Iterator[Inline]:
    """Texts that follow each other become one."""
    last: Text | None = None
    for one in inside:
        if isinstance(one, Text):
            last = Text(last.text + one.text) if last else one
            continue
        if last and last.text:
            yield last
        last = None
        yield one
    if last and last.text:
        yield last


def trimmed(inside: Iterable[Inline]) -> Inlines:
    """Without white space at the ends, nor around line breaks."""
    listed = list(inside)
    for index, one in enumerate(listed):
        if isinstance(one, Text):
            text = one.text
            if index == 0 or isinstance(listed[index - 1], Break):
                text = text.lstrip(" ")
            if index == len(listed) - 1 or isinstance(listed[index + 1], Break):
                text = text.rstrip(" ")
            listed[index] = Text(text)
    return tuple(one for one in listed if one != Text(""))
