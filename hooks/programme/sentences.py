"""What pydantic found → sentences for the person who wrote the source."""

from typing import Any, get_args

from pydantic import BaseModel, RootModel
from pydantic_core import ErrorDetails

from programme.hints import did_you_mean

Path = tuple[str | int, ...]

# error type → (rule, what is wrong); the advice is the sentence of the field where none is given.
WORDS: dict[str, tuple[str, str]] = {
    "missing": ("missing-key", "'{key}' is missing"),
    "extra_forbidden": ("unknown-key", "'{key}' is not a key here"),
    "string_type": ("not-text", "'{key}' should be text but is {kind}"),
    "string_too_short": ("empty-text", "'{key}' is empty"),
    "string_too_long": ("too-long", "'{key}' has more than {max_length} letters"),
    "string_pattern_mismatch": ("wrong-form", "'{key}' cannot be '{input}'"),
    "literal_error": ("not-a-choice", "'{key}' cannot be '{input}'"),
    "int_parsing": ("not-a-number", "'{key}' should be a whole number but is '{input}'"),
    "int_type": ("not-a-number", "'{key}' should be a whole number but is {kind}"),
    "bool_parsing": ("not-yes-or-no", "'{key}' should be yes or no but is '{input}'"),
    "bool_type": ("not-yes-or-no", "'{key}' should be yes or no but is {kind}"),
    "date_type": ("not-a-date", "'{key}' should be a date but is {kind}"),
    "greater_than_equal": ("too-small", "'{key}' is {input}, which is too small"),
    "less_than_equal": ("too-large-number", "'{key}' is {input}, which is too large"),
    "too_short": ("too-few", "'{key}' has fewer than {min_length} items"),
    "too_long": ("too-many", "'{key}' has more than {max_length} items"),
    "tuple_type": ("not-a-list", "'{key}' should be a list but is {kind}"),
    "dict_type": ("not-keys", "'{key}' should have keys of its own but is {kind}"),
    "model_type": ("not-keys", "'{key}' should have keys of its own but is {kind}"),
    "value_error": ("wrong-value", "'{key}': {reason}"),
}


def sentence(model: type[BaseModel], error: ErrorDetails) -> tuple[str, str, str]:
    """(rule, what is wrong, what right looks like) for one error of validating with `model`."""
    path: Path = tuple(step for step in error["loc"] if step != "[key]")
    key = _key(path)
    rule, words = WORDS.get(error["type"], ("wrong-value", "'{key}': " + error["msg"]))
    context: dict[str, Any] = dict(error.get("ctx") or {})
    reason, advice = str(context.pop("error", "")), ""
    if "; " in reason:
        reason, advice = reason.split("; ", 1)
    value = error["input"]
    shown = str(value) if len(str(value)) <= 40 else str(value)[:37] + "…"
    text = words.format(**(context | {"key": key, "kind": _kind(value), "input": shown, "reason": reason}))
    if error["type"] == "extra_forbidden":
        advice = did_you_mean(key, _names(_model_at(model, path[:-1])))
    elif error["type"] == "literal_error":
        advice = f"write {context['expected']}"
    elif error["type"] in ("tuple_type", "dict_type", "model_type") and not key:
        text = text.replace("'' should", "this file should")
    return rule, text, advice or _describe(model, path)


def _key(path: Path) -> str:
    """The name of the last key; an item of a list is told as 'items 2' (counted from 1)."""
    if path and isinstance(path[-1], int):
        return f"{_key(path[:-1])} {path[-1] + 1}".strip()
    return str(path[-1]) if path else ""


def _kind(value: object) -> str:
    kinds = {dict: "a group of keys", list: "a list", type(None): "left empty"}
    return kinds.get(type(value), f"'{value}'")


def _names(model: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _describe(model: type[BaseModel], path: Path) -> str:
    """The sentence of the field at `path`, or of the nearest one around it."""
    while path:
        parent = _model_at(model, path[:-1])
        for name, field in parent.model_fields.items() if parent else ():
            if path[-1] in (name, field.alias) and field.description:
                return field.description.strip().rstrip(".")
        path = path[:-1]
    return (model.__doc__ or "").strip().split("\n")[0].rstrip(".")


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
