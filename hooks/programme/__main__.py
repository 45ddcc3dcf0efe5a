"""The `programme` command."""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from programme.commands import commands


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 all is well, 1 something to look at, 2 the command was not understood."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Windows may not know every letter of a source
            stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if arguments is None else arguments
    parser = _parser(words)
    options = parser.parse_args(words)
    if not (options.root / "course").is_dir():
        parser.error(
            f"{options.root} has no folder course/; run this in the repository, or name it with --root"
        )
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough, as `head` does: there is nobody to tell more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="programme",
        description="Work on the sources of the MS expert patient course: check them, or write them out.",
        epilog="To build the site run: mkdocs build. To see it while you write: mkdocs serve.",
    )
    parser.add_argument("--root", type=Path, default=Path(), help="folder of the repository (here)")
    described = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in commands(words):
        command.add(described)
    return parser


if __name__ == "__main__":
    sys.exit(main())
