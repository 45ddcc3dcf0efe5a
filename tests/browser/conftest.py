"""A real Chromium, and the finished site on a web server of its own."""

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, under a sub-path as on a forge's pages."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
    server.shutdown()
    server.server_close()


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
def context(browser: Browser, address: str, outside: list[str]) -> Iterator[BrowserContext]:
    """A window of 1280 pixels; whatever leaves the site is stopped and written down."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(10_000)
    made.route(
        lambda url: not url.startswith(address),
        lambda route: (outside.append(route.request.url), route.abort()),
    )
    yield made
    made.close()
    assert not outside


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A window without JavaScript."""
    made = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    made.set_default_timeout(10_000)
    yield made.new_page()
    made.close()
