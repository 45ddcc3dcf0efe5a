"""What all tests share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from example_centres import built, shared_sources, with_centre
from programme.files import files
from programme.load import load
from programme.whole import Programme
from pseudo_language import translate

os.environ["PROGRAMME_FILES"] = "off"
"""No build of a test makes files to print but those that ask for them (test_paper.py): they take a while."""


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def programme(root: Path) -> Programme:
    """The real programme, read once. Its sources have no problem."""
    whole, problems = load(root)
    assert [str(problem) for problem in problems] == []
    assert whole is not None
    return whole


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once, as --strict wants it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="session")
def node() -> Path:
    """Packages of npm that only tests use: those in tests/package.json."""
    folder = Path(sys.prefix) / "node" / "node_modules"
    if not folder.is_dir():
        pytest.fail(f"{folder} is not there: run python3 make.py test, which installs it")
    return folder


@pytest.fixture(scope="module")
def sea_view(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    """The programme of the example centre that has all kinds of own files."""
    whole, problems = load(with_centre(tmp_path_factory.mktemp("centre") / "fork", "sea-view"))
    assert [str(problem) for problem in problems] == []
    assert whole is not None
    return whole


@pytest.fixture(scope="module")
def made(sea_view: Programme) -> dict[str, bytes]:
    """uri → content of every file that is made for it."""
    return dict(files(sea_view))


@pytest.fixture(scope="session")
def right_to_left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in English and in a language for tests that runs from right to left; 2 texts are not in it."""
    folder = shared_sources(tmp_path_factory.mktemp("right-to-left") / "repository")
    translate(folder, ("course/self-management/fatigue.md", "course/self-monitoring/module.yml"))
    return built(folder)
