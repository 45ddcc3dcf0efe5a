"""Ids: each used once, and each that is named exists."""

from collections.abc import Iterator

from programme.checks.words import gone, mild, say
from programme.hints import did_you_mean
from programme.model.base import Id, Ref, marked
from programme.problems import Problem
from programme.whole import Programme

Place = tuple[str, int]
_MAY_GO = ("session", "source")
"""A page does without these where the shared course took them away from under a centre's copy."""
_MAY_GO_FROM_DATES = ("session", "module")
"""A new edition may not have what a date names, and the date stands all the same."""


def _ids(programme: Programme) -> Iterator[tuple[str, str, Place]]:
    """(kind, id, where it is given) of everything that has an id."""
    for part in programme.modules:
        yield "module", part.id, (part.source.path, 1)
    for session in programme.sessions:
        yield "session", session.id, (session.prose.path, 1)
    for references in filter(None, (programme.references, programme.own_references)):
        for key in references.value.root:
            yield "source", key, (references.path, references.document.line((key,)))
    for key in programme.nations.value.root:
        yield "entry of nations.yml", key, (programme.nations.path, programme.nations.document.line((key,)))
    for source in programme.parts:
        for path, kind, key in marked(source.value, Id):
            yield kind, key, (source.path, source.document.line(path))


def used_once(programme: Programme) -> Iterator[Problem]:
    first: dict[tuple[str, str], Place] = {}
    for kind, key, place in _ids(programme):
        path, line = first.setdefault((kind, key), place)
        if key and (path, line) != place:
            yield say(*place, "id-twice", key=key, where=f"{path}, line {line}")


def known(programme: Programme) -> Iterator[Problem]:
    """Every field that holds the id of something, in any source, names something that exists."""
    there: dict[str, set[str]] = {}
    for kind, key, _ in _ids(programme):
        there.setdefault(kind, set()).add(key)
    for source in programme.parts:
        for path, kind, key in marked(source.value, Ref):
            if key and key not in there.get(kind, ()):
                hint = did_you_mean(key, there.get(kind, ()))
                line = source.document.line(path)
                problem = say(source.path, line, "unknown-id", kind=kind, key=key, hint=hint)
                if source is programme.dates and kind in _MAY_GO_FROM_DATES:
                    yield mild(problem)
                else:
                    yield gone(programme, problem) if kind in _MAY_GO else problem
