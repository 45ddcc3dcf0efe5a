"""What a national page needs to know of many centres: programme.json. It holds nothing about a person."""

import json
from datetime import date

from pydantic import Field

from programme import addresses as at
from programme.files.plan_data import SCHEMA_DIALECT
from programme.model.base import NationId, Source
from programme.model.centre_plan import Status
from programme.whole import ModulePart, Programme

VERSION = 1
ENGLISH = "en-GB"
"""The shared texts are in that of the UK."""


class CentreData(Source):
    """The centre whose site this is."""

    name: str
    """Name of the centre."""
    nation: NationId
    """The nation it is in."""
    site_address: str | None
    """Web address of the site, if the centre gave it."""


class AimData(Source):
    """How far the centre is with one aim of the plan."""

    aim: str
    """Id of the aim, as in plan/plan.json."""
    status: Status | None
    """not-started, under-way or done; null when it is not known."""
    on: date | None
    """Day on which this was so."""


class ReviewData(Source):
    """When the text of one page was reviewed."""

    uri: str
    """The page, seen from this file."""
    written_on: date
    """Day on which the text was written or last changed."""
    reviewed_on: date | None
    """Day of its last review; null when there was none yet."""
    next_review: date
    """Day by which it is due to be reviewed."""


class ModuleData(Source):
    """One module of the course as it is here."""

    id: str
    """Its short name."""
    title: str
    """Its title."""
    sessions: tuple[str, ...]
    """Short names of its sessions, in order."""


class ProgrammeData(Source):
    """What this site is: edition, centre, how far its plan is, and when its texts were reviewed."""

    schema_: str = Field(alias="$schema")
    """Where the JSON Schema of this file is, seen from this file."""
    schema_version: int = Field(ge=1)
    """Version of this form: a new number when something is renamed or goes."""
    edition: str
    """Version of the shared course."""
    edition_date: date
    """Day on which this edition was put out."""
    centre: CentreData | None
    """The centre; null for the shared course."""
    plan: tuple[AimData, ...]
    """Every aim of the plan, in order."""
    review: tuple[ReviewData, ...]
    """Every page whose text has review dates of its own, in the order of the course."""
    modules: tuple[ModuleData, ...]
    """The modules of the course, in order."""
    sessions: int = Field(ge=0)
    """How many sessions the course has here."""
    languages: tuple[str, ...]
    """Languages that the site has (BCP 47), English first; a page may not be translated into each yet."""


def data(programme: Programme) -> bytes:
    """programme.json: UTF-8, two spaces deep, keys in the order of the schema."""
    course = programme.course.value
    whole = ProgrammeData.model_validate(
        {
            "$schema": at.link(at.PROGRAMME_JSON, at.PROGRAMME_SCHEMA),
            "schema_version": VERSION,
            "edition": course.edition,
            "edition_date": course.edition_date,
            "centre": _centre(programme),
            "plan": _plan(programme),
            "review": _review(programme),
            "modules": tuple(map(_module, programme.modules)),
            "sessions": len(list(programme.sessions)),
            "languages": (ENGLISH, *(one.language.code for one in programme.others)),
        }
    )
    return _json(whole.model_dump(mode="json", by_alias=True))


def schema(programme: Programme) -> bytes:
    """programme.schema.json: from the models, so it cannot differ from the data."""
    described = ProgrammeData.model_json_schema(mode="serialization")
    return _json({"$schema": SCHEMA_DIALECT, **described})


def _module(part: ModulePart) -> ModuleData:
    sessions = tuple(one.id for one in part.sessions)
    return ModuleData(id=part.id, title=part.source.value.title, sessions=sessions)


def _centre(programme: Programme) -> CentreData | None:
    if not programme.centre:
        return None
    centre = programme.centre.value
    return CentreData(name=centre.name, nation=centre.nation, site_address=programme.site_address or None)


def _plan(programme: Programme) -> tuple[AimData, ...]:
    found = [(aim.id, programme.aim_states.get(aim.id)) for aim in programme.plan.value.aims]
    return tuple(
        AimData(aim=aim, status=state.status if state else None, on=state.on if state else None)
        for aim, state in found
    )


def _review(programme: Programme) -> tuple[ReviewData, ...]:
    pages = [(one.body.uri, one.meta.review) for one in programme.sessions]
    docs = [(one.body.uri, one.prose.meta.value.review) for one in programme.docs]
    pages += [(uri, review) for uri, review in docs if review]
    return tuple(
        ReviewData(
            uri=uri.removesuffix(".md") + ".html",
            written_on=review.written_on,
            reviewed_on=review.reviewed_on,
            next_review=review.next_review,
        )
        for uri, review in pages
    )


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
