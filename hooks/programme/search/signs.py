"""Signs of danger as the search shows them: what to do, whom to call, and where to read on."""

from collections.abc import Iterator
from dataclasses import dataclass

from programme.model.base import NATIONS
from programme.model.search import DangerSign
from programme.whole import Programme


@dataclass(frozen=True)
class Numbers:
    """Whom to call: a title, and (nation, words) for each nation that this site speaks for."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Shown:
    """A sign with its numbers. `uri` and `session` are the page that tells more and its title; empty where a
    centre has left that session out."""

    sign: DangerSign
    numbers: tuple[Numbers, ...]
    uri: str
    session: str


def signs(programme: Programme) -> Iterator[Shown]:
    """All of them, in the order of the file. Their numbers exist: the checks saw to it."""
    sessions = {one.id: one for one in programme.sessions}
    for sign in programme.safety.value.signs:
        session = sessions.get(sign.session)
        uri, title = (session.body.uri, session.meta.title) if session else ("", "")
        yield Shown(sign, tuple(_numbers(programme, key) for key in sign.nations), uri, title)


def _numbers(programme: Programme, key: str) -> Numbers:
    entry = programme.nations.value.root[key]
    return Numbers(
        entry.title, tuple((NATIONS[one], entry.in_nation(one).text) for one in programme.speaks_for)
    )
