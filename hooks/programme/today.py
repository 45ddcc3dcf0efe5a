"""The day that a build is told it is. Without one it leaves nothing out, and never looks at the clock."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from programme.whole import Programme

VARIABLE = "PROGRAMME_TODAY"


def told_today(environment: Mapping[str, str]) -> date | None:
    """The day in the environment, as 2027-02-01. ValueError says what to write where it is no day."""
    said = environment.get(VARIABLE, "").strip()
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise ValueError(f"{VARIABLE} is '{said}', which is no day; write it as 2027-02-01") from None


def as_of(programme: "Programme", today: date | None) -> "Programme":
    """`programme`, in all its languages, without what was past on `today`."""
    others = tuple(replace(one, today=today) for one in programme.others)
    return replace(programme, today=today, others=others)
