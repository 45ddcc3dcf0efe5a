"""Which file stands for a path: a centre's own wins over the shared one."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LAYERS = ("centre", "")
"""Folders in which a path is looked for; the first that has it wins."""


@dataclass(frozen=True)
class Layers:
    """The layers of the repository at `root`. All paths are relative to it, with `/`."""

    root: Path

    def find(self, path: str) -> str:
        """The path of the file that stands for `path`; `path` itself when no layer has it."""
        for layer in LAYERS:
            found = str(PurePosixPath(layer, path))
            if os.path.lexists(self.root / found):
                return found
        return path

    def own(self) -> Iterator[str]:
        """The path of every file that a centre put into its folder, but for hidden ones and the README."""
        base = self.root / LAYERS[0]
        for file in sorted(base.rglob("*")):
            name = file.relative_to(base).as_posix()
            hidden = any(part.startswith((".", "_")) for part in name.split("/"))
            if file.is_file() and not hidden and name != "README.md":
                yield f"{LAYERS[0]}/{name}"

    def files(self, folder: str, pattern: str) -> Iterator[tuple[str, str]]:
        """(name below `folder`, path) of every file or link that matches, each name once, sorted."""
        found: dict[str, str] = {}
        for layer in LAYERS:
            base = self.root / layer / folder
            for file in base.glob(pattern):
                name = file.relative_to(base).as_posix()
                hidden = any(part.startswith((".", "_")) for part in name.split("/"))
                if not hidden:
                    found.setdefault(name, file.relative_to(self.root).as_posix())
        yield from sorted(found.items())
