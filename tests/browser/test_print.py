"""A printed page: large black text on white, all of it, and nothing that only a screen can use."""

import io
import re

import pypdfium2
import pytest
from playwright.sync_api import Page
from pypdfium2 import raw

from kinds import GALLERY, PLAN, SESSION, SETTINGS

ONLY_ON_SCREEN = (
    *("Skip to the text", "Who to callReading settings", "Print this page", "On this page:"),
    *("Previous page", "About this siteAccessibility", "Show all", "Back to how it was"),
)


@pytest.fixture
def dark(page: Page) -> Page:
    page.emulate_media(color_scheme="dark")
    return page


def printed(page: Page, uri: str) -> pypdfium2.PdfDocument:
    page.goto(uri)
    return pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4", print_background=True)))


def text(document: pypdfium2.PdfDocument) -> str:
    return " ".join(one.get_textpage().get_text_bounded() for one in document)


def bare(words: str) -> str:
    """Without spaces and hyphens, which the end of a line moves, and the brackets of a number on paper."""
    return re.sub(r"[\s\x02\u00ad\[\]-]", "", words)


def sizes(document: pypdfium2.PdfDocument) -> list[float]:
    """The size in points of every letter."""
    found = []
    for page in document:
        letters = page.get_textpage()
        for index in range(letters.count_chars()):
            if not chr(raw.FPDFText_GetUnicode(letters, index)).isspace():
                matrix = raw.FS_MATRIX()
                raw.FPDFText_GetMatrix(letters, index, matrix)
                found.append(raw.FPDFText_GetFontSize(letters, index) * abs(matrix.d))
    return found


def test_large_black_text_on_white(dark: Page, address: str) -> None:
    document = printed(dark, address + SESSION)
    letters = sizes(document)
    assert min(letters) >= 11.9
    assert sum(size >= 13.9 for size in letters) > 0.9 * len(letters)
    for page in document:
        picture = page.render(scale=0.5).to_pil().convert("L")
        pixels = picture.histogram()
        assert picture.getpixel((2, 2)) == 255
        assert sum(pixels[250:]) > 0.7 * sum(pixels)
        assert min(level for level, count in enumerate(pixels) if count) < 60


@pytest.mark.parametrize("uri", [SESSION, GALLERY, PLAN, SETTINGS, "course/glossary.html"])
def test_nothing_of_the_screen_is_left(page: Page, address: str, uri: str) -> None:
    said = bare(text(printed(page, address + uri)))
    assert [words for words in ONLY_ON_SCREEN if bare(words) in said] == []
    assert bare("From: MS expert patient course, edition") in said
    assert bare(address + uri) in said


def closed_words(page: Page) -> list[str]:
    script = """[...document.querySelectorAll("details:is(.answer, .box-words)")]
        .map((one) => one.lastElementChild.textContent)"""
    return [bare(words) for words in page.evaluate(script)]


def test_all_that_is_closed_is_printed_open(page: Page, address: str) -> None:
    said = bare(text(printed(page, address + SESSION)))
    hidden = closed_words(page)
    assert len(hidden) > 3
    assert [words for words in hidden if words[:40] not in said] == []
    assert page.locator("details[open]").count() == 0, "they close again afterwards"


def test_also_without_javascript(plain: Page, address: str) -> None:
    said = bare(text(printed(plain, address + SESSION)))
    assert [words for words in closed_words(plain) if words[:40] not in said] == []


def test_sources_have_their_addresses_and_other_links_not(page: Page, address: str) -> None:
    said = bare(text(printed(page, address + SESSION)))
    outer = page.evaluate("[...document.querySelectorAll('#sources-used + ol a')].map((one) => one.href)")
    assert outer
    assert [link for link in outer if bare(f"({link})") not in said] == []
    assert said.count("http") == len(outer) + 1  # and the address of the page itself


def test_larger_text_is_printed_larger(page: Page, address: str) -> None:
    page.goto(address + SETTINGS)
    page.get_by_role("radio", name="Half as large again").check()
    letters = sorted(sizes(printed(page, address + SESSION)))
    assert letters[len(letters) // 2] == pytest.approx(21, abs=0.2)


def test_a_check_stays_with_its_answers(page: Page, address: str) -> None:
    document = printed(page, address + "course/self-management/fatigue.html")
    sheets = [bare(one.get_textpage().get_text_bounded()) for one in document]
    for check in page.locator(".box-check").all():
        parts = check.locator("h3, summary").all_inner_texts()
        assert any(all(bare(part) in sheet for part in parts) for sheet in sheets), parts[0]
