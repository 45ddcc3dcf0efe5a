"""What several commands ask for, or begin with."""

import argparse
import os
import sys
from datetime import date

from programme.load import load
from programme.problems import errors, tell
from programme.today import VARIABLE, as_of, told_today
from programme.whole import Programme


def add_today(parser: argparse.ArgumentParser, use: str) -> None:
    """The one way in which a command learns what day it is; `use` says what for."""
    parser.add_argument(
        "--today",
        metavar="DAY",
        type=_day,
        default=os.environ.get(VARIABLE, "").strip() or date.today(),
        help=f"{use}, for example 2026-11-21 ({VARIABLE}, or today)",
    )


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{said}' is no day; write it as 2027-02-01") from None


def sources(options: argparse.Namespace) -> Programme | None:
    """The programme, or None where a mistake stands in its way. All problems are told.

    Like a build it leaves out what was past on the day that it is told, and without one nothing.
    """
    try:
        today = told_today(os.environ)
    except ValueError as error:
        print(error, file=sys.stderr)
        return None
    programme, problems = load(options.root)
    if problems:
        print(tell(problems))
    return None if programme is None or errors(problems) else as_of(programme, today)
