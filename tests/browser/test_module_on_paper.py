"""A whole module on paper: each session begins on a new sheet, and nothing of the screen is left."""

from playwright.sync_api import Page

from programme.whole import Programme
from test_print import ONLY_ON_SCREEN, bare, printed, text

MODULE = "course/self-monitoring/print.html"


def test_the_printed_module(page: Page, address: str, programme: Programme) -> None:
    document = printed(page, address + MODULE)
    tops = [bare(sheet.get_textpage().get_text_bounded()) for sheet in document]
    sessions = next(one for one in programme.modules if one.id == "self-monitoring").sessions
    found = [
        [
            number
            for number, top in enumerate(tops)
            if top.startswith(bare(session.meta.title + session.meta.summary))
        ]
        for session in sessions
    ]
    assert [len(numbers) for numbers in found] == [1] * len(sessions)
    assert found == sorted(found)
    said = bare(text(document))
    gone = (*ONLY_ON_SCREEN, "Listen to this page", "Back to the page of this module")
    assert [words for words in gone if bare(words) in said] == []
    assert bare(address + MODULE) in said
    assert bare("Written 21 November 2026") in said


def test_it_can_be_reached_from_the_module(page: Page, address: str) -> None:
    page.goto(address + "course/self-monitoring/index.html")
    page.get_by_role("link", name="Print this module").click()
    page.get_by_role("link", name="A light diary: a minute is enough").first.click()
    assert page.url.endswith(MODULE + "#a-light-diary")
    page.get_by_role("link", name="Back to the page of this module").click()
    assert page.url.endswith("course/self-monitoring/index.html")
