"""The scripts of the site: their types hold, and none of them has words of its own."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = sorted((Path(__file__).parent.parent / "hooks/theme/scripts").glob("*.js"))


def test_types(root: Path, node: Path) -> None:
    program = shutil.which("node")
    if not program:
        pytest.fail("no Node.js: install it (Debian: apt install nodejs), or run python3 make.py test")
    settings = root / "hooks/theme/scripts/jsconfig.json"
    command = [program, str(node / "typescript/bin/tsc"), "--project", str(settings)]
    checked = subprocess.run(command, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_is_classic_strict_and_without_words(script: Path) -> None:
    """A module could not load from a folder; words belong into templates, where translators find them."""
    code = re.sub(r"/\*[\s\S]*?\*/|(?m:^|\s)//.*", "", script.read_text(encoding="utf-8")).strip()
    assert re.match(r'\(function \(\) \{\s+"use strict";', code)
    assert not re.search(r"^\s*(import|export)\b", code, re.M)
    assert not re.search(r"\beval\(|innerHTML(?! = \"@partials/)|document\.write|\.style\b", code)
    said = re.findall(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'", code)
    words = [first or second for first, second in said]
    assert [one for one in words if re.match(r"[A-Z][a-z]+ [a-z]+|[a-z]+ [a-z]+ [a-z]+", one)] == []
