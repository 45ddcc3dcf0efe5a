"""programme new local NAME: the centre's own words for a place in a shared text."""

import argparse
from pathlib import Path

from programme.adopting import CannotAdoptError, shared_files
from programme.blocks_text import walk
from programme.drifting import places
from programme.everyday import MAKE
from programme.hints import did_you_mean
from programme.making import LOOK, Made, free
from programme.whole import Programme

FIRST_WORDS = 60
"""Letters of the shared words that the list shows."""
EXAMPLES = "docs/authors/"
"""Their places show how to write one; no reader comes there."""


def make(programme: Programme, options: argparse.Namespace) -> Made:
    """Begins with the shared words. Without a name it lists all places."""
    found = dict(places(options.root, set(shared_files(options.root))))
    names = sorted(Path(path).stem for path in found)
    if not options.name:
        return Made({}, _listed(programme, {Path(path).stem: text for path, text in found.items()}))
    if options.name not in names:
        hint = did_you_mean(options.name, names)
        raise CannotAdoptError(f"there is no place '{options.name}'; {hint}")
    path = f"local/{options.name}.md"
    free(options.root, f"centre/{path}")
    edition = programme.course.value.edition
    say = f"It holds the shared words: write your own in their place.\n{LOOK}"
    return Made({f"centre/{path}": found[path]}, say, {path: found[path]}, edition)


def _listed(programme: Programme, texts: dict[str, str]) -> str:
    """Each place with the page that it stands on and the words that stand there now."""
    written = programme.as_written or programme
    pages = [(one.meta.title, one.body) for one in written.sessions]
    docs = (one for one in written.docs if not one.body.path.startswith(EXAMPLES))
    pages += [(one.prose.meta.value.title, one.body) for one in docs]
    lines = [f"Places for words of your own. Choose one and write its name: {MAKE} new local NAME"]
    for title, body in pages:
        for name in (block.title for block in walk(body.blocks) if block.name == "local"):
            words = " ".join(texts.get(name, "").split())
            short = f"{words[:FIRST_WORDS].rsplit(' ', 1)[0]} …" if len(words) > FIRST_WORDS else words
            lines += ["", f"{name}, in: {title}", f"  {short}"]
    return "\n".join(lines)
