"""YAML as an author means it: text stays text, and everything knows its line."""

import shutil
from pathlib import Path

import pytest

import markup
from programme.load import load
from programme.pages import pages
from programme.yaml_lines import parse

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "1.10",
        "010",
        "0x1F",
        "1_000",
        "1:30",
        "2026",
        "2026-02-30",
        ".5",
        "1e3",
        ".inf",
        "True",
    ],
)
def test_text_stays_as_it_was_written(written: str) -> None:
    assert parse(f"a: {written}\nb: [{written}]\n{written}: c").value == {
        "a": written,
        "b": [written],
        written: "c",
    }


@pytest.mark.parametrize("written", ["", "~", "null", "# only a comment"])
def test_what_is_left_empty_is_none(written: str) -> None:
    assert parse(f"a: {written}").value == {"a": None}


@pytest.mark.parametrize("written", ['""', "''", '"~"', "'null'"])
def test_what_is_in_quotation_marks_is_text(written: str) -> None:
    assert parse(f"a: {written}").value == {"a": written[1:-1]}


def test_lines() -> None:
    document = parse(
        "# first\ntitle: x\nitems:\n  - a\n  - b: 1\n    c: >-\n      long\n      text\n", first_line=10
    )
    assert document.faults == []
    assert {path: document.line(path) for path in (("title",), ("items", 0), ("items", 1, "c"))} == {
        ("title",): 11,
        ("items", 0): 13,
        ("items", 1, "c"): 15,
    }
    assert document.line(("items", 7, "nothing")) == 12, "the nearest thing around it"


def test_of_two_equal_keys_the_first_is_kept_with_what_is_in_it() -> None:
    document = parse("a: {x: 1}\na: {y: 2, z: [3]}\nb: 4\n")
    assert document.value == {"a": {"x": "1"}, "b": "4"}
    assert [fault.line for fault in document.faults] == [2]


def test_values_arrive_unharmed_in_the_pages(tmp_path: Path) -> None:
    """The case is golden; here is what its values have become, in the model and in HTML."""
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(HERE / "cases" / "accepted-text-that-yaml-would-change", tmp_path, dirs_exist_ok=True)
    programme, problems = load(tmp_path)
    assert programme is not None
    assert not problems
    assert (programme.course.value.title, programme.course.value.edition) == ("no", "1.10")
    assert programme.modules[0].source.value.title == "2026"
    assert programme.glossary.value.root[0].term == "yes"
    source = programme.references.value.root["leaflet"]
    assert (source.title, source.date) == ("1:30", "2026-02-30")

    page = next(page for page in pages(programme) if page.uri == "extra.md")
    (box,) = markup.tree(page.text).all("section", class_="box-activity")
    assert [element.text.strip() for element in box.inside] == [
        "Activity: 1_000",
        "About 10 minutes. Write or draw. Have to hand: no, 1.10, 0x1F.",
        "Write.",
        "On paper: yes",
    ]
