"""programme drift: which of the centre's files need a look after an update."""

import argparse
import sys
from pathlib import Path
from typing import Any

from programme.adopting import shared_files
from programme.based_on import forget, keep, records, text_of
from programme.commands.shared import add_today
from programme.drifting import Change, Unchecked, changes, places, unchecked
from programme.everyday import MAKE
from programme.hints import did_you_mean
from programme.load import load
from programme.problems import errors
from programme.rendering import day
from programme.then_now import then_and_now


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "drift",
        help="after an update: which of your files rest on shared text that has changed",
        description="Compare what your files were based on with the shared texts of today, and say what "
        "changed. Also lists contacts that nobody has checked for six months. Exit status 1 if there is "
        "something to look at.",
    )
    add_today(parser, "the day to count six months back from")
    parser.add_argument(
        "--seen",
        metavar="PATH",
        nargs="+",
        help="you have looked at these files of yours: they now rest on the shared text as it is today",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    programme, problems = load(options.root)
    edition = programme.course.value.edition if programme else "unknown"
    if options.seen:
        return _seen(options.root, options.seen, edition)
    found = changes(options.root)
    stale = list(unchecked(programme, options.today)) if programme else []
    for change in found:
        print("\n".join(_told(change, edition)))
    if stale:
        print("\n".join(_not_checked(stale)))
    if errors(problems):
        print(f"There are mistakes in the files as well. This lists them: {MAKE} check")
    elif not found and not stale:
        print("Nothing has changed under your files, and all contacts were checked in the last six months.")
    return 1 if found or stale or errors(problems) else 0


_HEAD = {
    "changed": "The shared {thing} has changed since {since}.",
    "gone": "The shared {thing} is gone. It was there in {since}. {gone}",
    "renamed": "The shared file has a new name since {since}: {to}. Yours is shown as well. To put yours "
    "in its place, move it to centre/{to}.",
    "unknown": "It stands for a shared file, but nobody noted which text it was based on. Compare them.",
}
_GONE = {
    True: "Your words are not shown any more. Move what you need elsewhere, and delete this file.",
    False: "Yours is still shown, as a file of your own.",
}


def _told(change: Change, edition: str) -> list[str]:
    thing = "text of this place" if change.place else "file"
    since = f"edition {change.edition}" if change.edition != edition else "you took it"
    words = {"thing": thing, "since": since, "to": change.to, "gone": _GONE[change.place]}
    lines = [change.path, f"  {_HEAD[change.what].format(**words)}", ""]
    if change.what == "changed":
        lines += then_and_now(change.then, change.now)
    if not (change.place and change.what == "gone"):  # a text that is shown nowhere can only go
        lines += [f"  When you have dealt with it: {MAKE} drift --seen {change.path}", ""]
    return lines


def _not_checked(stale: list[Unchecked]) -> list[str]:
    lines = ["Not checked for six months. Try each, then write checked_on: and the day."]
    for one in stale:
        last = f"last checked on {day(one.on)}" if one.on else "never checked"
        lines.append(f"  {one.path}:{one.line}: {one.name}, {last}")
    return [*lines, ""]


def _seen(root: Path, paths: list[str], edition: str) -> int:
    """Nothing is written unless every path is one that a record can stand for."""
    shared = set(shared_files(root))
    defaults = dict(places(root, shared))
    named = [path.replace("\\", "/").removeprefix("./").removeprefix("centre/") for path in paths]
    for path in named:
        if path not in shared and path not in defaults and path not in records(root):
            own = [change.path for change in changes(root)]
            print(
                f"programme drift: no file of yours is named {path}; {did_you_mean(path, own)}",
                file=sys.stderr,
            )
            return 2
    for path in named:
        now = defaults.get(path) or (text_of(root, path) if path in shared else None)
        if now is None:
            forget(root, path)
        else:
            keep(root, path, now, edition)
    print("Noted.")
    return 0
