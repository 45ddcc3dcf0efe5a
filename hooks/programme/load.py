"""The one way in: a repository → the whole programme, and everything wrong in it."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from programme.based_on import records
from programme.blocks_text import scan
from programme.checks import check
from programme.checks.headings import level_at
from programme.checks.translations import check_translation, languages_are_there
from programme.checks.words import mild, say
from programme.hints import nearest
from programme.layers import Layers
from programme.localise import localised
from programme.media import LARGEST_LOGO, LARGEST_POSTER, kind_of, logo_type, thumbnail_size
from programme.model.base import FILE_NAME
from programme.model.blocks import NoOptions
from programme.model.centre import Centre
from programme.model.centre_plan import CentrePlan
from programme.model.course import Course, Module, SessionMeta
from programme.model.dates import Dates
from programme.model.page import DocMeta
from programme.model.plan import Measures, Plan, Services, Timeline, Workstreams
from programme.model.poster import Poster
from programme.model.reference import Glossary, Nations, References
from programme.model.roles import Roles
from programme.model.search import Safety, Search
from programme.moved import take_over
from programme.problems import Problem
from programme.reading import find, read
from programme.remembering import remembered
from programme.sources import Sourced, located, read_markdown, read_yaml
from programme.translations.reading import translations
from programme.translations.showing import languages_of, translated
from programme.whole import Body, Doc, LocalText, LogoPart, ModulePart, PosterPart, Programme, Session
from programme.yaml_lines import Document

M = TypeVar("M", bound=BaseModel)
OWN = ("centre/centre.yml", "centre/dates.yml", "centre/plan.yml", "centre/sources.yml")
"""Files that only a centre has."""
_PICTURE = r"centre/[^/]+\.(?:png|jpe?g|webp)"


def load(
    root: Path, today: date | None = None, publish: bool = False
) -> tuple[Programme | None, list[Problem]]:
    """Read and check every source below `root`; with `today` also whether its reviews are overdue, and with
    `publish` whether a centre's site is fit to be put out.

    The programme is None when any source could not be read whole: what could be read of it is checked
    with the rest all the same. Problems are sorted. Never raises for what a source says.
    """
    reader = _Reader(Layers(root))
    draft = reader.with_own_words(reader.programme())
    found, wrong, read_there = translations(root, draft)
    reader.used |= read_there
    problems = {*reader.problems, *wrong, *check(draft, today, publish), *reader.unused()}
    others = [translated(draft, one) for one in found]
    problems |= {problem for one in others for problem in check_translation(draft, one)}
    languages = {one.language.code for one in found}
    problems |= set(languages_are_there(draft, languages))
    if any(source.read != "whole" for source in draft.parts):
        return None, sorted(problems)
    shown = languages_of(draft, languages)
    there = tuple(localised(one) for one in others if one.language.code in shown)
    return replace(localised(draft), others=there), sorted(problems)


@dataclass
class _Reader:
    """Reads the sources one by one and gathers what is wrong."""

    layers: Layers
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def programme(self) -> Programme:
        course = self.yaml("course/course.yml", Course)
        return Programme(
            root=self.layers.root,
            course=course,
            modules=self.modules(course),
            nations=self.yaml("course/nations.yml", Nations),
            glossary=self.yaml("course/glossary.yml", Glossary),
            references=self.yaml("course/sources.yml", References),
            roles=self.yaml("course/roles.yml", Roles),
            search=self.yaml("course/search.yml", Search),
            safety=self.yaml("course/safety.yml", Safety),
            plan=self.yaml("plan/plan.yml", Plan),
            workstreams=self.yaml("plan/workstreams.yml", Workstreams),
            timeline=self.yaml("plan/timeline.yml", Timeline),
            measures=self.yaml("plan/measures.yml", Measures),
            services=self.yaml("plan/services.yml", Services),
            posters=tuple(self.poster(name.split("/")[0]) for name in self.files("posters", "*/poster.yml")),
            docs=tuple(self.doc(*found) for found in self.files("docs", "**/*.md").items()),
            assets=self.assets(),
            centre=(centre := self.own("centre/centre.yml", Centre)),
            logo=self.logo(centre),
            dates=self.own("centre/dates.yml", Dates),
            centre_plan=self.centre_plan(centre),
            own_references=self.own("centre/sources.yml", References),
        )

    def centre_plan(self, centre: Sourced[Centre] | None) -> Sourced[CentrePlan] | None:
        """centre/plan.yml, with what centre.yml still says of it, as an earlier edition wanted."""
        path = "centre/plan.yml"
        source, problems = take_over(centre, path, CentrePlan, self.own(path, CentrePlan))
        self.problems += problems
        return source

    def with_own_words(self, programme: Programme) -> Programme:
        """`programme` with a centre's texts for `local` places, and what is known of the files it added."""
        root = self.layers.root
        added = [one for one in self.layers.own() if not os.path.lexists(root / one.removeprefix("centre/"))]
        based_on = frozenset(f"centre/{path}" for path in records(root))
        local = tuple(self.local(programme))
        return replace(programme, local=local, added=frozenset(added), based_on=based_on)

    def local(self, programme: Programme) -> Iterator[LocalText]:
        places = {block.title: (body, block) for body in programme.bodies for block in body.blocks}
        for name, path in self.files("local", "*.md").items():
            self.used.add(path)
            if name == "README.md" or not path.startswith("centre/"):
                continue
            text = read(self.layers.root, path)
            if isinstance(text, Problem):
                self.problems.append(text)
                continue
            around, block = places.get(name[:-3], (None, None))
            body = self.body(path, around.uri if around else path, text.text, 1)
            if around and block:
                body = replace(body, level=level_at(around, block.start))
            yield LocalText(name[:-3], Sourced(path, NoOptions(), Document({})), body)

    def unused(self) -> Iterable[Problem]:
        """Files of a centre that stand for nothing: without a word they would be left out of its site."""
        for path in self.layers.own():
            if path not in self.used:
                name = PurePosixPath(path).name
                known = {*self.used, *OWN}
                close = nearest(name.removesuffix(".txt"), [PurePosixPath(one).name for one in known])
                same = sorted(one for one in known if close and PurePosixPath(one).name == close)
                meant = f"centre/{same[0].removeprefix('centre/')}" if same else "centre/centre.yml"
                advice = f"did you mean {meant}? The guide for centres lists the names; or delete this file"
                yield Problem(
                    path,
                    1,
                    "not-used",
                    "this file is not used: its name or its folder is not one we know",
                    advice,
                )

    def assets(self) -> tuple[tuple[str, Path], ...]:
        """(uri, file) of pictures and other files beside a centre's own pages."""
        found = {
            name: path for name, path in self.files("docs", "**/*.*").items() if not name.endswith(".md")
        }
        own = {name: path for name, path in found.items() if path.startswith("centre/")}
        read = {name: find(self.layers.root, path, LARGEST_POSTER) for name, path in own.items()}
        self.used |= set(own.values())
        self.problems += [one for one in read.values() if isinstance(one, Problem)]
        return tuple((name, one) for name, one in read.items() if isinstance(one, Path))

    def yaml(self, path: str, model: type[M]) -> Sourced[M]:
        source, problems = read_yaml(self.layers.root, self.layers.find(path), model)
        self.problems += problems
        self.used |= {path, source.path}
        return source

    def files(self, folder: str, pattern: str) -> dict[str, str]:
        """Name below `folder` → path of every file whose name can be an address."""
        found = dict(self.layers.files(folder, pattern))
        for name in [one for one in found if not all(re.match(FILE_NAME, part) for part in one.split("/"))]:
            path = found.pop(name).encode("unicode_escape").decode()
            text = "the name of this file or of its folder cannot stand in an address"
            advice = "use letters, digits and hyphens, and no spaces"
            self.problems.append(Problem(path, 1, "file-name", text, advice))
        return found

    def body(self, path: str, uri: str, text: str, first_line: int) -> Body:
        body, problems = _body(path, uri, text, first_line)
        self.problems += problems
        self.used |= {path, uri}
        return body

    def modules(self, course: Sourced[Course]) -> tuple[ModulePart, ...]:
        there = {name.split("/")[0]: path for name, path in self.files("course", "*/module.yml").items()}
        return tuple(map(self.module, self.listed(course, "modules", "course/{}/module.yml", there)))

    def module(self, module_id: str) -> ModulePart:
        source = self.yaml(f"course/{module_id}/module.yml", Module)
        there = {name[:-3]: path for name, path in self.files(f"course/{module_id}", "*.md").items()}
        sessions = self.listed(source, "sessions", f"course/{module_id}/{{}}.md", there)
        return ModulePart(module_id, source, tuple(self.session(module_id, one) for one in sessions))

    def listed(self, source: Sourced[Any], key: str, file: str, there: dict[str, str]) -> Iterable[str]:
        """The ids under `key` of `source` that are `there`, and those not listed: each is checked."""
        ids = [one for one in getattr(source.value, key) if one]
        spare = {name: path for name, path in there.items() if name not in ids}
        for index, one in enumerate(getattr(source.value, key)):
            at, close = (key, index), nearest(one, spare)
            if one and one in ids[:index]:
                self.problems.append(
                    source.problem(at, "listed-twice", f"'{one}' stands here twice", "keep one of them")
                )
            elif one and one not in there:
                spare.pop(close or "", None)
                text = f"there is no file {file.format(one)}"
                advice = f"did you mean '{close}'?" if close else f"make it, or take {one} out of this list"
                problem = source.problem(at, "missing-file", text, advice)
                of_old = source.path.removeprefix("centre/") in records(self.layers.root)
                self.problems.append(mild(problem) if of_old else problem)
        for name, path in spare.items() if source.read == "whole" else ():
            if path.startswith("centre/"):
                self.problems += _like_another(name, path, ids)
                continue
            if source.path.startswith("centre/"):
                words = {"name": name, "list": source.path}
                self.problems.append(mild(say(path, 1, "not-in-your-list", **words)))
                continue
            text = f"{name} is not in the list of {key}"
            close = nearest(name, ids)
            hint = f"did you mean '{close}'? Rename this file, or " if close else ""
            advice = f"{hint}add it to {source.path}, or delete this file"
            self.problems.append(Problem(path, 1, "not-listed", text, advice))
        return dict.fromkeys([*(one for one in ids if one in there), *there])

    def session(self, module_id: str, session_id: str) -> Session:
        uri = f"course/{module_id}/{session_id}.md"
        prose, problems = read_markdown(self.layers.root, self.layers.find(uri), SessionMeta)
        self.problems += problems
        return Session(session_id, module_id, prose, self.body(prose.path, uri, prose.body, prose.first_line))

    def poster(self, poster_id: str) -> PosterPart:
        folder = f"posters/{poster_id}"
        source = self.yaml(f"{folder}/poster.yml", Poster)
        named = source.value.file
        if not named or not named.name or not named.text:
            return PosterPart(poster_id, source)
        self.used.add(self.layers.find(f"{folder}/{named.name}"))
        file = find(self.layers.root, self.layers.find(f"{folder}/{named.name}"), LARGEST_POSTER)
        text = read(self.layers.root, self.layers.find(f"{folder}/{named.text}"))
        for key, found in (("name", file), ("text", text)):
            if isinstance(found, Problem):
                self.problems.append(_named(source, ("file", key), found))
        if isinstance(file, Problem) or isinstance(text, Problem):
            return PosterPart(poster_id, source)
        body = self.body(text.path, f"{folder}.md", text.text, 1)
        if wrong := kind_of(file):
            path = file.relative_to(self.layers.root).as_posix()
            self.problems.append(
                Problem(path, 1, "poster-file", wrong, "save the poster again as PDF or PNG")
            )
            return PosterPart(poster_id, source, text=body)
        return PosterPart(poster_id, source, file, body, file.stat().st_size, thumbnail_size(file))

    def doc(self, uri: str, path: str) -> Doc:
        prose, problems = read_markdown(self.layers.root, path, DocMeta)
        self.problems += problems
        return Doc(prose, self.body(path, uri, prose.body, prose.first_line))

    def logo(self, centre: Sourced[Centre] | None) -> LogoPart | None:
        if centre and centre.read != "whole":  # nobody knows which picture it would name
            self.used |= {path for path in self.layers.own() if re.fullmatch(_PICTURE, path)}
        named = centre.value.logo if centre else None
        if not centre or not named or not named.file:
            return None
        self.used.add(path := f"centre/{named.file}")
        file = find(self.layers.root, path, LARGEST_LOGO)
        if isinstance(file, Problem):
            self.problems.append(_named(centre, ("logo", "file"), file))
            return None
        kind, size, wrong = logo_type(file)
        if wrong:
            advice = "save it as PNG, JPEG or WebP, at most 4,000 points wide and high"
            self.problems.append(Problem(path, 1, "logo-file", wrong, advice))
        return LogoPart(file, f"assets/centre-logo.{kind}", size)

    def own(self, path: str, model: type[M]) -> Sourced[M] | None:
        """A file that only a centre has, when it has it."""
        return self.yaml(path, model) if os.path.lexists(self.layers.root / path) else None


@remembered()
def _body(path: str, uri: str, text: str, first_line: int) -> tuple[Body, list[Problem]]:
    blocks, faults = scan(text, first_line)
    return Body(path, uri, text, first_line, blocks), located(path, faults)


def _like_another(name: str, path: str, ids: list[str]) -> Iterator[Problem]:
    """A centre's file that adds a session or module, though its name may be a slip."""
    for close in get_close_matches(name, ids, n=1, cutoff=0.8):
        yield mild(say(path, 1, "like-another", name=name, other=close))


def _named(source: Sourced[Any], at: tuple[str, ...], problem: Problem) -> Problem:
    """A file that is not there is told where it is named."""
    if problem.rule != "missing-file":
        return problem
    text = f"there is no file {problem.path}"
    return source.problem(at, problem.rule, text, "put it there, or mend its name here")
