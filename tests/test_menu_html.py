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


@pytest.mark.parametrize("base", [".", "..", "../.."])
def test_closed_groups_are_one_link(base: str) -> None:
    assert links(MENU.html("index.html", base)) == [
        (f"{base}/index.html", "Home"),
        (f"{base}/course/index.html", "All of it"),
        (f"{base}/course/one/index.html", "Module &lt;1&gt;"),
        (f"{base}/course/two/index.html", "Module 2"),
        (f"{base}/lead/a.html", "Sheets"),
    ]


def test_the_group_of_the_page_is_open() -> None:
    shown = [address for address, _ in links(MENU.html("course/one/a.html", "../.."))]
    assert "../../course/one/a.html" in shown
    assert "../../course/two/b.html" not in shown


def test_a_group_without_a_page_of_its_own_keeps_its_first_page() -> None:
    assert [title for _, title in links(MENU.html("lead/a.html", ".."))][-3:] == [
        "Sheets",
        "Sheet A",
        "Sheet B",
    ]


@pytest.mark.parametrize("url", ["index.html", "course/index.html", "course/one/index.html", "lead/a.html"])
def test_one_page_is_current(url: str) -> None:
    current = re.findall(r'<a href="([^"]*)" aria-current="page">', MENU.html(url, "."))
    assert current == [f"./{url}"]


def test_a_page_outside_the_menu_has_no_current_page() -> None:
    assert "aria-current" not in MENU.html("posters/one.html", "..")
