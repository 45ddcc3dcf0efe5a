"""Signs of danger in the Welsh search: told in Welsh, and known in Welsh and in English.

`tests/queries-cy.tsv` has what people type, in formal Welsh and in that of north and south. Of the first 47
unseen dangers 42 were found, of the next 28 it was 23; those that were missed became `tune`.
"""

import csv
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from test_access import CONTRAST, RUN, TAGS
from test_search import ASK

SEARCH = "cy/search.html"


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in rows if row["kind"] in ("danger", "harmless")]


@pytest.fixture(scope="module")
def told(browser: Browser, address: str) -> Page:
    """The Welsh search with its data there."""
    page = browser.new_page()
    page.goto(f"{address}{SEARCH}?q=atglafychiad")
    expect(page.locator(".results a").first).to_be_visible()
    return page


@pytest.mark.parametrize("table", ["queries-cy.tsv", "queries.tsv"])
def test_danger_is_seen_and_what_is_harmless_is_not(told: Page, root: Path, table: str) -> None:
    rows = _rows(root / "tests" / table)
    answers: list[dict[str, Any]] = told.evaluate(ASK, [row["query"] for row in rows])
    assert len(rows) > 150
    wrong = {}
    for row, answer in zip(rows, answers, strict=True):
        right = set(row["expected"].replace("!", "").split()) if row["kind"] == "danger" else set()
        if not right & set(answer["signs"]) if right else answer["signs"]:
            wrong[row["query"]] = answer["signs"]
    assert wrong == {}


@pytest.mark.parametrize(
    ("query", "title", "helps"),
    [
        ("methu anadlu", "Os na allwch anadlu’n dda", "Ffoniwch 999 nawr os ydych yn fyr iawn o anadl."),
        ("poen yn y frest", "Os oes poen yn eich brest", "Ffoniwch 999 nawr os oes poen yn eich brest."),
        ("eisiau marw", "Os ydych yn meddwl am roi diwedd ar eich bywyd", "Ffoniwch 111 a phwyso 2"),
        ("chest pain", "Os oes poen yn eich brest", "Ffoniwch GIG 111 Cymru ar 111 os na all aros."),
    ],
)
def test_help_is_in_welsh(page: Page, address: str, node: Path, query: str, title: str, helps: str) -> None:
    page.add_init_script(path=node / "axe-core/axe.min.js")
    page.goto(f"{address}{SEARCH}?q={query}")
    box = page.locator("[data-danger] section").first
    expect(box.locator("h2")).to_have_text(title)
    expect(box).to_contain_text(helps)
    expect(box.locator("h2 [lang=en], p > strong [lang=en], li [lang=en]")).to_have_count(0)
    expect(box).not_to_have_attribute("lang", "en")
    assert page.evaluate(RUN, [TAGS, CONTRAST]) == []


def test_where_it_leads_says_its_language(page: Page, address: str) -> None:
    page.goto(f"{address}{SEARCH}?q=tagu")
    link = page.locator("[data-danger] section a").last
    expect(link).to_contain_text("Darllen mwy:")
    expect(link.locator("[lang=en]")).to_have_text("When to get help, and how fast")
