"""The data of the search, from the real course."""

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from programme.pages import pages
from programme.search.index import LEADERS, LIST, SESSION, WORD, WORK, index, kind_of_page
from programme.search.script import script
from programme.search.signs import signs
from programme.whole import Programme


@pytest.fixture(scope="module")
def data(site: Path) -> dict[str, Any]:
    """As the site has it."""
    (file,) = (site / "assets").glob("search-index.*.js")
    text = file.read_text(encoding="utf-8")
    return dict(json.loads(text.removeprefix("window.courseSearch.data=").rstrip(";\n")))


def test_all_pages_for_readers_are_in_it(programme: Programme, data: dict[str, Any]) -> None:
    there = {page[0] for page in data["pages"]}
    for session in programme.sessions:
        assert session.body.uri.replace(".md", ".html") in there
    assert "course/glossary.html" in there
    assert "search.html" not in there
    assert "course/sources.html" not in there


def test_nothing_but_the_titles_of_pages_for_leaders_is_in_it(data: dict[str, Any]) -> None:
    theirs = [page for page in data["pages"] if page[3] == LEADERS]
    assert theirs
    assert all(len(page[5]) == 1 for page in theirs)


def test_help_boxes_and_activities_are_known(data: dict[str, Any]) -> None:
    """They weigh less. Were their classes renamed, only this test would tell."""
    kinds = {section[2] for page in data["pages"] for section in page[5]}
    assert kinds == {0, 1, 2}


def test_text_of_a_nation_is_labelled(data: dict[str, Any]) -> None:
    """PALS is in England alone, Llais in Wales alone: bits 1 and 4."""
    sections = [section for page in data["pages"] for section in page[5]]
    glossary = {section[0]: section[3] for section in sections if str(section[0]).startswith("word-")}
    assert glossary["word-pals"] == 1
    assert glossary["word-llais"] == 4
    labelled = [one for section in sections for one in section[4] if isinstance(one, list)]
    assert {bits for bits, text in labelled if text.startswith("Scotland: ")} == {2}


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("course/self-management/fatigue.md", SESSION),
        ("course/self-management/index.md", LIST),
        ("course/pathways/ten-minutes.md", LIST),
        ("course/glossary.md", WORD),
        ("posters/one.md", WORK),
        ("facilitators/a/b.md", LEADERS),
        ("index.md", LIST),
    ],
)
def test_kinds_of_page(uri: str, kind: int) -> None:
    assert kind_of_page(uri) == kind


def test_an_anchor_is_kept_only_where_the_heading_does_not_give_it(programme: Programme) -> None:
    page = next(one for one in pages(programme) if one.uri == "course/self-management/fatigue.md")
    html = '<h2 id="do-courses-help">Do courses help?</h2><h2 id="doors">Choose</h2>'
    assert [one[0] for one in index(programme, [page], {page.uri: html})["pages"][0][5]] == [0, "doors"]


def test_the_name_of_the_script_holds_its_content(programme: Programme) -> None:
    page = next(iter(pages(programme)))
    first, _ = script(programme, [page], {page.uri: "<p>One.</p>"})
    second, content = script(programme, [page], {page.uri: "<p>Two.</p>"})
    assert first != second
    assert content.startswith(b"window.courseSearch.data={")


def test_no_text_can_end_the_script(programme: Programme) -> None:
    """It is a file of its own, but a browser reads U+2028 in old scripts as the end of a line."""
    page = replace(next(iter(pages(programme))), title="</script>\u2028")
    _, content = script(programme, [page], {page.uri: "<p>One.</p>"})
    assert json.loads(content.decode().removeprefix("window.courseSearch.data=").rstrip(";\n"))


def test_every_sign_says_what_to_do_and_whom_to_call(programme: Programme) -> None:
    shown = list(signs(programme))
    assert len(shown) >= 15
    for one in shown:
        assert one.sign.title.startswith("If "), one.sign.id
        assert all(len(numbers.lines) == 4 for numbers in one.numbers), one.sign.id
        if one.sign.how_fast == "999":
            assert "999" in one.sign.help[0], one.sign.id


def test_a_sign_stays_when_a_centre_leaves_its_session_out(programme: Programme) -> None:
    fewer = list(signs(replace(programme, modules=())))
    assert [one.sign.id for one in fewer] == [one.sign.id for one in signs(programme)]
    assert {one.session for one in fewer} == {None}


def test_signs_speak_short_sentences(programme: Programme) -> None:
    """NHS content guide: at most 20 words a sentence."""
    for one in programme.safety.value.signs:
        for sentence in " ".join(one.help).split(". "):
            assert len(sentence.split()) <= 20, sentence


def test_weight(site: Path) -> None:
    """gzip -9, as a server sends it: a first search costs no more than a picture."""
    (file,) = (site / "assets").glob("search-index.*.js")
    assert len(gzip.compress(file.read_bytes(), 9)) < 125_000
