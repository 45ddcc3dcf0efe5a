"""programme new session MODULE: a session of the centre's own, with all its parts to fill in."""

import argparse
from datetime import date

from programme.adopting import CannotAdoptError
from programme.asking import Check, ask, field
from programme.checks.publishing import PLACEHOLDER
from programme.hints import did_you_mean
from programme.making import LOOK, Made
from programme.model.course import SessionMeta
from programme.rendering import render
from programme.text_slug import slug
from programme.whole import Programme


def make(programme: Programme, options: argparse.Namespace) -> Made:
    modules = [part.id for part in programme.modules]
    if options.name not in modules:
        raise CannotAdoptError(f"there is no module '{options.name}'; {did_you_mean(options.name, modules)}")
    there = {one.id for one in programme.sessions}
    title = ask("What is the session called?", "At most 65 letters.", _title(there), needed=True)
    summary = ask("What is it about, in one or two short sentences?", "", field(SessionMeta, "summary"))
    path = f"centre/course/{options.name}/{slug(title)}.md"
    return Made({path: text(title, summary, options.today)}, f"Write where it says {PLACEHOLDER}\n{LOOK}")


def text(title: str, summary: str, today: date) -> str:
    """A session whose every part waits to be written."""
    return render(
        "new/session.md",
        title=title,
        summary=summary or f"{PLACEHOLDER} what the session is about, in one or two short sentences",
        todo=PLACEHOLDER,
        today=today,
        next_review=a_year_after(today),
    )


def a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _title(there: set[str]) -> Check:
    check = field(SessionMeta, "title")
    return lambda said: taken(slug(said), there, "session") or check(said)


def taken(name: str, there: set[str], kind: str) -> str | None:
    """Why `name` cannot be the name of a new file, if it cannot."""
    if not name:
        return "a name for its file is made from it; write letters or numbers"
    return f"there is a {kind} named {name} already; write another title" if name in there else None
