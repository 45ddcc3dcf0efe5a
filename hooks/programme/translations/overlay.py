"""A translated YAML text laid over the shared one: words come from it, everything else stays."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from programme.hints import did_you_mean, short
from programme.model.translation import TranslationMeta
from programme.yaml_lines import Document, Fault, Path

WORDS = {
    *("title", "summary", "outcomes", "keypoints", "description", "why", "text", "names", "term", "plain"),
    *("also", "helps", "missing", "help"),
    *("name", "purpose", "hours", "outside_hours", "answered_within", "urgent", "address", "languages"),
    *("note", "data_controller", "alt", "transport", "parking", "step_free", "toilets", "hearing_loop"),
    *("rest", "other", "about", "how", "tell", "what", "when"),
}
"""Keys whose values people read. The last three lines are those of a centre's own files."""
ADDED = {
    *("names", "bodies", "phrases", "unless", "alike", "fillers"),
    *("small_words", "weak_words", "everyday_words"),
}
"""Keys whose words people type, or by which texts name a thing: those of both languages count."""
OF_ITSELF = tuple(TranslationMeta.model_fields)
"""What a translated file says of itself."""
NAMED_BY = ("id", "session", "role", "on", "term", "purpose", "name")
"""Keys by which an item of a list is known."""
OF = ("term", "purpose", "name")
"""Those that are words themselves: the translation of such an item says `of:` and the shared words."""


@dataclass
class Overlay:
    """The shared value with translated words in it, which paths those are, and what does not fit."""

    value: Any
    held: set[Path] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    picked: list[tuple[Path, Any]] = field(default_factory=list)
    """What of the shared value was replaced: the hash of a translation is made of it."""


def overlay(shared: Any, own: Document, lenient: bool = False) -> Overlay:
    """`own` over `shared`, both as YAML gave them. `lenient` leaves out what is no more in the shared text:
    so a text that has changed since keeps its translation until someone has looked at it."""
    made = Overlay(shared)
    if isinstance(shared, list):  # a file that is one list: its items stand under `items:`
        said_list = (own.value or {}).get("items", [])
        made.value = _over(shared, said_list, ("items",), _Told(made, own, lenient))
        made.held = {path[1:] for path in made.held}
        return made
    said = {key: value for key, value in (own.value or {}).items() if key not in OF_ITSELF}
    made.value = _over(shared, said, (), _Told(made, own, lenient))
    return made


@dataclass
class _Told:
    made: Overlay
    own: Document
    lenient: bool

    def fault(self, path: Path, rule: str, text: str, advice: str) -> None:
        if not self.lenient:
            self.made.faults.append(Fault(self.own.line(path), rule, text, advice))


def _over(shared: Any, own: Any, path: Path, told: _Told) -> Any:
    if _key(path) in ADDED and type(shared) is type(own):
        return _both(shared, own)
    if isinstance(shared, dict) and isinstance(own, dict):
        return _keys(shared, own, path, told)
    if isinstance(shared, list) and isinstance(own, list):
        if any(isinstance(one, dict) for one in shared):
            return _items(shared, own, path, told)
        return _words(shared, own, path, told)
    if isinstance(shared, str) and isinstance(own, str) and _key(path) in WORDS:
        told.made.held.add(path)
        told.made.picked.append((path, shared))
        return own
    if isinstance(shared, str):
        text = f"'{_key(path)}' is not translated: it comes from the shared file"
        told.fault(path, "not-words", text, "take the line out")
    else:
        text = f"'{_key(path)}' has another form than in the shared file"
        told.fault(path, "other-form", text, "write it as the shared file has it")
    return shared


def _keys(shared: dict[str, Any], own: dict[str, Any], path: Path, told: _Told) -> dict[str, Any]:
    made = dict(shared)
    for key, value in own.items():
        if key in shared:
            made[key] = _over(shared[key], value, (*path, key), told)
        else:
            text = f"the shared file has no '{short(key)}' here"
            told.fault((*path, key), "not-in-shared", text, did_you_mean(key, shared))
    return made


def _items(shared: list[Any], own: list[Any], path: Path, told: _Told) -> list[Any]:
    """Items are found by their id, so that their order and number are those of the shared list."""
    made, place = list(shared), {_name(one): index for index, one in enumerate(shared)}
    for index, one in enumerate(own):
        at = place.get(_name(one))
        if at is None:
            text, advice = "there is no such item in the shared list", f"write one of: {', '.join(place)}"
            told.fault((*path, index), "not-in-shared", text, short(advice))
            continue
        words = {key: value for key, value in one.items() if key != "of" and not _names(shared[at], key, one)}
        inner = Overlay(None)
        lines = {at_: line for at_, line in told.own.lines.items() if at_[: len(path) + 1] == (*path, index)}
        moved = {(*path, at, *at_[len(path) + 1 :]): line for at_, line in lines.items()}
        made[at] = _over(shared[at], words, (*path, at), _Told(inner, Document(lines=moved), told.lenient))
        told.made.held |= inner.held
        told.made.faults += inner.faults
        told.made.picked += inner.picked
    return made


def _names(shared: Any, key: str, own: dict[str, Any]) -> bool:
    """Whether `key` only says which item is meant."""
    return key in NAMED_BY and shared.get(key) == own[key]


def _name(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    return str(item.get("of") or next((item[key] for key in NAMED_BY if key in item), ""))


def _words(shared: list[Any], own: list[Any], path: Path, told: _Told) -> list[Any]:
    """A list of sentences."""
    if _key(path) not in WORDS:
        text = f"'{_key(path)}' is not translated: it comes from the shared file"
        told.fault(path, "not-words", text, "take it out")
        return shared
    if len(own) != len(shared):
        text = f"the shared list has {len(shared)} lines, this one {len(own)}"
        told.fault(path, "other-form", text, "translate each line, in the same order")
    told.made.held |= {path, *((*path, index) for index in range(len(own)))}
    told.made.picked.append((path, shared))
    return own


def _both(shared: Any, own: Any) -> Any:
    if isinstance(shared, list):
        return [*shared, *(one for one in own if one not in shared)]
    return f"{shared} {own}"


def _key(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def fingerprint(picked: list[tuple[Path, Any]], body: str) -> str:
    """Twelve signs that stand for the shared text a translation was made from: for its words alone, so that a
    date of review or the length of a line that was only broken anew changes nothing."""
    words = [["/".join(map(str, path)), _plain(value)] for path, value in sorted(picked, key=str)]
    said = json.dumps([words, body.split()], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _plain(value: Any) -> Any:
    return [_plain(one) for one in value] if isinstance(value, list) else " ".join(str(value).split())


def only_words(shared: Any, path: Path = ()) -> Any:
    """What a translator has to translate of `shared`: its words, and the ids that say where they belong."""
    if isinstance(shared, dict):
        kept = {key: only_words(value, (*path, key)) for key, value in shared.items()}
        return {key: value for key, value in kept.items() if value not in (None, {}, [])}
    if isinstance(shared, list):
        return [
            {**_known_by(one), **made} if isinstance(one, dict) else made
            for one in shared
            if (made := only_words(one, path))
        ]
    return shared if _key(path) in WORDS else None


def _known_by(item: dict[str, Any]) -> dict[str, Any]:
    key = next((key for key in NAMED_BY if key in item), None)
    return {"of" if key in OF else key: item[key]} if key else {}


def sentences(value: Any) -> Iterator[str]:
    """Every text in a YAML value, for counting words."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from sentences(one)
    elif value:
        yield str(value)
