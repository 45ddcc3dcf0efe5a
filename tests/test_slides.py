"""Slides: few words in large letters, each with a title, and what leaders need in the notes."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pptx
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation
from pptx.slide import Slide

from office import elsewhere, faults, opened
from programme.formats.in_words import InWords
from programme.formats.job import Job
from programme.formats.manuscripts import Manuscripts, Print
from programme.formats.slides.deck import Deck
from programme.formats.slides.jobs import SlideShows
from programme.formats.slides.lines import Bit, bits, sentences, text_of
from programme.formats.slides.look import HIGH, LETTERS, WIDE
from programme.formats.slides.outline import MOST, Outline, numbered
from programme.formats.slides.words import ENGLISH
from programme.language import ENGLISH as LANGUAGE
from programme.run_sheet import run_sheet
from programme.text import filled
from programme.tree import nodes as tree
from programme.tree.documents import document
from programme.whole import Programme
from small_courses import right_to_left

RELAPSE = "facilitators/understanding-your-ms-service/relapse.pptx"
LONG = "facilitators/navigating-the-nhs/who-to-call.pptx"
LISTS = "facilitators/self-monitoring/what-to-watch.pptx"
WELSH = f"cy/{RELAPSE}"
ARABIC = "ar/facilitators/first/hello.pptx"
SAMPLE = (RELAPSE, LISTS, WELSH, ARABIC)
DAY = date(2026, 11, 22)
HOW = Print("2026.1", DAY, DAY, "https://ms.example.org/")
MORE_THAN_MOST = 16
"""Words of one sentence, or of a title with its number, by which a slide may pass the limit."""
Made = dict[str, bytes]


@pytest.fixture(scope="module")
def english(programme: Programme) -> SlideShows:
    return SlideShows(Manuscripts(programme))


@pytest.fixture(scope="module")
def jobs(
    english: SlideShows, programme: Programme, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Job]:
    arabic = right_to_left(tmp_path_factory.mktemp("arabic"))
    every = [english, *(SlideShows(Manuscripts(one)) for one in (programme.others[0], arabic))]
    return {job.uri: job for shows in every for job in shows.jobs()}


@pytest.fixture(scope="module")
def made(jobs: dict[str, Job]) -> Made:
    return {uri: _made(jobs[uri]) for uri in SAMPLE}


def test_every_session_has_slides_that_say_enough_and_not_too_much(
    english: SlideShows, programme: Programme
) -> None:
    for session in programme.sessions:
        slides, problems = english.slides(session, english.texts.printed(session.meta.review))
        assert [str(one) for one in problems] == []
        titles = [text_of(one.title) for one in slides]
        assert len(set(titles)) == len(titles)
        assert all(titles)
        assert all(one.lines or one.picture for one in slides)
        for one in slides:
            count = sum(line.count for line in one.lines) + len(text_of(one.title).split())
            assert count <= MOST + MORE_THAN_MOST, (session.id, text_of(one.title), count)
            assert not one.lines[-1].leads, (session.id, text_of(one.title))


def test_what_is_there_and_in_which_order(made: Made) -> None:
    titles = [title(one) for one in read(made[RELAPSE]).slides]
    wanted = [
        "Relapse, pseudo-relapse and who to call",
        "Today (1 of 2)",
        "First, when to get help fast (1 of 7)",
        "Call 999 now if (1 of 7)",
        "Activity: Sort the situations",
        "Break",
        "Your old leg weakness is worse after a day in the sun. Is it a relapse?",
        "Activity: My plan",
        "Key points (1 of 2)",
        "Who to call: When life is in danger (1 of 4)",
        "Who to call: How to reach your MS team",
        "Before you go",
    ]
    assert [one for one in titles if one in wanted] == wanted


def test_signs_of_danger_are_whole(made: Made, english: SlideShows, programme: Programme) -> None:
    session = next(one for one in programme.sessions if one.id == "relapse")
    box = next(one for one in english.texts.document(session)[0].blocks if isinstance(one, tree.Help))
    shown = "\n".join(text(one) for one in read(made[RELAPSE]).slides)
    points = [
        item.blocks[0] for block in box.blocks if isinstance(block, tree.ListOf) for item in block.items
    ]
    assert len(points) > 20
    for point in points:
        assert isinstance(point, tree.Paragraph)
        assert text_of(bits(point.inside)) in shown


def test_notes_have_times_and_what_leaders_need(
    made: Made, english: SlideShows, programme: Programme
) -> None:
    session = next(one for one in programme.sessions if one.id == "relapse")
    meeting = programme.course.value.meeting
    sheet = run_sheet(session, meeting, filled(programme, session.body))
    slides = list(read(made[RELAPSE]).slides)
    notes = {title(one): told(one) for one in slides}
    everything = "\n".join(notes.values())
    for row in sheet.rows:
        assert f"{row.what}. {row.minutes} minutes. At {row.begin}, if you start at 10:30." in everything
    assert "Have ready: the 6 situations, cut into cards" in notes["Relapse, pseudo-relapse and who to call"]
    assert "Aim and timing" in notes["First, when to get help fast (1 of 7)"]
    assert "Card 1 is 999: it could be a stroke." in notes["Activity: Sort the situations"]
    check = "Your old leg weakness is worse after a day in the sun. Is it a relapse?"
    assert "Heat can bring old symptoms back for a while." in notes[check]
    assert "Heat can bring" not in next(text(one) for one in slides if title(one) == check)
    whole = "Steroids speed up recovery, but do not change how well you recover in the end."
    assert whole in everything
    assert "[@" not in everything


def test_nothing_for_leaders_is_on_a_slide(made: Made) -> None:
    shown = "\n".join(text(one) for one in read(made[RELAPSE]).slides)
    assert "What tends to come up" not in shown
    assert "Aim and timing" not in shown


def test_the_break_is_where_the_run_sheet_has_it(programme: Programme, english: SlideShows) -> None:
    for session in programme.sessions:
        lines = filled(programme, session.body)
        rows = run_sheet(session, programme.course.value.meeting, lines).rows
        number = next(index for index, row in enumerate(rows) if row.what == "Break")
        slides, _ = english.slides(session, HOW)
        titles = [text_of(one.title) for one in slides]
        before = rows[number - 1]
        assert before.block is not None
        assert titles[titles.index("Break") - 1] == f"Activity: {before.block.title}"


def test_titles_bodies_and_layouts_are_real(made: Made) -> None:
    for uri in SAMPLE:
        file = read(made[uri])
        assert (file.slide_width, file.slide_height) == (WIDE, HIGH)
        assert round(WIDE / HIGH, 2) == 1.78
        assert [one.name for one in file.slide_layouts] == ["Title Slide", "Title and Content"]
        for one in file.slides:
            kinds = [shape.placeholder_format.type for shape in one.placeholders]
            assert kinds[0] in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
            assert len(kinds) == len(one.shapes) == 2
            assert title(one)


def test_letters_are_large_and_nothing_moves(made: Made) -> None:
    assert min(LETTERS.values()) >= 24
    parts = ZipFile(BytesIO(made[RELAPSE]))
    for name in parts.namelist():
        content = parts.read(name)
        assert b"<p:transition" not in content
        assert b"<p:timing" not in content
        if name.startswith("ppt/slides/"):
            assert b" sz=" not in content
            assert b"Autofit" not in content
    assert not [name for name in parts.namelist() if "thumbnail" in name or "printerSettings" in name]


@pytest.mark.parametrize(("uri", "tag"), [(RELAPSE, "en-GB"), (WELSH, "cy-GB"), (ARABIC, "ar-EG")])
def test_language(made: Made, uri: str, tag: str) -> None:
    file = read(made[uri])
    assert file.core_properties.language == tag
    for one in file.slides:
        notes = [one.notes_slide.element] if one.has_notes_slide else []
        for part in (one.element, *notes):
            assert {run.get("lang") for run in part.iter("{*}rPr")} <= {tag, "en-GB"}
    said = {run.get("lang") for one in file.slides for run in one.element.iter("{*}rPr")}
    assert tag in said
    level = file.slide_master.element.find(".//{*}bodyStyle/{*}lvl1pPr")
    assert level.get("rtl") == ("1" if uri == ARABIC else "0")


def test_office_would_accept_it_and_libre_office_shows_all_of_it(made: Made, tmp_path: Path) -> None:
    files = []
    for uri in SAMPLE:
        files.append(tmp_path / uri.replace("/", "-"))
        files[-1].write_bytes(made[uri])
        assert faults(files[-1]) == []
    pdfs = opened(files, tmp_path)
    for uri, file in zip(SAMPLE, files, strict=True):
        with pypdfium2.PdfDocument(pdfs[file.name]) as pdf:
            assert len(pdf) == len(read(made[uri]).slides)
            for page in pdf:
                height = page.get_height()
                assert all(bottom > 0 and top < height for bottom, top in letters(page))


def test_a_picture_has_its_words_or_is_a_problem(english: SlideShows, programme: Programme) -> None:
    made, _ = document("a.md", "a.md", "# A\n\n## Step\n\nLook. Then ask.\n\n![A map of the ward](map.png)\n")
    outline = Outline(_with_key_points(made), HOW, "First", InWords(LANGUAGE), ENGLISH)
    slides = list(numbered(outline.slides(), ENGLISH))
    picture = BytesIO()
    Image.new("RGB", (40, 20)).save(picture, "PNG")
    content = Deck("en-GB", lambda uri: picture.getvalue()).content(slides, DAY, title="A")
    shown = [one for one in read(content).slides if title(one) == "Step (2 of 2)"]
    drawn = [shape for shape in shown[0].shapes if not shape.is_placeholder]
    assert [shape._element.find(".//{*}cNvPr").get("descr") for shape in drawn] == ["A map of the ward"]
    assert not [
        one for one in slides if "Then ask" in text_of(one.title + one.lines[0].bits if one.lines else ())
    ]


def test_sentences() -> None:
    def told(text: str) -> list[str]:
        return [text_of(one) for one in sentences((Bit(text),))]

    assert told("Call 111. It is free, e.g. at night. ") == ["Call 111.", "It is free, e.g. at night."]
    assert told('She said "Stop." Then we left') == ['She said "Stop."', "Then we left"]
    assert told("38.5°C is high? Ŷr.") == ["38.5°C is high?", "Ŷr."]
    assert told("نعم. لا") == ["نعم.", "لا"]
    cut = next(sentences((Bit("Call "), Bit("999", strong=True), Bit(" now. Wait."))))
    assert cut == (Bit("Call "), Bit("999", strong=True), Bit(" now."))


def test_the_same_bytes_on_any_machine_and_day(made: Made, root: Path, jobs: dict[str, Job]) -> None:
    uris = [RELAPSE, WELSH]
    assert elsewhere(root, "pptx", uris) == [hashlib.sha256(made[uri]).hexdigest() for uri in uris]
    own = read(made[RELAPSE]).core_properties
    assert own.created is not None
    assert own.created.date() == jobs[RELAPSE].day
    assert (own.title, own.author) == (
        "Relapse, pseudo-relapse and who to call",
        "The MS expert patient course",
    )


def test_keys_follow_the_notes_too(programme: Programme, jobs: dict[str, Job]) -> None:
    again = {job.uri: job.key for job in SlideShows(Manuscripts(programme)).jobs()}
    assert all(jobs[uri].key == key for uri, key in again.items())
    meeting = programme.course.value.meeting.model_copy(update={"start": "14:00"})
    later = programme.course.value.model_copy(update={"meeting": meeting})
    other = SlideShows(Manuscripts(replace(programme, course=replace(programme.course, value=later))))
    assert not {job.key for job in other.jobs()} & set(again.values())


def test_a_centres_own_lines(sea_view: Programme) -> None:
    shows = SlideShows(Manuscripts(sea_view))
    job = next(job for job in shows.jobs() if job.uri == RELAPSE)
    shown = "\n".join(text(one) for one in read(_made(job)).slides)
    assert sea_view.centre is not None
    assert sea_view.centre.value.name in shown
    phones = [one.phone for one in sea_view.centre.value.contacts if one.phone]
    assert phones
    assert all(phone in shown for phone in phones)
    assert "Scotland:" not in shown


def _with_key_points(made: tree.Document) -> tree.Document:
    """As a session is: how long it takes and the outcomes stand before its text."""
    title_, *rest = made.blocks
    before = (tree.Section("effort", ()), tree.Heading(2, (tree.Text("Outcomes"),)))
    return replace(made, blocks=(title_, *before, *rest))


def _made(job: Job) -> bytes:
    content, problems = job.make()
    assert [str(one) for one in problems] == []
    return content


def read(content: bytes) -> Presentation:
    return pptx.Presentation(BytesIO(content))


def title(one: Slide) -> str:
    assert one.shapes.title is not None
    return one.shapes.title.text_frame.text


def text(one: Slide) -> str:
    return "\n".join(shape.text_frame.text for shape in one.placeholders)


def told(one: Slide) -> str:
    if not one.has_notes_slide:
        return ""
    frame = one.notes_slide.notes_text_frame
    assert frame is not None
    return frame.text


def letters(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    """Lowest and highest point of every letter."""
    found = page.get_textpage()
    for index in range(found.count_chars()):
        if not chr(pdfium.FPDFText_GetUnicode(found, index)).isspace():
            _, bottom, _, top = found.get_charbox(index)
            yield bottom, top
