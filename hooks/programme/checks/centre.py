"""What a centre says of itself holds together."""

from collections.abc import Iterator
from datetime import date

from programme.checks.words import say
from programme.model.base import leaves
from programme.problems import Problem
from programme.whole import Programme


def roles_once(programme: Programme) -> Iterator[Problem]:
    centre = programme.centre
    seen: set[str] = set()
    for index, one in enumerate(centre.value.team if centre else ()):
        if centre and one.role and one.role in seen:
            line = centre.document.line(("team", index, "role"))
            yield say(centre.path, line, "role-twice", role=one.role)
        seen.add(one.role)


def checked_by_now(programme: Programme, today: date) -> Iterator[Problem]:
    """A day that has not come is a slip; a contact that nobody tried may be wrong and look right."""
    centre = programme.centre
    for at, _, value in leaves(centre.value) if centre else ():
        if centre and at[-1] == "checked_on" and isinstance(value, date) and value > today:
            yield say(centre.path, centre.document.line(at), "checked-later", day=value)
