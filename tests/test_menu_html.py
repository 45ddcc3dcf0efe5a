"""The menu: every link right from any depth, one current page, only the open group opened."""

import re

import pytest

from programme.menu_html import Item, Menu

MENU = Menu(
    [
        Item("Home", "index.html"),
        Item(
            "Course",
            children=(
                Item("All of it", "course/index.html"),
                Item(
                    "Module <1>",
                    children=(Item("Module <1>", "course/one/index.html"), Item("A", "course/one/a.html")),
                ),
                Item(
                    "Module 2",
                    children=(Item("Module 2", "course/two/index.html"), Item("B", "course/two/b.html")),
                ),
            ),
        ),
        Item(
            "Lead",
            children=(
                Item("Sheets", children=(Item("Sheet A", "lead/a.html"), Item("Sheet B", "lead/b.html"))),
            ),
        ),
    ]
)


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', html)


@pytest.mark.parametrize(("base", "home"), [("/", "/index.html"), ("/ms/", "/ms/index.html")])
def test_the_page_for_a_missing_page_links_from_the_root(base: str, home: str) -> None:
    assert links(MENU.html("", base))[0] == (home, "Home")


@pytest.mark.parametrize(
    ("url", "base", "way"),
    [("index.html", ".", ""), ("posters/one.html", "..", "../"), ("a/b/c.html", "../..", "../../")],
)
def test_closed_groups_are_one_link(url: str, base: str, way: str) -> None:
    assert links(MENU.html(url, base)) == [
        (f"{way}index.html", "Home"),
        (f"{way}course/index.html", "Course"),
        (f"{way}lead/a.html", "Lead"),
    ]


def test_an_open_group_leads_to_its_own_page_and_keeps_what_is_in_it_closed() -> None:
    assert links(MENU.html("course/index.html", "..")) == [
        ("../index.html", "Home"),
        ("index.html", "Course"),
        ("one/index.html", "Module &lt;1&gt;"),
        ("two/index.html", "Module 2"),
        ("../lead/a.html", "Lead"),
    ]


def test_the_group_of_the_page_is_open() -> None:
    shown = [address for address, _ in links(MENU.html("course/one/a.html", "../.."))]
    assert "a.html" in shown
    assert "../two/index.html" in shown
    assert not [address for address in shown if address.endswith("b.html")]


def test_a_group_without_a_page_of_its_own_keeps_its_first_page() -> None:
    assert [title for _, title in links(MENU.html("lead/a.html", ".."))][-4:] == [
        "Lead",
        "Sheets",
        "Sheet A",
        "Sheet B",
    ]


@pytest.mark.parametrize("url", ["index.html", "course/index.html", "course/one/index.html", "lead/a.html"])
def test_one_page_is_current(url: str) -> None:
    base = "/".join([".."] * url.count("/")) or "."
    current = re.findall(r'<a href="([^"]*)" aria-current="page">', MENU.html(url, base))
    assert current == [url.rpartition("/")[2]]


def test_a_page_outside_the_menu_has_no_current_page() -> None:
    assert "aria-current" not in MENU.html("posters/one.html", "..")


def test_links_never_go_up_and_down_again_through_the_same_folder() -> None:
    """It is the same page, and each page of a language or a module carries its menu."""
    inside = links(MENU.html("course/one/a.html", "../.."))
    assert inside[:4] == [
        ("../../index.html", "Home"),
        ("../index.html", "Course"),
        ("index.html", "Module &lt;1&gt;"),
        ("a.html", "A"),
    ]
    assert ("../two/index.html", "Module 2") in inside
