"""posters/<slug>/poster.yml: one poster or project."""

from typing import Annotated, Literal

from pydantic import Field

from programme.model.base import FileName, Line, NonEmpty, Source, SourceKey, Url, WorkstreamId

Year = Annotated[int, Field(ge=1990, le=2100)]


class Result(Source):
    """One result."""

    text: Line
    """The result in one sentence."""
    of: Line | None = None
    """The denominator: out of how many, of whom; leave it out when the source does not say."""


class PosterFile(Source):
    """The poster itself, where we may host it."""

    name: FileName
    """Name of the PDF or PNG file in this folder."""
    alt: Line
    """What the picture shows, in one sentence."""
    text: FileName = "poster.md"
    """Name of the Markdown file with the whole text of the poster."""


class Link(Source):
    """A link."""

    title: Line
    """What stands at the other end."""
    url: Url
    """Its web address."""


class Poster(Source):
    """posters/<slug>/poster.yml: one poster or project."""

    title: Line
    """Title, as on the poster."""
    kind: Literal["poster", "project", "case study"] = "project"
    """poster, project (for example of a MasterClass) or case study."""
    people: tuple[Line, ...] = ()
    """The authors as named on it; leave it out when none are named."""
    place: Line | None = None
    """Service, hospital or town, as the source names it; leave it out when it is not known."""
    nation: Literal["england", "scotland", "wales", "northern-ireland", "ireland", "several"] | None = None
    """Where that is: a nation of the UK, ireland, or several."""
    year: Year | None = None
    """The year it was shown or ended; leave it out when it is not known."""
    year_note: Line | None = None
    """How sure the year is, for example about 2020, or not dated."""
    event: Line | None = None
    """Meeting, course or prize it belongs to."""
    workstreams: tuple[WorkstreamId, ...] = Field(min_length=1)
    """Workstreams it is filed under."""
    topics: tuple[Line, ...] = Field(min_length=1)
    """One to five everyday words to find it by, for example bladder."""
    summary: Line
    """What it is about, in one sentence."""
    problem: NonEmpty | None = None
    """What was not right before."""
    change: NonEmpty | None = None
    """What the team changed."""
    results: tuple[Result, ...] = ()
    """What came of it, with denominators."""
    here: tuple[Line, ...] = ()
    """Could we do this here? Questions for another team."""
    links: tuple[Link, ...] = ()
    """Where to read more."""
    sources: tuple[SourceKey, ...] = ()
    """Keys of the sources in sources.yml; needed unless the poster's own file is here."""
    permission: Line
    """What we may show and who said so, for example: metadata and link only."""
    licence: Line | None = None
    """Licence of the file, for example CC BY 4.0; needed when there is a file."""
    conflicts: Line | None = None
    """Conflicts of interest as declared; leave it out when none were stated."""
    file: PosterFile | None = None
    """The poster's own file, where we may host it."""
