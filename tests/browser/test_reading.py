"""What a person does on the site, in a real browser."""

from playwright.sync_api import Page, expect

from kinds import KINDS, SESSION


def test_answers_open_without_javascript(plain: Page, address: str) -> None:
    plain.goto(address + SESSION)
    answer = plain.locator("details.answer").first
    assert not answer.locator("div").is_visible()
    answer.locator("summary").click()
    expect(answer.locator("div")).to_be_visible()


def test_gallery_filters_as_one_types(page: Page, address: str) -> None:
    page.goto(address + "posters/index.html")
    cards = page.locator(".card[data-words]")
    everything = cards.count()
    page.get_by_label("Words").fill("bladder")
    shown = page.locator(".card[data-words]:visible")
    assert 0 < shown.count() < everything
    assert all("bladder" in str(card.get_attribute("data-words")) for card in shown.all())
    expect(page.get_by_role("status")).to_contain_text(f"{shown.count()} of {everything}")
    page.get_by_role("button", name="Show all").click()
    expect(shown).to_have_count(everything)


def test_gallery_filters_without_javascript(plain: Page, address: str) -> None:
    plain.goto(address + "posters/index.html")
    plain.locator(".filters summary", has_text="opic").click()
    plain.locator(".filters").get_by_role("link", name="bladder").click()
    assert "posters/by-topic/bladder.html" in plain.url
    assert plain.locator("h1").is_visible()
    assert plain.locator(".card").count() >= 1


def test_plan_becomes_cards_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + "plan/index.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    cell = page.locator("table.cards-table tbody td").first
    assert cell.evaluate("cell => getComputedStyle(cell).display") != "table-cell"


def test_poster_opens_large_by_keyboard_and_has_its_text(page: Page, address: str) -> None:
    page.goto(address + "posters/a-course-to-make-with-you.html")
    enlarge = page.locator("a.enlarge")
    enlarge.focus()
    assert enlarge.evaluate("link => link === document.activeElement")
    assert enlarge.locator("img").get_attribute("alt")
    target = str(enlarge.evaluate("link => link.href"))
    page.route(target, lambda route: route.abort())  # Chromium's own viewer of PDFs would not close again
    with page.expect_request(target):
        page.keyboard.press("Enter")


def test_menu_without_javascript(plain: Page, address: str) -> None:
    plain.goto(address + SESSION)
    menu = plain.locator("#site-menu")
    assert not menu.is_visible()
    plain.get_by_role("link", name="Menu", exact=True).click()
    assert menu.locator("[aria-current=page]").is_visible()
    menu.get_by_role("link", name="Close the menu").click()
    assert not menu.is_visible()


def test_nothing_to_press_in_vain_without_javascript(plain: Page, address: str) -> None:
    for uri in KINDS:
        plain.goto(address + uri)
        assert plain.locator("button:visible, input:visible, select:visible").count() == 0, uri
        assert plain.locator("h1").is_visible(), uri
        for name in ("Menu", "Search", "Who to call", "Reading settings"):
            assert plain.locator("header").get_by_role("link", name=name).is_visible(), uri


def test_help_is_in_the_same_place_on_every_page(page: Page, address: str) -> None:
    """WCAG 3.2.6, 3.2.3: the same links in the same order, and the way to help leads somewhere."""
    seen = set()
    for uri in KINDS:
        page.goto(address + uri)
        seen.add(tuple(page.locator("header a:visible").all_inner_texts()[:4]))
    assert seen == {("MS expert patient course", "Search", "Who to call", "Reading settings")}
    page.locator("header").get_by_role("link", name="Who to call").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("call")


def test_landmarks_are_each_there_once(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    for role, names in {
        "banner": [""],
        "main": [""],
        "contentinfo": [""],
        "navigation": ["Menu", "Breadcrumb", "On this page", "Previous and next page", "About this site"],
    }.items():
        found = page.get_by_role(role)  # type: ignore[arg-type]
        assert [one.get_attribute("aria-label") or "" for one in found.all()] == names
    assert page.locator("main").get_attribute("tabindex") == "-1"
    first = page.locator("a, button, input").first
    assert first.get_attribute("href") == "#page-text"


LINES = """() => [...document.querySelectorAll("main > p:not(.lead)")].flatMap((text) => {
    const lines = {};
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
        for (let at = 0; at < walker.currentNode.length; at += 1) {
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 1);
            const line = Math.round(range.getBoundingClientRect().bottom / 15);
            lines[line] = (lines[line] || 0) + 1;
        }
    }
    return Object.values(lines).slice(0, -1);
})"""


def test_a_line_has_60_to_70_letters(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    letters = page.evaluate(LINES)
    assert len(letters) > 10
    assert 60 <= sum(letters) / len(letters) <= 70
