"""A folder with the files of many centres → who they are, and which of them are this machine's share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from programme.model.base import NATIONS

NAME = r"[a-z0-9][a-z0-9-]*"
"""The name of a centre's file or folder; it becomes that of the folder of its site."""


@dataclass(frozen=True)
class Order:
    """One centre to build: its name, and its centre.yml, or its folder with all that is its own."""

    name: str
    source: Path

    @property
    def centre_yml(self) -> Path:
        return self.source / "centre.yml" if self.source.is_dir() else self.source


@dataclass(frozen=True)
class Outcome:
    """What became of one centre; `trouble` is empty when its site was built."""

    name: str
    trouble: str = ""


def orders(folder: Path) -> list[Order]:
    """Every `<name>.yml`, and every folder `<name>` with a centre.yml in it, sorted by name.

    ValueError says what is wrong: a name that cannot be an address, one name twice, or nothing there.
    """
    files = [Order(file.stem, file) for file in folder.glob("*.yml")]
    folders = [Order(file.parent.name, file.parent) for file in folder.glob("*/centre.yml")]
    found = sorted([*files, *folders], key=lambda order: order.name)
    for order, after in zip_longest(found, found[1:]):
        if not re.fullmatch(NAME, order.name):
            raise ValueError(f"{order.source}: name it with small letters, digits and hyphens only")
        if after and order.name == after.name:
            raise ValueError(f"{order.source}: there is {after.source} too; keep one of them")
    if not found:
        raise ValueError(f"{folder} has no centre in it: no file NAME.yml, and no folder with a centre.yml")
    return found


def part(of: Sequence[Order], which: str) -> list[Order]:
    """The share `which` of a whole: 2/8 is the second of eight, which differ by one centre at most.

    ValueError says how to write it.
    """
    found = re.fullmatch(r"([1-9]\d{0,3})/([1-9]\d{0,3})", which)
    if not found or int(found[1]) > int(found[2]):
        raise ValueError(f"'{which}' is no part; write 2/8 for the second of eight")
    return list(of[int(found[1]) - 1 :: int(found[2])])


def nation(order: Order) -> str:
    """The nation of a centre, as far as it can be told without reading its file as YAML; empty where not."""
    found = re.search(r"^nation:[ \t]*[\"']?([a-z-]+)", _text(order), re.M)
    return found[1] if found and found[1] in NATIONS else ""


def own_words(order: Order) -> tuple[str, ...]:
    """Words that this centre alone has, as far as they can be told in the same way."""
    found = re.findall(r":[ \t]+[\"']?([^\s\"'#][^\n\"'#]{3,})", _text(order))
    return tuple(sorted({one.strip() for one in found} - set(NATIONS)))


def _text(order: Order) -> str:
    return order.centre_yml.read_text(encoding="utf-8", errors="replace")


def told(outcomes: Sequence[Outcome], sites: Path, files: bool = False) -> str:
    """The report at the end: what went wrong with whom, then how many sites there are. It says so where no
    `files` to print were asked for."""
    broken = [one for one in outcomes if one.trouble]
    lines = [f"{one.name}:\n  " + one.trouble.strip().replace("\n", "\n  ") + "\n" for one in broken]
    good = len(outcomes) - len(broken)
    without = "" if files else ", without files to print (--files makes them)"
    lines.append(f"{good} {'site' if good == 1 else 'sites'} in {sites}{without}.")
    if broken:
        lines.append(f"{len(broken)} not built: {', '.join(one.name for one in broken)}.")
    return "\n".join(lines)
