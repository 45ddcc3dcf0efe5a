"""Our own templates (never an author's text) → Markdown."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from programme import addresses
from programme.language import ENGLISH
from programme.model.base import NATIONS
from programme.plain import as_yaml, href, plain
from programme.text_slug import slug
from programme.tongues import speaking
from programme.when import day

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = "__programme_2_%s.cache"
"""Count up when a filter begins or ceases to look at its context: Jinja compiles that into each template."""


@cache
def _environment() -> Environment:
    """One for the life of the process: it holds compiled templates only, and rereads changed ones."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=FileSystemBytecodeCache(pattern=COMPILED),
    )
    environment.globals |= {"at": addresses, "NATIONS": NATIONS}
    environment.filters |= {"cite": cite, "slug": slug}
    environment.filters |= {"plain": plain, "href": href, "yaml": as_yaml}
    speaking(environment)
    return environment


def render(template: str, **context: Any) -> str:
    """The Markdown that `template` makes of `context`."""
    return _environment().get_template(template).render(**context)


def cite(keys: tuple[str, ...] | str) -> str:
    """Keys of sources → the citation that `citations` numbers."""
    listed = (keys,) if isinstance(keys, str) else keys
    return f"[@{'; @'.join(listed)}]"


joined = ENGLISH.joined
"""a, b and c, where what is made is English whatever the language of the page."""

__all__ = ["cite", "day", "joined", "render"]
