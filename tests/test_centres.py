"""Four example centres, one in each nation, each as a finished site: what it says and must not say."""

import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from other_nations import bodies_of_others, numbers_of_others, said
from programme.load import load
from programme.model.base import NationId
from programme.whole import Programme

CENTRES: dict[str, NationId] = {
    "moorside": "england",
    "glen": "scotland",
    "sea-view": "wales",
    "lough-side": "northern-ireland",
}


@dataclass(frozen=True)
class Built:
    """A centre's programme and its finished site."""

    programme: Programme
    site: Path

    def html(self, uri: str) -> str:
        return (self.site / uri).read_text(encoding="utf-8")


def build(root: Path, name: str, folder: Path) -> Built:
    """The site of tests/centres/`name`, in a copy of all that a site is built from."""
    for part in ("course", "plan", "posters", "docs", "hooks", "translations"):
        shutil.copytree(root / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root / "tests/centres" / name, folder / "centre")
    shutil.copyfile(root / "mkdocs.yml", folder / "mkdocs.yml")
    programme, problems = load(folder)
    assert [str(one) for one in problems] == []
    assert programme is not None
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    result = subprocess.run(command, cwd=folder, env=quiet, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return Built(programme, folder / "site")


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    return {name: build(root, name, tmp_path_factory.mktemp(name)) for name in CENTRES}


@pytest.mark.parametrize("name", CENTRES)
def test_nothing_of_another_nation_is_in_the_site(built: dict[str, Built], name: str) -> None:
    """Wrong-nation advice is a defect: no body, line, right or sum of the other three nations."""
    assert bodies_of_others(built[name].programme, said(built[name].site)) == []


@pytest.mark.parametrize("name", CENTRES)
def test_no_line_to_call_and_no_sum_of_another_nation(built: dict[str, Built], name: str) -> None:
    centre = (built[name].site.parent / "centre/centre.yml").read_text(encoding="utf-8")
    assert numbers_of_others(built[name].programme, said(built[name].site), centre) == []


@pytest.mark.parametrize("name", CENTRES)
def test_every_page_names_the_centre_and_how_to_reach_it(built: dict[str, Built], name: str) -> None:
    centre = built[name].programme.centre
    assert centre
    first = centre.value.contacts[0]
    for file in (one for one in built[name].site.rglob("*.html") if one.parent.name != "s"):
        text = file.read_text(encoding="utf-8")
        assert f"{html.escape(centre.value.name)}</title>" in text, file
        assert "data-four-nations" not in text, file
        assert 'id="nation-form"' not in text, file
        if file.name != "404.html":
            assert html.escape(first.phone or first.email or "") in text, file
            assert not first.phone or f'href="tel:{first.tel}"' in text, file


def test_the_page_of_whom_to_call_begins_with_all_lines(built: dict[str, Built]) -> None:
    text = built["sea-view"].html("course/navigating-the-nhs/who-to-call.html")
    text = text[text.index("</nav>", text.index("<main")) :]
    own = text[text.index("How to reach Sea View MS service") : text.index("What you can do after")]
    for words in (
        "call 999 first",
        'href="tel:+44-29-2018-0001"',
        'href="mailto:ms.team@seaview.example"',
        "Monday to Friday, 9:00 to 16:30",
        "Leave a message",
        "2 working days",
        "2 November 2026",
        "Changing an appointment",
        "before noon",
        "AB1 2DE",
    ):
        assert words in own, words


def test_the_team_page_shows_who_is_there_and_what_to_do_about_others(
    built: dict[str, Built], site: Path
) -> None:
    uri = "course/understanding-your-ms-service/your-team.html"
    text = built["sea-view"].html(uri)
    there, missing = text.split("Not in this team", 1)[0], text.split("Not in this team", 1)[1]
    assert "Sam Example and Ceri Made-Up" in there
    assert "Physiotherapist: helps" in there
    assert "Dietitian: helps" not in there
    assert re.search(r"Dietitian: helps[^<]*Ask your GP surgery or your MS nurse to refer you", missing)
    for shown in (built["moorside"].html(uri), (site / uri).read_text(encoding="utf-8")):
        assert "Not in this team" not in shown, "no team named: all roles are shown"
        assert "Dietitian: helps" in shown


def test_the_kind_of_service_is_marked(built: dict[str, Built]) -> None:
    uri = "course/understanding-your-ms-service/kinds-of-service.html"
    assert built["sea-view"].html(uri).count("is a service of this kind") == 2
    assert built["glen"].html(uri).count("is a service of this kind") == 1
    assert "is a service of this kind" not in built["moorside"].html(uri)


def test_the_look_of_a_centre(built: dict[str, Built]) -> None:
    own = built["sea-view"]
    css = next(own.site.glob("assets/site.*.css")).read_text()
    assert css.rstrip().endswith("--brand:#5b2d8e;--brand-ink:#ffffff;--brand-focus:#ffd166}")
    light = next(built["glen"].site.glob("assets/site.*.css")).read_text()
    assert "--brand:#f2c14e;--brand-ink:#000000" in light
    assert '<img class="bar-logo" src="assets/centre-logo.png" alt="Sea View, with a wave' in own.html(
        "index.html"
    )
    assert (own.site / "assets/centre-logo.png").read_bytes()[:4] == b"\x89PNG"
    assert '<link rel="canonical" href="https://ms.seaview.example/course/' in own.html("index.html")


def test_the_mark_on_a_device_has_the_colour_of_the_centre(built: dict[str, Built], root: Path) -> None:
    shared = (root / "hooks/theme/assets/mark.svg").read_text(encoding="utf-8")
    assert built["moorside"].html("assets/mark.svg") == shared
    for name, colour, ink in (("sea-view", "#5b2d8e", "#ffffff"), ("glen", "#f2c14e", "#000000")):
        manifest = json.loads(built[name].html("manifest.webmanifest"))
        assert (manifest["theme_color"], manifest["background_color"]) == (colour, colour)
        mark = built[name].html("assets/mark.svg")
        assert f'fill="{colour}"/><path fill="{ink}"' in mark
        for icon in manifest["icons"]:
            picture = Image.open(built[name].site / icon["src"]).convert("RGB")
            counts = Counter(picture.get_flattened_data())
            (ground, _), (drawn, _) = counts.most_common(2)
            assert (_hex(ground), _hex(drawn)) == (colour, ink), icon["src"]


def _hex(pixel: tuple[int, ...]) -> str:
    return "#" + "".join(f"{part:02x}" for part in pixel)


def test_privacy_and_accessibility_name_who_answers(built: dict[str, Built], site: Path) -> None:
    assert "Sea View University Health Board is the data controller" in built["sea-view"].html(
        "about/privacy.html"
    )
    assert "formats@seaview.example" in built["sea-view"].html("about/accessibility.html")
    for plain in (built["moorside"].site, site):
        assert "is the data controller" not in (plain / "about/privacy.html").read_text(encoding="utf-8")


def test_a_centre_lists_only_the_sources_that_its_site_rests_on(built: dict[str, Built], site: Path) -> None:
    shared = (site / "course/sources.html").read_text(encoding="utf-8")
    own = built["moorside"].html("course/sources.html")
    assert "Patient and Client Council" in shared
    assert "Patient and Client Council" not in own
