"""How far a centre is with the plan: on its pages, in its files, and in programme.json for all to gather."""

import csv
import json
import shutil
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from markup import tree
from programme.files import files
from programme.load import load
from programme.model.base import texts
from programme.pages import pages
from programme.whole import Programme

HERE = Path(__file__).parent


def text_of(programme: Programme, uri: str) -> str:
    return next(one.text for one in pages(programme) if one.uri == uri)


def programme_json(content: dict[str, bytes]) -> Any:
    data, schema = json.loads(content["programme.json"]), json.loads(content["programme.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)
    return data


# --- The plan -----------------------------------------------------------------------------------------------


def test_the_plan_begins_on_the_centres_day(sea_view: Programme) -> None:
    assert sea_view.plan_start == date(2026, 4, 1)
    assert "to the end of 31 March 2027" in text_of(sea_view, "plan/index.md")


@pytest.mark.parametrize(
    ("own", "start"),
    [
        (None, date(2027, 1, 1)),
        ("aims: {count: {status: under-way}}\n", date(2027, 1, 1)),
        ("start: 2028-01-01\n", date(2028, 1, 1)),
    ],
)
def test_the_start_that_an_earlier_edition_kept_in_centre_yml(
    own: str | None, start: date, tmp_path: Path
) -> None:
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(HERE / "cases/centre-plan-start-of-old", tmp_path, dirs_exist_ok=True)
    if own:
        (tmp_path / "centre/plan.yml").write_text(own)
    programme, problems = load(tmp_path)
    assert programme
    assert programme.own_plan
    assert programme.plan_start == start
    assert ("count" in programme.aim_states) == bool(own and "count" in own)
    assert [(one.rule, one.severity) for one in problems] == [("moved-key", "warning")]


def test_each_aim_says_how_far_it_is(sea_view: Programme) -> None:
    page = tree(text_of(sea_view, "plan/index.md"))
    (table,) = page.all("table")
    heads = [head.text for head in table.all("th", scope="col")]
    assert heads[:2] == ["Key aim", "How far we are"]
    said = {}
    for row in table.all("tr"):
        if row.attrs.get("id", "").startswith("aim-"):
            cells = row.all("td")
            assert [cell.attrs["data-label"] for cell in cells] == heads[1:]
            said[row.attrs["id"].removeprefix("aim-")] = " ".join(cells[0].text.split())
    assert said.pop("audit-rollout") == "Done, on 30 October 2026 What we know about this"
    assert said.pop("four-plus-four") == "Under way, as we saw on 2 November 2026 What we know about this"
    assert said.pop("patient-partner-programme") == "Under way"
    assert said.pop("funding-and-backing") == "Not started"
    assert set(said.values()) == {"Nothing said yet"}
    assert {len(row.all("td")) for row in table.all("tr") if row.attrs.get("id", "").startswith("aim-")} == {
        len(heads) - 1
    }
    assert {head.attrs["colspan"] for head in table.all("th", scope="rowgroup")} == {str(len(heads))}


def test_what_failed_is_told_too(sea_view: Programme) -> None:
    text = text_of(sea_view, "plan/index.md")
    assert "Done: 1. Under way: 2. Not started: 1. Nothing said yet: 9." in text
    assert "**What did not work:** Our first form asked for too much" in text
    assert "### Centres test the" in text
    anchors = {one.attrs["href"] for one in tree(text).all("a") if one.attrs["href"].startswith("#own-")}
    assert anchors == {"#own-audit-rollout", "#own-four-plus-four"}
    assert all(f"{{ {anchor} }}" in text for anchor in anchors)


def test_a_workstream_says_it_beside_its_aims(sea_view: Programme) -> None:
    assert "**Done**, on 30 October 2026" in text_of(sea_view, "plan/workstreams/audit.md")


def test_the_shared_plan_has_no_such_column(programme: Programme) -> None:
    text = text_of(programme, "plan/index.md")
    assert "How far we are" not in text
    assert "Nothing said yet" not in text
    assert {state.status for state in programme.aim_states.values()} == set()


def test_the_table_and_the_data_carry_it(
    programme: Programme, sea_view: Programme, made: dict[str, bytes]
) -> None:
    rows = {row["aim_id"]: row for row in csv.DictReader(StringIO(made["plan/plan.csv"].decode("utf-8-sig")))}
    assert rows["audit-rollout"]["status"] == "done"
    assert rows["audit-rollout"]["status_on"] == "2026-10-30"
    assert rows["audit-rollout"]["what_did_not_work"].startswith("Our first form")
    assert rows["business-case"]["status"] == ""
    data, schema = json.loads(made["plan/plan.json"]), json.loads(made["plan/plan.schema.json"])
    jsonschema.Draft202012Validator(schema).validate(data)
    assert data["states"]["four-plus-four"]["failed"] == "We could not find out what it stands for."
    assert json.loads(dict(files(programme))["plan/plan.json"])["states"] == {}


# --- programme.json -----------------------------------------------------------------------------------------


def test_programme_json_of_a_centre(sea_view: Programme, made: dict[str, bytes]) -> None:
    data = programme_json(made)
    assert data["$schema"] == "programme.schema.json"
    assert data["centre"] == {
        "name": "Sea View MS service",
        "nation": "wales",
        "site_address": "https://ms.seaview.example/course/",
    }
    assert data["plan"][0] == {"aim": "audit-rollout", "status": "done", "on": "2026-10-30"}
    assert {"aim": "business-case", "status": None, "on": None} in data["plan"]
    assert data["sessions"] == sum(len(module["sessions"]) for module in data["modules"]) > 20
    assert len(data["review"]) >= data["sessions"]
    assert all(set(one) == {"uri", "written_on", "reviewed_on", "next_review"} for one in data["review"])


def test_programme_json_of_the_shared_course(programme: Programme) -> None:
    data = programme_json(dict(files(programme)))
    assert data["centre"] is None
    assert {one["status"] for one in data["plan"]} == {None}
    assert data["edition"] == programme.course.value.edition
    assert data["languages"] == ["en-GB", "cy"]


def test_it_holds_nothing_about_a_person(sea_view: Programme, made: dict[str, bytes]) -> None:
    """No name, phone or e-mail: of a contact, of who leads, or of who reviewed a text."""
    assert sea_view.centre
    assert sea_view.dates
    private = {"name", "names", "phone", "email", "reviewed_by", "evidence", "learned", "failed"}
    said = [
        text
        for source in sea_view.parts
        for path, text in texts(source.value)
        if private & set(path) and path != ("name",) and source.path.startswith("centre/")
    ]
    assert {"Sam Example", "029 2018 0001", "ms.course@seaview.example"} <= set(said)
    content = made["programme.json"].decode()
    assert [text for text in said if text in content] == []
    assert "@" not in content


def test_its_schema_refuses_what_is_wrong(made: dict[str, bytes]) -> None:
    data, schema = programme_json(made), json.loads(made["programme.schema.json"])
    wrongs = [data | {"contacts": []}, {key: data[key] for key in data if key != "edition"}]
    wrongs.append(data | {"plan": [{"aim": "a", "status": "finished", "on": None}]})
    for wrong in wrongs:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(schema).validate(wrong)
