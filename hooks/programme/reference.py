"""The models → what authors look up: a reference page a source, and JSON Schema files for editors."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from programme.block_kinds import KINDS
from programme.model import centre, centre_plan, course, dates, page, plan, poster, roles, search
from programme.model import reference as refs
from programme.rendering import render


@dataclass(frozen=True)
class Kind:
    """One kind of source: `name` for addresses, `files` as authors know them, and its model."""

    name: str
    files: str
    model: type[BaseModel]


SOURCES = (
    Kind("course", "course/course.yml", course.Course),
    Kind("module", "course/<module>/module.yml", course.Module),
    Kind("session", "course/<module>/<session>.md", course.SessionMeta),
    Kind("nations", "course/nations.yml", refs.Nations),
    Kind("glossary", "course/glossary.yml", refs.Glossary),
    Kind("sources", "course/sources.yml", refs.References),
    Kind("roles", "course/roles.yml", roles.Roles),
    Kind("search", "course/search.yml", search.Search),
    Kind("safety", "course/safety.yml", search.Safety),
    Kind("plan", "plan/plan.yml", plan.Plan),
    Kind("workstreams", "plan/workstreams.yml", plan.Workstreams),
    Kind("timeline", "plan/timeline.yml", plan.Timeline),
    Kind("measures", "plan/measures.yml", plan.Measures),
    Kind("services", "plan/services.yml", plan.Services),
    Kind("poster", "posters/<slug>/poster.yml", poster.Poster),
    Kind("centre", "centre/centre.yml", centre.Centre),
    Kind("dates", "centre/dates.yml", dates.Dates),
    Kind("centre-plan", "centre/plan.yml", centre_plan.CentrePlan),
    Kind("centre-sources", "centre/sources.yml", refs.References),
    Kind("page", "docs/<page>.md", page.DocMeta),
)
SETTINGS = ".vscode/settings.json"


def reference() -> Iterator[tuple[str, str]]:
    """(path in the repository, text) of every generated file."""
    for kind in SOURCES:
        yield f"schemas/{kind.name}.json", _json(schema(kind))
        yield f"docs/authors/reference/{kind.name}.md", _page(kind)
    yield "docs/authors/reference/index.md", render("reference/index.md", kinds=SOURCES)
    yield SETTINGS, _json(_settings())


def schema(kind: Kind) -> dict[str, Any]:
    """JSON Schema (2020-12) of one source, with the sentence of each field."""
    made = kind.model.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": kind.files}


def _settings() -> dict[str, Any]:
    """VS Code with the YAML extension finds the schema by the file's path, in a centre's folder too."""
    schemas = {}
    for kind in SOURCES:
        if kind.files.endswith(".yml"):
            path = kind.files.replace("<module>", "*").replace("<slug>", "*")
            own = [] if path.startswith("centre/") else [f"centre/{path}"]
            schemas[f"./schemas/{kind.name}.json"] = [path, *own]
    return {"yaml.schemas": schemas, "files.encoding": "utf8", "files.eol": "\n"}


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _page(kind: Kind) -> str:
    blocks = [(name, one.options) for name, one in KINDS.items() if one.options.model_fields]
    return render(
        "reference/page.md",
        kind=kind,
        about=_about(kind),
        parts=list(_parts(schema(kind))),
        blocks=[(name, next(iter(_parts(model.model_json_schema())))[1]) for name, model in blocks]
        if kind.model is course.SessionMeta
        else [],
    )


def _about(kind: Kind) -> str:
    """What the docstring of the model says of the file, without the file's name."""
    said = (kind.model.__doc__ or "").strip().split("\n")[0].rpartition(": ")[2]
    return said[0].upper() + said[1:]


def _parts(made: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """(heading, rows) for the source and for each of its parts that has keys of its own."""
    named = made.get("$defs", {})
    if "properties" in made:
        yield "Keys", _rows(made)
    else:
        yield (
            "What it is made of",
            [{"key": "(each entry)", "kind": _kind(_entry(made)), "needed": "", "about": ""}],
        )
    for name, part in named.items():
        if "properties" in part:
            yield _words(name), _rows(part)


def _entry(made: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = made.get("items") or made.get("additionalProperties") or {}
    return found


def _rows(part: dict[str, Any]) -> list[dict[str, Any]]:
    needed = part.get("required", ())
    return [
        {
            "key": key,
            "kind": _kind(field),
            "needed": "yes" if key in needed else "no",
            "about": field.get("description", "").strip(),
        }
        for key, field in part["properties"].items()
    ]


def _kind(field: dict[str, Any]) -> str:
    """What a value looks like, in words."""
    if "anyOf" in field:
        return next(_kind(one) for one in field["anyOf"] if one.get("type") != "null")
    if "$ref" in field:
        return f"keys: {_words(field['$ref'].rsplit('/', 1)[1])}"
    if "enum" in field:
        return "yes or no" if True in field["enum"] else "one of: " + ", ".join(field["enum"])
    if field.get("type") == "array":
        return f"list of {_kind(field['items'])}"
    if field.get("format") == "date":
        return "day, as 2026-11-21"
    return {"integer": "whole number", "object": "keys"}.get(field.get("type", ""), "text")


def _words(name: str) -> str:
    """The name of a model as words: ServiceModel → Service model."""
    spaced = "".join(f" {char.lower()}" if char.isupper() else char for char in name).strip()
    return spaced[0].upper() + spaced[1:]
