"""Golden folders: what `programme check` says of sources with mistakes, line by line.

A folder of `cases/` holds only the files that differ from `base/`, the smallest valid repository, and
`expected.txt`, all that is printed: nothing where the case is accepted. `delete.txt` names files of the
base to leave out. A case whose name begins with publish- is checked with --publish. REWRITE=1 writes all
expectations anew; read what changed before you keep it.

What cannot be kept in a repository (links, a folder in place of a file, 50 MB) is made by `ON_DISK`.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from programme.__main__ import main

HERE = Path(__file__).parent
CASES = HERE / "cases"
TODAY = "2026-11-22"
"""The day of all cases: reviews in them do not run out while the years pass."""


def _too_large(root: Path) -> None:
    with (root / "course/glossary.yml").open("wb") as file:
        file.truncate(50_000_000)  # takes no room on the disk


def _poster_too_large(root: Path) -> None:
    _poster(root)
    with (root / "posters/one/poster.pdf").open("wb") as file:
        file.truncate(12_000_000)


def _logo_too_large(root: Path) -> None:
    (root / "centre").mkdir()
    facts = "name: Sea View\nnation: wales\ncontacts: [{purpose: All, phone: 029 2018 0001}]\n"
    (root / "centre/centre.yml").write_text(f"{facts}logo: {{file: logo.png, alt: Sea View}}\n")
    with (root / "centre/logo.png").open("wb") as file:
        file.truncate(600_000)


def _folder_for_file(root: Path) -> None:
    for path in ("course/course.yml", "course/first/goodbye.md", "docs/index.md", "posters/one/poster.yml"):
        (root / path).unlink()
        (root / path).mkdir()


def _folder_for_poster(root: Path) -> None:
    _poster(root)
    (root / "posters/one/poster.pdf").mkdir()


def _link_outside(root: Path) -> None:
    secret = root.parent / "secret.yml"
    secret.write_text("- term: secret\n  plain: Not for the site.\n")
    _replace_with_link(root / "course/glossary.yml", secret)
    _replace_with_link(root / "docs/index.md", Path("../../secret.yml"))


def _folder_link_outside(root: Path) -> None:
    shutil.move(root / "course/first", root.parent / "first")
    (root / "course/first").symlink_to(root.parent / "first", target_is_directory=True)


def _link_in_ring(root: Path) -> None:
    _replace_with_link(root / "course/glossary.yml", Path("sources.yml"))
    _replace_with_link(root / "course/sources.yml", Path("glossary.yml"))
    (root / "docs/ring").symlink_to(".", target_is_directory=True)


def _link_to_nothing(root: Path) -> None:
    _replace_with_link(root / "course/first/goodbye.md", Path("nowhere.md"))
    (root / "centre").mkdir()
    (root / "centre/centre.yml").symlink_to("nowhere.yml")


def _link_inside(root: Path) -> None:
    shutil.move(root / "course/glossary.yml", root / "course/words.yml")
    (root / "course/glossary.yml").symlink_to("words.yml")


def _strange_names(root: Path) -> None:
    text = (root / "docs/index.md").read_bytes()
    for name in (b"\xff.md", b"line\nbreak.md", "caf\u00e9 \u202e.md".encode()):
        Path(os.fsdecode(os.fsencode(root / "docs") + b"/" + name)).write_bytes(text)


def _replace_with_link(path: Path, target: Path) -> None:
    path.unlink()
    path.symlink_to(target)


def _poster(root: Path) -> None:
    with (root / "posters/one/poster.yml").open("a") as file:
        file.write("licence: CC BY 4.0\nfile: {name: poster.pdf, alt: One page.}\n")
    (root / "posters/one/poster.md").write_text("What we did.\n")


ON_DISK: dict[str, Callable[[Path], None]] = {
    "disk-folder-for-file": _folder_for_file,
    "disk-folder-for-poster": _folder_for_poster,
    "disk-folder-link-outside": _folder_link_outside,
    "disk-link-in-ring": _link_in_ring,
    "disk-link-inside": _link_inside,
    "disk-link-outside": _link_outside,
    "disk-link-to-nothing": _link_to_nothing,
    "disk-logo-too-large": _logo_too_large,
    "disk-poster-too-large": _poster_too_large,
    "disk-strange-names": _strange_names,
    "disk-too-large": _too_large,
}
NAMES = sorted({*ON_DISK, *(folder.name for folder in CASES.iterdir())})


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, folder = tmp_path / "repository", CASES / name
    shutil.copytree(HERE / "base", root)
    if folder.exists():
        shutil.copytree(folder, root, dirs_exist_ok=True)
    for listed in ("expected.txt", "delete.txt"):
        (root / listed).unlink(missing_ok=True)
    for path in (folder / "delete.txt").read_text().split() if (folder / "delete.txt").exists() else ():
        (root / path).unlink()
    if name in ON_DISK:
        _make(ON_DISK[name], root)

    publish = ["--publish"] if name.startswith("publish-") else []
    status = main(["--root", str(root), "check", "--today", TODAY, *publish])

    printed = capsys.readouterr().out
    expected = folder / "expected.txt"
    if os.environ.get("REWRITE"):
        folder.mkdir(exist_ok=True)
        expected.write_bytes(printed.encode())
    assert printed == expected.read_bytes().decode()
    assert status == (1 if any(": warning: " not in line for line in printed.splitlines()) else 0)


def _make(make: Callable[[Path], None], root: Path) -> None:
    """Windows refuses links to people who are no administrators, and some disks refuse some names."""
    try:
        make(root)
    except OSError as error:
        pytest.skip(f"this disk cannot hold the case: {error}")


def test_the_base_is_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(HERE / "base"), "check", "--today", TODAY]) == 0
    assert capsys.readouterr().out == ""


def test_every_line_is_one_sentence_with_advice() -> None:
    for expected in CASES.glob("*/expected.txt"):
        for line in expected.read_bytes().decode().splitlines():
            place, _, said = line.partition(": ")
            wrong, _, right = said.partition("; ")
            assert place.rsplit(":", 1)[1].isdigit(), line
            assert wrong, line
            assert right, line
            assert not line.endswith("."), line
            assert len(line) <= 240, line
            for jargon in ("Traceback", "pydantic", "Input should", "None", "NoneType", "object at"):
                assert jargon not in line, line
