"""programme files: what people print, made from the same sources as the site."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from programme.commands.progress import progress
from programme.formats.every import FORMATS, ON_REQUEST
from programme.formats.every import SIZES as USUAL
from programme.formats.unchanged import digest, remember, unchanged
from programme.today import VARIABLE

if TYPE_CHECKING:
    from programme.formats.job import Job
    from programme.formats.store import Result

SIZES = (14, 18, 24)


def add(commands: Any) -> None:
    files = commands.add_parser(
        "files",
        help="make the handouts and other files to print",
        description="Make handouts, modules, the whole course and the plan as PDF, also in large print, "
        "e-books and plain text. Braille (brf) is made only if you ask for it, and needs liblouis. "
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
        "--format",
        choices=(*FORMATS, *ON_REQUEST),
        action="append",
        help="one kind of file; all but brf if you leave it out",
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
    """Nothing of the programme is read, nor its code, while nothing can be new."""
    asked = (options.only, options.format, options.size, os.environ.get(VARIABLE))
    key = digest(options.root, *asked)
    if count := unchanged(options.to, key):
        print(_summary(0, count, options.to))
        return 0
    status, made = _make(options)
    if not status:
        remember(options.to, key, made)
    return status


def _make(options: argparse.Namespace) -> tuple[int, dict[str, int]]:
    """Exit status, and what is there now: site path → bytes."""
    from programme.commands.shared import sources
    from programme.formats import every
    from programme.formats.store import make_all

    programme = sources(options)
    if programme is None:
        return 1, {}
    formats = options.format or list(FORMATS)
    all_texts = every.manuscripts(programme)
    hindrances = every.hindrances(all_texts, formats)
    for one in hindrances:
        print(f"programme files: {one}.", file=sys.stderr)
    sizes = tuple(options.size or USUAL)
    jobs = [one for one in every.jobs(all_texts, formats, sizes) if one.size or not _sized_only(options)]
    wanted = _wanted(jobs, options.only)
    if wanted is None or (hindrances and not jobs):
        return 2, {}
    with progress() as telling:
        results = list(make_all(wanted, options.to, telling))
    failed = _told(results, options.to)
    return 2 if hindrances else failed, {one.job.uri: one.kept.bytes_ for one in results if one.kept}


def _wanted(jobs: "list[Job]", only: list[str]) -> "list[Job] | None":
    """The jobs that `only` names, all without it; None, and why, if a name fits nothing."""
    from programme.hints import did_you_mean

    names = {name for job in jobs for name in job.names}
    if jobs and (unknown := [one for one in only if one not in names]):
        hint = did_you_mean(unknown[0], names)
        print(f"programme files: there is no '{unknown[0]}'; {hint}", file=sys.stderr)
        return None
    return [job for job in jobs if not only or job.names & set(only)]


def _sized_only(options: argparse.Namespace) -> bool:
    """Who asks for a size of letters alone means the files that have one."""
    return bool(options.size and not options.format)


def _told(results: "list[Result]", folder: Path) -> int:
    from programme.problems import tell

    problems = [problem for one in results for problem in one.problems]
    if problems:
        print(tell(problems))
    fresh = sum(one.fresh for one in results if one.kept)
    print(_summary(fresh, len([one for one in results if one.kept]) - fresh, folder))
    return 1 if problems else 0


def _summary(fresh: int, same: int, folder: Path) -> str:
    unchanged_ = f"; {same} had not changed" if same else ""
    return f"{fresh} {'file' if fresh == 1 else 'files'} made in {folder}{unchanged_}."
