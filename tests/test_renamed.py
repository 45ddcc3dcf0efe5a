"""A key of an earlier edition is still read, with a warning that says what to write now."""

from pathlib import Path
from typing import Annotated, ClassVar

import pytest
from pydantic import Field, RootModel

from programme.model.base import Line, Source
from programme.problems import Problem
from programme.sources import read_yaml


class Person(Source):
    """One person."""

    RENAMED: ClassVar[dict[str, str]] = {"called": "name"}
    name: Line
    """Name of the person."""


class House(Source):
    """house.yml: one house."""

    RENAMED: ClassVar[dict[str, str]] = {"humans": "people"}
    RETIRED: ClassVar[dict[str, str]] = {"fax": "take it out"}
    people: tuple[Person, ...] = ()
    """Who lives there."""
    owner: Person | None = None
    """Whose it is."""
    rooms: dict[str, Person] = Field(default_factory=dict)
    """Who sleeps where."""


class Street(RootModel[dict[str, Annotated[House, "marked"]]]):
    """street.yml: houses."""


def read(tmp_path: Path, text: str, model: type = House) -> tuple[object, list[Problem]]:
    (tmp_path / "house.yml").write_text(text, encoding="utf-8")
    source, problems = read_yaml(tmp_path, "house.yml", model)
    return source.value, problems


def test_old_keys_are_read_wherever_they_stand(tmp_path: Path) -> None:
    text = "humans:\n  - called: Ann\nowner: {called: Bo}\nrooms:\n  attic:\n    called: Cy\nfax: 1\n"
    value, problems = read(tmp_path, text)
    assert value == House.model_validate(
        {"people": [{"name": "Ann"}], "owner": {"name": "Bo"}, "rooms": {"attic": {"name": "Cy"}}}
    )
    assert sorted(map(str, problems)) == [
        "house.yml:1: warning: 'humans' has a new name; write people:",
        "house.yml:2: warning: 'called' has a new name; write name:",
        "house.yml:3: warning: 'called' has a new name; write name:",
        "house.yml:6: warning: 'called' has a new name; write name:",
        "house.yml:7: warning: 'fax' is no longer used; take it out",
    ]


def test_in_a_file_of_entries(tmp_path: Path) -> None:
    value, problems = read(tmp_path, "one:\n  owner:\n    called: Ann\n", Street)
    assert value == Street.model_validate({"one": {"owner": {"name": "Ann"}}})
    assert [(one.line, one.severity) for one in problems] == [(3, "warning")]


def test_a_mistake_below_an_old_key_keeps_its_line(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "humans:\n  - called: Ann\n  - nam: Bo\n")
    assert [(one.line, one.rule, one.severity) for one in sorted(problems)] == [
        (1, "renamed-key", "warning"),
        (2, "renamed-key", "warning"),
        (3, "unknown-key", "error"),
    ]


def test_both_names_at_once_are_a_mistake(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "owner: {called: Ann, name: Bo}\n")
    assert [(one.rule, one.severity) for one in problems] == [("unknown-key", "error")]


@pytest.mark.parametrize("text", ["humans: no list\n", "owner: []\n", "rooms: 3\n", "humans: [3]\n", "- a\n"])
def test_what_does_not_fit_is_told_and_never_raises(text: str, tmp_path: Path) -> None:
    _, problems = read(tmp_path, text)
    assert any(one.severity == "error" for one in problems)
