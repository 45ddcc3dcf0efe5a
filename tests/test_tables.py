"""Plain tables stand in a named part that scrolls; those with a class are left as they are."""

from markup import tree

TABLE = "| a | b |\n| - | - |\n| 1 | 2 |\n"


def names(text: str) -> list[str]:
    return [part.attrs["aria-label"] for part in tree(text).all("div", class_="scroll", role="region")]


def test_named_by_the_heading_above() -> None:
    assert names(f"## Keys of `x`\n\n{TABLE}\n## More & more\n\n{TABLE}") == [
        "Table: Keys of x",
        "Table: More & more",
    ]


def test_two_under_one_heading_have_two_names() -> None:
    assert names(f"## Keys\n\n{TABLE}\ntext\n\n{TABLE}") == ["Table: Keys", "Table: Keys (2)"]


def test_by_keyboard_and_in_place() -> None:
    page = tree(f"first\n\n{TABLE}\nlast")
    assert [one.tag for one in page.inside] == ["p", "div", "p"]
    assert page.inside[1].attrs["tabindex"] == "0"
    assert [one.tag for one in page.inside[1].inside] == ["table"]


def test_a_table_with_a_class_stays() -> None:
    assert names('<table class="plain-table" markdown="1"><tr><td>1</td></tr></table>') == []
