"""A shared file → the centre's own copy, and a note of what it was based on."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from programme.based_on import keep, text_of
from programme.hints import did_you_mean

FOLDERS = ("course", "plan", "posters", "docs")
"""Whose files a centre can replace."""
_SCHEMA_LINE = re.compile(r"\A# yaml-language-server:[^\n]*\n")
_TEXTS = (".md", ".yml")


class CannotAdoptError(Exception):
    """Says why, and what to do, in one sentence."""


def shared_files(root: Path) -> Iterator[str]:
    """Path of every shared file that a centre can put its own in place of."""
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root).as_posix()
            hidden = any(part.startswith((".", "_")) for part in path.split("/"))
            if file.is_file() and not hidden and not path.startswith("docs/authors/reference/"):
                yield path


def adopt(root: Path, said: str, edition: str) -> list[str]:
    """Copy what people call `said` into centre/. Gives the new paths; raises CannotAdoptError.

    Nothing that is there already is overwritten.
    """
    paths = _meant(root, said)
    there = [f"centre/{path}" for path in paths if (root / "centre" / path).exists()]
    if there:
        raise CannotAdoptError(f"{there[0]} is there already; change that file, or delete it first")
    for path in paths:
        _copy(root, path, edition)
    return [f"centre/{path}" for path in paths]


def _copy(root: Path, path: str, edition: str) -> None:
    target = root / "centre" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    text = text_of(root, path) if path.endswith(_TEXTS) else None
    if text is None:
        shutil.copyfile(root / path, target)
        return
    keep(root, path, text, edition)
    target.write_text(_SCHEMA_LINE.sub("", text), encoding="utf-8", newline="\n")


def _meant(root: Path, said: str) -> list[str]:
    """The shared files that `said` names: a path in any way of writing it, a page, a poster, a session."""
    files = list(shared_files(root))
    path = re.sub(r"^(?:\./|centre/)+", "", said.strip().strip("\"'").replace("\\", "/"))
    path = path.removeprefix(f"{root.resolve().as_posix()}/").rstrip("/")
    page = re.sub(r"\.html$", ".md", path)
    for one in (path, page, f"docs/{page}"):
        if one in files:
            return [one]
    if poster := [one for one in files if one.startswith(f"posters/{path.removeprefix('posters/')}/")]:
        return poster
    named = [one for one in files if path in (PurePosixPath(one).name, PurePosixPath(one).stem)]
    if len(named) == 1:
        return named
    if named:
        raise CannotAdoptError(f"'{said}' could be {' or '.join(named[:4])}; write one of these")
    names = {one: one for one in files} | {PurePosixPath(one).stem: one for one in files}
    raise CannotAdoptError(f"there is no shared file '{said}'; {did_you_mean(path, names)}")


def adopt_place(root: Path, name: str, default: str, edition: str) -> str:
    """Begin the centre's own words for a `local` place with its shared ones; the path of the new file."""
    path = f"local/{name}.md"
    target = root / "centre" / path
    if target.exists():
        raise CannotAdoptError(f"centre/{path} is there already; change that file")
    text = f"{default.strip()}\n"
    keep(root, path, text, edition)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    return f"centre/{path}"
