"""programme translations: what is translated and what is left; begin one, and note that it is done."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from programme.extracting import catalogue, state
from programme.load import load
from programme.problems import errors
from programme.translating import changed, copy
from programme.translations.reading import CATALOGUE, is_other_language
from programme.translations.working import (
    CannotTranslateError,
    State,
    Work,
    as_written,
    done,
    place,
    start,
    work,
    write,
)
from programme.whole import Programme

Make = Callable[[Programme, str, str], tuple[str, str]]
"""(programme, language, path) → (path, text) of a translation."""


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "translations",
        help="what is translated, what has changed since, and what is left",
        description="List what is translated into each language, with counts of words. PATH is that of the "
        "shared text, for example course/self-management/fatigue.md. Exit status 1 if a translation is older "
        "than its text.",
    )
    pair = {"nargs": 2, "metavar": ("LANGUAGE", "PATH")}
    parser.add_argument("--start", **pair, help="begin a translation: a file with the English words")
    parser.add_argument("--done", **pair, help="a translation says what its text says as it is today")
    parser.add_argument(
        "--diff", **pair, help="what the text said when it was translated, and what it says now"
    )
    parser.add_argument(
        "--words", metavar="LANGUAGE", help="make or refresh the catalogue of the frame's words"
    )
    parser.add_argument("--all", action="store_true", help="list what is missing, too")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    code = options.words or (options.start or options.done or options.diff or [""])[0]
    if code and not is_other_language(code):
        what = f"'{code}' is not the code of another language; write cy for Welsh, or pl for Polish"
        print(f"programme translations: {what}", file=sys.stderr)
        return 2
    programme, problems = load(options.root)
    if options.words:
        return _words(options.root, options.words, programme)
    if programme is None:
        print("Some files have mistakes. Mend them first; programme check lists them.", file=sys.stderr)
        return 2
    programme = as_written(programme)
    try:
        if options.start:
            return _written(programme, options.start, start, "Translate each English word in it")
        if options.done:
            return _written(programme, options.done, done, "It counts as up to date")
        if options.diff:
            return _changed(programme, *options.diff)
    except CannotTranslateError as reason:
        print(f"Nothing was written: {reason}.", file=sys.stderr)
        return 2
    old = [_told(options.root, programme, one, options.all) for one in programme.others]
    if not old:
        print("This site has English alone. The guide for translators says how to begin.")
    return 1 if any(old) or errors(problems) else 0


def _written(programme: Programme, what: list[str], make: Make, next_: str) -> int:
    code, named = what
    path, text = make(programme, code, named)
    write(programme.root, path, text)
    write(programme.root, *copy(programme, code, named, text))
    print(f"Wrote {path}. {next_}.")
    return 0


def _changed(programme: Programme, code: str, named: str) -> int:
    """Exit status 1 if there is something to mend."""
    lines = list(changed(programme, code, named))
    print("\n".join(lines) if lines else "The English words that it translates are the same.")
    return 1 if lines else 0


def _words(root: Path, code: str, programme: Programme | None) -> int:
    path = f"translations/{code}/{CATALOGUE}"
    if programme and programme.centre and not (root / path).is_file():
        path = place(programme, code, CATALOGUE)
    file = root / path
    text = catalogue(root, code, file.read_text(encoding="utf-8") if file.is_file() else "")
    write(root, path, text)
    left = state(root, text, code)
    print(f"Wrote {path}: {left.all - len(left.missing)} of {left.all} are translated.")
    return 0


def _told(root: Path, programme: Programme, other: Programme, everything: bool) -> bool:
    """Print how far one language is; whether any of it is older than its text."""
    found = list(work(programme, other))
    texts = Counter(one.state for one in found)
    words = Counter[State]()
    for one in found:
        words[one.state] += one.words
    language = other.language
    print(f"{language.own_name} ({language.code})")
    for name, about in _STATES.items():
        print(f"  {texts[name]:4} texts, {words[name]:7,} words: {about}")
    _frame(root, language.code)
    for one in found:
        if one.state == "stale" or everything:
            print(_line(one, language.code))
    print()
    return texts["stale"] > 0


_STATES: dict[State, str] = {
    "done": "translated and reviewed",
    "draft": "translated, not yet reviewed",
    "stale": "older than the English text",
    "missing": "not translated, shown in English",
}


def _frame(root: Path, code: str) -> None:
    file = next((one for one in _catalogues(root, code) if one.is_file()), None)
    if file:
        left = state(root, file.read_text(encoding="utf-8"), code)
        print(f"  Words of the frame: {left.all - len(left.missing)} of {left.all}")
        if left.missing:
            print(
                f"    The others are in English. For the newest list: programme translations --words {code}"
            )


def _catalogues(root: Path, code: str) -> tuple[Path, ...]:
    return tuple(root / layer / "translations" / code / CATALOGUE for layer in ("centre", ""))


def _line(one: Work, code: str) -> str:
    line = f"    {one.state}: {one.path}, {one.words:,} words"
    if one.state == "stale":
        line += f"\n      What has changed: programme translations --diff {code} {one.path}"
        line += f"\n      When it says the same again: programme translations --done {code} {one.path}"
    return line
