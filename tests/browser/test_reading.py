"""What a person does on the site, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

SESSION = "course/understanding-your-ms-service/relapse.html"


def test_answers_open_without_javascript(plain: Page, address: str) -> None:
    plain.goto(address + SESSION)
    answer = plain.locator("details.answer").first
    assert not answer.locator("div").is_visible()
    answer.locator("summary").click()
    expect(answer.locator("div")).to_be_visible()


def test_answers_open_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    answer = page.locator("details.answer").first
    answer.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(answer.locator("div")).to_be_visible()


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("pseudo-relapse", "relapse.html"),
        ("continence nurse", "glossary.html"),
        ("No patient left behind", "plan/workstreams/"),
        ("Key indicators and how to report them", "plan/workstreams/"),
        ("Every centre joins a national audit", "plan/workstreams/"),
        ("natalizumab", "posters/"),
    ],
)
def test_search_finds_sessions_words_aims_and_posters(
    page: Page, address: str, words: str, leads_to: str
) -> None:
    page.goto(address + "index.html")
    page.locator("input[name=query]").first.press_sequentially(words)
    expect(page.locator(f".md-search-result__link[href*='{leads_to}']").first).to_be_attached()


def test_search_does_not_lead_to_notes_for_facilitators(page: Page, address: str) -> None:
    page.goto(address + "index.html")
    page.locator("input[name=query]").first.press_sequentially("run sheet")
    page.wait_for_timeout(1000)
    assert page.locator(".md-search-result__link[href*='facilitators/']").count() == 0


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
    assert shown.count() == everything


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


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in (
        "index.html",
        "facilitators/self-monitoring/a-light-diary.html",
        SESSION,
        "facilitators/index.html",
        "posters/index.html",
        "course/glossary.html",
    ):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
