"""The repository with one of the example centres of tests/centres/ in its folder centre/."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = ("course", "plan", "posters", "docs", "hooks")


def with_centre(folder: Path, name: str) -> Path:
    """A copy of all that a site is built from, in `folder`, which must be empty or not there yet."""
    shutil.copytree(HERE / "centres" / name, shared_sources(folder) / "centre")
    return folder


def shared_sources(folder: Path) -> Path:
    """The same without a centre, and without other languages."""
    leave = shutil.ignore_patterns("__pycache__")
    for source in SOURCES:
        shutil.copytree(HERE.parent / source, folder / source, ignore=leave)
    shutil.copyfile(HERE.parent / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def built(folder: Path, **environment: str) -> Path:
    """The site of the repository in `folder`, built as --strict wants it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site")]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    result = subprocess.run(command, cwd=folder, env=quiet, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"
