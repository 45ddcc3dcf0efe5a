"""The programme → its e-books: the whole course, and each module."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from programme import addresses as at
from programme.currency import code as code_of
from programme.formats.epub.book import Chapter, Contents, Part
from programme.formats.epub.cover import MARK, cover
from programme.formats.epub.package import KINDS, EBook, epub, kind
from programme.formats.in_words import InWords
from programme.formats.job import Job, Made
from programme.formats.manuscripts import Manuscripts, Print, made_with
from programme.tree import nodes as tree
from programme.tree.documents import safety_document, tag
from programme.tree.walk import walk
from programme.whole import ModulePart, Session

PACKAGES = (
    *("resvg-py", "pillow"),
    *("fontpkg-atkinson-hyperlegible", "fontpkg-fira-sans", "fontpkg-ibm-plex-sans-arabic"),
)
"""What a cover is drawn with."""
STYLE = Path(__file__).with_name("style.css")


def jobs(texts: Manuscripts, sizes: tuple[int, ...] = ()) -> Iterator[Job]:
    """The course where all of it is in the language of `texts`, and each module that is whole in it."""
    tools = made_with(PACKAGES, "formats/epub") + MARK.read_text(encoding="utf-8")
    modules, course = texts.modules, texts.programme.course
    if modules and len(modules) == len(texts.programme.modules):
        value = course.value
        yield _Plan(texts, at.COURSE_EPUB, at.COURSE, course.path, value.title, value.summary, modules).job(
            tools
        )
    for one in modules:
        module, uri, page = one.source.value, at.module_e_book(one.id), at.module(one.id)
        yield _Plan(texts, uri, page, one.source.path, module.title, module.summary, (one,)).job(tools)


@dataclass
class _Plan:
    """A book to be made of `modules`; `uri` is that of its file, `page` of the page that offers it."""

    texts: Manuscripts
    uri: str
    page: str
    source: str
    title: str
    summary: str
    modules: tuple[ModulePart, ...]
    pictures: dict[str, str] = field(default_factory=dict)

    @property
    def sessions(self) -> list[Session]:
        return [one for part in self.modules for one in part.sessions]

    @property
    def files(self) -> dict[str, Path]:
        """Site path → file of every picture that an e-book may hold."""
        return {uri: file for uri, file in self.texts.programme.assets if kind(uri) in KINDS}

    @property
    def how(self) -> Print:
        return self.texts.printed(*(one.meta.review for one in self.sessions))

    @property
    def code(self) -> str:
        """As on the PDF of the same module or course."""
        return code_of(self.title, self.summary, *(self.texts.codes[one.id] for one in self.sessions))

    def job(self, tools: str) -> Job:
        uri, how = self.texts.at(self.uri), self.how
        parts = [(part.id, part.source.value.title, part.source.value.summary) for part in self.modules]
        says = (self.texts.texts[one.id] for one in self.sessions)
        key = self.texts.key(tools, uri, how, self.code, parts, *says)
        return Job(uri, self.texts.at(self.page), self.source, 0, key, how.day, self.make, self.code)

    def make(self) -> Made:
        found = {one.id: self.texts.document(one) for one in self.sessions}
        safety, problems = safety_document(self.texts.programme, self.page)
        problems = [*problems, *(problem for _, each in found.values() for problem in each)]
        shown = _pictures(document for document, _ in found.values())
        self.pictures = {uri: name for uri, name in shown.items() if uri in self.files}
        contents = self.contents({key: document for key, (document, _) in found.items()}, safety)
        made = self.book(contents)
        problems += contents.problems
        return (b"" if problems else epub(made)), problems

    def contents(self, documents: dict[str, tree.Document], safety: tree.Document) -> Contents:
        parts = tuple(
            Part(
                f"{one.id}.xhtml",
                one.source.value.title,
                one.source.value.summary,
                tuple(Chapter(f"{one.id}--{each.id}.xhtml", documents[each.id]) for each in one.sessions),
            )
            for one in self.modules
        )
        said = InWords(self.texts.programme.language)
        return Contents(
            self.page, self.title, self.summary, self.code, parts, safety, self.how, said, self.pictures
        )

    def book(self, contents: Contents) -> EBook:
        language, how = self.texts.programme.language, self.how
        right_to_left = language.direction == "rtl"
        below = how.centre or how.words.edition.format(
            edition=how.edition, day=language.day(how.edition_date)
        )
        return EBook(
            id=f"ms-expert-patient-course/{how.centre}/{language.code}/{self.uri}",
            title=self.title,
            description=self.summary,
            language=tag(self.texts.programme.language),
            right_to_left=right_to_left,
            maker=how.centre or self.texts.programme.course.value.title,
            edition_date=how.edition_date,
            day=how.day,
            said=contents.said,
            cover=cover(self.title, below, language.code, right_to_left),
            style=STYLE.read_bytes(),
            pages=tuple(contents.pages()),
            pictures={name: self.files[uri].read_bytes() for uri, name in self.pictures.items()},
        )


def _pictures(documents: Iterator[tree.Document]) -> dict[str, str]:
    """Site path → name in the book, of every picture that the texts show."""
    shown = {one.uri for each in documents for one in walk(each.blocks) if isinstance(one, tree.Picture)}
    return {uri: f"picture-{number}.{kind(uri)}" for number, uri in enumerate(sorted(shown), 1)}
