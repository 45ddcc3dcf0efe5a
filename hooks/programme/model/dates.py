"""centre/dates.yml: when and where one centre runs the course."""

import re
from datetime import date, time
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from programme.model.base import Date, Id, Line, Ref, Slug, Source, Url, YesNo
from programme.model.contact import PostalAddress, Reach

ALL = "all"
"""The file of all dates has this name, so no run can have it."""
_CLOCK = r"^([01]?\d|2[0-3]):[0-5]\d$"


def _clock(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(_CLOCK, value.strip()):
            raise ValueError("this is not a time of day; write it by the 24-hour clock, for example 13:30")
        hour, minute = value.strip().split(":")
        return time(int(hour), int(minute))
    return value


def _free(value: str) -> str:
    if value == ALL:
        raise ValueError("the file of all dates has this name; write another one, for example spring-2027")
    return value


Clock = Annotated[time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": _CLOCK})]
"""A time of day by the 24-hour clock, in the UK: 13:30."""
SessionId = Annotated[Slug, Ref("session")]
ModuleId = Annotated[Slug, Ref("module")]


class Access(Source):
    """How people get to a place, and what is there for them."""

    parking: Line | None = None
    """Where to park, also with a Blue Badge."""
    transport: Line | None = None
    """Nearest bus stop or station, and how far it is."""
    step_free: Line | None = None
    """The way in without steps, lifts included."""
    toilets: Line | None = None
    """Where the toilets are, and whether one is for wheelchair users."""
    hearing_loop: Line | None = None
    """Whether there is a hearing loop, and where to sit for it."""
    rest: Line | None = None
    """Where people can rest or cool down."""
    other: Line | None = None
    """Anything else that people should know before they come."""


class Place(Source):
    """Where people meet."""

    name: Line
    """Name of the place, with the room."""
    address: PostalAddress
    """Its address on one line that ends with the postcode."""
    access: Access = Access()
    """How people get there, and what is there for them."""


class Online(Source):
    """A meeting that people join from home."""

    how: Line
    """How people join, for example: We send you the link by e-mail the day before."""
    link: Url | None = None
    """The link itself; anyone on the web will see it, so leave it out and send it to those who booked."""


class Booking(Reach):
    """How people book."""

    link: Url | None = None
    """Web address for booking."""
    by: Date | None = None
    """Last day to book."""
    note: Line | None = None
    """Anything else to know, for example that a friend may come too."""

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if not (self.phone or self.email or self.link):
            raise ValueError("there is no way to book; write phone:, email: or link: below it")
        return self


class Leader(Source):
    """One person who leads, by role."""

    role: Line
    """Their role, for example MS nurse, or person with MS."""
    name: Line | None = None
    """Their name, if they want it on the site."""


class Help(Source):
    """What help there is to take part, and whom to tell."""

    what: Line
    """What help there is, for example large print, a reader, or money for travel."""
    tell: Line | None = None
    """Whom to tell what you need, and by when; leave it out to name those who take bookings."""


class Meeting(Source):
    """One meeting of a run."""

    on: Date
    """Its day, for example 2027-01-14."""
    begin: Clock = Field(alias="from")
    """When it begins, by the 24-hour clock, for example 10:30."""
    end: Clock = Field(alias="to")
    """When it ends, by the 24-hour clock, for example 12:30."""
    sessions: tuple[SessionId, ...] = ()
    """Sessions of the course that it covers: their file names without .md."""
    place: Place | None = None
    """Where it is, if it is not where and how the run as a whole meets."""
    online: Online | None = None
    """How people join it from home, if it is not where and how the run as a whole meets."""
    leads: tuple[Leader, ...] = ()
    """Who leads it, if others than for the run as a whole."""
    cancelled: YesNo = False
    """yes when it does not take place; do not delete it, so that calendars learn of it."""


class Run(Source):
    """One run of the course: a group that meets once or more."""

    id: Annotated[Slug, Id("run"), AfterValidator(_free)]
    """Short name for its address, for example spring-2027; never changed once it is out."""
    title: Line | None = None
    """Name of the run; leave it out to use the title of the course."""
    about: Line | None = None
    """Who it is for, or what is special about it, in one sentence."""
    modules: tuple[ModuleId, ...] = ()
    """Modules that it covers: names of their folders; leave out modules and sessions for the whole course."""
    sessions: tuple[SessionId, ...] = ()
    """Single sessions that it covers: their file names without .md."""
    meetings: tuple[Meeting, ...] = Field(min_length=1)
    """Its meetings, in order of time."""
    place: Place | None = None
    """Where people meet."""
    online: Online | None = None
    """How people join from home; with a place as well, people can choose."""
    booking: Booking | None = None
    """How people book; leave it out to name the first contact of your centre."""
    leads: tuple[Leader, ...] = ()
    """Who leads, by role; names only if these people agree."""
    help: Help | None = None
    """What help there is to take part, and whom to tell."""
    full: YesNo = False
    """yes when nobody else can book."""
    cancelled: YesNo = False
    """yes when it does not take place; do not delete it, so that calendars learn of it."""

    @property
    def first(self) -> date:
        """Day of its first meeting."""
        return self.meetings[0].on

    @property
    def last(self) -> date:
        """Day of its last meeting."""
        return self.meetings[-1].on

    def where(self, meeting: Meeting) -> tuple[Place | None, Online | None]:
        """Where and how people meet that day: what the meeting says stands for all that the run says."""
        if meeting.place or meeting.online:
            return meeting.place, meeting.online
        return self.place, self.online

    def led_by(self, meeting: Meeting) -> tuple[Leader, ...]:
        return meeting.leads or self.leads

    def takes_place(self, meeting: Meeting) -> bool:
        return self.cancelled is not True and meeting.cancelled is not True


class Dates(Source):
    """centre/dates.yml: when and where one centre runs the course."""

    checked_on: Date
    """Day on which you last changed or checked these dates; readers see it, and calendars need it."""
    runs: tuple[Run, ...]
    """The runs of the course; those that are past may stay, or go."""
