"""The three-year plan: plan.yml, workstreams.yml, timeline.yml, measures.yml and services.yml."""

from typing import Annotated, Literal

from pydantic import Field, RootModel

from programme.model.base import Date, Id, Line, NonEmpty, Ref, Slug, Source, SourceKey, WorkstreamId

AimId = Annotated[Slug, Ref("aim")]


class Aim(Source):
    """One key aim."""

    id: Annotated[Slug, Id("aim")]
    """Short name for the address of this aim; never changed once it is out."""
    title: Line
    """The aim in a few words."""
    information: NonEmpty
    """What the aim means for a centre, in plain words."""
    outputs: tuple[Line, ...] = Field(min_length=1)
    """What is to come out of it, one thing a line."""
    workstreams: tuple[WorkstreamId, ...] = ()
    """Workstreams that carry this aim."""
    sources: tuple[SourceKey, ...] = Field(min_length=1)
    """Keys of the sources in sources.yml."""


class Year(Source):
    """One year of the plan."""

    title: Line
    """What the year is about, in a few words."""
    aims: tuple[Aim, ...] = Field(min_length=1)
    """The key aims of the year."""


class Strand(Source):
    """What runs through all the years: leadership, and sharing what worked."""

    title: Line
    """Name of the strand."""
    aims: tuple[Aim, ...] = Field(min_length=1)
    """The key aims of the strand."""


class Plan(Source):
    """plan/plan.yml: the aims, what they mean and what is to come of them, by year."""

    title: Line
    """Name of the plan."""
    summary: NonEmpty
    """What the plan is, in two or three short sentences."""
    start: Date
    """First day of year 1; the deadline of each year is computed from it."""
    status: NonEmpty
    """What is known of how the plan went, said plainly."""
    years: tuple[Year, ...] = Field(min_length=1)
    """The years, in order."""
    strand: Strand
    """Leadership and sharing practice, across all the years."""
    sources: tuple[SourceKey, ...] = Field(min_length=1)
    """Keys of the sources of the plan as a whole."""

    @property
    def aims(self) -> tuple[Aim, ...]:
        """All aims, in order: those of each year, then those of the strand."""
        return (*(aim for year in self.years for aim in year.aims), *self.strand.aims)


class Cited(Source):
    """A statement with its sources."""

    text: NonEmpty
    """The statement, in our own words."""
    sources: tuple[SourceKey, ...] = Field(min_length=1)
    """Keys of the sources in sources.yml."""


class ToDo(Source):
    """One thing to do."""

    text: Line
    """What to do, starting with a verb."""
    who: Line | None = None
    """Who would do it, by role."""
    origin: Literal["programme", "ours"]
    """programme when the programme's own text asks for it; ours when we suggest it."""


class Workstream(Source):
    """One workstream."""

    id: Annotated[Slug, Id("workstream")]
    """Short name for addresses, for example patients-as-partners."""
    title: Line
    """Name of the workstream."""
    kind: Literal["workstream", "enabler"] = "workstream"
    """enabler for leadership and sharing practice, workstream for the five themes."""
    summary: NonEmpty
    """What it is for, in one or two short sentences."""
    leads: tuple[Line, ...] = ()
    """Who led it, with their role at the time."""
    goals: tuple[Cited, ...] = Field(min_length=1)
    """What it set out to do."""
    found: tuple[Cited, ...] = ()
    """What it found or decided."""
    todo: tuple[ToDo, ...] = ()
    """What a centre can do."""
    todo_note: NonEmpty | None = None
    """Where the to-dos come from, or why the original ones cannot be shown."""


class Workstreams(RootModel[tuple[Workstream, ...]]):
    """plan/workstreams.yml: the workstreams of the programme, in order."""


class Step(Source):
    """One step or phase."""

    title: Line
    """What happens, in a few words."""
    text: Line | None = None
    """One more sentence about it."""
    state: Literal["stated", "to-confirm"]
    """stated when the programme's text says it; to-confirm when only an unreadable picture does."""
    aim: AimId | None = None
    """Aim of the plan whose deadline this step shares."""


class Timeline(Source):
    """plan/timeline.yml: the steps of the course and its three phases."""

    steps: tuple[Step, ...] = Field(min_length=1)
    """The steps in making the course, in order."""
    phases: tuple[Step, ...] = Field(min_length=1)
    """The three phases of the programme, in order."""
    note: NonEmpty
    """What is known of the originals and what is not."""
    sources: tuple[SourceKey, ...] = Field(min_length=1)
    """Keys of the sources in sources.yml."""


class Measure(Source):
    """One thing a centre can count."""

    id: Annotated[Slug, Id("measure")]
    """Short name for addresses and files."""
    name: Line
    """Name of the measure."""
    why: NonEmpty
    """Why it matters to people with MS."""
    numerator: Line
    """Whom or what to count."""
    denominator: Line
    """Out of whom or what."""
    target: Line | None = None
    """What the source asks for; leave it out when it names no figure."""
    source: SourceKey
    """Key of the source in sources.yml."""


class Measures(RootModel[tuple[Measure, ...]]):
    """plan/measures.yml: what a centre can count today, never with data about single patients."""


class ServiceModel(Source):
    """One kind of MS service."""

    id: Annotated[Slug, Id("kind of service")]
    """Short name: hospital, community or neurorehabilitation."""
    title: Line
    """What this kind of service is called."""
    what: Line
    """Who works in it and where, in one sentence."""
    strengths: tuple[Line, ...] = Field(min_length=1)
    """What it does well."""
    limits: tuple[Line, ...] = Field(min_length=1)
    """Where it can fall short."""
    needs: tuple[Line, ...] = Field(min_length=1)
    """What must be in place for it to work."""
    ask: tuple[Line, ...] = Field(min_length=1)
    """Questions that a person with MS can ask of such a service."""


class Services(Source):
    """plan/services.yml: kinds of service and what good care looks like, also with advanced MS."""

    models: tuple[ServiceModel, ...] = Field(min_length=1)
    """The kinds of service."""
    good_care: tuple[Line, ...] = Field(alias="good-care", min_length=1)
    """What good care looks like for someone with advanced MS."""
    barriers: tuple[Line, ...] = Field(min_length=1)
    """What stops teams from giving it."""
    statements: tuple[Line, ...] = Field(min_length=1)
    """What commissioners and health boards should expect from a service."""
    sources: tuple[SourceKey, ...] = Field(min_length=1)
    """Keys of the sources in sources.yml."""
