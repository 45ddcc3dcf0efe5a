"""How fast, how much memory, how large: our build beside plain mkdocs-material over the same pages.

Run it as `python3 make.py bench`. Every figure is of a whole process (CPU of it and its children), so
what is compared is what a person waits for. Figures go into notes with the machine they were read on.
"""

import argparse
import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import paper
from sources import generate

import centres
import search

REPOSITORY = Path(__file__).parent.parent
MATERIAL = """theme:
  name: material
  font: false
  features: [navigation.sections, navigation.prune, navigation.indexes, navigation.footer]
plugins:
  - search
"""


@dataclass(frozen=True)
class Figures:
    """CPU and wall in seconds, memory in MB: medians of the runs; size in MB of what was written."""

    cpu: float
    wall: float
    memory: float
    size: float = 0.0

    def __str__(self) -> str:
        size = f"{self.size:7.1f}" if self.size else "      –"
        return f"{self.cpu:7.2f} {self.wall:7.2f} {self.memory:7.0f} {size}"


def main() -> int:
    if sys.argv[1:2] == ["paper"]:
        return paper.main(sys.argv[2:])
    if sys.argv[1:2] == ["centres"]:
        return centres.main(sys.argv[2:])
    if sys.argv[1:] == ["search"]:
        return search.main()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1000], help="sizes of site to build")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command; the median is printed")
    options = parser.parse_args()
    print(f"{'':34} {'CPU s':>7} {'wall s':>7} {'MB':>7} {'site MB':>7}")
    builds = {}
    with tempfile.TemporaryDirectory(prefix="programme-bench-") as folder:
        for pages in options.pages:
            builds[pages] = _size(Path(folder) / str(pages), pages, options.runs)
    for pages, (ours, plain) in builds.items():
        print(f"{pages} pages: our build costs {ours.cpu / plain.cpu:.2f} times the CPU of plain Material")
    if len(builds) > 1:
        (small, (first, _)), *_, (large, (last, _)) = builds.items()
        print(f"from {small} to {large} pages our build costs {last.cpu / first.cpu:.1f} times the CPU")
    return 0


def _size(folder: Path, pages: int, runs: int) -> tuple[Figures, Figures]:
    """All rows for one size. Ours and plain take turns, so that a drifting machine is fair to both."""
    sources, tree = folder / "sources", folder / "tree"
    generate(REPOSITORY, sources, pages)
    _run([sys.executable, "-m", "programme", "export", str(tree)], sources)
    with (tree / "mkdocs.yml").open("a") as config:
        config.write(MATERIAL)
    count = len(list((tree / "docs").rglob("*.md")))
    mkdocs = [sys.executable, "-m", "mkdocs", "-q", "build"]
    ours_runs, plain_runs = [], []
    for _ in range(runs):
        shutil.rmtree(sources / "site", ignore_errors=True)
        ours_runs.append(_run(mkdocs, sources))
        plain_runs.append(_run(mkdocs, tree))
    ours, plain = _median(ours_runs, sources / "site"), _median(plain_runs, tree / "site")
    again = _median([_run(mkdocs, sources) for _ in range(runs)], sources / "site")
    check = _median([_run([sys.executable, "-m", "programme", "check"], sources) for _ in range(runs)])
    for name, figures in (
        ("our build", ours),
        ("plain mkdocs-material, same pages", plain),
        ("our build again, nothing changed", again),
        ("programme check", check),
    ):
        print(f"{name:34} {figures}   {count} pages", flush=True)
    copies = sum(file.stat().st_size for file in (sources / "site").glob("*.zip")) / 1e6
    print(f"{'of the site: zip to download':34} {'':7} {'':7} {'':7} {copies:7.1f}", flush=True)
    print(f"{'preview: from save to served':34} {'':7} {_preview(sources, runs):7.2f}", flush=True)
    return ours, plain


def _environment() -> dict[str, str]:
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def _run(command: list[str], folder: Path) -> Figures:
    """One run in a process of its own, so that its memory is its own."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{said}")
    return _figures(used, time.perf_counter() - begin)


def _figures(used: resource.struct_rusage, wall: float) -> Figures:
    return Figures(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def _median(runs: list[Figures], site: Path | None = None) -> Figures:
    middle = sorted(runs, key=lambda one: one.cpu)[len(runs) // 2]
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1e6 if site else 0.0
    return Figures(middle.cpu, middle.wall, middle.memory, size)


def _preview(sources: Path, runs: int) -> float:
    """Median seconds from saving a session to the server giving out the changed page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "-q", "serve", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=sources, env=_environment(), stderr=subprocess.DEVNULL)
    session = sources / "course/understanding-your-ms-service/your-team.md"
    address = f"http://127.0.0.1:{port}/course/understanding-your-ms-service/your-team.html"
    try:
        _wait(address, "MS", 300)
        return sorted(_save(session, address, number) for number in range(runs))[runs // 2]
    finally:
        server.terminate()
        server.wait()


def _save(session: Path, address: str, number: int) -> float:
    time.sleep(1)  # the watcher needs a moment of quiet, as between a person's saves
    word = f"saved{number}"
    text = session.read_text(encoding="utf-8")
    begin = time.perf_counter()
    session.write_text(
        re.sub(r"^## (saved\d+ )?Why", f"## {word} Why", text, count=1, flags=re.MULTILINE), encoding="utf-8"
    )
    _wait(address, word, 300)
    return time.perf_counter() - begin


def _wait(address: str, word: str, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                if word in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"the preview did not show '{word}' within {seconds} seconds")


if __name__ == "__main__":
    sys.exit(main())
