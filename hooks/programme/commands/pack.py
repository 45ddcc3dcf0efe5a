"""programme pack: all that people need to lead a session, a run or the whole course, in one zip."""

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from programme.commands.progress import progress
from programme.commands.shared import sources
from programme.everyday import MAKE
from programme.formats import every
from programme.formats.store import make_all
from programme.hints import did_you_mean, nearest
from programme.problems import tell
from programme.whole import Programme

PEOPLE, SIZES = 12, (14, 18, 24)


def add(commands: Any) -> None:
    pack = commands.add_parser(
        "pack",
        help="make the pack of a session, of a run or of the whole course: one zip, ready to print",
        description="Make one zip with all that people need to lead: run sheet, handouts, cards, sign-in "
        "sheet, feedback form, certificate, checklist, slides, Word files. That of a run of "
        "centre/dates.yml has its days and times on every sheet.",
    )
    pack.add_argument(
        "only", metavar="SESSION", nargs="?", help="a session, by the name of its file: relapse"
    )
    pack.add_argument("--course", action="store_true", help="the whole course")
    pack.add_argument("--run", dest="run_id", metavar="RUN", help="a run, by its id in centre/dates.yml")
    pack.add_argument("--session", metavar="SESSION", nargs="+", default=[], help="of the run only these")
    pack.add_argument("--start", metavar="TIME", type=_clock, help="when it starts: 14:00")
    pack.add_argument(
        "--people", metavar="N", type=_count, default=PEOPLE, help=f"how many people come ({PEOPLE})"
    )
    pack.add_argument(
        "--size", type=int, choices=SIZES, action="append", help="size of the text in points: 14 and 18"
    )
    pack.add_argument(
        "--to", type=Path, metavar="FOLDER", default=Path("to-print"), help="where to put it (to-print)"
    )
    pack.set_defaults(run=run)


def _clock(said: str) -> str:
    if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", said):
        raise argparse.ArgumentTypeError(f"'{said}' is no time of day; write it as 14:00")
    return said.zfill(5)


def _count(said: str) -> int:
    if not said.isdigit() or not 1 <= int(said) <= 200:
        raise argparse.ArgumentTypeError(f"'{said}' is no number of people from 1 to 200")
    return int(said)


def run(options: argparse.Namespace) -> int:
    programme = sources(options)
    if programme is None:
        return 1
    if wrong := "".join(list(_wrong(options, programme))[:1]):
        print(f"programme pack: {wrong}", file=sys.stderr)
        return 2
    return _make(options, programme)


def _wrong(options: argparse.Namespace, programme: Programme) -> Iterable[str]:
    """What cannot be meant, and what can."""
    sessions = [one.id for one in programme.sessions]
    runs = {one.id: one for one in programme.runs}
    asked = [bool(options.only), options.course, bool(options.run_id)]
    if sum(asked) != 1:
        yield "name one thing: a session, or --course, or --run and a run"
    for one in filter(None, (options.only, *options.session)):
        if one not in sessions:
            yield f"there is no session '{one}'; {did_you_mean(one, sessions)}"
    if options.run_id and not programme.dates:
        yield f"there is no centre/dates.yml, so there are no runs; begin one with: {MAKE} new run"
    elif options.run_id and options.run_id not in runs:
        close = nearest(options.run_id, runs)
        there = f" The runs are: {', '.join(runs)}." if close else ""
        yield f"there is no run '{options.run_id}'; {did_you_mean(options.run_id, runs)}{there}"
    elif options.run_id and runs[options.run_id].cancelled:
        yield f"the run '{options.run_id}' is cancelled"
    elif options.run_id and options.start:
        yield "a run has its own times; leave out --start"
    elif options.run_id and options.session:
        yield from _not_in_run(options, programme)
    if options.session and not options.run_id:
        yield "--session goes with --run; for one session alone, write its name first"


def _not_in_run(options: argparse.Namespace, programme: Programme) -> Iterable[str]:
    from programme.packs.meetings import split

    run = next(one for one in programme.runs if one.id == options.run_id)
    held = {session.id for one in split(programme, run).meetings for session in one.sessions}
    for one in options.session:
        if one not in held:
            yield f"no meeting of '{run.id}' covers '{one}'; {did_you_mean(one, held)}"


def _make(options: argparse.Namespace, programme: Programme) -> int:
    from programme.packs.making import Wanted, made_pack

    wanted = Wanted(
        session=options.only or "",
        run=options.run_id or "",
        sessions=tuple(options.session),
        start=options.start or "",
        people=options.people,
        sizes=tuple(options.size or every.SIZES),
    )
    with progress() as telling:
        pack, job, problems = made_pack(programme, wanted, options.root / ".cache" / "papers", telling)
    if not problems and job:
        results = list(make_all([job], options.to))
        problems = [problem for one in results for problem in one.problems]
    if problems or not job:
        print(tell(problems))
        return 1
    file = options.to / job.uri
    size = file.stat().st_size / 1e6
    print(f"{file}: {len(pack.leaves) + 2} files, {size:.1f} MB, for {options.people} people.")
    for sentence in pack.says:
        print(sentence)
    return 0
