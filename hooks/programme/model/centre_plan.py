"""centre/plan.yml: how one centre gets on with the plan."""

from typing import Literal, Self

from pydantic import RootModel, model_validator

from programme.model.base import Date, Line, Slug, Source

Status = Literal["not-started", "under-way", "done"]
STATUSES: dict[Status, str] = {"not-started": "Not started", "under-way": "Under way", "done": "Done"}


class AimState(Source):
    """How far one aim is."""

    status: Status
    """not-started, under-way or done."""
    on: Date | None = None
    """Day on which it was done, or when you last looked at it; needed with done."""
    evidence: Line | None = None
    """How you know, for example the audit that shows it; never data about single patients."""
    learned: Line | None = None
    """What you learned on the way."""
    failed: Line | None = None
    """What did not work; other centres learn most from it."""

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if self.status == "done" and not self.on:
            raise ValueError("it is done, but not since when; write on: and the day below it")
        return self

    @property
    def has_more(self) -> bool:
        """True when there is more to tell than the status and its day."""
        return bool(self.evidence or self.learned or self.failed)


class AimStates(RootModel[dict[Slug, AimState]]):
    """How far the aims are, by their ids."""


class CentrePlan(Source):
    """centre/plan.yml: one centre's own start of the plan, and how far each of its aims is."""

    start: Date | None = None
    """First day of your own years; leave it out to show the programme's own dates."""
    aims: AimStates = AimStates({})
    """How far you are, by the id of the aim in plan/plan.yml; those left out show no status."""
