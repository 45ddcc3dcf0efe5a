"""All words of the frame, of the templates and of the code → a catalogue that a translator fills in.

Sources and texts of pages are not in it: they are translated as whole files.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po
from babel.plural import to_gettext

from programme.menu import Plain

HOOKS = Path(__file__).parent.parent
FRAME = "theme/**.html"
TEMPLATES = ("programme/templates/**.md", "programme/templates/**.txt", "programme/templates/**.svg")
NOT_SHOWN = (
    "programme/templates/new/**",
    "programme/templates/reference/**",
    "programme/templates/**/how-to-open.txt",
)
"""For authors alone, who write English."""
CODE = tuple(
    f"programme/{name}.py"
    for name in (
        *("blocks", "checks/headings", "nav", "names", "run_sheet", "search/index", "model/base"),
        *("pages/course", "pages/dates", "pages/facilitators", "pages/finding", "pages/page"),
        *("citing", "formats/**", "files/short_addresses", "packs/**", "paper/leading"),
    )
)
_OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false", "trim_blocks": "true"}
_KEYWORDS = {**DEFAULT_KEYWORDS, "say": None, "N_": None}


@dataclass(frozen=True)
class State:
    """How much of a catalogue is filled in: how many words there are, those missing, those of no use."""

    all: int
    missing: tuple[str, ...]
    unused: tuple[str, ...]


def words(root: Path) -> Iterator[tuple[str, Any]]:
    """(where, words) of everything to translate; words are a text, or a pair of singular and plural."""
    methods = [(pattern, "ignore") for pattern in NOT_SHOWN]
    methods += [(pattern, "jinja2") for pattern in (FRAME, *TEMPLATES)]
    methods += [(name, "python") for name in CODE]
    options = dict.fromkeys((FRAME, *TEMPLATES), _OPTIONS)
    found = extract_from_dir(HOOKS, methods, options, _KEYWORDS, strip_comment_tags=True)
    for name, _, message, _, _ in sorted(found, key=lambda one: (one[0].replace("\\", "/"), one[1])):
        yield name.replace("\\", "/"), message
    yield from (("mkdocs.yml", one) for one in _settings(root))


def _settings(root: Path) -> Iterator[str]:
    """Titles of the menu, and what the frame shows of the site's own settings."""
    config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=Plain)
    for key in ("site_name", "site_description", "copyright"):
        yield config[key]
    yield from _titles(config["nav"])


def _titles(item: Any) -> Iterator[str]:
    if isinstance(item, dict):
        yield from item
    for one in item.values() if isinstance(item, dict) else item if isinstance(item, list) else ():
        yield from _titles(one)


def catalogue(root: Path, code: str, old: str = "") -> str:
    """The catalogue of language `code` as a .po file, with all that `old` has of it."""
    known = read_po(StringIO(old), locale=code.replace("-", "_")) if old else Catalog()
    locale = Locale.parse(code, sep="-")
    made = Catalog(locale=locale, header_comment=known.header_comment if old else HEADER, fuzzy=False)
    made.mime_headers = [
        ("Plural-Forms", to_gettext(locale.plural_form))
    ]  # CLDR: Welsh has 6, Babel's table 5
    for where, message in words(root):
        made.add(message, locations=[(where, 1)])
    for message in made:
        before = known.get(message.id[0] if isinstance(message.id, tuple) else message.id)
        if message.id and before and before.string:
            message.string, message.flags = before.string, before.flags
            message.user_comments = before.user_comments
    target = BytesIO()
    write_po(target, made, width=100, omit_header=False, include_lineno=False, sort_output=False)
    dates = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By")
    lines = target.getvalue().decode().split("\n")
    return "\n".join(line for line in lines if not line.startswith(tuple(f'"{one}' for one in dates)))


HEADER = """# Words of the frame. A program for .po files, such as Poedit, is the easiest way to fill them in.
# Names in braces, as {count} or %(title)s, and HTML marks stay as they are."""


def state(root: Path, text: str, code: str) -> State:
    """How complete the catalogue `text` is."""
    known = read_po(StringIO(text), locale=code.replace("-", "_"))
    wanted = {message[0] if isinstance(message, tuple) else message for _, message in words(root)}
    done = {_id(one) for one in known if one.id and not one.fuzzy and _filled(one.string)}
    return State(len(wanted), tuple(sorted(wanted - done)), tuple(sorted(done - wanted)))


def _id(message: Any) -> str:
    return str(message.id[0] if isinstance(message.id, tuple) else message.id)


def _filled(string: Any) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)
