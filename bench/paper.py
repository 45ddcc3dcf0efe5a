"""How fast and how large the files to print are, and how WeasyPrint does with the same session.

Run it as `python3 make.py bench paper`. Each step is a process of its own: CPU seconds of all that it does
after the sources are read, and its most memory in MB. WeasyPrint is not among our packages; without it
(`pip install weasyprint`, which needs Pango) its line is left out. It gets the same HTML and the same font.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parent.parent
SESSION = "relapse"


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(words)
    if options.step:
        _measure(options.step, options.folder)
        return 0
    folder = Path(tempfile.mkdtemp(prefix="programme-bench-"))
    print(f"{'':46} {'CPU s':>7} {'MB':>5} {'files':>6} {'s/file':>7}")
    try:
        for step in STEPS:
            command = [
                sys.executable,
                str(REPOSITORY / "bench"),
                "paper",
                "--step",
                step,
                "--folder",
                str(folder),
            ]
            subprocess.run(command, check=True)
    finally:
        shutil.rmtree(folder)
    return 0


def _measure(step: str, folder: Path) -> None:
    from programme.formats.manuscripts import Manuscripts
    from programme.load import load
    from programme.paper.jobs import Press

    programme, _ = load(REPOSITORY)
    assert programme is not None
    begin = time.process_time()
    count = STEPS[step](Press(Manuscripts(programme)), folder)
    cpu = time.process_time() - begin
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if count:
        print(f"{step:46} {cpu:7.2f} {most:5.0f} {count:6} {cpu / count:7.3f}", flush=True)


def _trees(press: Any, folder: Path) -> int:
    return len([press.texts.document(one) for one in press.texts.sessions])


def _handouts(press: Any, folder: Path) -> int:
    sessions = list(press.texts.sessions)
    return _make(folder / "handouts", [press.handout(one, size) for size in (14, 18) for one in sessions])


def _in_two_languages(press: Any, folder: Path) -> int:
    """As if every session were translated: Welsh words and fonts around the same texts."""
    from dataclasses import replace

    from programme.formats.manuscripts import Manuscripts
    from programme.paper.jobs import Press

    class AllOfThem(Manuscripts):
        sessions = property(lambda self: tuple(self.programme.sessions))  # type: ignore[assignment]

    welsh = next(one.language for one in press.texts.programme.others if one.language.code == "cy")
    other = Press(AllOfThem(replace(press.texts.programme, language=welsh)), press.engine)
    jobs = [
        one.handout(each, size) for one in (press, other) for size in (14, 18) for each in one.texts.sessions
    ]
    return _make(folder / "two", jobs)


def _all(press: Any, folder: Path) -> int:
    return _make(folder / "all", list(press.jobs()))


def _one(press: Any, folder: Path) -> int:
    one = next(one for one in press.texts.sessions if one.id == SESSION)
    job = press.handout(one, 14)
    job.make()
    return _times(job.make, 5)


def _make(folder: Path, jobs: list[Any]) -> int:
    from programme.formats.store import make_all

    made = list(make_all(jobs, folder))
    assert all(one.kept for one in made)
    return len(made)


def _weasyprint(press: Any, folder: Path) -> int:
    if not find_spec("weasyprint"):
        print("WeasyPrint is not installed")
        return 0
    from weasyprint import HTML

    from programme.paper import fonts
    from programme.tree.lines import unmarked
    from programme.tree.markup import to_html

    font = fonts.folder(fonts.PACKAGES[0]) / "AtkinsonHyperlegible-Regular.ttf"
    style = f"@font-face {{ font-family: A; src: url({font.as_uri()}) }} body {{ font: 14pt A }}"
    body = to_html(unmarked(press.texts.texts[SESSION]))
    page = f"<html lang=en><title>{SESSION}</title><style>{style}</style><body>{body}</body></html>"
    return _times(lambda: HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"), 5)


def _times(do: Callable[[], object], times: int) -> int:
    for _ in range(times):
        do()
    return times


STEPS: dict[str, Callable[..., int]] = {
    "sessions to trees": _trees,
    "all handouts, 14 and 18 points": _handouts,
    "the same, unchanged": _handouts,
    "handouts in two sizes and two languages": _in_two_languages,
    "the same again, unchanged": _in_two_languages,
    "every PDF": _all,
    "every PDF, unchanged": _all,
    "one handout, warm (Typst)": _one,
    "one handout, warm (WeasyPrint)": _weasyprint,
}
