"""Word files: what a handout has on paper, in forms that Word and screen readers know."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from office import elsewhere, faults, opened
from programme.formats.job import Job
from programme.formats.manuscripts import Manuscripts, Print
from programme.formats.tags import with_place
from programme.formats.word.handout import handout, sheet
from programme.formats.word.jobs import WordFiles
from programme.formats.word.tables import shares
from programme.tree.documents import document
from programme.whole import Programme
from small_courses import right_to_left

HANDOUT = "course/understanding-your-ms-service/relapse.docx"
FORMS = "course/navigating-the-nhs/opening.docx"
NARROW = "course/self-monitoring/a-light-diary.docx"
"""Its table to write in has as many columns as fit."""
DRAWN = "course/helping-to-shape-services/ways-to-get-involved.docx"
RUN_SHEET = "facilitators/understanding-your-ms-service/relapse.docx"
WELSH = "cy/course/understanding-your-ms-service/relapse.docx"
ARABIC = "ar/course/first/hello.docx"
SAMPLE = (HANDOUT, FORMS, NARROW, DRAWN, RUN_SHEET, WELSH, ARABIC)
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DAY = date(2026, 11, 22)
HOW = Print("2026.1", DAY, DAY, "https://ms.example.org/")
Made = dict[str, bytes]


@pytest.fixture(scope="module")
def english(programme: Programme) -> WordFiles:
    return WordFiles(Manuscripts(programme))


@pytest.fixture(scope="module")
def jobs(
    english: WordFiles, programme: Programme, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Job]:
    arabic = right_to_left(tmp_path_factory.mktemp("arabic"))
    every = [english, *(WordFiles(Manuscripts(one)) for one in (programme.others[0], arabic))]
    return {job.uri: job for files in every for job in files.jobs()}


@pytest.fixture(scope="module")
def made(jobs: dict[str, Job]) -> Made:
    """All of them: they take two seconds."""
    result = {}
    for uri, job in jobs.items():
        content, problems = job.make()
        assert [str(one) for one in problems] == [], uri
        result[uri] = content
    return result


@pytest.fixture(scope="module")
def on_disk(made: Made, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("word")
    files = {}
    for uri in SAMPLE:
        files[uri] = folder / uri.replace("/", "-")
        files[uri].write_bytes(made[uri])
    return files


def test_every_session_has_its_files(made: Made, programme: Programme) -> None:
    for one in programme.sessions:
        for folder in ("course", "facilitators"):
            assert f"{folder}/{one.module_id}/{one.id}.docx" in made


@pytest.mark.parametrize("uri", SAMPLE)
def test_office_would_accept_it(on_disk: dict[str, Path], uri: str) -> None:
    assert faults(on_disk[uri]) == []


def test_libre_office_opens_it(on_disk: dict[str, Path], tmp_path: Path) -> None:
    pdfs = opened(list(on_disk.values()), tmp_path)
    text = {uri: words(pdfs[file.name]) for uri, file in on_disk.items()}
    assert "Call 999 now if" in text[HANDOUT]
    pages = pypdfium2.PdfDocument(pdfs[on_disk[HANDOUT].name])
    assert f"Page {len(pages)} of {len(pages)}" in text[HANDOUT]
    assert {"Tuesday", "Wednesday", "Thursday", "Saturday"} <= set(text[NARROW].split()), "a day is cut"
    assert "Welcome, ground rules" in text[RUN_SHEET]
    assert "Tudalen 1 o" in text[WELSH]
    assert "الباب" in text[ARABIC]


@pytest.mark.parametrize("uri", SAMPLE)
def test_headings_are_words_own_and_never_skip(made: Made, uri: str) -> None:
    levels = [level for level, _ in headings(read(made[uri]))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_parts_stand_in_the_order_of_the_printed_handout(made: Made) -> None:
    titles = [text for level, text in headings(read(made[HANDOUT])) if level == 2]
    wanted = [
        "What you can do after this session",
        "Key points",
        "What a relapse is",
        "Who to call",
        "Words explained",
        "About this handout",
        "Sources used on this page",
        "Replies to the checks",
    ]
    assert [title for title in titles if title in wanted] == wanted
    last = next(one for one in read(made[HANDOUT]).paragraphs if one.text == "Replies to the checks")
    assert last.paragraph_format.page_break_before


def test_lists_are_lists_and_numbers_begin_again(made: Made) -> None:
    file = read(made[HANDOUT])
    numbers = [
        one._p.pPr.numPr.numId.val for one in file.paragraphs if one.style and one.style.name == "List Number"
    ]
    assert len(set(numbers)) > 2
    begins = {
        one.get(qn("w:numId")): one.find(qn("w:lvlOverride")).find(qn("w:startOverride")).get(qn("w:val"))
        for one in file.part.numbering_part.element.findall(qn("w:num"))[2:]
    }
    assert {begins[str(number)] for number in numbers} == {"1"}
    assert sum(one.style is not None and one.style.name == "List Bullet" for one in file.paragraphs) > 20


def test_lists_in_lists_and_lists_that_begin_later(english: WordFiles) -> None:
    file = written(english, "1. three\n\n    - inner\n\n        - innermost\n\n    more\n")
    styles = [(one.style.name if one.style else "", one.text) for one in file.paragraphs]
    assert ("List Number", "three") in styles
    assert ("List Bullet 2", "inner") in styles
    assert ("List Bullet 3", "innermost") in styles
    assert ("List Continue", "more") in styles
    later = written(english, '<ol start="3"><li>three</li><li>four</li></ol>')
    starts = [one.get(qn("w:val")) for one in later.part.numbering_part.element.iter(qn("w:startOverride"))]
    assert starts == ["3"]


def test_boxes_can_be_ticked(made: Made) -> None:
    """Content controls, none with the name of another thing, in the mode of Word that lets people click."""
    file = read(made[HANDOUT])
    names = [one.find(f".//{qn('w:alias')}").get(qn("w:val")) for one in boxes(file)]
    assert "999: You wake up with slurred speech and a weak arm." in names
    assert "Probably not" in names
    assert {one.find(f".//{W14}checked").get(f"{W14}val") for one in boxes(file)} == {"0"}
    ids = [
        one.get(qn("w:val")) for one in file.element.iter(qn("w:id")) if one.getparent().tag == qn("w:sdtPr")
    ]
    assert len(ids) == len(set(ids)) == len(names)
    settings = file.settings.element.find(f".//{qn('w:compatSetting')}")
    assert settings.get(qn("w:val")) == "15"


@pytest.mark.parametrize("uri", SAMPLE)
def test_tables_have_a_row_of_headings_and_no_row_is_cut(made: Made, uri: str) -> None:
    for one in read(made[uri]).tables:
        rows = one._tbl.tr_lst
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        assert len({len(row.tc_lst) for row in rows}) == 1
        assert all(cell.text for cell in one.rows[0].cells)


def test_a_cell_over_several_rows(english: WordFiles) -> None:
    text = (
        '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>'
        '<tr><th scope="row" rowspan="2">x</th><td>1</td></tr><tr><td>2</td></tr>'
        '<tr><th colspan="2" scope="rowgroup">all</th></tr></tbody></table>'
    )
    one = written(english, text).tables[0]
    assert [cell.text for cell in one.columns[0].cells] == ["A", "x", "x", "all"]
    assert [cell.text for cell in one.columns[1].cells] == ["B", "1", "2", "all"]


def test_columns_hold_their_longest_word() -> None:
    assert shares([["Wednesday"], ["a"]])[0] > shares([["Wednesday"], ["a"]])[1]
    assert shares([["word " * 50]]) == [40.0]


def test_there_is_room_to_write_and_a_scale(made: Made) -> None:
    file = read(made[FORMS])
    lines = [one for one in file.paragraphs if one.style and one.style.name == "Line to write on"]
    assert len(lines) >= 6
    scale = next(one for one in file.tables if len(one.columns) == 11)
    assert [cell.text for cell in scale.rows[0].cells] == [str(number) for number in range(11)]
    assert len(list(scale.rows[1]._tr.iter(qn("w:sdt")))) == 11
    week = next(one for one in file.tables if one.cell(0, 0).text == "Day")
    assert [cell.text for cell in week.columns[0].cells][1:3] == ["Monday", "Tuesday"]
    assert all(row.height and row.height.mm > 10 for row in week.rows[1:])


@pytest.mark.parametrize("uri", SAMPLE)
def test_pictures_have_words(made: Made, uri: str) -> None:
    drawn = list(read(made[uri]).element.iter(qn("wp:docPr")))
    assert all(one.get("descr") for one in drawn)
    assert bool(drawn) == (uri == DRAWN)


def test_a_centres_logo_is_there_with_its_words(sea_view: Programme) -> None:
    files = WordFiles(Manuscripts(sea_view))
    job = next(job for job in files.jobs() if job.uri == HANDOUT)
    content, problems = job.make()
    assert problems == []
    file = read(content)
    assert sea_view.centre is not None
    assert sea_view.centre.value.logo is not None
    alts = [one.get("descr") for one in file.element.iter(qn("wp:docPr"))]
    assert sea_view.centre.value.logo.alt in alts
    assert file.core_properties.author == sea_view.centre.value.name
    contacts = [one.phone for one in sea_view.centre.value.contacts if one.phone]
    text = "\n".join(one.text for one in file.paragraphs)
    assert contacts
    assert all(phone in text for phone in contacts)


def test_a_picture_that_is_not_there_is_a_problem(english: WordFiles) -> None:
    made, found = document("a.md", "a.md", "# A\n\n![A map](map.png)\n")
    assert found == []
    _, problems = english.written(made, HOW, sheet)
    assert [(one.path, one.rule) for one in problems] == [("a.md", "picture-in-word")]


def test_notes_for_leaders_are_never_in_a_handout(made: Made, english: WordFiles) -> None:
    made_document, _ = document("a.md", "a.md", "# A\n\n/// facilitator | Tip\n\nHush.\n///\n")
    _, problems = english.written(made_document, HOW, handout)
    assert [one.rule for one in problems] == ["notes-in-handout"]
    everything = text_of(made[HANDOUT])
    assert "What tends to come up" not in everything
    assert "What tends to come up" in text_of(made[RUN_SHEET])


@pytest.mark.parametrize(("uri", "tag"), [(HANDOUT, "en-GB"), (WELSH, "cy-GB"), (ARABIC, "ar-EG")])
def test_language(made: Made, uri: str, tag: str) -> None:
    file = read(made[uri])
    assert file.core_properties.language == tag
    default = file.styles.element.find(f".//{qn('w:docDefaults')}").find(f".//{qn('w:lang')}")
    assert default.get(qn("w:bidi" if uri == ARABIC else "w:val")) == tag


def test_words_of_another_language_say_so(english: WordFiles) -> None:
    file = written(
        english, 'Say <span lang="cy">bore **da**</span>, or <span lang="ar" dir="rtl">مرحبا</span>.'
    )
    told = {}
    for run in file.element.iter(qn("w:r")):
        lang = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        if lang is not None:
            told[run.findtext(qn("w:t"))] = dict(lang.attrib)
    assert told["bore "] == told["da"] == {qn("w:val"): "cy-GB"}
    assert told["مرحبا"] == {qn("w:bidi"): "ar-EG"}
    assert (with_place("gd"), with_place("en"), with_place("pt-BR")) == ("gd-GB", "en-GB", "pt-BR")


def test_right_to_left(made: Made) -> None:
    file = read(made[ARABIC])
    assert file.styles["Normal"].element.find(f".//{qn('w:bidi')}") is not None
    assert all(one._tbl.tblPr.find(qn("w:bidiVisual")) is not None for one in file.tables)
    assert file.sections[0]._sectPr.find(qn("w:bidi")) is not None
    said = [run for run in file.element.iter(qn("w:r")) if run.findtext(qn("w:t")) == "مرحبًا"]
    assert said
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None for run in said)


def test_footer_properties_and_links(made: Made, jobs: dict[str, Job], english: WordFiles) -> None:
    file = read(made[HANDOUT])
    foot = file.sections[0].footer.paragraphs[0]
    assert f"Edition 2026.1. Code {english.texts.codes['relapse']}." in foot.text
    fields = [(one.text or "").strip() for one in foot._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    own = file.core_properties
    assert own.title == "Relapse, pseudo-relapse and who to call"
    assert own.author == "The MS expert patient course"
    assert own.created is not None
    assert own.created.date() == jobs[HANDOUT].day == (own.modified or own.created).date()
    links = [one for part in file.paragraphs for one in part.hyperlinks]
    assert all(one.text.strip() for one in links)
    assert any(one.address.startswith("https://") and not one.text.startswith("http") for one in links)
    marks = {one.get(qn("w:name")) for one in file.element.iter(qn("w:bookmarkStart"))}
    assert {one.fragment for one in links if not one.address} <= marks


def test_looks_come_from_styles(made: Made) -> None:
    """14 points, one font that every office has, nothing slanted, and no colour but black."""
    parts = ZipFile(BytesIO(made[HANDOUT]))
    styles = parts.read("word/styles.xml").decode()
    body = parts.read("word/document.xml").decode()
    assert '<w:sz w:val="28"/>' in styles
    assert min(int(size) for size in re.findall(r'<w:sz w:val="(\d+)"', styles)) == 24
    assert 'w:ascii="Arial"' in styles
    for direct in ("<w:sz ", "<w:color ", "<w:rFonts ", "<w:jc ", "<w:i/>", "<w:spacing "):
        assert direct not in body
    assert set(re.findall(r'w:color="(\w+)"', styles + body)) == {"000000"}
    assert "<w:i/>" not in styles
    used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', body))
    assert used <= set(re.findall(r'w:styleId="(\w+)"', styles))


def test_the_same_bytes_on_any_machine_and_day(made: Made, root: Path) -> None:
    uris = [HANDOUT, RUN_SHEET, WELSH]
    assert elsewhere(root, "docx", uris) == [hashlib.sha256(made[uri]).hexdigest() for uri in uris]


def test_keys_follow_what_is_said(programme: Programme, jobs: dict[str, Job]) -> None:
    again = {job.uri: job.key for job in WordFiles(Manuscripts(programme)).jobs()}
    assert all(jobs[uri].key == key for uri, key in again.items())
    edition = replace(programme.course, value=programme.course.value.model_copy(update={"edition": "2027.1"}))
    other = WordFiles(Manuscripts(replace(programme, course=edition)))
    assert not {job.key for job in other.jobs()} & set(again.values())


def written(files: WordFiles, text: str) -> Document:
    """A sheet with `text` under its title."""
    made, found = document("a.md", "a.md", f"# A title\n\n{text}\n")
    assert found == []
    content, problems = files.written(made, HOW, sheet)
    assert problems == []
    return read(content)


def read(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def headings(file: Document) -> Iterator[tuple[int, str]]:
    for one in file.paragraphs:
        name = (one.style.name if one.style else "") or ""
        if name.startswith("Heading "):
            yield int(name.removeprefix("Heading ")), one.text


def boxes(file: Document) -> list[Any]:
    return [one.getparent().getparent() for one in file.element.iter(f"{W14}checkbox")]


def text_of(content: bytes) -> str:
    return "\n".join(node.text or "" for node in read(content).element.iter(qn("w:t")))


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as made:
        return "\n".join(one.get_textpage().get_text_range() for one in made)
