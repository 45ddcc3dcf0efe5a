"""Other languages in Chromium: what a page says of its language, the way between them, right to left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hosting import Host
from test_access import CONTRAST, RUN, TAGS

WHO = "course/navigating-the-nhs/who-to-call.html"
FATIGUE = "course/self-management/fatigue.html"


def test_a_translated_page_is_welsh_throughout(page: Page, address: str) -> None:
    page.goto(f"{address}cy/{WHO}")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(page.locator("main")).not_to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("Pwy i’w ffonio, ddydd a nos")
    expect(page.locator(".box-help h4").first).to_have_text("Ffoniwch 999 nawr os")
    expect(page.locator(".language-note")).to_contain_text("Drafft: nid oes siaradwr Cymraeg wedi adolygu")
    expect(page.locator(".menu a", has_text="Waiting, choice").first).to_have_attribute("lang", "en")


def test_a_page_without_translation_says_so_in_welsh(page: Page, address: str) -> None:
    page.goto(f"{address}cy/{FATIGUE}")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(page.locator("main")).to_have_attribute("lang", "en")
    expect(page.locator(".language-note")).to_contain_text("Mae’r dudalen hon yn Saesneg.")
    expect(page.locator("main .tools")).to_have_attribute("lang", "cy")


def test_english_pages_say_nothing_of_languages(page: Page, address: str) -> None:
    page.goto(address + WHO)
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    expect(page.locator(".language-note")).to_have_count(0)


@pytest.mark.parametrize("uri", ["index.html", WHO, FATIGUE, "posters/index.html", "search.html"])
def test_the_way_to_the_other_language_keeps_the_page(page: Page, address: str, uri: str) -> None:
    page.goto(address + uri)
    page.get_by_role("link", name="Cymraeg", exact=True).click()
    expect(page).to_have_url(f"{address}cy/{uri}")
    back = page.get_by_role("link", name="English", exact=True)
    expect(back).to_have_attribute("hreflang", "en")
    back.click()
    expect(page).to_have_url(address + uri)


def test_pictures_and_files_of_a_page_without_translation_are_found(page: Page, address: str) -> None:
    """Any that is missing is a complaint, at which the window's fixture fails."""
    page.goto(f"{address}cy/plan/index.html")
    expect(page.locator("img.timeline")).to_have_js_property("complete", True)
    href = page.get_by_role("link", name="CSV").first.get_attribute("href")
    assert href
    assert page.request.get(page.evaluate("(to) => new URL(to, location.href).href", href)).ok


@pytest.mark.parametrize("words", ["feddygfa", "meddygfa", "atglafychiadau"])
def test_welsh_search_knows_how_welsh_words_change(page: Page, address: str, words: str) -> None:
    page.goto(f"{address}cy/search.html?q={words}")
    expect(page.locator(".results a").first).to_contain_text("ffonio")


def test_english_results_in_the_welsh_search_are_marked(page: Page, address: str) -> None:
    page.goto(f"{address}cy/search.html?q=fatigue")
    expect(page.locator(".results li").first).to_have_attribute("lang", "en")


@pytest.mark.parametrize("uri", ["index.html", WHO, FATIGUE, "search.html", "course/index.html"])
def test_axe_finds_nothing_on_welsh_pages(page: Page, address: str, node: Path, uri: str) -> None:
    page.add_init_script(path=node / "axe-core/axe.min.js")
    page.goto(f"{address}cy/{uri}")
    assert page.evaluate(RUN, [TAGS, CONTRAST]) == []


@pytest.fixture(scope="module")
def arabic(right_to_left: Path) -> Iterator[str]:
    """Where the site in a language that runs from right to left is served."""
    host = Host(right_to_left)
    yield f"{host.address}ar/"
    host.off()


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    made = browser.new_context(viewport={"width": 320, "height": 800})
    yield made.new_page()
    made.close()


@pytest.mark.parametrize("uri", ["index.html", "course/self-management/index.html", FATIGUE, WHO])
def test_right_to_left_fits_at_320_pixels(narrow: Page, arabic: str, node: Path, uri: str) -> None:
    narrow.add_init_script(path=node / "axe-core/axe.min.js")
    narrow.goto(f"{arabic}{uri}")
    expect(narrow.locator("html")).to_have_attribute("dir", "rtl")
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    assert narrow.evaluate(RUN, [TAGS, CONTRAST]) == []


def test_right_to_left_turns_the_page_round(arabic: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{arabic}course/self-management/index.html")
    menu, main = (page.locator(one).bounding_box() for one in ("#site-menu", "main"))
    assert menu
    assert main
    assert menu["x"] > main["x"] + main["width"] - 1
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".bar-name")).to_be_focused()
    page.goto(f"{arabic}{FATIGUE}")
    assert page.locator("main p").first.evaluate("(of) => getComputedStyle(of).direction") == "ltr"
    page.close()


def test_a_phone_number_is_read_as_it_is_dialled(arabic: str, browser: Browser) -> None:
    """Each group of digits stands to the right of the one before, though the text runs from right to left."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{arabic}{WHO}")
    places = page.evaluate(
        """() => {
            const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
            const found = [];
            while (texts.nextNode()) {
                const number = /\\d{3,} \\d{3,}( \\d{3,})?/.exec(texts.currentNode.data);
                if (!number || !texts.currentNode.parentElement.checkVisibility()) continue;
                const words = [...number[0].matchAll(/\\d+/g)].map((group) => {
                    const range = document.createRange();
                    range.setStart(texts.currentNode, number.index + group.index);
                    range.setEnd(texts.currentNode, number.index + group.index + group[0].length);
                    return range.getBoundingClientRect();
                });
                if (words.every((one) => one.top === words[0].top)) found.push(words.map((one) => one.left));
            }
            return found;
        }"""
    )
    page.close()
    assert len(places) > 2
    assert [one for one in places if one != sorted(one)] == []


def test_code_and_english_titles_among_words_from_right_to_left(arabic: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{arabic}centres/own-words.html")
    assert page.locator("pre").first.evaluate("(of) => getComputedStyle(of).direction") == "ltr"
    page.goto(f"{arabic}{WHO}")
    english, own = (page.locator(f".menu li li > a{one}").first for one in ("[lang=en]", ":not([lang])"))
    right = """(of) => {
        const words = document.createRange();
        words.selectNodeContents(of);
        return words.getBoundingClientRect().right;
    }"""
    assert english.evaluate(right) == pytest.approx(own.evaluate(right), abs=1)
    page.close()


def test_a_missing_page_speaks_every_language(page: Page, address: str, complaints: list[str]) -> None:
    """A web server sends the same page for every address that it does not know."""
    page.goto(f"{address.removesuffix('site/')}404.html")
    expect(page.locator("h1")).to_have_text("We cannot find this page")
    welsh = page.locator("main section[lang=cy]")
    expect(welsh.locator("h2")).to_have_text("Ni allwn ddod o hyd i’r dudalen hon")
    assert (welsh.locator("a").first.get_attribute("href") or "").endswith("cy/index.html")
