"""What all sources share: the base class, and the small types that fields are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    WithJsonSchema,
)

from programme.remembering import Same, remembered


class Source(BaseModel):
    """A source, or a part of one. The sentence under each field is shown to authors.

    `RENAMED` (old key → new key) and `RETIRED` (old key → what to do now) keep files of earlier editions
    readable: `renamed` reads them, with a warning. A new field must have a default, for the same reason.
    """

    RENAMED: ClassVar[dict[str, str]] = {}
    RETIRED: ClassVar[dict[str, str]] = {}

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        use_attribute_docstrings=True,
        defer_build=True,  # parts of a source are built with it, not once more on their own
    )


@dataclass(frozen=True)
class Id:
    """Marks a field as the id by which other sources name a thing of `kind`."""

    kind: str


@dataclass(frozen=True)
class Ref:
    """Marks a field as the id of something of `kind`; `checks.ids` looks it up."""

    kind: str


def _date(value: object) -> object:
    """Only 2026-11-21 is a date: pydantic alone would also take a number of seconds."""
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip()):
            raise ValueError("this is not a date; write year-month-day, for example 2026-11-21")
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            raise ValueError("this day is not in the calendar; write a day that exists") from None
    return value


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        whole = parts.scheme in ("http", "https") and "." in parts.netloc and not re.search(r"\s", value)
    except ValueError:  # brackets that are no address of a computer
        whole = False
    if not whole:
        raise ValueError("this is not a web address; write it whole, from https:// on")
    return value


def _one_line(value: str) -> str:
    if "\n" in value:
        raise ValueError("the text has more than one line; write it on one line")
    return value


NonEmpty = Annotated[str, StringConstraints(min_length=1)]
"""Markdown text of one paragraph or more."""
Line = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_line)]
"""Text of one line."""
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
"""A short name for addresses: small letters, digits and hyphens, for example your-team."""
FILE_NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
FileName = Annotated[str, StringConstraints(pattern=FILE_NAME, max_length=80)]
"""The name of a file, without its folder."""
FORMS = {
    SLUG: "write small letters, digits and hyphens, for example your-team",
    FILE_NAME: "write the name alone, in letters, digits, dots and hyphens, for example poster.pdf",
}
"""pattern → what fits it, in words."""
Date = Annotated[date, BeforeValidator(_date)]
"""A day, written as 2026-11-21."""
Url = Annotated[str, AfterValidator(_url)]
"""A web address from https:// on."""
Minutes = Annotated[int, Field(ge=1, le=180)]
"""Whole minutes, 1 to 180."""
YesNo = Annotated[bool, WithJsonSchema({"enum": [True, False, "yes", "no"]})]
"""yes or no."""
NationId = Literal["england", "scotland", "wales", "northern-ireland"]
"""One of the four nations of the UK."""
NATIONS: dict[NationId, str] = {
    "england": "England",
    "scotland": "Scotland",
    "wales": "Wales",
    "northern-ireland": "Northern Ireland",
}

SourceKey = Annotated[Slug, Ref("source")]
WorkstreamId = Annotated[Slug, Ref("workstream")]


class Review(Source):
    """When a text was last reviewed, and when it is due again."""

    reviewed_on: Date | None = None
    """Day of the last review by clinicians and people with MS; leave it out when there was none yet."""
    reviewed_by: Line | None = None
    """Who reviewed it, by role, for example an MS nurse and two people with MS."""
    written_on: Date
    """Day the text was written or last changed in what it says."""
    next_review: Date
    """Day by which it must be reviewed again: within 12 months for money, within 2 years for the rest."""


Path = tuple[str | int, ...]
Marks = tuple[Id | Ref, ...]


@remembered(lambda value, marker: (Same(value), marker))
def marked(value: Any, marker: type[Id] | type[Ref]) -> list[tuple[Path, str, str]]:
    """Every (path, kind, id) in `value` whose field is marked with `marker`."""
    return [
        (path, mark.kind, leaf)
        for path, marks, leaf in leaves(value)
        for mark in marks
        if isinstance(mark, marker)
    ]


@remembered(Same)
def texts(value: Any) -> list[tuple[Path, str]]:
    """(path, text) of every text in `value`, ids and addresses too."""
    return [(path, leaf) for path, _, leaf in leaves(value) if isinstance(leaf, str)]


def leaves(value: Any, path: Path = (), marks: Marks = ()) -> Iterator[tuple[Path, Marks, Any]]:
    """(path, marks of its field, value) of everything in `value` that holds nothing else."""
    if isinstance(value, Source):
        for name, key, found in _fields(type(value)):
            yield from leaves(getattr(value, name), (*path, key), found)
    elif isinstance(value, RootModel):
        yield from leaves(value.root, path)
    elif isinstance(value, tuple | dict):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for step, item in items:
            yield from leaves(item, (*path, step), marks)
    elif value is not None:
        yield path, marks, value


@cache
def _fields(model: type[Source]) -> tuple[tuple[str, str, Marks], ...]:
    """(name in Python, key in YAML, marks) of every field; worked out once for each model."""
    fields = model.model_fields.items()
    return tuple(
        (name, one.alias or name, tuple(_marks(one.annotation, one.metadata))) for name, one in fields
    )


def _marks(annotation: Any, found: list[Any]) -> list[Any]:
    """Marks of a field and of what it is made of: `tuple[SourceKey, ...]`, `SourceKey | None`."""
    if isinstance(annotation, type):
        return [mark for mark in found if isinstance(mark, Id | Ref)]
    result = [*found, *getattr(annotation, "__metadata__", ())]
    for inner in getattr(annotation, "__args__", ()):
        result = _marks(inner, result)
    return [mark for mark in result if isinstance(mark, Id | Ref)]
