"""Posters by workstream, year, place and topic: one shelf is one filter page."""

from collections.abc import Callable
from dataclasses import dataclass

from programme import addresses as at
from programme.model.base import NATIONS
from programme.whole import PosterPart, Programme

PLACES: dict[str, str] = {
    **{str(nation): name for nation, name in NATIONS.items()},
    "ireland": "Ireland",
    "several": "Several nations",
    "not-known": "Place not known",
}
GROUPS = {"workstream": "Workstream", "year": "Year", "place": "Place", "topic": "Topic"}
"""What posters are filed by, in the order shown."""


@dataclass(frozen=True)
class Shelf:
    """The posters of one filter page, in the order of `programme.posters`."""

    group: str
    value: str
    label: str
    uri: str
    posters: tuple[PosterPart, ...]


def shelves(programme: Programme) -> dict[str, list[Shelf]]:
    """Every filter page that has posters, by group. Values that share an address share a page."""
    found: dict[str, dict[str, tuple[str, list[PosterPart]]]] = {group: {} for group in GROUPS}
    for poster in programme.posters:
        for group, value in at.filters(poster.source.value):
            _, posters = found[group].setdefault(at.poster_filter(group, value), (value, []))
            if poster not in posters:
                posters.append(poster)
    names = {stream.id: stream.title for stream in programme.workstreams.value.root}
    made = {
        group: [
            Shelf(group, value, _label(group, value, names), uri, tuple(posters))
            for uri, (value, posters) in of.items()
        ]
        for group, of in found.items()
    }
    order: dict[str, Callable[[Shelf], tuple[int, str]]] = {
        "workstream": lambda shelf: (_place(shelf.value, list(names)), shelf.label),
        "year": lambda shelf: (-int(shelf.value) if shelf.value.isdigit() else 0, shelf.label),
        "place": lambda shelf: (_place(shelf.value, list(PLACES)), shelf.label),
        "topic": lambda shelf: (0, shelf.label.lower()),
    }
    return {group: sorted(of, key=order[group]) for group, of in made.items()}


def by_first_workstream(programme: Programme) -> list[tuple[str, str, list[PosterPart]]]:
    """(id, title, posters) of each workstream: every poster once, under the first that it names."""
    streams = programme.workstreams.value.root
    return [
        (stream.id, stream.title, posters)
        for stream in streams
        if (posters := [one for one in programme.posters if one.source.value.workstreams[0] == stream.id])
    ]


def _label(group: str, value: str, names: dict[str, str]) -> str:
    """What people read: 'Patients as partners', '2019' or 'Not dated', 'Northern Ireland', 'Bladder'."""
    if group == "topic":
        return value[:1].upper() + value[1:]
    if value == "not-dated":
        return "Not dated"
    return names.get(value) or PLACES.get(value) or value


def _place(value: str, order: list[str]) -> int:
    return order.index(value) if value in order else len(order)
