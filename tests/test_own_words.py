"""A centre's own words: in their places, in the menu, on reader pages. What is left out leaves no trace."""

import shutil
from pathlib import Path

import pytest

from programme import nav
from programme.load import load
from programme.pages import Page, pages
from programme.problems import errors
from programme.whole import Programme

HERE = Path(__file__).parent
OWN = HERE / "cases" / "accepted-own-words"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The smallest programme with everything that a centre can have of its own."""
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(OWN, tmp_path, dirs_exist_ok=True)
    return tmp_path


def whole(root: Path) -> Programme:
    programme, problems = load(root)
    assert errors(problems) == []
    assert programme is not None
    return programme


def made(root: Path) -> dict[str, Page]:
    return {page.uri: page for page in pages(whole(root))}


def keep_all(root: Path) -> None:
    """Take the centre's choice of sessions out."""
    facts = root / "centre/centre.yml"
    facts.write_text(facts.read_text().split("course:")[0])


def test_own_words_stand_in_their_place_and_say_whose_they_are(root: Path) -> None:
    keep_all(root)
    text = made(root)["course/first/goodbye.md"].text
    before, _, after = text.partition("/////// own | Sea View MS service")
    assert "### Near you" in before
    assert "Phone the MS line. Press 2." in after
    assert "Ask for groups." not in text
    assert "Ask Sea View MS service how to reach them." in before, "the other place keeps the shared words"
    assert "[1](#source-1)" in after, "a citation in own words counts like any other"


def test_a_nation_block_in_own_words_is_read_like_any_other(root: Path) -> None:
    keep_all(root)
    (root / "centre/local/groups-near-you.md").write_text("Us.\n\n/// nation | England\n\nNot here.\n\n///\n")
    text = made(root)["course/first/goodbye.md"].text
    assert "Us." in text
    assert "Not here." not in text


def test_an_activity_in_own_words_counts_its_minutes(root: Path) -> None:
    keep_all(root)
    activity = "/// activity | Dance\n    minutes: 35\n    kind: try\n    paper: Watch.\n\nDance.\n\n///\n"
    (root / "centre/local/groups-near-you.md").write_text(activity)
    assert "35 for activities" in made(root)["course/first/goodbye.md"].text
    assert "Dance" in made(root)["facilitators/first/goodbye.md"].text


def test_reader_pages_say_what_is_local(root: Path) -> None:
    here = made(root)
    said = "This page is from Sea View MS service."
    signed = {uri for uri, page in here.items() if said in page.text and not uri.startswith("facilitators/")}
    assert signed >= {"course/first/our-gym.md", "course/second/our-pool.md", "parking.md", "posters/ours.md"}
    assert signed.isdisjoint({"course/first/hello.md", "index.md", "course/index.md", "posters/one.md"})
    assert here["parking.md"].text.startswith(f"# Parking\n\n{said}\n"), "right under the title"
    assert said in here["course/first/print.md"].text, "on paper too"


def test_own_pages_have_a_group_in_the_menu_and_only_then(root: Path) -> None:
    assert nav.fill(["@centre"], whole(root)) == [{"Our centre": ["parking.md"]}]
    (root / "centre/docs/parking.md").unlink()
    shutil.copy(root / "docs/index.md", root / "centre/docs/index.md")
    assert nav.fill(["@centre"], whole(root)) == [], "a replaced page has its place in the menu already"


def test_sessions_and_modules_come_in_the_centres_order(root: Path) -> None:
    programme = whole(root)
    assert [part.id for part in programme.modules] == ["second", "first"]
    assert [one.id for one in programme.modules[1].sessions] == ["our-gym", "hello"]


def test_what_a_centre_adds_comes_last_where_it_says_nothing(root: Path) -> None:
    keep_all(root)
    programme = whole(root)
    assert [part.id for part in programme.modules] == ["first", "second"]
    assert [one.id for one in programme.modules[0].sessions] == ["hello", "goodbye", "our-gym"]


def test_nothing_leads_to_a_session_that_is_left_out(root: Path) -> None:
    here = made(root)
    assert not [uri for uri in here if "goodbye" in uri]
    assert not [uri for uri, page in here.items() if "goodbye.md" in page.text]
    assert "Then say goodbye." in here["course/first/hello.md"].text, "the words of the link stay"


def test_links_in_code_and_to_other_sites_stay(root: Path) -> None:
    text = root / "course/first/hello.md"
    with text.open("a") as file:
        file.write(
            "\nWrite `[bye](goodbye.md)`. See [our list](https://ms.nhs.wales/x.md) and [up](#say-hello).\n"
        )
        file.write("\nGo [and say\nit](goodbye.md){ .button } now.\n")
    shown = made(root)["course/first/hello.md"].text
    for kept in ("`[bye](goodbye.md)`", "[our list](https://ms.nhs.wales/x.md)", "[up](#say-hello)"):
        assert kept in shown
    assert "Go and say\nit now." in shown


def test_a_pathway_skips_what_is_left_out_and_goes_when_it_is_too_short(root: Path) -> None:
    with (root / "course/course.yml").open("a") as file:
        file.write("pathways:\n  - {id: short, title: Short, summary: Two steps., steps: ")
        file.write("[{session: hello, why: To begin.}, {session: goodbye, why: To end.}]}\n")
    with (root / "docs/index.md").open("a") as file:
        file.write("\n[A short way](course/pathways/short.md).\n")
    here = made(root)
    assert "course/pathways/short.md" not in here
    assert "A short way." in here["index.md"].text
    keep_all(root)
    assert "course/pathways/short.md" in made(root)


def test_an_old_copy_is_shown_without_what_went_from_under_it(root: Path) -> None:
    shutil.copytree(HERE / "cases/centre-old-copy-after-an-update", root, dirs_exist_ok=True)
    keep_all(root)
    text = made(root)["course/first/hello.md"].text
    assert "Then say goodbye." in text
    assert "nation.gone" not in text
    assert "old-leaflet" not in text
    assert text.count("[1](#source-1)") == 1


def test_without_own_words_nothing_is_touched() -> None:
    programme, _ = load(HERE / "base")
    assert programme is not None
    assert not programme.local
    assert [one.body.text for one in programme.sessions] == [
        (HERE / "base" / one.body.path).read_text().split("---\n", 2)[2] for one in programme.sessions
    ]


def test_a_source_of_a_centre_is_cited_listed_and_said_to_be_its_own(tmp_path: Path) -> None:
    for folder in (HERE / "base", HERE / "cases" / "accepted-own-sources"):
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    found = made(tmp_path)
    own = "Audit of our waiting times. Sea View MS service. October 2026. From Sea View MS service."
    page = found["waits.md"].text
    assert 'same day.[1](#source-1){ .cite aria-label="Source 1" }' in page
    assert f"1. {own}" in page
    assert f"- {own} Read 20 November 2026." in found["course/sources.md"].text
    assert "From Sea View" not in found["course/first/hello.md"].text, "a shared source is nobody's own"


def test_a_source_of_a_centre_that_no_text_cites_is_a_warning(tmp_path: Path) -> None:
    for folder in (HERE / "base", HERE / "cases" / "accepted-own-sources"):
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    (tmp_path / "centre/docs/waits.md").unlink()
    _, problems = load(tmp_path)
    assert [(one.path, one.severity, one.rule) for one in problems] == [
        ("centre/sources.yml", "warning", "unused-source")
    ]
