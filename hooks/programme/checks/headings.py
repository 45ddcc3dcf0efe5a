"""Headings: levels in order, and the fixed headings of a help box."""

import re
from collections.abc import Iterator

from programme.block_kinds import KINDS
from programme.blocks_text import Block, walk
from programme.checks.words import say
from programme.hints import did_you_mean
from programme.language import ENGLISH, N_, Language
from programme.problems import Problem
from programme.syntax import prose_lines
from programme.whole import Body, Programme

HELP = (N_("Call 999 now if"), N_("Get help today if"), N_("Tell your MS team if"))
"""In the order of danger: emergency text comes first (fact: safety text pattern of NHS pages)."""
WITH_HEADING = {"activity": 3, "check": 3, "help": 3}
"""Blocks that become a heading of that level on the page."""
_HEADING = re.compile(r"(#{1,6})(.*)")
_UNDERLINE = re.compile(r"(=+|-+) *")


def help_headings(language: Language) -> tuple[str, ...]:
    """The headings of a help box in `language`, in the same order."""
    return tuple(language.gettext(one) for one in HELP)


def headings(body: Body) -> Iterator[tuple[int, int, str]]:
    """(line, level, title) of every heading, those that blocks make too."""
    starts = {block.start: block for block in walk(body.blocks)}
    for index, text in prose_lines(body.text.split("\n")):
        if block := starts.get(index):
            if block.name in WITH_HEADING or block.name not in KINDS:
                yield index + body.first_line, WITH_HEADING.get(block.name, 3), block.title
        elif found := _HEADING.match(text):
            yield index + body.first_line, len(found[1]), found[2].strip()


def level_at(body: Body, index: int) -> int:
    """Level of the heading that line `index` of `body` stands under."""
    above = [level for line, level, _ in headings(body) if line - body.first_line < index]
    return above[-1] if above else body.level


def in_order(programme: Programme) -> Iterator[Problem]:
    """WCAG 2.2, 1.3.1 and 2.4.6: levels follow each other; the page's title is level 1."""
    for body in programme.bodies:
        last = body.level
        for line, level, title in headings(body):
            if level == 1:
                yield say(body.path, line, "heading-one")
            elif not title and body.text.split("\n")[line - body.first_line].startswith("#"):
                yield say(body.path, line, "heading-empty")
            elif level > last + 1:
                yield say(body.path, line, "heading-skipped", title=title, right="#" * (last + 1))
            last = level


def plainly_written(programme: Programme) -> Iterator[Problem]:
    """Python-Markdown also makes headings of #this and of a line with === or --- under it."""
    for body in programme.bodies:
        before = ""
        for index, text in prose_lines(body.text.split("\n")):
            if re.match(r"#{2,6}[^#\s]", text):
                yield say(body.path, index + body.first_line, "heading-space")
            elif _UNDERLINE.fullmatch(text) and before.strip() and not before.startswith(("#", "///")):
                yield say(body.path, index + body.first_line, "heading-underlined")
            before = text


def help_box(programme: Programme) -> Iterator[Problem]:
    for body, block in _blocks(programme, "help"):
        source = programme.language if _is_translated(body) else ENGLISH
        known, last = help_headings(source), -1
        for line, level, title in headings(body):
            if level != 4 or not block.start < line - body.first_line < block.end:
                continue
            if title not in known:
                hint = did_you_mean(title, known)
                yield say(body.path, line, "heading-help", title=title, hint=hint)
            elif known.index(title) < last:
                yield say(body.path, line, "heading-help-order", title=title)
            else:
                last = known.index(title)
        if last < 0:
            yield say(body.path, block.start + body.first_line, "heading-help-none")


def _is_translated(body: Body) -> bool:
    return body.path.removeprefix("centre/").startswith("translations/")


def check_has_answers(programme: Programme) -> Iterator[Problem]:
    for body, block in _blocks(programme, "check"):
        lines = body.text.split("\n")[block.inner : block.end]
        if not any(re.match(r":\s+\S", text) for text in lines):
            yield say(body.path, block.start + body.first_line, "check-answers", title=block.title)


def _blocks(programme: Programme, name: str) -> Iterator[tuple[Body, Block]]:
    for body in programme.bodies:
        yield from ((body, block) for block in walk(body.blocks) if block.name == name)
