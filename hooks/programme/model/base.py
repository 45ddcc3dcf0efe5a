"""What all sources share: the base class, and the small types that fields are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
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


class Source(BaseModel):
    """A source, or a part of one. The sentence under each field is shown to authors."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True
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
            raise ValueError(f"'{value}' is not a date; write year-month-day, for example 2026-11-21")
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            raise ValueError(f"{value} is not a day in the calendar; write a day that exists") from None
    return value


def _url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or re.search(r"\s", value):
        raise ValueError(f"'{value}' is not a web address; write it whole, from https:// on")
    return value


def _one_line(value: str) -> str:
    if "\n" in value:
        raise ValueError("the text has more than one line; write it on one line")
    return value


NonEmpty = Annotated[str, StringConstraints(min_length=1)]
"""Markdown text of one paragraph or more."""
Line = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_line)]
"""Text of one line."""
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A short name for addresses: small letters, digits and hyphens, for example your-team."""
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


def marked(value: Any, marker: type[Id] | type[Ref], path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every (path, kind, id) in `value` whose field is marked with `marker`."""
    if isinstance(value, Source):
        for name, field in type(value).model_fields.items():
            inner, key = getattr(value, name), (*path, field.alias or name)
            marks = [mark for mark in _marks(field.annotation, field.metadata) if isinstance(mark, marker)]
            if marks and isinstance(inner, tuple):
                yield from (((*key, index), marks[0].kind, item) for index, item in enumerate(inner))
            elif marks and inner is not None:
                yield key, marks[0].kind, inner
            else:
                yield from marked(inner, marker, key)
    elif isinstance(value, RootModel):
        yield from marked(value.root, marker, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from marked(item, marker, (*path, index))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from marked(item, marker, (*path, name))


def _marks(annotation: Any, found: list[Any]) -> list[Any]:
    """The metadata of a field and of what it is made of: `tuple[SourceKey, ...]`, `SourceKey | None`."""
    result = [*found, *getattr(annotation, "__metadata__", ())]
    for inner in getattr(annotation, "__args__", ()):
        result = _marks(inner, result)
    return result
