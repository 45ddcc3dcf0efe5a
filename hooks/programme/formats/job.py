"""One file to make, whatever its format."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from programme.problems import Problem

Made = tuple[bytes, list[Problem]]
"""A file, empty where its author has something to mend first."""


@dataclass(frozen=True)
class Job:
    """One file. `uri` is its site path, `page` that of the page it is a form of.

    `source` is the path of the text that it is made from; `size` that of its letters in points, 0 where its
    reader chooses it; `key` changes with its bytes; `day` dates it. `code`, where it has one, is printed on
    it and tells whether a copy is current.
    """

    uri: str
    page: str
    source: str
    size: int
    key: str
    day: date
    make: Callable[[], Made]
    code: str = ""

    @property
    def format(self) -> str:
        """The end of its name, without the dot."""
        return PurePosixPath(self.uri).suffix.removeprefix(".")

    @property
    def names(self) -> set[str]:
        """What a person may call it: a session, its module, a poster, course or plan."""
        path = PurePosixPath(self.page)
        return {path.stem, *path.parent.parts} - {"index"}
