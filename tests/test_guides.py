"""What the guides for centres tell people to copy is accepted as it stands."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from example_centres import SOURCES
from programme.load import load
from programme.whole import Programme

GUIDES = "docs/centres"
WRITTEN = date(2026, 11, 22)
"""The day on which the guides were written: later days have come as well."""


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A fresh copy of the course, with an empty folder of its own."""
    for source in (one for one in SOURCES if one != "hooks"):
        shutil.copytree(root / source, tmp_path / source)
    (tmp_path / "centre").mkdir()
    Image.new("RGB", (200, 80)).save(tmp_path / "centre/logo.png")
    return tmp_path


def blocks(root: Path, guide: str) -> list[str]:
    """Every piece of YAML in a guide, in order."""
    text = (root / GUIDES / guide).read_text(encoding="utf-8")
    return re.findall(r"^```yaml\n(.*?)^```$", text, re.M | re.S)


def accepted(folder: Path, **files: str) -> Programme:
    for name, text in files.items():
        (folder / "centre" / f"{name}.yml").write_text(text, encoding="utf-8")
    programme, problems = load(folder)
    assert [str(one) for one in problems] == []
    assert programme is not None
    return programme


def test_all_that_a_centre_can_say_of_itself(root: Path, folder: Path) -> None:
    least, contact, more = blocks(root, "index.md")
    before, after = least.split("    answered_within: 2 working days\n")
    course = blocks(root, "own-words.md")[1]
    text = f"{before}    answered_within: 2 working days\n{contact}{after}{more}{course}"
    programme = accepted(folder, centre=text)
    assert programme.centre
    facts = programme.centre.value
    left = {key for key in type(facts).model_fields if not getattr(facts, key)}
    assert left == {"site_languages"}, "the guide shows each key but this one"
    assert "waiting-and-choice" not in {one.id for one in programme.sessions}
    assert "helping-to-shape-services" not in {one.id for one in programme.modules}


def test_the_least_that_is_shown_for_a_browser(root: Path, folder: Path) -> None:
    (folder / "centre/logo.png").unlink()
    least, address = blocks(root, "in-your-browser.md")
    assert accepted(folder, centre=least + address).site_address == "https://ms.example.org/"
    (hosted,) = blocks(root, "hosting.md")
    assert accepted(folder, centre=least + hosted).site_address == "https://ms.example.org/course/"


def test_dates_and_plan(root: Path, folder: Path) -> None:
    (folder / "centre/logo.png").unlink()
    dates, online, plan = blocks(root, "dates.md")
    least = blocks(root, "in-your-browser.md")[0]
    programme = accepted(folder, centre=least, dates=dates, plan=plan)
    assert [run.id for run in programme.runs] == ["spring-2027"]
    assert programme.aim_states["audit-rollout"].status == "done"
    both = accepted(folder, centre=least, dates=dates.replace("    booking:", f"{online}    booking:"))
    assert both.runs[0].online
    assert both.runs[0].place


def test_sources_of_its_own(root: Path, folder: Path) -> None:
    (folder / "centre/logo.png").unlink()
    (folder / "centre/local").mkdir()
    (folder / "centre/local/our-waits.md").write_text("Most people wait 4 weeks. [@our-audit]\n")
    programme = accepted(
        folder, centre=blocks(root, "in-your-browser.md")[0], sources=blocks(root, "own-words.md")[0]
    )
    assert "our-audit" in programme.sources


def test_the_dates_in_the_guides_have_come_when_they_are_read(root: Path, folder: Path) -> None:
    """A check looks at the clock. What the guides say was done must not lie ahead."""
    (folder / "centre/logo.png").unlink()
    accepted(folder, centre=blocks(root, "in-your-browser.md")[0], plan=blocks(root, "dates.md")[2])
    _, problems = load(folder, WRITTEN)
    assert [str(one) for one in problems] == []
