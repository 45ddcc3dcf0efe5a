"""Between {{ and }} stands a name that can be filled in. Nothing else in brackets { } has a meaning."""

import re
from collections.abc import Iterator

from programme.checks.lines import Line, lines
from programme.checks.words import gone, say
from programme.hints import did_you_mean
from programme.names import URGENT, inline_names, left_empty, list_names
from programme.problems import Problem
from programme.syntax import NAME
from programme.whole import Programme

_LOOKS = re.compile(r"\{:?(?:\s*[.#][\w-]+)+\s*\}")
"""A class or an anchor: { .lead } or { #doors }. Any other attribute could run code or hide text."""
_CODE = re.compile(r"\{[%#].*?(?:[%#]\}|$)")
_STRAY = re.compile(r"\{.*\}|[{}]")
_PLAIN = re.compile(r"[a-z][\w-]*(\.[\w-]+)*")


def known(programme: Programme) -> Iterator[Problem]:
    lists, inline = list_names(programme), set(inline_names(programme))
    for line in lines(programme):
        if "{" in line.text or "}" in line.text:
            for one in _brackets(line, lists, inline):
                yield gone(programme, one) if one.rule == "unknown-name" else one


def filled_in(programme: Programme) -> Iterator[Problem]:
    """A fact of the centre that a text shows is there: in place of an empty one would stand nothing."""
    empty = left_empty(programme)
    for line in lines(programme) if empty else ():
        for found in NAME.finditer(line.text) if line.uri and "centre." in line.text else ():
            if key := empty.get(name := found[1].strip()):
                where = "below the first contact in" if key in ("phone", "email") else "in"
                yield say(line.path, line.number, "name-empty", name=name, key=key, where=where)


def urgent_advice(programme: Programme) -> Iterator[Problem]:
    nations = programme.nations
    if URGENT not in nations.value.root:
        yield say(nations.path, nations.document.line(()), "urgent-advice", name=URGENT)


def _brackets(line: Line, lists: set[str], inline: set[str]) -> Iterator[Problem]:
    rest = _LOOKS.sub("", line.text)
    for code in _CODE.findall(rest):
        yield say(line.path, line.number, "name-code", text=code)
    rest = _CODE.sub("", rest)
    for found in NAME.finditer(rest):
        yield from _name(line, found[0], found[1].strip(), lists, inline)
    if stray := _STRAY.search(NAME.sub("", rest)):
        yield say(line.path, line.number, "brackets", text=stray[0])


def _name(line: Line, written: str, name: str, lists: set[str], inline: set[str]) -> Iterator[Problem]:
    if not _PLAIN.fullmatch(name):
        yield say(line.path, line.number, "name-form", text=written)
    elif line.uri is None:
        yield say(line.path, line.number, "name-in-yaml", text=written)
    elif name in lists and line.text.rstrip() != written:
        yield say(line.path, line.number, "name-not-alone", name=name)
    elif name not in lists and name not in inline:
        hint = did_you_mean(name, {*lists, *inline})
        yield say(line.path, line.number, "unknown-name", name=name, hint=hint)
