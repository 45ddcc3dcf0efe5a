"""axe-core on every kind of page: WCAG 2.2 A and AA, its best practices, and text at 7:1 (AAA).

test_every_page.py has the same rules, but for contrast, on every page.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kinds import GALLERY, KINDS, SESSION, SETTINGS

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = {"color-contrast-enhanced": {"enabled": True}, "color-contrast": {"enabled": False}}
"""7:1 holds 4.5:1 in it."""
NO_CONTRAST = {"color-contrast": {"enabled": False}}
"""Half of the time goes to contrast, and no page has colours of its own: each kind of page is enough."""
RUN = """async ([tags, rules]) => (await axe.run(document, {
    runOnly: { type: "tag", values: tags }, rules, resultTypes: ["violations"],
})).violations.map(
    (found) => `${found.id}: ${found.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`
)"""

Found = dict[str, list[str]]


@pytest.fixture
def violations(page: Page, address: str, node: Path) -> Callable[..., list[str]]:
    """Opens a page, or takes the one that is open, and says what axe finds in it."""
    page.add_init_script(path=node / "axe-core/axe.min.js")

    def look(uri: str = "") -> list[str]:
        if uri:
            page.goto(address + uri)
        return list(page.evaluate(RUN, [TAGS, CONTRAST]))

    return look


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "dark")])
def test_each_kind_of_page(page: Page, violations: Callable[..., list[str]], width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found: Found = {uri: violations(uri) for uri in KINDS}
    assert {uri: some for uri, some in found.items() if some} == {}


def test_with_everything_open(page: Page, violations: Callable[..., list[str]], address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + SESSION)
    page.get_by_role("button", name="Menu").click()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert violations() == []


@pytest.mark.parametrize("chosen", [("Dark", "Twice as large"), ("Soft cream", "Plain view, without extras")])
def test_with_other_settings(
    page: Page, violations: Callable[..., list[str]], address: str, chosen: tuple[str, ...]
) -> None:
    page.goto(address + SETTINGS)
    for name in chosen:
        page.get_by_role("radio", name=name, exact=True).check()
    assert violations() == []
    for uri in ("index.html", SESSION, GALLERY):
        assert violations(uri) == []
