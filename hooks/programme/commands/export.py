"""programme export: all pages as a plain Markdown tree."""

import argparse
import sys
from pathlib import Path
from typing import Any

from programme.commands.shared import sources


def add(commands: Any) -> None:
    export = commands.add_parser(
        "export",
        help="write all pages as a plain Markdown tree",
        description="Write every page in English as plain Markdown, with a plain mkdocs.yml, for any other "
        "tool. Other languages are not written: their texts are plain Markdown in translations/ already.",
    )
    export.add_argument("folder", type=Path, metavar="FOLDER", help="a new or empty folder")
    export.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from programme.export import export
    from programme.menu import menu

    programme = sources(options)
    if programme is None:
        return 1
    try:
        count = export(programme, options.folder, menu(options.root))
    except OSError as error:
        print(f"programme export: {error}; name a new or empty folder that you may write to", file=sys.stderr)
        return 2
    print(f"{count} pages in {options.folder}")
    return 0
