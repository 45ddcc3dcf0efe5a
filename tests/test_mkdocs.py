"""MkDocs as its users know it: build, strict, serve; and the ways out, ProperDocs and the exported tree."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from programme.__main__ import main

SESSION = "course/understanding-your-ms-service/relapse.md"
PAGE = "course/understanding-your-ms-service/relapse.html"
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=120)


def pages_of(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*.html")}


@pytest.fixture
def fork(root: Path, tmp_path: Path) -> Path:
    """A copy of everything that a site is built from."""
    for name in ("course", "plan", "posters", "centre", "docs", "hooks"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(root / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_failed_build_leaves_the_last_good_site(fork: Path) -> None:
    (fork / "site").mkdir()
    (fork / "site/index.html").write_text("the last good site")
    change(fork / SESSION, "title:", "titel:")
    result = run(fork, "mkdocs", "build")
    assert result.returncode == 1
    said = result.stdout + result.stderr
    assert f"{SESSION}:2: 'titel' is not a key here; did you mean 'title'?" in said
    assert "Traceback" not in said
    assert (fork / "site/index.html").read_text() == "the last good site"
    assert not list(fork.glob(".site*"))


def test_strict_refuses_warnings_and_leaves_the_last_good_site(fork: Path) -> None:
    """A warning of MkDocs itself, counted after everything is written, must not swap the site either."""
    (fork / "site").mkdir()
    (fork / "site/index.html").write_text("the last good site")
    change(fork / "mkdocs.yml", "- about/privacy.md", "- about/no-such-page.md")
    assert run(fork, "mkdocs", "build", "--strict").returncode == 1
    assert (fork / "site/index.html").read_text() == "the last good site"
    assert not list(fork.glob(".site*"))
    assert run(fork, "mkdocs", "build").returncode == 0
    assert (fork / "site/index.html").read_text() != "the last good site"


def test_properdocs_builds_our_pages(root: Path, site: Path, tmp_path: Path) -> None:
    result = run(root, "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "site"))
    assert result.returncode == 0, result.stdout + result.stderr
    assert pages_of(tmp_path / "site") == pages_of(site)


def test_exported_tree_builds_with_plain_mkdocs(root: Path, site: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    assert main(["--root", str(root), "export", str(tree)]) == 0
    assert "hooks" not in (tree / "mkdocs.yml").read_text()
    result = run(tree, "mkdocs", "build", "--strict")
    assert result.returncode == 0, result.stdout + result.stderr
    in_english = {uri for uri in pages_of(site) if not uri.startswith("cy/")}
    assert pages_of(tree / "site") == in_english


def test_export_does_not_write_over_anything(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.md").write_text("mine")
    assert main(["--root", str(root), "export", str(tmp_path)]) == 2
    assert "not empty" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.md"]


@pytest.fixture(params=[()])
def preview(fork: Path, request: pytest.FixtureRequest) -> Iterator[Callable[[str], str]]:
    """`mkdocs serve` over the fork; the function gives a page of it once it holds some words."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "-q", "serve", "-a", f"127.0.0.1:{port}", *request.param]
    server = subprocess.Popen(command, cwd=fork, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)

    def get(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=30) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    wait(lambda: "<h1" in get(PAGE))
    yield get
    server.terminate()
    assert "Traceback" not in server.communicate(timeout=30)[1]


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + 40
    while not until():
        assert time.monotonic() < end, "the preview did not follow within 40 seconds"
        time.sleep(0.1)


@pytest.mark.parametrize("preview", [(), ("--clean",)], indirect=True)
def test_preview_shows_problems_and_recovers(fork: Path, preview: Callable[[str], str]) -> None:
    assert "Problems in the sources" not in preview(PAGE)
    change(fork / SESSION, "title:", "titel:")
    wait(lambda: "Problems in the sources" in preview(PAGE))
    shown = re.sub("<[^>]+>", "", preview(PAGE))
    assert "relapse.md:2" in shown
    assert "did you mean" in shown
    assert "<h1" in preview(PAGE)
    change(fork / SESSION, "titel:", "title:")
    wait(lambda: "Problems in the sources" not in preview(PAGE))


def test_preview_follows_new_changed_and_deleted_files(fork: Path, preview: Callable[[str], str]) -> None:
    poster = fork / "posters/a-new-one/poster.yml"
    poster.parent.mkdir()
    old = (fork / "posters/dorset-ms-service/poster.yml").read_text(encoding="utf-8")
    poster.write_text(re.sub("(?m)^title: .*$", "title: Quite a new one", old), encoding="utf-8")
    wait(lambda: "Quite a new one" in preview("posters/a-new-one.html"))
    assert "This is the preview" in preview("offline.html")
    assert preview("sw.js") == ""  # a browser would go on with what it saved of an old preview
    change(poster, "Quite a new one", "Not so new")
    wait(lambda: "Not so new" in preview("posters/a-new-one.html"))
    shutil.rmtree(poster.parent)
    wait(lambda: "Not so new" not in preview("posters/index.html"))
    change(fork / "plan/plan.yml", "start: 2019-08-01", "start: 2027-08-01")
    wait(lambda: "31 July 2028" in preview("plan/index.html"))
    centre = "name: Sea View\nnation: wales\ncontacts:\n  - purpose: Relapse\n    phone: 029 2018 0000\n"
    (fork / "centre/centre.yml").write_text(centre, encoding="utf-8")
    wait(lambda: "029 2018 0000" in preview(PAGE) and "<strong>Scotland" not in preview(PAGE))
