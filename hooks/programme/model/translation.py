"""What a translated file says of itself, beside its words."""

from typing import Annotated

from pydantic import Field, StringConstraints

from programme.model.base import Date, Line, Source

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
"""Twelve signs that the command writes."""


class TranslationMeta(Source):
    """translations/<language>/…: the lines that every translated file has besides its words."""

    translates: Fingerprint
    """Which version of the shared text this was made from; `programme translations` writes it."""
    reviewed_by: Line | None = None
    """Who knows the language and has read it, by role; leave it out while it is a draft."""
    reviewed_on: Date | None = Field(default=None)
    """Day on which they read it."""
