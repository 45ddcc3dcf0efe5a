"""What a translator does: begin a file, note that it is up to date, and see what is left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import yaml

from programme.sources import Held, Sourced
from programme.translations.overlay import fingerprint, only_words, overlay, sentences
from programme.translations.reading import FOLDER, body_of, parts_of, translatable
from programme.whole import Programme
from programme.yaml_lines import Document

State = Literal["missing", "stale", "draft", "done"]
_TRANSLATES = re.compile(r"^translates:.*$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class CannotTranslateError(Exception):
    """Nothing was written; the words say why."""


@dataclass(frozen=True)
class Work:
    """One shared text: its path, its words, and how far its translation is."""

    path: str
    words: int
    state: State


def as_written(programme: Programme) -> Programme:
    """`programme` and its other languages as written: a centre's own words are files apart."""
    others = tuple(one.as_written or one for one in programme.others)
    return replace(programme.as_written or programme, others=others)


def work(shared: Programme, other: Programme) -> Iterator[Work]:
    """Every text that can be translated, in the order of the course; `other` is `shared` in one language."""
    for was, now in zip(translatable(shared), translatable(other), strict=True):
        yield Work(was.path, words(shared, was), _state(now.held))


def _state(held: Held | None) -> State:
    if not held:
        return "missing"
    return "stale" if held.stale else "done" if held.reviewed_by else "draft"


def words(programme: Programme, source: Sourced[Any]) -> int:
    """How many words of `source` there are to translate."""
    texts = [*sentences(only_words(source.document.value)), body_of(programme, source.path)]
    return sum(len(_WORD.findall(text)) for text in texts)


def start(programme: Programme, code: str, path: str) -> tuple[str, str]:
    """(path, text) of a new translation of the shared file at `path`: its English words, to be replaced."""
    source = find(programme, path)
    shared = only_words(source.document.value)
    matter = {"items": shared} if isinstance(shared, list) else shared
    body = body_of(programme, source.path)
    picked = overlay(source.document.value, Document(matter), lenient=True).picked
    said = {"translates": fingerprint(picked, body), **matter}
    text = yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=110)
    target = place(programme, code, source.path)
    if (programme.root / target).exists():
        raise CannotTranslateError(f"{target} is there already; open it, and translate what is left")
    return target, f"---\n{text}---\n{body}" if path.endswith(".md") else text


def done(programme: Programme, code: str, path: str) -> tuple[str, str]:
    """(path, text) of the translation of `path`, which now stands for the shared text as it is today."""
    source = find(programme, path)
    target = place(programme, code, source.path)
    file = programme.root / target
    if not file.is_file():
        raise CannotTranslateError(f"there is no {target}; begin it with --start {code} {path}")
    text = file.read_text(encoding="utf-8-sig")
    own = parts_of(target, text)[0]
    picked = overlay(source.document.value, own, lenient=True).picked if own else []
    line = f"translates: {fingerprint(picked, body_of(programme, source.path))}"
    if not _TRANSLATES.search(text):
        raise CannotTranslateError(f"{target} has no line translates: at its beginning")
    return target, _TRANSLATES.sub(line, text, count=1)


def place(programme: Programme, code: str, path: str) -> str:
    """Where the translation of the file at `path` belongs: a centre translates in its own folder."""
    own = "centre/" if programme.centre else ""
    return f"{own}{FOLDER}/{code}/{path.removeprefix('centre/')}"


def find(programme: Programme, path: str) -> Sourced[Any]:
    """The source that a person names by its path, or by that of its translation."""
    named = path.replace("\\", "/").removeprefix("./").removeprefix("centre/")
    named = re.sub(rf"^{FOLDER}/[^/]+/", "", named)
    for source in translatable(programme):
        if source.path.removeprefix("centre/") == named:
            return source
    raise CannotTranslateError(f"there is no text at {path} that can be translated")


def write(root: Path, path: str, text: str) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
