"""The plan: its deadlines, its pages, and the files beside them."""

import csv
import json
import re
import xml.etree.ElementTree as etree
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any

import jsonschema
import pytest
from icalendar import Calendar

from markup import Element, tree
from programme.addresses import all_pages, made_files
from programme.deadlines import plan_years, year_end
from programme.files import files
from programme.model.centre import Centre
from programme.model.plan import Measure, Measures, Step, Strand, Year
from programme.pages import plan as plan_pages
from programme.sources import Sourced
from programme.timeline import entries
from programme.whole import Programme

DEADLINES = [date(2020, 7, 31), date(2021, 7, 31), date(2022, 7, 31)]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def made(programme: Programme) -> dict[str, bytes]:
    return dict(files(programme))


@pytest.fixture(scope="module")
def page(programme: Programme) -> Element:
    return tree(next(plan_pages.pages(programme)).text)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_deadlines_of_the_first_plan(programme: Programme) -> None:
    assert [one.last for one in plan_years(programme.plan.value)] == DEADLINES


def test_deadlines_move_with_a_centres_own_start(programme: Programme) -> None:
    years = plan_years(programme.plan.value, date(2027, 1, 1))
    assert [(one.first, one.last) for one in years][-1] == (date(2029, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 28)),
        (date(2023, 3, 1), 1, date(2024, 2, 29)),
        (date(2026, 1, 1), 1, date(2026, 12, 31)),
        (date(9999, 8, 1), 3, date(9999, 7, 31)),
    ],
)
def test_year_end(start: date, number: int, end: date) -> None:
    assert year_end(start, number) == end


def test_files_are_those_that_addresses_names(programme: Programme, made: dict[str, bytes]) -> None:
    assert list(made) == [uri for uri, _ in made_files(programme)]
    assert all(made.values())


def test_files_are_the_same_each_time(programme: Programme, made: dict[str, bytes]) -> None:
    assert dict(files(programme)) == made


def test_calendar_reads_back(programme: Programme, made: dict[str, bytes]) -> None:
    events = Calendar.from_ical(made["plan/plan.ics"].decode()).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == DEADLINES
    assert len({str(event["uid"]) for event in events}) == len(DEADLINES)
    for event, year in zip(events, programme.plan.value.years, strict=True):
        assert year.title in str(event["summary"])
        assert all(aim.title in str(event["description"]) for aim in year.aims)
        assert event.decoded("dtstamp").date() == programme.course.value.edition_date


def test_calendar_of_a_centre_has_its_own_uids(programme: Programme, made: dict[str, bytes]) -> None:
    facts = Centre.model_validate(
        {"name": "A Team", "nation": "wales", "contacts": [{"purpose": "All", "phone": "01632 960001"}]}
    )
    own = replace(programme, centre=Sourced("centre/centre.yml", facts, programme.plan.document))
    theirs = {str(one["uid"]) for one in Calendar.from_ical(dict(files(own))["plan/plan.ics"]).walk("VEVENT")}
    ours = {str(one["uid"]) for one in Calendar.from_ical(made["plan/plan.ics"]).walk("VEVENT")}
    assert not theirs & ours


def test_plan_csv_reads_back(programme: Programme, made: dict[str, bytes]) -> None:
    content = made["plan/plan.csv"]
    assert content.startswith(b"\xef\xbb\xbfyear,"), "Excel needs the mark to read UTF-8"
    plan, read = programme.plan.value, rows(content)
    aims = [aim for year in plan.years for aim in year.aims] + list(plan.strand.aims)
    assert [row["aim_id"] for row in read] == [aim.id for aim in aims]
    assert [row["key_aim"] for row in read] == [aim.title for aim in aims]
    assert {row["deadline"] for row in read} == {*(day.isoformat() for day in DEADLINES), ""}
    for cell in (cell for row in read for cell in row.values()):
        assert "\n" not in cell
        assert "[@" not in cell


def test_form_for_counts(programme: Programme, made: dict[str, bytes]) -> None:
    read = rows(made["plan/measures.csv"])
    assert [row["measure_id"] for row in read] == [one.id for one in programme.measures.value.root]
    assert any("never patient data" in name for name in read[0])
    for row in read:
        assert [row[name] for name in ("period_start", "period_end", "numerator_count")] == ["", "", ""]
        assert row["numerator"]
        assert row["denominator"]


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-1", "@SUM(A1)", "\uff1d1+1", "== heading"])
def test_no_cell_is_a_formula(programme: Programme, cell: str) -> None:
    one = Measure(id="a", name=cell, why=cell, numerator=cell, denominator=cell, source="a")
    changed = replace(programme, measures=replace(programme.measures, value=Measures((one,))))
    row = rows(dict(files(changed))["plan/measures.csv"])[0]
    assert row["measure"] == row["numerator"] == row["denominator"] == f"'{cell}"


def test_plan_json_follows_its_schema(programme: Programme, made: dict[str, bytes]) -> None:
    data, schema = json.loads(made["plan/plan.json"]), json.loads(made["plan/plan.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)
    assert data["$schema"] == "plan.schema.json"
    assert [year["deadline"] for year in data["years"]] == [day.isoformat() for day in DEADLINES]
    assert set(_sources_named(data)) == set(data["references"])


def test_schema_refuses_what_is_wrong(made: dict[str, bytes]) -> None:
    data, schema = json.loads(made["plan/plan.json"]), json.loads(made["plan/plan.schema.json"])
    for wrong in (data | {"more": 1}, {key: data[key] for key in data if key != "years"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(schema).validate(wrong)


def _sources_named(data: Any) -> list[str]:
    """Every key in a list called sources, at any depth."""
    if isinstance(data, dict):
        own = data["sources"] if isinstance(data.get("sources"), list) else []
        return [*own, *(key for value in data.values() for key in _sources_named(value))]
    return [key for value in data for key in _sources_named(value)] if isinstance(data, list) else []


def test_timeline_picture_says_all(programme: Programme, made: dict[str, bytes]) -> None:
    svg = etree.fromstring(made["plan/timeline.svg"])
    assert svg.get("role") == "img"
    assert svg.findtext(f"{SVG}title")
    assert svg.findtext(f"{SVG}desc")
    said = " ".join("".join(text.itertext()) for text in svg.iter(f"{SVG}text"))
    timeline = programme.timeline.value
    for step in (*timeline.steps, *timeline.phases):
        assert step.title in said
        assert step.text is None or step.text in said
    assert "By 31 July 2021" in said


def test_timeline_picture_stands_alone_and_is_easy_to_see(made: dict[str, bytes]) -> None:
    text = made["plan/timeline.svg"].decode()
    assert not re.search(r"href|url\(|style|<script|@import", text)
    svg = etree.fromstring(text)
    boxes = [group.find(f"{SVG}rect") for group in svg.iter(f"{SVG}g")]
    assert any(box is not None and box.get("stroke-dasharray") for box in boxes)
    assert svg.find(f"{SVG}rect").get("fill") == "#ffffff", "its own white background"  # type: ignore[union-attr]
    assert min(int(size) for size in re.findall(r'font-size="(\d+)"', text)) >= 16
    assert svg.get("width") == "360"
    colours = set(re.findall(r'(?:fill|stroke)="(#\w+)"', text)) - {"#ffffff"}
    assert all(1.05 / (_light(colour) + 0.05) >= 7 for colour in colours)


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_is_to_be_confirmed_says_so_in_words(programme: Programme) -> None:
    bare = Step(title="Phase 1", state="to-confirm")
    stated = Step(title="Goal", state="stated", aim="patient-partner-programme")
    marks = [(entry.mark, entry.due) for entry in entries(programme, (bare, stated))]
    assert marks == [("To be confirmed", ""), ("Stated", "By 31 July 2021")]


def test_table_of_aims_is_accessible(programme: Programme, page: Element) -> None:
    (table,) = page.all("table")
    plan = programme.plan.value
    assert len(table.all("caption")[0].text) > 20
    groups: list[Year | Strand] = [*plan.years, plan.strand]
    assert [part.tag for part in table.inside] == ["caption", "thead", *("tbody" for _ in groups)]
    assert [column.text for column in table.all("th", scope="col")] == [
        "Key aim",
        "What it means",
        "What was to come of it",
        "Workstreams",
    ]
    for body, group in zip(table.all("tbody"), groups, strict=True):
        (heading,) = body.all("th", scope="rowgroup")
        assert group.title in heading.text
        assert len(body.all("tr")) == 1 + len(group.aims)
        for row, aim in zip(body.all("tr")[1:], group.aims, strict=True):
            assert row.attrs["id"] == f"aim-{aim.id}"
            assert row.all("th", scope="row")[0].text == aim.title
            assert [cell.attrs.get("data-label") for cell in row.inside] == [
                column.text for column in table.all("th", scope="col")
            ]
            assert [item.text for item in row.inside[2].all("li")] == list(aim.outputs)


def test_plan_page_tells_the_deadlines_and_the_status(programme: Programme, page: Element) -> None:
    for day in ("31 July 2020", "31 July 2021", "31 July 2022"):
        assert page.text.count(day) >= 2
    assert "All the dates of this plan are past" in page.text
    for step in (*programme.timeline.value.steps, *programme.timeline.value.phases):
        assert any(step.title in item.text for item in page.all("li")), "the picture has its equal in words"
    (picture,) = page.all("img")
    assert picture.attrs["src"] == "timeline.svg"
    assert picture.attrs["alt"]


def test_pages_of_the_plan_are_those_that_addresses_names(programme: Programme) -> None:
    named = [uri for uri, _ in all_pages(programme) if uri.startswith("plan/")]
    assert [page.uri for page in plan_pages.pages(programme)] == named


def test_workstream_pages(programme: Programme) -> None:
    made = {page.uri: tree(page.text) for page in plan_pages.pages(programme)}
    anchors = {one.attrs.get("id") for one in made["plan/index.md"].all("tr")}
    for stream in programme.workstreams.value.root:
        page = made[f"plan/workstreams/{stream.id}.md"]
        text = re.sub(r"\s+", " ", page.text)
        for item in stream.todo:
            assert item.text in text
            assert not item.who or f"Who: {item.who}." in text
        for origin, title in plan_pages.ORIGINS.items():
            asked = any(item.origin == origin for item in stream.todo)
            assert asked == any(one.text == title for one in page.all("h3"))
        links = [link.attrs["href"] for link in page.all("a")]
        assert {link.split("#")[1] for link in links if "#aim-" in link} <= anchors
        shown = [one.id for one in programme.posters if stream.id in one.source.value.workstreams]
        assert [link for link in links if re.fullmatch(r"\.\./\.\./posters/[^/]+", link)] == [
            f"../../posters/{one}.md" for one in shown
        ]
