"""A centre's own plan speaks of aims that there are, and of days that have come."""

from collections.abc import Iterator
from datetime import date

from programme.checks.words import say
from programme.hints import did_you_mean
from programme.problems import Problem
from programme.whole import Programme


def aims_are_known(programme: Programme) -> Iterator[Problem]:
    source = programme.centre_plan
    known = {aim.id for aim in programme.plan.value.aims}
    for key in source.value.aims.root if source else ():
        if source and key not in known:
            line = source.document.line(("aims", key))
            yield say(source.path, line, "unknown-id", kind="aim", key=key, hint=did_you_mean(key, known))


def days_have_come(programme: Programme, today: date) -> Iterator[Problem]:
    """What is done was done. A build does not look at the clock, so `programme check` does."""
    source = programme.centre_plan
    for key, state in source.value.aims.root.items() if source else ():
        if source and isinstance(state.on, date) and state.on > today:
            line = source.document.line(("aims", key, "on"))
            yield say(source.path, line, "aim-in-future", day=state.on)
