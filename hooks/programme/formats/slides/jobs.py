"""The programme → slides for each session."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from programme import addresses as at
from programme.formats.in_words import InWords
from programme.formats.job import Job, Made
from programme.formats.manuscripts import Manuscripts, Print, made_with
from programme.formats.pictures import shown
from programme.formats.slides.deck import Deck
from programme.formats.slides.leading import Leading
from programme.formats.slides.outline import Outline, Slide, numbered
from programme.formats.slides.words import ENGLISH
from programme.formats.words import in_language
from programme.problems import Problem
from programme.run_sheet import run_sheet, starting
from programme.text import filled
from programme.whole import Session

PACKAGES = ("python-pptx", "resvg-py", "pillow")
"""What slides are made with, besides our own code."""


def jobs(texts: Manuscripts, sizes: tuple[int, ...] = ()) -> Iterator[Job]:
    """Those in the language of `texts`. They have one size, which a room can read."""
    return SlideShows(texts).jobs()


@dataclass
class SlideShows:
    """The slides of all sessions of one programme in its language."""

    texts: Manuscripts
    tools: str = field(default_factory=lambda: made_with(PACKAGES, "formats/slides", "formats/plain_text"))

    def jobs(self) -> Iterator[Job]:
        yield from map(self.show, self.texts.sessions)

    def show(self, session: Session, start: str = "") -> Job:
        """They change with the handout, and with the run sheet, which holds the notes. `start` as in
        `Manuscripts.run_sheet`."""
        texts, how = self.texts, self.texts.printed(session.meta.review)
        uri, page = at.slides(session.module_id, session.id), texts.run_sheet(session, start)
        says = (texts.texts[session.id], texts.codes[session.id], page.text)
        key = texts.key(self.tools, uri, how, *says)

        def make() -> Made:
            slides, problems = self.slides(session, how, start)
            if problems:
                return b"", problems
            title, author = session.meta.title, how.centre or texts.programme.course.value.title
            deck = Deck(texts.document(session)[0].language, self.picture)
            said = {"title": title[:255], "author": author, "last_modified_by": author}
            return deck.content(slides, how.day, **said), []

        return Job(texts.at(uri), texts.at(page.uri), session.prose.path, 0, key, how.day, make)

    def slides(self, session: Session, how: Print, start: str = "") -> tuple[list[Slide], list[Problem]]:
        """All slides in order, and what of the session has no place on one."""
        programme = self.texts.programme
        document, problems = self.texts.document(session)
        said, words = InWords(programme.language), in_language(ENGLISH, programme.language)
        module = next(one for one in programme.modules if one.id == session.module_id)
        outline = Outline(document, how, module.source.value.title, said, words)
        slides = list(outline.slides())
        lines = filled(programme, session.body)
        sheet = run_sheet(session, starting(programme.course.value.meeting, start), lines, programme.language)
        leading = Leading(programme, session, sheet, said, words)
        led = list(numbered(leading.slides(slides), words))
        missing = []
        for one in led:
            if one.picture and self.picture(one.picture.uri) is None:
                text = f"the picture {one.picture.uri} cannot be put on a slide"
                advice = "take it out, or write it as words"
                missing.append(Problem(document.source, one.line or 1, "picture-on-slide", text, advice))
        return led, [*problems, *missing, *outline.problems, *leading.problems]

    def picture(self, uri: str) -> bytes | None:
        """The content of a picture of the site."""
        file = dict(self.texts.programme.assets).get(uri)
        return shown(file) if file else None
