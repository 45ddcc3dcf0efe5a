"""programme hosting: the settings of web servers, with the headers that make the site safe and quick."""

import argparse
import sys
from pathlib import Path
from typing import Any

from programme.hosting import place, server_files
from programme.load import load


def add(commands: Any) -> None:
    hosting = commands.add_parser(
        "hosting",
        help="write settings for nginx, Apache, IIS and others",
        description="Write settings for web servers, one file each: security headers, types of files, what a "
        "browser may keep, and the page for a wrong address. They fit the site_address in centre.yml.",
    )
    hosting.add_argument(
        "folder", type=Path, metavar="FOLDER", nargs="?", default=Path("hosting"), help="where to (hosting)"
    )
    hosting.add_argument("--address", metavar="URL", default="", help="another address than in centre.yml")
    hosting.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    programme, problems = load(options.root)
    if programme is None:
        print("Some files have mistakes. Mend them first; programme check lists them:", file=sys.stderr)
        print("\n".join(map(str, problems[:10])), file=sys.stderr)
        return 1
    try:
        at = place(options.address or programme.site_address)
        options.folder.mkdir(parents=True, exist_ok=True)
        for name, text in server_files(at).items():
            (options.folder / name).write_text(text, encoding="utf-8", newline="\n")
            print(f"Made {options.folder / name}")
    except (OSError, ValueError) as error:
        print(f"programme hosting: {error}; name another folder or address", file=sys.stderr)
        return 2
    print(f"They are for a site at the path {at.folder} of its host. Each says where it goes.")
    return 0
