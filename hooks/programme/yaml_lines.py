"""YAML → plain data with line numbers, in one pass over the parser's events.

Every scalar stays the text the author wrote: the model of the source decides what it means. So `no`,
`1.10` and `2026-02-30` reach a text field unharmed and a date field as a date that can be refused.
Aliases, tags and deep nesting are refused, so that no small file can grow large in memory.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # wheels without libyaml: slower, the same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

DEEPEST = 20
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
    """What a YAML text says: `value` of dict, list, str and None; `lines` by path of keys and indexes."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

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


def parse(text: str, first_line: int = 1) -> Document:
    """Read `text`, whose first line is line `first_line` of its file. Never raises."""
    document = Document()
    try:
        _read(text, first_line, document)
    except yaml.YAMLError as error:
        document.faults.append(_syntax(error, text, first_line))
        document.value = None
    return document


def _read(text: str, first_line: int, document: Document) -> None:
    stack: list[_Open] = []
    for event in yaml.parse(text, Loader=Loader):
        if not isinstance(event, yaml.events.NodeEvent | yaml.events.CollectionEndEvent):
            continue
        line = (event.start_mark.line if event.start_mark else 0) + first_line
        if isinstance(event, yaml.events.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.events.AliasEvent) or event.anchor or _tag(event):
            what = "a tag (!)" if _tag(event) else "an anchor or alias (& or *)"
            advice = "write the text out in full, in quotation marks if it begins with & * or !"
            document.faults.append(Fault(line, "yaml-feature", f"{what} is not used here", advice))
            document.value = None
            return
        elif isinstance(event, yaml.events.ScalarEvent):
            _put(stack, document, line, _scalar(event))
        else:
            opened: Any = {} if isinstance(event, yaml.events.MappingStartEvent) else []
            path = _put(stack, document, line, opened)
            stack.append(_Open(opened, path))
            if len(stack) > DEEPEST:
                advice = f"write at most {DEEPEST} levels"
                document.faults.append(Fault(line, "too-deep", "lists and keys are nested too deep", advice))
                document.value = None
                return


def _put(stack: list[_Open], document: Document, line: int, value: Any) -> Path:
    """Put a value where it belongs, or keep it as the key of the next one. Returns its path."""
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
    if top.key is None and not isinstance(value, str):
        text = "a key must be a word" if value is not None else "a key is empty"
        document.faults.append(Fault(line, "yaml-key", text, "write key: value"))
        top.key, top.skip = "", True
        return (*top.path, "")
    if top.key is None:
        top.key, path = value, (*top.path, value)
        top.skip = value in top.items
        if top.skip:
            first = document.lines[path]
            text = f"'{value}' stands twice; it was first written on line {first}"
            document.faults.append(Fault(line, "duplicate-key", text, "keep one of them"))
        else:
            document.lines[path] = line
        return path
    path = (*top.path, top.key)
    if not top.skip:
        top.items[top.key] = value
    top.key = None
    return path


def _scalar(event: Any) -> str | None:
    if event.style is None and event.value in ("", "~", "null", "Null", "NULL"):
        return None
    return str(event.value)


def _tag(event: Any) -> bool:
    """True for a tag the author wrote: !!str, !python/object …"""
    return bool(getattr(event, "tag", None)) and event.tag != "!"


_SYNTAX = (
    (r"\\t|tab", "tab", "a tab stands where spaces should", "use spaces to indent, two for each level"),
    (
        r"mapping values are not allowed",
        "yaml-colon",
        "a second colon on this line",
        'put the text after the first colon in quotation marks: key: "text: more text"',
    ),
    (
        r"could not find expected ':'|expected <block end>",
        "yaml-shape",
        "this line does not line up with the lines around it",
        "begin keys of one list or group in the same column, and write key: value",
    ),
    (
        r"while scanning a quoted scalar|unexpected end of stream",
        "yaml-quote",
        "quotation marks are opened and never closed",
        "close them at the end of the text",
    ),
)


def _syntax(error: yaml.YAMLError, text: str, first_line: int) -> Fault:
    """The parser's complaint as a sentence. A tab is looked for first: it is the commonest cause."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    number = mark.line if mark else 0
    lines = text.split("\n")
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    for place in (number, number - 1):
        if 0 <= place < len(lines) and re.match(r" *\t", lines[place]):
            number, said = place, "tab"
            break
    for pattern, rule, what, advice in _SYNTAX:
        if re.search(pattern, said):
            return Fault(number + first_line, rule, what, advice)
    problem = getattr(error, "problem", None) or "it is not YAML"
    return Fault(number + first_line, "yaml", f"this cannot be read ({problem})", "write key: value, or - item")
