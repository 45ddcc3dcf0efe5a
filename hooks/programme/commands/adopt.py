"""programme adopt: a shared file becomes the centre's own, with what it was based on."""

import argparse
import sys
from typing import Any

from programme.adopting import CannotAdoptError, adopt
from programme.load import load


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "adopt",
        help="copy a shared file into centre/, to change it there",
        description="Copy a shared file (or a whole poster) into centre/ under the same path. What it was "
        "based on is kept too, so that `programme drift` can tell when the shared text has changed.",
    )
    parser.add_argument(
        "path", metavar="PATH", help="the shared file, or the name of a session: course/a-module/relapse.md"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    programme, _ = load(options.root)
    edition = programme.course.value.edition if programme else "unknown"
    try:
        made = adopt(options.root, options.path, edition)
    except CannotAdoptError as reason:
        print(f"programme adopt: {reason}", file=sys.stderr)
        return 2
    for path in made:
        print(path)
    print("Change it there. It stands for the shared file from now on; delete it to go back.")
    return 0
