"""The programme → every PDF that there is, each made only when somebody asks for it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from programme import addresses as at
from programme.currency import code as code_of
from programme.formats.job import Job, Made
from programme.formats.manuscripts import Manuscripts, Print, made_with
from programme.formats.occasion import Occasion
from programme.model.base import Review
from programme.pages import dates
from programme.pages.page import Page
from programme.paper import pack, posters
from programme.paper import plan as plan_sheets
from programme.paper.book import Book, Chapter, book
from programme.paper.engine import Engine, RefusedError
from programme.paper.flyer import flyer as one_sheet
from programme.paper.handout import SMALLEST, handout, page_sheet
from programme.paper.letters import no_glyph
from programme.paper.render import Renderer
from programme.problems import Problem
from programme.tree import nodes as tree
from programme.tree.documents import safety_document
from programme.tree.inlines import inlines
from programme.tree.walk import walk
from programme.whole import Body, ModulePart, PosterPart, Session

PACKAGES = (
    "typst",
    "fontpkg-atkinson-hyperlegible",
    "fontpkg-fira-sans",
    "fontpkg-ibm-plex-sans-arabic",
    "segno",
)
"""What a PDF is made with, besides our own code."""

Code = tuple[str, list[Problem], tree.Document | None]
"""Typst code, problems, and the document in which a letter without a font is looked for."""


def jobs(texts: Manuscripts, sizes: tuple[int, ...]) -> Iterator[Job]:
    """Those in the language of `texts`, with letters of each of `sizes` points."""
    return Press(texts).jobs(sizes)


@dataclass
class Press:
    """All PDFs of one programme in its language."""

    texts: Manuscripts
    engine: Engine = field(default_factory=Engine)
    tools: str = field(default_factory=lambda: made_with(PACKAGES, "paper"))

    def jobs(self, sizes: tuple[int, ...] = (14, 18)) -> Iterator[Job]:
        """Every file."""
        programme = self.texts.programme
        for size in sizes:
            if len(self.texts.modules) == len(programme.modules):
                yield self.course(size)
            yield from (self.module(one, size) for one in self.texts.modules)
            yield from (self.handout(one, size) for one in self.texts.sessions)
            if programme.shows(programme.plan.path):
                yield self.plan(size)
            flyers = (one for one in dates.pages(programme) if one.uri.endswith(at.FLYER))
            yield from (self.page(one, size, flyer=True) for one in flyers)
        for poster in programme.posters:
            yield from self.poster(poster, sizes)
        if programme.shows(programme.plan.path):
            yield self.wall_chart()
        yield from pack.jobs(self, sizes)

    def on(self, occasion: Occasion) -> "Press":
        """The same for one occasion."""
        return replace(self, texts=self.texts.on(occasion))

    def job(
        self,
        uri: str,
        page: str,
        source: str,
        size: int,
        how: Print,
        code: Callable[[], Code],
        *parts: object,
        shown: str = "",
    ) -> Job:
        """A PDF that changes with `parts`, and with all that every PDF depends on. `shown` is the code of its
        text, which tells whether a copy is current."""
        uri, key = self.texts.at(uri), self.texts.key(self.tools, uri, how, size, shown, *parts)

        def make() -> Made:
            return self._made(source, size, how, code)

        return Job(uri, self.texts.at(page), source, size, key, how.day, make, shown)

    def _made(self, source: str, size: int, how: Print, code: Callable[[], Code]) -> Made:
        text, problems, document = code()
        if problems:
            return b"", problems
        letters = {"size": f"{size}pt", "small": f"{SMALLEST[size]}pt"}
        try:
            direction = self.texts.programme.language.direction
            return self.engine.pdf(text, how.day, direction=direction, **letters), []
        except RefusedError as error:
            return b"", list(_refused(error, source, document))

    def printed(self, *reviews: Review) -> Print:
        """With the centre's logo as the engine knows it."""
        programme, how = self.texts.programme, self.texts.printed(*reviews)
        logo = programme.centre.value.logo if programme.centre else None
        if not (logo and programme.logo):
            return how
        file = programme.logo.file
        return replace(how, logo=(self.engine.put(file.read_bytes(), file.suffix), logo.alt))

    def handout(self, session: Session, size: int) -> Job:
        how, texts = self.printed(session.meta.review), self.texts

        def code() -> Code:
            document, problems = texts.document(session)
            renderer = self.renderer(document, size, how)
            made = handout(document, how, renderer)
            return made, [*problems, *renderer.problems], document

        uri = at.handout(session.module_id, session.id, size)
        text, shown = texts.texts[session.id], texts.codes[session.id]
        return self.job(uri, session.body.uri, session.prose.path, size, how, code, text, shown=shown)

    def module(self, module: ModulePart, size: int) -> Job:
        value = module.source.value
        uri, page = at.module_book(module.id, size), at.module(module.id)
        return self._book(uri, page, module.source.path, value.title, value.summary, (module,), size)

    def course(self, size: int) -> Job:
        course, modules = self.texts.programme.course, self.texts.modules
        value, path = course.value, course.path
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
        code_ = code_of(title, summary, *(self.texts.codes[one.id] for one, _ in sessions))

        def code() -> Code:
            self.engine.forget()
            found = [self.texts.document(one) for one, _ in sessions]
            chapters = tuple(
                Chapter(document, part.source.value.title if named else "")
                for (document, _), (_, part) in zip(found, sessions, strict=True)
            )
            safety, problems = safety_document(self.texts.programme, uri)
            whole = Book(title, inlines([summary], page), chapters, safety, code_, page)
            made, renderers = book(whole, how, lambda one: self.renderer(one, size, how))
            for one in (*(problems for _, problems in found), *(one.problems for one in renderers)):
                problems += one
            return made, problems, None

        texts = (self.texts.texts[one.id] for one, _ in sessions)
        return self.job(uri, page, source, size, how, code, *texts, shown=code_)

    def plan(self, size: int) -> Job:
        """The plan as a list."""
        page = plan_sheets.page(self.texts.programme)
        return self.page(page, size, at.plan_list(size))

    def page(self, page: Page, size: int, uri: str = "", flyer: bool = False) -> Job:
        """Any page from top to bottom; `uri` is that of the file, where it is not the page's own name."""
        how, uri = self.printed(), uri or at.printed_page(page.uri, size)

        def code() -> Code:
            document, problems = self.texts.page(page)
            renderer = self.renderer(document, size, how)
            made = one_sheet(document, how, renderer, size) if flyer else page_sheet(document, how, renderer)
            return made, [*problems, *renderer.problems], document

        return self.job(uri, page.uri, page.source, size, how, code, page.text)

    def poster(self, part: PosterPart, sizes: tuple[int, ...]) -> Iterator[Job]:
        """The text in each size, and the drawing on A3 and A4."""
        how, page = self.printed(), at.poster(part.id)
        shows = self.texts.programme.shows
        if part.text and shows(part.text.path):
            body = part.text
            for size in sizes:
                uri = at.poster_sheet(part.id, f"text{at.edition(size)}")
                code = self._poster_text(part, body, how, size)
                yield self.job(uri, page, body.path, size, how, code, part.source.value, body.text)
        if part.file and shows(part.source.path):
            content, suffix = part.file.read_bytes(), part.file.suffix
            for paper in posters.wanted(content, suffix):
                uri = at.poster_sheet(part.id, paper)
                says = (part.source.value, hashlib.sha256(content).hexdigest())

                def drawn(paper: str = paper) -> Code:
                    path = self.engine.put(*posters.drawing(content, suffix, paper))
                    return posters.as_drawn(part, path, paper, how), [], None

                yield self.job(uri, page, part.source.path, 14, how, drawn, *says)

    def _poster_text(self, part: PosterPart, body: Body, how: Print, size: int) -> Callable[[], Code]:
        def code() -> Code:
            made, problems = posters.text_document(self.texts.programme, part, body)
            renderer = self.renderer(made, size, how)
            return page_sheet(made, how, renderer), [*problems, *renderer.problems], made

        return code

    def renderer(self, one: tree.Document, size: int, how: Print) -> Renderer:
        return Renderer(one, size, how.words, address=how.address, pictures=self.picture)

    def picture(self, uri: str) -> str | None:
        """The engine's path of a picture of the site."""
        file = dict(self.texts.programme.assets).get(uri)
        return self.engine.put(file.read_bytes(), file.suffix) if file else None

    def wall_chart(self) -> Job:
        """The plan on one sheet of A3."""
        how, plan = self.printed(), self.texts.programme.plan
        made = plan_sheets.wall_chart(self.texts.programme, how)
        return self.job(at.WALL_CHART, at.PLAN, plan.path, 14, how, lambda: (made, [], None), made)


def _refused(error: RefusedError, source: str, document: tree.Document | None) -> Iterator[Problem]:
    """What the engine refused: each sign without a font, with the line of the text it is in."""
    for sign in error.signs:
        lines = [one.line for one in walk(document.blocks) if _holds(one, sign)] if document else []
        yield no_glyph(source, max([*lines[:1], 1]), sign)
    if not error.signs:
        yield Problem(source, 1, "not-printable", f"no PDF can be made: {error}", "tell the editors")


def _holds(one: tree.Block, sign: str) -> bool:
    words = tree.plain(getattr(one, "inside", getattr(one, "title", getattr(one, "question", ()))))
    return sign in words
