"""Every word of a page is in the language that the page says (WCAG 2.2, 3.1.1 and 3.1.2), on every page.

The language for tests has its own letters. So Latin letters in a part that says it is in that language are
English words that were forgotten, and its letters in an English part are words in the wrong place.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from example_centres import built, with_centre
from language_of_parts import said
from pseudo_language import CODE, translate

LATIN, OWN = re.compile(r"[A-Za-z]{2,}"), re.compile(r"[؀-ۿ]")
NAMES = re.compile(
    r"https?://\S+|[\w.]+@[\w.]+|\{\w+\}|\b[kM]B\b|\bzip\b|check --publish|Sam Example|Ceri Made-Up"
    r"|Sea View (?:MS service|University Health Board|Hospital, 1 Harbour Road, Anytown, AB1 2DE)"
)
"""Names, addresses, places that scripts fill in, units: the same in every language."""
RUNS = re.compile("Autumn group|Online evening group|Spring group, for people new to MS")
"""Names of groups: in the head of a page no part of a text can have a language of its own."""


def wrong(site: Path) -> dict[str, list[str]]:
    """What stands in a part that says another language, and the pages where it does."""
    found = defaultdict(list)
    for file in [*sorted((site / CODE).rglob("*.html")), site / "404.html"]:
        for words in _wrong_on(file.read_text(encoding="utf-8")):
            found[words].append(file.relative_to(site).as_posix())
    return found


def _wrong_on(html: str) -> Iterator[str]:
    for one in said(html):
        text = NAMES.sub("", RUNS.sub("", one.text) if "head." in one.inside else one.text)
        if (LATIN if one.language == CODE else OWN).search(text):
            yield f"{one.text[:100]} ({one.language}, {' '.join(one.inside[-3:])})"


def test_every_word_of_the_shared_site(right_to_left: Path) -> None:
    assert wrong(right_to_left) == {}
    pages = {file.relative_to(right_to_left / CODE) for file in (right_to_left / CODE).rglob("*.html")}
    assert len(pages) > 150


def test_every_word_of_a_centre_that_has_its_facts_in_english(tmp_path: Path) -> None:
    folder = with_centre(tmp_path / "fork", "sea-view")
    facts = folder / "centre/centre.yml"
    facts.write_text(facts.read_text(encoding="utf-8") + f"site_languages: [{CODE}]\n", encoding="utf-8")
    words = "Ask at the desk.\n\n- One.\n- Two. [@nice-ng220]\n\n/// keypoint\n\nWe are here.\n\n///\n"
    (folder / "centre/local").mkdir(exist_ok=True)
    (folder / "centre/local/relapse-advice-here.md").write_text(words, encoding="utf-8")
    translate(folder, ("centre/centre.yml", "centre/dates.yml", "centre/local/relapse-advice-here.md"))
    site = built(folder)
    assert wrong(site) == {}
    dates = (site / CODE / "dates.html").read_text(encoding="utf-8")
    assert '<span lang="en" dir="ltr">We have large print, and money for travel.</span>' in dates


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<html lang="ar"><p>بحث<b>here</b></p></html>', ["here"]),
        ('<html lang="ar"><p lang="en">here <b lang="ar">بحث</b></p></html>', []),
        ('<html lang="ar"><img alt="a hill"><code>here</code></html>', ["a hill"]),
        ('<html lang="ar"><main lang="en"><h2>بحث</h2></main></html>', ["بحث"]),
    ],
)
def test_what_is_forgotten_is_found(html: str, words: list[str]) -> None:
    assert [one.split(" (")[0] for one in _wrong_on(html)] == words
