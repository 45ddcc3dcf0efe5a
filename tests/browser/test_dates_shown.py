"""Dates of a centre in a browser: what is past is left out by the clock, and a flyer is one sheet."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from example_centres import built, with_centre
from hosting import Host
from test_access import CONTRAST, RUN, TAGS
from test_print import printed, text

MEETINGS = "li[data-until]"


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sea View, with a run of 27 meetings: the whole course, one session at a time."""
    folder = with_centre(tmp_path_factory.mktemp("dates") / "fork", "sea-view")
    dates = folder / "centre/dates.yml"
    meetings = "".join(
        f"      - {{on: 2028-{day // 28 + 1:02}-{day % 28 + 1:02}, from: 10:30, to: 12:30}}\n"
        for day in range(27)
    )
    run = f"  - id: long\n    meetings:\n{meetings}    online: {{how: We send you the link.}}\n"
    dates.write_text(dates.read_text(encoding="utf-8") + run, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def address(fork: Path) -> Iterator[str]:
    host = Host(built(fork))
    yield host.address
    host.off()


def on(page: Page, day: str) -> Page:
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T09:00:00"))
    return page


def test_earlier_meetings_are_left_out_and_can_be_had_back(page: Page, address: str) -> None:
    on(page, "2027-02-11").goto(address + "dates.html")
    told = page.get_by_role("status").filter(has_text="meetings")
    expect(told).to_have_text("6 earlier meetings are not shown.")
    expect(page.locator("#autumn-2026")).to_be_hidden()
    expect(page.get_by_text("Thursday 4 February 2027")).to_be_hidden()
    expect(page.get_by_text("Thursday 11 February 2027")).to_be_visible()
    page.get_by_text("On this page: 4 parts").click()
    expect(page.get_by_role("link", name="Autumn group")).to_be_hidden()
    page.get_by_role("button", name="Show earlier meetings").click()
    expect(page.locator("#autumn-2026")).to_be_visible()
    expect(told).to_have_text("All meetings are shown, earlier ones too.")
    expect(page.get_by_role("link", name="Autumn group")).to_be_visible()
    page.get_by_role("button", name="Leave out earlier meetings").click()
    expect(page.locator("#autumn-2026")).to_be_hidden()


def test_nothing_is_said_while_nothing_is_past(page: Page, address: str) -> None:
    on(page, "2026-10-01").goto(address + "dates.html")
    expect(page.locator(MEETINGS).first).to_be_visible()
    assert page.locator(f"{MEETINGS}:visible").count() == page.locator(MEETINGS).count()
    expect(page.get_by_role("button", name="earlier meetings")).to_have_count(0)


def test_when_all_is_past_it_says_so(page: Page, address: str) -> None:
    on(page, "2029-01-01").goto(address + "dates.html")
    expect(page.get_by_text("There are no more dates at the moment.")).to_be_visible()
    page.goto(address + "index.html")
    expect(page.get_by_role("heading", name="Next dates")).to_be_hidden()


def test_a_run_that_a_link_leads_to_is_shown(page: Page, address: str) -> None:
    on(page, "2027-02-11").goto(address + "dates.html#autumn-2026")
    expect(page.locator("#autumn-2026")).to_be_visible()


def test_the_first_page_shows_the_next_runs(page: Page, address: str) -> None:
    on(page, "2027-02-11").goto(address + "index.html")
    shown = page.locator("[data-next-dates] li:visible")
    expect(shown).to_have_count(3)
    expect(shown.first).to_contain_text("Spring group")
    shown.first.get_by_role("link").click()
    assert page.url.endswith("dates.html#spring-2027")


def test_without_javascript_every_date_is_there(plain: Page, address: str) -> None:
    plain.goto(address + "dates.html")
    expect(plain.locator("#autumn-2026")).to_be_visible()
    assert plain.locator(f"{MEETINGS}:visible").count() == plain.locator(MEETINGS).count()
    expect(plain.get_by_role("button", name="earlier")).to_have_count(0)
    plain.goto(address + "index.html")
    expect(plain.get_by_role("link", name="Autumn group")).to_be_visible()


@pytest.mark.parametrize("run", ["autumn-2026", "spring-2027", "online-2027", "long"])
def test_a_flyer_is_one_sheet(page: Page, address: str, run: str) -> None:
    document = printed(page, address + f"dates/{run}-flyer.html")
    said = text(document)
    assert len(document) == 1
    assert "Sea View MS service" in said
    assert "https://ms.seaview.example/course/" in said
    for gone in ("Who to call", "This flyer prints", "Reading settings", "edition 2026", "Next page"):
        assert gone not in said


def test_the_code_stands_beside_the_title_on_paper(page: Page, address: str) -> None:
    page.goto(address + "dates/spring-2027-flyer.html")
    page.emulate_media(media="print")
    code = page.get_by_role("img", name="It opens the page of all dates")
    assert code.evaluate("image => image.naturalWidth") > 0
    shown = code.bounding_box()
    assert shown
    assert shown["y"] < 100
    lines = page.locator(".flyer").evaluate(
        "flyer => { const text = document.createRange(); text.selectNodeContents(flyer);"
        " const boxes = [...flyer.querySelectorAll('h1, p, li')].flatMap((one) => {"
        " text.selectNodeContents(one); return [...text.getClientRects()]; });"
        " return boxes.map(({ left, right, top }) => ({ left, right, top })); }"
    )
    beside = [one for one in lines if one["top"] < shown["y"] + shown["height"]]
    assert len(beside) > 2
    assert all(one["right"] <= shown["x"] for one in beside)


@pytest.mark.parametrize(
    "uri", ["dates.html", "dates/spring-2027-flyer.html", "index.html", "plan/index.html"]
)
def test_no_page_scrolls_sideways_on_a_small_phone(page: Page, address: str, uri: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    on(page, "2027-02-11").goto(address + uri)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "uri", ["dates.html", "dates/spring-2027-flyer.html", "index.html", "plan/index.html"]
)
def test_axe_finds_nothing(page: Page, address: str, node: Path, uri: str) -> None:
    page.add_init_script(path=node / "axe-core/axe.min.js")
    on(page, "2027-02-11").goto(address + uri)
    assert page.evaluate(RUN, [TAGS, CONTRAST]) == []
