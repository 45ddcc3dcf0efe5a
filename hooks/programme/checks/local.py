"""A centre's own words and choices: they stand where they belong, and name what exists.

What an update takes away from under a centre's file is a warning, not an error: the centre's site is built
all the same, and the centre is told.
"""

import re
from collections.abc import Iterable, Iterator

from programme.blocks_text import Block, walk
from programme.checks.words import mild, say
from programme.hints import did_you_mean
from programme.model.base import SLUG
from programme.model.centre import Centre
from programme.problems import Problem
from programme.sources import Sourced
from programme.whole import Body, Programme

KEPT = "who-to-call"
"""The session that every page leads to, from the same place (`who_to_call` in mkdocs.yml)."""


def _places(programme: Programme) -> Iterator[tuple[Body, Block]]:
    own = {one.body.path for one in programme.local}
    for body in programme.bodies:
        if body.path not in own:
            yield from ((body, block) for block in walk(body.blocks) if block.name == "local" and block.title)


def places(programme: Programme) -> Iterator[Problem]:
    """Each place has a name of its own, and stands by itself."""
    first: dict[str, tuple[Body, Block]] = {}
    for body, block in _places(programme):
        line = body.first_line + block.start
        other, at = first.setdefault(block.title, (body, block))
        if not re.fullmatch(SLUG, block.title):
            yield say(body.path, line, "local-name", name=block.title)
        own_copy = any(path.startswith("centre/") for path in (other.path, body.path))
        if (other, at) != (body, block) and not own_copy:  # of a session that was given another name
            where = f"{other.path}, line {other.first_line + at.start}"
            yield say(body.path, line, "local-twice", name=block.title, where=where)
        if block not in body.blocks:
            yield say(body.path, line, "local-inside", name=block.title)


def fills(programme: Programme) -> Iterator[Problem]:
    """A text that fills no place would not be seen: a slip in its name, or the place went with an update."""
    names = {block.title for _, block in _places(programme)}
    for one in programme.local:
        if one.body.text.startswith("---"):
            yield say(one.body.path, 1, "local-front-matter")
        if one.name in names:
            continue
        if one.body.path in programme.based_on:
            yield mild(say(one.body.path, 1, "local-gone", name=one.name))
        else:
            yield say(one.body.path, 1, "local-unknown", name=one.name, hint=did_you_mean(one.name, names))


def choices(programme: Programme) -> Iterator[Problem]:
    """Sessions and modules that centre.yml leaves out or puts in order are there, and help stays."""
    centre = programme.centre
    here = centre.value.course if centre else None
    if not centre or not here:
        return
    sessions = {part.id: {one.id for one in part.sessions} for part in programme.modules}
    every = set().union(*sessions.values())
    yield from _known(centre, ("course", "leave_out"), here.leave_out, {*every, *sessions})
    yield from _known(centre, ("course", "order_of_modules"), here.order_of_modules, set(sessions))
    for module, order in (here.order_of_sessions or {}).items():
        at = ("course", "order_of_sessions", module)
        if module in sessions:
            yield from _known(centre, at, order, sessions[module])
        else:
            hint = did_you_mean(module, sessions)
            yield mild(say(centre.path, centre.document.line(at), "not-in-course", key=module, hint=hint))
    yield from _help_stays(programme, here.leave_out, sessions)


def _known(
    centre: Sourced[Centre], at: tuple[str, ...], named: Iterable[str], there: set[str]
) -> Iterator[Problem]:
    for index, key in enumerate(named):
        if key and key not in there:
            line = centre.document.line((*at, index))
            yield mild(say(centre.path, line, "not-in-course", key=key, hint=did_you_mean(key, there)))


def _help_stays(
    programme: Programme, leave_out: Iterable[str], sessions: dict[str, set[str]]
) -> Iterator[Problem]:
    """Every page leads to whom to call, and the search to what a sign of danger asks for."""
    needed = {KEPT, *(sign.session for sign in programme.safety.value.signs)}
    for index, key in enumerate(leave_out):
        lost = sorted(needed & ({key} | sessions.get(key, set())))
        if lost and programme.centre:
            line = programme.centre.document.line(("course", "leave_out", index))
            yield say(programme.centre.path, line, "leaves-out-help", key=key, names=", ".join(lost))
