"""The course: course.yml, module.yml and the front matter of a session."""

from typing import Annotated

from pydantic import Field

from programme.model.base import Date, Id, Line, Minutes, NonEmpty, Ref, Review, Slug, Source, WorkstreamId


class Meeting(Source):
    """The fixed parts of every group meeting, in minutes."""

    welcome: Minutes = 10
    """Minutes for arriving, ground rules and a check on how people are."""
    break_: Minutes = Field(default=15, alias="break")
    """Minutes for the break in the middle."""
    close: Minutes = 10
    """Minutes for saying what each person takes away, and for the end."""
    start: Line = Field(default="10:30", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    """Clock time at which meetings start, for example 10:30, in quotation marks."""


class PathwayStep(Source):
    """One session on a pathway."""

    session: Annotated[Slug, Ref("session")]
    """The session's file name without .md."""
    why: Line
    """Why it stands here for these readers, in one short sentence."""


class Pathway(Source):
    """A short way through sessions of the course, for some readers."""

    id: Annotated[Slug, Id("pathway")]
    """Short name for its address, for example just-diagnosed."""
    title: Line
    """Name of the pathway, as its readers would say it."""
    summary: NonEmpty
    """Who it is for and what it gives them, in one or two short sentences."""
    steps: tuple[PathwayStep, ...] = Field(min_length=2, max_length=8)
    """Its sessions, in order; at most 8, so that it stays short."""


class Course(Source):
    """course/course.yml: the course as a whole."""

    title: Line
    """Name of the course, as people will say it."""
    summary: NonEmpty
    """What the course is and who it is for, in two or three short sentences."""
    edition: Line
    """Version of the shared course, year and number, for example 2026.1."""
    edition_date: Date
    """Day this edition was put out."""
    review: Review
    """When this edition as a whole was written, reviewed, and is due again; shown where a page has no own."""
    modules: tuple[Slug, ...] = Field(min_length=1)
    """The folders of the modules, in the order people meet them."""
    pathways: tuple[Pathway, ...] = ()
    """Short ways through the course, for some readers."""
    meeting: Meeting = Meeting()
    """Minutes for the fixed parts of every group meeting."""


class Module(Source):
    """course/<module>/module.yml: one module."""

    title: Line
    """Name of the module."""
    summary: NonEmpty
    """What the module helps with, in one or two short sentences."""
    sessions: tuple[Slug, ...] = Field(min_length=1)
    """The sessions' file names without .md, in the order people meet them."""


class SessionMeta(Source):
    """The front matter of course/<module>/<session>.md: what stands between the two --- lines."""

    title: Line = Field(max_length=65)
    """Name of the session, at most 65 letters."""
    summary: NonEmpty
    """What the session is about, in one or two short sentences; it is read first."""
    outcomes: tuple[Line, ...] = Field(min_length=2, max_length=6)
    """What people can do afterwards, each starting with a verb."""
    keypoints: tuple[Line, ...] = Field(min_length=2, max_length=6)
    """What to remember, one sentence each."""
    related: tuple[Annotated[Slug, Ref("session")], ...] = ()
    """Other sessions that go well with this one: their file names without .md."""
    workstreams: tuple[WorkstreamId, ...] = ()
    """Workstreams of the programme whose posters show this in practice."""
    review: Review
    """When the text was written, reviewed, and is due again."""
