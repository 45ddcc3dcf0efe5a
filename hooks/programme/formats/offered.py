"""The files of a site, and what each page says of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from programme import addresses as at
from programme.formats.every import SIZES, jobs, manuscripts
from programme.formats.job import Job
from programme.formats.store import make_all
from programme.language import ENGLISH, N_
from programme.problems import Problem
from programme.whole import Programme

EACH, LARGE = N_("To print (PDF)"), N_("In large print (PDF)")
NAMES = {
    at.WALL_CHART: N_("Wall chart, on A3 (PDF)"),
    "a3": N_("The poster on A3 (PDF)"),
    "a4": N_("The poster on A4 (PDF)"),
}
"""What a file is called on the page where it is offered; the others by the size of their text."""


@dataclass(frozen=True)
class Sheet:
    """A file as its page offers it; `kilobytes` of 1,000 bytes; `language` is that of its text."""

    uri: str
    name: str
    kilobytes: int
    pages: int
    language: str = ENGLISH.code


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
    for result in make_all(jobs(all_texts), folder, tell):
        made.problems += result.problems
        if result.kept:
            job, kept = result.job, result.kept
            made.files[job.uri] = folder / job.uri
            language = folders.get(f"{job.uri.partition('/')[0]}/", ENGLISH.code)
            sheet = Sheet(job.uri, _name(job), max(1, round(kept.bytes_ / 1000)), kept.pages, language)
            made.offered.setdefault(job.page, []).append(sheet)
    for texts in all_texts:
        made.codes |= {texts.at(one.body.uri): texts.codes[one.id] for one in texts.sessions}
    return made


def _name(job: Job) -> str:
    last = job.uri.removesuffix(".pdf").rsplit("-", 1)[-1]
    uri = job.uri.partition("/")[2]
    return NAMES.get(job.uri) or NAMES.get(uri) or NAMES.get(last) or (LARGE if job.size > SIZES[0] else EACH)
