"""From an author's text to the text of a page: what is taken out, filled in, numbered and explained."""

from dataclasses import replace

import pytest

from programme.blocks_text import scan
from programme.citing import cite_sources
from programme.effort import effort
from programme.model.course import Meeting
from programme.model.reference import Word
from programme.pages import pages
from programme.run_sheet import run_sheet
from programme.text import block_text, filled, reader_text
from programme.whole import Body, Programme, Session
from programme.words import Words


def body(text: str) -> Body:
    blocks, faults = scan(text, 1)
    assert not faults
    return Body("a.md", "course/m/a.md", text, 1, blocks)


@pytest.fixture
def welsh(programme: Programme) -> Programme:
    """The programme as a centre in Wales shows it."""
    from programme.model.centre import Centre
    from programme.sources import Sourced
    from programme.yaml_lines import Document

    contacts = [{"purpose": "Relapse advice", "phone": "029 2018 0000", "hours": "Mondays"}]
    centre = Centre.model_validate({"name": "Sea View", "nation": "wales", "contacts": contacts})
    return replace(programme, centre=Sourced("centre/centre.yml", centre, Document()))


NATIONS = """\
/// nation | England, Scotland

Not in Wales.

///

/// nation | Wales

Only in Wales.

///
"""
HELP = (
    "/// help\n\n#### Get help today if\n- you are ill\n\n#### Tell your MS team if\n- you are tired\n\n///\n"
)


def test_facilitator_notes_are_taken_out(programme: Programme) -> None:
    text = "Before.\n\n/// facilitator | Secret\n\nDo not show.\n\n///\n\nAfter."
    assert reader_text(programme, body(text)) == "Before.\n\nAfter."


def test_a_centre_shows_its_own_nation_only(programme: Programme, welsh: Programme) -> None:
    assert "Not in Wales." in reader_text(programme, body(NATIONS))
    assert "Not in Wales." not in reader_text(welsh, body(NATIONS))
    assert "Only in Wales." in reader_text(welsh, body(NATIONS))


def test_names_are_filled_in_but_not_in_code(programme: Programme, welsh: Programme) -> None:
    text = "Ask {{ centre.name }}, not `{{ centre.name }}`."
    assert reader_text(programme, body(text)) == "Ask your MS service, not `{{ centre.name }}`."
    assert reader_text(welsh, body(text)) == "Ask Sea View, not `{{ centre.name }}`."


def test_a_nation_list_speaks_for_the_block_around_it(programme: Programme, welsh: Programme) -> None:
    alone = "{{ nation.urgent-advice }}"
    assert reader_text(programme, body(alone)).count("- **") == 4
    assert "**" not in reader_text(welsh, body(alone))
    inside = f"/// nation | Scotland\n\n{alone}\n\n///\n"
    shown = reader_text(programme, body(inside))
    assert "NHS 24" in shown
    assert "NHS 111 Wales" not in shown


def test_help_box_says_whom_to_call(programme: Programme, welsh: Programme) -> None:
    shared = reader_text(programme, body(HELP))
    assert shared.index("- you are ill") < shared.index("**England:**") < shared.index("#### Tell")
    local = reader_text(welsh, body(HELP))
    assert "029 2018 0000" in local
    assert "NHS 24" not in local


def test_sources_are_numbered_by_first_use(programme: Programme) -> None:
    text = "One. [@nice-qs108]\n\nTwo. [@nice-ng220; @nice-qs108]\n\n`[@nice-qs108]`"
    shown = cite_sources(programme, text)
    assert 'One.[1](#source-1){ .cite aria-label="Source 1" }' in shown
    assert "Two.[2](#source-2)" in shown
    assert "`[@nice-qs108]`" in shown
    assert shown.index("{: #source-1 }") < shown.index("{: #source-2 }")
    assert "source-3" not in shown


def test_words_are_explained_once_after_where_they_first_appear() -> None:
    words = Words(
        [
            Word(term="relapse", plain="New symptoms."),
            Word(term="MS nurse", plain="A nurse.", also=("nurse",)),
        ]
    )
    units = [
        "## A relapse",
        "Two relapses.",
        "- One MS nurse",
        "- Two nurses and a relapse",
        "The end of relapse.",
    ]
    shown = words.explain(units)
    assert shown[:4] == units[:4], "a list stays whole, and with the paragraph before it"
    assert shown[4].startswith("/// words | relapse, MS nurse\n")
    assert shown[5:] == units[4:]


@pytest.mark.parametrize(
    "text", ["`relapse`", "[x](relapse.md)", "prerelapse", "[@relapse]", "/// check | relapse"]
)
def test_words_are_not_seen_in_code_links_and_other_words(text: str) -> None:
    assert Words([Word(term="relapse", plain="New symptoms.")]).find(text) == []


def test_run_sheet_and_effort_follow_the_text(programme: Programme) -> None:
    text = f"## One\n\n{'word ' * 240}\n\n{ACTIVITY}\n\n## Two\n\n{'word ' * 120}\n\n{ACTIVITY}\n\n{NOTE}"
    first = next(iter(programme.sessions))
    session = Session("a", "m", first.prose, body(text))
    lines = filled(programme, session.body)
    assert (effort(session, lines).reading, effort(session, lines).activities) == (4, 20)
    sheet = run_sheet(
        session, Meeting.model_validate({"welcome": 5, "break": 10, "close": 5, "start": "09:50"}), lines
    )
    assert [(row.begin, row.minutes, row.what.split(":")[0]) for row in sheet.rows] == [
        ("09:50", 5, "Welcome, ground rules and how people are today"),
        ("09:55", 5, "Talk it through"),
        ("10:00", 10, "Activity"),
        ("10:10", 10, "Break"),
        ("10:20", 5, "Talk it through"),
        ("10:25", 10, "Activity"),
        ("10:35", 5, "What each person takes away, and the end"),
    ]
    assert (sheet.minutes, sheet.end, sheet.materials) == (50, "10:40", ["pens"])
    assert [note.title for note in sheet.notes] == ["Aim"]


def test_links_in_notes_are_those_of_the_page_they_stand_on(programme: Programme) -> None:
    written = "[a](b.md#c) [d](../../plan/index.md) [e](#f) [g](https://h.org/i.md) `[j](k.md)`"
    note = body(f"/// facilitator | Aim\n\n{written}\n\n///")
    shown = block_text(programme, note, note.blocks[0], "facilitators/m/a.md")
    links = "[a](../../course/m/b.md#c) [d](../../plan/index.md) [e](#f) [g](https://h.org/i.md) `[j](k.md)`"
    assert shown == links


ACTIVITY = (
    "/// activity | Do it\n    minutes: 10\n    kind: try\n    needs: [pens]\n    paper: Lines.\n\nDo.\n\n///"
)
NOTE = "/// facilitator | Aim\n\nNot read aloud.\n\n///"


def test_every_page_of_the_shared_site_says_its_review_state(programme: Programme) -> None:
    assert [one.uri for one in pages(programme) if "yet been reviewed by clinicians" not in one.text] == []
