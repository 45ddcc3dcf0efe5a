"""Braille: pages of 25 lines and 40 cells that liblouis reads back, and a clear message without it."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from programme.__main__ import main
from programme.formats.braille.jobs import braille, hindrances, jobs
from programme.formats.braille.liblouis import FIRST_CELL, SIGNS, braille_ascii, translator
from programme.formats.braille.pages import CELLS, LINES, Row, page_number, pages, wrapped
from programme.formats.braille.tongues import Tongues, marked
from programme.formats.every import FORMATS
from programme.formats.in_words import InWords
from programme.formats.manuscripts import Manuscripts, Print
from programme.language import ENGLISH, Language
from programme.problems import Problem
from programme.tree.documents import document
from programme.whole import Programme

DAY = date(2026, 11, 22)
HOW = Print("2026.1", DAY, DAY)


@pytest.fixture(scope="module")
def tongues() -> Tongues:
    """English and Welsh, as liblouis has them."""
    known = {key: found for key in ("en", "cy") if (found := translator(key))}
    if len(known) < 2:
        pytest.fail("lou_translate is not there: run python3 make.py test, which installs liblouis-bin")
    return Tongues("en", known)


def test_every_session_fits_its_pages(programme: Programme, tongues: Tongues) -> None:
    for one in (programme, *programme.others):
        for job in jobs(Manuscripts(one)):
            content, problems = job.make()
            assert problems == []
            sheets = content.decode("ascii").split("\f")
            assert sheets.pop() == ""
            for number, sheet in enumerate(sheets, 1):
                lines = sheet.split("\r\n")
                assert lines.pop() == ""
                assert len(lines) == LINES
                assert max(map(len, lines)) <= CELLS
                assert lines[0]
                assert lines[-1].strip() == page_number(number)
                assert set("".join(lines)) <= set(SIGNS)


def test_liblouis_reads_it_back(tongues: Tongues) -> None:
    text = "# When to call\n\nCall 999 if your speech is suddenly slurred.\n\n- A friendly word helps.\n"
    lines = made(text, tongues)[0].replace("\f", "").split("\r\n")
    assert lines[0].strip() == ",:5 TO CALL"
    words = " ".join(read_back(tongues, lines, "en-ueb-g2.ctb").split())
    assert "Call 999 if your speech is suddenly slurred." in words
    assert "A friendly word helps." in words
    assert "no braille reader has checked it" in words


def test_welsh_has_its_own_table(programme: Programme, tongues: Tongues) -> None:
    (welsh,) = (one for one in programme.others if one.language.code == "cy")
    job = next(job for job in jobs(Manuscripts(welsh)) if "relapse" in job.uri)
    lines = job.make()[0].decode().replace("\f", "").split("\r\n")
    words = " ".join(read_back(tongues, lines, "cy-cy-g2.ctb").split())
    assert "Ffoniwch eich" in words


def test_words_of_another_language_are_in_its_braille(tongues: Tongues) -> None:
    welsh = replace(tongues, main="cy")
    assert welsh.cells([f"a {marked('en', 'the station')}, b"]) == ["A ! /A;N1 ;B"]
    assert welsh.cells(["the"]) != tongues.cells(["the"])
    assert tongues.cells([marked("xx", "the")]) == tongues.cells(["the"])


def test_layout_of_headings_paragraphs_lists_and_boxes(tongues: Tongues) -> None:
    text = "# A title\n\nIt is " + "so " * 30 + ".\n\n## More\n\n- " + "go " * 30 + "\n    - no\n"
    lines = made(text, tongues)[0].split("\r\n")
    assert lines[0] == ",A TITLE".rjust((CELLS + 8) // 2)
    assert lines[1] == ""
    start = next(line for line in lines if line.startswith("  ,X IS"))
    assert lines[lines.index(start) + 1].startswith("S S")
    at = lines.index("    ,M")
    assert lines[at - 1] == ""
    assert lines[at + 1].startswith("G G")
    assert lines[at + 2].startswith("  G G")
    assert "  ;N" in lines[at + 3] or "  NO" in lines[at + 3]
    boxed = made("# A\n\n## B\n\n/// help | Now\n\n#### Call 999\n- help\n///\n", tongues)[0].split("\r\n")
    assert boxed.index("7" * CELLS) < boxed.index("      ,N[") < boxed.index("G" * CELLS)


def test_forms_are_told_and_nothing_is_drawn(tongues: Tongues) -> None:
    options = "    minutes: 5\n    kind: write\n    paper: A form.\n    form:\n      - named_lines: [Who]\n"
    text = made(f"# A\n\n## B\n\n/// activity | Plan\n{options}\nWrite.\n///\n", tongues)[0]
    words = " ".join(read_back(tongues, text.replace("\f", "").split("\r\n"), "en-ueb-g2.ctb").split())
    assert "Write about each of these: Who" in words
    assert "_" not in words


def test_a_sign_without_braille_is_a_problem_with_its_line(tongues: Tongues) -> None:
    _, problems = made("# A\n\nSay \N{EGYPTIAN HIEROGLYPH A001}.\n", tongues)
    assert [(one.path, one.rule) for one in problems] == [("a.md", "no-braille")]
    assert "\N{EGYPTIAN HIEROGLYPH A001}" in problems[0].text


def test_what_an_author_writes_is_never_a_code_of_the_program(tongues: Tongues) -> None:
    odd = ["C:\\temp\\x0041", "a\\", "\\", "", " two  spaces ", "x" * 3000, "and with the " * 400]
    cells = tongues.cells(odd)
    assert len(cells) == len(odd)
    assert cells[3] == ""
    assert len(cells[6].split()) == 1200
    assert "_*" in cells[0]


def test_a_long_address_is_divided_with_a_sign() -> None:
    word = "HTTPS3_/_/WWW4EXAMPLE4ORG_/A-LONG-NAME-THAT-GOES-ON_/INDEX"
    lines = wrapped(word, CELLS, CELLS - 2)
    assert all(line.endswith('"') for line in lines[:-1])
    assert "".join(line.rstrip('"') for line in lines) == word
    assert max(map(len, lines)) <= CELLS


def test_no_heading_ends_a_page() -> None:
    lines = [*[Row("A")] * 22, Row(""), Row("    ,H", with_next=True), Row("  ,TEXT")]
    first, second = pages(lines)
    assert first == ["A"] * 22
    assert second == ["    ,H", "  ,TEXT"]


def test_signs_are_those_of_north_american_braille_ascii() -> None:
    assert braille_ascii("⠁⠃⠿⠼ ⠠") == "AB=# ,"
    assert braille_ascii("\u2841") == ",A"  # dot 7, a capital of computer braille
    assert len(set(SIGNS)) == 64
    assert SIGNS[ord("⠮") - FIRST_CELL] == "!"


def test_a_machine_without_liblouis_is_told_how_to_get_it(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    words = ["--root", str(small(root, tmp_path)), "files", "--to", str(tmp_path / "out")]
    assert main([*words, "--format", "brf"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "apt install liblouis-bin" in said
    assert "Windows" in said
    assert not (tmp_path / "out").exists()
    assert main([*words, "--format", "brf", "--format", "txt"]) == 2
    assert len(list((tmp_path / "out").rglob("*.txt"))) == 2
    assert main([*words, "--format", "txt"]) == 0


def test_the_command_makes_braille_only_if_asked(root: Path, tmp_path: Path) -> None:
    assert "brf" not in FORMATS
    words = ["--root", str(small(root, tmp_path)), "files", "--only", "hello", "--to", str(tmp_path / "out")]
    assert main([*words, "--format", "brf"]) == 0
    assert [file.name for file in (tmp_path / "out").rglob("*.brf")] == ["hello.brf"]


def test_a_language_without_a_table_is_told(programme: Programme) -> None:
    texts = Manuscripts(programme)
    arabic = Manuscripts(replace(programme, language=Language("ar")))
    arabic.__dict__["sessions"] = texts.sessions
    assert list(hindrances([texts])) == []
    (told,) = hindrances([texts, arabic])
    assert "العربية" in told
    assert list(jobs(arabic)) == []


def small(root: Path, folder: Path) -> Path:
    """The smallest course."""
    shutil.copytree(root / "tests/base", folder / "base")
    return folder / "base"


def made(text: str, tongues: Tongues) -> tuple[str, list[Problem]]:
    found, problems = document("a.md", "a.md", text)
    assert problems == []
    return braille(replace(found, code="AAAA-22"), HOW, InWords(ENGLISH), tongues)


def read_back(tongues: Tongues, lines: list[str], table: str) -> str:
    """What the lines say, by liblouis. Cells go in as Unicode: a backslash would be a code of the program."""
    given = "\n".join("".join(chr(FIRST_CELL + SIGNS.index(sign)) for sign in line.strip()) for line in lines)
    command = [tongues.translators["en"].program, "--backward", f"unicode.dis,{table}"]
    return subprocess.run(command, input=given + "\n", capture_output=True, text=True, check=True).stdout
