"""Styles and scripts: each source in one list, joined under a name that changes with the content."""

import re
import shutil
from pathlib import Path

import pytest

from programme import assets as module
from programme.assets import assets


@pytest.fixture
def theme(root: Path, tmp_path: Path) -> Path:
    """A copy to change."""
    for folder in ("styles", "scripts", "worker", "partials"):
        shutil.copytree(root / "hooks/theme" / folder, tmp_path / folder)
    return tmp_path


def listed(kind: str) -> list[str]:
    """Every file name of this kind that the module names."""
    groups = [value for name, value in vars(module).items() if name.isupper() and isinstance(value, tuple)]
    return sorted(name for group in groups for name in group if name.endswith(kind))


@pytest.mark.parametrize(("folder", "kind"), [("styles", ".css"), ("scripts", ".js")])
def test_every_source_is_in_one_list(root: Path, folder: str, kind: str) -> None:
    there = sorted(file.name for file in (root / "hooks/theme" / folder).glob(f"*{kind}"))
    assert listed(kind) == there


def test_a_name_changes_with_its_content_alone(theme: Path) -> None:
    before = {asset.name: asset.uri for asset in assets(theme)}
    style = theme / "styles/text.css"
    style.write_text(style.read_text(encoding="utf-8") + "\nb { color: var(--ink); }\n", encoding="utf-8")
    after = {asset.name: asset.uri for asset in assets(theme)}
    assert {name for name in before if before[name] != after[name]} == {"site.css"}


def test_a_source_that_is_not_there_stops_the_build(theme: Path) -> None:
    (theme / "scripts/menu.js").unlink()
    with pytest.raises(FileNotFoundError, match=r"menu\.js"):
        assets(theme)


def test_comments_and_indents_go_and_nothing_else(theme: Path) -> None:
    for name in module.STYLES:
        (theme / "styles" / name).write_text("", encoding="utf-8")
    before = 'a { content: "/* kept */"; }\n/* - */\n@container (width > 1rem) {\n  a :is(b) { --x: ; }\n}\n'
    after = 'a { content: "/* kept */"; }\n@container (width > 1rem) {\na :is(b) { --x: ; }\n}'
    (theme / "styles" / module.STYLES[0]).write_text(before, encoding="utf-8")
    made = next(asset for asset in assets(theme) if asset.name == "site.css")
    assert made.content.decode() == after


def test_the_script_before_the_page_is_drawn_is_small(theme: Path) -> None:
    boot = next(asset for asset in assets(theme) if asset.name == "boot.js")
    assert len(boot.content) < 1000


def test_templates_take_nothing_from_the_theme(root: Path) -> None:
    ours = root / "hooks/theme"
    for file in ours.rglob("*.html"):
        for name in re.findall(r'{%-? *(?:extends|include|import|from) "([^"]+)"', file.read_text("utf-8")):
            assert (ours / name).is_file(), f"{file.name} takes {name}"


def test_the_site_holds_only_what_is_asked_for(site: Path) -> None:
    """Nothing of the theme's own, no source of a style or script, no map: each asset is named somewhere."""
    said = "".join(
        file.read_text("utf-8") for file in site.rglob("*") if file.suffix in (".html", ".css", ".js")
    )
    there = [file.name for file in (site / "assets").rglob("*") if file.is_file()]
    assert [name for name in there if name not in said] == []
    assert not [file for file in site.rglob("*") if file.suffix == ".map" or file.name == "jsconfig.json"]
    assert not (site / "styles").exists()
    assert not (site / "scripts").exists()
    assert "md-" not in re.sub(r"[\w-]md-", "", (site / "index.html").read_text("utf-8"))
