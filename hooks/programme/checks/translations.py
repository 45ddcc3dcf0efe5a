"""Translations: what holds for every text holds for them, and they say what the shared text says."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import fields
from typing import Any

from programme.blocks_text import walk
from programme.checks import blocks, citations, headings, html, links, names, nations
from programme.checks.words import say
from programme.hints import did_you_mean
from programme.problems import Problem
from programme.sources import Sourced
from programme.syntax import CITATION, NAME, citation_keys
from programme.whole import Body, Programme

RULES: tuple[Callable[[Programme], Iterator[Problem]], ...] = (
    blocks.not_in_yaml,
    citations.known,
    headings.in_order,
    headings.plainly_written,
    headings.help_box,
    headings.check_has_answers,
    html.harmless,
    links.lead_somewhere,
    names.known,
    nations.names_of_nations,
    nations.sums_and_numbers,
)
"""Those that do not depend on the words of English."""
_TARGET = re.compile(r"\]\(\s*<?([^()\s>#]+)")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_OPTION = re.compile(r"^ {4,}.*$|\{:?\s*[.#][^{}]*\}", re.MULTILINE)


def check_translation(shared: Programme, programme: Programme) -> Iterator[Problem]:
    """What is wrong in the files of one language: `programme` is `shared` in it."""
    only = _Only(**{one.name: getattr(programme, one.name) for one in fields(programme)})
    for rule in RULES:
        yield from rule(only)
    yield from _same(shared, programme)


def languages_are_there(programme: Programme, there: Collection[str]) -> Iterator[Problem]:
    """A centre names languages of its site by code. A slip would leave one out, Welsh in Wales too."""
    centre, known = programme.centre, {"en", *there}
    for index, code in enumerate(centre.value.site_languages if centre else ()):
        if centre and code and code not in known:
            line = centre.document.line(("site_languages", index))
            yield say(centre.path, line, "language-not-there", code=code, hint=did_you_mean(code, known))


class _Only(Programme):
    """The programme for which the rules look at translated texts alone: the others were looked at before."""

    @property
    def bodies(self) -> Iterator[Body]:
        own = {part.path for part in (*self.parts, *(one.source for one in self.local))}
        yield from (body for body in super().bodies if body.path in own)

    @property
    def parts(self) -> Iterator[Sourced[Any]]:
        yield from (part for part in super().parts if part.held)


def _same(shared: Programme, programme: Programme) -> Iterator[Problem]:
    """A text that has changed since it was translated says other things: that is told elsewhere."""
    for was, now in zip(shared.parts, programme.parts, strict=True):
        if now.held and not now.held.stale:
            yield from _same_numbers(was, now)
    every = (*programme.parts, *(one.source for one in programme.local))
    current = {part.path for part in every if part.held and not part.held.stale}
    for before, after in zip(shared.bodies, programme.bodies, strict=True):
        if after.path in current:
            yield from _same_text(before, after)


def _same_numbers(was: Sourced[Any], now: Sourced[Any]) -> Iterator[Problem]:
    for path in sorted(now.held.paths if now.held else (), key=str):
        before, after = _at(was.document.value, path), _at(now.document.value, path)
        if isinstance(before, str) and _numbers(before) != _numbers(after):
            yield say(now.path, now.document.line(path), "translation-numbers", **_both(before, after))


def _same_text(was: Body, now: Body) -> Iterator[Problem]:
    line = now.first_line
    kinds = [[(block.name, _minutes(block)) for block in walk(body.blocks)] for body in (was, now)]
    if kinds[0] != kinds[1]:
        at = next((n for n, (a, b) in enumerate(zip(*kinds, strict=False)) if a != b), -1)
        found = list(walk(now.blocks))
        yield say(now.path, line + (found[at].start if found else 0), "translation-blocks")
        return
    for rule, what in (
        ("translation-sources", _cited),
        ("translation-names", _named),
        ("translation-links", _led),
    ):
        before, after = Counter(what(was.text)), Counter(what(now.text))
        if before != after:
            missing, more = ", ".join(before - after) or "nothing", ", ".join(after - before) or "nothing"
            yield say(now.path, line, rule, missing=missing, more=more)
    if _numbers(_prose(was.text)) != _numbers(_prose(now.text)):
        words = _both(_prose(was.text), _prose(now.text))
        yield say(now.path, line, "translation-numbers", **words)


def _minutes(block: object) -> object:
    options = getattr(block, "options", None)
    return getattr(options, "minutes", None)


def _cited(text: str) -> list[str]:
    return [key for cited in CITATION.finditer(text) for key in citation_keys(cited[1])]


def _named(text: str) -> list[str]:
    return [found[1].strip() for found in NAME.finditer(text)]


def _led(text: str) -> list[str]:
    return _TARGET.findall(text)


def _prose(text: str) -> str:
    return _OPTION.sub("", _TARGET.sub("](", NAME.sub("", CITATION.sub("", text))))


def _numbers(text: str) -> set[str]:
    return {one.replace(",", ".") for one in _NUMBER.findall(text)}


def _both(before: str, after: str) -> dict[str, str]:
    was, now = _numbers(before), _numbers(after)
    return {
        "missing": ", ".join(sorted(was - now)) or "none",
        "more": ", ".join(sorted(now - was)) or "none",
    }


def _at(value: object, path: tuple[str | int, ...]) -> str:
    for step in path:
        value = value[step]  # type: ignore[index]
    return value if isinstance(value, str) else ""
