"""programme new: a centre, a session, a poster and the like, begun by a few questions."""

import argparse
import sys
from collections.abc import Callable
from typing import Any

from programme.adopting import CannotAdoptError
from programme.asking import NoAnswerError
from programme.commands.shared import add_today
from programme.load import load
from programme.making import Made, centre, module, page, place, poster, run_of_course, session
from programme.whole import Programme

Maker = Callable[[Programme, argparse.Namespace], Made]
KINDS: dict[str, tuple[Maker, str]] = {
    "centre": (centre.make, "centre/centre.yml, with the facts of your centre"),
    "session": (session.make, "a session of your own; new session MODULE"),
    "module": (module.make, "a module of your own"),
    "page": (page.make, "a page of your own"),
    "poster": (poster.make, "a poster or project of your own"),
    "run": (run_of_course.make, "a run of the course with its dates, in centre/dates.yml"),
    "local": (place.make, "your own words for a place in a shared text; new local NAME"),
}


def add(commands: Any) -> None:
    listed = "\n".join(f"  {name:8} {about}" for name, (_, about) in KINDS.items())
    parser = commands.add_parser(
        "new",
        help="begin a centre, session, module, page, poster, run or local text",
        description=f"Begin something of your own by a few questions. KIND is one of:\n{listed}\n\n"
        "Enter leaves a question out. Ctrl+C stops, and nothing is written.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("kind", metavar="KIND", choices=KINDS, help="what to begin")
    parser.add_argument("name", metavar="NAME", nargs="?", default="", help="the module, or the place")
    add_today(parser, "the day to write down as the one on which contacts and dates were checked")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    programme, problems = load(options.root)
    if programme is None:
        print("Some files have mistakes. Mend them first; programme check lists them:", file=sys.stderr)
        print("\n".join(map(str, problems[:10])), file=sys.stderr)
        return 2
    try:
        made = KINDS[options.kind][0](programme, options)
        paths = made.write(options.root)
    except (CannotAdoptError, NoAnswerError) as reason:
        said = f"no answer to: {reason}" if isinstance(reason, NoAnswerError) else reason
        print(f"\nNothing was written: {said}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. Nothing was written.", file=sys.stderr)
        return 130
    print()
    for path in paths:
        print(f"Made {path}")
    print(made.next)
    return 0
