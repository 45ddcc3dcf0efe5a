"""programme new poster: a poster or project of the centre's own."""

import argparse
from pathlib import Path

from programme.asking import ask, choose, field, lines
from programme.checks.publishing import PLACEHOLDER
from programme.making import LOOK, Made, session
from programme.media import kind_of
from programme.model.poster import Poster, PosterFile
from programme.rendering import render
from programme.text_slug import slug
from programme.whole import Programme


def make(programme: Programme, options: argparse.Namespace) -> Made:
    there = {part.id for part in programme.posters}

    def wrong(said: str) -> str | None:
        return session.taken(slug(said), there, "poster") or field(Poster, "title")(said)

    title = ask("What is it called?", "As on the poster.", wrong, needed=True)
    streams = {one.id: one.title for one in programme.workstreams.value.root}
    facts = {
        "title": title,
        "workstream": choose("Which workstream does it belong to?", streams),
        "topics": lines("Everyday words to find it by?", "One word at a time, at most 5.") or [PLACEHOLDER],
        "summary": ask("What is it about, in one sentence?", "", field(Poster, "summary")),
        "nation": programme.centre.value.nation if programme.centre else "",
        "place": programme.centre.value.name if programme.centre else "",
        "year": ask("Which year is it from?", "", field(Poster, "year")),
    }
    file = ask("Where is its PDF or PNG file?", "Drag it into this window, or press Enter.", _wrong_file)
    folder, files = f"centre/posters/{slug(title)}", dict[str, str | bytes]()
    if file:
        name = _name(file)
        facts |= {
            "file": name,
            "alt": ask("What does it show, in one sentence?", "", field(PosterFile, "alt")),
        }
        facts["licence"] = ask("Its licence?", "Enter alone writes CC BY 4.0.", field(Poster, "licence"))
        files[f"{folder}/{name}"] = _path(file).read_bytes()
        files[f"{folder}/poster.md"] = (
            f"{PLACEHOLDER} the whole text of the poster, for people who cannot see it.\n"
        )
    files[f"{folder}/poster.yml"] = render("new/poster.yml", facts=facts, todo=PLACEHOLDER)
    return Made(files, f"Write where it says {PLACEHOLDER}\n{LOOK}")


def _path(said: str) -> Path:
    """A window gives quotation marks, or a backslash before each space."""
    path = Path(said.strip("\"'"))
    return path if path.exists() else Path(said.strip("\"'").replace("\\ ", " "))


def _name(said: str) -> str:
    path = _path(said)
    return f"{slug(path.stem) or 'poster'}{path.suffix.lower()}"


def _wrong_file(said: str) -> str | None:
    path = _path(said)
    if not path.is_file():
        return f"there is no file {path}"
    return kind_of(path)
