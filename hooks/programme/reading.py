"""A file on disk → text, or the one reason why not. Nothing outside the repository is ever read."""

import stat
from dataclasses import dataclass
from pathlib import Path

from programme.problems import Problem

LARGEST_SOURCE = 1_000_000
"""Bytes. The longest session is about 20 kB: anything near this is not a text a person wrote."""

SAVE_AS_UTF8 = "open it in Notepad, choose Save as, set Encoding to UTF-8 and save"


@dataclass(frozen=True)
class Text:
    """The text of a file: no byte-order mark, line ends as \\n. `path` is relative to the repository."""

    path: str
    text: str


def inside(root: Path, path: str) -> Path | None:
    """Where `path` is on disk, or None when it leaves `root` (../, absolute, or through a link)."""
    target = root / path
    try:
        return target if target.resolve().is_relative_to(root.resolve()) else None
    except (OSError, ValueError, RuntimeError):  # a ring of links, or a NUL in the name
        return None


def find(root: Path, path: str, largest: int = LARGEST_SOURCE) -> Path | Problem:
    """The regular file at `path`, at most `largest` bytes long."""
    target = inside(root, path)
    if target is None:
        return _problem(path, "outside", "the file lies outside this folder", "keep every file inside it")
    try:
        found = target.stat()
    except (OSError, ValueError):
        return _problem(path, "missing-file", "there is no such file", "make it, or mend the name here")
    if not stat.S_ISREG(found.st_mode):
        return _problem(path, "not-a-file", "this is a folder, not a file", "put a file of that name there")
    if found.st_size > largest:
        size = f"{found.st_size / 1_000_000:.1f} MB"
        return _problem(path, "too-large", f"the file has {size}", f"at most {largest / 1e6:g} MB is read")
    return target


def read(root: Path, path: str) -> Text | Problem:
    """The text of `path`: UTF-8, with or without a byte-order mark, with any line ends."""
    target = find(root, path)
    if isinstance(target, Problem):
        return target
    try:
        data = target.read_bytes()
    except OSError as error:
        return _problem(path, "unreadable", f"it cannot be read: {error.strerror}", "ask for leave to read it")
    return decode(path, data)


def decode(path: str, data: bytes) -> Text | Problem:
    """Bytes → text, telling how the file was saved when it was not saved as UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        return _problem(path, "utf-16", "the file is saved as UTF-16 (Unicode)", SAVE_AS_UTF8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start : error.start + 1].decode("cp1252", "replace")
        text = f"the character '{byte}' is saved in the old Windows way (Windows-1252 or ANSI)"
        return _problem(path, "not-utf-8", text, SAVE_AS_UTF8, line)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line_text in enumerate(text.split("\n"), 1):
        if any(ord(char) < 32 and char != "\t" or char == "\x7f" for char in line_text):
            return _problem(path, "control-character", "an invisible control character", "delete it", number)
    if not text.strip():
        return _problem(path, "empty-file", "the file is empty", "fill it in, or delete it")
    return Text(path, text)


def _problem(path: str, rule: str, text: str, advice: str, line: int = 1) -> Problem:
    return Problem(path, line, rule, text, advice)
