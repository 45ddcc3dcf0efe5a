"""programme new module: a module of the centre's own, with its first session to fill in."""

import argparse

from programme.asking import ask, field
from programme.checks.publishing import PLACEHOLDER
from programme.making import LOOK, Made, session
from programme.model.course import Module, SessionMeta
from programme.rendering import render
from programme.text_slug import slug
from programme.whole import Programme


def make(programme: Programme, options: argparse.Namespace) -> Made:
    modules, sessions = {part.id for part in programme.modules}, {one.id for one in programme.sessions}

    def wrong(said: str) -> str | None:
        return session.taken(slug(said), modules, "module") or field(Module, "title")(said)

    def wrong_first(said: str) -> str | None:
        return session.taken(slug(said), sessions, "session") or field(SessionMeta, "title")(said)

    title = ask("What is the module called?", "", wrong, needed=True)
    summary = ask("What does it help with, in one or two short sentences?", "", field(Module, "summary"))
    first = ask("What is its first session called?", "At most 65 letters.", wrong_first, needed=True)
    folder = f"centre/course/{slug(title)}"
    text = render(
        "new/module.yml",
        title=title,
        summary=summary or f"{PLACEHOLDER} what the module helps with, in one or two short sentences",
        first=slug(first),
    )
    files: dict[str, str | bytes] = {
        f"{folder}/module.yml": text,
        f"{folder}/{slug(first)}.md": session.text(first, "", options.today),
    }
    return Made(files, f"Write where it says {PLACEHOLDER}\n{LOOK}")
