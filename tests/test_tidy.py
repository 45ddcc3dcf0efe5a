"""What nothing uses is not in the site; what is used stays."""

from pathlib import Path

import pytest

from programme.tidy import tidy


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.js.map", "b.css.map", "lunr/min/lunr.de.min.js", "lunr/min/lunr.stemmer.support.min.js"):
        file = tmp_path / "assets/javascripts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}")
    (tmp_path / "assets/javascripts/a.js").write_text("run();\n//# sourceMappingURL=a.js.map\n")
    (tmp_path / "search").mkdir()
    return tmp_path


def index(folder: Path, languages: str) -> None:
    (folder / "search/search_index.json").write_text(f'{{"config":{{"lang":[{languages}]}},"docs":[]}}')


def test_maps_and_unused_languages_go(folder: Path) -> None:
    index(folder, '"en"')
    tidy(folder)
    assert [file.name for file in folder.rglob("*.js")] == ["a.js"]
    assert not list(folder.rglob("*.map"))
    assert (folder / "assets/javascripts/a.js").read_text() == "run();\n"


def test_languages_in_use_stay(folder: Path) -> None:
    index(folder, '"en", "de"')
    tidy(folder)
    assert {file.name for file in folder.rglob("lunr.*.js")} == {
        "lunr.de.min.js",
        "lunr.stemmer.support.min.js",
    }


def test_the_real_site_has_no_leftovers(site: Path) -> None:
    assert not list(site.rglob("*.map"))
    assert not list(site.rglob("lunr.*.js"))
