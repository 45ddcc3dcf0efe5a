"""How heavy a page is on the wire, as a server sends it (gzip -9). A slow line and an old phone must do."""

import gzip
import re
from pathlib import Path
from statistics import median
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from programme.formats.offered import EACH, LARGE, OTHER_KINDS, Sheet
from programme.whole import Programme

REQUESTS = re.compile(
    r"<(?:script|img)[^>]* src=\"([^\"]+)\"|<link rel=\"(?:stylesheet|icon|manifest)\"[^>]* href=\"([^\"]+)\""
)


FILES = '<p class="to-files"><a href="#print-or-save">Files to print or save</a></p>'


def weight(file: Path, more: str = "") -> int:
    """Bytes, with `more` text on the page."""
    return len(
        gzip.compress(file.read_bytes().replace(b'<p class="origin"', f'{more}<p class="origin"'.encode()), 9)
    )


def offered(root: Path, page: Path) -> str:
    """The list of a session's files, which the site of the tests has none of, as its template writes it."""
    theme = Environment(loader=FileSystemLoader(root / "hooks/theme"), extensions=["jinja2.ext.i18n"])
    theme.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    theme.filters |= {"url": lambda uri: ("../../../course/a-module/" if welsh else "") + uri, "number": str}
    welsh = "cy" in page.parts
    papers = [Sheet(f"{page.stem}.pdf", EACH, 136, 11), Sheet(f"{page.stem}-large.pdf", LARGE, 143, 16)]
    papers += [Sheet(f"{page.stem}.{kind}", OTHER_KINDS[kind], 15, 0) for kind in ("docx", "txt")]
    known = {
        "papers": papers,
        "paper_code": "K7F3-Q2",
        "language": SimpleNamespace(code="cy" if welsh else "en"),
    }
    return FILES + theme.get_template("partials/papers.html").render(known)


@pytest.fixture
def sessions(programme: Programme, site: Path) -> list[Path]:
    return [(site / one.body.uri).with_suffix(".html") for one in programme.sessions]


def asked_for(page: Path) -> set[Path]:
    """The files that a browser fetches to show the page, besides itself."""
    found = REQUESTS.findall(page.read_text(encoding="utf-8"))
    return {(page.parent / (first or second)).resolve() for first, second in found}


def test_a_page_after_the_first(root: Path, sessions: list[Path]) -> None:
    weights = {page.name: weight(page, offered(root, page)) for page in sessions}
    assert {name: size for name, size in weights.items() if size > 8500} == {}
    assert median(weights.values()) < 8000


def test_a_page_in_the_frame_of_another_language(root: Path, site: Path, sessions: list[Path]) -> None:
    """It says of each part in which language it is, and links to the files in English."""
    welsh = [site / "cy" / page.relative_to(site) for page in sessions]
    weights = {page.name: weight(page, offered(root, page)) for page in welsh}
    assert {name: size for name, size in weights.items() if size > 9000} == {}
    assert median(weights.values()) < 8000


def test_the_first_page_of_a_visit(root: Path, sessions: list[Path]) -> None:
    for page in sessions:
        assert len(asked_for(page)) + 1 <= 8, page
        assert weight(page, offered(root, page)) + sum(map(weight, asked_for(page))) <= 45_000, page
