"""What all formats are made from: the documents of a programme in its language, each made once."""

import hashlib
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from programme import addresses
from programme.formats.occasion import ANY, Occasion
from programme.formats.words import ENGLISH as IN_ENGLISH
from programme.formats.words import PaperWords, words_in
from programme.language import ENGLISH, Language
from programme.model.base import Review
from programme.pages import facilitators
from programme.pages.page import Page
from programme.problems import Problem
from programme.tree.documents import page_document, session_code, session_document, session_markdown
from programme.tree.nodes import Document
from programme.whole import ModulePart, Programme, Session
from programme.words import Words

CODE = Path(__file__).parent.parent
SHARED_CODE = ("formats", "tree")
"""Folders of our own code on which every format rests."""


@dataclass(frozen=True)
class Print:
    """What is said on every sheet. `address` is that of the site in this language; `day` dates the file;
    `occasion` is the meeting that it is made for; `logo` is the engine's path of a centre's logo and what it
    shows."""

    edition: str
    edition_date: date
    day: date
    address: str | None = None
    words: PaperWords = IN_ENGLISH
    centre: str = ""
    occasion: str = ""
    logo: tuple[str, str] | None = None
    language: Language = ENGLISH


@dataclass
class Manuscripts:
    """The documents of one programme, for all their files."""

    programme: Programme
    documents: dict[str, tuple[Document, list[Problem]]] = field(default_factory=dict)
    occasion: Occasion = ANY

    def on(self, occasion: Occasion) -> "Manuscripts":
        """The same for one occasion, with all that was made of them already."""
        _ = self.codes  # and with it all texts: made now, so that many occasions share them
        made = copy(self)
        made.occasion = occasion
        return made

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """Those whose text is in the language of the programme: the others have their English files."""
        return tuple(one for one in self.programme.sessions if self.programme.shows(one.prose.path))

    @cached_property
    def modules(self) -> tuple[ModulePart, ...]:
        """Those of which every session is in this language."""
        own = {one.id for one in self.sessions}
        return tuple(part for part in self.programme.modules if all(one.id in own for one in part.sessions))

    @cached_property
    def words(self) -> Words:
        return Words(self.programme.words)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The Markdown of each session, by its id."""
        return {one.id: session_markdown(self.programme, one, self.words) for one in self.sessions}

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each session's text, by its id: is my copy current?"""
        return {one.id: session_code(self.programme, one, self.texts[one.id]) for one in self.sessions}

    def document(self, session: Session) -> tuple[Document, list[Problem]]:
        """All that readers see of a session, and what of it has no form in the tree."""
        if session.id not in self.documents:
            text = self.texts[session.id]
            self.documents[session.id] = session_document(self.programme, session, self.words, text)
        return self.documents[session.id]

    def page(self, page: Page) -> tuple[Document, list[Problem]]:
        """Any page of this programme as a document."""
        return page_document(page, self.programme.language)

    @cached_property
    def run_sheets(self) -> dict[str, Page]:
        """The run sheet's page of each session, by its id."""
        made = {page.uri: page for page in facilitators.pages(self.programme)}
        return {one.id: made[addresses.run_sheet(one.module_id, one.id)] for one in self.sessions}

    def run_sheet(self, session: Session, start: str = "") -> Page:
        """The run sheet's page; `start` is a clock time by the 24-hour clock, if not that of the course."""
        if not start:
            return self.run_sheets[session.id]
        return facilitators.run_sheet_page(self.programme, session, start)

    def printed(self, *reviews: Review) -> Print:
        """Dates come from the sources: the latest of the edition and of the texts in the file."""
        course, language = self.programme.course.value, self.programme.language
        days = [course.edition_date]
        days += [day for one in reviews for day in (one.written_on, one.reviewed_on) if day]
        site, words = self.programme.site_address, words_in(language)
        address = f"{site.rstrip('/')}/{language.folder}" if site else None
        name = self.programme.centre.value.name if self.programme.centre else ""
        return Print(
            course.edition,
            course.edition_date,
            max(days),
            address,
            words,
            name,
            self.occasion.line(language, words),
            language=language,
        )

    def at(self, uri: str) -> str:
        """Where a page or file stands in the site: below the folder of its language."""
        return self.programme.language.folder + uri

    def key(self, made_with: str, *parts: object) -> str:
        """Changes with all `parts`, with pictures, and with the digest of what the format is made with."""
        given = [made_with, self._pictures, self.programme.language.code, *map(str, parts)]
        return hashlib.sha256("\x00".join(given).encode()).hexdigest()

    @cached_property
    def _pictures(self) -> str:
        digest = hashlib.sha256()
        for _, file in self.programme.assets:
            digest.update(file.read_bytes())
        return digest.hexdigest()


def made_with(packages: Iterable[str], *code: str) -> str:
    """A digest of versions of `packages`, and of our own code in the files or folders `code`."""
    digest = hashlib.sha256("".join(f"{name} {version(name)}\n" for name in packages).encode())
    for name in (*SHARED_CODE, *code):
        at = CODE / name
        files = [at] if at.is_file() else sorted(at.iterdir())
        for file in (one for one in files if one.is_file()):
            digest.update(file.read_bytes())
    return digest.hexdigest()
