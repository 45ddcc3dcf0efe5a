"""Our own templates (never an author's text) → Markdown."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from programme import addresses
from programme.model.base import NATIONS
from programme.plain import href, plain
from programme.text_slug import slug

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    """One for the life of the process: it holds compiled templates only, and rereads changed ones."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=FileSystemBytecodeCache(),
    )
    environment.globals |= {"at": addresses, "NATIONS": NATIONS}
    environment.filters |= {"day": day, "cite": cite, "joined": joined, "slug": slug}
    environment.filters |= {"plain": plain, "href": href}
    return environment


def render(template: str, **context: Any) -> str:
    """The Markdown that `template` makes of `context`."""
    return _environment().get_template(template).render(**context)


def day(value: Any) -> str:
    """A date as people write it: 21 November 2026."""
    return f"{value.day} {value:%B %Y}"


def cite(keys: tuple[str, ...] | str) -> str:
    """Keys of sources → the citation that `citations` numbers."""
    listed = (keys,) if isinstance(keys, str) else keys
    return f"[@{'; @'.join(listed)}]"


def joined(words: Any) -> str:
    """a, b and c."""
    items = [str(word) for word in words]
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""
