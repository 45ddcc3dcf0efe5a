"""What a centre's files were based on: a copy of each shared text as it was when the centre took it.

`centre/.based-on/<edition>/<path>` holds the text of `<path>` as that edition had it, or the shared words of
a `local` place as `local/<name>.md`. A copy and not a hash: to show what changed, the old text must be there,
and on a computer without git nothing else knows it. No page is made of a folder that begins with a full stop.
"""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from programme.problems import Problem
from programme.reading import read

FOLDER = "centre/.based-on"


def records(root: Path) -> Mapping[str, str]:
    """Path below centre/ → path of the copy of what it was based on. The newest edition wins."""
    base = root / FOLDER
    files = sorted(file for file in base.glob("*/**/*") if file.is_file())
    return {"/".join(file.relative_to(base).parts[1:]): file.relative_to(root).as_posix() for file in files}


def edition_of(record: str) -> str:
    """The edition that the copy at the path `record` is from."""
    return record.removeprefix(f"{FOLDER}/").split("/")[0]


def text_of(root: Path, path: str) -> str | None:
    """The text of a file with any line ends as \\n, or None where there is no text to read."""
    found = read(root, path)
    return None if isinstance(found, Problem) else found.text


def keep(root: Path, path: str, text: str, edition: str) -> None:
    """Write down that the centre's `path` is based on `text`; older copies of it go."""
    for record in (root / FOLDER).glob(f"*/{path}"):
        record.unlink()
    target = root / FOLDER / (re.sub(r"[^\w.-]+", "-", edition).strip(".") or "edition") / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def forget(root: Path, path: str) -> None:
    """Take out what was written down of `path`, and folders that are empty then."""
    for record in (root / FOLDER).glob(f"*/{path}"):
        record.unlink()
    for folder in sorted((root / FOLDER).glob("**/"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            shutil.rmtree(folder)
