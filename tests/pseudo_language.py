"""A language for tests: English words written in Arabic letters. It runs from right to left, and whatever was
forgotten shows itself, for it is still in Latin letters."""

import re
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import yaml
from babel.messages.pofile import read_po, write_po

from programme.extracting import catalogue
from programme.load import load
from programme.translations.overlay import OF_ITSELF, WORDS
from programme.translations.reading import CATALOGUE, FOLDER, translatable
from programme.translations.working import as_written, start, write

CODE = "ar"
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابثدعفغهيجكلمنوبقرستوفوسيز")
_KEPT = re.compile(
    r"\{\{.*?\}\}|\[@[^\]]*\]|\]\((?:%\(\w+\)s|[^)])*\)|</?\w[^>]*>|\{[^{}]*\}|%\(\w+\)s|&#?\w+;|`[^`]*`|https?://\S+",
    re.S,
)
"""What a translator leaves as it is: names, citations, where links lead, marks, code."""
_OPENS = re.compile(r"(////? *(\w+)(?: *\| *)?)(.*)")
_NAMED = {"nation", "local"}
"""Blocks whose title is a name that the course knows them by."""


def pseudo(text: str) -> str:
    """`text` as the language has it."""
    made, at = [], 0
    for kept in _KEPT.finditer(text):
        made += [_letters(text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*made, _letters(text[at:])])


def _letters(text: str) -> str:
    """A capital is a longer letter: the body called PASS is another word than to pass."""
    return re.sub("[A-Z]", lambda capital: f"{capital[0].lower()}ـ", text).translate(_LETTERS)


def translate(root: Path, but: tuple[str, ...] = ()) -> None:
    """Write a translation of all that can be translated in the repository at `root`, but not of `but`."""
    write(root, f"{FOLDER}/{CODE}/{CATALOGUE}", _catalogue(root))
    whole, problems = load(root)
    assert whole, problems
    programme = as_written(whole)
    for source in translatable(programme):
        if source.path not in but:
            target, text = start(programme, CODE, source.path)
            write(root, target, _file(source.path, text))


def _catalogue(root: Path) -> str:
    known = read_po(StringIO(catalogue(root, CODE)), locale=CODE)
    for message in known:
        if isinstance(message.id, tuple):
            message.string = tuple(pseudo(message.id[1]) for _ in range(known.num_plurals))
        elif message.id:
            message.string = pseudo(message.id)
    target = BytesIO()
    write_po(target, known)
    return target.getvalue().decode()


def _file(path: str, text: str) -> str:
    if not path.endswith(".md"):
        return _yaml(yaml.safe_load(text))
    _, matter, body = text.split("---\n", 2)
    return f"---\n{_yaml(yaml.safe_load(matter))}---\n{_body(body)}"


def _yaml(value: Any) -> str:
    return yaml.safe_dump(_words(value), allow_unicode=True, sort_keys=False, width=1000)


def _words(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: one if name in OF_ITSELF else _words(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_words(one, key) for one in value]
    return pseudo(value) if isinstance(value, str) and key in WORDS - {"of"} else value


def _body(text: str) -> str:
    made, code, options, within = [], False, False, ""
    for line in text.split("\n"):
        code ^= line.startswith("```")
        opens = _OPENS.fullmatch(line)
        if code or line.startswith("```"):
            made.append(line)
        elif opens:
            made.append(line if opens[2] in _NAMED else opens[1] + pseudo(opens[3]))
        elif options and line.startswith("    "):
            line, within = _option(line, within)
            made.append(line)
        else:
            made.append(pseudo(line))
        options = bool(opens) or (options and line.startswith("    "))
    return "\n".join(made)


def _option(line: str, within: str) -> tuple[str, str]:
    """The line, and the option that it belongs to. `paper:` and `needs:` are words; no page shows `form:`."""
    key, _, value = line.partition(":")
    if line[4] != " ":
        return (f"{key}:{pseudo(value)}" if key.strip() in ("paper", "needs") else line), key.strip()
    return (pseudo(line) if within == "needs" else line), within
