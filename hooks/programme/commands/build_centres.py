"""programme build-centres: a site for each centre of a folder."""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

BUILDER = "hooks/mkdocs_centres.py"
"""A program of its own, because the core does not know MkDocs."""


def add(commands: Any) -> None:
    build = commands.add_parser(
        "build-centres",
        help="build a site for each centre of a folder",
        description="Build a site for each centre of FOLDER: for each file NAME.yml, written as centre.yml, "
        "and for each folder NAME with what would stand in the folder centre. A centre with a mistake does "
        "not stop the others; it is told at the end. Exit status 1 if there was one. The sites have no files "
        "to print, and say nothing of any, unless --files is given: it makes each centre's own.",
    )
    build.add_argument("folder", type=Path, metavar="FOLDER", help="the folder with the centres")
    build.add_argument(
        "--to", type=Path, metavar="FOLDER", default=Path("sites"), help="where to put the sites (sites)"
    )
    build.add_argument("--part", metavar="N/M", default="1/1", help="only a share of them, for example 2/8")
    build.add_argument(
        "--jobs", type=int, metavar="N", default=os.cpu_count() or 1, help="how many at once (one a core)"
    )
    build.add_argument(
        "--files", action="store_true", help="make handouts and other files to print too, which takes longer"
    )
    build.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    words = [str(options.folder), "--root", str(options.root), "--to", str(options.to)]
    words += ["--part", options.part, "--jobs", str(options.jobs)]
    words += ["--files"] if options.files else []
    return subprocess.run([sys.executable, str(options.root / BUILDER), *words]).returncode
