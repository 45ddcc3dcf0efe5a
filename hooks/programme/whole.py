"""The whole programme, as read: what `load` gives and everything else is made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from programme.blocks_text import Block
from programme.language import ENGLISH, Language
from programme.model.base import NATIONS, NationId
from programme.model.blocks import NoOptions
from programme.model.centre import Centre
from programme.model.centre_plan import AimState, CentrePlan
from programme.model.course import Course, Module, SessionMeta
from programme.model.dates import Dates, Run
from programme.model.page import DocMeta
from programme.model.plan import Measures, Plan, Services, Timeline, Workstreams
from programme.model.poster import Poster
from programme.model.reference import Glossary, Nations, Reference, References, Word
from programme.model.roles import Roles
from programme.model.search import Safety, Search
from programme.sources import Prose, Sourced


@dataclass(frozen=True)
class Body:
    """The Markdown text of a page. `uri` is the site path of the page it becomes."""

    path: str
    uri: str
    text: str
    first_line: int
    blocks: tuple[Block, ...]
    level: int = 1
    """Level of the heading that the text stands under: 1 is the title of the page."""


@dataclass(frozen=True)
class LocalText:
    """A centre's own words for the `local` place of that name. The `uri` of its body is that of the page
    where the place is."""

    name: str
    source: Sourced[NoOptions]
    """The file, which has no front matter."""
    body: Body


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
class LogoPart:
    """The logo of a centre: its file, the site path it gets, its width and height in pixels."""

    file: Path
    uri: str
    size: tuple[int, int]


@dataclass(frozen=True)
class Translated:
    """One file in another language. `of` is the path that it translates, without centre/; `source` has its
    words laid over the shared ones; `body` is the text of a Markdown file."""

    of: str
    source: Sourced[Any]
    body: Body | None = None


@dataclass(frozen=True)
class Translation:
    """All that is written in one other language, by the path of the shared file."""

    language: Language
    files: Mapping[str, Translated]


@dataclass(frozen=True)
class Programme:
    """Everything. Every part is as its author wrote it, typed, with its path and lines."""

    root: Path
    course: Sourced[Course]
    modules: tuple[ModulePart, ...]
    nations: Sourced[Nations]
    glossary: Sourced[Glossary]
    references: Sourced[References]
    roles: Sourced[Roles]
    search: Sourced[Search]
    safety: Sourced[Safety]
    plan: Sourced[Plan]
    workstreams: Sourced[Workstreams]
    timeline: Sourced[Timeline]
    measures: Sourced[Measures]
    services: Sourced[Services]
    posters: tuple[PosterPart, ...]
    docs: tuple[Doc, ...]
    assets: tuple[tuple[str, Path], ...] = ()
    centre: Sourced[Centre] | None = None
    logo: LogoPart | None = None
    dates: Sourced[Dates] | None = None
    centre_plan: Sourced[CentrePlan] | None = None
    own_references: Sourced[References] | None = None
    """Sources that a centre added to the shared ones."""
    local: tuple[LocalText, ...] = ()
    added: frozenset[str] = frozenset()
    """Paths of a centre's files that stand for no shared one."""
    based_on: frozenset[str] = frozenset()
    """Paths of a centre's files that are known to be copies of a shared text, changed or not."""
    language: Language = ENGLISH
    """The language that pages are made in. What is not translated is in English all the same."""
    others: "tuple[Programme, ...]" = ()
    """The same in each other language that the site has."""
    as_written: "Programme | None" = field(default=None, repr=False, compare=False)
    """The same before a centre's own words were put into their places: each line is where its file has it."""
    today: date | None = None
    """The day that the build was told it is, if it was: what was past on it is left out."""

    def shows(self, path: str) -> bool:
        """Whether what is made of the source at `path` is in `language`; in English all is."""
        return self.language.is_source or path.removeprefix("centre/").startswith("translations/")

    @property
    def sessions(self) -> Iterator[Session]:
        for module in self.modules:
            yield from module.sessions

    @property
    def sources(self) -> dict[str, Reference]:
        """Every source that a text may cite, by its key: the shared ones, and those of a centre."""
        return self.references.value.root | (self.own_references.value.root if self.own_references else {})

    @property
    def own_sources(self) -> tuple[Reference, ...]:
        """The sources that a centre added."""
        return tuple(self.own_references.value.root.values()) if self.own_references else ()

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
        own = self.centre_plan.value.start if self.centre_plan else None
        return bool(own) or self.plan.path.startswith("centre/")

    @property
    def plan_start(self) -> date:
        """First day of year 1: a centre's own, or that of the plan."""
        own = self.centre_plan.value.start if self.centre_plan else None
        return own or self.plan.value.start

    @property
    def site_address(self) -> str:
        """Where a centre's site stands; empty when it does not say so."""
        return (self.centre.value.site_address if self.centre else None) or ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """A centre's runs of the course in order of time, without those that are past on `today`."""
        runs = self.dates.value.runs if self.dates else ()
        if self.dates and self.dates.read != "whole":
            return runs
        coming = (run for run in runs if not self.today or run.last >= self.today)
        return tuple(sorted(coming, key=lambda run: (run.first, run.last, run.id)))

    @property
    def aim_states(self) -> dict[str, AimState]:
        """How far a centre is with each aim that it says something of, by the id of the aim."""
        return self.centre_plan.value.aims.root if self.centre_plan else {}

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
        yield from (one.body for one in self.local)

    @property
    def parts(self) -> Iterator[Sourced[Any]]:
        """Every typed source."""
        yield from (self.course, self.nations, self.glossary, self.references, self.roles)
        yield from (self.search, self.safety)
        yield from (self.plan, self.workstreams, self.timeline, self.measures, self.services)
        yield from (module.source for module in self.modules)
        yield from (session.prose.meta for session in self.sessions)
        yield from (poster.source for poster in self.posters)
        yield from (doc.prose.meta for doc in self.docs)
        yield from filter(None, (self.centre, self.dates, self.centre_plan, self.own_references))
