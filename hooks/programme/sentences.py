"""What pydantic found → sentences for the person who wrote the source."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from programme.hints import did_you_mean, nearest, short
from programme.model.base import FORMS

Path = tuple[str | int, ...]
Said = tuple[Path, str, str, str]
"""(path of what is wrong, rule, what is wrong, what right looks like)"""

# error type → (rule, what is wrong, what right looks like); without the last it is the field's own sentence.
WORDS: dict[str, tuple[str, str, str]] = {
    "missing": ("missing-key", "{key} is missing", "write {name}: {field}"),
    "extra_forbidden": ("unknown-key", "{key} is not a key here", "{hint}"),
    "string_type": ("not-text", "{key} should be text but is {kind}", ""),
    "string_too_short": ("empty-text", "{key} is empty", ""),
    "string_too_long": ("too-long", "{key} has more than {max_length} letters", "make it shorter"),
    "string_pattern_mismatch": ("wrong-form", "{key} cannot be '{input}'", "{form}"),
    "literal_error": ("not-a-choice", "{key} cannot be {kind}", "write {expected}"),
    "int_parsing": ("not-a-number", "{key} should be a whole number but is {kind}", ""),
    "int_parsing_size": ("not-a-number", "{key} is far too large a number", ""),
    "int_type": ("not-a-number", "{key} should be a whole number but is {kind}", ""),
    "bool_parsing": ("not-yes-or-no", "{key} should be yes or no but is {kind}", "write yes or no"),
    "bool_type": ("not-yes-or-no", "{key} should be yes or no but is {kind}", "write yes or no"),
    "date_type": ("not-a-date", "{key} should be a date but is {kind}", "write it as 2026-11-21"),
    "greater_than_equal": ("number-range", "{key} is {input}, which is too small", "write {ge} or more"),
    "less_than_equal": ("number-range", "{key} is {input}, which is too large", "write {le} or less"),
    "too_short": (
        "too-few",
        "{key} has {actual_length} items, which is too few",
        "write at least {min_length}",
    ),
    "too_long": (
        "too-many",
        "{key} has {actual_length} items, which is too many",
        "write at most {max_length}",
    ),
    "tuple_type": (
        "not-a-list",
        "{key} should be a list but is {kind}",
        "begin each line with a hyphen: - item",
    ),
    "dict_type": ("not-keys", "{key} should have keys of its own but is {kind}", "write key: value"),
    "model_type": ("not-keys", "{key} should have keys of its own but is {kind}", "write key: value"),
    "value_error": ("wrong-value", "{key} cannot be {kind}: {reason}", "{advice}"),
}
_GROUP = ("wrong-value", "in {key} {reason}", "{advice}")
_EMPTY = ("empty", "{key} is left empty", "write {name}: {field}")
_OTHER = ("wrong-value", "{key} cannot be {kind}", "")


def sentences(model: type[BaseModel], error: ValidationError) -> Iterator[Said]:
    """All that is wrong, each mistake once.

    A key with a slip in it is not told to be missing as well; a list with a wrong item not to be too short.
    """
    details = error.errors(include_url=False)
    missing = {detail["loc"] for detail in details if detail["type"] == "missing"}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *above, key = detail["loc"]
            missing.discard((*above, nearest(str(key), _names(_model_at(model, tuple(above)))) or ""))
    around = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    for detail in details:
        kind, at = detail["type"], detail["loc"]
        if not (kind == "missing" and at not in missing) and not (kind == "too_short" and at in around):
            yield _said(model, detail)


def _said(model: type[BaseModel], error: ErrorDetails) -> Said:
    path: Path = tuple(step for step in error["loc"] if step != "[key]")
    rule, text, advice = _EMPTY if error["input"] is None else WORDS.get(error["type"], _OTHER)
    if error["type"] == "value_error" and isinstance(error["input"], dict):
        rule, text, advice = _GROUP
    context: dict[str, Any] = dict(error.get("ctx") or {})
    reason, _, advised = str(context.pop("error", "")).partition("; ")
    value, field = error["input"], _describe(model, path)
    words = context | {
        "key": "the name" if error["loc"] != path else _key(path),
        "name": path[-1] if path else "",
        "kind": _kind(value),
        "input": short(value),
        "field": field,
        "form": FORMS.get(context.get("pattern", ""), field),
        "reason": reason,
        "advice": advised,
    }
    if error["type"] == "extra_forbidden":
        words["hint"] = did_you_mean(str(path[-1]), _names(_model_at(model, path[:-1])))
    return path, rule, text.format(**words), advice.format(**words) or field


def _key(path: Path) -> str:
    """The last key, in quotation marks; an item of a list by its place, counted from 1."""
    if not path:
        return "what stands here"
    if isinstance(path[-1], int):
        return f"item {path[-1] + 1}" + (f" of {_key(path[:-1])}" if path[:-1] else "")
    return f"'{short(path[-1])}'"


def _kind(value: object) -> str:
    if isinstance(value, dict | list):
        return "a group of keys" if isinstance(value, dict) else "a list"
    return f"'{short(value)}'"


def _names(model: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _describe(model: type[BaseModel], path: Path) -> str:
    """The sentence of the field at `path`, or of the nearest one around it, as it goes on from another."""
    return (sentence := _sentence(model, path))[:1].lower() + sentence[1:]


def _sentence(model: type[BaseModel], path: Path) -> str:
    while path:
        parent = _model_at(model, path[:-1])
        for name, field in parent.model_fields.items() if parent else ():
            if path[-1] in (name, field.alias) and field.description:
                return field.description.strip().rstrip(".")
        path = path[:-1]
    return summary(model)


def summary(model: type[BaseModel]) -> str:
    """The sentence of a model itself, without the name of its file."""
    first = (model.__doc__ or "").strip().split("\n")[0].rstrip(".")
    return first.partition(": ")[2] or first


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model whose keys stand at `path`."""
    found: type[BaseModel] | None = model
    for step in path:
        if found is None:
            return None
        if issubclass(found, RootModel):
            found = _model_in(found.model_fields["root"].annotation)
        elif isinstance(step, str):
            fields = found.model_fields.items()
            found = next((_model_in(f.annotation) for name, f in fields if step in (name, f.alias)), None)
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `tuple[Model, ...]`, `dict[str, Model]` or `Model | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for arg in get_args(annotation) if (model := _model_in(arg))), None)
