"""The site without the internet: from the zip, opened as files, and saved in the browser."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hosting import Host
from kinds import KINDS, SESSION, SETTINGS
from programme.assets import worker
from programme.hosting import POLICY
from programme.offline import WORKER, add_copies, copies
from programme.whole import Programme

POSTER = "posters/a-course-to-make-with-you.html"
HERE = "offline.html"
WHOLE = """() => getComputedStyle(document.querySelector(".skip")).position === "absolute"
    && document.documentElement.dataset.script === "on"
    && [...document.images].every((one) => one.loading === "lazy" || (one.complete && one.naturalWidth > 0))
"""
"""A page has its style, its script and its pictures."""
MISSING = """async (all) => (await Promise.all(all.map(async (one) =>
    (await fetch(one).catch(() => ({}))).ok ? "" : one))).filter(Boolean)"""
KEPT = "async () => (await caches.keys()).length"


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A browser with voices."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(10_000)
    made.add_init_script(path=Path(__file__).parent / "voices.js")
    yield made
    made.close()


@pytest.fixture
def own(site: Path, tmp_path: Path) -> Path:
    """A copy of the finished site, two folders deep on its host, for a test to change."""
    return Path(shutil.copytree(site, tmp_path / "host" / "ms" / "course"))


@pytest.fixture
def host(own: Path) -> Iterator[Host]:
    made = Host(own.parent.parent)
    yield made
    made.off()


@pytest.fixture
def at(host: Host) -> str:
    return f"{host.address}ms/course/"


@pytest.fixture
def publish(own: Path, programme: Programme, root: Path) -> Callable[[], None]:
    """Make the worker anew, as the build does after a change."""
    return lambda: add_copies(own, copies(programme), worker(root / "hooks/theme"))


@pytest.fixture
def unzipped(site: Path, tmp_path: Path) -> Path:
    """The one folder of the zip, taken out."""
    (archive,) = site.glob("*.zip")
    with ZipFile(archive) as opened:
        opened.extractall(tmp_path)
    return tmp_path / archive.stem


def tour(page: Page, at: str) -> None:
    """What a reader does, each thing once."""
    page.goto(at + "index.html")
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("searchbox").fill("fatigue")
    page.get_by_role("searchbox").press("Enter")
    page.locator("[data-results] a").first.click()
    expect(page.locator("h1")).to_contain_text(re.compile("fatigue", re.I))

    page.get_by_role("link", name="Reading settings").first.click()
    page.get_by_role("radio", name="Dark").check()
    page.goto(at + SESSION)
    assert page.evaluate("document.documentElement.dataset.colours") == "dark"

    answer = page.locator("details.answer").first
    answer.locator("summary").click()
    expect(answer.locator("div")).to_be_visible()

    page.get_by_role("button", name="Listen to this page").click()
    expect(page.get_by_role("region", name="Listen")).to_be_visible()
    page.get_by_role("button", name="Sentence on").click()
    page.wait_for_function("window.speech.said.length > 0")

    page.goto(at + POSTER)
    assert page.evaluate(WHOLE)
    answered = page.evaluate("fetch(document.querySelector('.enlarge').href).then(() => true, () => false)")
    assert answered or at.startswith("file:")  # a page from a file may not fetch; the zip's own test has it


def each_kind_of_page(page: Page, at: str) -> None:
    for uri in KINDS:
        if not uri.startswith("../"):
            page.goto(at + uri)
            assert page.locator("h1").count() == 1, uri
            assert page.evaluate(WHOLE), uri


def save(page: Page, at: str) -> None:
    page.goto(at + HERE)
    page.get_by_role("button", name="Save for offline").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Done", timeout=30_000)
    expect(page.get_by_role("status")).to_be_focused()  # the button has gone


def test_the_zip_works_from_a_folder(visitor: BrowserContext, unzipped: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    visitor.set_offline(True)
    visitor.on("request", lambda request: asked.append(request.url))
    visitor.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page, at = visitor.new_page(), unzipped.as_uri() + "/"
    each_kind_of_page(page, at)
    assert said == []
    tour(page, at)
    assert [url for url in asked if not url.startswith((at, "data:"))] == []
    page.goto(at + HERE)
    assert page.get_by_role("button", name="Save for offline").count() == 0
    assert page.get_by_role("link", name="Download").count() == 0


@pytest.mark.parametrize(
    ("day", "words"), [("2026-12-01", ""), ("2027-03-01", "3 months ago"), ("2030-01-01", "3 years ago")]
)
def test_a_copy_tells_its_edition_and_age(
    visitor: BrowserContext, unzipped: Path, day: str, words: str
) -> None:
    page = visitor.new_page()
    page.clock.set_fixed_time(day)
    page.goto((unzipped / SESSION).as_uri())
    note = page.get_by_role("complementary", name="About this copy")
    expect(note).to_contain_text("edition 2026.1, of 2")
    assert ("made" in note.inner_text(), words in note.inner_text()) == (bool(words), True)


def test_nothing_is_kept_before_the_reader_asks(visitor: BrowserContext, at: str) -> None:
    page = visitor.new_page()
    for uri in ("index.html", HERE, SESSION):
        page.goto(at + uri)
        expect(page.get_by_role("complementary", name="About this copy")).to_be_hidden()
    assert page.evaluate(KEPT) == 0
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_saved_site_works_when_the_host_is_gone(
    visitor: BrowserContext, host: Host, at: str, own: Path, programme: Programme
) -> None:
    page = visitor.new_page()
    save(page, at)
    host.off()
    missing = page.evaluate(MISSING, [at + uri for uri in copies(programme).files(own)])
    assert missing == []
    kept = page.evaluate("fetch(location.href).then((page) => page.headers.get('Content-Security-Policy'))")
    assert kept == POLICY
    each_kind_of_page(page, at)
    tour(page, at)
    for uri in ("", "course/", SESSION.removesuffix(".html"), "search.html?q=fatigue"):
        page.goto(at + uri)
        assert page.evaluate(WHOLE), uri
        expect(page.get_by_role("complementary", name="About this copy")).to_be_visible()
    page.goto(at + "course/no-such-page.html")
    expect(page.get_by_role("heading", name="What is not in a copy")).to_be_in_viewport()


def test_saved_site_can_be_removed(visitor: BrowserContext, host: Host, at: str) -> None:
    page = visitor.new_page()
    save(page, at)
    assert page.evaluate(KEPT) == 1
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("is saved in this browser")
    page.get_by_role("button", name="Remove the saved copy").click()
    expect(page.get_by_role("status")).to_contain_text("removed")
    expect(page.get_by_role("button", name="Save for offline")).to_be_visible()
    assert page.evaluate(KEPT) == 0
    page.goto(at + SESSION)
    expect(page.get_by_role("complementary", name="About this copy")).to_be_hidden()


def test_a_save_that_fails_keeps_nothing(visitor: BrowserContext, own: Path, at: str) -> None:
    (own / SESSION).write_text("cut short")
    page = visitor.new_page()
    page.goto(at + HERE)
    page.get_by_role("button", name="Save for offline").click()
    expect(page.get_by_role("status")).to_contain_text("nothing new was saved", timeout=20_000)
    assert page.evaluate(KEPT) == 0
    expect(page.get_by_role("button", name="Remove the saved copy")).to_be_hidden()


def test_a_device_without_space_says_so(visitor: BrowserContext, at: str) -> None:
    page = visitor.new_page()
    page.goto(at + HERE)
    origin = page.evaluate("location.origin")
    devtools = visitor.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 300_000})
    page.get_by_role("button", name="Save for offline").click()
    expect(page.get_by_role("status")).to_contain_text("not enough free space", timeout=20_000)
    assert page.evaluate(KEPT) == 0


def test_without_storage_there_is_no_button(visitor: BrowserContext, at: str) -> None:
    page = visitor.new_page()
    page.add_init_script("caches.keys = () => Promise.reject(new DOMException('', 'SecurityError'))")
    page.goto(at + HERE)
    page.wait_for_load_state("networkidle")
    assert page.get_by_role("button", name="Save for offline").count() == 0
    expect(page.get_by_text("If you see no button")).to_be_visible()


def test_an_update_is_all_or_nothing(
    visitor: BrowserContext, own: Path, at: str, publish: Callable[[], None]
) -> None:
    page = visitor.new_page()
    save(page, at)
    for uri in (SESSION, SETTINGS):
        text = (own / uri).read_text(encoding="utf-8")
        (own / uri).write_text(text.replace("<h1", "<h1 data-new", 1), encoding="utf-8")
    publish()
    whole = (own / SETTINGS).read_bytes()
    (own / SETTINGS).unlink()  # one file of the new edition does not arrive
    assert page.evaluate(UPDATE) == "redundant"
    assert page.evaluate(KEPT) == 1
    for uri in (SESSION, SETTINGS):
        page.goto(at + uri)
        assert page.locator("h1[data-new]").count() == 0, uri

    (own / SETTINGS).write_bytes(whole)
    assert page.evaluate(UPDATE) == "installed"
    page.goto(at + SESSION)
    assert page.locator("h1[data-new]").count() == 0  # nobody is forced
    page.get_by_role("button", name="Show it now").click()
    expect(page.locator("h1[data-new]")).to_be_visible()
    page.goto(at + SETTINGS)
    expect(page.locator("h1[data-new]")).to_be_visible()
    assert page.evaluate(KEPT) == 1


UPDATE = """async () => {
    const saved = await navigator.serviceWorker.ready;
    const found = new Promise((resolve) => saved.addEventListener("updatefound", resolve));
    saved.update().catch(() => {});
    await found;
    const coming = saved.installing;
    while (coming.state === "installing") await new Promise((resolve) => setTimeout(resolve, 50));
    return coming.state;
}"""
"""Look for a newer edition, and say what became of it."""


def test_another_site_of_the_host_is_left_alone(visitor: BrowserContext, own: Path, at: str) -> None:
    other = Path(shutil.copytree(own, own.parent.parent / "other"))
    page = visitor.new_page()
    save(page, at)
    there = at.replace("/ms/course/", f"/{other.name}/")
    save(page, there)
    assert page.evaluate(KEPT) == 2
    page.get_by_role("button", name="Remove the saved copy").click()
    expect(page.get_by_role("status")).to_contain_text("removed")
    assert page.evaluate(KEPT) == 1
    page.goto(at + SESSION)
    expect(page.get_by_role("complementary", name="About this copy")).to_be_visible()


def test_browser_finds_it_fit_to_install(page: Page, address: str) -> None:
    page.goto(address + "index.html")
    devtools = page.context.new_cdp_session(page)
    found = devtools.send("Page.getAppManifest")
    assert found["url"] == address + "manifest.webmanifest"
    assert found["errors"] == []
    wrong = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in wrong] == ["in-incognito"]  # the windows of tests are private


def test_worker_is_not_larger_than_it_must_be(site: Path) -> None:
    assert (site / WORKER).stat().st_size < 40_000
