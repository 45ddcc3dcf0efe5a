"""The site path of everything that gets a page. `uri` always has `/` and ends in .md."""

import posixpath
from collections.abc import Iterator

from programme.model.poster import Poster
from programme.text_slug import slug
from programme.whole import Programme

COURSE, GLOSSARY, SOURCES = "course/index.md", "course/glossary.md", "course/sources.md"
PLAN, POSTERS, SCHEDULE = "plan/index.md", "posters/index.md", "facilitators/index.md"

PLAN_CSV, PLAN_JSON, PLAN_SCHEMA = "plan/plan.csv", "plan/plan.json", "plan/plan.schema.json"
PLAN_ICS, MEASURES_CSV, TIMELINE = "plan/plan.ics", "plan/measures.csv", "plan/timeline.svg"


def module(module_id: str) -> str:
    return f"course/{module_id}/index.md"


def pathway(pathway_id: str) -> str:
    return f"course/pathways/{pathway_id}.md"


def session(module_id: str, session_id: str) -> str:
    return f"course/{module_id}/{session_id}.md"


def run_sheet(module_id: str, session_id: str) -> str:
    return f"facilitators/{module_id}/{session_id}.md"


def workstream(workstream_id: str) -> str:
    return f"plan/workstreams/{workstream_id}.md"


def poster(poster_id: str) -> str:
    return f"posters/{poster_id}.md"


def poster_filter(group: str, value: str) -> str:
    """Page of the posters of one workstream, year, place or topic."""
    return f"posters/by-{group}/{slug(value) or 'other'}.md"


def poster_file(poster_id: str, name: str) -> str:
    return f"posters/{poster_id}/{name}"


def thumbnail(poster_id: str) -> str:
    return f"posters/{poster_id}/thumbnail.png"


def link(uri: str, to: str) -> str:
    """`to` as a link on the page `uri` writes it: relative, so that the site works in any folder."""
    return posixpath.relpath(to, posixpath.dirname(uri) or ".")


def filters(of: Poster) -> Iterator[tuple[str, str]]:
    """(group, value) of every filter page that shows this poster."""
    yield from (("workstream", value) for value in of.workstreams)
    yield "year", str(of.year) if of.year else "not-dated"
    yield "place", of.nation or "not-known"
    yield from (("topic", value) for value in of.topics)


def all_pages(programme: Programme) -> Iterator[tuple[str, str]]:
    """(uri, path of the source) of every page. A uri given twice is a problem, found by the checks."""
    course = programme.course.path
    yield from ((COURSE, course), (SCHEDULE, course))
    yield GLOSSARY, programme.glossary.path
    yield SOURCES, programme.references.path
    yield PLAN, programme.plan.path
    yield POSTERS, "posters"
    for part in programme.modules:
        yield module(part.id), part.source.path
        for one in part.sessions:
            yield session(part.id, one.id), one.prose.path
            yield run_sheet(part.id, one.id), one.prose.path
    yield from ((pathway(one.id), course) for one in programme.course.value.pathways)
    for stream in programme.workstreams.value.root:
        yield workstream(stream.id), programme.workstreams.path
    for one_poster in programme.posters:
        yield poster(one_poster.id), one_poster.source.path
    seen = {key for item in programme.posters for key in filters(item.source.value)}
    yield from ((poster_filter(*key), "posters") for key in sorted(seen))
    yield from ((doc.body.uri, doc.body.path) for doc in programme.docs)


def made_files(programme: Programme) -> Iterator[tuple[str, str]]:
    """(uri, path of the source) of every file that the build makes besides pages; `files` makes them."""
    yield from ((uri, file.relative_to(programme.root).as_posix()) for uri, file in programme.assets)
    plan = programme.plan.path
    yield from ((uri, plan) for uri in (PLAN_CSV, PLAN_JSON, PLAN_SCHEMA, PLAN_ICS))
    yield MEASURES_CSV, programme.measures.path
    yield TIMELINE, programme.timeline.path
    for part in programme.posters:
        if part.file:
            path = part.file.relative_to(programme.root).as_posix()
            yield poster_file(part.id, part.file.name), path
            yield thumbnail(part.id), part.source.path
