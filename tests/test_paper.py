"""PDFs: valid, readable aloud, large enough, the same on any day, and made again only when they must be."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from pdfs import attributes, faults, letters, pages, tags, words
from programme.__main__ import main
from programme.blocks_text import scan
from programme.formats.every import jobs
from programme.formats.job import Job
from programme.formats.manuscripts import Manuscripts, Print
from programme.formats.offered import papers
from programme.formats.store import LIST, make_all
from programme.model.centre import Centre
from programme.paper.code import string
from programme.paper.engine import Engine
from programme.paper.handout import SMALLEST, handout
from programme.paper.jobs import Press
from programme.paper.render import Renderer
from programme.sources import Sourced
from programme.tree.documents import document
from programme.whole import Programme
from small_courses import right_to_left

SAMPLE = (
    "course/navigating-the-nhs/who-to-call.pdf",
    "course/navigating-the-nhs/who-to-call-large.pdf",
    "course/self-monitoring/a-light-diary-24pt.pdf",
    "course/self-monitoring/whole-module.pdf",
    "plan/plan.pdf",
    "plan/wall-chart.pdf",
    "posters/a-course-to-make-with-you/a-course-to-make-with-you-a4.pdf",
    "posters/a-course-to-make-with-you/a-course-to-make-with-you-text-large.pdf",
)
HANDOUT = SAMPLE[0]
RELAPSE = "course/understanding-your-ms-service/relapse"
ENGINE = Engine()
DAY = date(2026, 11, 22)
HOW = Print("2026.1", DAY, DAY, "https://ms.example.org/course/")
Made = dict[str, tuple[Job, bytes]]


@pytest.fixture(scope="module")
def press(programme: Programme) -> Press:
    return Press(Manuscripts(programme))


@pytest.fixture(scope="module")
def made(press: Press) -> Made:
    jobs = {job.uri: job for job in press.jobs((14, 18, 24))}
    result: Made = {}
    for uri in SAMPLE:
        content, problems = jobs[uri].make()
        assert [str(problem) for problem in problems] == []
        result[uri] = (jobs[uri], content)
    return result


@pytest.mark.parametrize("uri", SAMPLE)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_pdf_is_valid(made: Made, uri: str, profile: str) -> None:
    assert faults(made[uri][1], profile) == []


@pytest.mark.parametrize("uri", SAMPLE)
def test_fonts_are_in_the_file(made: Made, uri: str) -> None:
    with pikepdf.open(BytesIO(made[uri][1])) as pdf:
        fonts = [one for one in pdf.objects if _is(one, "/FontDescriptor")]
        assert all("/FontFile2" in one or "/FontFile3" in one for one in fonts)
        names = {str(one["/FontName"]) for one in fonts}
    assert fonts or uri.endswith("a4.pdf")
    assert not [name for name in names if "Italic" in name or "Libertinus" in name]


@pytest.mark.parametrize("uri", SAMPLE)
def test_no_letter_is_too_small_nor_outside_the_page(made: Made, uri: str) -> None:
    job, content = made[uri]
    for _, size, (left, bottom, right, top), (width, height) in letters(content):
        assert size >= SMALLEST[job.size] - 0.01
        assert 0 < left <= right < width
        assert 0 < bottom <= top < height


def test_code_is_large_enough_too() -> None:
    sizes = [size for _, size, _, _ in letters(printed("Type `this`:\n\n```\nor  this\n```"))]
    assert min(sizes) >= SMALLEST[14]


def test_large_print_is_an_edition(made: Made) -> None:
    """Most of it is in the size that it promises, and it has more pages."""
    sizes = {}
    for uri, promised in ((SAMPLE[0], 14), (SAMPLE[1], 18), (SAMPLE[2], 24)):
        sizes[uri] = Counter(round(size) for _, size, _, _ in letters(made[uri][1])).most_common(1)[0][0]
        assert sizes[uri] == promised
    assert pages(made[SAMPLE[1]][1]) > pages(made[SAMPLE[0]][1])


def test_tags_of_a_handout(made: Made) -> None:
    with pikepdf.open(BytesIO(made[HANDOUT][1])) as pdf:
        elements = list(tags(pdf.Root["/StructTreeRoot"]["/K"]))
        kinds = Counter(str(one["/S"]) for one in elements)
        headings = [int(str(one["/S"])[2]) for one in elements if re.fullmatch(r"/H\d", str(one["/S"]))]
        assert headings[0] == 1
        assert headings.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(headings))
        assert kinds["/L"] > 10
        assert kinds["/LI"] == kinds["/LBody"]
        assert kinds["/Link"] > 10
        figures = [str(one.get("/Alt", "")) for one in elements if str(one["/S"]) == "/Figure"]
        assert all(figures)
        assert "Box to tick." in figures
        assert "Room to write: 1 line." in figures
        assert str(pdf.Root["/Lang"]) == "en-GB"
        assert bool(pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"])
        assert str(pdf.docinfo["/Title"]) == "Who to call, day and night"


def test_headers_of_a_table_have_their_scope() -> None:
    content = printed("| Sign | What to do |\n| --- | --- |\n| Fever | Call today |")
    with pikepdf.open(BytesIO(content)) as pdf:
        heads = [one for one in tags(pdf.Root["/StructTreeRoot"]["/K"]) if str(one["/S"]) == "/TH"]
        scopes = [str(attributes(one).get("/Scope")) for one in heads]
    assert scopes == ["/Column", "/Column"]


def test_words_of_another_language_say_so() -> None:
    with pikepdf.open(BytesIO(printed('Say <span lang="cy">bore da i’r tŷ</span>.'))) as pdf:
        assert b"/Lang(cy)" in pdf.pages[0].Contents.read_bytes()


def test_feet_of_pages_are_not_read_aloud(made: Made) -> None:
    """They are artifacts: no tagged text holds the number of the page."""
    with pikepdf.open(BytesIO(made[HANDOUT][1])) as pdf:
        content = b"".join(one.Contents.read_bytes() for one in pdf.pages)
    assert content.count(b"/Artifact") >= pages(made[HANDOUT][1])


@pytest.mark.parametrize("uri", [HANDOUT, "plan/wall-chart.pdf"])
def test_the_same_bytes_on_any_machine_and_day(made: Made, root: Path, uri: str) -> None:
    script = (
        "import sys, hashlib; from pathlib import Path; from programme.load import load;"
        "from programme.formats.every import jobs, manuscripts;"
        "every = jobs(manuscripts(load(Path(sys.argv[1]))[0]), ['pdf']);"
        "job = next(job for job in every if job.uri == sys.argv[2]);"
        "sys.stdout.buffer.write(job.make()[0])"
    )
    elsewhere = os.environ | {
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "1",
        "PYTHONHASHSEED": "7",
    }
    elsewhere["PYTHONPATH"] = str(root / "hooks")
    command = [sys.executable, "-c", script, str(root), uri]
    again = subprocess.run(command, env=elsewhere, capture_output=True, check=True).stdout
    assert again == made[uri][1]


def test_dates_come_from_the_sources(made: Made) -> None:
    with pikepdf.open(BytesIO(made[HANDOUT][1])) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith(f"D:{made[HANDOUT][0].day:%Y%m%d}")


def test_what_a_handout_holds(made: Made, press: Press) -> None:
    text = words(made[HANDOUT][1])
    code = press.texts.codes["who-to-call"]
    for part in ("What you can do after this session", "Key points", "Who to call", "Words explained"):
        assert part in text
    assert f"Its code is {code}" in text
    assert text.rindex("Replies to the checks") > text.rindex("Sources used on this page")
    assert re.search(r"The replies are on page \d+\.", text)
    assert f"Page {pages(made[HANDOUT][1])} of {pages(made[HANDOUT][1])}" in text
    assert "Next review due" in text


def test_a_centres_own_lines_address_and_square_code(programme: Programme) -> None:
    contact = {"purpose": "MS nurse line", "phone": "029 2018 0001"}
    facts = {
        "name": "Sea View",
        "nation": "wales",
        "contacts": [contact],
        "site_address": "https://sea.example.org/ms/",
    }
    centre = Sourced("centre/centre.yml", Centre.model_validate(facts), {})
    press = Press(Manuscripts(replace(programme, centre=centre)))
    content, problems = next(job for job in press.jobs() if job.uri == HANDOUT).make()
    assert problems == []
    text = words(content)
    assert "029 2018 0001" in text
    assert "https://sea.example.org/ms/s/who-to-call.html" in text.replace("\n", "")
    assert "Scotland:" not in text
    with pikepdf.open(BytesIO(content)) as pdf:
        alts = [str(one.get("/Alt", "")) for one in tags(pdf.Root["/StructTreeRoot"]["/K"])]
    assert [alt for alt in alts if "who-to-call.html" in alt]


def test_what_an_author_writes_is_never_code() -> None:
    text = 'He said #panic("no") \\\\ and `#let x = "1"`, $y$, _z_, @w, /* u */ // t and "quotes".'
    shown = words(printed(text))
    for part in ('#panic("no")', '#let x = "1"', "$y$", "@w", "/* u */ // t"):
        assert part in shown
    assert string('a"b\\') == '"a\\"b\\\\"'


def test_a_sign_that_no_font_has_is_a_problem_with_its_line(programme: Programme) -> None:
    one = next(session for session in programme.sessions if session.id == "fatigue")
    text = one.body.text.replace("\n## ", "\nMy 𓀀 sign.\n\n## ", 1)
    assert text != one.body.text
    changed = replace(one, body=replace(one.body, text=text, blocks=scan(text, one.body.first_line)[0]))
    modules = tuple(
        replace(part, sessions=tuple(changed if each is one else each for each in part.sessions))
        for part in programme.modules
    )
    press = Press(Manuscripts(replace(programme, modules=modules)))
    content, problems = press.handout(changed, 14).make()
    line = changed.body.first_line + text[: text.index("My 𓀀")].count("\n")
    assert content == b""
    assert [(found.path, found.line, found.rule) for found in problems] == [
        (one.prose.path, line, "no-glyph")
    ]
    assert "𓀀" in problems[0].text


def test_the_check_finds_such_signs_before_any_file_is_made(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = small / "course/first/hello.md"
    text = session.read_text(encoding="utf-8").rstrip() + "\n\nMy 𓀀 sign → here.\n"
    session.write_text(text, encoding="utf-8")
    assert main(["--root", str(small), "check", "--today", "2026-11-22"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if "font" in line]
    wanted = "no font can print the sign 𓀀; write it in other letters, or as a word"
    assert told == [f"course/first/hello.md:{text.count(chr(10))}: {wanted}"]


def test_signs_that_people_use_are_in_a_font() -> None:
    shown = words(printed("→ ← ✓ ✗ ☐ ☑ £ € ° ½ ≥ ŵ ŷ Ł ş Ж β"))
    assert all(sign in shown for sign in "→←✓✗☐☑£€°½≥ŵŷŁşЖβ")


def test_arabic_is_shaped_and_can_be_copied() -> None:
    content = printed('<span lang="ar" dir="rtl">مرحبا بكم</span>')
    assert "مرحبا" in words(content)


def test_words_from_left_to_right_keep_their_order_in_a_sheet_that_runs_the_other_way() -> None:
    content = printed(
        'قل <span lang="cy">(Ffoniwch).</span> ثم قل\n\n- <span lang="cy">Ffoniwch.</span>', "rtl"
    )
    found = [(letter, left, round(bottom, -1)) for letter, _, (left, bottom, _, _), _ in letters(content)]
    begins = sorted((left, line) for letter, left, line in found if letter == "F")
    ends = [[left for letter, left, at in found if letter == "." and at == line] for _, line in begins]
    assert all(left < end for (left, _), each in zip(begins, ends, strict=True) for end in each)
    assert len(begins) == 2
    assert all(ends)
    assert begins[0][0] > 300, "a point of such words alone does not stand beside its mark"


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """A session in a right-to-left language that has all parts of a form."""
    return Press(Manuscripts(right_to_left(tmp_path_factory.mktemp("arabic"))))


@pytest.mark.parametrize("size", [14, 18])
def test_right_to_left_sheets_are_valid_whole_and_in_their_place(arabic: Press, size: int) -> None:
    job = arabic.handout(arabic.texts.sessions[0], size)
    assert job.uri == f"ar/course/first/hello{'-large' if size == 18 else ''}.pdf"
    content, problems = job.make()
    assert problems == []
    for profile in ("ua1", "2a"):
        assert faults(content, profile) == []
    text = words(content)
    for part in ("الكلمة", "الباب", "متعب", "صفحة"):  # readers of PDFs turn letters joined to one sign round
        assert part in text, part
    for _, letter_size, (left, _, right, _), (width, _) in letters(content):
        assert letter_size >= SMALLEST[size] - 0.01
        assert 0 < left <= right < width
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root["/Lang"]) == "ar"
        assert str(pdf.Root["/ViewerPreferences"].get("/Direction", "")) == "/R2L"


def test_a_welsh_handout_is_welsh(press: Press) -> None:
    texts = Manuscripts(press.texts.programme.others[0])
    job = next(one for one in Press(texts, press.engine).jobs() if one.uri == f"cy/{RELAPSE}.pdf")
    content, problems = job.make()
    assert problems == []
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root["/Lang"]) == "cy"
    text = words(content)
    assert "Tudalen 1 o" in text
    assert "21 Tachwedd 2026" in text
    assert "Page 1 of" not in text


def test_nothing_is_made_twice(press: Press, tmp_path: Path) -> None:
    jobs = [press.plan(14), press.wall_chart()]
    assert [one.fresh for one in make_all(jobs, tmp_path)] == [True, True]
    assert [one.fresh for one in make_all(jobs, tmp_path)] == [False, False]
    (tmp_path / jobs[0].uri).unlink()
    assert [one.fresh for one in make_all(jobs, tmp_path)] == [True, False]
    (tmp_path / LIST).write_text('{"plan/plan.pdf": {"key": 1}, ', encoding="utf-8")
    assert [one.fresh for one in make_all(jobs, tmp_path)] == [True, True]
    changed = [replace(jobs[0], key="another"), jobs[1]]
    assert [one.fresh for one in make_all(changed, tmp_path)] == [True, False]


def test_keys_follow_what_is_printed(programme: Programme, press: Press) -> None:
    """A change in the glossary reaches the handouts with that word; no change, no handout."""
    again = Press(Manuscripts(programme))
    assert [job.key for job in again.jobs()] == [job.key for job in press.jobs()]
    edition = replace(programme.course, value=programme.course.value.model_copy(update={"edition": "2027.1"}))
    other = Press(Manuscripts(replace(programme, course=edition)))
    assert not {job.key for job in other.jobs()} & {job.key for job in press.jobs()}


def test_addresses_are_all_different(press: Press) -> None:
    uris = [job.uri for job in press.jobs((14, 18, 24))]
    assert len(uris) == len(set(uris))


def test_pages_offer_their_files(
    programme: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All files of the site, each in name alone."""

    def in_name(*given: Any) -> Iterator[Job]:
        return (replace(job, make=lambda: (SMALL, [])) for job in jobs(*given))

    monkeypatch.setattr("programme.formats.offered.jobs", in_name)
    monkeypatch.setattr(Engine, "pdf", lambda *given, **more: SMALL)  # of the packs' own contents
    found = papers(programme, tmp_path)
    offered = found.offered["course/self-management/fatigue.md"]
    assert [(one.uri, one.pages) for one in offered if one.pages] == [
        ("course/self-management/fatigue.pdf", 1),
        ("course/self-management/fatigue-large.pdf", 1),
    ]
    names = {one.uri: one.name for page in found.offered.values() for one in page}
    assert names["course/self-management/fatigue.docx"] == "To change or fill in (Word)"
    assert names["facilitators/self-management/fatigue.docx"] == "To change or fill in (Word)"
    assert names["facilitators/self-management/fatigue.pptx"] == "Slides (PowerPoint)"
    assert names["course/self-management/fatigue.txt"] == "Plain text"
    assert names["course/self-management/whole-module.epub"] == "E-book (EPUB)"
    assert not [uri for uri in names if uri.endswith(".brf")]
    assert found.files["plan/wall-chart.pdf"].read_bytes() == SMALL
    shared = {one.body.uri for one in programme.sessions} | {"course/index.md"}
    shared |= {f"course/{one.id}/index.md" for one in programme.modules}
    assert set(found.codes) == shared | {f"cy/{RELAPSE}.md", "cy/course/navigating-the-nhs/who-to-call.md"}
    assert found.of("cy/course/self-management/fatigue.md", "course/self-management/fatigue.md") == offered
    welsh = found.of(f"cy/{RELAPSE}.md", f"{RELAPSE}.md")
    assert {one.language for one in welsh} == {"cy"}
    assert {(one.uri, one.language) for one in welsh if one.pages} == {
        (f"cy/{RELAPSE}.pdf", "cy"),
        (f"cy/{RELAPSE}-large.pdf", "cy"),
    }
    led = [one.uri.rpartition("/")[2] for one in found.offered["facilitators/self-management/fatigue.md"]]
    assert led[:3] == ["fatigue-pack.zip", "fatigue.pdf", "fatigue-large.pdf"]


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """The smallest course, with all that builds it."""
    for name in ("course", "plan", "posters", "docs"):
        shutil.copytree(root / "tests/base" / name, tmp_path / name)
    shutil.copytree(root / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(root / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path


def test_a_build_makes_files_and_its_pages_lead_to_them(small: Path) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PROGRAMME_FILES": "on"}
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(small / "built")]
    told = subprocess.run(command, cwd=small, env=environment, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout + told.stderr
    page = (small / "built/course/first/hello.html").read_text(encoding="utf-8")
    for name in ("hello.pdf", "hello-large.pdf"):
        found = re.search(rf'href="{name}">[^<]*</a>: (\d+) pages?, (\d+) kB', page)
        assert found, name
        content = (small / "built/course/first" / name).read_bytes()
        assert (int(found[1]), int(found[2])) == (pages(content), round(len(content) / 1000))
    code = re.search(r"is current if its code is (\S+)\.<", page)
    assert code
    assert f"Its code is {code[1]}." in words((small / "built/course/first/hello.pdf").read_bytes())


def test_the_command_reads_nothing_where_nothing_is_new(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words_ = ["--root", str(small), "files", "--only", "hello", "--size", "24", "--to", str(small / "out")]
    assert main(words_) == 0
    monkeypatch.setattr("programme.commands.shared.load", lambda root: pytest.fail("a source was read"))
    assert main(words_) == 0
    assert "0 files made" in capsys.readouterr().out.splitlines()[-1]


def made_now(capsys: pytest.CaptureFixture[str]) -> int:
    """How many files the command says that it made."""
    told = re.search(r"^(\d+) files? made in ", capsys.readouterr().out, re.M)
    assert told
    return int(told[1])


def test_the_command_makes_one_session(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = small / "out"
    words_ = ["--root", str(small), "files", "--only", "hello", "--size", "24", "--to", str(to)]
    assert main(words_) == 0
    assert made_now(capsys)
    assert {file.name.partition("-")[0] for file in to.rglob("*.pdf")} == {"hello"}
    assert (to / "course/first/hello-24pt.pdf").is_file()
    assert main(words_) == 0
    assert not made_now(capsys)
    session = small / "course/first/hello.md"
    session.write_text(session.read_text(encoding="utf-8").replace("friendly", "kind"), encoding="utf-8")
    assert main(words_) == 0
    assert made_now(capsys)
    (to / "course/first/hello-24pt.pdf").unlink()
    assert main(words_) == 0
    assert made_now(capsys)
    assert main(["--root", str(small), "files", "--only", "helo", "--to", str(to)]) == 2
    assert "did you mean 'hello'?" in capsys.readouterr().err


def test_a_line_says_what_is_being_made_and_goes(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["--root", str(small), "files", "--only", "hello", "--size", "14", "--to"]
    assert main([*asked, str(small / "unseen")]) == 0
    assert capsys.readouterr().err == "", "a log would be full of it"
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main([*asked, str(small / "seen")]) == 0
    told = capsys.readouterr().err
    assert "\r\x1b[2Kcourse/first/hello.pdf\r" in told
    assert told.endswith("\r\x1b[2K"), "what is said next begins at the start of its line"


def printed(text: str, direction: str = "ltr") -> bytes:
    """A handout of 14 points with `text` under its title."""
    made, problems = document("a.md", "a.md", f"# A title\n\n{text}\n")
    assert problems == []
    renderer = Renderer(made, 14, address=HOW.address)
    code = handout(replace(made, code="AAAA-22"), HOW, renderer)
    assert renderer.problems == []
    return ENGINE.pdf(code, DAY, size="14pt", small="12pt", direction=direction)


def _is(one: Any, kind: str) -> bool:
    return isinstance(one, pikepdf.Dictionary) and str(one.get("/Type", "")) == kind


def _small() -> bytes:
    out = BytesIO()
    with pypdfium2.PdfDocument.new() as pdf:
        pdf.new_page(100, 100)
        pdf.save(out)
    return out.getvalue()


SMALL = _small()
