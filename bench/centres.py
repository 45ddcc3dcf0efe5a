"""What a site costs when many centres are built at once, beside a full build of one.

Run it as `python3 make.py bench centres`. It makes centres of all four nations, one in five with pages and
choices of its own. It builds one of them alone with `mkdocs build`, then all with `programme build-centres`,
then the one again, each in processes of their own and without files to print. CPU is that of all processes
together; memory is the largest of any process, times how many there are. Both builds of one count by half,
because other work on the machine makes every figure larger.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
SOURCES = ("course", "plan", "posters", "docs", "hooks", "translations", "mkdocs.yml")
NATIONS = ("england", "scotland", "wales", "northern-ireland")
CENTRE = """name: Town {n} MS team
nation: {nation}
contacts:
  - purpose: Relapse advice and questions
    phone: 01632 960{n:03}
    email: team{n}@example.org
    hours: Monday to Friday, 9:00 to 16:00
    answered_within: 2 working days
  - purpose: Changing an appointment
    phone: 01632 960{other:03}
site_address: https://town{n}.example.org/course/
"""
CHOICES = """course:
  leave_out: [closing-my-plan]
"""
PAGE = """---
title: Getting to us
description: How to get to our clinic.
---

Bus {n} stops at the door of {{{{ centre.name }}}}.
[Who to call](course/navigating-the-nhs/who-to-call.md) if you are late.
"""
LOCAL = "Group {n} meets on Mondays.\n"
OWN = 5
"""One centre in so many has texts of its own."""


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench centres", description=__doc__)
    parser.add_argument("--centres", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="centres-bench-") as folder:
        root, centres = Path(folder) / "repository", Path(folder) / "centres"
        _copy(root)
        for n in range(options.centres):
            _centre(centres / f"town-{n:03}", n)
        alone = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict"]
        shutil.copytree(centres / "town-000", root / "centre")
        before = _run(alone, root)
        (root / "centre").rename(root / "its-centre")
        command = [sys.executable, "-m", "programme", "build-centres", str(centres)]
        command += ["--to", f"{folder}/sites", "--jobs", str(options.jobs)]
        begin = time.perf_counter()
        cpu, memory = _run(command, root)
        wall, each = time.perf_counter() - begin, cpu / options.centres
        (root / "its-centre").rename(root / "centre")
        one = (before[0] + _run(alone, root)[0]) / 2
        print(f"one full build: {one:.2f} s of CPU, {before[1]:.0f} MB")
        print(f"{options.centres} centres: {wall:.0f} s by the clock, {cpu:.0f} s of CPU")
        print(f"a centre: {each:.2f} s of CPU, {each / one:.2f} of a full build")
        print(f"memory: {memory:.0f} MB a process, at most {memory * (options.jobs + 1):.0f} MB in all")
    return 0


def _centre(folder: Path, n: int) -> None:
    text = CENTRE.format(n=n, other=(n + 500) % 1000, nation=NATIONS[n % 4])
    (folder / "docs").mkdir(parents=True)
    if n % OWN == 0:
        text += CHOICES
        (folder / "docs/getting-to-us.md").write_text(PAGE.format(n=n))
        (folder / "local").mkdir()
        (folder / "local/groups-near-you.md").write_text(LOCAL.format(n=n))
    (folder / "centre.yml").write_text(text)


def _copy(root: Path) -> None:
    root.mkdir()
    for name in SOURCES:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copyfile(source, root / name)


def _run(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds of CPU of a command and all that it starts, and MB of the largest process so far."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    given = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(folder / "hooks"),
        "PROGRAMME_FILES": "off",
    }
    done = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, after.ru_maxrss / 1024
