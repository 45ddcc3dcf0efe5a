"""What has changed under a centre's files since they were made. Compared with the copies in `based_on`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path as File
from typing import Literal

from programme.adopting import shared_files
from programme.based_on import edition_of, records, text_of
from programme.blocks_text import scan, walk
from programme.layers import Layers
from programme.model.base import Path
from programme.whole import Programme

UNCHECKED = timedelta(days=183)
"""Six months: after that nobody knows whether a number still works."""
SAME = 0.6
"""How much of a text must be the same, at least, to say that it was only given another name."""

What = Literal["changed", "gone", "renamed", "unknown"]


@dataclass(frozen=True)
class Change:
    """One file of a centre, and what happened to the shared text under it.

    `then` and `now` are that text; `now` is empty where it is gone. `to` is its new name, where it seems to
    have one. `edition` is that of `then`. `place` says that it is a `local` place and not a whole file.
    """

    path: str
    what: What
    then: str = ""
    now: str = ""
    edition: str = ""
    to: str = ""
    place: bool = False


@dataclass(frozen=True)
class Unchecked:
    """A contact or group that nobody has checked for six months; `on` is the last time, if any."""

    path: str
    line: int
    name: str
    on: date | None


def changes(root: File) -> list[Change]:
    """Every file of the centre that needs a look, sorted by path."""
    known, shared = records(root), set(shared_files(root))
    own = {path.removeprefix("centre/") for path in Layers(root).own()}
    defaults = dict(places(root, shared))
    found = [_of_file(root, path, known, shared, defaults) for path in sorted(own & set(known))]
    unknown = (own & shared) - set(known)
    found += [Change(f"centre/{path}", "unknown") for path in unknown if path.endswith((".md", ".yml"))]
    return sorted((one for one in found if one), key=lambda one: one.path)


def _of_file(
    root: File, path: str, known: Mapping[str, str], shared: set[str], defaults: dict[str, str]
) -> Change | None:
    then = text_of(root, known[path]) or ""
    edition, place = edition_of(known[path]), path.startswith("local/")
    now = defaults.get(path) if place else text_of(root, path) if path in shared else None
    if now is None:
        to = "" if place else _renamed(root, path, then, shared)
        return Change(f"centre/{path}", "renamed" if to else "gone", then, "", edition, to, place)
    same = then.split() == now.split() if place else then.rstrip() == now.rstrip()
    return None if same else Change(f"centre/{path}", "changed", then, now, edition, "", place)


def _renamed(root: File, path: str, then: str, shared: set[str]) -> str:
    """The shared file that most of `then` now stands in, of those that no record names."""
    taken = set(records(root))
    likely = [one for one in shared - taken if one.endswith(File(path).suffix)]
    best, most = "", SAME
    for one in sorted(likely):
        match = SequenceMatcher(
            None, then.split("\n"), (text_of(root, one) or "").split("\n"), autojunk=False
        )
        if match.quick_ratio() >= most and (ratio := match.ratio()) >= most:
            best, most = one, ratio
    return best


def places(root: File, shared: set[str]) -> Iterator[tuple[str, str]]:
    """(local/<name>.md, shared words) of every `local` place of the shared texts."""
    texts = (one for one in shared if one.endswith(".md") and not one.startswith("docs/authors/"))
    for path in sorted(texts):
        text = text_of(root, path) or ""
        if "/// local" in text:
            lines = text.split("\n")
            blocks, _ = scan(text, 1)
            for block in walk(blocks):
                if block.name == "local":
                    inner = "\n".join(lines[block.inner : block.end]).strip()
                    yield f"local/{block.title}.md", f"{inner}\n"


def unchecked(programme: Programme, today: date) -> Iterator[Unchecked]:
    """Contacts and groups of the centre whose `checked_on` is missing or more than six months old."""
    source = programme.centre
    if not source:
        return
    centre = source.value
    told: list[tuple[Path, str, date | None]] = [
        (("contacts", index), one.purpose, one.checked_on) for index, one in enumerate(centre.contacts)
    ]
    if access := centre.accessibility_contact:
        told.append((("accessibility_contact",), access.purpose, access.checked_on))
    told += [(("groups", index), group.name, group.checked_on) for index, group in enumerate(centre.groups)]
    for at, name, on in told:
        if on is None or today - on > UNCHECKED:
            yield Unchecked(source.path, source.document.line(at), name, on)
