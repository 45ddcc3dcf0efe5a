"""What holds on every page at 320 pixels: 400% zoom of a usual screen (WCAG 1.4.4, 1.4.10, 1.4.12, 2.5.8).

The server sends its policy with every page and the window lets nothing out, so this visit is also the proof
that no page breaks the policy, misses a file or asks another host.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from kinds import KINDS
from test_access import NO_CONTRAST, RUN, TAGS

MEASURE = """() => {
    const wrong = [];
    const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length;
    const name = (one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`;
    const sideways = () => document.documentElement.scrollWidth > innerWidth;
    if (sideways()) wrong.push("scrolls sideways");

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = new Set();
    while (texts.nextNode()) {
        const one = texts.currentNode.parentElement;
        if (seen.has(one) || !texts.currentNode.data.trim() || !shown(one)) continue;
        seen.add(one);
        const style = getComputedStyle(one);
        if (parseFloat(style.fontSize) < 15.99) wrong.push(`${style.fontSize} text: ${name(one)}`);
        if (style.fontStyle !== "normal") wrong.push(`slanted text: ${name(one)}`);
        if (style.textAlign === "justify") wrong.push(`justified text: ${name(one)}`);
    }

    const MAIN = `.bar a, .bar button, .menu a, summary, .step, .foot a, main button, main label:has(input),
        select, input[type=search]`;
    const TEXT = "p, li, dd, dt, td, th, h1, h2, h3, h4, div";
    const PRESSED = "a[href], button, input, select, summary, label:has(input)";
    for (const one of document.querySelectorAll(PRESSED)) {
        if (!shown(one) || one.matches("label *, .skip")) continue;
        const box = one.getBoundingClientRect();
        const inText = getComputedStyle(one).display === "inline"
            && one.closest(TEXT).textContent.trim() !== one.textContent.trim();
        const least = one.matches(MAIN) ? 44 : inText ? 0 : 24;
        if (box.height < least - 0.5 || box.width < Math.min(least, 24)) {
            wrong.push(`${Math.round(box.width)} by ${Math.round(box.height)}: ${name(one)}`);
        }
    }

    const spaced = new CSSStyleSheet();
    spaced.replaceSync(`* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
        word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [spaced];
    if (sideways()) wrong.push("scrolls sideways with text spacing");
    for (const one of document.body.querySelectorAll("*")) {
        const style = getComputedStyle(one);
        const cuts = /hidden|clip/.test(style.overflowY + style.overflowX);
        const read = style.clipPath === "none" && shown(one) && one.textContent.trim();
        const over = one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1;
        if (cuts && read && over) {
            wrong.push(`cut with text spacing: ${name(one)}`);
        }
    }
    document.adoptedStyleSheets = [];
    return wrong;
}"""


FOLDERS = ("course", "facilitators", "posters", "authors", "")
"""In parts, so that a slow machine shows how far it came; "" is all the rest."""


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_page_at_320_pixels(page: Page, address: str, uris: list[str], node: Path, folder: str) -> None:
    """axe-core's rules too: in one visit, for it is the visits that take the time.

    A translated page has the same templates; one of each kind is enough.
    """
    page.add_init_script(path=node / "axe-core/axe.min.js")
    page.set_viewport_size({"width": 320, "height": 800})
    first = [(uri.split("/")[0], uri) for uri in [*uris, *(f"cy/{uri}" for uri in KINDS if uri[0] != ".")]]
    wanted = [uri for part, uri in first if (part == folder if folder else part not in FOLDERS)]
    assert wanted
    found = {}
    for uri in wanted:
        page.goto(address + uri)
        if wrong := page.evaluate(RUN, [TAGS, NO_CONTRAST]) + page.evaluate(MEASURE):
            found[uri] = wrong[:5]
    assert found == {}


@pytest.mark.parametrize("width", [640, 1280])
def test_kinds_of_page_at_other_widths(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for uri in KINDS:
        page.goto(address + uri)
        if wrong := page.evaluate(MEASURE):
            found[uri] = wrong[:5]
    assert found == {}


def test_large_text_of_the_browser_is_followed(page: Page, address: str) -> None:
    """Text size set in the browser itself, as `rem` sees it: twice as large, and nothing beside the text."""
    page.goto(address + "index.html")
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    before = page.evaluate(size)
    assert before == pytest.approx(18)
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.reload()
    assert page.evaluate(size) == pytest.approx(2 * before)
    assert page.locator("button", has_text="Menu").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_alarm_rings(page: Page, address: str, complaints: list[str], outside: list[str]) -> None:
    """An inline script, a style attribute and a picture from elsewhere are each refused and written down."""
    page.goto(address + "index.html")
    page.evaluate("""() => {
        document.body.append(Object.assign(document.createElement("script"), { textContent: "1" }));
        document.body.insertAdjacentHTML("beforeend", '<p style="color: red">x</p>');
    }""")
    page.wait_for_timeout(100)
    assert len(complaints) == 2
    page.evaluate("location.href = 'https://example.org/'")
    page.wait_for_timeout(200)
    assert outside == ["https://example.org/"]
    complaints.clear()
    outside.clear()
