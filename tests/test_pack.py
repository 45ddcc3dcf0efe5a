"""Packs for people who lead: every sheet is valid and says when and where, and a zip holds what it says."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pikepdf
import pytest
from docx import Document
from icalendar import Calendar
from pptx import Presentation

from example_centres import with_centre
from pdfs import faults, letters, pages, tags, words
from programme.__main__ import main
from programme.formats.manuscripts import Manuscripts
from programme.formats.occasion import Occasion
from programme.load import load
from programme.model.centre import Centre
from programme.model.dates import Meeting, Run
from programme.packs.meetings import split
from programme.paper.engine import Engine
from programme.paper.handout import SMALLEST
from programme.paper.jobs import Press
from programme.paper.pack import run_sheet
from programme.sources import Sourced
from programme.tree import nodes as tree
from programme.tree.documents import document
from programme.tree.markup import to_html
from programme.whole import Programme

SHEETS = ("sign-in", "private-slip", "feedback", "certificate", "room-and-access")
KINDS = (*SHEETS, "navigating-the-nhs/who-to-call", "navigating-the-nhs/who-to-call-cards")
DAYS = {1: "14 January", 2: "21 January"}
IN_WELSH = {1: "14 Ionawr", 2: "21 Ionawr"}
DATES = """\
checked_on: 2026-11-20
runs:
  - id: spring-2027
    title: Spring group, for people new to MS
    modules: [understanding-your-ms-service]
    meetings:
      - {on: 2027-01-14, from: 10:30, to: 12:30, sessions: [relapse]}
      - on: 2027-01-21
        from: 14:00
        to: 18:00
        sessions: [your-team, visits-and-reviews]
        online: {how: We send you the link the day before.}
      - {on: 2027-01-28, from: 10:30, to: 12:30, sessions: [kinds-of-service], cancelled: yes}
    place: {name: Meeting room 2, address: "Sea View Hospital, 1 Harbour Road, Anytown, AB1 2DE"}
    online: {how: We send you the link the day before.}
"""
TINY_DATES = """\
checked_on: 2026-11-20
runs:
  - id: spring
    meetings: [{on: 2027-03-02, from: 18:00, to: 20:00, sessions: [hello]}]
    online: {how: We send you the link the day before.}
  - id: summer
    meetings: [{on: 2027-07-02, from: 18:00, to: 20:00}]
    online: {how: We send you the link the day before.}
  - id: winter
    meetings: [{on: 2027-12-02, from: 18:00, to: 20:00}]
    online: {how: We send you the link the day before.}
    cancelled: yes
"""
OWN_SHEET = "---\ntitle: Way to the room\ndescription: A plan of ours.\n---\n\nUp, then left.\n"


@pytest.fixture(scope="module")
def press(programme: Programme) -> Press:
    return Press(Manuscripts(programme))


@pytest.fixture(scope="module")
def sheets(press: Press) -> dict[str, bytes]:
    """Every kind in each size, for any meeting."""
    made = {}
    for job in press.jobs((14, 18, 24)):
        path = job.uri.removeprefix("facilitators/")
        if path.removesuffix(".pdf").removesuffix("-large").removesuffix("-24pt") in KINDS:
            content, problems = job.make()
            assert problems == []
            made[f"{path} {job.size}"] = content
    assert len(made) == len(KINDS) * 3
    return made


@pytest.fixture(scope="module")
def fork(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A centre in Wales with dates, a site in Welsh too, and a sheet of its own."""
    folder = with_centre(tmp_path_factory.mktemp("centre") / "fork", "sea-view")
    shutil.copytree(root / "translations", folder / "translations", dirs_exist_ok=True)
    own = folder / "centre" / "docs" / "facilitators" / "way-to-the-room.md"
    own.parent.mkdir(parents=True)
    own.write_text(OWN_SHEET, encoding="utf-8")
    (folder / "centre" / "dates.yml").write_text(DATES, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def of_run(fork: Path) -> dict[str, bytes]:
    """All files of the pack of a run, without the name of the folder in it."""
    options = ["--run", "spring-2027", "--people", "9", "--size", "14"]
    assert packed(fork, *options) == 0
    return unpacked(fork / "out/spring-2027-pack.zip")


def packed(fork: Path, *options: str) -> int:
    return main(["--root", str(fork), "pack", *options, "--to", str(fork / "out")])


def unpacked(file: Path) -> dict[str, bytes]:
    with ZipFile(file) as archive:
        assert archive.testzip() is None
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {one.compress_type for one in archive.infolist()} == {ZIP_STORED}
        names = {one.filename: archive.read(one) for one in archive.infolist()}
    return {name.partition("/")[2]: content for name, content in names.items()}


def said(content: bytes) -> str:
    return " ".join(words(content).split())


def test_every_kind_is_valid_and_large_enough(sheets: dict[str, bytes]) -> None:
    for name, content in sheets.items():
        assert faults(content) == [], name
        size = int(name.rpartition(" ")[2])
        for _, letter, (left, bottom, right, top), (width, height) in letters(content):
            assert letter >= SMALLEST[size] - 0.01, name
            assert 0 < left <= right < width, name
            assert 0 < bottom <= top < height, name


def test_what_sheets_say(sheets: dict[str, bytes]) -> None:
    sign_in = said(sheets["sign-in.pdf 14"])
    for part in ("We shred this list within 7 days", "data controller", "Session:", "When:", "Where:"):
        assert part in sign_in
    assert words(sheets["private-slip.pdf 14"]).count("Whom may we phone") == 2, "two on a page"
    assert pages(sheets["private-slip.pdf 14"]) == 1
    certificate = said(sheets["certificate.pdf 14"])
    assert "took part in" in certificate
    assert "It is not a qualification" in certificate
    assert pages(sheets["certificate-large.pdf 18"]) == 1
    assert "Sources used on this page" in said(sheets["room-and-access.pdf 14"])


def test_boxes_and_rows_are_read_aloud(sheets: dict[str, bytes], root: Path) -> None:
    """A row of the list for each person, and a box to tick for each point of the checklist."""
    assert pictures(sheets["sign-in.pdf 14"]).count("Box to tick.") == 14
    points = (root / "docs/facilitators/room-and-access.md").read_text(encoding="utf-8").count("- [ ]")
    assert pictures(sheets["room-and-access.pdf 14"]).count("Box to tick.") == points
    assert "Room to write: 5 lines." in pictures(sheets["room-and-access.pdf 14"])


def pictures(content: bytes) -> list[str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        return [str(one.get("/Alt", "")) for one in tags(pdf.Root["/StructTreeRoot"]["/K"])]


def test_a_run_sheet_on_paper(sheets: dict[str, bytes]) -> None:
    text = said(sheets["navigating-the-nhs/who-to-call.pdf 14"])
    assert "Starts 10:30, ends" in text
    for only_on_screen in ("What readers see", "copy the text from here", "____"):
        assert only_on_screen not in text
    assert text.count("Where someone can rest:") == 1
    assert "Box to tick." in pictures(sheets["navigating-the-nhs/who-to-call.pdf 14"])


def test_cards_hold_the_activities_and_no_numbers_of_sources(sheets: dict[str, bytes]) -> None:
    text = said(sheets["navigating-the-nhs/who-to-call-cards.pdf 14"])
    assert "Who would I call? About 15 minutes." in text
    assert "[1]" not in text


def test_the_pack_of_a_session(fork: Path) -> None:
    assert packed(fork, "relapse", "--start", "14:00", "--people", "7") == 0
    made = unpacked(fork / "out/relapse-pack.zip")
    english = {name for name in made if not name.startswith("cy/")}
    sheets = {
        "READ-ME.pdf",
        "READ-ME.txt",
        *pdfs("1-before/relapse-run-sheet", "1-before/room-and-access", "2-on-the-day/relapse-handout"),
        *pdfs("2-on-the-day/relapse-cards", "2-on-the-day/sign-in", "2-on-the-day/private-slip"),
        *pdfs("2-on-the-day/way-to-the-room", "3-after/feedback", "3-after/certificate"),
    }
    assert {name for name in english if name.endswith((".pdf", ".txt"))} == sheets
    others = {"1-before/relapse-run-sheet.docx", "2-on-the-day/relapse-handout.docx"}
    assert english - sheets == others | {"2-on-the-day/relapse-slides.pptx"}
    run_sheet = said(made["1-before/relapse-run-sheet.pdf"])
    assert "Starts 14:00, ends 15:40." in run_sheet
    assert "10:30" not in run_sheet
    assert "Starts 14:00" not in run_sheet.replace("Starts 14:00, ends 15:40.", "")
    assert "Relapse, pseudo-relapse and who to call" in said(made["3-after/certificate.pdf"])
    assert pictures(made["2-on-the-day/sign-in.pdf"]).count("Box to tick.") == 7
    assert "Sea View University Health Board answers" in said(made["2-on-the-day/sign-in.pdf"])
    told = made["READ-ME.txt"].decode().replace("\r\n", "\n")
    assert "- relapse-handout.pdf (Handout). How many: 7" in told
    assert "- private-slip.pdf (Private slip). How many: 4" in told
    assert faults(made["READ-ME.pdf"]) == []
    with pikepdf.open(BytesIO(made["READ-ME.pdf"])) as pdf:
        languages = [str(one.get("/Lang", "")) for one in tags(pdf.Root["/StructTreeRoot"]["/K"])]
    assert "cy" in languages, "what stands in Welsh says so"
    assert "When: Where:" in said(made["3-after/feedback.pdf"]), "the day is to be written in"


def pdfs(*names: str) -> Iterator[str]:
    for name in names:
        yield from (f"{name}.pdf", f"{name}-large.pdf")


def test_days_of_a_run_are_on_every_sheet(of_run: dict[str, bytes]) -> None:
    looked_at = 0
    for name, content in of_run.items():
        folder = name.removeprefix("cy/").split("/")[0]
        if folder.startswith("meeting-") and name.endswith(".pdf"):
            days = IN_WELSH if name.startswith("cy/") else DAYS
            assert f"{days[int(folder.split('-')[1])]} 2027" in said(content), name
            looked_at += 1
    assert looked_at == (2 * 5 + 3 * 3) + (2 * 4 + 3), "sheets and files of sessions, then those in Welsh"
    first, second = "meeting-1-2027-01-14", "meeting-2-2027-01-21"
    run_sheet = said(of_run[f"{first}/1-before/relapse-run-sheet.pdf"])
    assert "Where: Meeting room 2, Sea View Hospital" in run_sheet
    assert "Or online: We send you" in run_sheet
    assert "Starts 10:30, ends 12:10." in run_sheet
    assert "Where: Online: We send you the link" in said(of_run[f"{second}/2-on-the-day/sign-in.pdf"])
    listed = said(of_run["READ-ME.pdf"])
    assert listed.count(first) == 2, "one table for a meeting, in English and in Welsh"
    assert "2-on-the-day/sign-in.pdf" in listed


def in_word(content: bytes) -> str:
    """All words of a Word file, its foot last."""
    file = Document(BytesIO(content))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    foot = (one.text for one in file.sections[0].footer.paragraphs)
    return " ".join([*(one.text for one in file.paragraphs), *cells, *foot])


def on_slides(content: bytes) -> str:
    """All words of slides, with those of their notes."""
    texts = []
    for slide in Presentation(BytesIO(content)).slides:
        texts += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        notes = slide.notes_slide.notes_text_frame
        texts.append(notes.text if notes else "")
    return " ".join(texts)


def test_word_files_and_slides_of_a_run_have_its_day_and_times(of_run: dict[str, bytes]) -> None:
    looked_at = 0
    for name, content in of_run.items():
        folder = name.removeprefix("cy/").split("/")[0]
        if folder.startswith("meeting-") and name.endswith((".docx", ".pptx")):
            days = IN_WELSH if name.startswith("cy/") else DAYS
            text = in_word(content) if name.endswith(".docx") else on_slides(content)
            assert f"{days[int(folder.split('-')[1])]} 2027" in text, name
            looked_at += 1
    assert looked_at > 10
    first = "meeting-1-2027-01-14"
    run_sheet = in_word(of_run[f"{first}/1-before/relapse-run-sheet.docx"])
    assert "When: Thursday 14 January 2027, 10:30am to 12:30pm" in run_sheet
    assert "Where: Meeting room 2, Sea View Hospital" in run_sheet


def test_word_files_and_slides_begin_when_the_meeting_does(fork: Path) -> None:
    assert packed(fork, "relapse", "--start", "14:00") == 0
    made = unpacked(fork / "out/relapse-pack.zip")
    run_sheet = in_word(made["1-before/relapse-run-sheet.docx"])
    assert "Starts 14:00, ends 15:40." in run_sheet
    assert "10:30" not in run_sheet
    notes = on_slides(made["2-on-the-day/relapse-slides.pptx"])
    assert "14:00" in notes
    assert "10:30" not in notes


def test_sessions_of_a_meeting_follow_each_other(of_run: dict[str, bytes]) -> None:
    before = "meeting-2-2027-01-21/1-before"
    first = re.search(r"Starts 14:00, ends (\S+)\.", said(of_run[f"{before}/your-team-run-sheet.pdf"]))
    assert first
    assert f"Starts {first[1]}, ends" in said(of_run[f"{before}/visits-and-reviews-run-sheet.pdf"])
    assert "A meeting with several sessions has a run sheet for each." in of_run["READ-ME.txt"].decode()


def test_a_meeting_that_is_cancelled_has_no_files(of_run: dict[str, bytes]) -> None:
    assert {int(name.split("-")[1]) for name in of_run if name.startswith("meeting-")} == set(DAYS)
    told = of_run["READ-ME.txt"].decode()
    assert "Cancelled, and so without files: Thursday 28 January 2027." in told
    assert "No meeting covers these sessions: Kinds of MS service and what good care looks like." in told
    assert "Meeting 1: Thursday 14 January 2027, 10:30am to 12:30pm. Relapse" in told
    assert "Meeting 2: Thursday 21 January 2027, 2pm to 6pm. " in told


def test_the_calendar_of_a_run(of_run: dict[str, bytes]) -> None:
    calendar = Calendar.from_ical(of_run["before-the-first-meeting/spring-2027.ics"])
    states = [str(event["status"]) for event in calendar.walk("VEVENT")]
    assert states.count("CONFIRMED") == len(DAYS)
    assert states.count("CANCELLED") == 1
    first = calendar.walk("VEVENT")[0]
    assert first["dtstart"].dt.isoformat() == "2027-01-14T10:30:00+00:00"
    assert "before-the-first-meeting/spring-2027-flyer.pdf" in of_run


def test_certificates_at_the_end_of_a_run(of_run: dict[str, bytes]) -> None:
    at_end = {name: content for name, content in of_run.items() if "after-the-last-meeting" in name}
    assert set(at_end) == {f"{folder}after-the-last-meeting/certificate.pdf" for folder in ("", "cy/")}
    assert not [name for name in of_run if name.startswith("meeting") and "certificate" in name]
    english, welsh = (said(one) for _, one in sorted(at_end.items()))
    assert "from 14 January 2027 to 21 January 2027" in english
    assert "o 14 Ionawr 2027 i 21 Ionawr 2027" in welsh
    assert "Y cwrs claf arbenigol MS" in welsh
    assert [faults(one) for one in at_end.values()] == [[], []]


def test_sheets_of_a_run_are_valid_in_both_languages(of_run: dict[str, bytes]) -> None:
    for name, content in of_run.items():
        if "meeting-1" in name and name.endswith(".pdf"):
            assert faults(content) == [], name


def test_of_a_run_only_what_is_asked_for(fork: Path) -> None:
    assert packed(fork, "--run", "spring-2027", "--session", "relapse", "--size", "18") == 0
    made = unpacked(fork / "out/spring-2027-pack.zip")
    assert "- relapse-handout-large.pdf (Handout). How many: 12" in made["READ-ME.txt"].decode()
    assert {name.removeprefix("cy/").split("/")[0] for name in made} == {
        *("READ-ME.pdf", "READ-ME.txt", "meeting-1-2027-01-14")
    }


@pytest.mark.parametrize("size", [14, 18, 24])
def test_a_long_foot_of_a_page_has_room(programme: Programme, size: int) -> None:
    facts = {
        "name": "Lough Side Multiple Sclerosis and Neurorehabilitation Service",
        "nation": "northern-ireland",
        "contacts": [{"purpose": "MS nurses", "phone": "028 9649 6001"}],
    }
    centre = Sourced("centre/centre.yml", Centre.model_validate(facts), {})
    occasion = Occasion("One", "A group", date(2027, 9, 22), time(10, 30), time(12, 30))
    press = Press(Manuscripts(replace(programme, centre=centre)).on(occasion))
    longest = max(press.texts.sessions, key=lambda one: len(one.meta.title))
    (content, problems) = run_sheet(press, longest, size).make()
    assert problems == []
    assert "Wednesday 22 September 2027, 10:30am" in said(content)
    assert min(bottom for _, _, (_, bottom, _, _), _ in letters(content)) > 12


@pytest.mark.parametrize("size", [14, 18, 24])
def test_no_line_of_a_certificate_is_over_another(fork: Path, size: int) -> None:
    """With a logo, and all that is to be written in, which is the most that it can hold."""
    whole, _ = load(fork)
    assert whole is not None
    for programme in (whole, *whole.others):
        jobs = Press(Manuscripts(programme)).jobs((size,))
        content, _ = next(one for one in jobs if "facilitators/certificate" in one.uri).make()
        assert pages(content) == 1
        boxes = [box for _, _, box, _ in letters(content)]
        for index, (left, bottom, right, top) in enumerate(boxes):
            across, up = (left + right) / 2, (bottom + top) / 2
            other_lines = [*boxes[: max(index - 3, 0)], *boxes[index + 4 :]]  # neighbours may share a stroke
            assert not any(x < across < end and y < up < high for x, y, end, high in other_lines)


@pytest.fixture(scope="module")
def tiny(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest course, run by a centre."""
    folder = tmp_path_factory.mktemp("tiny") / "fork"
    shutil.copytree(root / "tests/base", folder)
    shutil.copytree(root / "tests/centres/moorside", folder / "centre")
    (folder / "centre" / "dates.yml").write_text(TINY_DATES, encoding="utf-8")
    sheet = folder / "docs" / "facilitators" / "certificate.md"
    sheet.parent.mkdir()
    sheet.write_text(OWN_SHEET, encoding="utf-8")
    return folder


def test_the_same_bytes_elsewhere(tiny: Path, root: Path) -> None:
    made = []
    for zone, seed in (("UTC", "1"), ("Pacific/Auckland", "7")):
        shutil.rmtree(tiny / ".cache", ignore_errors=True)
        elsewhere = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        elsewhere["PYTHONPATH"] = str(root / "hooks")
        options = ["pack", "--run", "spring", "--to", str(tiny / seed)]
        command = [sys.executable, "-m", "programme", "--root", str(tiny), *options]
        subprocess.run(command, env=elsewhere, check=True, capture_output=True)
        made.append((tiny / seed / "spring-pack.zip").read_bytes())
    assert made[0] == made[1]


def test_nothing_is_made_twice(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert packed(tiny, "hello") == 0
    first = (tiny / "out/hello-pack.zip").read_bytes()
    made: list[str] = []
    whole = Engine.pdf
    monkeypatch.setattr(Engine, "pdf", lambda *given, **named: made.append("") or whole(*given, **named))
    (tiny / "out/hello-pack.zip").unlink()
    assert packed(tiny, "hello") == 0
    assert len(made) == 1, "the sheet that says what is in it"
    assert (tiny / "out/hello-pack.zip").read_bytes() == first


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (["helo"], "there is no session 'helo'; did you mean 'hello'?"),
        (["--run", "sprin"], "no run 'sprin'; did you mean 'spring'? The runs are: spring, summer, winter."),
        (["--run", "zz"], "there is no run 'zz'; choose from spring, summer, winter"),
        (["--run", "winter"], "the run 'winter' is cancelled"),
        (["--run", "spring", "--session", "goodbye"], "no meeting of 'spring' covers 'goodbye'"),
        (["--run", "spring", "--start", "9:00"], "a run has its own times; leave out --start"),
        (["hello", "--session", "goodbye"], "--session goes with --run"),
        (["hello", "--course"], "name one thing"),
        ([], "name one thing"),
    ],
)
def test_what_cannot_be_meant(
    tiny: Path, capsys: pytest.CaptureFixture[str], options: list[str], answer: str
) -> None:
    assert packed(tiny, *options) == 2
    assert answer in capsys.readouterr().err


def test_without_dates_there_are_no_runs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root / "tests/base"), "pack", "--run", "spring-2027"]) == 2
    assert "there is no centre/dates.yml" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--start", "25:00"], ["--people", "0"], ["--people", "many"]])
def test_times_and_numbers_that_are_none(tiny: Path, options: list[str]) -> None:
    with pytest.raises(SystemExit):
        packed(tiny, "hello", *options)


def run_of(*meetings: tuple[str, ...] | None, **more: object) -> Run:
    """A run with a meeting for each; None is one that is cancelled."""
    days = [
        {"on": f"2027-01-{day:02}", "from": "10:30", "to": "12:30", "sessions": list(sessions or ())}
        | ({"cancelled": True} if sessions is None else {})
        for day, sessions in enumerate(meetings, 1)
    ]
    return Run.model_validate({"id": "a", "meetings": days, **more})


def test_sessions_are_shared_out_where_no_meeting_names_them(programme: Programme) -> None:
    run = run_of((), (), (), modules=["self-monitoring"], sessions=["fatigue"])
    parts = split(programme, run)
    assert [len(one.sessions) for one in parts.meetings] == [2, 2, 1]
    shared = [session.id for one in parts.meetings for session in one.sessions]
    assert shared == [
        one.id for one in programme.sessions if one.module_id == "self-monitoring" or one.id == "fatigue"
    ]
    assert not parts.left
    assert not any(one.told for one in parts.meetings)


def test_a_meeting_that_names_its_sessions_keeps_them(programme: Programme) -> None:
    parts = split(programme, run_of(("red-flags",), (), None, modules=["self-monitoring"]))
    assert [one.id for one in parts.meetings[0].sessions] == ["red-flags"]
    assert "red-flags" not in {one.id for one in parts.meetings[1].sessions}
    assert [one.number for one in parts.meetings] == [1, 2]
    assert isinstance(parts.cancelled[0], Meeting)
    assert not parts.left


def test_what_no_meeting_covers_is_told(programme: Programme) -> None:
    parts = split(programme, run_of(("red-flags",), modules=["self-monitoring"]))
    assert {one.id for one in parts.left} == {
        one.id for one in programme.sessions if one.module_id == "self-monitoring"
    } - {"red-flags"}


def test_boxes_to_tick_and_room_to_write_in_markdown() -> None:
    text = "# A\n\n- [ ] one\n- two\n\nWhat?\n{: .room-3 }\n"
    made, problems = document("facilitators/a.md", "a.md", text)
    assert problems == []
    items = next(one for one in made.blocks if isinstance(one, tree.ListOf)).items
    assert [one.tick for one in items] == [True, False]
    asked = [one for one in made.blocks if isinstance(one, tree.Paragraph)][-1]
    assert (tree.plain(asked.inside), asked.room) == ("What?", 3)
    assert "[ ]" in to_html(text), "the tree reads the sign itself"
    _, problems = document("course/a.md", "a.md", text)
    assert [one.rule for one in problems] == ["room-not-here"]


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """The smallest course, with all that builds it."""
    shutil.copytree(root / "tests/base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(root / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(root / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / "docs/facilitators").mkdir()
    (tmp_path / "docs/facilitators/way.md").write_text(OWN_SHEET, encoding="utf-8")
    return tmp_path


def test_a_site_offers_packs_of_the_files_that_it_has(small: Path) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PROGRAMME_FILES": "on"}
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(small / "built")]
    told = subprocess.run(command, cwd=small, env=environment, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout + told.stderr
    leading = small / "built/facilitators"
    page = (leading / "first/hello.html").read_text(encoding="utf-8")
    for name in ("hello.pdf", "hello-large.pdf", "hello.docx", "hello.pptx", "hello-pack.zip"):
        assert f'href="{name}"' in page
    schedule = (leading / "index.html").read_text(encoding="utf-8")
    assert 'href="whole-course-pack.zip"' in schedule
    assert 'href="way-large.pdf"><span>Way to the room:</span> In large print (PDF)</a>: 1 page, ' in schedule
    assert '<a href="#print-or-save">Files to print or save</a>' in schedule
    made = unpacked(leading / "first/hello-pack.zip")
    assert made["1-before/hello-run-sheet.pdf"] == (leading / "first/hello.pdf").read_bytes()
    handout = (small / "built/course/first/hello.pdf").read_bytes()
    assert made["2-on-the-day/hello-handout.pdf"] == handout
    assert made["2-on-the-day/way.pdf"] == (leading / "way.pdf").read_bytes()
    whole = unpacked(leading / "whole-course-pack.zip")
    assert whole["sessions/01-hello/hello-handout.pdf"] == handout
    assert "sessions/02-goodbye/goodbye-run-sheet.pdf" in whole
