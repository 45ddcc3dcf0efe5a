"""A site for each of many centres, with MkDocs, in as many processes as there are cores.

Each process has a copy of the shared sources, and puts one centre after the other into its folder centre/.
Every site is a whole build by mkdocs_events, so nothing can be in it that a build of that centre alone would
not give. What is the same for many centres is remembered by `shared_work`, and a test compares the bytes.
"""

import argparse
import logging
import multiprocessing
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mkdocs.commands.build import build
from mkdocs.config import load_config

from programme.centres import Order, Outcome, orders, part, told
from programme.model.base import NATIONS
from shared_work import SharedWork

SOURCES = ("course", "plan", "posters", "docs", "translations", "hooks", "mkdocs.yml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 all are built, 1 some are not, 2 the command was not understood."""
    parser = argparse.ArgumentParser(prog="programme build-centres")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--to", type=Path, default=Path("sites"))
    parser.add_argument("--part", default="1/1")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args(arguments)
    try:
        wanted = part(orders(options.folder), options.part)
    except ValueError as error:
        print(f"programme build-centres: {error}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="centres-") as folder:
        outcomes = list(
            _all(wanted, options.root.resolve(), Path(folder), options.to.resolve(), options.jobs)
        )
    print(told(sorted(outcomes, key=lambda one: one.name), options.to))
    return 1 if any(one.trouble for one in outcomes) else 0


def _all(wanted: list[Order], root: Path, folder: Path, to: Path, jobs: int) -> Iterator[Outcome]:
    """Outcomes as they come. A process that dies takes only the centres with it that it had not begun."""
    runs: dict[Future[Outcome], Order] = {}
    with ProcessPoolExecutor(
        max(1, min(jobs, len(wanted))), initializer=_begin, initargs=(root, folder)
    ) as pool:
        for order in wanted:
            runs[pool.submit(_one, order, to)] = order
        for done in as_completed(runs):
            name = runs[done].name
            try:
                outcome = done.result()
            except Exception as error:  # whatever befell it must not stop the others
                outcome = Outcome(name, f"{type(error).__name__}: {error}")
            print(f"{'Not built' if outcome.trouble else 'Built'}: {name}", flush=True)
            yield outcome


class _Here:
    """The folder in which this process builds, and what it remembers."""

    workshop = Path()
    shared: SharedWork


def _begin(root: Path, folder: Path) -> None:
    _Here.workshop = folder / f"{multiprocessing.current_process().pid}"
    _Here.workshop.mkdir()
    for name in SOURCES:
        source, target = root / name, _Here.workshop / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copyfile(source, target)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    load_config(str(_Here.workshop / "mkdocs.yml"))  # with all modules that a build imports
    _Here.shared = SharedWork()


def _one(order: Order, to: Path) -> Outcome:
    """Build one centre. What is wrong with it is its outcome, whatever it is."""
    own = _Here.workshop / "centre"
    shutil.rmtree(own, ignore_errors=True)
    if order.source.is_dir():
        shutil.copytree(order.source, own)
    else:
        own.mkdir()
        shutil.copyfile(order.source, own / "centre.yml")
    _Here.shared.own = _words(own / "centre.yml")
    with _said() as said:
        try:
            config = load_config(
                str(_Here.workshop / "mkdocs.yml"), site_dir=str(to / order.name), strict=True
            )
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except (Exception, SystemExit) as error:  # MkDocs stops a build by leaving
            return Outcome(order.name, "\n".join([*said, str(error)]))
    return Outcome(order.name)


def _words(file: Path) -> tuple[str, ...]:
    """Words that this centre alone has, as far as they can be told without reading it as YAML."""
    found = re.findall(
        r":[ \t]+[\"']?([^\s\"'#][^\n\"'#]{3,})", file.read_text(encoding="utf-8", errors="replace")
    )
    return tuple(sorted({one.strip() for one in found} - set(NATIONS)))


@contextmanager
def _said() -> Iterator[list[str]]:
    """What MkDocs warns of, in place of its own output."""

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    said: list[str] = []
    log, keep = logging.getLogger("mkdocs"), Keep(logging.WARNING)
    log.addHandler(keep)
    try:
        yield said
    finally:
        log.removeHandler(keep)


if __name__ == "__main__":
    sys.exit(main())
