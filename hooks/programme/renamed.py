"""Keys of an earlier edition in a centre's file: still read, each with a warning that says what to write now.

A model names them in `RENAMED` (old key → new key), `RETIRED` (old key → what to do now) and `MOVED` (old key
→ the file where it stands now, and its key there): `moved` takes its value over.
"""

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from programme.hints import short
from programme.yaml_lines import Document, Path

Said = tuple[int, str, str, str]
"""(line, rule, what is wrong, what right looks like)"""


def up_to_date(model: type[BaseModel], document: Document) -> list[Said]:
    """Give old keys in `document` the names that `model` knows today; what to tell of each."""
    return list(_visit(model, document.value, (), document)) if _has_old(model) else []


def _visit(shape: Any, value: Any, at: Path, document: Document) -> Iterator[Said]:
    """Follow `value` along the `shape` of its type: a model, a list or mapping of them, or either or none."""
    if isinstance(shape, type) and issubclass(shape, RootModel):
        yield from _visit(shape.model_fields["root"].annotation, value, at, document)
    elif isinstance(shape, type) and issubclass(shape, BaseModel):
        if isinstance(value, dict):
            yield from _keys(shape, value, at, document)
            for name, field in shape.model_fields.items():
                key = field.alias or name
                if key in value:
                    yield from _visit(field.annotation, value[key], (*at, key), document)
    elif get_origin(shape) is tuple and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _visit(get_args(shape)[0], item, (*at, index), document)
    elif get_origin(shape) is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from _visit(get_args(shape)[1], item, (*at, key), document)
    elif _inner(shape):
        for one in _inner(shape):
            yield from _visit(one, value, at, document)


def _inner(shape: Any) -> tuple[Any, ...]:
    """The types that a value may have, where a type allows several or carries notes."""
    if get_origin(shape) is Annotated:
        return get_args(shape)[:1]
    if get_origin(shape) in (Union, UnionType):
        return tuple(one for one in get_args(shape) if one is not NoneType)
    return ()


def _keys(model: type[BaseModel], value: dict[str, Any], at: Path, document: Document) -> Iterator[Said]:
    for old, new in getattr(model, "RENAMED", {}).items():
        if old in value and new not in value:
            yield document.line((*at, old)), "renamed-key", f"'{short(old)}' has a new name", f"write {new}:"
            value[new] = value.pop(old)
            _move_lines(document, (*at, old), (*at, new))
    for old, advice in getattr(model, "RETIRED", {}).items():
        if old in value:
            del value[old]
            yield document.line((*at, old)), "retired-key", f"'{short(old)}' is no longer used", advice
    for old, place in getattr(model, "MOVED", {}).items():
        if old in value:
            document.moved[place] = (old, value.pop(old))


def _move_lines(document: Document, old: Path, new: Path) -> None:
    for path in [path for path in document.lines if path[: len(old)] == old]:
        document.lines[(*new, *path[len(old) :])] = document.lines[path]


@cache
def _has_old(model: type[BaseModel]) -> bool:
    """Whether `model` or any in it has old keys; most have none, and then nothing is visited."""
    own = any(getattr(model, name, None) for name in ("RENAMED", "RETIRED", "MOVED"))
    shapes = (field.annotation for field in model.model_fields.values())
    return own or any(_has_old(one) for shape in shapes for one in _models(shape))


def _models(shape: Any) -> Iterator[type[BaseModel]]:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        yield shape
    else:
        for one in get_args(shape)[: 1 if get_origin(shape) is Annotated else None]:
            yield from _models(one)
