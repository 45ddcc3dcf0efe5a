"""The whole site without a mouse: every stop is seen, named and in view, and every control answers."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from kinds import GALLERY, PLAN, SESSION, SETTINGS

STOP = """() => {
    const one = document.activeElement;
    if (!one || one === document.body || one.dataset.visited === "yes") return null;
    one.dataset.visited = "yes";
    const box = one.getClientRects()[0] || new DOMRect();
    const style = getComputedStyle(one);
    const front = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const label = one.labels && one.labels[0] ? one.labels[0].textContent : "";
    return {
        what: `${one.tagName} ${one.className} ${one.id}`,
        name: (one.getAttribute("aria-label") || one.innerText || label
            || one.querySelector("img")?.alt || "").trim(),
        inView: box.width > 0 && box.height > 0 && box.left >= 0 && box.right <= innerWidth + 1
            && box.bottom > 0 && box.top < innerHeight,
        inFront: !!front && (one.contains(front) || front.contains(one) || front.matches(".scroll *")),
        ring: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 3,
        seen: one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    };
}"""


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """Tab from the top of the page until the focus leaves it, or comes back to where it was."""
    for _ in range(500):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return
        yield stop
    pytest.fail("more than 500 stops: the focus may be caught")


@pytest.mark.parametrize("width", [1280, 640, 360])
@pytest.mark.parametrize("uri", ["index.html", SESSION, GALLERY, PLAN, SETTINGS])
def test_every_stop_is_seen_and_named(page: Page, address: str, uri: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + uri)
    found = list(stops(page))
    assert found[0]["name"] == "Skip to the text of this page"
    assert len(found) > 10
    assert [stop for stop in found if not all(stop.values())] == []
    hidden = page.evaluate(
        """[...document.querySelectorAll("a[href], button, input, select, summary")]
            .filter((one) => one.checkVisibility() && one.dataset.visited !== "yes" && one.tabIndex >= 0
                && one.type !== "radio").map((one) => one.outerHTML)"""
    )
    assert hidden == [], "no key reaches these"


def test_skip_link_leads_to_the_text(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "page-text"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.fixture
def menu(page: Page, address: str) -> Locator:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + SESSION)
    return page.get_by_role("button", name="Menu")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_menu_opens_closes_and_gives_the_focus_back(page: Page, menu: Locator, key: str) -> None:
    links = page.get_by_role("navigation", name="Menu").get_by_role("link")
    expect(menu).to_have_attribute("aria-expanded", "false")
    assert links.count() == 0
    menu.focus()
    page.keyboard.press(key)
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(f"#{menu.get_attribute('aria-controls')}")).to_be_visible()
    expect(page.locator("#site-menu [aria-current=page]")).to_be_visible()
    links.nth(2).focus()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    page.keyboard.press(key)
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press(key)
    assert links.count() == 0


def test_escape_does_nothing_where_the_menu_is_beside_the_text(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    link = page.locator("#site-menu a").nth(2)
    link.focus()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(page.locator("#site-menu")).to_be_visible()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_answers_open_and_close(page: Page, address: str, key: str) -> None:
    page.goto(address + SESSION)
    answer = page.locator("details.answer").first
    answer.locator("summary").focus()
    page.keyboard.press(key)
    expect(answer.locator("div")).to_be_visible()
    page.keyboard.press(key)
    expect(answer.locator("div")).not_to_be_visible()


def test_gallery_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + GALLERY)
    shown = page.locator(".card[data-words]:visible")
    everything = shown.count()
    page.get_by_label("Topic").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("status")).to_contain_text(f"of {everything}")
    assert shown.count() < everything
    page.get_by_role("button", name="Show all").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_have_text(f"All {everything} are shown.")
    expect(page.get_by_label("Words")).to_be_focused()


def test_no_single_key_does_anything(page: Page, address: str) -> None:
    """With tremor or dictation a bare letter that acts is a trap (WCAG 2.1.4)."""
    page.goto(address + SESSION)
    state = "[location.href, document.activeElement.tagName, document.body.innerHTML.length]"
    before = page.evaluate(state)
    for key in (*"abcdefghijklmnopqrstuvwxyz0123456789,./?", "Enter", "Space"):
        page.keyboard.press(key)
        assert page.evaluate(state) == before, key
