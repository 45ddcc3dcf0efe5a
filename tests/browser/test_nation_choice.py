"""On the shared site a reader may choose a nation. Without scripts all four are shown, with their names."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

KEY = "ms-course-nation"
PAGE = "course/navigating-the-nhs/who-to-call.html"
SETTINGS = "reading-settings.html"


def choose(page: Page, address: str, nation: str) -> None:
    page.goto(address + SETTINGS)
    page.get_by_role("group", name="Which nation do you live in?").get_by_label(nation, exact=True).check()
    expect(page.locator("#nation-form [role=status]")).to_have_text("Saved on this device.")


def shown(page: Page) -> set[str]:
    """The nations whose advice can be seen in the text of the page."""
    visible = page.locator("main [data-nations]:visible").evaluate_all(
        "found => found.flatMap(one => one.dataset.nations.split(' '))"
    )
    return set(visible)


def test_all_four_are_shown_until_one_is_chosen(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    assert shown(page) == {"england", "scotland", "wales", "northern-ireland"}
    note = page.locator(".nation-note")
    expect(note).to_have_count(1)
    expect(note).to_contain_text("Advice for all four nations is shown.")
    note.get_by_role("link").click()
    expect(page).to_have_url(address + SETTINGS + "#your-nation")
    expect(page.get_by_role("heading", name="Your nation")).to_be_in_viewport()


def test_the_choice_holds_on_every_page_and_is_taken_back_with_one_press(page: Page, address: str) -> None:
    choose(page, address, "Wales")
    page.goto(address + PAGE)
    assert shown(page) == {"wales"}
    expect(page.get_by_text("Only the advice for Wales is shown.")).to_be_visible()
    page.goto(address + "course/helping-to-shape-services/co-design-and-audit.html")
    expect(page.locator('main [data-nations="england"]').first).to_be_hidden()
    page.get_by_role("button", name="Show all four nations").click()
    assert len(shown(page)) >= 1
    expect(page.locator('main [data-nations="england"]').first).to_be_visible()
    expect(page.locator(".nation-note")).to_be_focused()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    page.goto(address + PAGE)
    assert len(shown(page)) == 4


def test_a_block_for_several_nations_is_shown_to_each_of_them(page: Page, address: str) -> None:
    choose(page, address, "Northern Ireland")
    page.goto(address + "course/understanding-your-ms-service/kinds-of-service.html")
    expect(page.locator('main .box-nation[data-nations~="northern-ireland"]').first).to_be_visible()
    expect(page.locator('main .box-nation[data-nations="england"]').first).to_be_hidden()


def test_nothing_flashes_before_the_choice_holds(page: Page, address: str) -> None:
    """The choice is on <html> before the text is there, so no other nation's advice is ever painted."""
    choose(page, address, "Scotland")
    page.add_init_script(
        "new MutationObserver((_, watch) => { const found = document.querySelector('[data-nations]');"
        " if (found) { window.early = document.documentElement.dataset.nation; watch.disconnect(); } })"
        ".observe(document, { childList: true, subtree: true });"
    )
    page.goto(address + PAGE)
    assert page.evaluate("window.early") == "scotland"


def test_print_follows_the_choice_and_says_so(page: Page, address: str) -> None:
    choose(page, address, "England")
    page.goto(address + PAGE)
    page.emulate_media(media="print")
    assert shown(page) == {"england"}
    expect(page.get_by_text("Only the advice for England is shown.")).to_be_visible()
    expect(page.locator(".nation-note button")).to_be_hidden()


def test_without_scripts_all_four_are_shown_with_their_names(plain: Page, address: str) -> None:
    plain.goto(address + PAGE)
    assert shown(plain) == {"england", "scotland", "wales", "northern-ireland"}
    for name in ("England", "Scotland", "Wales", "Northern Ireland"):
        assert plain.locator("main li strong", has_text=re.compile(f"^{name}:$")).first.is_visible()
    plain.goto(address + SETTINGS)
    expect(plain.locator("#nation-form")).to_be_hidden()


def test_it_can_be_forgotten_with_all_else(page: Page, address: str) -> None:
    choose(page, address, "Wales")
    expect(page.locator("#kept")).to_contain_text(re.compile(r"The nation you live in:\s*kept now"))
    page.get_by_role("button", name="Forget all of it").click()
    expect(page.locator("#kept")).to_contain_text(re.compile(r"The nation you live in:\s*not kept"))
    expect(page.get_by_label("Show all four nations")).to_be_checked()
    page.goto(address + PAGE)
    assert len(shown(page)) == 4


def test_what_is_kept_is_one_of_the_four_or_nothing(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    page.evaluate(f"localStorage.setItem('{KEY}', 'cornwall')")
    page.reload()
    assert len(shown(page)) == 4
    expect(page.locator(".nation-note")).to_contain_text("Advice for all four nations is shown.")


def test_the_search_ranks_the_chosen_nation_first(page: Page, address: str) -> None:
    for nation, own, other in (
        ("Scotland", "Scotland", ("England:", "Wales:", "Northern Ireland:")),
        ("Wales", "Wales", ("England:", "Scotland:", "Northern Ireland:")),
    ):
        choose(page, address, nation)
        page.goto(address + "search.html?q=complaint")
        found = page.locator(".results li")
        expect(found.first).to_be_visible()
        texts = found.locator(".result-text").all_inner_texts()
        assert not [text for text in texts if text.startswith(other)], own


def test_the_choice_passes_the_page_of_reading_settings_at_360_pixels(
    context: BrowserContext, address: str, tmp_path: Path
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + SETTINGS + "#your-nation")
    sizes = page.locator("#nation-form label").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert min(sizes) >= 44
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
