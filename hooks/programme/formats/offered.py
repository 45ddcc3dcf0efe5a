"""The files of a site, and what each page says of them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from programme import addresses as at
from programme.formats.every import SIZES, jobs, manuscripts
from programme.formats.job import Job
from programme.formats.store import make_all
from programme.language import ENGLISH, N_
from programme.packs.site import site_packs
from programme.problems import Problem
from programme.whole import Programme

EACH, LARGE = N_("To print (PDF)"), N_("In large print (PDF)")
CARDS, LARGE_CARDS = N_("Activity cards (PDF)"), N_("Activity cards in large print (PDF)")
SESSION_PACK = N_("Pack of this session: all you need to lead it (ZIP)")
COURSE_PACK = N_("Pack of the whole course: all you need to lead it (ZIP)")
NAMES = {
    at.WALL_CHART: N_("Wall chart, on A3 (PDF)"),
    "a3": N_("The poster on A3 (PDF)"),
    "a4": N_("The poster on A4 (PDF)"),
}
"""What a file is called on the page where it is offered; the others by the size of their text."""
OTHER_KINDS = {
    "docx": N_("To change or fill in (Word)"),
    "pptx": N_("Slides (PowerPoint)"),
    "epub": N_("E-book (EPUB)"),
    "txt": N_("Plain text"),
}
"""Format → what such a file is called on every page."""


@dataclass(frozen=True)
class Sheet:
    """A file as its page offers it; `kilobytes` of 1,000 bytes; `language` is that of its text; `of` is the
    title of the page that it is made from, where another page offers it too."""

    uri: str
    name: str
    kilobytes: int
    pages: int
    language: str = ENGLISH.code
    of: str = ""


@dataclass
class Papers:
    """`files`: site path → the file on the disk; `offered` and `codes` by the site path of the page."""

    files: dict[str, Path] = field(default_factory=dict)
    offered: dict[str, list[Sheet]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def of(self, address: str, uri: str) -> list[Sheet]:
        """What the page at `address` offers; that of its English twin `uri` where it has no files itself."""
        return self.offered.get(address) or self.offered.get(uri, [])

    def code(self, address: str, uri: str) -> str:
        return self.codes.get(address) or self.codes.get(uri, "")


def papers(programme: Programme, folder: Path, tell: Callable[[Job], None] = lambda job: None) -> Papers:
    """Make what is new into `folder`, which keeps the files from one build to the next."""
    made, all_texts = Papers(), manuscripts(programme)
    folders = {one.programme.language.folder: one.programme.language.code for one in all_texts}
    results = list(make_all(jobs(all_texts), folder, tell))
    results += make_all(site_packs(all_texts, results, folder), folder, tell)
    for result in results:
        made.problems += result.problems
        if result.kept:
            job, kept = result.job, result.kept
            made.files[job.uri] = folder / job.uri
            language = folders.get(f"{job.uri.partition('/')[0]}/", ENGLISH.code)
            sheet = Sheet(job.uri, _name(job), max(1, round(kept.bytes_ / 1000)), kept.pages, language)
            made.offered.setdefault(job.page, []).append(sheet)
            made.codes |= {job.page: job.code} if job.code else {}
    _offer_sheets(made, programme)
    for sheets in made.offered.values():
        sheets.sort(key=_place)
    return made


def _place(sheet: Sheet) -> int:
    """What holds all the others comes first, then what most people want."""
    kinds = (sheet.uri.endswith(".zip"), sheet.uri.endswith(".pdf") and not at.is_cards(sheet.uri))
    return 0 if kinds[0] else 1 if kinds[1] else 2


def _offer_sheets(made: Papers, programme: Programme) -> None:
    """The schedule leads to the sheets of every meeting too, which are files of pages of their own."""
    own = made.offered.setdefault(at.SCHEDULE, [])
    for doc in programme.docs:
        if doc.body.uri.startswith(at.LEADING):
            title = doc.prose.meta.value.title
            own += (replace(one, of=title) for one in made.offered.get(doc.body.uri, ()))


def _name(job: Job) -> str:
    if job.format in OTHER_KINDS:
        return OTHER_KINDS[job.format]
    if job.format == "zip":
        return COURSE_PACK if job.uri.endswith(at.COURSE_PACK) else SESSION_PACK
    if at.is_cards(job.uri):
        return LARGE_CARDS if job.size > SIZES[0] else CARDS
    last = job.uri.removesuffix(".pdf").rsplit("-", 1)[-1]
    uri = job.uri.partition("/")[2]
    return NAMES.get(job.uri) or NAMES.get(uri) or NAMES.get(last) or (LARGE if job.size > SIZES[0] else EACH)
