"""A site for each of many centres, with MkDocs, in as many processes as there are cores.

Each process has a copy of the shared sources, and puts one centre after the other into its folder centre/.
Every site is a whole build by mkdocs_events, so nothing can be in it that a build of that centre alone would
not give. What is the same for many centres is remembered, and a test compares the bytes.

Where processes can be forked, the first centre of each nation is built before: all of them then begin with
what it left to be remembered.
"""

import argparse
import gc
import logging
import multiprocessing
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_events import PAPERS
from mkdocs_memory import MkDocsMemory
from programme.centres import Order, Outcome, nation, orders, own_words, part, told
from programme.remembering import Memory, remembering

SOURCES = ("course", "plan", "posters", "docs", "translations", "hooks", "mkdocs.yml")
FORKS = sys.platform == "linux"
"""Elsewhere a fork is not there, or not safe once libraries of the system have begun threads of their own."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 all are built, 1 some are not, 2 the command was not understood."""
    parser = argparse.ArgumentParser(prog="programme build-centres")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--to", type=Path, default=Path("sites"))
    parser.add_argument("--part", default="1/1")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--files", action="store_true")
    options = parser.parse_args(arguments)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    if not options.files:
        os.environ[PAPERS] = "off"
    try:
        wanted = part(orders(options.folder), options.part)
    except ValueError as error:
        print(f"programme build-centres: {error}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="centres-") as folder:
        warm = FORKS and not options.files  # what makes PDFs has threads, which a fork would lose
        run = _Run(options.root.resolve(), Path(folder), options.to.resolve(), options.jobs, warm)
        outcomes = [_said_now(one) for one in run.outcomes(wanted)]
    print(told(sorted(outcomes, key=lambda one: one.name), options.to, options.files))
    return 1 if any(one.trouble for one in outcomes) else 0


def _said_now(outcome: Outcome) -> Outcome:
    print(f"{'Not built' if outcome.trouble else 'Built'}: {outcome.name}", flush=True)
    return outcome


class _Run:
    """One call of the command: from where, by copies in which folder, to where, in how many processes."""

    def __init__(self, root: Path, folder: Path, to: Path, jobs: int, warm: bool) -> None:
        self._root, self._folder, self._to, self._jobs, self._warm = root, folder, to, jobs, warm
        self._mkdocs = MkDocsMemory(Memory())

    def outcomes(self, wanted: list[Order]) -> Iterator[Outcome]:
        """As they come. A process that dies takes all others with it: what is left then gets one each."""
        jobs = max(1, min(self._jobs, len(wanted)))
        first = _first(wanted, jobs) if self._warm and jobs > 1 else []
        yield from self._here(first)
        left = [order for order in wanted if order not in first]
        for outcome in self._apart(left, jobs):
            left = [order for order in left if order.name != outcome.name]
            yield outcome
        for order in left:
            died = Outcome(order.name, "The process that built it died.")
            yield next(self._apart([order], 1), died)

    def _here(self, first: list[Order]) -> Iterator[Outcome]:
        """In this process, so that all that are forked from it begin with what these leave."""
        if first:
            here = _Workshop(self._root, self._folder, self._mkdocs)
            yield from (here.outcome(order, self._to) for order in first)
            self._mkdocs.memory.keep()
            gc.collect()
            gc.freeze()  # what is never looked at for rubbish again stays in memory once, for all processes

    def _apart(self, wanted: list[Order], jobs: int) -> Iterator[Outcome]:
        """In processes of their own; nothing of those that were left when one of these died."""
        context = multiprocessing.get_context("fork" if FORKS else "spawn")
        given = (self._root, self._folder, self._mkdocs)
        with ProcessPoolExecutor(jobs, context, initializer=_Workshop.open, initargs=given) as pool:
            runs = {pool.submit(_Workshop.outcome_here, order, self._to): order for order in wanted}
            for done in as_completed(runs):
                try:
                    yield done.result()
                except BrokenProcessPool:
                    continue
                except Exception as error:  # whatever befell it must not stop the others
                    yield Outcome(runs[done].name, f"{type(error).__name__}: {error}")


def _first(wanted: list[Order], jobs: int) -> list[Order]:
    """One centre of each nation that has more of them than there are processes: there it spares work."""
    of: dict[str, list[Order]] = defaultdict(list)
    for order in wanted:
        of[nation(order)].append(order)
    return [centres[0] for name, centres in of.items() if name and len(centres) > jobs]


class _Workshop:
    """A copy of the shared sources, in which one centre after the other is built."""

    here: ClassVar["_Workshop"]
    """That of this process."""

    def __init__(self, root: Path, folder: Path, mkdocs: MkDocsMemory) -> None:
        self.folder, self.mkdocs = folder / f"{os.getpid()}", mkdocs
        self.folder.mkdir()
        for name in SOURCES:
            source, target = root / name, self.folder / name
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.is_file():
                shutil.copyfile(source, target)

    @classmethod
    def open(cls, root: Path, folder: Path, mkdocs: MkDocsMemory) -> None:
        cls.here = cls(root, folder, mkdocs)

    @classmethod
    def outcome_here(cls, order: Order, to: Path) -> Outcome:
        return cls.here.outcome(order, to)

    def outcome(self, order: Order, to: Path) -> Outcome:
        """Build one centre. What is wrong with it is its outcome, whatever it is."""
        self._take_in(order)
        with _said() as said, remembering(self.mkdocs.memory):
            try:
                self._build(to / order.name)
            except SystemExit as error:  # MkDocs stops a build by leaving, once it has said why
                return Outcome(order.name, "\n".join(said) or str(error))
            except Exception as error:
                return Outcome(order.name, "\n".join([*said, str(error)]))
            finally:
                self.mkdocs.memory.next_site()
        return Outcome(order.name)

    def _take_in(self, order: Order) -> None:
        own = self.folder / "centre"
        shutil.rmtree(own, ignore_errors=True)
        if order.source.is_dir():
            shutil.copytree(order.source, own)
        else:
            own.mkdir()
            shutil.copyfile(order.source, own / "centre.yml")
        self.mkdocs.own = own_words(order)

    def _build(self, site: Path) -> None:
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(site), strict=True)
        config.plugins["memory"] = self.mkdocs
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()


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
