"""Signs of danger as the search shows them: what to do, whom to call, and where to read on."""

from collections.abc import Iterator
from dataclasses import dataclass

from programme.model.base import NATIONS, NationId
from programme.model.search import DangerSign
from programme.whole import Programme, Session


@dataclass(frozen=True)
class Numbers:
    """Whom to call, as the entry `key` of nations.yml has it: a title, and (nation, its name, words)
    for each nation that this site speaks for."""

    key: str
    title: str
    lines: tuple[tuple[NationId, str, str], ...]


@dataclass(frozen=True)
class Shown:
    """A sign with its numbers. `place` is its place in the file; `session` tells more, if a centre has not
    left it out."""

    sign: DangerSign
    place: int
    numbers: tuple[Numbers, ...]
    session: Session | None


def signs(programme: Programme) -> Iterator[Shown]:
    """All of them, in the order of the file. Their numbers exist: the checks saw to it."""
    sessions = {one.id: one for one in programme.sessions}
    for place, sign in enumerate(programme.safety.value.signs):
        numbers = tuple(_numbers(programme, key) for key in sign.nations)
        yield Shown(sign, place, numbers, sessions.get(sign.session))


def _numbers(programme: Programme, key: str) -> Numbers:
    entry = programme.nations.value.root[key]
    lines = tuple((one, NATIONS[one], entry.in_nation(one).text) for one in programme.speaks_for)
    return Numbers(key, entry.title, lines)
