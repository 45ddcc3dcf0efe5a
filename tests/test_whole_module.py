"""A whole module on one page, to print: everything in order, and every link and id in its place."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown

from programme import addresses as at
from programme import nav
from programme.pages import pages
from programme.parts import SLASHES
from programme.whole import ModulePart, Programme

MODULES = (
    "navigating-the-nhs",
    "understanding-your-ms-service",
    "self-monitoring",
    "self-management",
    "helping-to-shape-services",
)


class Main(HTMLParser):
    """The text of a page: its ids, headings, and links with their words."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.levels: list[int] = []
        self.links: list[str] = []
        self.words = ""
        text = file.read_text(encoding="utf-8")
        self.feed(
            re.sub(r"<nav.*?</nav>", "", text[text.index("<main") : text.index("</main>")], flags=re.DOTALL)
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.ids += filter(None, [known.get("id")])
        self.links += filter(None, [known.get("href") if tag == "a" else None])
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []

    def handle_data(self, data: str) -> None:
        self.words += re.sub(r"\s+", " ", data)


@pytest.fixture(params=MODULES)
def module(request: pytest.FixtureRequest, programme: Programme) -> ModulePart:
    return next(one for one in programme.modules if one.id == request.param)


@pytest.fixture
def main(module: ModulePart, site: Path) -> Main:
    return Main(site / at.whole_module(module.id).replace(".md", ".html"))


def test_all_modules_are_tested(programme: Programme) -> None:
    assert tuple(one.id for one in programme.modules) == MODULES


def test_ids_are_unique_and_links_arrive(main: Main) -> None:
    assert [one for one, count in Counter(main.ids).items() if count > 1] == []
    inside = [link.removeprefix("#") for link in main.links if link.startswith("#")]
    assert inside
    assert set(inside) <= set(main.ids)


def test_headings_are_in_order(main: Main, module: ModulePart) -> None:
    assert main.levels[0] == 1
    assert main.levels.count(1) == 1
    steps = zip(main.levels, main.levels[1:], strict=False)
    assert [(above, below) for above, below in steps if below > above + 1] == []


def test_links_between_its_sessions_stay_inside(main: Main, module: ModulePart) -> None:
    own = {f"{session.id}.html" for session in module.sessions}
    assert [link for link in main.links if link.split("#")[0] in own] == []


def test_it_begins_with_a_list_of_its_sessions(main: Main, module: ModulePart) -> None:
    listed = [link.removeprefix("#") for link in main.links if link.removeprefix("#") in main.ids]
    assert listed[: len(module.sessions)] == [session.id for session in module.sessions]
    places = [main.ids.index(session.id) for session in module.sessions]
    assert places == sorted(places)


def test_sources_are_numbered_once(main: Main) -> None:
    listed = [one for one in main.ids if re.fullmatch(r"source-\d+", one)]
    assert listed == [f"source-{number}" for number in range(1, len(listed) + 1)]
    assert {f"#{one}" for one in listed} == {link for link in main.links if link.startswith("#source-")}


def test_all_that_readers_see_of_a_session_is_there(main: Main, module: ModulePart, site: Path) -> None:
    """Paragraph by paragraph, but for numbers of sources, which differ."""

    def words(text: str) -> str:
        return re.sub(r"[\W\d]", "", text)

    whole = words(main.words)
    for session in module.sessions:
        own = Main(site / session.body.uri.replace(".md", ".html")).words
        text = own[own.index("What you can do after this session") : own.rindex("Key points")]
        for sentence in re.split(r"(?<=[.?:]) ", text):
            assert words(sentence) in whole, sentence
        for note in (block for block in session.body.blocks if block.name == "facilitator"):
            assert words(note.title) not in whole


def test_it_is_linked_but_not_in_the_menu_or_the_search(
    programme: Programme, module: ModulePart, site: Path
) -> None:
    uri = at.whole_module(module.id)
    assert uri not in str(nav.course(programme))
    page = next(one for one in pages(programme) if one.uri == uri)
    assert page.meta["search"] == {"exclude": True}
    assert "print.html" in Main(site / at.module(module.id).replace(".md", ".html")).links


TWO_PARTS = f"""
# Both

{SLASHES} part | one

# One
## Same {"{ #same }"}
### More
[here](#same) [below](#more) [there](two.md#more) [all of it](two.md) [elsewhere](three.md#more)
[source](#source-1) [outside](https://example.org/two.md)

//// help | When

#### Now
////

{SLASHES}

{SLASHES} part | two

# Two
## Same
## More
## More

`[code](two.md)`

{SLASHES}
"""


def test_parts() -> None:
    """Ids are those of the page of its own, with the name of the part before them."""
    made = Markdown(extensions=["attr_list", "toc", "programme.blocks"]).convert(TWO_PARTS)
    assert re.findall(r'<(h\d) id="(.*?)"', made) == [
        ("h1", "both"),
        ("h2", "one-one"),
        ("h3", "one-same"),
        ("h4", "one-more"),
        ("h4", "one-when"),
        ("h5", "one-now"),
        ("h2", "two-two"),
        ("h3", "two-same"),
        ("h3", "two-more"),
        ("h3", "two-more_1"),
    ]
    assert re.findall(r'href="(.*?)"', made) == [
        "#one-same",
        "#one-more",
        "#two-more",
        "#two",
        "three.md#more",
        "#source-1",
        "https://example.org/two.md",
    ]
    assert "<code>[code](two.md)</code>" in made
