"""A centre's own file stands in for the shared one, path by path, and nothing of it is lost in silence."""

import shutil
from pathlib import Path

import pytest

from programme.files import files
from programme.layers import Layers
from programme.load import load
from programme.pages import pages
from programme.whole import Programme

BASE = Path(__file__).parent / "base"
CENTRE = "name: St Elsewhere\nnation: wales\ncontacts:\n  - {purpose: relapse advice, phone: 01632 960001}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def copy(root: Path, path: str, old: str, new: str) -> None:
    """The shared file with one change, as the centre's own."""
    put(root, f"centre/{path}", (root / path).read_text(encoding="utf-8").replace(old, new))


def whole(root: Path) -> Programme:
    programme, problems = load(root)
    assert problems == []
    assert programme is not None
    return programme


def test_find(root: Path) -> None:
    layers = Layers(root)
    assert layers.find("course/course.yml") == "course/course.yml"
    put(root, "centre/course/course.yml", "")
    assert layers.find("course/course.yml") == "centre/course/course.yml"
    assert layers.find("course/nothing.yml") == "course/nothing.yml", (
        "the shared path, to tell what is missing"
    )


def test_files_are_named_once_sorted_and_hidden_ones_left_out(root: Path) -> None:
    for path in ("centre/docs/index.md", "centre/docs/about/us.md", "docs/.draft.md", "docs/_old/x.md"):
        put(root, path, "")
    assert list(Layers(root).files("docs", "**/*.md")) == [
        ("about/us.md", "centre/docs/about/us.md"),
        ("index.md", "centre/docs/index.md"),
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "uri"),
    [
        ("course/course.yml", "The smallest course", "Our course", "course/index.md"),
        ("course/first/module.yml", "The first module", "Our module", "course/first/index.md"),
        ("course/first/hello.md", "A friendly word", "Our word", "course/first/hello.md"),
        ("course/glossary.yml", "New signs of MS", "Our meaning", "course/glossary.md"),
        ("plan/plan.yml", "Every centre counts", "Our centre counts", "plan/index.md"),
        ("posters/one/poster.yml", "One poster", "Our poster", "posters/one.md"),
        ("docs/index.md", "Begin the course", "Begin our course", "index.md"),
    ],
)
def test_the_centres_file_is_shown(path: str, old: str, new: str, uri: str, root: Path) -> None:
    copy(root, path, old, new)
    page = next(page for page in pages(whole(root)) if page.uri == uri)
    assert new in page.text
    assert old not in page.text
    assert page.source in (f"centre/{path}", "posters"), "the link to edit a page leads to the centre's file"


def test_a_centre_adds_a_session_a_poster_and_a_page(root: Path) -> None:
    copy(root, "course/first/module.yml", "  - goodbye", "  - goodbye\n  - ours")
    copy(root, "course/first/goodbye.md", "", "")
    (root / "centre/course/first/goodbye.md").rename(root / "centre/course/first/ours.md")
    put(root, "centre/posters/ours/poster.yml", (root / "posters/one/poster.yml").read_text())
    put(root, "centre/docs/ours.md", (root / "docs/index.md").read_text())
    made = {page.uri for page in pages(whole(root))}
    assert {"course/first/ours.md", "posters/ours.md", "ours.md"} <= made


def test_a_problem_is_told_of_the_file_that_holds_it(root: Path) -> None:
    copy(root, "course/first/hello.md", "goodbye.md", "nowhere.md")
    _, problems = load(root)
    assert [problem.path for problem in problems] == ["centre/course/first/hello.md"]


def test_a_centre_speaks_for_its_own_nation(root: Path) -> None:
    assert len(whole(root).speaks_for) == 4
    put(root, "centre/centre.yml", CENTRE)
    assert whole(root).speaks_for == ("wales",)


def test_hidden_files_of_a_centre_and_its_readme_are_left_alone(root: Path) -> None:
    for path in ("centre/README.md", "centre/.git/config", "centre/docs/.DS_Store"):
        put(root, path, "title: {{{ nonsense")
    whole(root)


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("centre/centre.yml.txt", "centre/centre.yml"),
        ("centre/centre.yaml", "centre/centre.yml"),
        ("centre/glossary.yml", "centre/course/glossary.yml"),
        ("centre/course/nation.yml", "centre/course/nations.yml"),
        ("centre/poster/ours/poster.yml", "centre/posters/one/poster.yml"),
    ],
)
def test_a_file_that_stands_for_nothing_is_told(root: Path, path: str, meant: str) -> None:
    """Left out in silence, a centre's contacts would be missing and nobody would know."""
    put(root, path, "name: Sea View\n")
    _, problems = load(root)
    assert [(one.path, one.rule) for one in problems] == [(path, "not-used")]
    assert f"did you mean {meant}?" in problems[0].advice


def test_a_picture_beside_a_page_of_a_centre_is_part_of_the_site(root: Path) -> None:
    put(
        root,
        "centre/docs/clinic.md",
        "---\ntitle: Clinic\ndescription: Where it is.\n---\n\n![Map](map.png)\n",
    )
    put(root, "centre/docs/map.png", "a picture")
    assert dict(files(whole(root)))["map.png"] == b"a picture"
