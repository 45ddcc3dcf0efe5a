"""programme files: what people print, made from the same sources as the site."""

import argparse
import sys
from pathlib import Path
from typing import Any

from programme.commands.shared import sources
from programme.formats import every
from programme.formats.every import FORMATS
from programme.formats.store import make_all
from programme.hints import did_you_mean
from programme.problems import tell

SIZES = (14, 18, 24)


def add(commands: Any) -> None:
    files = commands.add_parser(
        "files",
        help="make the handouts and other files to print",
        description="Make handouts, modules, the whole course and the plan as PDF, also in large print. "
        "A file whose sources have not changed is not made again.",
    )
    files.add_argument(
        "--only",
        metavar="SESSION",
        nargs="+",
        default=[],
        help="only these sessions, modules or posters, by the names of their files or folders",
    )
    files.add_argument(
        "--format", choices=tuple(FORMATS), action="append", help="one kind of file; all if you leave it out"
    )
    files.add_argument(
        "--size",
        type=int,
        choices=SIZES,
        action="append",
        help="size of the text in points: 14, 18 (large print) or 24; both 14 and 18 if you leave it out",
    )
    files.add_argument(
        "--to", type=Path, metavar="FOLDER", default=Path("to-print"), help="where to put them (to-print)"
    )
    files.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    programme = sources(options)
    if programme is None:
        return 1
    sizes = tuple(options.size or every.SIZES)
    jobs = list(every.jobs(every.manuscripts(programme), options.format or FORMATS, sizes))
    names = {name for job in jobs for name in job.names}
    if unknown := [one for one in options.only if one not in names]:
        print(
            f"programme files: there is no '{unknown[0]}'; {did_you_mean(unknown[0], names)}", file=sys.stderr
        )
        return 2
    wanted = [job for job in jobs if not options.only or set(job.names) & set(options.only)]
    return _make(list(make_all(wanted, options.to, _telling(len(wanted)))), options.to)


def _make(results: list[Any], folder: Path) -> int:
    problems = [problem for one in results for problem in one.problems]
    if problems:
        print(tell(problems))
    fresh = sum(one.fresh for one in results if one.kept)
    kept = len([one for one in results if one.kept]) - fresh
    same = f"; {kept} had not changed" if kept else ""
    print(f"{fresh} {'file' if fresh == 1 else 'files'} made in {folder}{same}.")
    return 1 if problems else 0


def _telling(count: int) -> Any:
    """One line that says what is being made, written over itself; nothing where nobody looks."""

    def tell_one(job: Any) -> None:
        if sys.stderr.isatty():
            print(f"\r\x1b[2K{job.uri}", end="", file=sys.stderr, flush=True)

    return tell_one
