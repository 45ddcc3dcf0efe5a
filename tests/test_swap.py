"""The finished build takes the site's place; anything else leaves the site alone."""

import os
from pathlib import Path

import pytest

from programme.swap import Swap


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "old.html").write_text("old")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_finish_takes_the_place_of_the_site(site: Path) -> None:
    swap = Swap(site)
    (swap.workshop / "new.html").write_text("new")
    assert names(site) == ["old.html"]
    assert swap.finish() == site
    assert names(site) == ["new.html"]
    assert names(site.parent) == ["site"]


def test_discard_leaves_the_site(site: Path) -> None:
    swap = Swap(site)
    (swap.workshop / "new.html").write_text("new")
    swap.discard()
    assert names(site) == ["old.html"]
    assert names(site.parent) == ["site"]


def test_a_swap_that_fails_puts_the_old_site_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, when another program holds a file of the new folder."""
    swap = Swap(site)
    rename = Path.rename

    def held(self: Path, target: Path) -> Path:
        if self == swap.workshop:
            raise PermissionError("held by another program")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(PermissionError):
        swap.finish()
    assert names(site) == ["old.html"]


def test_the_first_build_needs_no_site(tmp_path: Path) -> None:
    swap = Swap(tmp_path / "deep" / "site")
    (swap.workshop / "new.html").write_text("new")
    assert names(swap.finish()) == ["new.html"]


def test_what_a_killed_build_left_is_cleared_away_later(site: Path) -> None:
    old, young = site.with_name(".site-old"), site.with_name(".site-young")
    for folder in (old, young):
        folder.mkdir()
    os.utime(old, (0, 0))
    Swap(site).discard()
    assert (old.exists(), young.exists()) == (False, True)
