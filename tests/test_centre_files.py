"""What example centres hand out, in every format: their own lines, and no other nation's advice."""

import html
import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import pdfs
from example_centres import HERE, with_centre
from other_nations import bodies_of_others, numbers_of_others
from programme.formats.every import jobs, manuscripts
from programme.load import load
from programme.whole import Programme

PDFS = ("course/whole-course.pdf", "plan/plan.pdf", "plan/wall-chart.pdf")
"""All sessions and the whole plan; other PDFs say what these and the Word files say."""
CENTRES = ("moorside", "glen", "sea-view", "lough-side")
"""One in each nation."""


@pytest.fixture(scope="module", params=CENTRES)
def centre(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Programme:
    folder = with_centre(tmp_path_factory.mktemp("centre") / "fork", request.param)
    shutil.copytree(HERE.parent / "translations", folder / "translations")
    programme, problems = load(folder)
    assert programme, problems
    return programme


@pytest.fixture(scope="module")
def texts(centre: Programme) -> dict[str, str]:
    """Path → words of each file."""
    texts, found = manuscripts(centre), {}
    for job in (*jobs(texts, ("txt", "epub", "docx", "pptx")), *jobs(texts, ("pdf",), (14,))):
        if job.format != "pdf" or job.uri in PDFS:
            content, problems = job.make()
            assert problems == []
            found[job.uri] = " ".join(words(job.format, content).split())
    return found


def words(format_: str, content: bytes) -> str:
    if format_ == "txt":
        return content.decode("utf-8-sig")
    if format_ == "pdf":
        return pdfs.words(content)
    with zipfile.ZipFile(BytesIO(content)) as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.endswith((".xml", ".xhtml"))]
    return html.unescape(re.sub(r"<[^>]+>", "", " ".join(parts)))


def test_nothing_of_another_nation_is_in_its_files(centre: Programme, texts: dict[str, str]) -> None:
    formats = {Path(uri).suffix for uri in texts}
    assert formats == {".txt", ".epub", ".docx", ".pptx", ".pdf"}
    assert bodies_of_others(centre, texts.items()) == []
    facts = (centre.root / "centre/centre.yml").read_text(encoding="utf-8")
    apart = {uri: text for uri, text in texts.items() if not uri.endswith(".pdf")}  # a page may be number 111
    assert numbers_of_others(centre, apart.items(), facts) == []


def test_its_line_is_in_whatever_people_take_home(centre: Programme, texts: dict[str, str]) -> None:
    assert centre.centre
    first = centre.centre.value.contacts[0]
    line = str(first.phone or first.email)
    taken = {
        uri: text for uri, text in texts.items() if re.match("(?:cy/)?course/", uri) or uri.endswith(".pptx")
    }
    assert len(taken) > 80
    assert [uri for uri, text in taken.items() if line not in text] == []
