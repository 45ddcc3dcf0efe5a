"""What goes into the packs of a session, of the whole course, and of one run of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import time

from programme import addresses as at
from programme.files import dates_calendar
from programme.formats.job import Job
from programme.formats.manuscripts import Manuscripts
from programme.formats.occasion import Occasion
from programme.formats.slides.jobs import SlideShows
from programme.formats.word.jobs import WordFiles
from programme.language import N_
from programme.model.dates import Meeting, Run
from programme.packs.leaf import AS_ASKED, Leaf, in_order, session_leaves, sheet_leaf
from programme.packs.meetings import Covered, Split, split
from programme.packs.pack import Pack
from programme.pages import dates
from programme.paper import pack as sheets
from programme.paper.jobs import Press
from programme.run_sheet import run_sheet, starting
from programme.runs import run_name
from programme.text import filled
from programme.whole import Programme, Session

FIRST, LAST = "before-the-first-meeting", "after-the-last-meeting"
MEETING = N_("Meeting {number}: {when}. {what}. {where}.")
ONLINE = N_("Online: {how}")
OR_ONLINE = N_("{place}. Or online: {how}")
SHARED_OUT = N_("Your dates do not say what each meeting covers, so the sessions are shared out in order.")
NOT_COVERED = N_("No meeting covers these sessions: {sessions}.")
CANCELLED = N_("Cancelled, and so without files: {days}.")
IN_ORDER = N_("A meeting with several sessions has a run sheet for each. The next starts when one ends.")
CALENDAR, FLYER = N_("All dates, for your calendar"), N_("Flyer")
FOR_ALL = N_("none: to send")


@dataclass(frozen=True)
class Gather:
    """What makes each kind of file, for how many people."""

    press: Press
    word: WordFiles
    slides: SlideShows
    sizes: tuple[int, ...]
    people: int
    folder: str = ""
    """Where sheets of one occasion are kept: those of another have the same names."""

    @property
    def texts(self) -> Manuscripts:
        return self.press.texts

    @property
    def programme(self) -> Programme:
        return self.texts.programme

    def say(self, words: str) -> str:
        return self.programme.language.gettext(words)

    def at(self, occasion: Occasion, folder: str) -> "Gather":
        """For one occasion."""
        press = self.press.on(occasion)
        word, slides = replace(self.word, texts=press.texts), replace(self.slides, texts=press.texts)
        return replace(self, press=press, word=word, slides=slides, folder=folder)

    def session(self, one: Session, start: str = "") -> Iterator[Leaf]:
        """Handouts, run sheets and cards of a session, and its files in Word and slides."""
        if one.id not in {own.id for own in self.texts.sessions}:
            return
        made: list[Job] = []
        for size in self.sizes:
            made += [sheets.run_sheet(self.press, one, size, start), self.press.handout(one, size)]
            made += sheets.cards(self.press, one, size)
        made += [self.word.run_sheet(one, start), self.slides.show(one, start), self.word.handout(one)]
        yield from session_leaves(self._kept(made), one.id, self.people, self.say)

    def sheets(self, *left_out: str) -> Iterator[Leaf]:
        """All sheets of a meeting but those with these addresses."""
        for page in sheets.sheets(self.press):
            if page.uri not in left_out:
                jobs = [sheets.sheet(self.press, page, size, self.people) for size in self.sizes]
                for job in self._kept(jobs):
                    yield sheet_leaf(job, page.title, self.people, self.say)

    def _kept(self, jobs: Iterable[Job]) -> list[Job]:
        return [replace(job, uri=f"{self.folder}{job.uri}") for job in jobs]


def session_pack(gather: Gather, one: Session, start: str = "") -> Pack:
    begin = time.fromisoformat(start) if start else None
    occasion = Occasion(one.meta.title, begin=begin)
    own = gather.at(occasion, f"packs/{one.id}/{start.replace(':', '')}/")
    leaves = [*own.session(one, start), *own.sheets()]
    return Pack(f"{one.id}-pack", one.meta.title, occasion, in_order(leaves), gather.people)


def course_pack(gather: Gather, start: str = "") -> Pack:
    """Sheets for any meeting once, and a folder for each session."""
    title = gather.programme.course.value.title
    own = gather.at(Occasion(title), "packs/whole-course/")
    leaves = list(in_order(own.sheets()))
    for number, one in enumerate(gather.programme.sessions, 1):
        folder = f"sessions/{number:02}-{one.id}"
        blank = gather.at(Occasion(), "packs/any-day/" if start else "")
        leaves += _below(folder, blank.session(one, start), flat=True)
    return Pack("whole-course-pack", title, Occasion(title), tuple(leaves), gather.people)


def run_pack(gather: Gather, run: Run, only: Iterable[str] = ()) -> Pack:
    """A folder for each meeting that takes place, with its day on every sheet; `only` names sessions."""
    parts, name, wanted = split(gather.programme, run), run_name(gather.programme, run), set(only)
    kept = f"packs/{run.id}/"
    leaves: list[Leaf] = [] if wanted else list(_for_all(gather, run, kept))
    for covered in parts.meetings:
        if not wanted or wanted & {one.id for one in covered.sessions}:
            leaves += _meeting(gather, run, covered, wanted, kept)
    if parts.meetings and not wanted:
        days = [one.meeting.on for one in parts.meetings]
        whole = Occasion(gather.programme.course.value.title, name, max(days), first=min(days))
        at_end = gather.at(whole, f"{kept}end/").sheets()
        leaves += [replace(one, path=f"{LAST}/{one.name}") for one in at_end if _is(one, at.CERTIFICATE)]
    return Pack(
        f"{run.id}-pack",
        name,
        Occasion(name),
        tuple(leaves),
        gather.people,
        says=tuple(_says(gather, parts)),
        meetings=tuple(_told(gather, run, one) for one in parts.meetings),
    )


def _is(one: Leaf, uri: str) -> bool:
    return bool(one.job and one.job.page.endswith(uri))


def _for_all(gather: Gather, run: Run, kept: str) -> Iterator[Leaf]:
    """What is out before the first meeting: dates for calendars, in English alone as on the site, and the
    flyer."""
    uri, say = at.run_calendar(run.id), gather.say
    if gather.programme.language.is_source:
        calendar = dict(dates_calendar.files(gather.programme))[uri]
        yield Leaf(f"{FIRST}/{run.id}.ics", say(CALENDAR), say(FOR_ALL), content=calendar)
    page = next(one for one in dates.pages(gather.programme) if one.uri == at.flyer(run.id))
    for size in gather.sizes:
        job = gather.press.page(page, size, flyer=True)
        what = sheet_leaf(job, say(FLYER), gather.people, say)
        yield replace(what, path=f"{FIRST}/{what.name}", copies=say(AS_ASKED))


def _meeting(gather: Gather, run: Run, covered: Covered, wanted: set[str], kept: str) -> Iterator[Leaf]:
    sessions = [one for one in covered.sessions if not wanted or one.id in wanted]
    own = gather.at(_occasion(gather, run, covered.meeting, sessions), f"{kept}{covered.number}/")
    leaves: list[Leaf] = []
    start = f"{covered.meeting.begin:%H:%M}"
    for one in sessions:
        leaves += own.session(one, start)
        start = _end(gather.programme, one, start)
    leaves += own.sheets(at.CERTIFICATE)
    yield from _below(f"meeting-{covered.number}-{covered.meeting.on}", in_order(leaves))


def _occasion(gather: Gather, run: Run, meeting: Meeting, sessions: Iterable[Session]) -> Occasion:
    """A meeting without sessions is one of the course."""
    titles = [one.meta.title for one in sessions] or [gather.programme.course.value.title]
    name, where = run_name(gather.programme, run), place(gather, run, meeting)
    return Occasion("; ".join(titles), name, meeting.on, meeting.begin, meeting.end, where)


def _told(gather: Gather, run: Run, covered: Covered) -> str:
    """One meeting in a line: when, where and what."""
    one = _occasion(gather, run, covered.meeting, covered.sessions)
    when = one.when(gather.programme.language, gather.press.printed().words)
    where = one.place.removesuffix(".")
    return gather.say(MEETING).format(number=covered.number, when=when, where=where, what=one.title)


def _end(programme: Programme, one: Session, start: str) -> str:
    meeting = starting(programme.course.value.meeting, start)
    return run_sheet(one, meeting, filled(programme, one.body)).end


def place(gather: Gather, run: Run, meeting: Meeting) -> str:
    """Where people meet that day, in words."""
    where, online = run.where(meeting)
    there = f"{where.name}, {where.address}" if where else ""
    if there and online:
        return gather.say(OR_ONLINE).format(place=there, how=online.how)
    return gather.say(ONLINE).format(how=online.how) if online else there


def _says(gather: Gather, parts: Split) -> Iterator[str]:
    say, language = gather.say, gather.programme.language
    if any(not one.told and one.sessions for one in parts.meetings):
        yield say(SHARED_OUT)
    if any(len(one.sessions) > 1 for one in parts.meetings):
        yield say(IN_ORDER)
    if parts.left:
        yield say(NOT_COVERED).format(sessions="; ".join(one.meta.title for one in parts.left))
    if parts.cancelled:
        days = "; ".join(language.long_day(one.on) for one in parts.cancelled)
        yield say(CANCELLED).format(days=days)


def _below(folder: str, leaves: Iterable[Leaf], flat: bool = False) -> Iterator[Leaf]:
    for one in leaves:
        yield replace(one, path=f"{folder}/{one.name if flat else one.path}")
