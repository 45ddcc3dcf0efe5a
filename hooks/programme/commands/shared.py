"""What several commands ask for, or begin with."""

import argparse
from datetime import date

from programme.load import load
from programme.problems import errors, tell
from programme.whole import Programme


def add_today(parser: argparse.ArgumentParser, use: str) -> None:
    """The one way in which a command learns what day it is; `use` says what for."""
    parser.add_argument(
        "--today",
        metavar="DAY",
        type=date.fromisoformat,
        default=date.today(),
        help=f"{use}, for example 2026-11-21 (today)",
    )


def sources(options: argparse.Namespace) -> Programme | None:
    """The programme, or None where a mistake stands in its way. All problems are told."""
    programme, problems = load(options.root)
    if problems:
        print(tell(problems))
    return None if errors(problems) else programme
