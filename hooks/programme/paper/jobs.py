"""The programme → every PDF that there is, each made only when somebody asks for it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from programme import addresses as at
from programme.currency import code as code_of
from programme.model.base import Review
from programme.pages import dates
from programme.pages.page import Page
from programme.paper import plan as plan_sheets
from programme.paper import posters
from programme.paper.book import Book, Chapter, book
from programme.paper.engine import Engine, RefusedError
from programme.paper.flyer import flyer as one_sheet
from programme.paper.handout import SMALLEST, Print, handout, page_sheet
from programme.paper.render import Renderer
from programme.paper.words import words_in
from programme.problems import Problem
from programme.tree import nodes as tree
from programme.tree.documents import (
    page_document,
    safety_document,
    session_code,
    session_document,
    session_markdown,
)
from programme.tree.inlines import inlines
from programme.tree.walk import walk
from programme.whole import Body, ModulePart, PosterPart, Programme, Session
from programme.words import Words

PACKAGES = (
    "typst",
    "fontpkg-atkinson-hyperlegible",
    "fontpkg-fira-sans",
    "fontpkg-ibm-plex-sans-arabic",
    "segno",
)
"""What a PDF is made with, besides our own code."""
OUR_CODE = ("paper", "tree")

Made = tuple[str, list[Problem], tree.Document | None]
"""Typst code, problems, and the document in which a letter without a font is looked for."""


@dataclass(frozen=True)
class Job:
    """One file. `uri` is its site path, `page` that of the page it is the paper form of.

    `key` changes with its bytes; `day` dates it; `size` is that of its text in points.
    """

    uri: str
    page: str
    source: str
    size: int
    key: str
    day: date
    code: Callable[[], Made]

    @property
    def names(self) -> set[str]:
        """What a person may call it: a session, its module, a poster, course or plan."""
        path = PurePosixPath(self.page)
        return {path.stem, *path.parent.parts} - {"index"}


@dataclass
class Press:
    """All jobs of one programme. Documents are made once for all their files."""

    programme: Programme
    engine: Engine = field(default_factory=Engine)
    documents: dict[str, tuple[tree.Document, list[Problem]]] = field(default_factory=dict)

    def make(self, job: Job) -> tuple[bytes, list[Problem]]:
        """The PDF, empty when its author has something to mend first."""
        code, problems, document = job.code()
        if problems:
            return b"", problems
        rtl = "rtl" if document and document.right_to_left else "ltr"
        try:
            made = self.engine.pdf(
                code, job.day, size=f"{job.size}pt", small=f"{SMALLEST[job.size]}pt", direction=rtl
            )
        except RefusedError as error:
            return b"", list(_refused(error, job, document))
        return made, []

    def jobs(self, sizes: tuple[int, ...] = (14, 18)) -> Iterator[Job]:
        """Every file. Books stand apart from each other: the engine remembers the last ten files it made."""
        courses = [self.course(size) for size in sizes]
        books = [self.module(one, size) for size in sizes for one in self.programme.modules]
        sheets = [self.handout(one, size) for size in sizes for one in self.programme.sessions]
        sheets += [self.plan(size) for size in sizes]
        for poster in self.programme.posters:
            sheets += self.poster(poster, sizes)
        flyers = [one for one in dates.pages(self.programme) if one.uri.endswith(at.FLYER)]
        sheets += [self.page(one, size, flyer=True) for size in sizes for one in flyers]
        yield from courses[:1]
        yield from _spread([*books, *courses[1:]], [*sheets, self.wall_chart()])

    @cached_property
    def words(self) -> Words:
        return Words(self.programme.words)

    @cached_property
    def texts(self) -> dict[str, str]:
        return {one.id: session_markdown(self.programme, one, self.words) for one in self.programme.sessions}

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each session's text, by its id."""
        return {
            one.id: session_code(self.programme, one, self.texts[one.id]) for one in self.programme.sessions
        }

    @cached_property
    def base(self) -> str:
        """Changes with our own code, and with all that makes PDFs."""
        root = Path(__file__).parent.parent
        files = (file for name in OUR_CODE for file in sorted((root / name).iterdir()) if file.is_file())
        digest = hashlib.sha256("".join(f"{name} {version(name)}\n" for name in PACKAGES).encode())
        for file in (*files, *(file for _, file in self.programme.assets)):
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def key(self, *parts: object) -> str:
        return hashlib.sha256("\x00".join([self.base, *map(str, parts)]).encode()).hexdigest()

    def printed(self, *reviews: Review) -> Print:
        """Dates come from the sources: the latest of the edition and of the texts in the file."""
        course = self.programme.course.value
        days = [course.edition_date]
        days += [day for one in reviews for day in (one.written_on, one.reviewed_on) if day]
        address = self.programme.site_address or None
        words = words_in(self.programme.language)
        centre = self.programme.centre.value if self.programme.centre else None
        logo = self.logo(centre.logo.alt) if centre and centre.logo else None
        name = centre.name if centre else ""
        return Print(course.edition, course.edition_date, max(days), address, words, name, logo)

    def logo(self, alt: str) -> tuple[str, str] | None:
        part = self.programme.logo
        return (self.engine.put(part.file.read_bytes(), part.file.suffix), alt) if part else None

    def document(self, session: Session) -> tuple[tree.Document, list[Problem]]:
        if session.id not in self.documents:
            made, problems = session_document(self.programme, session, self.words)
            self.documents[session.id] = (made, problems)
        return self.documents[session.id]

    def handout(self, session: Session, size: int) -> Job:
        how = self.printed(session.meta.review)

        def code() -> Made:
            document, problems = self.document(session)
            renderer = self.renderer(document, size, how)
            made = handout(document, how, renderer)
            return made, [*problems, *renderer.problems], document

        uri = at.handout(session.module_id, session.id, size)
        key = self.key(uri, how, size, self.texts[session.id], self.codes[session.id])
        return Job(uri, session.body.uri, session.prose.path, size, key, how.day, code)

    def module(self, module: ModulePart, size: int) -> Job:
        value = module.source.value
        uri, page = at.module_book(module.id, size), at.module(module.id)
        return self._book(uri, page, module.source.path, value.title, value.summary, (module,), size)

    def course(self, size: int) -> Job:
        value, path = self.programme.course.value, self.programme.course.path
        modules = self.programme.modules
        return self._book(at.course_book(size), at.COURSE, path, value.title, value.summary, modules, size)

    def _book(
        self,
        uri: str,
        page: str,
        source: str,
        title: str,
        summary: str,
        modules: tuple[ModulePart, ...],
        size: int,
    ) -> Job:
        sessions = [(one, part) for part in modules for one in part.sessions]
        how = self.printed(*(one.meta.review for one, _ in sessions))
        named = len(modules) > 1
        code_ = code_of(title, summary, *(self.codes[one.id] for one, _ in sessions))

        def code() -> Made:
            found = [self.document(one) for one, _ in sessions]
            chapters = tuple(
                Chapter(document, part.source.value.title if named else "")
                for (document, _), (_, part) in zip(found, sessions, strict=True)
            )
            safety, problems = safety_document(self.programme, uri)
            whole = Book(title, inlines([summary], page), chapters, safety, code_, page)
            made, renderers = book(whole, how, lambda one: self.renderer(one, size, how))
            for one in (*(problems for _, problems in found), *(one.problems for one in renderers)):
                problems += one
            return made, problems, None

        texts = (self.texts[one.id] for one, _ in sessions)
        return Job(uri, page, source, size, self.key(uri, how, size, code_, *texts), how.day, code)

    def plan(self, size: int) -> Job:
        """The plan as a list."""
        page = plan_sheets.page(self.programme)
        return self.page(page, size, at.plan_list(size))

    def page(self, page: Page, size: int, uri: str = "", flyer: bool = False) -> Job:
        """Any page from top to bottom; `uri` is that of the file, where it is not the page's own name."""
        how, uri = self.printed(), uri or at.printed_page(page.uri, size)

        def code() -> Made:
            document, problems = page_document(page)
            renderer = self.renderer(document, size, how)
            made = one_sheet(document, how, renderer, size) if flyer else page_sheet(document, how, renderer)
            return made, [*problems, *renderer.problems], document

        return Job(uri, page.uri, page.source, size, self.key(uri, how, page.text), how.day, code)

    def poster(self, part: PosterPart, sizes: tuple[int, ...]) -> Iterator[Job]:
        """The text in each size, and the drawing on A3 and A4."""
        how, page = self.printed(), at.poster(part.id)
        if part.text:
            body = part.text
            for size in sizes:
                uri = at.poster_sheet(part.id, f"text{at.edition(size)}")
                key = self.key(uri, how, size, part.source.value, body.text)
                yield Job(uri, page, body.path, size, key, how.day, self._poster_text(part, body, how, size))
        if part.file:
            content, suffix = part.file.read_bytes(), part.file.suffix
            for paper in posters.wanted(content, suffix):
                uri = at.poster_sheet(part.id, paper)
                key = self.key(uri, how, part.source.value, hashlib.sha256(content).hexdigest())

                def code(paper: str = paper) -> Made:
                    path = self.engine.put(*posters.drawing(content, suffix, paper))
                    return posters.as_drawn(part, path, paper, how), [], None

                yield Job(uri, page, part.source.path, 14, key, how.day, code)

    def _poster_text(self, part: PosterPart, body: Body, how: Print, size: int) -> Callable[[], Made]:
        def code() -> Made:
            made, problems = posters.text_document(self.programme, part, body)
            renderer = self.renderer(made, size, how)
            return page_sheet(made, how, renderer), [*problems, *renderer.problems], made

        return code

    def renderer(self, one: tree.Document, size: int, how: Print) -> Renderer:
        return Renderer(one, size, how.words, address=how.address, pictures=self.picture)

    def picture(self, uri: str) -> str | None:
        """The engine's path of a picture of the site."""
        file = dict(self.programme.assets).get(uri)
        return self.engine.put(file.read_bytes(), file.suffix) if file else None

    def wall_chart(self) -> Job:
        """The plan on one sheet of A3."""
        how = self.printed()
        made = plan_sheets.wall_chart(self.programme, how)
        key = self.key(at.WALL_CHART, how, made)
        return Job(
            at.WALL_CHART, at.PLAN, self.programme.plan.path, 14, key, how.day, lambda: (made, [], None)
        )


def _spread(books: list[Job], sheets: list[Job]) -> Iterator[Job]:
    """The books at even distances among the sheets."""
    step = max(1, len(sheets) // max(1, len(books)))
    for number, one in enumerate(books):
        yield one
        yield from sheets[number * step : (number + 1) * step]
    yield from sheets[len(books) * step :]


def _refused(error: RefusedError, job: Job, document: tree.Document | None) -> Iterator[Problem]:
    """What the engine refused: each sign without a font, with the line of the text it is in."""
    for sign in error.signs:
        lines = [one.line for one in walk(document.blocks) if _holds(one, sign)] if document else []
        advice = "write it in other letters, or as a word"
        yield Problem(
            job.source, max([*lines[:1], 1]), "no-glyph", f"no font can print the sign {sign}", advice
        )
    if not error.signs:
        yield Problem(job.source, 1, "not-printable", f"no PDF can be made: {error}", "tell the editors")


def _holds(one: tree.Block, sign: str) -> bool:
    words = tree.plain(getattr(one, "inside", getattr(one, "title", getattr(one, "question", ()))))
    return sign in words
