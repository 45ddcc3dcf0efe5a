"""A file on disk → text, or the one reason why not. Nothing outside the repository is ever read."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from programme.problems import Problem
from programme.remembering import remembered
from programme.syntax import INVISIBLE

LARGEST_SOURCE = 1_000_000
"""Bytes. The longest session is about 20 kB: anything near this is not a text a person wrote."""
LONGEST_LINE = 5_000
"""Letters: a page of print. Far below it reading stays quick, whatever a line holds."""

SAVE_AS_UTF8 = "open it in Notepad, choose Save as, set Encoding to UTF-8 and save"


@dataclass(frozen=True)
class Text:
    """The text of a file: no byte-order mark, line ends as \\n. `path` is relative to the repository."""

    path: str
    text: str


def find(root: Path, path: str, largest: int = LARGEST_SOURCE) -> Path | Problem:
    """The regular file at `path`, inside `root` and at most `largest` bytes long."""
    target = root / path
    try:
        inside = target.resolve().is_relative_to(root.resolve())
        found = target.stat()
    except (OSError, ValueError, RuntimeError):  # not there, a ring of links, a name that no disk takes
        if os.path.islink(target):
            text = "this is a link to a file that is not there"
            return _problem(path, "missing-file", text, "put the file itself in its place")
        return _problem(path, "missing-file", "this file is missing", "put it back: the site needs it")
    if not inside:
        text = "this is a link to a file outside this folder"
        return _problem(path, "outside", text, "put the file itself in its place")
    if not stat.S_ISREG(found.st_mode):
        text = f"this is a {'folder' if stat.S_ISDIR(found.st_mode) else 'device'}, not a file"
        return _problem(path, "not-a-file", text, "give it another name and put the file in its place")
    if found.st_size > largest:
        size, most = f"{found.st_size / 1e6:.1f} MB", f"{largest / 1e6:g} MB"
        return _problem(path, "too-large", f"the file has {size}", f"make it smaller than {most}")
    return target


def read(root: Path, path: str) -> Text | Problem:
    """The text of `path`: UTF-8, with or without a byte-order mark, with any line ends."""
    target = find(root, path)
    if isinstance(target, Problem):
        return target
    try:
        data = target.read_bytes()
    except OSError as error:
        return _problem(
            path, "unreadable", f"it cannot be read: {error.strerror}", "ask for leave to read it"
        )
    return decode(path, data)


@remembered()
def decode(path: str, data: bytes) -> Text | Problem:
    """Bytes → text, telling how the file was saved when it was not saved as UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0\0" in (data[:4:2], data[1:4:2]):
        return _problem(path, "utf-16", "the file is saved as UTF-16 (Unicode)", SAVE_AS_UTF8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        byte = data[error.start : error.start + 1].decode("cp1252", "replace")
        what = f"the sign '{byte}' is saved in the old Windows way (Windows-1252 or ANSI)"
        return _problem(path, "not-utf-8", what, SAVE_AS_UTF8, line)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := INVISIBLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = f"an invisible sign (U+{ord(found[0]):04X}) stands on this line"
        return _problem(path, "invisible", what, "delete the words around it and type them again", line)
    if not text.strip():
        return _problem(path, "empty-file", "the file is empty", "fill it in, or put the last good one back")
    for number, one in enumerate(text.split("\n"), 1):
        if len(one) > LONGEST_LINE:
            what = f"this line has {len(one):,} letters, and {LONGEST_LINE:,} are the most"
            return _problem(path, "long-line", what, "press Enter between its sentences", number)
    return Text(path, text)


def _problem(path: str, rule: str, text: str, advice: str, line: int = 1) -> Problem:
    return Problem(path, line, rule, text, advice)
