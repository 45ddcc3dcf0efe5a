"""programme new local NAME: the centre's own words for a place in a shared text."""

import argparse
from pathlib import Path

from programme.adopting import CannotAdoptError, shared_files
from programme.drifting import places
from programme.hints import did_you_mean
from programme.making import LOOK, Made, free
from programme.whole import Programme


def make(programme: Programme, options: argparse.Namespace) -> Made:
    """Begins with the shared words. Without a name it lists all places."""
    found = dict(places(options.root, set(shared_files(options.root))))
    names = [Path(path).stem for path in found]
    if options.name not in names:
        if not options.name:
            raise CannotAdoptError(
                "write the name of a place after it, one of\n  " + "\n  ".join(sorted(names))
            )
        hint = did_you_mean(options.name, names)
        raise CannotAdoptError(f"there is no place '{options.name}'; {hint}")
    path = f"local/{options.name}.md"
    free(options.root, f"centre/{path}")
    edition = programme.course.value.edition
    say = f"It holds the shared words: write your own in their place.\n{LOOK}"
    return Made({f"centre/{path}": found[path]}, say, {path: found[path]}, edition)
