"""Realistic sources of any size: this repository's own, with generated modules, sessions and posters."""

import random
import re
import shutil
from pathlib import Path

KEPT = ("plan", "docs", "hooks", "course", "posters", "translations", "mkdocs.yml")
"""All that is real: rules want every source used, and the search knows sessions by name."""
SENTENCES = (
    "Your MS nurse can tell you who to call when something changes.",
    "A relapse often starts with new symptoms that last more than a day.",
    "Write down what changed, when it began and what it stops you doing.",
    "Fatigue can come before any other sign, so plan short steps and rest.",
    "Ask for the clinic letter and check that it says what you agreed.",
    "The team may ask about heat, infection, sleep, stress and missed medicines.",
    "Bring three questions to the visit and put the top one first.",
    "A physiotherapist can look at balance, stiffness and how you move at home.",
)
BLOCKS = """
/// activity | {title}
    minutes: 10
    kind: write
    needs:
      - pens
    paper: Three lines to write on.

1. {a}
2. {b}

///

/// facilitator | What tends to come up

{c} {d}

///

/// check | What would you do first in step {n}?

Phone the MS nurse
: {a}

Wait and see
: {b}

///

/// stop | A good place to stop

{c}

///
"""
MATTER = """---
title: Session {n}
summary: {a} {b}
outcomes:
  - {a}
  - {b}
keypoints:
  - {c}
  - {d}
workstreams: [audit]
review:
  written_on: 2026-11-21
  next_review: 2027-11-21
---
"""


def generate(repository: Path, target: Path, pages: int) -> None:
    """Sources below `target` for about `pages` pages: all that is real, then generated modules with their
    sessions and as many run sheets, and some posters. Never fewer than the real ones."""
    target.mkdir(parents=True)
    for name in KEPT:
        source = repository / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copyfile(source, target / name)
    words = random.Random(pages)
    more = max(0, pages - _real_pages(target))
    sessions = more * 2 // 5
    modules = _modules(target, sessions, words)
    for number in range(more - 2 * sessions - 2 * modules):
        _poster(target / f"posters/poster-{number}/poster.yml", number, words)


def _real_pages(target: Path) -> int:
    """How many pages the sources have: asked of the programme, as the site would have them."""
    from programme.load import load
    from programme.pages import pages

    programme, problems = load(target)
    if programme is None:
        raise SystemExit("\n".join(map(str, problems)))
    return len(list(pages(programme)))


def _modules(target: Path, sessions: int, words: random.Random) -> int:
    """Generated modules of eight sessions, after the real ones in course.yml; how many there are."""
    modules: dict[str, list[str]] = {}
    for number in range(sessions):
        modules.setdefault(f"module-{number // 8}", []).append(f"session-{number}")
    for module, ids in modules.items():
        folder = target / "course" / module
        folder.mkdir()
        listed = "\n".join(f"  - {one}" for one in ids)
        (folder / "module.yml").write_text(f"title: {module}\nsummary: {SENTENCES[0]}\nsessions:\n{listed}\n")
        for one in ids:
            (folder / f"{one}.md").write_text(_session(one, words))
    course = target / "course/course.yml"
    text = course.read_text(encoding="utf-8")
    own = "".join(f"  - {module}\n" for module in modules)
    course.write_text(
        re.sub(r"(?m)^modules:\n(?:  - .*\n)+", lambda found: found[0] + own, text), encoding="utf-8"
    )
    return len(modules)


def _session(name: str, words: random.Random) -> str:
    """600 to 900 words in six steps, each with its blocks and a citation."""
    parts = [_filled(MATTER, name, words)]
    for step in range(6):
        parts.append(f"\n## Step {step + 1} of {name}\n")
        for _ in range(2):
            said = " ".join(words.choices(SENTENCES, k=words.randint(2, 4)))
            parts.append(f"{said} [@nice-qs108; @nice-ng220]\n")
        if step % 2:
            parts.append(_filled(BLOCKS, f"{step}", words))
    return "\n".join(parts)


def _filled(form: str, number: str, words: random.Random) -> str:
    a, b, c, d = words.choices(SENTENCES, k=4)
    return form.format(n=number, title=f"Try step {number}", a=a, b=b, c=c, d=d)


def _poster(path: Path, number: int, words: random.Random) -> None:
    path.parent.mkdir(parents=True)
    a, b, c, d = words.choices(SENTENCES, k=4)
    path.write_text(
        f"title: Poster {number}\npeople: [A. Author]\nplace: Town {number % 7}\nnation: england\n"
        f"year: {2015 + number % 8}\nworkstreams: [audit]\ntopics: [relapse]\nsummary: {a}\n"
        f"problem: {b}\nchange: {c}\nhere:\n  - {d}\nsources: [nice-qs108]\npermission: Made for the bench.\n"
    )
