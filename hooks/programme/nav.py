"""The programme → the parts of the menu that come from its sources."""

from typing import Any

from programme import addresses as at
from programme.language import N_
from programme.whole import Programme

Item = dict[str, Any]


def fill(menu: list[Any], programme: Programme) -> list[Any]:
    """`menu` as written in mkdocs.yml, with `@course` and the others below filled in, in the language of
    `programme`."""
    made = {
        "@centre": centre(programme),
        "@course": course(programme),
        "@dates": dates(programme),
        "@facilitators": facilitators(programme),
        "@plan": plan(programme),
        "@posters": posters(programme),
    }
    filled: list[Any] = _filled(menu, made)
    return filled if programme.language.is_source else _in_language(filled, programme)


def fill_all(menu: list[Any], programme: Programme) -> list[Any]:
    """The menu in English, and after it one group for each other language, named by its code."""
    others: list[Any] = [{one.language.code: fill(menu, one)} for one in programme.others]
    return [*fill(menu, programme), *others]


def in_english(programme: Programme) -> set[str]:
    """Titles of groups that are in English in the menu of another language."""
    if programme.language.is_source:
        return set()
    return {part.source.value.title for part in programme.modules if not programme.shows(part.source.path)}


def _in_language(item: Any, programme: Programme) -> Any:
    if isinstance(item, dict):
        say = programme.language.gettext
        return {say(key): _in_language(value, programme) for key, value in item.items()}
    if isinstance(item, list):
        return [_in_language(one, programme) for one in item]
    return programme.language.folder + item if isinstance(item, str) and item.endswith(".md") else item


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
    short: list[Any] = [{N_("Short ways through"): ways}] if ways else []
    return [at.COURSE, *short, *modules, at.GLOSSARY, at.A_TO_Z, at.SOURCES]


def dates(programme: Programme) -> list[Any]:
    """One entry, for a centre that has dates."""
    return [at.DATES] if programme.dates else []


def centre(programme: Programme) -> list[Any]:
    """A group of the pages that a centre added to the shared ones, if there are any."""
    added = [doc.body.uri for doc in programme.docs if doc.prose.path in programme.added]
    return [{N_("Our centre"): added}] if added else []


def facilitators(programme: Programme) -> list[Any]:
    modules: list[Any] = [
        {part.source.value.title: [at.run_sheet(part.id, one.id) for one in part.sessions]}
        for part in programme.modules
    ]
    sheets = [one.body.uri for one in programme.docs if one.body.uri.startswith(at.LEADING)]
    group: list[Any] = [{N_("Sheets for any meeting"): sheets}] if sheets else []
    return [at.SCHEDULE, *group, *modules]


def plan(programme: Programme) -> list[Any]:
    return [at.PLAN, *(at.workstream(stream.id) for stream in programme.workstreams.value.root)]


def posters(programme: Programme) -> list[Any]:
    """The gallery only: it leads to each poster, and the menu stays short."""
    return [at.POSTERS]
