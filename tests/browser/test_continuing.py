"""Continue where you stopped: kept on the device only, offered on home and module pages, and forgotten."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from kinds import SESSION, SETTINGS
from test_access import CONTRAST, RUN, TAGS

MODULE = "course/self-management/index.html"
REFUSED = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("refused", "SecurityError"); },
});"""


def way_back(page: Page) -> Any:
    return page.get_by_role("region", name="Where you stopped").get_by_role("link")


def scroll_to(page: Page, found: str) -> None:
    page.evaluate("(found) => document.querySelector(found).scrollIntoView()", found)


def test_nothing_is_offered_on_a_first_visit(page: Page, address: str) -> None:
    for uri in ("index.html", "course/index.html", MODULE):
        page.goto(address + uri)
        assert way_back(page).count() == 0


@pytest.mark.parametrize("uri", ["index.html", "course/index.html", MODULE])
def test_the_place_is_offered(page: Page, address: str, uri: str) -> None:
    page.goto(address + SESSION)
    heading = page.locator("main h2").nth(3)
    scroll_to(page, f"#{heading.get_attribute('id')}")
    words = heading.inner_text()
    title = page.locator("h1").inner_text()
    page.goto(address + uri)
    expect(way_back(page)).to_have_text(f'Continue: {title}, from "{words}"')
    way_back(page).click()
    expect(page.locator(":target")).to_have_text(words)
    expect(page.locator(":target")).to_be_in_viewport()


def test_after_a_place_to_stop_it_goes_on(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    next_one = page.locator(".box-stop ~ h2").first.inner_text()
    scroll_to(page, ".box-stop")
    page.evaluate("scrollBy(0, innerHeight / -3)")  # in the upper half, the next heading below it
    page.evaluate("document.querySelector('.box-stop').style.marginBottom = '100vh'")
    page.goto(address + "index.html")
    expect(way_back(page)).to_contain_text(f'from "{next_one}"')


def test_a_session_only_opened_is_offered_from_its_beginning(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    title = page.locator("h1").inner_text()
    page.goto(address + MODULE)
    expect(way_back(page)).to_have_text(f"Continue: {title}")
    assert str(way_back(page).get_attribute("href")).endswith(SESSION)


def test_the_browsers_back_button_shows_it_too(page: Page, address: str) -> None:
    page.goto(address + "index.html")
    page.goto(address + SESSION)
    page.go_back()
    expect(way_back(page)).to_be_visible()


def test_other_pages_are_not_kept(page: Page, address: str) -> None:
    for uri in (MODULE, "posters/index.html", "course/glossary.html", "course/self-management/print.html"):
        page.goto(address + uri)
    page.goto(address + "index.html")
    assert page.evaluate("localStorage.length") == 0


def test_forgetting(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    page.goto(address + "index.html")
    page.get_by_role("button", name="Forget where I stopped").click()
    expect(page.get_by_text("It is forgotten.")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0
    page.goto(address + MODULE)
    assert way_back(page).count() == 0


@pytest.mark.parametrize(
    "kept",
    [
        "[1]",
        "null",
        "{",
        json.dumps({"address": "javascript:alert(1)", "title": "No"}),
        json.dumps({"address": "https://example.org/other/course/x.html", "title": "No"}),
    ],
)
def test_what_is_not_ours_is_not_offered(page: Page, address: str, kept: str) -> None:
    page.goto(address + "index.html")
    page.evaluate("(kept) => localStorage.setItem('ms-course-place', kept)", kept)
    page.reload()
    expect(page.get_by_role("button", name="Print this page")).to_be_visible()
    assert way_back(page).count() == 0


def test_storage_refused(page: Page, address: str) -> None:
    page.add_init_script(REFUSED)
    page.goto(address + SESSION)
    page.goto(address + "index.html")
    assert way_back(page).count() == 0
    page.goto(address + SETTINGS)
    page.get_by_role("button", name="Forget all of it").click()
    expect(page.get_by_text("there is nothing to forget")).to_be_focused()


def test_nothing_without_javascript(plain: Page, address: str) -> None:
    plain.goto(address + "index.html")
    assert not plain.locator("[data-continue]").is_visible()
    plain.goto(address + SETTINGS)
    assert not plain.locator("#kept").is_visible()


def test_the_settings_page_tells_what_is_kept_and_forgets_all(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    page.goto(address + SETTINGS)
    page.get_by_role("radio", name="Soft cream").check()
    for name in ("listening", "nation"):
        page.evaluate("(name) => localStorage.setItem(`ms-course-${name}`, '{}')", name)
    page.reload()
    told = page.locator("#kept li strong")
    expect(told).to_have_text(["kept now"] * 4)
    page.get_by_role("button", name="Forget all of it").click()
    expect(told).to_have_text(["not kept"] * 4)
    expect(page.get_by_text("All of it is forgotten.")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("document.documentElement.dataset.colours") is None


def test_all_that_scripts_keep_is_told(root: Path) -> None:
    """Every name under which a script keeps something is on the page that tells and forgets it."""
    scripts = "".join(one.read_text("utf-8") for one in (root / "hooks/theme/scripts").glob("*.js"))
    names = {part.split('"')[0] for part in scripts.split('"ms-course-')[1:]}
    told = (root / "hooks/theme/partials/kept.html").read_text("utf-8")
    assert names
    assert all(f'"ms-course-{name}"' in told for name in names)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_fit_for_all(page: Page, address: str, node: Path, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address + SESSION)
    page.goto(address + "index.html")
    expect(way_back(page)).to_be_visible()
    page.evaluate((node / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    assert page.evaluate(RUN, [TAGS, CONTRAST]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_from_a_folder(browser: Browser, site: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((site / SESSION).as_uri())
    page.goto((site / "index.html").as_uri())
    way_back(page).click()
    assert page.url == (site / SESSION).as_uri()
    context.close()
