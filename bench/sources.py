"""Realistic sources of any size: this repository's own, with generated modules, sessions and posters."""

import random
import shutil
from pathlib import Path

KEPT = (
    "plan",
    "docs",
    "hooks",
    "course/nations.yml",
    "course/glossary.yml",
    "course/sources.yml",
    "mkdocs.yml",
)
FIXED = 49
"""Pages that are there whatever the size: those of docs/, the plan, the glossary, the posters' filters."""
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
    """Sources below `target` for about `pages` pages: sessions, as many run sheets, and some posters."""
    target.mkdir(parents=True)
    for name in KEPT:
        source = repository / name
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target / name)
    home = target / "docs/index.md"  # leads to a pathway, and those need all sessions of the real course
    lines = home.read_text(encoding="utf-8").split("\n")
    home.write_text("\n".join(line for line in lines if "pathways/" not in line), encoding="utf-8")
    words = random.Random(pages)
    sessions = max(4, (pages - FIXED) * 2 // 5)
    _course(repository, target, sessions, words)
    modules = 1 + max(0, sessions - 4 + 7) // 8
    for number in range(max(2, pages - FIXED - 2 * sessions - modules)):
        _poster(target / f"posters/poster-{number}/poster.yml", number, words)


def _course(repository: Path, target: Path, sessions: int, words: random.Random) -> None:
    modules: dict[str, list[str]] = {"understanding-your-ms-service": []}
    own = repository / "course/understanding-your-ms-service"
    shutil.copytree(own, target / "course/understanding-your-ms-service")
    for number in range(sessions - 4):
        modules.setdefault(f"module-{number // 8}", []).append(f"session-{number}")
    for module, ids in modules.items():
        folder = target / "course" / module
        folder.mkdir(exist_ok=True)
        if ids:
            listed = "\n".join(f"  - {one}" for one in ids)
            (folder / "module.yml").write_text(
                f"title: {module}\nsummary: {SENTENCES[0]}\nsessions:\n{listed}\n"
            )
        for one in ids:
            (folder / f"{one}.md").write_text(_session(one, words))
    text = (repository / "course/course.yml").read_text(encoding="utf-8").split("\n")
    at, end = text.index("modules:"), text.index("pathways:")
    rest = [line for line in text[at + 1 : end] if not line.startswith("  -")]
    listed_modules = [f"  - {module}" for module in modules]
    (target / "course/course.yml").write_text("\n".join([*text[: at + 1], *listed_modules, *rest, ""]))


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
