"""The whole plan as data: plan.json, and the JSON Schema that it follows."""

import json
from datetime import date

from pydantic import Field

from programme import addresses as at
from programme.deadlines import PlanYear, plan_years
from programme.model.base import Ref, Source, marked
from programme.model.centre_plan import AimState
from programme.model.plan import Aim, Strand, Timeline, Workstream
from programme.model.reference import Reference
from programme.whole import Programme

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_NAME = at.link(at.PLAN_JSON, at.PLAN_SCHEMA)


class YearData(Source):
    """One year of the plan."""

    number: int = Field(ge=1)
    """Which year it is, from 1."""
    title: str
    """What the year is about."""
    start: date
    """Its first day."""
    deadline: date
    """Its last day."""
    aims: tuple[Aim, ...]
    """The key aims of the year."""


class PlanData(Source):
    """The three-year plan as data. Texts are Markdown; [@key] in them names one of the references."""

    schema_: str = Field(alias="$schema")
    """Where the JSON Schema of this file is, seen from this file."""
    title: str
    """Name of the plan."""
    summary: str
    """What the plan is."""
    status: str
    """What is known of how the plan went."""
    start: date
    """First day of year 1."""
    edition: str
    """Version of the shared course that this comes from."""
    licence: str
    """Licence of the texts."""
    years: tuple[YearData, ...]
    """The years, in order."""
    strand: Strand
    """What runs through all the years."""
    workstreams: tuple[Workstream, ...]
    """The workstreams, in order; aims name them by id."""
    timeline: Timeline
    """The steps of the course and the phases of the programme."""
    states: dict[str, AimState]
    """How far the centre is with its aims, by the id of the aim; empty in the shared course."""
    sources: tuple[str, ...]
    """Keys of the sources of the plan as a whole."""
    references: dict[str, Reference]
    """Every source that is named above, by key."""


def data(programme: Programme) -> bytes:
    """plan.json: UTF-8, two spaces deep, keys in the order of the schema."""
    plan = programme.plan.value
    given = {
        "years": tuple(map(_year, plan_years(plan, programme.plan_start))),
        "strand": plan.strand,
        "workstreams": programme.workstreams.value.root,
        "timeline": programme.timeline.value,
    }
    whole = PlanData.model_validate(
        {
            "$schema": SCHEMA_NAME,
            **plan.model_dump(include={"title", "summary", "sources"}),
            "status": programme.plan_status,
            "start": programme.plan_start,
            "edition": programme.course.value.edition,
            "licence": "CC BY 4.0",
            "states": programme.aim_states,
            **given,
            "references": _references(programme, plan.sources, given),
        }
    )
    return _json(whole.model_dump(mode="json", by_alias=True))


def schema(programme: Programme) -> bytes:
    """plan.schema.json: from the models, so it cannot differ from the data. The same for every programme."""
    described = PlanData.model_json_schema(mode="serialization")
    return _json({"$schema": SCHEMA_DIALECT, **described})


def _year(one: PlanYear) -> YearData:
    return YearData(
        number=one.number, title=one.year.title, start=one.first, deadline=one.last, aims=one.year.aims
    )


def _references(programme: Programme, keys: tuple[str, ...], given: object) -> dict[str, Reference]:
    """Every source that is named somewhere in the data, by key, sorted."""
    named = {key for _, kind, key in marked(given, Ref) if kind == "source"} | set(keys)
    known = programme.sources
    return {key: known[key] for key in sorted(named) if key in known}


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
