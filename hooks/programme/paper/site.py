"""The PDFs of a site, and what each page says of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from programme import addresses as at
from programme.language import N_
from programme.paper.jobs import Job, Press
from programme.paper.store import make_all
from programme.problems import Problem
from programme.whole import Programme

SIZES = (14, 18)
EACH, LARGE = N_("To print (PDF)"), N_("In large print (PDF)")
NAMES = {
    at.WALL_CHART: N_("Wall chart, on A3 (PDF)"),
    "a3": N_("The poster on A3 (PDF)"),
    "a4": N_("The poster on A4 (PDF)"),
}
"""What a file is called on the page where it is offered; the others by the size of their text."""


@dataclass(frozen=True)
class Sheet:
    """A file as its page offers it; `kilobytes` of 1,000 bytes."""

    uri: str
    name: str
    kilobytes: int
    pages: int


@dataclass
class Papers:
    """`files`: site path → the file on the disk; `offered` and `codes` by the site path of the page."""

    files: dict[str, Path] = field(default_factory=dict)
    offered: dict[str, list[Sheet]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def papers(programme: Programme, folder: Path, tell: Callable[[Job], None] = lambda job: None) -> Papers:
    """Make what is new into `folder`, which keeps the files from one build to the next."""
    press, made = Press(programme), Papers()
    for result in make_all(press, press.jobs(SIZES), folder, tell):
        made.problems += result.problems
        if result.kept:
            job, kept = result.job, result.kept
            made.files[job.uri] = folder / job.uri
            sheet = Sheet(job.uri, _name(job), max(1, round(kept.bytes_ / 1000)), kept.pages)
            made.offered.setdefault(job.page, []).append(sheet)
    made.codes = {one.body.uri: press.codes[one.id] for one in programme.sessions}
    return made


def _name(job: Job) -> str:
    last = job.uri.removesuffix(".pdf").rsplit("-", 1)[-1]
    return NAMES.get(job.uri) or NAMES.get(last) or (LARGE if job.size > SIZES[0] else EACH)
