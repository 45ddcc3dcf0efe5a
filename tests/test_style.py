"""How hard texts are to read: the figures, the findings, and what holds for the course as it is."""

import shutil
from pathlib import Path
from statistics import median

import pytest

from programme.__main__ import main
from programme.blocks_text import scan
from programme.load import load
from programme.prose import Passage, passages, plain_words, sentences
from programme.reading_age import figures
from programme.style import LONGEST_SESSION, PageStyle, pages_by_age, reading_words
from programme.style_report import as_html
from programme.whole import Body, Programme

BASE = Path(__file__).parent / "base"
TEXT = """\
## One

You **see** [your nurse](nurse.md). [@leaflet] Did it {{ centre.name }} help? Yes.

- Call at 9.30.
- Rest

| a | table |
| --- | --- |

/// help

#### Call 999 now if
- you choke

///

/// activity | Write
    minutes: 5
    kind: write
    paper: Lines.

Write it
down.

///

{{ nation.urgent-advice }}
"""


def told(text: str) -> list[Passage]:
    blocks, faults = scan(text, 10)
    assert not faults
    return list(passages(Body("a.md", "a.md", text, 10, blocks)))


def test_passages_are_what_people_read_each_with_its_line() -> None:
    seen = [(one.line, one.item, one.blocks, one.words) for one in told(TEXT)]
    assert seen == [
        (12, False, (), "You see your nurse. Did it it help? Yes."),
        (14, True, (), "Call at 9.30."),
        (15, True, (), "Rest"),
        (23, True, ("help",), "you choke"),
        (32, False, ("activity",), "Write it down."),
    ]


def test_sentences_end_where_people_pause() -> None:
    assert sentences("Call at 9.30. Rest? Then “go on.” Now 2 steps") == [
        "Call at 9.30.",
        "Rest?",
        "Then “go on.",
        "Now 2 steps",
    ]
    assert plain_words("**A** `b` <https://example.org/> ![pic](a.png) [@x; @y].") == "A b pic."


def test_figures_are_those_of_the_formulas() -> None:
    """By hand: 30 sentences of 4 words; in 15 of them 1 word of 3 syllables or more.
    SMOG grade = 3 + √(30 × 15 / 30) = 6.87; with 5 years more: 11.9."""
    found = figures(["The cat sat down"] * 15 + ["An animal sat down"] * 15)
    assert found
    assert (found.words, found.longest, found.median) == (120, 4, 4)
    assert found.smog == 11.9
    assert figures(["…", ""]) is None


@pytest.fixture
def page(tmp_path: Path) -> PageStyle:
    import shutil

    shutil.copytree(BASE, tmp_path / "repository")
    session = tmp_path / "repository/course/first/goodbye.md"
    long = 'Say "one" two three four five six seven eight nine ten eleven 12 13 14 15 16 17 18 19 20 21.'
    session.write_text(
        session.read_text(encoding="utf-8")
        + f"\n{long}\n\nOne. Two. Three. Four.\n\nThis is *so* nice, and DO NOT SHOUT.\n"
        + "\nplain words " * (LONGEST_SESSION // 2),
        encoding="utf-8",
    )
    programme, problems = load(tmp_path / "repository")
    assert programme, problems
    return next(one for one in pages_by_age(programme) if one.path == "course/first/goodbye.md")


def test_what_is_hard_to_read_is_found_with_its_line(page: PageStyle) -> None:
    found = {one.line: one.text for one in page.findings}
    assert "words to read; aim for 900" in found[1]
    assert found[13].startswith("a sentence of 22 words: 'Say")
    assert found[15] == "a paragraph of 4 sentences: 'One.'"
    texts = [one.text for one in page.findings if one.line == 17]
    assert texts == ["capitals are hard to read: 'DO NOT SHOUT'", "italics are hard to read: '*so*'"]


def test_lines_are_those_of_the_files_below_a_filled_place_too(tmp_path: Path) -> None:
    for folder in (BASE, BASE.parent / "cases" / "accepted-own-words"):
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    facts = tmp_path / "centre/centre.yml"
    facts.write_text(facts.read_text().replace("leave_out: [goodbye]", "leave_out: []"))
    hard = "\nDO NOT SHOUT HERE.\n"
    session = tmp_path / "course/first/goodbye.md"
    session.write_text(session.read_text() + hard)
    own = tmp_path / "centre/local/groups-near-you.md"
    own.write_text(own.read_text() + hard)
    programme, problems = load(tmp_path)
    assert programme, problems
    found = {
        (page.path, one.line)
        for page in pages_by_age(programme)
        for one in page.findings
        if "SHOUT" in one.text
    }
    assert found == {
        (file.relative_to(tmp_path).as_posix(), file.read_text().split("\n").index("DO NOT SHOUT HERE.") + 1)
        for file in (session, own)
    }


def test_the_page_for_editors_escapes_what_authors_wrote(page: PageStyle) -> None:
    html = as_html([page])
    assert "Say &#34;one&#34; two" in html
    assert 'href="#page-1"' in html
    assert 'id="page-1"' in html


def test_the_command_lists_the_hardest_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.html"
    assert main(["--root", str(BASE), "check", "--today", "2026-11-22", "--report", str(file)]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if ".md" in line or ".yml" in line]
    ages = [float(row[0]) for row in rows if row[0][0].isdigit()]
    assert ages == sorted(ages, reverse=True)
    assert len(ages) > 3
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_course_can_be_read(programme: Programme) -> None:
    """The bars of the course: reading age 12 in the middle and 14 at most, by SMOG; 14 words a sentence."""
    sessions = [one for one in pages_by_age(programme) if one.session]
    assert len(sessions) >= 22
    assert median(one.figures.smog for one in sessions) <= 12
    assert max(one.figures.smog for one in sessions) <= 14
    assert all(one.figures.median <= 14 for one in sessions)


def test_no_session_is_too_long_to_read(programme: Programme) -> None:
    too_long = {one.id: reading_words(one.body) for one in programme.sessions}
    assert {name: count for name, count in too_long.items() if count > LONGEST_SESSION} == {}
