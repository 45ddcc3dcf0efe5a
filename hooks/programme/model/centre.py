"""centre/centre.yml: one centre's own facts."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from programme.model.base import Date, Line, NationId, Source, Url


def _email(value: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}", value):
        raise ValueError("this is not an e-mail address; write it as team@example.org")
    return value


class Contact(Source):
    """One way to reach the service."""

    purpose: Line
    """What this line is for, for example relapse advice."""
    phone: Line | None = None
    """Phone number."""
    email: Annotated[Line, AfterValidator(_email)] | None = None
    """E-mail address."""
    hours: Line | None = None
    """When it is answered."""
    answered_within: Line | None = None
    """How soon people hear back."""

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if not self.phone and not self.email:
            raise ValueError("there is no way to reach it; write phone: or email: below it")
        return self

    @property
    def words(self) -> str:
        """The contact as one line: Relapse advice: 01632 960111, ms@example.org. Monday to Friday."""
        within = f"Answered within {self.answered_within}" if self.answered_within else None
        parts = [", ".join(filter(None, (self.phone, self.email))), self.hours, within]
        said = ". ".join(part.rstrip(".") for part in parts if part)
        return f"{self.purpose.rstrip('.:')}: {said}."


class Centre(Source):
    """centre/centre.yml: the facts of one centre."""

    name: Line
    """Name of the centre."""
    nation: NationId
    """The nation it is in; only its advice is shown."""
    address: Url | None = None
    """Web address at which your site will stand, for example https://ms.example.org/course/."""
    plan_start: Date | None = None
    """First day of your own three years; leave it out to show the programme's own dates."""
    contacts: tuple[Contact, ...] = Field(min_length=1)
    """Ways to reach the service, the most used one first."""
