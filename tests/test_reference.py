"""What is generated and kept in the repository is current, and editors can use it."""

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from programme.reference import SOURCES, Kind, reference, schema


def test_generated_files_are_current(root: Path) -> None:
    for path, text in reference():
        kept = (root / path).read_text(encoding="utf-8")
        assert kept == text, f"{path} is not current; run: programme reference"


def test_no_generated_file_is_left_over(root: Path) -> None:
    made = {path for path, _ in reference()}
    there = {
        f"{folder}/{file.name}"
        for folder in ("schemas", "docs/authors/reference")
        for file in (root / folder).iterdir()
    }
    assert there <= made


@pytest.mark.parametrize("kind", SOURCES, ids=lambda kind: kind.name)
def test_schema_accepts_our_own_sources(root: Path, kind: Kind) -> None:
    """What the build accepts, an editor accepts."""
    validator = jsonschema.Draft202012Validator(schema(kind))
    validator.check_schema(schema(kind))
    for file in root.glob(re.sub("<.*?>", "*", kind.files)):
        text = file.read_text(encoding="utf-8")
        value = yaml.load(text.split("---\n")[1] if file.suffix == ".md" else text, Loader=_Dates)
        assert not list(validator.iter_errors(value)), file


class _Dates(yaml.SafeLoader):
    """Editors read YAML 1.2, in which a date is text, and yes is text too."""


_Dates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_every_key_has_its_sentence() -> None:
    for kind in SOURCES:
        made = schema(kind)
        for part in (made, *made.get("$defs", {}).values()):
            for key, field in part.get("properties", {}).items():
                assert field.get("description", "").strip().endswith("."), f"{kind.files}: {key}"


def test_every_yaml_source_names_its_schema(root: Path) -> None:
    for folder in ("course", "plan", "posters"):
        for file in (root / folder).rglob("*.yml"):
            first = file.read_text(encoding="utf-8").split("\n")[0]
            found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
            assert found, file
            assert (file.parent / found[1]).resolve().is_file(), file
