"""Pages of an e-book in a browser, which most e-readers are inside: rules of access, and narrow screens."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from programme.formats.epub.jobs import jobs
from programme.formats.manuscripts import Manuscripts
from programme.whole import Programme

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (tags) => (await axe.run(document, { runOnly: { type: "tag", values: tags } })).violations.map(
    (found) => `${found.id}: ${found.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`
)"""
AT_NIGHT = {"about.xhtml", "nav.xhtml", "understanding-your-ms-service--relapse.xhtml"}
"""One of each kind of page: none has colours of its own."""
NIGHT = "html { background: #000; color: #ddd; } a { color: #8cf; }"
"""As an e-reader lays its own colours over a book at night."""


@pytest.fixture(scope="module")
def pages(programme: Programme, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every page of the whole course as an e-book."""
    folder = tmp_path_factory.mktemp("book")
    content, problems = next(jobs(Manuscripts(programme))).make()
    assert problems == []
    with zipfile.ZipFile(BytesIO(content)) as archive:
        archive.extractall(folder)
    return sorted(folder.rglob("*.xhtml"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone that has no connection."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_by_day_and_night(page: Page, pages: list[Path], node: Path) -> None:
    axe = (node / "axe-core/axe.min.js").read_text(encoding="utf-8")
    found = {}
    for file in pages:
        page.goto(file.as_uri())
        page.evaluate(axe)
        found[file.name] = page.evaluate(RUN, TAGS)
        if file.name in AT_NIGHT:
            page.add_style_tag(content=NIGHT)
            found[f"{file.name} at night"] = page.evaluate(RUN, TAGS)
    assert {name: some for name, some in found.items() if some} == {}


@pytest.mark.parametrize("size", ["100%", "300%"])
def test_nothing_is_wider_than_the_screen(page: Page, pages: list[Path], size: str) -> None:
    for file in pages:
        page.goto(file.as_uri())
        page.add_style_tag(content=f"html {{ font-size: {size}; overflow-wrap: anywhere; }}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, file.name
