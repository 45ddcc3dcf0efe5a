"""Keys that an earlier edition had in another file of a centre: their values are taken over.

A merge never touches a centre's files, so a key that has moved stands where it stood until someone moves it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from programme.hints import short
from programme.problems import Problem
from programme.sources import Sourced, typed
from programme.yaml_lines import Document, Path

M = TypeVar("M", bound=BaseModel)


def take_over(
    old: Sourced[Any] | None, path: str, model: type[M], new: Sourced[M] | None
) -> tuple[Sourced[M] | None, list[Problem]]:
    """`new`, the file at `path`, with what `old` still holds of it. What stands in `new` itself wins."""
    found = {key: said for (where, key), said in (old.document.moved if old else {}).items() if where == path}
    if not old or not found:
        return new, []
    told = list(_told(old, found, path, new))
    there = new.document.value if new and isinstance(new.document.value, dict) else {}
    left = {key: value for key, (_, value) in found.items() if key not in there}
    if not left:
        return new, told
    lines: dict[Path, int] = {(key,): old.document.line((found[key][0],)) for key in left}
    taken, problems = typed(old.path, Document(left, lines), model)
    if not new:
        return taken, told + problems
    values = {key: getattr(taken.value, key) for key in left} if not problems else {}
    return replace(new, value=new.value.model_copy(update=values)), told + problems


def _told(
    old: Sourced[Any], found: dict[str, tuple[str, Any]], path: str, new: Sourced[Any] | None
) -> Iterator[Problem]:
    there = new.document.value if new and isinstance(new.document.value, dict) else {}
    for key, (name, value) in found.items():
        text = f"'{name}' now belongs in {path}"
        shown = f" {short(value)}" if isinstance(value, str) else ""
        advice = f"write {key}:{shown} there, and take this out"
        if key in there:
            text, advice = f"'{name}' is not used, because {path} has {key}:", "take this line out"
        line = old.document.line((name,))
        yield Problem(old.path, line, "moved-key", text, advice, severity="warning")
