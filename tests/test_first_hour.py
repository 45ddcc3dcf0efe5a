"""A centre's first hour: a fresh clone, `programme new centre` with its answers alone, and its own site."""

import html
import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import other_nations
from example_centres import built
from other_nations import bodies_of_others, numbers_of_others
from programme.load import load
from repositories import Repository, cloned, shared

TODAY = "2026-11-22"
NAME, PHONE, EMAIL = "Gower MS service", "029 2018 0001", "ms.team@gower.example"
HOURS, OTHER_TIMES = "Monday to Friday, 9am to 4pm", "Leave a message, or phone your GP surgery"
URGENT = "Phone us before 11:00 and say that it is urgent."
ANSWERS = (
    *(NAME, "Wales"),
    "",  # relapses and questions
    *("2018 0001", PHONE),  # first without the area code
    *("ms.team", EMAIL),
    *("9am to 4pm", HOURS),
    *(OTHER_TIMES, "2 working days", "y"),
    *("y", "Changing an appointment", "029 2018 0002", "", "", "", "", "n"),
    "n",  # no other line
    *(URGENT, ""),  # large print: the first line
    "",  # no web address yet
)
RELAPSE = "course/understanding-your-ms-service/relapse.html"
CALL = "course/navigating-the-nhs/who-to-call.html"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    folder = tmp_path_factory.mktemp("git")
    made = cloned(shared(folder / "upstream"), folder / "clone")
    told = made.programme("new", "--today", TODAY, "centre", answers=ANSWERS)
    assert "Made centre/centre.yml" in told
    return made


@pytest.fixture(scope="module")
def site(clone: Repository) -> Path:
    return built(clone.root, PYTHONPATH=str(clone.root / "hooks"))


def text(file: Path) -> str:
    """What stands in a page, without the marks."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", file.read_text(encoding="utf-8"))).split())


def test_nothing_outside_its_folder_was_touched(clone: Repository) -> None:
    assert clone.git("status", "--porcelain", "-uall").split("\n")[:-1] == ["?? centre/centre.yml"]


def test_the_sources_have_no_mistake(clone: Repository) -> None:
    assert clone.programme("check", "--today", TODAY) == ""


def test_every_page_has_its_name_and_its_line(site: Path) -> None:
    pages = [file for file in site.rglob("*.html") if file.name != "404.html" and file.parent.name != "s"]
    assert len(pages) > 100
    for file in pages:
        words = file.read_text(encoding="utf-8")
        assert re.search(rf"<title>[^<]*{NAME}</title>", words), file
        strip = words[words.index("<body>") : words.index("<main")]
        for said in (NAME, 'href="tel:+44-29-2018-0001"', f'href="mailto:{EMAIL}"', HOURS):
            assert said in strip, (file, said)


def test_who_to_call_begins_with_its_lines(site: Path) -> None:
    words = text(site / CALL)
    own = words.split(f"How to reach {NAME}")[2].split("What you can do after")[0]
    assert own.index("call 999 first") < own.index(PHONE)
    for said in (
        PHONE,
        EMAIL,
        HOURS,
        OTHER_TIMES,
        "2 working days",
        "22 November 2026",
        "029 2018 0002",
        URGENT,
    ):
        assert said in own, said


def test_the_help_box_of_a_session_names_its_line(site: Path) -> None:
    page = (site / RELAPSE).read_text(encoding="utf-8")
    box = page[page.index('<section class="box box-help"') :]
    box = box[: box.index("</section>")]
    assert 'href="tel:+44-29-2018-0001"' in box
    assert HOURS in box


def test_it_speaks_for_wales_alone(clone: Repository, site: Path) -> None:
    programme, problems = load(clone.root)
    assert programme, problems
    assert programme.speaks_for == ("wales",)
    assert bodies_of_others(programme, other_nations.said(site)) == []
    assert numbers_of_others(programme, other_nations.said(site), clone.text("centre/centre.yml")) == []
    assert "Llais" in text(site / "course/navigating-the-nhs/when-care-goes-wrong.html")


def test_what_is_left_before_it_goes_out_is_said_plainly(clone: Repository) -> None:
    """All that is left in this test are its own made-up numbers; a real centre has real ones."""
    told = clone.programme("check", "--today", TODAY, "--publish", fails=True).splitlines()
    assert told
    for line in told:
        assert re.fullmatch(
            r"centre/centre\.yml:\d+: '[^']+' is an example; write what is true for you, or take it out", line
        )
    made_up = clone.text("centre/centre.yml")
    real = re.sub(r"\n *email: .*", "", re.sub("029 2018 000[12]", "111", made_up))
    clone.put("centre/centre.yml", real)
    try:
        assert clone.programme("check", "--today", TODAY, "--publish") == ""
    finally:
        clone.put("centre/centre.yml", made_up)


def test_the_guides_and_the_everyday_command_say_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for guide in ("README.md", "centre/README.md", "docs/centres/index.md", "docs/centres/on-windows.md"):
        assert "make.py new centre" in (root / guide).read_text(encoding="utf-8"), guide
    spec = spec_from_file_location("make", root / "make.py")
    assert spec
    assert spec.loader
    make = module_from_spec(spec)
    spec.loader.exec_module(make)
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr(make, "environment", lambda: None)
    monkeypatch.setattr(make, "tool", lambda *words: started.append(words) or 0)
    monkeypatch.setattr(sys, "argv", ["make.py", "new", "centre"])
    assert make.main() == 0
    assert started == [("programme", "new", "centre")]
