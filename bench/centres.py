"""What a site costs when many centres are built at once, beside a full build of one.

Run it as `python3 make.py bench centres`. It makes centres of all four nations, builds one of them alone with
`mkdocs build`, then all with `programme build-centres`, each in processes of their own. CPU is that of all
processes together; memory is the largest of any process, times how many there are.
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


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench centres", description=__doc__)
    parser.add_argument("--centres", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="centres-bench-") as folder:
        root, centres = Path(folder) / "repository", Path(folder) / "centres"
        _copy(root)
        centres.mkdir()
        for n in range(options.centres):
            text = CENTRE.format(n=n, other=(n + 500) % 1000, nation=NATIONS[n % 4])
            (centres / f"town-{n:03}.yml").write_text(text)
        (root / "centre").mkdir()
        shutil.copyfile(centres / "town-000.yml", root / "centre/centre.yml")
        one = _run([sys.executable, "-m", "mkdocs", "build", "-q", "--strict"], root)
        print(f"one full build: {one[0]:.2f} s of CPU, {one[1]:.0f} MB")
        shutil.rmtree(root / "centre")
        command = [
            sys.executable,
            "-m",
            "programme",
            "build-centres",
            str(centres),
            "--to",
            f"{folder}/sites",
        ]
        begin = time.perf_counter()
        cpu, memory = _run([*command, "--jobs", str(options.jobs)], root)
        each = cpu / options.centres
        print(
            f"{options.centres} centres: {time.perf_counter() - begin:.0f} s by the clock, {cpu:.0f} s of CPU"
        )
        print(f"a centre: {each:.2f} s of CPU, {each / one[0]:.2f} of a full build")
        print(f"memory: {memory:.0f} MB a process, at most {memory * (options.jobs + 1):.0f} MB in all")
    return 0


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
    given = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder / "hooks")}
    done = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, after.ru_maxrss / 1024
