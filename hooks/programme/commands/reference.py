"""programme reference: what is made from the models, made anew."""

import argparse
from typing import Any


def add(commands: Any) -> None:
    reference = commands.add_parser(
        "reference",
        help="write the authors' reference and the JSON Schema files anew",
        description="Write docs/authors/reference/ and schemas/ from the models. Run it after a change.",
    )
    reference.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from programme.reference import reference

    for path, text in reference():
        (options.root / path).parent.mkdir(parents=True, exist_ok=True)
        (options.root / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)
    return 0
