"""A real Chromium, and the finished site on a web server of its own, under the strictest of policies."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from hosting import Host, Quiet


class _Twice(Quiet):
    """The site under a sub-path, as on a forge's pages, and at the root, where the 404 page looks."""

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.lstrip("/").removeprefix("site/"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    host = Host(site, _Twice)
    yield f"{host.address}site/"
    host.off()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.fail("no Chromium: install it (Debian: apt install chromium), or run python3 make.py test")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=quiet)
        yield started
        started.close()


@pytest.fixture
def outside() -> list[str]:
    """Addresses on other hosts that a page asked for."""
    return []


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console says: mistakes in scripts, refusals of the policy, files not there."""
    return []


@pytest.fixture
def context(
    browser: Browser, address: str, outside: list[str], complaints: list[str]
) -> Iterator[BrowserContext]:
    """A window of 1280 pixels; whatever leaves the site is stopped and written down."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(10_000)
    made.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    made.on("weberror", lambda error: complaints.append(str(error.error)))
    made.route(
        lambda url: not url.startswith(address.removesuffix("site/")),
        lambda route: (outside.append(route.request.url), route.abort()),
    )
    yield made
    made.close()
    assert not outside
    assert not complaints


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def uris(site: Path) -> list[str]:
    """Every page of the site in English. The one for a missing page looks for its style at the root."""
    found = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    english = [uri for uri in found if not re.match("[a-z]{2}/|s/", uri)]  # s/ leads on at once
    return ["../404.html" if uri == "404.html" else uri for uri in english]


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A window without JavaScript."""
    made = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    made.set_default_timeout(10_000)
    yield made.new_page()
    made.close()
