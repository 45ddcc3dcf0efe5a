"""Headings, blocks and boxes of code belong in Markdown texts: a text in YAML is put inside a page."""

import re
from collections.abc import Iterator

from programme.checks.words import say
from programme.model.base import texts
from programme.problems import Problem
from programme.whole import Programme

_STRUCTURE = re.compile(r"(?:[\s>]|[*+-]\s|\d+\.\s)*(#|/{3}|`{3}|~{3}|(=+|-+)\s*$)")


def not_in_yaml(programme: Programme) -> Iterator[Problem]:
    for source in programme.parts:
        for at, value in texts(source.value):
            if at != ("colour",) and any(_STRUCTURE.match(line) for line in value.split("\n")):
                yield say(source.path, source.document.line(at), "block-in-yaml")
