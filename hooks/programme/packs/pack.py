"""A pack: its files, and the sheet that says what they are; as one zip."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from zipfile import ZIP_STORED

from programme.formats.job import Job, Made
from programme.formats.occasion import Occasion
from programme.formats.zipped import zipped
from programme.language import N_
from programme.packs.leaf import Leaf
from programme.pages.page import Page
from programme.paper.handout import sheet
from programme.paper.jobs import Code, Press
from programme.rendering import render

CONTENTS = "READ-ME"
TITLE = N_("What is in this pack")
Read = Callable[[Job], bytes]
"""The content of a file that was made."""


@dataclass(frozen=True)
class Pack:
    """`name` is that of the zip and of the folder in it. `says` and `meetings` are
    sentences for whoever opens it."""

    name: str
    title: str
    occasion: Occasion
    leaves: tuple[Leaf, ...]
    people: int
    says: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()

    @property
    def jobs(self) -> list[Job]:
        return [one.job for one in self.leaves if one.job]


def pack_job(pack: Pack, press: Press, uri: str, page: str, digests: Iterable[str], read: Read) -> Job:
    """The zip at `uri`. Its files were made before: `digests` are theirs, and `read` gives their content."""
    press = press.on(pack.occasion)
    how, source = press.printed(), press.texts.programme.course.path
    said = contents(pack, press)
    paths = [one.path for one in pack.leaves]
    key = press.texts.key(press.tools, uri, how, pack.name, pack.occasion, said.text, paths, *digests)

    def make() -> Made:
        sheet, problems = _contents_job(said, press).make()
        if problems:
            return b"", problems
        text = render("pack/contents.txt", language=press.texts.programme.language, **_words(pack, press))
        parts = [(f"{CONTENTS}.pdf", sheet), (f"{CONTENTS}.txt", text.replace("\n", "\r\n").encode())]
        parts += [(one.path, read(one.job) if one.job else one.content) for one in pack.leaves]
        return zipped(((f"{pack.name}/{name}", content) for name, content in parts), ZIP_STORED), []

    return Job(uri, page, source, 0, key, how.day, make)


def contents(pack: Pack, press: Press) -> Page:
    """What is in it and how many to print, as a page."""
    programme = press.texts.programme
    title = programme.language.gettext(TITLE)
    text = render("pack/contents.md", language=programme.language, **_words(pack, press))
    return Page(f"{CONTENTS}.md", programme.course.path, title, "", text)


def _words(pack: Pack, press: Press) -> dict[str, object]:
    paths = {one.path for one in pack.leaves}
    named = [one for one in pack.leaves if one.smaller not in paths]
    groups = [(folder, list(leaves)) for folder, leaves in groupby(named, lambda one: one.folder)]
    occasions = [(folder, list(leaves)) for folder, leaves in groupby(named, lambda one: one.occasion)]
    programme = press.texts.programme
    when = pack.occasion.when(programme.language, press.printed().words)
    title = programme.language.gettext(TITLE)
    found = {"pack": pack, "groups": groups, "occasions": occasions, "title": title, "when": when}
    return found | {"edition": programme.course.value}


def _contents_job(page: Page, press: Press) -> Job:
    how = press.printed()

    def code() -> Code:
        document, problems = press.texts.page(page)
        renderer = press.renderer(document, 14, how)
        made = sheet(document.title, document.language, how, "", [renderer.blocks(document.blocks)])
        return made, [*problems, *renderer.problems], document

    return press.job(page.uri, page.uri, page.source, 14, how, code, page.text)
