"""The programme → every Word file that there is: a handout of each session, and its run sheet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from programme import addresses as at
from programme.formats.in_words import InWords
from programme.formats.job import Job, Made
from programme.formats.manuscripts import Manuscripts, Print, made_with
from programme.formats.pictures import shown
from programme.formats.word.blocks import Writer
from programme.formats.word.handout import LOGO, footer, handout, sheet
from programme.formats.word.package import WordFile
from programme.formats.word.runs import Runs
from programme.formats.word.words import ENGLISH
from programme.formats.word.xml import Elements, paragraph
from programme.formats.words import in_language
from programme.problems import Problem
from programme.tree.nodes import Document
from programme.whole import Session

PACKAGES = ("python-docx", "resvg-py", "pillow")
"""What a Word file is made with, besides our own code."""
LONGEST = 255
"""Letters of a property (Dublin Core, as python-docx holds it)."""
Layout = Callable[[Document, Print, Writer, Elements], Elements]


def jobs(texts: Manuscripts, sizes: tuple[int, ...] = ()) -> Iterator[Job]:
    """Those in the language of `texts`. Who opens one chooses the size of its letters."""
    return WordFiles(texts).jobs()


@dataclass
class WordFiles:
    """All Word files of one programme in its language."""

    texts: Manuscripts
    tools: str = field(default_factory=lambda: made_with(PACKAGES, "formats/word"))

    def jobs(self) -> Iterator[Job]:
        yield from (self.handout(one) for one in self.texts.sessions)
        yield from (self.run_sheet(one) for one in self.texts.sessions)

    def handout(self, session: Session) -> Job:
        says = (self.texts.texts[session.id], self.texts.codes[session.id])
        uri = at.handout_to_change(session.module_id, session.id)
        made = self._job(uri, session.body.uri, session, handout, lambda: self.texts.document(session), *says)
        return replace(made, code=self.texts.codes[session.id])

    def run_sheet(self, session: Session, start: str = "") -> Job:
        """With what is known of the meeting on top. `start` as in `Manuscripts.run_sheet`."""
        texts, uri = self.texts, at.run_sheet_to_change(session.module_id, session.id)
        page, occasion = texts.run_sheet(session, start), replace(texts.occasion, title=session.meta.title)
        facts = occasion.facts(texts.programme.language, texts.printed().words) if occasion.day else []
        layout = partial(sheet, facts=facts)
        return self._job(uri, page.uri, session, layout, lambda: texts.page(page), page.text, facts)

    def _job(
        self,
        uri: str,
        page: str,
        session: Session,
        layout: Layout,
        read: Callable[[], tuple[Document, list[Problem]]],
        *says: object,
    ) -> Job:
        how, source = self.texts.printed(session.meta.review), session.prose.path
        uri, key = self.texts.at(uri), self.texts.key(self.tools, uri, how, *says)

        def make() -> Made:
            document, problems = read()
            made, more = self.written(document, how, layout, session.meta.summary)
            return (b"", [*problems, *more]) if problems or more else (made, [])

        return Job(uri, self.texts.at(page), source, 0, key, how.day, make)

    def written(
        self, document: Document, how: Print, layout: Layout, summary: str = ""
    ) -> tuple[bytes, list[Problem]]:
        """The file, and what of the document has no form in Word."""
        file, programme = WordFile(document.language), self.texts.programme
        said, words = InWords(programme.language), in_language(ENGLISH, programme.language)
        writer = Writer(document, file, Runs(file, how.address), said, words, self.picture)
        blocks = layout(document, how, writer, self._logo(file))
        author = how.centre or programme.course.value.title
        own = {"title": document.title, "author": author, "last_modified_by": author, "subject": summary}
        own = {name: value[:LONGEST] for name, value in own.items()}
        return file.content(blocks, footer(document, how, writer), how.day, **own), writer.problems

    def _logo(self, file: WordFile) -> Elements:
        programme = self.texts.programme
        logo = programme.centre.value.logo if programme.centre else None
        if not (logo and programme.logo):
            return []
        return [paragraph("Picture", file.picture(shown(programme.logo.file), logo.alt, height=LOGO))]

    def picture(self, uri: str) -> bytes | None:
        """The content of a picture of the site."""
        file = dict(self.texts.programme.assets).get(uri)
        return shown(file) if file else None
