"""What `programme hosting` writes does what it says: on nginx and on Apache, at a root and in a sub-path."""

import re
import shutil
import tempfile
import urllib.error
import urllib.request
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from example_centres import built, with_centre
from programme.hosting import ASK_AGAIN, FOR_EVER, HASHED, HEADERS, TYPES, Place, place, server_files
from web_servers import Server, start

PLACES = {"root": "", "sub-path": "https://ms.example.org/our/course/"}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same site, once for each place: its page for a wrong address links from the root of the host."""
    made = {}
    for name, address in PLACES.items():
        folder = with_centre(tmp_path_factory.mktemp(name) / "repository", "moorside")
        made[name] = built(folder, PROGRAMME_ADDRESS=address)
    return made


@pytest.fixture(scope="module", params=["nginx", "apache2"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=list(PLACES))
def server(request: pytest.FixtureRequest, kind: str, sites: dict[str, Path]) -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="hosting-"))  # pytest's own folders are closed to other users
    folder.chmod(0o755)
    started = start(kind, sites[request.param], place(PLACES[request.param]), folder)
    yield started
    started.stop()
    shutil.rmtree(folder)


def ask(address: str) -> tuple[int, Message, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_every_file_comes_with_its_type_and_all_headers(server: Server, sites: dict[str, Path]) -> None:
    site = sites["root"]
    for file in site.rglob("*"):
        if file.is_file():
            uri = file.relative_to(site).as_posix()
            status, headers, _ = ask(server.address + uri)
            assert status == 200, uri
            assert headers.get_content_type() == TYPES[file.suffix[1:]], uri
            assert {name: headers.get_all(name) for name in HEADERS} == {
                name: [value] for name, value in HEADERS.items()
            }, uri
            kept = FOR_EVER if re.search(HASHED, uri) else ASK_AGAIN
            assert headers.get_all("Cache-Control") == [kept], uri
            if file.suffix in (".html", ".js", ".css", ".webmanifest", ".csv"):
                assert headers.get_content_charset() == "utf-8", uri


def test_a_wrong_address_shows_our_page(server: Server, browser: Browser) -> None:
    for wrong in ("nothing.html", "assets/site.00000000.css", "course/a/b/c/"):
        status, headers, body = ask(server.address + wrong)
        assert status == 404, wrong
        assert b"We cannot find this page" in body, wrong
        assert {name: headers[name] for name in HEADERS} == HEADERS, wrong
        assert headers.get_all("Cache-Control") == [ASK_AGAIN], wrong
    page = browser.new_page()
    page.goto(f"{server.address}course/a/b/c/nothing.html")
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != "", "its styles are found"
    page.get_by_role("main").get_by_role("link", name="Go to the home page").click()
    expect(page).to_have_url(f"{server.address}index.html")
    page.close()


def test_folders_lead_to_their_first_page(server: Server) -> None:
    for uri in ("", "course/", "course"):
        status, _, body = ask(server.address + uri)
        assert status == 200, uri
        assert b"</html>" in body, uri


def test_the_browser_objects_to_nothing(server: Server, browser: Browser) -> None:
    context = browser.new_context()
    said: list[str] = []
    context.on("console", lambda one: said.append(one.text) if one.type in ("error", "warning") else None)
    context.on("weberror", lambda one: said.append(str(one.error)))
    page = context.new_page()
    for uri in ("index.html", "posters/index.html", "offline.html", "reading-settings.html"):
        page.goto(server.address + uri)
        page.wait_for_load_state("networkidle")
    page.goto(f"{server.address}search.html?q=fatigue")
    expect(page.locator(".results a").first).to_be_visible()
    context.close()
    assert said == []


def test_settings_for_iis_are_xml_with_each_header_and_type() -> None:
    config = etree.fromstring(server_files(Place("/course/"))["web.config"].encode())
    added = {one.get("name"): one.get("value") for one in config.iter("add") if one.get("name")}
    assert added == {**HEADERS, "Cache-Control": ASK_AGAIN}
    assert {str(one.get("fileExtension"))[1:] for one in config.iter("mimeMap")} == set(TYPES)
    assert [one.get("path") for one in config.iter("error")] == ["/course/404.html"]


def test_settings_for_static_hosts_keep_to_their_limit() -> None:
    lines = server_files(Place())["_headers"].splitlines()
    assert max(map(len, lines)) <= 2000, "Cloudflare Pages reads no longer lines"
    assert [line.strip() for line in lines if line.startswith("  ")] == [
        f"{name}: {value}" for name, value in HEADERS.items()
    ]


def test_every_kind_of_file_of_the_site_has_a_type(site: Path) -> None:
    kinds = {file.suffix[1:] for file in site.rglob("*") if file.is_file()}
    assert kinds <= {*TYPES, "gz"}


@pytest.mark.parametrize(
    "address", ["https://a.example/a b/", 'https://a.example/"{x}/', "https://a.example/ä/"]
)
def test_a_path_that_servers_read_differently_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="signs in it"):
        place(address)


def test_the_place_of_an_address() -> None:
    assert place("").folder == place("https://a.example").folder == place("https://a.example/").folder == "/"
    assert place("https://a.example/b").folder == place("https://a.example/b/").folder == "/b/"
