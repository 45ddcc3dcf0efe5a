"""A YAML or Markdown file → a typed object with line numbers, or Problems."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ValidationError

from programme.problems import Problem
from programme.reading import read
from programme.remembering import remembered
from programme.renamed import up_to_date
from programme.salvage import salvage
from programme.sentences import sentences, summary
from programme.yaml_lines import Document, Fault, parse

M = TypeVar("M", bound=BaseModel)
TRANSLATED = "translated"
"""Key of what a model is told: whether the words of the source are in another language than English."""
FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Held:
    """What of a source is in another language than the shared text: the paths of these words. `stale` says
    that the shared words have changed since; `reviewed_by` who knows the language and read it, if anyone."""

    language: str
    paths: frozenset[tuple[str | int, ...]]
    stale: bool = False
    reviewed_by: str = ""


@dataclass(frozen=True)
class Sourced(Generic[M]):
    """A source as read: what it says, and where in which file it says so.

    `read` is `partly` where some of it is wrong and `not` where nothing of it could be read: then `value`
    is what `salvage` makes of it, for the checks alone.
    """

    path: str
    value: M
    document: Document = field(repr=False, compare=False)
    read: Literal["whole", "partly", "not"] = "whole"
    held: Held | None = field(default=None, compare=False)

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


def read_yaml(root: Path, path: str, model: type[M]) -> tuple[Sourced[M], list[Problem]]:
    """The YAML file at `path` as a `model`, with all problems found in it."""
    text = read(root, path)
    if isinstance(text, Problem):
        return _nothing(path, model), [text]
    return _yaml(path, text.text, model)


@remembered()
def _yaml(path: str, text: str, model: type[M]) -> tuple[Sourced[M], list[Problem]]:
    return typed(path, parse(text), model)


def read_markdown(root: Path, path: str, model: type[M]) -> tuple[Prose[M], list[Problem]]:
    """The Markdown file at `path`: front matter between two `---` lines as a `model`, then the text."""
    text = read(root, path)
    if isinstance(text, Problem):
        return Prose(_nothing(path, model), "", 1), [text]
    return _markdown(path, text.text, model)


@remembered()
def _markdown(path: str, text: str, model: type[M]) -> tuple[Prose[M], list[Problem]]:
    found = FRONT_MATTER.match(text)
    if not found:
        opened = re.match(r"---[ \t]*\n", text)
        what = "the front matter is not closed" if opened else "the front matter is missing"
        advice = (
            "write the line --- under it" if opened else "begin with ---, title: and the other keys, and ---"
        )
        return Prose(_nothing(path, model), "", 1), [Problem(path, 1, "front-matter", what, advice)]
    meta, problems = typed(path, parse(found[1], first_line=2), model)
    first_line = text.count("\n", 0, found.end()) + 1
    return Prose(meta, text[found.end() :], first_line), problems


def located(path: str, faults: list[Fault]) -> list[Problem]:
    """Faults of a text → problems of the file it stands in."""
    return [Problem(path, fault.line, fault.rule, fault.text, fault.advice) for fault in faults]


def _nothing(path: str, model: type[M]) -> Sourced[M]:
    return Sourced(path, salvage(model, None), Document(), "not")


def typed(
    path: str, document: Document, model: type[M], translated: bool = False
) -> tuple[Sourced[M], list[Problem]]:
    """Faults that leave a value (a key that stands twice) are told together with the model's. Rules that know
    English words, such as days of the week, do not hold where it is `translated`."""
    problems = located(path, document.faults)
    if document.value is None:
        if not problems:
            problems.append(
                Problem(path, 1, "empty-file", "nothing is filled in here", f"write {summary(model)}")
            )
        return _nothing(path, model), problems
    problems += [Problem(path, *said, severity="warning") for said in up_to_date(model, document)]
    try:
        return Sourced(
            path, model.model_validate(document.value, context={TRANSLATED: translated}), document
        ), problems
    except ValidationError as error:
        said = list(sentences(model, error))
    problems += [Problem(path, document.line(at), rule, text, advice) for at, rule, text, advice in said]
    read_as: Literal["partly", "not"] = "not" if any(not at for at, *_ in said) else "partly"
    return Sourced(path, salvage(model, document.value), document, read_as), problems
