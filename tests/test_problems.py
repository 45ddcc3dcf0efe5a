"""How problems are told: sorted, each once, in three formats, with an exit status for scripts."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from programme.__main__ import main
from programme.problems import Problem, tell

BASE = Path(__file__).parent / "base"
FIRST = Problem("course/course.yml", 2, "missing-key", "'title' is missing", "write title: a name")
LATER = Problem("course/course.yml", 10, "unknown-key", "'a' is not a key here", "did you mean 'b'?")
OTHER = Problem("plan/plan.yml", 1, "empty-file", "the file is empty", "fill it in")


def test_sorted_and_each_once() -> None:
    """Line 10 comes after line 2, and what two rules found at once is told once."""
    assert tell([OTHER, LATER, FIRST, LATER]) == "\n".join(map(str, (FIRST, LATER, OTHER)))


def test_text() -> None:
    assert tell([FIRST]) == "course/course.yml:2: 'title' is missing; write title: a name"
    assert tell([]) == ""


def test_json() -> None:
    assert json.loads(tell([], "json")) == []
    assert json.loads(tell([OTHER, FIRST], "json")) == [
        {
            "path": "course/course.yml",
            "line": 2,
            "rule": "missing-key",
            "text": "'title' is missing",
            "advice": "write title: a name",
            "severity": "error",
        },
        {
            "path": "plan/plan.yml",
            "line": 1,
            "rule": "empty-file",
            "text": "the file is empty",
            "advice": "fill it in",
            "severity": "error",
        },
    ]


def test_github_escapes_what_would_end_a_command() -> None:
    """https://docs.github.com/actions, workflow commands: % and line ends, and in a property , and : too."""
    problem = Problem("docs/a,b:c%.md", 3, "rule", "50% of it\r\nis :: gone, here", "write 100%")
    assert tell([problem], "github") == (
        "::error file=docs/a%2Cb%3Ac%25.md,line=3,title=rule::50%25 of it%0D%0Ais :: gone, here; write 100%25"
    )
    assert tell([], "github") == ""


def test_github_tells_a_warning_as_one() -> None:
    problem = Problem("a.md", 1, "rule", "x", "y", "warning")
    assert tell([problem], "github").startswith("::warning file=a.md,")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    (tmp_path / "course").mkdir()
    return tmp_path


def test_status_0_when_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(BASE), "check"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("All is well")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_status_1_with_problems(form: str, broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(broken), "check", "--format", form]) == 1
    printed = capsys.readouterr()
    assert "plan/workstreams.yml" in printed.out
    assert ("problems." in printed.err) is (form == "text"), "only people want the sum"


@pytest.mark.parametrize(
    "words", [[], ["chek"], ["check", "--format", "xml"], ["--root", "nowhere", "check"]]
)
def test_status_2_when_not_understood(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_letters_that_a_console_does_not_know(tmp_path: Path) -> None:
    """Windows hands a program a console, or a file, that knows only some letters."""
    (tmp_path / "course").mkdir()
    (tmp_path / "course/course.yml").write_text("é😀: x\n", encoding="utf-8")
    command = [sys.executable, "-X", "utf8=0", "-m", "programme", "--root", str(tmp_path), "check"]
    hooks = Path(__file__).parent.parent / "hooks"
    environment = {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(hooks)}
    result = subprocess.run(command, env=environment, capture_output=True)
    assert result.returncode == 1, result.stderr
    assert b"course/course.yml:1: '\xe9\\U0001f600' is not a key here" in result.stdout
