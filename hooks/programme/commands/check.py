"""programme check: everything wrong in the sources."""

import argparse
import sys
from pathlib import Path
from typing import Any

from programme.commands.shared import add_today
from programme.load import load
from programme.problems import FORMATS, Problem, counted, errors, tell
from programme.whole import Programme


def add(commands: Any) -> None:
    check = commands.add_parser(
        "check",
        help="read every source and list everything wrong in it",
        description="Read every source. Each problem is one line: "
        "file:line: what is wrong; what right looks like.",
    )
    check.add_argument(
        "--format", choices=FORMATS, default="text", help="text for people, json for programs, github for CI"
    )
    check.add_argument(
        "--report",
        metavar="FILE",
        nargs="?",
        type=Path,
        const=Path("style-report.html"),
        help="also list what is hard to read, worst texts first, and write an HTML page (style-report.html)",
    )
    add_today(check, "the day on which reviews must not be overdue")
    check.add_argument(
        "--publish",
        action="store_true",
        help="also refuse what must not be put out: placeholders, example contacts, dates that are over",
    )
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    programme, problems = load(options.root, options.today, options.publish)
    if programme:
        from programme.paper.letters import unprintable

        problems += unprintable(programme)
    told = tell(problems, options.format)
    if told:
        print(told)
    if options.format == "text":
        print(_summary(programme, problems), file=sys.stderr)
    if options.report and programme:
        _report(programme, options.report)
    return 1 if errors(problems) else 0


def _report(programme: Programme, file: Path) -> None:
    from programme.style import pages_by_age
    from programme.style_report import as_html, as_text

    pages = pages_by_age(programme)
    print(as_text(pages))
    file.write_text(as_html(pages), encoding="utf-8", newline="\n")
    print(f"\nAll of it, for a browser: {file}")


def _summary(programme: Programme | None, problems: list[Problem]) -> str:
    if problems or programme is None:
        return f"{counted(problems)}."
    sessions, posters = len(list(programme.sessions)), len(programme.posters)
    return f"All is well: {sessions} sessions, {posters} posters, {len(programme.docs)} other pages."
