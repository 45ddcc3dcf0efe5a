"""The workflow files of both forges follow the rules of actionlint and GitLab, and call make.py."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

LINT = """
const { readFileSync } = require("node:fs");
require(process.argv[1]).createLinter().then((lint) => {
    const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf-8"), file));
    process.stdout.write(JSON.stringify(found), () => process.exit(0));
});
"""
TASKS = ("check", "build", "test")


def lint(node: Path, *files: Path) -> list[Any]:
    program = shutil.which("node")
    if not program:
        pytest.fail("no Node.js: install it (Debian: apt install nodejs), or run python3 make.py test")
    command = [program, "-e", LINT, str(node / "actionlint/node.cjs"), *map(str, files)]
    found: list[Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def test_workflows_of_github(root: Path, node: Path) -> None:
    files = sorted((root / ".github/workflows").glob("*.yml"))
    assert {"check.yml", "pages.yml"} <= {file.name for file in files}
    assert lint(node, *files) == []


def test_a_wrong_workflow_is_told(node: Path, root: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    text = (root / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    wrong.write_text(text.replace("steps.deployment.outputs", "steps.nothing.outputs"))
    assert ["nothing" in one["message"] for one in lint(node, wrong)] == [True]


def jobs(root: Path) -> dict[str, Any]:
    file: dict[str, Any] = yaml.safe_load((root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return {
        name: job for name, job in file.items() if name not in ("image", "default", "stages", "variables")
    }


def test_jobs_of_gitlab(root: Path) -> None:
    """GitLab puts out the folder `public` that the job `pages` gives back (its documentation of Pages)."""
    found = jobs(root)
    assert set(found) == {"check", "pages"}
    for job in found.values():
        assert set(job) <= {"script", "artifacts", "rules"}
        assert all(isinstance(line, str) for line in job["script"])
    assert found["pages"]["artifacts"] == {"paths": ["public"]}
    assert found["pages"]["script"][-1] == "mv site public"


def test_both_forges_do_what_make_does(root: Path) -> None:
    steps = [line for job in jobs(root).values() for line in job["script"]]
    pages = yaml.safe_load((root / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    steps += [step["run"] for job in pages["jobs"].values() for step in job["steps"] if "run" in step]
    called = [step.split("make.py ")[1].split()[0] for step in steps if "make.py" in step]
    assert set(called) <= set(TASKS)
    assert called.count("build") == 3
