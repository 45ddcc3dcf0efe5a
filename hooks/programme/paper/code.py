"""Typst code: strings, calls, and what joins to content."""

from collections.abc import Iterable


def string(text: str) -> str:
    """A literal; only \\ and " mean something in it (Typst reference, Strings)."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def content(parts: Iterable[str]) -> str:
    """Expressions joined to content, in a block of code."""
    return "{" + ";".join(filter(None, parts)) + "}"


def array(items: Iterable[str]) -> str:
    return "(" + "".join(f"{item}," for item in items) + ")"


def strings(items: Iterable[str]) -> str:
    return array(map(string, items))


def call(name: str, *given: str, **named: str) -> str:
    """A call; all arguments are code. `_` in names becomes `-`."""
    keys = (f"{key.replace('_', '-')}:{value}" for key, value in named.items())
    return f"{name}({','.join([*given, *keys])})"


def yes(value: bool) -> str:
    return "true" if value else "false"
