"""The site path of everything that gets a page. `uri` always has `/` and ends in .md."""

import posixpath
from collections.abc import Iterator

from programme.model.poster import Poster
from programme.text_slug import slug
from programme.whole import Programme

COURSE, GLOSSARY, SOURCES = "course/index.md", "course/glossary.md", "course/sources.md"
SEARCH, A_TO_Z = "search.md", "course/a-to-z.md"
PLAN, POSTERS, SCHEDULE = "plan/index.md", "posters/index.md", "facilitators/index.md"

DATES, DATES_ICS, DATES_CODE = "dates.md", "dates/all.ics", "dates/address.svg"
FLYER = "-flyer.md"
LEADING = "facilitators/"
CARDS = "-cards"
CERTIFICATE, PRIVATE_SLIP = "facilitators/certificate.md", "facilitators/private-slip.md"
COURSE_PACK = "facilitators/whole-course-pack.zip"
PROGRAMME_JSON, PROGRAMME_SCHEMA = "programme.json", "programme.schema.json"

PLAN_CSV, PLAN_JSON, PLAN_SCHEMA = "plan/plan.csv", "plan/plan.json", "plan/plan.schema.json"
WALL_CHART = "plan/wall-chart.pdf"
COURSE_EPUB = "course/whole-course.epub"
PLAN_ICS, MEASURES_CSV, TIMELINE = "plan/plan.ics", "plan/measures.csv", "plan/timeline.svg"


def module(module_id: str) -> str:
    return f"course/{module_id}/index.md"


def whole_module(module_id: str) -> str:
    """All sessions of a module on one page, to print."""
    return f"course/{module_id}/print.md"


def pathway(pathway_id: str) -> str:
    return f"course/pathways/{pathway_id}.md"


def session(module_id: str, session_id: str) -> str:
    return f"course/{module_id}/{session_id}.md"


def run_sheet(module_id: str, session_id: str) -> str:
    return f"facilitators/{module_id}/{session_id}.md"


def cards(module_id: str, session_id: str, size: int) -> str:
    """The activities of a session as cards to cut out."""
    return f"{LEADING}{module_id}/{session_id}{CARDS}{edition(size)}.pdf"


def is_cards(uri: str) -> bool:
    """Whether `cards` gave this address, in any language."""
    return LEADING in uri and f"{CARDS}{uri.rpartition(CARDS)[2]}" in {
        f"{CARDS}{edition(size)}.pdf" for size in (14, 18, 24)
    }


def session_pack(module_id: str, session_id: str) -> str:
    """All that people need to lead a session, as one zip."""
    return f"{LEADING}{module_id}/{session_id}-pack.zip"


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


def flyer(run_id: str) -> str:
    """A sheet to print, for one run of the course."""
    return f"dates/{run_id}{FLYER}"


def run_calendar(run_id: str) -> str:
    return f"dates/{run_id}.ics"


def handout(module_id: str, session_id: str, size: int) -> str:
    """A session as a PDF; `size` is that of its text in points."""
    return f"course/{module_id}/{session_id}{edition(size)}.pdf"


def handout_to_change(module_id: str, session_id: str) -> str:
    """A session as a Word file."""
    return f"course/{module_id}/{session_id}.docx"


def run_sheet_to_change(module_id: str, session_id: str) -> str:
    """The run sheet of a session as a Word file."""
    return f"{run_sheet(module_id, session_id).removesuffix('.md')}.docx"


def slides(module_id: str, session_id: str) -> str:
    """Slides to show when a session is led."""
    return f"{run_sheet(module_id, session_id).removesuffix('.md')}.pptx"


def module_book(module_id: str, size: int) -> str:
    """All sessions of a module as one PDF."""
    return f"course/{module_id}/whole-module{edition(size)}.pdf"


def course_book(size: int) -> str:
    """The whole course as one PDF."""
    return f"course/whole-course{edition(size)}.pdf"


def plain_text(module_id: str, session_id: str) -> str:
    """A session as plain text."""
    return f"course/{module_id}/{session_id}.txt"


def braille(module_id: str, session_id: str) -> str:
    """A session in braille, ready for an embosser or a braille display."""
    return f"course/{module_id}/{session_id}.brf"


def module_e_book(module_id: str) -> str:
    """All sessions of a module as an EPUB."""
    return f"course/{module_id}/whole-module.epub"


def plan_list(size: int) -> str:
    """The plan as a PDF, from top to bottom."""
    return f"plan/plan{edition(size)}.pdf"


def printed_page(uri: str, size: int) -> str:
    """A page as a PDF beside it."""
    return f"{uri.removesuffix('.md')}{edition(size)}.pdf"


def poster_sheet(poster_id: str, name: str) -> str:
    """A PDF made of a poster: `a3`, `a4`, `text` or `text-large`."""
    return f"posters/{poster_id}/{poster_id}-{name}.pdf"


def edition(size: int) -> str:
    """Large print is an edition of its own, and so is its larger one."""
    return {14: "", 18: "-large"}.get(size, f"-{size}pt")


def link(uri: str, to: str) -> str:
    """`to` as a link on the page `uri` writes it: relative, so that the site works in any folder."""
    return posixpath.relpath(to, posixpath.dirname(uri) or ".")


def html(uri: str) -> str:
    """The file that the page `uri` becomes."""
    return f"{uri.removesuffix('.md')}.html"


def short(uri: str) -> str:
    """What people type to get to the page of a session: short enough to copy from paper. Other pages keep
    their own address."""
    folder, _, name = uri.rpartition("/")
    is_session = folder.startswith("course/") and folder.count("/") == 1 and folder != "course/pathways"
    return f"s/{name}" if is_session and name not in ("index.md", "print.md") else uri


def on_the_web(site: str, uri: str) -> str:
    """The whole web address of a page, on the site that stands at the address `site`."""
    return f"{site.rstrip('/')}/{uri.removesuffix('.md')}.html"


def filters(of: Poster) -> Iterator[tuple[str, str]]:
    """(group, value) of every filter page that shows this poster."""
    yield from (("workstream", value) for value in of.workstreams)
    yield "year", str(of.year) if of.year else "not-dated"
    yield "place", of.nation or "not-known"
    yield from (("topic", value) for value in of.topics)


def all_pages(programme: Programme) -> Iterator[tuple[str, str]]:
    """(uri, path of the source) of every page. A uri given twice is a problem, found by the checks."""
    course = programme.course.path
    yield from ((COURSE, course), (SCHEDULE, course), (A_TO_Z, course))
    yield SEARCH, programme.search.path
    yield GLOSSARY, programme.glossary.path
    yield SOURCES, programme.references.path
    yield PLAN, programme.plan.path
    yield POSTERS, "posters"
    for part in programme.modules:
        yield module(part.id), part.source.path
        yield whole_module(part.id), part.source.path
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
    if programme.dates:
        yield DATES, programme.dates.path
        yield from ((flyer(run.id), programme.dates.path) for run in programme.runs)


def made_files(programme: Programme) -> Iterator[tuple[str, str]]:
    """(uri, path of the source) of every file that the build makes besides pages; `files` makes them."""
    yield from ((uri, file.relative_to(programme.root).as_posix()) for uri, file in programme.assets)
    if programme.logo:
        yield programme.logo.uri, programme.logo.file.relative_to(programme.root).as_posix()
    plan = programme.plan.path
    yield from ((uri, plan) for uri in (PLAN_CSV, PLAN_JSON, PLAN_SCHEMA, PLAN_ICS))
    yield MEASURES_CSV, programme.measures.path
    yield TIMELINE, programme.timeline.path
    yield from ((uri, programme.course.path) for uri in (PROGRAMME_JSON, PROGRAMME_SCHEMA))
    if programme.dates:
        yield DATES_ICS, programme.dates.path
        yield from ((run_calendar(run.id), programme.dates.path) for run in programme.runs)
    if programme.dates and programme.site_address:
        yield DATES_CODE, programme.dates.path
    yield from {
        html(one.language.folder + short(session.body.uri)): session.prose.path
        for one in (programme, *programme.others)
        for session in one.sessions
        if one.shows(session.prose.path)
    }.items()  # each once: that an id is used twice is a problem of its own
    for part in programme.posters:
        if part.file:
            path = part.file.relative_to(programme.root).as_posix()
            yield poster_file(part.id, part.file.name), path
            yield thumbnail(part.id), part.source.path
