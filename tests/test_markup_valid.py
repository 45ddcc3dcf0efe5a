"""Every page is valid HTML: the Nu checker of the W3C, in one run over the folder."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest


def test_every_page_is_valid(site: Path, node: Path) -> None:
    java = shutil.which("java")
    if not java:
        pytest.fail(
            "no Java: install it (Debian: apt install default-jre-headless), or run python3 make.py test"
        )
    command = [java, "-Xss4m", "-jar", str(node / "vnu-jar/build/dist/vnu.jar")]
    command += ["--format", "json", "--errors-only", "--skip-non-html", str(site)]
    said = subprocess.run(command, capture_output=True, text=True).stderr
    found = [f"{one['url']}:{one.get('lastLine')}: {one['message']}" for one in json.loads(said)["messages"]]
    assert found == []
