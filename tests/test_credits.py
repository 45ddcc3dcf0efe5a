"""Whoever's work the site is built with is named, with the licence."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NEEDED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
OTHER_NAMES = {"mkdocs-material": "Material for MkDocs", "markdown": "Python-Markdown", "jinja2": "Jinja"}


@pytest.mark.parametrize("package", [re.split("[=<>~]", one)[0] for one in NEEDED])
def test_every_package_is_named_with_its_licence(package: str) -> None:
    credits = (ROOT / "docs/about/credits.md").read_text(encoding="utf-8").lower().replace("-", " ")
    name = OTHER_NAMES.get(package, package).removeprefix("fontpkg-").lower().replace("-", " ")
    assert re.search(rf"^ *\[{re.escape(name)}\]\(.*licence: ", credits, re.M)
