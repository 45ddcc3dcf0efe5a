"""The copies of the finished site: one zip that differs from it in nothing but what a copy must, and the list
of the worker. In a browser they are tried in browser/test_without_internet.py."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urldefrag
from zipfile import ZipFile

import pytest
from PIL import Image

from programme.offline import WORKER, Copies, add_copies, copies
from programme.offline.worker import shown_size, worker
from programme.offline.zipped import HOW_TO, page_of_copy, zipped
from programme.whole import Programme

POSTER = "posters/one/poster.pdf"
OF = Copies("course-1", "1", date(2026, 11, 21), frozenset({POSTER}))
WHOLE = Copies("course-1", "1", date(2026, 11, 21))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of a few files, written in an order that is not theirs."""
    for uri, text in {
        "posters/one.html": f'<a href="{POSTER.removeprefix("posters/")}">Open</a>',
        POSTER: "%PDF-",
        "index.html": '<aside class="copy" data-copy="2026-11-21" hidden><!--online-->here<!--/online-->',
        "404.html": "",
        "sitemap.xml": "",
        "other.zip": "",
        WORKER: "",
    }.items():
        (tmp_path / uri).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / uri).write_text(text)
    return tmp_path


@pytest.fixture(scope="module")
def archive(programme: Programme, site: Path) -> Iterator[ZipFile]:
    """The zip of the real site, checked."""
    (name,) = copies(programme).zips
    with ZipFile(site / name) as opened:
        assert opened.testzip() is None
        yield opened


def inside(archive: ZipFile) -> dict[str, bytes]:
    """What is in the one folder of a zip."""
    (folder,) = {name.split("/")[0] for name in archive.namelist()}
    return {name.removeprefix(f"{folder}/"): archive.read(name) for name in archive.namelist()}


class Links(HTMLParser):
    """Every address that a page leads to or shows, and every place in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.to: set[str] = set()
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.to |= {value for name, value in attrs if name in ("href", "src", "data-index") and value}
        self.ids |= {value for name, value in attrs if name == "id" and value}


def test_the_same_files_give_the_same_bytes(small: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    for file in sorted(small.rglob("*"), reverse=True):
        if file.is_file():
            (other / file.relative_to(small)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, other / file.relative_to(small))  # other times, another order
            (other / file.relative_to(small)).chmod(0o600)
    assert zipped(small, OF, OF.apart) == zipped(other, OF, OF.apart)
    assert worker(small, OF, "") == worker(other, OF, "")


def test_two_builds_give_the_same_zip_and_worker(root: Path, site: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "mkdocs", "-q", "build", "-d", str(again)]
    subprocess.run(command, cwd=root, env=quiet, check=True)
    for file in (*site.glob("*.zip"), site / WORKER):
        assert (again / file.name).read_bytes() == file.read_bytes(), file.name


def test_what_only_a_server_needs_is_left_out(small: Path) -> None:
    assert list(OF.files(small)) == ["index.html", POSTER, "posters/one.html"]


def test_a_copy_says_so_and_offers_nothing_that_it_cannot_do() -> None:
    page = '<head><!--online-->\n<link>\n<!--/online-->\n</head><aside class="copy" data-copy="1" hidden>'
    assert page_of_copy("a.html", page, frozenset()) == '<head></head><aside class="copy" data-copy="1">'


def test_links_to_what_is_left_out_lead_to_an_explanation(small: Path) -> None:
    add_copies(small, OF, "")
    with ZipFile(small / "course-1.zip") as opened:
        files = inside(opened)
    assert POSTER not in files
    assert files["posters/one.html"] == b'<a href="../offline.html#not-in-the-copy">Open</a>'
    with ZipFile(small / "course-1-with-all-files.zip") as opened:
        assert inside(opened)[POSTER] == b"%PDF-"


def test_links_to_packs_lead_to_the_explanation_in_every_zip(small: Path) -> None:
    """A zip holds no other zip: people would have to unpack twice."""
    (small / "lead.html").write_text('<a href="lead-pack.zip">Pack</a> <a href="index.html">Home</a>')
    (small / "lead-pack.zip").write_text("")
    add_copies(small, replace(OF, apart=OF.apart | {"lead-pack.zip"}), "")
    for name in ("course-1.zip", "course-1-with-all-files.zip"):
        with ZipFile(small / name) as opened:
            page = inside(opened)["lead.html"]
        assert page == b'<a href="offline.html#not-in-the-copy">Pack</a> <a href="index.html">Home</a>', name


def test_worker_lists_posters_apart(small: Path) -> None:
    add_copies(small, OF, "code")
    listed = json.loads((small / WORKER).read_text().split("=", 1)[1].removesuffix(";\ncode\n"))
    assert list(listed["extra"]) == [POSTER]
    assert list(listed["files"]) == ["index.html", "posters/one.html"]
    content = (small / "index.html").read_bytes()
    assert hashlib.sha256(content).hexdigest().startswith(listed["files"]["index.html"])


def test_any_change_makes_another_build(small: Path) -> None:
    made = [worker(small, WHOLE, "")]
    (small / "posters/one.html").write_text("changed")
    made += [worker(small, WHOLE, ""), worker(small, WHOLE, "other code")]
    builds = [re.search(rb'"build":"(\w+)"', one) for one in made]
    assert len({found[1] for found in builds if found}) == 3


@pytest.mark.parametrize(("size", "words"), [(0, "0.1 MB"), (700_000, "0.7 MB"), (700_001, "0.8 MB")])
def test_sizes_are_never_told_smaller_than_they_are(size: int, words: str) -> None:
    assert shown_size(size) == words


def test_every_file_of_the_real_site_is_in_its_zip(
    programme: Programme, site: Path, archive: ZipFile
) -> None:
    files = inside(archive)
    assert files.keys() - {HOW_TO} == set(copies(programme).files(site))
    same = [uri for uri in files if uri != HOW_TO and not uri.endswith(".html")]
    assert all(files[uri] == (site / uri).read_bytes() for uri in same)
    pages = [content for uri, content in files.items() if uri.endswith(".html")]
    assert not [page for page in pages if b"<!--online" in page or b'rel="manifest"' in page]


def test_every_page_of_the_real_copy_says_its_edition(programme: Programme, archive: ZipFile) -> None:
    course = programme.course.value
    for uri, content in inside(archive).items():
        if uri.endswith(".html") and b'http-equiv="refresh"' not in content:
            note = re.search(r'<aside class="copy"[^>]*>\s*<p>([^<]*)', content.decode())
            assert note, uri
            assert "hidden" not in note[0], uri
            said = "argraffiad {}, {} " if uri.startswith("cy/") else "edition {}, of {} "
            assert said.format(course.edition, course.edition_date.day) in note[1], uri


def test_every_link_of_the_real_copy_leads_somewhere(archive: ZipFile) -> None:
    files = inside(archive)
    pages = {uri: Links(content.decode()) for uri, content in files.items() if uri.endswith(".html")}
    for uri, page in pages.items():
        for address in page.to:
            if re.match(r"[a-z]+:", address):
                continue
            path, place = urldefrag(address.split("?")[0])
            target = (Path("/") / uri).parent / unquote(path) if path else Path("/") / uri
            there = target.resolve().as_posix().lstrip("/")
            assert there in files, f"{uri} leads to {address}"
            assert not place or there not in pages or place in pages[there].ids, f"{uri} leads to {address}"


def test_sizes_on_the_page_are_the_real_ones(programme: Programme, site: Path) -> None:
    of = copies(programme)
    (name,) = of.zips
    text = (site / "offline.html").read_text(encoding="utf-8")
    assert f"(zip, {shown_size((site / name).stat().st_size)})" in text
    assert f"({shown_size(sum((site / uri).stat().st_size for uri in of.files(site)))})" in text
    assert "@" not in text


def test_small_without_posters(site: Path, archive: ZipFile) -> None:
    assert Path(str(archive.filename)).stat().st_size < 3_000_000


def test_manifest_and_icons(site: Path, root: Path) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["start_url"], manifest["scope"]) == ("./index.html", "./")
    assert "maskable" in [icon.get("purpose") for icon in manifest["icons"]]
    for icon in manifest["icons"]:
        picture = Image.open(BytesIO((site / icon["src"]).read_bytes()))
        assert icon["sizes"] == f"{picture.width}x{picture.height}"
    assert manifest["theme_color"] in (root / "hooks/theme/assets/mark.svg").read_text()


def test_nothing_superfluous_is_in_the_site(site: Path) -> None:
    """No source maps, no other languages of a search, no script or style that nothing asks for."""
    text = "".join(file.read_text(encoding="utf-8") for file in site.rglob("*.html"))
    assert not list(site.rglob("*.map"))
    assert not (site / "sitemap.xml").exists()  # the shared site has no address
    for file in [*site.rglob("*.js"), *site.rglob("*.css")]:
        assert file.name == WORKER or file.name in text, file
