"""Structured data for search engines: schema.org Course, LearningResource, Poster and CreativeWork."""

from typing import Any

from programme.effort import Effort
from programme.model.base import Review
from programme.poster_citing import bare_name, is_group
from programme.whole import ModulePart, PosterPart, Programme, Session

Data = dict[str, Any]
CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def course(programme: Programme) -> Data:
    value = programme.course.value
    return _resource("Course", value.title) | {
        "description": " ".join(value.summary.split()),
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "about": {"@type": "MedicalCondition", "name": "Multiple sclerosis"},
        "version": value.edition,
        "datePublished": value.edition_date.isoformat(),
        "hasPart": [_part(module) for module in programme.modules],
        "provider": {"@type": "Organization", "name": "The makers of the MS expert patient course"},
    }


def module(programme: Programme, part: ModulePart) -> Data:
    value = part.source.value
    return _resource("LearningResource", value.title) | {
        "learningResourceType": "module",
        "isPartOf": _course(programme),
        "hasPart": [_named(one.meta.title) for one in part.sessions],
    }


def session(part: ModulePart, one: Session, needed: Effort) -> Data:
    """Of what course it is a part, its module says."""
    meta = one.meta
    return _resource("LearningResource", meta.title) | {
        "timeRequired": f"PT{needed.minutes}M",
        "isPartOf": _part(part),
        **_dates(meta.review),
    }


def poster(part: PosterPart) -> Data:
    """What the record says of the work itself. Its licence is the work's own, where one is known."""
    value = part.source.value
    known = {
        "author": [_author(person) for person in value.people],
        "dateCreated": str(value.year) if value.year and not value.year_note else None,
        "temporal": value.year_note,
        "locationCreated": {"@type": "Place", "name": value.place} if value.place else None,
        "keywords": list(value.topics),
        "subjectOf": [{"@type": "WebPage", "name": one.title, "url": one.url} for one in value.links],
        "license": LICENCE if value.licence == "CC BY 4.0" else value.licence,
        "encodingFormat": _media_type(part),
    }
    return {
        "@context": CONTEXT,
        "@type": "Poster" if value.kind == "poster" else "CreativeWork",
        "name": value.title,
        "description": value.summary,
        "about": {"@type": "MedicalCondition", "name": "Multiple sclerosis"},
    } | {key: told for key, told in known.items() if told}


def _author(person: str) -> Data:
    name = bare_name(person)
    return {"@type": "Organization" if is_group(name) else "Person", "name": name}


def _media_type(part: PosterPart) -> str | None:
    kinds = {".pdf": "application/pdf", ".png": "image/png"}
    return kinds[part.file.suffix.lower()] if part.file else None


def _resource(kind: str, name: str) -> Data:
    """What holds for the whole course is said of it alone: each page carries its data over the line."""
    return {"@context": CONTEXT, "@type": kind, "name": name, "license": LICENCE}


def _dates(review: Review) -> Data:
    return {"dateModified": review.written_on.isoformat()}


def _course(programme: Programme) -> Data:
    return {"@type": "Course", "name": programme.course.value.title}


def _part(part: ModulePart) -> Data:
    return _named(part.source.value.title)


def _named(name: str) -> Data:
    return {"@type": "LearningResource", "name": name}
