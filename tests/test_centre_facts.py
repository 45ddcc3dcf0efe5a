"""The facts of a centre: how phone numbers, hours and colours are read, and what its names stand for."""

from dataclasses import replace
from typing import Any

import pytest

from programme.model import colour
from programme.model.centre import Centre
from programme.model.contact import Contact
from programme.model.hours import wrong_hours
from programme.names import CENTRE_LISTS, inline_names, left_empty, list_names
from programme.pages import pages
from programme.sources import Sourced
from programme.whole import Programme
from programme.yaml_lines import Document

LEAST: dict[str, Any] = {
    "name": "Sea View",
    "nation": "wales",
    "contacts": [{"purpose": "All", "phone": "029 2018 0001"}],
}


def with_centre(programme: Programme, **facts: Any) -> Programme:
    value = Centre.model_validate(LEAST | facts)
    return replace(programme, centre=Sourced("centre/centre.yml", value, Document()))


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("029 2018 0001", "+44-29-2018-0001"),
        ("+44 29 2018 0001", "+44-29-2018-0001"),
        ("01632 960001", "+44-1632-960001"),
        ("0161 496 0001 ext. 45", "+44-161-496-0001;ext=45"),
        ("111", "111"),
        ("116 123", "116123"),
    ],
)
def test_phone_links(phone: str, link: str) -> None:
    assert Contact(purpose="All", phone=phone).tel == link


@pytest.mark.parametrize(
    "hours",
    [
        "Monday to Friday, 9:00 to 17:00",
        "Monday to Friday, 9am to 4pm",
        "Weekdays, 8.30am-12 noon",
        "Mon–Thu 09:00–17:00, Fri 09:00–12:00",
        "Mondays",
        "First Tuesday of each month, 10:30 to 12:00",
        "Every day, 6pm to midnight",
        "Working days 0900 to 1700, not on bank holidays",
        "Day and night",
    ],
)
def test_hours_as_people_write_them(hours: str) -> None:
    assert wrong_hours(hours) is None


def test_contrast_is_that_of_wcag() -> None:
    """Examples of the W3C: black on white is 21 to 1, #777 on white 4.48 to 1."""
    assert colour.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colour.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_every_colour_is_taken_or_has_a_near_one_that_is() -> None:
    for red in range(0, 256, 51):
        for green in range(0, 256, 51):
            for blue in range(0, 256, 51):
                found = colour.look(near := colour.nearest(f"#{red:02x}{green:02x}{blue:02x}"))
                assert found, near
                assert colour.contrast(found.brand, found.ink) >= 7
                assert colour.contrast(found.brand, found.focus) >= 3


def test_names_read_well_without_a_centre(programme: Programme) -> None:
    inline = inline_names(programme)
    assert inline["centre.name"] == "your MS service"
    assert all(inline.values())
    assert left_empty(programme) == {}


def test_names_that_a_centre_left_empty_are_known(programme: Programme) -> None:
    empty = left_empty(with_centre(programme, address="Sea View, Anytown, AB1 2DE"))
    assert "centre.address" not in empty
    assert "centre.contacts" not in empty
    assert empty["centre.urgent"] == "urgent"
    assert empty["centre.team"] == "team"


def test_every_list_of_a_centre_has_two_names(programme: Programme) -> None:
    known = list_names(programme) | set(inline_names(programme))
    for key in CENTRE_LISTS:
        assert {f"our.{key}", f"centre.{key}"} <= known


def test_pages_read_well_with_any_one_fact(programme: Programme) -> None:
    """Each fact alone: nothing is shown of those that are not there."""
    facts: dict[str, Any] = {
        "urgent": "Phone before noon.",
        "accessibility_contact": {"purpose": "Formats", "email": "formats@seaview.example"},
        "address": "Sea View, Anytown, AB1 2DE",
        "service_models": ["community"],
        "team": [{"role": "ms-nurse"}],
        "languages": ["Welsh"],
        "groups": [{"name": "Coffee"}],
        "access": {"parking": "At the door."},
        "data_controller": "Sea View trust",
    }
    least = {page.uri: page.text.count("None") for page in pages(programme)}
    for key, fact in facts.items():
        for page in pages(with_centre(programme, **{key: fact})):
            assert page.text.count("None") == least[page.uri], (key, page.uri)


def test_what_a_centre_writes_is_text_and_nothing_else(programme: Programme) -> None:
    own = with_centre(
        programme,
        name="<b>Sea</b> *View*",
        urgent="[click](https://example.org) <script>",
        team=[{"role": "ms-nurse", "names": ["<i>Sam</i>"]}],
        groups=[{"name": "`Coffee` {{ centre.name }}"}],
    )
    for page in pages(own):
        for raw in ("<b>Sea", "*View*", "[click](", "<script>", "<i>Sam", "`Coffee`"):
            assert raw not in page.text, (raw, page.uri)
