"""centre/centre.yml: one centre's own facts."""

from pydantic import Field

from programme.model.base import Line, NationId, Source


class Contact(Source):
    """One way to reach the service."""

    purpose: Line
    """What this line is for, for example relapse advice."""
    phone: Line | None = None
    """Phone number."""
    email: Line | None = None
    """E-mail address."""
    hours: Line | None = None
    """When it is answered."""
    answered_within: Line | None = None
    """How soon people hear back."""


class Centre(Source):
    """centre/centre.yml: the facts of one centre."""

    name: Line
    """Name of the centre."""
    nation: NationId
    """The nation it is in; only its advice is shown."""
    contacts: tuple[Contact, ...] = Field(min_length=1)
    """Ways to reach the service, the most used one first."""
