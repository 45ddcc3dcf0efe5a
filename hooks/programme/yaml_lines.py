"""YAML → plain data with line numbers, in one pass over the parser's events.

Every scalar stays the text the author wrote: the model of the source decides what it means. So `no`,
`1.10` and `2026-02-30` reach a text field unharmed and a date field as a date that can be refused.
Aliases, tags and deep nesting are refused, so that no small file can grow large in memory.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from programme.hints import short
from programme.syntax import INVISIBLE
from programme.yaml_words import complaint

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # wheels without libyaml: slower, and it says the same
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

DEEPEST = 20
_HARD_SPACE = re.compile(r"^[ -]*(\xa0|[\w-]+:\xa0)", re.MULTILINE)
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """Something wrong at a line of a text; becomes a Problem once the file is known."""

    line: int
    rule: str
    text: str
    advice: str


@dataclass
class Document:
    """What a YAML text says: `value` of dict, list, str and None; `lines` by path of keys and indexes.

    `moved` has what a later edition keeps in another file: (its path, its key there) → (old key, value).
    """

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    moved: dict[tuple[str, str], tuple[str, Any]] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """Line of the thing at `path`, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass
class _Open:
    """A list or mapping still being read; `key` is the mapping's key that waits for its value."""

    items: Any
    path: Path
    key: str | None = None
    skip: bool = False


class _RefusedError(Exception):
    """Reading ends here: `args` are those of the Fault that says why."""


def parse(text: str, first_line: int = 1) -> Document:
    """Read `text`, whose first line is line `first_line` of its file. Never raises."""
    document = Document()
    try:
        _hard_space(text, first_line)
        _read(text, first_line, document)
    except _RefusedError as refused:
        document.faults.append(Fault(*refused.args))
        document.value = None
    except yaml.YAMLError as error:
        index, words = complaint(error, text)
        document.faults.append(Fault(index + first_line, *words))
        document.value = None
    return document


def _hard_space(text: str, first_line: int) -> None:
    """Word and web pages give spaces that only look like one; YAML reads them as letters."""
    if found := _HARD_SPACE.search(text):
        line = text.count("\n", 0, found.start()) + first_line
        what = "a hard space stands where a plain space should"
        raise _RefusedError(line, "hard-space", what, "delete it and press the space bar")


def _read(text: str, first_line: int, document: Document) -> None:
    stack: list[_Open] = []
    for event in yaml.parse(text, Loader=Loader):
        line = (event.start_mark.line if event.start_mark else 0) + first_line
        if isinstance(event, yaml.events.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.events.DocumentStartEvent) and document.lines:
            raise _RefusedError(
                line, "yaml-two", "a second text begins here, after ---", "take the line --- out"
            )
        elif isinstance(event, yaml.events.NodeEvent):
            _refuse(event, line, len(stack))
            value = _value(event)
            path = _put(stack, document, line, value)
            if not isinstance(event, yaml.events.ScalarEvent):
                stack.append(_Open(value, path))


def _refuse(event: Any, line: int, depth: int) -> None:
    """What YAML can do and sources never need."""
    tag = (getattr(event, "tag", None) or "!") != "!"
    if tag or event.anchor:
        what = "a tag (!)" if tag else "an anchor or alias (& or *)"
        advice = "write the text out in full, in quotation marks if it begins with & * or !"
        raise _RefusedError(line, "yaml-feature", f"{what} is not used here", advice)
    if depth >= DEEPEST:
        raise _RefusedError(
            line, "too-deep", "lists and keys are nested too deep", f"write at most {DEEPEST} levels"
        )


def _value(event: Any) -> Any:
    """A new list or dict for the start of one; text, or None, for a scalar."""
    if isinstance(event, yaml.events.CollectionStartEvent):
        return {} if isinstance(event, yaml.events.MappingStartEvent) else []
    left_empty = event.style in (None, "") and event.value in ("", "~", "null", "Null", "NULL")
    return None if left_empty else str(event.value)


def _put(stack: list[_Open], document: Document, line: int, value: Any) -> Path:
    """Put a value where it belongs, or keep it as the key of the next one. Returns its path."""
    if isinstance(value, str) and (found := INVISIBLE.search(value)):
        advice = "write the letter itself, not a code that begins with \\"
        raise _RefusedError(
            line, "invisible", f"an invisible sign (U+{ord(found[0]):04X}) is written here", advice
        )
    if not stack:
        document.value = value
        document.lines[()] = line
        return ()
    top = stack[-1]
    if isinstance(top.items, list):
        path: Path = (*top.path, len(top.items))
        top.items.append(value)
        document.lines[path] = line
        return path
    if top.key is None:
        return _key(top, document, line, value)
    path = (*top.path, top.key)
    if not top.skip:
        top.items[top.key] = value
    top.key = None
    return path


def _key(top: _Open, document: Document, line: int, key: Any) -> Path:
    """Keep a key; one that stands twice in a mapping is a fault, and its first value is kept."""
    if not isinstance(key, str):
        advice = "write key: value, and put a text that begins with { or [ in quotation marks"
        raise _RefusedError(line, "yaml-key", "there is no word before a colon here", advice)
    path = (*top.path, key)
    top.key, top.skip = key, key in top.items
    if top.skip:
        text = f"'{short(key)}' stands twice; it was first written on line {document.lines[path]}"
        document.faults.append(Fault(line, "duplicate-key", text, "keep one of them"))
    else:
        document.lines[path] = line
    return path
