"""The `programme` command."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from programme.load import load
from programme.problems import FORMATS, tell
from programme.whole import Programme


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 all is well, 1 problems in the sources, 2 the command was not understood."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Windows may not know every letter of a source
            stream.reconfigure(errors="backslashreplace")
    parser = _parser()
    options = parser.parse_args(arguments)
    if not (options.root / "course").is_dir():
        parser.error(
            f"{options.root} has no folder course/; run this in the repository, or name it with --root"
        )
    status: int = options.run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="programme",
        description="Work on the sources of the MS expert patient course: check them, or write them out.",
        epilog="To build the site run: mkdocs build. To see it while you write: mkdocs serve.",
    )
    parser.add_argument("--root", type=Path, default=Path(), help="folder of the repository (here)")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

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
    check.add_argument(
        "--today",
        metavar="DAY",
        type=date.fromisoformat,
        default=date.today(),
        help="the day on which reviews must not be overdue, for example 2026-11-21 (today)",
    )
    check.set_defaults(run=_check)

    export = commands.add_parser(
        "export",
        help="write all pages as a plain Markdown tree",
        description="Write every page as plain Markdown, with a plain mkdocs.yml, for any other tool.",
    )
    export.add_argument("folder", type=Path, metavar="FOLDER", help="a new or empty folder")
    export.set_defaults(run=_export)

    reference = commands.add_parser(
        "reference",
        help="write the authors' reference and the JSON Schema files anew",
        description="Write docs/authors/reference/ and schemas/ from the models. Run it after a change.",
    )
    reference.set_defaults(run=_reference)
    return parser


def _check(options: argparse.Namespace) -> int:
    programme, problems = load(options.root, options.today)
    told = tell(problems, options.format)
    if told:
        print(told)
    if options.format == "text":
        print(_summary(programme, len(problems)), file=sys.stderr)
    if options.report and programme:
        _report(programme, options.report)
    return 1 if problems else 0


def _report(programme: Programme, file: Path) -> None:
    from programme.style import pages_by_age
    from programme.style_report import as_html, as_text

    pages = pages_by_age(programme)
    print(as_text(pages))
    file.write_text(as_html(pages), encoding="utf-8", newline="\n")
    print(f"\nAll of it, for a browser: {file}")


def _summary(programme: Programme | None, count: int) -> str:
    if count or programme is None:
        return "1 problem." if count == 1 else f"{count} problems."
    sessions, posters = len(list(programme.sessions)), len(programme.posters)
    return f"All is well: {sessions} sessions, {posters} posters, {len(programme.docs)} other pages."


def _export(options: argparse.Namespace) -> int:
    from programme.export import export
    from programme.menu import menu

    programme, problems = load(options.root)
    if programme is None or problems:
        print(tell(problems))
        return 1
    try:
        count = export(programme, options.folder, menu(options.root))
    except OSError as error:
        print(f"programme export: {error}; name a new or empty folder that you may write to", file=sys.stderr)
        return 2
    print(f"{count} pages in {options.folder}")
    return 0


def _reference(options: argparse.Namespace) -> int:
    from programme.reference import reference

    for path, text in reference():
        (options.root / path).parent.mkdir(parents=True, exist_ok=True)
        (options.root / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
