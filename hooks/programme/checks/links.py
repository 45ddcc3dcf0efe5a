"""Links inside the site lead to pages that exist, and no link runs code."""

import posixpath
import re
from collections.abc import Iterator

from programme.addresses import all_pages, made_files
from programme.checks.lines import prose
from programme.checks.words import say
from programme.hints import did_you_mean
from programme.problems import Problem
from programme.whole import Body, Programme

_LINK = re.compile(r"\]\(\s*<?([^()\s>]*(?:\([^()\s]*\)[^()\s>]*)*)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]@^]+\]:\s*<?(\S+?)>?(?:\s|$)")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
SCHEMES = ("https", "http", "mailto", "tel")


def lead_somewhere(programme: Programme) -> Iterator[Problem]:
    pages = {uri for uri, _ in all_pages(programme)}
    made = {uri for uri, _ in made_files(programme)}
    for body in programme.bodies:
        for line, text in prose(body):
            for target in (*_LINK.findall(text), *_REFERENCE.findall(text)):
                yield from _target(programme, pages, made, body, line, target)


def _target(
    programme: Programme, pages: set[str], made: set[str], body: Body, line: int, target: str
) -> Iterator[Problem]:
    if not target:
        yield say(body.path, line, "empty-link")
        return
    scheme = _SCHEME.match(target)
    if (scheme and scheme[1].lower() not in SCHEMES) or "&#" in target or target.startswith("//"):
        yield say(body.path, line, "link-scheme", target=target)
        return
    path = re.split(r"[#?]", target)[0]
    if scheme or not path:
        return
    base = "" if path.startswith("/") else posixpath.dirname(body.uri)
    uri = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
    if uri in pages or uri in made or _is_file(programme, uri):
        return
    near = did_you_mean(uri, pages)
    hint = near if near.startswith("did") else "write the file's path from this text, for example relapse.md"
    yield say(body.path, line, "broken-link", target=uri, hint=hint)


def _is_file(programme: Programme, uri: str) -> bool:
    """A picture or another file that lies beside the pages of docs/."""
    return not uri.startswith("..") and not uri.endswith(".md") and (programme.root / "docs" / uri).is_file()
