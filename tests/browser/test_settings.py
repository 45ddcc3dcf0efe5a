"""Reading settings: they hold at once and on every page, before it is drawn, and can be taken back."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kinds import SESSION, SETTINGS

NAMES = ("size", "lines", "letters", "colours", "font", "view")
CHOICES = {
    "Twice as large": ("size", "200"),
    "Wide": ("lines", "wide"),
    "Soft cream": ("colours", "cream"),
    "Wide and plain, such as Verdana": ("font", "wide"),
    "Plain view, without extras": ("view", "plain"),
}


def chosen(page: Page) -> dict[str, str]:
    """The settings as the page has them, among other marks of <html>."""
    marks = page.evaluate("({ ...document.documentElement.dataset })")
    assert marks["script"] == "on"
    return {name: marks[name] for name in NAMES if name in marks}


def told(page: Page) -> Locator:
    return page.locator("#settings").get_by_role("status")


def choose(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).first.check()


def test_every_choice_holds_on_every_page(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    page.get_by_role("link", name="Reading settings").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reading settings")
    assert chosen(page) == {}
    for name in CHOICES:
        choose(page, name)
        expect(told(page)).to_have_text("Saved on this device.")
    page.goto(address + SESSION)
    assert chosen(page) == dict(CHOICES.values())
    page.goto(address + SETTINGS)
    for name in CHOICES:
        expect(page.get_by_role("radio", name=name, exact=True).first).to_be_checked()


def test_choices_change_what_is_seen(page: Page, address: str) -> None:
    page.goto(address + SETTINGS)
    look = """(({ fontSize, lineHeight, backgroundColor, fontFamily }) =>
        [fontSize, lineHeight, backgroundColor, fontFamily])(getComputedStyle(document.body))"""
    before = page.evaluate(look)
    for name in CHOICES:
        choose(page, name)
    after = page.evaluate(look)
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert (before[0], after[0]) == ("18px", "36px")
    expect(page.get_by_role("button", name="Menu")).to_be_visible()
    page.goto(address + SESSION)
    assert not page.locator(".cite").first.is_visible()


@pytest.mark.parametrize(("name", "wanted"), [("Dark", "rgb(20, 25, 27)"), ("Light", "rgb(253, 252, 249)")])
def test_a_choice_of_colours_wins_over_the_device(page: Page, address: str, name: str, wanted: str) -> None:
    page.emulate_media(color_scheme="dark" if name == "Light" else "light")
    page.goto(address + SETTINGS)
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) != wanted
    choose(page, name)
    assert page.evaluate(colour) == wanted


def test_settings_are_there_before_anything_is_drawn(page: Page, address: str) -> None:
    page.goto(address + SETTINGS)
    choose(page, "Dark")
    page.add_init_script(
        """new MutationObserver((_, watch) => {
            if (!document.body) return;
            window.atFirst = document.documentElement.dataset.colours;
            watch.disconnect();
        }).observe(document, { childList: true, subtree: true });"""
    )
    page.goto(address + SESSION)
    assert page.evaluate("window.atFirst") == "dark"


def test_back_to_how_it_was(page: Page, address: str) -> None:
    page.goto(address + SETTINGS)
    choose(page, "Dark")
    choose(page, "Twice as large")
    page.get_by_role("button", name="Back to how it was").click()
    expect(told(page)).to_have_text("All is back to how it was.")
    assert chosen(page) == {}
    assert page.evaluate("localStorage.length") == 0
    page.goto(address + SESSION)
    assert chosen(page) == {}


def test_the_page_before_follows_when_one_goes_back(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    page.goto(address + SETTINGS)
    choose(page, "Dark")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Reading settings")
    assert chosen(page) == {"colours": "dark"}


def test_storage_refused(page: Page, address: str) -> None:
    """The choice holds for this page, and the page says so."""
    page.add_init_script(
        """Object.defineProperty(window, "localStorage", {
            get() { throw new DOMException("refused", "SecurityError"); },
        });"""
    )
    page.goto(address + SETTINGS)
    choose(page, "Dark")
    expect(told(page)).to_contain_text("holds for this page only")
    assert chosen(page) == {"colours": "dark"}
    page.goto(address + SESSION)
    assert chosen(page) == {}


@pytest.mark.parametrize("kept", ["[1]", "7", "null", "{", '{"size": 3, "onclick": "x"}'])
def test_what_others_left_in_storage_does_no_harm(page: Page, address: str, kept: str) -> None:
    page.goto(address + SESSION)
    page.evaluate("(kept) => localStorage.setItem('ms-course-reading', kept)", kept)
    page.goto(address + SESSION)
    assert chosen(page) == {}


def test_from_a_folder(browser: Browser, site: Path) -> None:
    """The site on a stick: no server, and the settings hold all the same."""
    page = browser.new_page()
    page.goto((site / SETTINGS).as_uri())
    choose(page, "Dark")
    expect(told(page)).to_have_text("Saved on this device.")
    page.goto((site / SESSION).as_uri())
    assert chosen(page) == {"colours": "dark"}
    page.close()


def test_without_javascript(plain: Page, address: str) -> None:
    plain.goto(address + SETTINGS)
    assert plain.locator("form:visible").count() == 0
    assert plain.get_by_text("hold Ctrl, or Cmd on a Mac").is_visible()
