"""One line that says what is being made, written over itself; nothing where nobody looks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from programme.formats.job import Job

CLEARED = "\r\x1b[2K"
"""To the start of the line, which is emptied (ECMA-48)."""


@contextmanager
def progress() -> "Iterator[Callable[[Job], None]]":
    """What to call before each file. At the end the line is empty again for what is said next."""
    try:
        yield lambda job: _write(job.uri)
    finally:
        _write("")


def _write(words: str) -> None:
    if sys.stderr.isatty():
        print(f"{CLEARED}{words}", end="", file=sys.stderr, flush=True)
