"""A repository with real git, and with the commands of its own edition."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from example_centres import SOURCES

HERE = Path(__file__).parent
FILES = ("mkdocs.yml", ".gitattributes", "centre/README.md")


@dataclass(frozen=True)
class Repository:
    """A folder with git, and with the commands of its own edition."""

    root: Path

    def git(self, *words: str) -> str:
        return self._run("git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words)

    def commit(self, what: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", what)

    def programme(self, *words: str, answers: tuple[str, ...] = (), fails: bool = False) -> str:
        command = (sys.executable, "-m", "programme", *words)
        return self._run(*command, answers="".join(f"{one}\n" for one in answers), fails=fails)

    def _run(self, *command: str, answers: str = "", fails: bool = False) -> str:
        own = os.environ | {"PYTHONPATH": str(self.root / "hooks"), "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(
            command, cwd=self.root, env=own, input=answers, capture_output=True, text=True, timeout=120
        )
        assert (done.returncode != 0) == fails, f"{command}: {done.stdout}{done.stderr}"
        return done.stdout

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def put(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8", newline="\n")

    def change(self, path: str, *changes: tuple[str, str]) -> None:
        text = self.text(path)
        for old, new in changes:
            assert old in text, f"{path}: {old}"
            text = text.replace(old, new)
        self.put(path, text)


def shared(folder: Path) -> Repository:
    """The shared course as it is in the working tree, in one commit: what a centre finds on the forge."""
    if not shutil.which("git"):
        pytest.fail("git is not there: install it, for example with apt install git")
    leave = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for source in SOURCES:
        shutil.copytree(HERE.parent / source, folder / source, ignore=leave)
    (folder / "centre").mkdir()
    for file in FILES:
        shutil.copyfile(HERE.parent / file, folder / file)
    made = Repository(folder)
    made.git("init", "-q", "-b", "main")
    made.commit("Edition 2026.1")
    return made


def cloned(upstream: Repository, folder: Path, *options: str) -> Repository:
    upstream.git("clone", "-q", *options, str(upstream.root), str(folder))
    return Repository(folder)
