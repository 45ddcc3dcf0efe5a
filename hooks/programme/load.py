"""The one way in: a repository → the whole programme, and everything wrong in it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from programme.blocks_text import scan
from programme.checks import check
from programme.layers import Layers
from programme.media import LARGEST_POSTER, kind_of, thumbnail_size
from programme.model.centre import Centre
from programme.model.course import Course, Module, SessionMeta
from programme.model.page import DocMeta
from programme.model.plan import Measures, Plan, Services, Timeline, Workstreams
from programme.model.poster import Poster
from programme.model.reference import Glossary, Nations, References
from programme.problems import Problem
from programme.reading import find, read
from programme.sources import Sourced, located, read_markdown, read_yaml
from programme.whole import Body, Doc, ModulePart, PosterPart, Programme, Session

M = TypeVar("M", bound=BaseModel)


def load(root: Path) -> tuple[Programme | None, list[Problem]]:
    """Read and check every source below `root`.

    The programme is None when a source that the rest stands on (course.yml, the plan …) cannot be read;
    otherwise it holds all that could be. Problems are sorted. Never raises for what a source says.
    """
    reader = _Reader(Layers(root))
    programme = reader.programme()
    problems = reader.problems
    if programme is not None:
        problems = problems + list(check(programme))
    return programme, sorted(set(problems))


@dataclass
class _Reader:
    """Reads the sources one by one and gathers what is wrong."""

    layers: Layers
    problems: list[Problem] = field(default_factory=list)

    def programme(self) -> Programme | None:
        course = self.yaml("course/course.yml", Course)
        modules = tuple(filter(None, map(self.module, course.value.modules))) if course else ()
        parts = {
            "course": course,
            "nations": self.yaml("course/nations.yml", Nations),
            "glossary": self.yaml("course/glossary.yml", Glossary),
            "references": self.yaml("course/sources.yml", References),
            "plan": self.yaml("plan/plan.yml", Plan),
            "workstreams": self.yaml("plan/workstreams.yml", Workstreams),
            "timeline": self.yaml("plan/timeline.yml", Timeline),
            "measures": self.yaml("plan/measures.yml", Measures),
            "services": self.yaml("plan/services.yml", Services),
        }
        posters, docs, centre = self.posters(), self.docs(), self.centre()
        if any(part is None for part in parts.values()):
            return None
        root = self.layers.root
        return Programme(root, modules=modules, posters=posters, docs=docs, centre=centre, **parts)  # type: ignore[arg-type]

    def yaml(self, path: str, model: type[M]) -> Sourced[M] | None:
        value, problems = read_yaml(self.layers.root, self.layers.find(path), model)
        self.problems += problems
        return value

    def body(self, path: str, uri: str, text: str, first_line: int) -> Body:
        blocks, faults = scan(text, first_line)
        self.problems += located(path, faults)
        return Body(path, uri, text, first_line, blocks)

    def module(self, module_id: str) -> ModulePart | None:
        source = self.yaml(f"course/{module_id}/module.yml", Module)
        if source is None:
            return None
        sessions = tuple(filter(None, (self.session(module_id, one) for one in source.value.sessions)))
        listed = set(source.value.sessions)
        for name, path in self.layers.files(f"course/{module_id}", "*.md"):
            if name.removesuffix(".md") not in listed:
                advice = f"add '{name.removesuffix('.md')}' to sessions in {source.path}, or delete the file"
                text = "this session is in no module's list"
                self.problems.append(Problem(path, 1, "not-listed", text, advice))
        return ModulePart(module_id, source, sessions)

    def session(self, module_id: str, session_id: str) -> Session | None:
        uri = f"course/{module_id}/{session_id}.md"
        prose, problems = read_markdown(self.layers.root, self.layers.find(uri), SessionMeta)
        self.problems += problems
        if prose is None:
            return None
        return Session(session_id, module_id, prose, self.body(prose.path, uri, prose.body, prose.first_line))

    def posters(self) -> tuple[PosterPart, ...]:
        found = self.layers.files("posters", "*/poster.yml")
        return tuple(filter(None, (self.poster(name.split("/")[0]) for name, _ in found)))

    def poster(self, poster_id: str) -> PosterPart | None:
        folder = f"posters/{poster_id}"
        source = self.yaml(f"{folder}/poster.yml", Poster)
        if source is None or source.value.file is None:
            return PosterPart(poster_id, source) if source else None
        named = source.value.file
        path = self.layers.find(f"{folder}/{named.name}")
        file = find(self.layers.root, path, LARGEST_POSTER)
        text = read(self.layers.root, self.layers.find(f"{folder}/{named.text}"))
        kind = kind_of(file) if isinstance(file, Path) else None
        for found in (file, text, kind):
            if isinstance(found, Problem):
                self.problems.append(found)
            elif isinstance(found, str):
                self.problems.append(Problem(path, 1, "poster-file", found, "save it again as PDF or PNG"))
        if not isinstance(file, Path) or isinstance(text, Problem) or kind is not None:
            return PosterPart(poster_id, source)
        body = self.body(text.path, f"{folder}.md", text.text, 1)
        return PosterPart(poster_id, source, file, body, file.stat().st_size, thumbnail_size(file))

    def docs(self) -> tuple[Doc, ...]:
        return tuple(filter(None, (self.doc(name, path) for name, path in self.layers.files("docs", "**/*.md"))))

    def doc(self, uri: str, path: str) -> Doc | None:
        prose, problems = read_markdown(self.layers.root, path, DocMeta)
        self.problems += problems
        return Doc(prose, self.body(path, uri, prose.body, prose.first_line)) if prose else None

    def centre(self) -> Sourced[Centre] | None:
        path = "centre/centre.yml"
        return self.yaml(path, Centre) if (self.layers.root / path).exists() else None
