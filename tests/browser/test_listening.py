"""Listening to a page: only with voices of the device, sentence by sentence, and nothing left behind.

A browser without a window has no voices, so voices.js stands in for the browser's own speech.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from kinds import SESSION
from test_access import CONTRAST, RUN, TAGS

VOICES = Path(__file__).parent / "voices.js"
FLAGS = "course/self-monitoring/red-flags.html"
WITHOUT_MARKING = "Object.defineProperty(CSS, 'highlights', { value: undefined });"
MARKED = """() => CSS.highlights
    ? [...(CSS.highlights.get("listening") || [])].join("")
    : [...document.querySelectorAll("mark.listening")].map((one) => one.textContent).join("")"""
Said = list[dict[str, Any]]


@pytest.fixture
def voiced(context: BrowserContext) -> Page:
    context.add_init_script(path=VOICES)
    return context.new_page()


@pytest.fixture
def listening(voiced: Page, address: str) -> Page:
    voiced.goto(address + FLAGS)
    button(voiced, "Listen to this page").click()
    said(voiced, 1)
    return voiced


def button(page: Page, name: str) -> Any:
    return page.get_by_role("button", name=name, exact=True)


def said(page: Page, count: int) -> Said:
    """All that was said, once `count` sentences were."""
    page.wait_for_function("(count) => speech.said.length >= count", arg=count)
    found: Said = page.evaluate("speech.said")
    return found


def finish(page: Page, times: int, look: str = "() => null") -> Said:
    """The voice comes to the end of `times` sentences: what it says after each, and what `look` then sees."""
    found: Said = page.evaluate(f"(times) => speech.run(times, {look})", times)
    return found


def test_nothing_is_shown_where_there_are_no_voices(page: Page, address: str) -> None:
    page.goto(address + SESSION)
    expect(button(page, "Print this page")).to_be_visible()
    assert page.evaluate("speechSynthesis.getVoices().length") == 0
    assert not page.locator("[data-listen], #player").first.is_visible()


def test_a_voice_that_would_send_the_text_away_is_not_offered(voiced: Page, address: str) -> None:
    voiced.add_init_script("window.speechWithout = ['Anna', 'Sam', 'Brenda'];")
    voiced.goto(address + SESSION)
    voiced.wait_for_function("speechSynthesis.getVoices().length === 1")
    assert not button(voiced, "Listen to this page").is_visible()


def test_nothing_is_shown_without_javascript(plain: Page, address: str) -> None:
    plain.goto(address + SESSION)
    assert not plain.locator("[data-listen], #player").first.is_visible()


def test_what_is_read_and_what_is_not(listening: Page) -> None:
    finish(listening, 150)
    texts = [one["text"] for one in said(listening, 151)]
    assert texts[:2] == [
        "When to get help, and how fast",
        "Learn which signs need 999, which need help today, and which your MS team should hear about.",
    ]
    assert "you are very short of breath or have chest pain" in texts  # a source stands in its middle
    assert "4. Your heel is red, or darker than usual, and it does not fade." in texts
    assert "I call 999" in texts
    assert "Yes." not in texts  # the answer is closed
    before = texts.index("It could be sepsis, when an infection puts your life in danger.")
    assert texts[before + 1 : before + 4] == [
        "Words explained: stroke, sepsis",
        "stroke",
        "When blood cannot reach a part of the brain.",
    ]
    for quiet in ("Print this page", "Sentence back", "On this page: 9 parts", "Home"):
        assert quiet not in texts


def test_sources_and_all_after_them_are_not_read(listening: Page) -> None:
    assert finish(listening, 1000)[-1]["text"] == "Your MS team knows you."
    expect(button(listening, "Play")).to_be_visible()
    assert listening.evaluate(MARKED) == ""


@pytest.mark.parametrize("without", ["", WITHOUT_MARKING])
def test_the_sentence_is_marked_and_nothing_else_changes(voiced: Page, address: str, without: str) -> None:
    voiced.add_init_script(without)
    voiced.goto(address + FLAGS)
    inside = "[...document.querySelector('#page-text').children].filter((one) => one.localName !== 'section')"
    voiced.evaluate("window.links = [...document.querySelectorAll('main a')]")
    voiced.evaluate("document.querySelectorAll('.box-words').forEach((one) => { one.open = true; })")
    before = voiced.evaluate(f"{inside}.map((one) => one.outerHTML).join('')")
    button(voiced, "Listen to this page").click()
    said(voiced, 1)
    for heard in finish(voiced, 100, MARKED):
        number = re.match(r"\d+\. ", heard["text"])
        assert " ".join(heard["seen"].split()) == heard["text"].removeprefix(number[0] if number else "")
    button(voiced, "Stop listening").click()
    assert voiced.evaluate(MARKED) == ""
    assert voiced.evaluate(f"{inside}.map((one) => one.outerHTML).join('')") == before
    assert voiced.evaluate("links.every((one, at) => one === document.querySelectorAll('main a')[at])")


def test_pause_back_and_on(listening: Page) -> None:
    finish(listening, 2)
    first, second, third = (one["text"] for one in said(listening, 3))
    button(listening, "Pause").click()
    assert not listening.evaluate("speech.speaking")
    button(listening, "Play").click()
    assert said(listening, 4)[-1]["text"] == third
    button(listening, "Sentence back").click()
    assert said(listening, 5)[-1]["text"] == second
    button(listening, "Sentence back").click()
    button(listening, "Sentence back").click()  # no further than the first
    assert said(listening, 6)[-1]["text"] == first
    button(listening, "Sentence on").click()
    listening.wait_for_function("(text) => speech.said.at(-1).text === text", arg=second)
    button(listening, "Pause").click()
    count = listening.evaluate("speech.said.length")
    button(listening, "Sentence on").click()  # while it pauses, only the mark goes on
    assert listening.evaluate(MARKED) == third
    assert listening.evaluate("speech.said.length") == count


def test_by_keyboard_alone(voiced: Page, address: str) -> None:
    voiced.goto(address + FLAGS)
    button(voiced, "Listen to this page").focus()
    voiced.keyboard.press("Enter")
    said(voiced, 1)
    expect(button(voiced, "Pause")).to_be_focused()
    voiced.keyboard.press("Space")
    expect(button(voiced, "Play")).to_be_focused()
    for name in ("Sentence back", "Sentence on", "Stop listening"):
        voiced.keyboard.press("Tab")
        expect(button(voiced, name)).to_be_focused()
    voiced.keyboard.press("Enter")
    expect(button(voiced, "Listen to this page")).to_be_focused()
    assert not voiced.locator("#player").is_visible()


def test_speed_and_voice_are_kept(listening: Page, address: str) -> None:
    listening.get_by_text("Speed and voice").click()
    assert listening.get_by_label("Voice").locator("option").all_inner_texts() == ["Brenda", "Sam"]
    assert said(listening, 1)[0] | {"text": ""} == {"text": "", "voice": "Brenda", "lang": "en_GB", "rate": 1}
    listening.get_by_label("Voice").select_option("Sam")
    listening.get_by_label("Speed").select_option("Slow")
    listening.goto(address + SESSION)
    button(listening, "Listen to this page").click()
    assert said(listening, 1)[0] | {"text": ""} == {"text": "", "voice": "Sam", "lang": "en-US", "rate": 0.8}


def test_storage_refused(voiced: Page, address: str) -> None:
    voiced.add_init_script(
        """Object.defineProperty(window, "localStorage", {
            get() { throw new DOMException("refused", "SecurityError"); },
        });"""
    )
    voiced.goto(address + SESSION)
    button(voiced, "Listen to this page").click()
    voiced.get_by_text("Speed and voice").click()
    voiced.get_by_label("Speed").select_option("Fast")
    voiced.wait_for_function("speech.said.at(-1)?.rate === 1.25")


def test_a_voice_that_stops_says_so(listening: Page) -> None:
    heard = finish(listening, 3)[-1]["text"]
    listening.evaluate("speech.fail()")
    expect(listening.get_by_role("alert")).to_contain_text("The voice stopped.")
    button(listening, "Play").click()
    assert said(listening, 5)[-1]["text"] == heard
    expect(listening.get_by_role("alert")).not_to_be_visible()


def test_a_passage_in_another_language_has_a_voice_of_its_own(voiced: Page, address: str) -> None:
    voiced.goto(address + FLAGS)
    voiced.evaluate("document.querySelector('.lead').lang = 'de'")
    button(voiced, "Listen to this page").click()
    said(voiced, 1)
    assert [one["voice"] for one in finish(voiced, 3)] == ["Anna", "Anna", "Brenda"]


def test_it_begins_where_the_address_leads(voiced: Page, address: str) -> None:
    voiced.goto(address + FLAGS + "#what-to-say-on-the-phone")
    button(voiced, "Listen to this page").click()
    assert said(voiced, 1)[0]["text"] == "What to say on the phone"


def test_the_sentence_stays_in_view_unless_the_reader_goes_elsewhere(listening: Page) -> None:
    view = """() => {
        const box = [...CSS.highlights.get("listening")][0].getBoundingClientRect();
        const bar = document.getElementById("player").getBoundingClientRect();
        return (box.top >= bar.bottom || box.bottom <= bar.top) && box.top >= 0 && box.bottom <= innerHeight;
    }"""
    assert all(one["seen"] for one in finish(listening, 100, view))
    listening.evaluate("scrollTo(0, document.body.scrollHeight)")
    there = listening.evaluate("scrollY")
    finish(listening, 3)
    assert listening.evaluate("scrollY") == there
    button(listening, "Sentence on").click()
    assert listening.evaluate(view)


def test_it_stops_when_the_page_is_left(listening: Page) -> None:
    listening.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert not listening.evaluate("speech.speaking")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_player_is_fit_for_all(listening: Page, node: Path, width: int) -> None:
    listening.set_viewport_size({"width": width, "height": 700})
    listening.get_by_text("Speed and voice").click()
    listening.evaluate((node / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    assert listening.evaluate(RUN, [TAGS, CONTRAST]) == []
    assert listening.evaluate("document.documentElement.scrollWidth") <= width
    heights = listening.locator("#player :is(button, summary, select):visible")
    assert all((one.bounding_box() or {"height": 0})["height"] >= 44 for one in heights.all())


def test_from_a_folder(browser: Browser, site: Path) -> None:
    context = browser.new_context(offline=True)
    context.add_init_script(path=VOICES)
    page = context.new_page()
    page.goto((site / SESSION).as_uri())
    button(page, "Listen to this page").click()
    assert said(page, 1)
    context.close()
