"""A YAML or Markdown file → a typed object with line numbers, or Problems."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from programme.problems import Problem
from programme.reading import Text, read
from programme.sentences import sentence
from programme.yaml_lines import Document, Fault, parse

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Sourced(Generic[M]):
    """A source as read: what it says, and where in which file it says so."""

    path: str
    value: M
    document: Document = field(repr=False, compare=False)

    def problem(self, at: tuple[str | int, ...], rule: str, text: str, advice: str) -> Problem:
        """A problem at the line of the key or item `at`."""
        return Problem(self.path, self.document.line(at), rule, text, advice)


@dataclass(frozen=True)
class Prose(Generic[M]):
    """A Markdown file as read: its front matter, and the text below it."""

    meta: Sourced[M]
    body: str
    first_line: int

    @property
    def path(self) -> str:
        return self.meta.path


def read_yaml(root: Path, path: str, model: type[M]) -> tuple[Sourced[M] | None, list[Problem]]:
    """The YAML file at `path` as a `model`, with all problems found in it."""
    text = read(root, path)
    if isinstance(text, Problem):
        return None, [text]
    return _typed(text.path, parse(text.text), model)


def read_markdown(root: Path, path: str, model: type[M]) -> tuple[Prose[M] | None, list[Problem]]:
    """The Markdown file at `path`: front matter between two `---` lines as a `model`, then the text."""
    text = read(root, path)
    if isinstance(text, Problem):
        return None, [text]
    found = re.match(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", text.text, re.DOTALL | re.MULTILINE)
    if not found:
        what = "the front matter is missing or not closed"
        advice = "begin the file with a line ---, then title: and the other keys, then a second line ---"
        return None, [Problem(path, 1, "front-matter", what, advice)]
    meta, problems = _typed(path, parse(found[1], first_line=2), model)
    first_line = text.text.count("\n", 0, found.end()) + 1
    if meta is None:
        return None, problems
    return Prose(meta, text.text[found.end() :], first_line), problems


def located(path: str, faults: list[Fault]) -> list[Problem]:
    """Faults of a text → problems of the file it stands in."""
    return [Problem(path, fault.line, fault.rule, fault.text, fault.advice) for fault in faults]


def _typed(path: str, document: Document, model: type[M]) -> tuple[Sourced[M] | None, list[Problem]]:
    """Faults that leave a value (a key that stands twice) are told together with the model's."""
    problems = located(path, document.faults)
    if document.value is None:
        if not problems:
            advice = (model.__doc__ or "").split("\n")[0].rstrip(".")
            problems.append(Problem(path, 1, "empty-file", "the file says nothing", advice))
        return None, problems
    try:
        value = model.model_validate(document.value)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            rule, text, advice = sentence(model, detail)
            at = tuple(step for step in detail["loc"] if step != "[key]")
            problems.append(Problem(path, document.line(at), rule, text, advice))
        return None, problems
    return Sourced(path, value, document), problems
