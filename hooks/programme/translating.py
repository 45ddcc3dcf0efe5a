"""What a translation was made from, and what has changed since.

Beside the languages, `.based-on/<language>/<path>` holds the shared words of the day on which a translation
was begun or last brought up to date: only those that it translates. The hash in the file says that they have
changed; to say what, the old words must be there, and a translator need not know git. No page is made of a
folder that begins with a full stop.
"""

from collections.abc import Iterator
from typing import Any

from programme.based_on import text_of
from programme.hints import short
from programme.layers import LAYERS
from programme.sources import Sourced
from programme.then_now import then_and_now
from programme.translations.overlay import overlay
from programme.translations.reading import FOLDER, body_of, parts_of
from programme.translations.working import CannotTranslateError, find, place
from programme.whole import Programme
from programme.yaml_lines import Path

KEPT = ".based-on"
HEAD = "The shared words that this translation was made from. Kept by the command; not for changing."


def copy(programme: Programme, code: str, path: str, text: str) -> tuple[str, str]:
    """(path, words) of the copy to keep beside the translation `text` of the shared file at `path`."""
    source = find(programme, path)
    target = place(programme, code, source.path)
    return _record(target), _words(programme, source, target, text)


def changed(programme: Programme, code: str, path: str) -> Iterator[str]:
    """Lines to print: what the shared text at `path` said when it was translated, and what it says now.

    CannotTranslateError where there is no translation, or where nobody kept what it was made from.
    """
    source = find(programme, path)
    name = f"{FOLDER}/{code}/{source.path.removeprefix('centre/')}"
    places = [f"{layer}/{name}".lstrip("/") for layer in LAYERS]
    target = next((one for one in places if (programme.root / one).is_file()), "")
    if not target:
        raise CannotTranslateError(f"there is no {name}; begin it with --start {code} {path}")
    then = text_of(programme.root, _record(target))
    if then is None:
        raise CannotTranslateError(f"nobody kept what {short(target)} was made from; compare the two texts")
    now = _words(programme, source, target, text_of(programme.root, target) or "")
    yield from then_and_now(then, now)


def _record(target: str) -> str:
    before, _, after = target.rpartition(f"{FOLDER}/")
    return f"{before}{FOLDER}/{KEPT}/{after}"


def _words(programme: Programme, source: Sourced[Any], target: str, text: str) -> str:
    """The shared words that the translation `text` stands for, each after its key, then the body."""
    own = parts_of(target, text)[0]
    picked = overlay(source.document.value, own, lenient=True).picked if own else []
    lines = [line for path, value in picked for line in _lines(path, value)]
    return "\n".join([HEAD, "", *lines, "", body_of(programme, source.path)]).strip() + "\n"


def _lines(path: Path, value: object) -> Iterator[str]:
    key = " ".join(step for step in path if isinstance(step, str))
    for one in value if isinstance(value, list) else [value]:
        yield f"{key}: {' '.join(str(one).split())}"
