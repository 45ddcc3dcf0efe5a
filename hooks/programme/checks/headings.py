"""Headings: levels in order, and the fixed headings of a help box."""

import re
from collections.abc import Iterator

from programme.blocks_text import Block, walk
from programme.checks.lines import prose
from programme.checks.words import say
from programme.hints import did_you_mean
from programme.problems import Problem
from programme.whole import Body, Programme

HELP = ("Call 999 now if", "Get help today if", "Tell your MS team if")
"""In the order of danger: emergency text comes first (fact: safety text pattern of NHS pages)."""
WITH_HEADING = {"activity": 3, "check": 3, "help": 3}
"""Blocks that become a heading of that level on the page."""
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")


def headings(body: Body) -> Iterator[tuple[int, int, str]]:
    """(line, level, title) of every heading, those that blocks make too."""
    starts = {block.start + body.first_line: block for block in walk(body.blocks)}
    for line, text in prose(body):
        if line in starts and starts[line].name in WITH_HEADING:
            yield line, WITH_HEADING[starts[line].name], starts[line].title
        elif found := _HEADING.match(text):
            yield line, len(found[1]), found[2]


def in_order(programme: Programme) -> Iterator[Problem]:
    """WCAG 2.2, 1.3.1 and 2.4.6: levels follow each other; the page's title is level 1."""
    for body in programme.bodies:
        last = 1
        for line, level, title in headings(body):
            if level == 1:
                yield say(body.path, line, "heading-one")
            elif level > last + 1:
                yield say(body.path, line, "heading-skipped", title=title, right="#" * (last + 1))
            last = level


def help_box(programme: Programme) -> Iterator[Problem]:
    for body, block in _blocks(programme, "help"):
        last = -1
        for line, level, title in headings(body):
            if level != 4 or not block.start < line - body.first_line < block.end:
                continue
            if title not in HELP:
                hint = did_you_mean(title, HELP)
                yield say(body.path, line, "heading-help", title=title, hint=hint)
            elif HELP.index(title) < last:
                yield say(body.path, line, "heading-help-order", title=title)
            else:
                last = HELP.index(title)


def check_has_answers(programme: Programme) -> Iterator[Problem]:
    for body, block in _blocks(programme, "check"):
        lines = body.text.split("\n")[block.inner : block.end]
        if not any(re.match(r":\s+\S", text) for text in lines):
            yield say(body.path, block.start + body.first_line, "check-answers", title=block.title)


def _blocks(programme: Programme, name: str) -> Iterator[tuple[Body, Block]]:
    for body in programme.bodies:
        yield from ((body, block) for block in walk(body.blocks) if block.name == name)
