"""All that authors wrote, line by line and with code blanked out, for the rules that look into it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from programme.model.base import Path, texts
from programme.remembering import Same, remembered
from programme.sources import Sourced
from programme.syntax import prose_lines, without_code
from programme.whole import Body, Programme

_TRANSLATION = re.compile(r"^(?:centre/)?translations/[^/]+/")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, `number` in its file. `uri` is the page it is on; None for a text in YAML.

    `at` is the way to its field in YAML.
    """

    path: str
    number: int
    text: str
    uri: str | None
    at: Path = ()

    @property
    def key(self) -> str:
        """Name of its field in YAML; that of the list for an item of a list."""
        return next((step for step in reversed(self.at) if isinstance(step, str)), "")


def shared_path(path: str) -> str:
    """The path of the shared text that a translation at `path` stands for; else `path` itself."""
    return _TRANSLATION.sub("", path)


def lines(programme: Programme) -> Iterator[Line]:
    """Every line of prose. A line of a longer text in YAML has the number of its key."""
    for text in lines_by_text(programme):
        yield from text


def lines_by_text(programme: Programme) -> Iterator[list[Line]]:
    """The lines of each text together, for rules that look at one text at a time."""
    yield from map(_of_body, programme.bodies)
    yield from map(_of_source, programme.parts)


@remembered(Same)
def _of_body(body: Body) -> list[Line]:
    prose = without_code(prose_lines(body.text.split("\n")))
    return [Line(body.path, index + body.first_line, text, body.uri) for index, text in prose]


@remembered(Same)
def _of_source(source: Sourced[Any]) -> list[Line]:
    return [
        Line(source.path, source.document.line(at), text, None, at)
        for at, value in texts(source.value)
        if not _only_typed(source.path, at)
        for _, text in without_code(list(enumerate(value.split("\n"))))
    ]


def _only_typed(path: str, at: Path) -> bool:
    """What people type into the search stands on no page: it may be rude, misspelt, and of any nation."""
    typed = not {"fillers", "alike", "phrases", "unless"}.isdisjoint(at)
    return path.endswith("course/search.yml") or (typed and path.endswith("course/safety.yml"))
