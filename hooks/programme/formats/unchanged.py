"""Whether anything can be new since files were last made: answered without reading a single source as YAML.

A site has thousands of lines to read and check, and most often nobody has changed one. Known by their bytes:
all sources, our own code, and the versions of all packages.
"""

import hashlib
import json
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

SOURCES = ("course", "plan", "posters", "docs", "translations", "centre")
CODE = Path(__file__).parent.parent
KNOWN = "unchanged.json"
"""In the folder of the files: what was asked for and of which sources → each file that came of it, with its
bytes."""


def digest(root: Path, *asked: object) -> str:
    """Changes with every source below `root`, the code, Python, packages, and with what is `asked`."""
    found = hashlib.sha256(repr((sys.version, _packages(), asked)).encode())
    for file in _files([*(root / name for name in SOURCES), CODE]):
        found.update(f"\0{file}\0{file.stat().st_size}\0".encode())
        found.update(file.read_bytes())
    return found.hexdigest()


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                yield file


def _packages() -> list[str]:
    """Names and versions, from the names of their folders."""
    return sorted(one.name for one in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


def unchanged(folder: Path, key: str) -> int:
    """How many files `folder` has from a time with the same `key`; 0 when one of them is not as it was."""
    with suppress(OSError, ValueError, AttributeError, TypeError):
        made = json.loads((folder / KNOWN).read_text(encoding="utf-8")).get(key, {})
        if all((folder / uri).stat().st_size == size for uri, size in made.items()):
            return len(made)
    return 0


def remember(folder: Path, key: str, made: dict[str, int]) -> None:
    """That all of `made`, site path → bytes, came of `key`. Only the last key is kept."""
    text = json.dumps({key: made}, indent=1)
    (folder / KNOWN).write_text(text + "\n", encoding="utf-8", newline="\n")
