"""The theme's styles and scripts → the few files that a page asks for, each with its content in its name.

Sources stay one file a purpose; a page asks for one style sheet and one script. A changed file gets a new
name, so that a browser may keep the old one for ever.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from rjsmin import jsmin

from programme.language import ENGLISH, Language
from programme.tongues import speaking

_COMMENT = re.compile(r"""("[^"\n]*"|'[^'\n]*')|/\*.*?\*/""", re.S)
_INDENT = re.compile(r"\s*\n\s*")
_MARKUP = re.compile(r'"@(partials/[\w-]+\.html)"')

STYLES = (
    "colours.css",
    "text.css",
    "frame.css",
    "blocks.css",
    "tables.css",
    "cards.css",
    "forms.css",
    "search.css",
    "offline.css",
    "listen.css",
    "parts.css",
    "centre.css",
    "nations.css",
    "dates.css",
    "languages.css",
    "print.css",
)
"""Joined to site.css in this order: where two rules weigh the same, the later one holds."""

SCRIPTS = (
    *("tools.js", "menu.js", "paper.js", "tables.js", "copy.js"),
    "nation.js",
    *("sentences.js", "marking.js", "listen.js", "continue.js"),
)
"""Joined to site.js, which every page runs once its text is there."""

SEARCH = (
    *("search-words.js", "search-languages.js", "search-places.js", "search-meaning.js", "search-engine.js"),
    *("search-danger.js", "search.js"),
)
"""Joined to search.js, for the search page alone."""

ALONE = ("boot.js", "dates.js", "gallery.js", "settings.js", "offline.js", "kept.js")
"""Files of their own: boot.js runs before a page is drawn, the others on the pages that name them."""


@dataclass(frozen=True)
class Asset:
    """One file of the site. `name` is how templates ask for it, `uri` where it stands."""

    name: str
    uri: str
    content: bytes


class Addresses(dict[str, str]):
    """Name → address of each asset, for templates. It remembers which of them no template asked for."""

    def __init__(self, of: Iterable[Asset]) -> None:
        super().__init__((asset.name, asset.uri) for asset in of)
        self.unasked = set(self.values())

    def __getitem__(self, name: str) -> str:
        address = super().__getitem__(name)
        self.unasked.discard(address)
        return address


def assets(theme: Path, own: str = "", language: Language = ENGLISH) -> list[Asset]:
    """All of them, from `theme`/styles and `theme`/scripts; OSError if one that is listed is not there.

    `own` are the styles of a centre. They come last. Words in scripts are in `language`.
    """
    styles = "".join(_read(theme / "styles" / name) for name in STYLES)
    made = [
        _asset("site.css", _without_comments(styles) + own),
        _asset("site.js", _script(theme, SCRIPTS, language)),
    ]
    made.append(_asset("search.js", _script(theme, SEARCH, language)))
    return [*made, *(_asset(name, _script(theme, (name,), language)) for name in ALONE)]


def worker(theme: Path) -> str:
    """The code of the service worker, which gets its list of files once the site is finished."""
    return str(jsmin(_read(theme / "worker" / "sw.js")))


def _without_comments(css: str) -> str:
    """Comments and indents go, and nothing else: rcssmin 1.3.0 breaks selectors inside @container."""
    return _INDENT.sub("\n", _COMMENT.sub(lambda found: found[1] or "", css)).strip()


def _script(theme: Path, names: tuple[str, ...], language: Language) -> str:
    """Joined, without comments. A text "@partials/x.html" becomes that template's markup: what only a script
    shows is then fetched once, and not with every page, and its words still stand in a template.
    """
    code = "\n".join(_read(theme / "scripts" / name) for name in names)
    return str(jsmin(_MARKUP.sub(lambda found: _markup(theme / found[1], language), code)))


def _markup(template: Path, language: Language) -> str:
    """A template as text of a script. Only words are filled in there: jinja2.UndefinedError for any name."""
    environment = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    speaking(environment)
    markup = environment.from_string(_read(template)).render(language=language).strip()
    return json.dumps(_INDENT.sub(" ", markup), ensure_ascii=False)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _asset(name: str, text: str) -> Asset:
    content = text.encode()
    stem, dot, kind = name.rpartition(".")
    return Asset(name, f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:8]}{dot}{kind}", content)
