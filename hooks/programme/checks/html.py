"""Raw HTML in a text: a few harmless tags, and nothing that could run."""

import re
from collections.abc import Iterator

from programme.checks.lines import Line, lines
from programme.checks.words import say
from programme.problems import Problem
from programme.whole import Programme

HARMLESS = {"br": (), "sub": (), "sup": (), "kbd": (), "abbr": ("title",), "span": ("lang", "dir")}
"""Tags a text may hold, with their attributes. `span lang="cy"` marks words of another language."""
RUNS = ("script", "iframe", "object", "embed", "style", "link", "meta", "base", "form", "svg", "math")

_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*|[!?]|\{\{)([^<>]*)(>?)")
_AUTOLINK = re.compile(r"<https?://[^\s<>]+>|<[\w.+-]+@[\w.-]+>")
_ATTRIBUTE = re.compile(r"([^\s=/\"']+)\s*(?:=|(?=[\s\"'/]|$))")
_WRITTEN = re.compile(r"""(?:\s+[A-Za-z]+=(?:"[^"{]*"|'[^'{]*'))*\s*/?""")
_QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)""")


def harmless(programme: Programme) -> Iterator[Problem]:
    for line in lines(programme):
        if "<" in line.text:
            yield from _line(line, [found.groups() for found in _TAG.finditer(_AUTOLINK.sub("", line.text))])


def _line(line: Line, tags: list[tuple[str, ...]]) -> Iterator[Problem]:
    """Each kind of tag is told of once; harmless ones must also end on their line, in order."""
    told: set[str] = set()
    opened: list[str] = []
    for slash, name, inside, end in tags:
        problems = [] if name in told else list(_tag(line, slash, name, inside, end))
        yield from problems
        told |= {name} if problems else set()
        if slash and opened[-1:] == [name]:
            opened.pop()
        elif name != "br" and name not in told:
            opened.append(slash + name)
    if opened and not told:
        yield say(line.path, line.number, "html-pair", tag=opened[-1].strip("/"))


def _tag(line: Line, slash: str, name: str, inside: str, end: str) -> Iterator[Problem]:
    tag = name.lower()
    names = [one.lower() for one in _ATTRIBUTE.findall(_QUOTED.sub("=", inside))]
    if tag in RUNS or any(one.startswith("on") for one in names):
        yield say(line.path, line.number, "html-runs", tag=slash + name)
    elif tag not in HARMLESS:
        hint = f"use Markdown; the tags you may use are {', '.join(HARMLESS)}"
        yield say(line.path, line.number, "html-tag", tag=slash + name, hint=hint)
    elif other := [one for one in names if one not in HARMLESS[tag]]:
        yield say(line.path, line.number, "html-attribute", name=other[0], tag=tag)
    elif not end or not _WRITTEN.fullmatch(inside):
        yield say(line.path, line.number, "html-form", tag=slash + name)
