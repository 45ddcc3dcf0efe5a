"""Who can be in an MS team: course/roles.yml."""

from typing import Annotated

from pydantic import Field, RootModel

from programme.model.base import Id, Line, Slug, Source, SourceKey


class Role(Source):
    """One role in an MS team."""

    id: Annotated[Slug, Id("role")]
    """Short name, by which centre.yml names the role; never changed once it is out."""
    title: Line
    """What people with this role are called."""
    helps: Line
    """What they help with, in a few words or sentences that go on after the title and a colon."""
    missing: Line
    """What people can do when their team has nobody with this role."""
    sources: tuple[SourceKey, ...] = ()
    """Keys of the sources in sources.yml."""


class Roles(RootModel[Annotated[tuple[Role, ...], Field(min_length=1)]]):
    """course/roles.yml: the roles that an MS team can have, in the order that people are told of them."""
