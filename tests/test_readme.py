"""What the README promises at its head is what is there."""

import re
from pathlib import Path


def test_two_commands(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    for heading, command in (
        ("Build the site", "python3 make.py build"),
        ("Run the tests", "python3 make.py test"),
    ):
        section = re.search(rf"^## {heading}\n(.*?)(?=^## )", readme, re.M | re.S)
        assert section, heading
        assert re.findall(r"^```\w*\n(.*?)\n```$", section[1], re.M | re.S) == [command]
    assert "py make.py build" in readme
    assert "python3 make.py test" in (root / ".ci/run").read_text(encoding="utf-8")


def test_links_in_the_top_documents_lead_somewhere(root: Path) -> None:
    for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE-CONTENT.md"):
        text = (root / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text):
            assert (root / target).exists(), f"{name}: {target}"
