"""One file of a pack: where it stands in the zip, what it is, and how many to print."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from programme import addresses as at
from programme.formats.job import Job
from programme.language import N_

TIMES = BEFORE, ON_THE_DAY, AFTER = "1-before", "2-on-the-day", "3-after"
PACKED = ("pdf", "docx", "pptx")
"""Formats that people who lead print, change or show."""
SMALLEST_SIZE = 14
"""Letters of the edition that most people have, in points."""
GROUP = 4
"""How many people share a set of cards."""
AS_ASKED, ON_SCREEN, TO_CHANGE = N_("as people ask"), N_("on the screen"), N_("none: to change")

RUN_SHEET, CARDS, SLIDES = N_("Run sheet"), N_("Activity cards, to cut out"), N_("Slides")
HANDOUT = N_("Handout")
IN_WORD = N_("{name}, in Word")

Say = Callable[[str], str]


@dataclass(frozen=True)
class Leaf:
    """`path` is that in the zip, below the folder of the pack; `copies` are words. Its content is that of
    `job` where it has one."""

    path: str
    what: str
    copies: str
    job: Job | None = None
    content: bytes = b""
    language: str = ""
    """The code of the language of its words, where that is not the one of the pack."""

    @property
    def smaller(self) -> str:
        """Where the same sheet in the letters that most people have would stand; empty for such a one."""
        size = self.job.size if self.job else 0
        return self.path.replace(f"{at.edition(size)}.", ".") if size > SMALLEST_SIZE else ""

    @property
    def folder(self) -> str:
        return PurePosixPath(self.path).parent.as_posix()

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def occasion(self) -> str:
        """The folder of a meeting; that of a time where the pack is for one meeting."""
        inside = PurePosixPath(self.path).parent
        return (inside.parent if inside.name in TIMES and inside.parent.name else inside).as_posix()

    @property
    def within(self) -> str:
        """Where it stands in the folder of its occasion."""
        return PurePosixPath(self.path).relative_to(self.occasion).as_posix()


@dataclass(frozen=True)
class Kind:
    """`name` is empty where the page has a title; `copies` says how many to print for a number of people."""

    folder: str
    name: str
    copies: Callable[[int], int]


SHEETS = {
    "room-and-access": Kind(BEFORE, "", lambda people: 1),
    "sign-in": Kind(ON_THE_DAY, "", lambda people: 1),
    "private-slip": Kind(ON_THE_DAY, "", lambda people: -(-people // 2)),
    "feedback": Kind(AFTER, "", lambda people: people),
    "certificate": Kind(AFTER, "", lambda people: people),
}
"""Name of a page of docs/facilitators/ → where its sheet goes. Slips stand two on a page."""
OTHER_SHEET = Kind(ON_THE_DAY, "", lambda people: 1)
LEAD = 2
"""People who lead: each has a run sheet."""


def session_leaves(jobs: Iterable[Job], session_id: str, people: int, say: Say) -> Iterator[Leaf]:
    """Those of a session, of all that its page and its run sheet have in other formats."""
    for job in jobs:
        kind, name = _kind(job)
        if job.format not in PACKED:
            continue
        stem = f"{session_id}-{name}"
        yield _leaf(job, kind, stem, say(kind.name), people, say)


def sheet_leaf(job: Job, title: str, people: int, say: Say) -> Leaf:
    """That of a sheet of docs/facilitators/ with this title."""
    name = PurePosixPath(job.page).stem
    return _leaf(job, SHEETS.get(name, OTHER_SHEET), name, title, people, say)


def _kind(job: Job) -> tuple[Kind, str]:
    if job.format == "pptx":
        return Kind(ON_THE_DAY, SLIDES, lambda people: 0), "slides"
    if at.is_cards(job.uri):
        return Kind(ON_THE_DAY, CARDS, lambda people: -(-people // GROUP)), "cards"
    if at.LEADING in job.page:
        return Kind(BEFORE, RUN_SHEET, lambda people: LEAD), "run-sheet"
    return Kind(ON_THE_DAY, HANDOUT, lambda people: people), "handout"


def _leaf(job: Job, kind: Kind, stem: str, what: str, people: int, say: Say) -> Leaf:
    large = job.size > SMALLEST_SIZE
    if job.format == "docx":
        what = say(IN_WORD).format(name=what)
    copies = {"pptx": say(ON_SCREEN), "docx": say(TO_CHANGE)}.get(job.format, str(kind.copies(people)))
    end = at.edition(job.size) if large else ""
    path = f"{kind.folder}/{stem}{end}.{job.format}"
    return Leaf(path, what, copies, job)


def in_order(leaves: Iterable[Leaf]) -> tuple[Leaf, ...]:
    """By folder; within it as they come."""
    return tuple(sorted(leaves, key=lambda one: one.folder))
