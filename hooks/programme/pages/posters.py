"""The posters as readers see them: the gallery, its filter pages, and a page for each poster."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from programme import addresses as at
from programme import poster_citing, structured
from programme.model.poster import Poster
from programme.pages.page import NOT_IN_SEARCH, Page, page
from programme.shelves import GROUPS, PLACES, Shelf, by_first_workstream, shelves
from programme.syntax import prose_lines
from programme.text import reader_text
from programme.text_slug import slug
from programme.whole import Body, PosterPart, Programme

Shelves = dict[str, list[Shelf]]


@dataclass(frozen=True)
class Card:
    """One poster in a list, with what scripts filter by: `year`, `place` and `topics` as in addresses."""

    id: str
    poster: Poster
    year: str
    place: str
    topics: str
    words: str
    facts: str


@dataclass(frozen=True)
class File:
    """The file of a poster; `kilobytes` of 1,000 bytes."""

    uri: str
    kind: str
    kilobytes: int


def pages(programme: Programme) -> Iterator[Page]:
    filed = shelves(programme)
    yield _gallery(programme, filed)
    for group in GROUPS:
        for shelf in filed[group]:
            yield _shelf(programme, filed, shelf)
    for part in programme.posters:
        yield _poster(programme, filed, part)


def _gallery(programme: Programme, filed: Shelves) -> Page:
    hosted = sum(part.file is not None for part in programme.posters)
    return page(
        programme,
        "posters/index.md",
        uri=at.POSTERS,
        source="posters",
        title="Posters and projects",
        description="What MS teams tried, by workstream, year, place and topic.",
        count=len(programme.posters),
        hosted=_hosted(hosted),
        streams=[(one, name, _cards(parts)) for one, name, parts in by_first_workstream(programme)],
        level=3,
        groups=GROUPS,
        shelves=filed,
        here=None,
        meta={"template": "gallery.html"},
    )


def _hosted(count: int) -> str:
    if count == 0:
        return "None is shown in full."
    return "1 is shown in full." if count == 1 else f"{count} are shown in full."


def _shelf(programme: Programme, filed: Shelves, shelf: Shelf) -> Page:
    return page(
        programme,
        "posters/shelf.md",
        uri=shelf.uri,
        source="posters",
        title=f"Posters and projects: {shelf.label}",
        description=f"Posters and projects filed by {GROUPS[shelf.group].lower()}: {shelf.label}.",
        cards=_cards(shelf.posters),
        level=2,
        groups=GROUPS,
        shelves=filed,
        here=shelf.group,
        meta=NOT_IN_SEARCH,
    )


def _poster(programme: Programme, filed: Shelves, part: PosterPart) -> Page:
    value = part.source.value
    return page(
        programme,
        "posters/poster.md",
        uri=at.poster(part.id),
        source=part.source.path,
        title=value.title,
        description=value.summary,
        part=part,
        kind=poster_citing.KINDS[value.kind],
        place=_place(value),
        year=poster_citing.dated(value),
        filed={group: [shelf for shelf in of if part in shelf.posters] for group, of in filed.items()},
        file=_file(part),
        text=_text(programme, part.text) if part.text else None,
        cited_text=poster_citing.as_text(programme, part),
        cited_bibtex=poster_citing.as_bibtex(programme, part),
        data=structured.poster(part),
    )


def _cards(parts: Iterable[PosterPart]) -> list[Card]:
    return [_card(part.id, part.source.value) for part in parts]


def _card(poster_id: str, value: Poster) -> Card:
    filed = dict(at.filters(value))
    said = (value.title, value.summary, *value.people, value.place, value.event, *value.topics)
    facts = (poster_citing.KINDS[value.kind], _place(value), str(value.year or "Not dated"))
    return Card(
        id=poster_id,
        poster=value,
        year=slug(filed["year"]),
        place=slug(filed["place"]),
        topics=" ".join(slug(topic) for topic in value.topics),
        words=_words(" ".join(filter(None, said))),
        facts=". ".join(facts) + ".",
    )


def _words(text: str) -> str:
    """The words of `text` in small letters, each once: what a search in the list looks through."""
    return " ".join(dict.fromkeys(re.findall(r"\w+", text.lower())))


def _place(value: Poster) -> str:
    nation = PLACES[value.nation] if value.nation else None
    return ", ".join(filter(None, (value.place, nation))) or PLACES["not-known"]


def _file(part: PosterPart) -> File | None:
    if not part.file:
        return None
    kind = part.file.suffix[1:].upper()
    return File(at.poster_file(part.id, part.file.name), kind, max(1, round(part.bytes_ / 1000)))


def _text(programme: Programme, body: Body) -> str:
    """The text of the poster, its headings one level lower: it stands under a heading of the page."""
    lines = reader_text(programme, body).split("\n")
    for index, line in prose_lines(lines):
        if re.match(r"#{2,5} ", line):
            lines[index] = f"#{line}"
    return "\n".join(lines)
