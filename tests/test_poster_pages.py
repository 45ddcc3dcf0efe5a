"""The posters: gallery, filter pages, a page each, and their files."""

import json
import posixpath
import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from markup import Element, tree
from programme import addresses, structured
from programme.checks.addresses import one_source_each
from programme.files import files
from programme.media import THUMBNAIL_HEIGHT, THUMBNAIL_WIDTH, thumbnail, thumbnail_size
from programme.model.poster import Poster
from programme.pages import plan as plan_pages
from programme.pages import posters as poster_pages
from programme.plain import href, plain, prose
from programme.poster_citing import as_bibtex, as_text
from programme.shelves import shelves
from programme.whole import PosterPart, Programme

NASTY = [
    "<script>alert(1)</script>",
    "A *bold* & _brave_ `code` [link](x.md) {: .x }",
    "# Not a heading",
    "1. Not a list",
    "- Not a list",
    "[@no-such-source] {{ centre.name }}",
    "/// help",
    r"Back\slash \* &lt;",
    "<!-- and -->",
]


@pytest.fixture(scope="module")
def pages(programme: Programme) -> dict[str, Element]:
    return {page.uri: tree(page.text) for page in poster_pages.pages(programme)}


@pytest.fixture(scope="module")
def hosted(programme: Programme) -> PosterPart:
    return next(one for one in programme.posters if one.file)


def with_poster(programme: Programme, **changes: object) -> tuple[Programme, PosterPart]:
    """The programme with nothing but its first poster, changed."""
    part = next(one for one in programme.posters if not one.file)
    source = replace(part.source, value=part.source.value.model_copy(update=changes))
    changed = replace(part, source=source)
    return replace(programme, posters=(changed,)), changed


def cards(page: Element) -> list[str]:
    """Ids of the posters listed on a page, in order."""
    return [
        card.all("a")[0].attrs["href"].split("/")[-1].removesuffix(".md")
        for card in page.all("li", class_="card")
    ]


def test_pages_are_those_that_addresses_names(programme: Programme, pages: dict[str, Element]) -> None:
    named = {uri for uri, _ in addresses.all_pages(programme) if uri.startswith("posters/")}
    assert set(pages) == named
    assert len(list(poster_pages.pages(programme))) == len(named), "no page is made twice"


def test_gallery_lists_each_poster_once(programme: Programme, pages: dict[str, Element]) -> None:
    listed = cards(pages["posters/index.md"])
    assert sorted(listed) == sorted(part.id for part in programme.posters)
    titles = [one.title for one in programme.workstreams.value.root]
    groups = [one.text for one in pages["posters/index.md"].all("h2") if one.text in titles]
    assert groups == [one for one in titles if one in groups], "in the plan's order"


def test_gallery_is_truthful(programme: Programme, pages: dict[str, Element]) -> None:
    text = pages["posters/index.md"].text
    assert f"{len(programme.posters)} records" in text
    assert "Most are projects" in text
    assert "not posters from the programme's own meetings" in text


def test_every_poster_is_in_exactly_its_filter_pages(programme: Programme, pages: dict[str, Element]) -> None:
    for part in programme.posters:
        wanted = {addresses.poster_filter(*key) for key in addresses.filters(part.source.value)}
        found = {uri for uri, page in pages.items() if "/by-" in uri and part.id in cards(page)}
        assert found == wanted


def test_filters_work_as_links_and_can_be_read(programme: Programme, pages: dict[str, Element]) -> None:
    filters = pages["posters/index.md"].all("div", class_="filters")[0]
    links = {link.attrs["href"]: link.text for link in filters.all("a")}
    assert {posixpath.join("posters", link) for link in links} == {uri for uri in pages if "/by-" in uri}
    assert links["by-year/not-dated.md"].startswith("Not dated (")
    assert links["by-workstream/patients-as-partners.md"].startswith("Patients as partners (")
    assert [one.text for one in filters.all("summary")] == ["Workstream", "Year", "Place", "Topic"]
    here = pages["posters/by-year/not-dated.md"].all("a", aria_current="page")
    assert [link.attrs["href"] for link in here] == ["not-dated.md"]


def test_labels_of_places(programme: Programme) -> None:
    changed, _ = with_poster(programme, nation="northern-ireland")
    assert [shelf.label for shelf in shelves(changed)["place"]] == ["Northern Ireland"]


def test_topics_that_share_an_address_share_a_page(programme: Programme) -> None:
    changed, _ = with_poster(programme, topics=("Blood tests", "blood-tests", "№"))
    assert [(shelf.label, shelf.uri) for shelf in shelves(changed)["topic"]] == [
        ("Blood tests", "posters/by-topic/blood-tests.md"),
        ("№", "posters/by-topic/no.md"),
    ]
    made = [page.uri for page in poster_pages.pages(changed)]
    assert len(made) == len(set(made))


def test_cards_carry_what_a_script_filters_by(programme: Programme, pages: dict[str, Element]) -> None:
    values = {part.id: part.source.value for part in programme.posters}
    for card in pages["posters/index.md"].all("li", class_="card"):
        poster = values[cards(Element("page", {}, [card]))[0]]
        assert card.attrs["data-workstreams"].split() == list(poster.workstreams)
        assert card.attrs["data-year"] == str(poster.year or "not-dated")
        assert card.attrs["data-place"] == (poster.nation or "not-known")
        assert set(re.findall(r"\w+", poster.title.lower())) <= set(card.attrs["data-words"].split())


def test_every_link_leads_somewhere(programme: Programme) -> None:
    there = {uri for uri, _ in (*addresses.all_pages(programme), *addresses.made_files(programme))}
    for page in (*plan_pages.pages(programme), *poster_pages.pages(programme)):
        html = tree(page.text)
        ids = [one.attrs["id"] for one in html.all("*") if "id" in one.attrs]
        assert len(ids) == len(set(ids)), f"{page.uri}: an id stands twice"
        targets = [link.attrs["href"] for link in html.all("a")] + [
            one.attrs["src"] for one in html.all("img")
        ]
        for target in (one for one in targets if not one.startswith("https://")):
            path, _, anchor = target.partition("#")
            uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)) if path else page.uri
            assert uri in there, f"{page.uri}: {target}"
            assert path or anchor in ids, f"{page.uri}: {target}"


def test_headings_step_down_one_at_a_time(programme: Programme) -> None:
    for page in (*plan_pages.pages(programme), *poster_pages.pages(programme)):
        levels = [
            int(one.tag[1]) for one in tree(page.text).all("*") if one.tag in ("h1", "h2", "h3", "h4", "h5")
        ]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.uri


def test_a_page_says_what_its_record_says(programme: Programme, pages: dict[str, Element]) -> None:
    for part in programme.posters:
        poster, text = part.source.value, pages[addresses.poster(part.id)].text
        for line in (poster.title, poster.summary, *poster.people, *poster.here, poster.permission):
            assert line in text
        for result in poster.results:
            assert f"{result.text} Out of how many: {result.of or 'we noted no number'}." in text
        assert (poster.conflicts or ("None." if poster.file else "We noted none.")) in text
        assert all(link.url in str(pages[addresses.poster(part.id)].all("a")) for link in poster.links)


def test_a_poster_with_a_file_does_not_depend_on_its_picture(
    programme: Programme, pages: dict[str, Element], hosted: PosterPart
) -> None:
    page, value = pages[addresses.poster(hosted.id)], hosted.source.value
    assert value.file is not None
    (enlarge,) = page.all("a", class_="enlarge")
    (picture,) = enlarge.all("img")
    assert enlarge.attrs["href"] == f"{hosted.id}/{value.file.name}"
    assert picture.attrs["alt"] == f"{value.file.alt} Opens at full size."
    assert (int(picture.attrs["width"]), int(picture.attrs["height"])) == hosted.thumbnail
    download = [link.text for link in page.all("a") if link.attrs["href"] == enlarge.attrs["href"]]
    assert any(f"{value.file.name.rsplit('.')[-1].upper()}, " in text and " kB" in text for text in download)
    assert hosted.text is not None
    for line in hosted.text.text.split("\n"):
        if line.startswith("## "):
            assert any(one.text == line[3:] for one in page.all("h3")), (
                "one level below the page's own headings"
            )


def test_files_of_posters(programme: Programme, hosted: PosterPart) -> None:
    made = dict(files(programme))
    assert hosted.file is not None
    assert made[addresses.poster_file(hosted.id, hosted.file.name)] == hosted.file.read_bytes()
    with Image.open(BytesIO(made[addresses.thumbnail(hosted.id)])) as picture:
        assert picture.format == "PNG"
        assert picture.size == pytest.approx(hosted.thumbnail, abs=1)
        assert picture.convert("L").getextrema() != (255, 255), "not an empty page"


def test_a_preview_outlives_a_file_that_went_away(
    programme: Programme, hosted: PosterPart, tmp_path: Path
) -> None:
    for gone in (tmp_path / "gone.pdf", tmp_path):
        changed = replace(programme, posters=(replace(hosted, file=gone),), root=tmp_path)
        assert all(not uri.startswith("posters/") for uri, _ in files(changed))


@pytest.mark.parametrize("size", [(1200, 900), (300, 200), (40, 9000)])
def test_thumbnail_of_a_png(tmp_path: Path, size: tuple[int, int]) -> None:
    file = tmp_path / "poster.png"
    Image.new("RGBA", size, (0, 0, 0, 0)).save(file)
    with Image.open(BytesIO(thumbnail(file))) as picture:
        assert picture.size == pytest.approx(thumbnail_size(file), abs=1)
        assert picture.width <= min(THUMBNAIL_WIDTH, size[0])
        assert picture.height <= min(THUMBNAIL_HEIGHT, size[1])
        assert picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255), "what is see-through is white"


def test_a_file_may_not_take_the_place_of_the_thumbnail(programme: Programme, hosted: PosterPart) -> None:
    assert hosted.file is not None
    changed = replace(programme, posters=(replace(hosted, file=hosted.file.with_name("Thumbnail.png")),))
    assert [problem.rule for problem in one_source_each(changed)] == ["address-taken"]


def test_citations_name_title_people_and_year(programme: Programme) -> None:
    for part in programme.posters:
        value = part.source.value
        text, entry = as_text(programme, part), as_bibtex(programme, part)
        assert value.title in text
        assert str(value.year or "dated").lower() in text.lower()
        assert entry.startswith(f"@misc{{{part.id},\n")
        assert _balanced(entry)
        assert entry.count(" and ") >= len(value.people) - 1


def test_bibtex_of_odd_signs(programme: Programme) -> None:
    changed, part = with_poster(
        programme,
        title=r"50% of {A_B} & C #1 \ ~ ^ $",
        people=("The A and B team", "Ann Lee (nurse)"),
        year=None,
    )
    entry = as_bibtex(changed, part)
    assert _balanced(entry)
    assert r"50\% of \textbraceleft{}A\_B\textbraceright{} \& C \#1 \textbackslash{}" in entry
    assert "author = {{The A and B team} and Ann Lee}," in entry
    assert "year =" not in entry


def _balanced(text: str) -> bool:
    """BibTeX counts every brace, also one after a backslash."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("text", NASTY)
def test_a_line_shows_just_its_characters(text: str) -> None:
    shown = tree(
        f"{plain(text)}\n\n## {plain(text)} {{ #x }}\n\n- [{plain(text)}](a.md)\n\n![{plain(text)}](b.png)"
    )
    assert [one.tag for one in shown.all("*")] == ["p", "h2", "ul", "li", "a", "p", "img"]
    assert {shown.all(tag)[0].text for tag in ("p", "h2", "a")} == {text}
    assert shown.all("img")[0].attrs["alt"] == text


@pytest.mark.parametrize("text", NASTY)
def test_a_record_cannot_write_html(programme: Programme, text: str) -> None:
    changed, part = with_poster(
        programme, title=text, summary=text, people=(text,), place=text, topics=(text,)
    )
    for page in poster_pages.pages(changed):
        html = tree(page.text)
        assert not html.all("script")
        if page.uri == addresses.poster(part.id):
            assert html.all("h1")[0].text == text


def test_href_and_prose() -> None:
    assert href("https://a.org/b_(c)?d=*e*") == "https://a.org/b%5F%28c%29?d=%2Ae%2A"
    assert prose("One [two](x.md). [@a; @b]\n\n**Three** `four`.") == "One two. Three four."


def test_structured_data_is_about_the_work(programme: Programme, hosted: PosterPart) -> None:
    for part in programme.posters:
        data = json.loads(json.dumps(structured.poster(part)))
        assert data["name"] == part.source.value.title
        assert ("license" in data) == bool(part.source.value.licence), "only the licence that the work has"
    assert structured.poster(hosted)["@type"] == "Poster"
    assert structured.poster(hosted)["encodingFormat"] == "application/pdf"


def test_every_poster_model_field_is_shown(programme: Programme) -> None:
    """A new field is shown, or someone decides here that it is not."""
    shown = {
        *(
            "title",
            "kind",
            "people",
            "place",
            "nation",
            "year",
            "year_note",
            "event",
            "workstreams",
            "topics",
        ),
        *("summary", "problem", "change", "results", "here", "links", "sources", "permission", "licence"),
        *("conflicts", "file"),
    }
    assert set(Poster.model_fields) == shown
