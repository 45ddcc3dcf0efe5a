"""The programme → the parts of the menu that come from its sources."""

from typing import Any

from programme import addresses as at
from programme.whole import Programme

Item = dict[str, Any]


def fill(menu: list[Any], programme: Programme) -> list[Any]:
    """`menu` as written in mkdocs.yml, with `@course`, `@facilitators`, `@plan` and `@posters` filled in."""
    made = {
        "@course": course(programme),
        "@facilitators": facilitators(programme),
        "@plan": plan(programme),
        "@posters": posters(programme),
    }
    return [_filled(item, made) for item in menu]


def _filled(item: Any, made: dict[str, list[Any]]) -> Any:
    if isinstance(item, dict):
        return {key: _filled(value, made) for key, value in item.items()}
    if isinstance(item, list):
        spread = [made[one] if isinstance(one, str) and one in made else [_filled(one, made)] for one in item]
        return [one for part in spread for one in part]
    return made.get(item, item) if isinstance(item, str) else item


def course(programme: Programme) -> list[Any]:
    modules: list[Any] = [
        {part.source.value.title: [at.module(part.id), *(one.body.uri for one in part.sessions)]}
        for part in programme.modules
    ]
    ways = [at.pathway(one.id) for one in programme.course.value.pathways]
    short: list[Any] = [{"Short ways through": ways}] if ways else []
    return [at.COURSE, *short, *modules, at.GLOSSARY, at.SOURCES]


def facilitators(programme: Programme) -> list[Any]:
    modules: list[Any] = [
        {part.source.value.title: [at.run_sheet(part.id, one.id) for one in part.sessions]}
        for part in programme.modules
    ]
    return [at.SCHEDULE, *modules]


def plan(programme: Programme) -> list[Any]:
    return [at.PLAN, *(at.workstream(stream.id) for stream in programme.workstreams.value.root)]


def posters(programme: Programme) -> list[Any]:
    """The gallery only: it leads to each poster, and the menu stays short."""
    return [at.POSTERS]
