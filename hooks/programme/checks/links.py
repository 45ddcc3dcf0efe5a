"""Links inside the site lead to pages that exist, and no link or picture leads to where it may not."""

import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from programme.addresses import all_pages, link, made_files
from programme.checks.lines import Line, lines
from programme.checks.words import gone, say
from programme.hints import nearest
from programme.problems import Problem
from programme.whole import Programme

_LINK = re.compile(r"\]\(\s*<?([^()\s>]*(?:\([^()\s]*\)[^()\s>]*)*)")
_REFERENCE = re.compile(r"""(?:[\s>]|[*+-]\s|\d+\.\s|:\s)*\[[^\[\]]*\]:\s*<?(\S*?)>?(?:\s+(?:["'(].*)?)?$""")
_PICTURE = re.compile(r"!\[(?:([^\[\]]*)\]\(\s*<?([^\s)>]*))?")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
SCHEMES = ("https", "http", "mailto", "tel")


def lead_somewhere(programme: Programme) -> Iterator[Problem]:
    pages = {uri for uri, _ in all_pages(programme)}
    there = _There(pages, {uri for uri, _ in made_files(programme)}, str(programme.root / "docs"), programme)
    for line in lines(programme):
        if "]" in line.text or "![" in line.text:
            reference = _REFERENCE.match(line.text)
            for target in (*_LINK.findall(line.text), *((reference[1],) if reference else ())):
                yield from _target(there, line, target)
            for picture in _PICTURE.finditer(line.text):
                yield from _picture(line, picture[1], picture[2])


@dataclass(frozen=True)
class _There:
    """What a link may lead to: pages, files that the build makes, and files beside the pages of docs/."""

    pages: set[str]
    made: set[str]
    docs: str
    programme: Programme

    def has(self, uri: str) -> bool:
        if uri in self.pages or uri in self.made:
            return True
        return not uri.startswith("..") and not uri.endswith(".md") and os.path.isfile(f"{self.docs}/{uri}")

    def like(self, uri: str) -> str | None:
        """The page probably meant: one of that name elsewhere, or of a similar name in that folder."""
        folder, name = posixpath.split(uri)
        if name != "index.md" and (same := [page for page in self.pages if posixpath.basename(page) == name]):
            return min(same)
        beside = {posixpath.basename(page) for page in self.pages if posixpath.dirname(page) == folder}
        close = nearest(name, beside)
        return posixpath.join(folder, close) if close else None


def _target(there: _There, line: Line, target: str) -> Iterator[Problem]:
    read = re.sub(r"[\x00-\x20\\]", "", unescape(target))  # as a browser reads it
    scheme = _SCHEME.match(read)
    path = re.split(r"[#?]", target)[0]
    if not target:
        yield say(line.path, line.number, "empty-link")
    elif (
        (scheme and scheme[1].lower() not in SCHEMES) or read.startswith("//") or (scheme and read != target)
    ):
        yield say(line.path, line.number, "link-scheme", target=target)
    elif not scheme and line.uri is None:
        yield say(line.path, line.number, "link-in-yaml", target=target)
    elif not scheme and path and line.uri is not None:
        base = "" if path.startswith("/") else posixpath.dirname(line.uri)
        uri = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
        if not there.has(uri):
            like = there.like(uri)
            hint = (
                f"did you mean {link(line.uri, like)}?"
                if like
                else "write its path from here, as in relapse.md"
            )
            yield gone(there.programme, say(line.path, line.number, "broken-link", target=uri, hint=hint))


def _picture(line: Line, alt: str | None, target: str) -> Iterator[Problem]:
    if alt is None:
        yield say(line.path, line.number, "picture-form")
    elif not alt.strip():
        yield say(line.path, line.number, "picture-alt")
    elif _SCHEME.match(target):
        yield say(line.path, line.number, "picture-elsewhere")
