"""The whole programme, as read: what `load` gives and everything else is made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from programme.blocks_text import Block
from programme.model.base import NATIONS, NationId
from programme.model.centre import Centre
from programme.model.course import Course, Module, SessionMeta
from programme.model.page import DocMeta
from programme.model.plan import Measures, Plan, Services, Timeline, Workstreams
from programme.model.poster import Poster
from programme.model.reference import Glossary, Nations, References, Word
from programme.sources import Prose, Sourced


@dataclass(frozen=True)
class Body:
    """The Markdown text of a page. `uri` is the site path of the page it becomes."""

    path: str
    uri: str
    text: str
    first_line: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Session:
    """One session of the course."""

    id: str
    module_id: str
    prose: Prose[SessionMeta]
    body: Body

    @property
    def meta(self) -> SessionMeta:
        return self.prose.meta.value


@dataclass(frozen=True)
class ModulePart:
    """One module with its sessions, in order."""

    id: str
    source: Sourced[Module]
    sessions: tuple[Session, ...]


@dataclass(frozen=True)
class PosterPart:
    """One poster; `file` and `text` where its own file may be hosted, with the file's size in bytes and the
    width and height of its thumbnail in pixels."""

    id: str
    source: Sourced[Poster]
    file: Path | None = None
    text: Body | None = None
    bytes_: int = 0
    thumbnail: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Doc:
    """One page of docs/."""

    prose: Prose[DocMeta]
    body: Body


@dataclass(frozen=True)
class Programme:
    """Everything. Every part is as its author wrote it, typed, with its path and lines."""

    root: Path
    course: Sourced[Course]
    modules: tuple[ModulePart, ...]
    nations: Sourced[Nations]
    glossary: Sourced[Glossary]
    references: Sourced[References]
    plan: Sourced[Plan]
    workstreams: Sourced[Workstreams]
    timeline: Sourced[Timeline]
    measures: Sourced[Measures]
    services: Sourced[Services]
    posters: tuple[PosterPart, ...]
    docs: tuple[Doc, ...]
    assets: tuple[tuple[str, Path], ...] = ()
    centre: Sourced[Centre] | None = None

    @property
    def sessions(self) -> Iterator[Session]:
        for module in self.modules:
            yield from module.sessions

    @property
    def speaks_for(self) -> tuple[NationId, ...]:
        """The nations whose advice is shown: a centre's own, or all four."""
        return (self.centre.value.nation,) if self.centre else tuple(NATIONS)

    @property
    def words(self) -> tuple[Word, ...]:
        """The glossary's words for the nations that this site speaks for."""
        here = set(self.speaks_for)
        return tuple(
            word for word in self.glossary.value.root if not word.nations or here & set(word.nations)
        )

    @property
    def nation_names(self) -> dict[str, frozenset[NationId]]:
        """Bodies, lines and rights that not every nation has → the nations that have them."""
        found: dict[str, set[NationId]] = {}
        for word in self.glossary.value.root:
            for name in (word.term, *word.also) if word.nations else ():
                found.setdefault(name, set()).update(word.nations)
        for entry in self.nations.value.root.values():
            for nation in NATIONS:
                for name in entry.in_nation(nation).names:
                    found.setdefault(name, set()).add(nation)
        return {name: frozenset(nations) for name, nations in found.items()}

    @property
    def has_own_texts(self) -> bool:
        """True when a centre's file stands for a shared one, or adds to them."""
        paths = [*(body.path for body in self.bodies), *(source.path for source in self.parts)]
        return any(path.startswith("centre/") for path in paths)

    @property
    def own_plan(self) -> bool:
        """True when a centre has given its plan dates of its own."""
        return bool(self.centre and self.centre.value.plan_start) or self.plan.path.startswith("centre/")

    @property
    def plan_start(self) -> date:
        """First day of year 1: a centre's own, or that of the plan."""
        own = self.centre.value.plan_start if self.centre else None
        return own or self.plan.value.start

    @property
    def plan_status(self) -> str:
        """What is known of how the plan went. It is the history of the first plan, not of a centre's."""
        return "" if self.own_plan else self.plan.value.status

    @property
    def bodies(self) -> Iterator[Body]:
        """Every Markdown text an author wrote."""
        yield from (session.body for session in self.sessions)
        yield from (doc.body for doc in self.docs)
        yield from (poster.text for poster in self.posters if poster.text)

    @property
    def parts(self) -> Iterator[Sourced[Any]]:
        """Every typed source."""
        yield from (self.course, self.nations, self.glossary, self.references)
        yield from (self.plan, self.workstreams, self.timeline, self.measures, self.services)
        yield from (module.source for module in self.modules)
        yield from (session.prose.meta for session in self.sessions)
        yield from (poster.source for poster in self.posters)
        yield from (doc.prose.meta for doc in self.docs)
        if self.centre:
            yield self.centre
