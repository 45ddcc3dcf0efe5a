"""A problem in a source, and the ways a list of problems is told."""

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]
FORMATS = ("text", "json", "github")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one source.

    `path` is relative to the repository, with `/`. `line` counts from 1. `text` says what is wrong,
    `advice` what right looks like; neither ends in a full stop. `rule` is the short name of the rule. An
    error stops a build. A warning is told, and the site is built: what an update asks of a centre's file.
    """

    path: str
    line: int
    rule: str
    text: str
    advice: str
    severity: Severity = "error"

    def __str__(self) -> str:
        mild = "warning: " if self.severity == "warning" else ""
        return f"{self.path}:{self.line}: {mild}{self.text}; {self.advice}"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def counted(problems: Collection[Problem]) -> str:
    """How many there are, in words: 2 problems and 1 warning."""
    wrong = len(errors(problems))
    mild = len(problems) - wrong
    said = [(wrong, "problem"), (mild, "warning")]
    told = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in said if count]
    return " and ".join(told) or "0 problems"


def tell(problems: Iterable[Problem], form: str = "text") -> str:
    """All problems, sorted, one a line, in one of `FORMATS`. Empty when there is none (json: `[]`)."""
    ordered = sorted(set(problems))
    if form == "json":
        return json.dumps([asdict(problem) for problem in ordered], indent=2, ensure_ascii=False)
    line = _github if form == "github" else str
    return "\n".join(line(problem) for problem in ordered)


def _github(problem: Problem) -> str:
    """A workflow command. GitHub wants %, line ends, and in a property : and , escaped (its toolkit)."""
    place = {"file": problem.path, "line": str(problem.line), "title": problem.rule}
    shown = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in place.items())
    return f"::{problem.severity} {shown}::{_escaped(f'{problem.text}; {problem.advice}')}"


def _escaped(value: str, more: str = "") -> str:
    for sign in f"%\r\n{more}":  # % first: the others are written with it
        value = value.replace(sign, f"%{ord(sign):02X}")
    return value
