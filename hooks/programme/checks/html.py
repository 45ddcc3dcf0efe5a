"""Raw HTML in a text: a few harmless tags, and nothing that could run."""

import re
from collections.abc import Iterator

from programme.checks.lines import prose
from programme.checks.words import say
from programme.problems import Problem
from programme.whole import Programme

HARMLESS = {"br": (), "sub": (), "sup": (), "kbd": (), "abbr": ("title",), "span": ("lang", "dir")}
"""Tags a text may hold, with their attributes. `span lang="cy"` marks words of another language."""

_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*|[!?])([^>]*)")
_AUTOLINK = re.compile(r"<(https?://|mailto:)[^\s<>]+>|<[\w.+-]+@[\w.-]+>")
_ATTRIBUTE = re.compile(r"([\w:@.-]+)\s*(?:=|(?=\s|$))")
_RUNS = re.compile(
    r"<\s*script|(?:java|vb)script\s*:|data\s*:\s*text/html|[<{][^>}]*[\s:{/]on[a-z]+\s*=|\{[^}]*\bstyle\s*=",
    re.IGNORECASE,
)


def harmless(programme: Programme) -> Iterator[Problem]:
    """What could run is refused in code samples too: no reading of Markdown is exact enough to trust."""
    for body in programme.bodies:
        running = set()
        for index, text in enumerate(body.text.split("\n")):
            if _RUNS.search(text):
                running.add(index + body.first_line)
                yield say(body.path, index + body.first_line, "html-script")
        for line, text in prose(body):
            if line not in running:
                yield from _tags(body.path, line, text)


def _tags(path: str, line: int, text: str) -> Iterator[Problem]:
    for found in _TAG.finditer(_AUTOLINK.sub("", text)):
        tag = found[2].lower()
        if tag not in HARMLESS:
            hint = f"use Markdown; harmless tags are {', '.join(HARMLESS)}"
            yield say(path, line, "html-tag", tag=found[1] + found[2], hint=hint)
            continue
        bare = re.sub(r"""=\s*("[^"]*"|'[^']*')""", "=", found[3].rstrip("/"))
        for name in _ATTRIBUTE.findall(bare):
            if name.lower() not in HARMLESS[tag]:
                yield say(path, line, "html-attribute", name=name)
