"""Templates in the language of what they show: words through gettext, dates as the language has them.

The words of a template are English and stand in it: `{% trans %}…{% endtrans %}` or `_("…")`. The language is
that of `language`, or else of the `programme`, which a template was given; without either it is English.
"""

from datetime import date, time
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from programme.language import ENGLISH, Language
from programme.sources import Sourced

Path = tuple[str | int, ...]


def speaking(environment: Environment) -> None:
    """Make `environment` speak: its gettext and its filters look at what each template is given."""
    environment.add_extension("jinja2.ext.i18n")
    environment.policies["ext.i18n.trimmed"] = True
    install: Any = environment
    install.install_gettext_callables(_gettext, _ngettext, newstyle=True)
    environment.filters |= {"day": _day, "long_day": _long_day, "clock": _clock, "joined": _joined}
    environment.filters |= {"told": _told, "in_language": _in_language}


def language_of(context: Context) -> Language:
    """The language that a template shows."""
    known = context.get("language") or getattr(context.get("programme"), "language", None)
    return known if isinstance(known, Language) else ENGLISH


@pass_context
def _gettext(context: Context, words: str) -> str:
    return language_of(context).gettext(words)


@pass_context
def _ngettext(context: Context, one: str, many: str, count: int) -> str:
    return language_of(context).ngettext(one, many, count)


@pass_context
def _day(context: Context, value: date) -> str:
    return language_of(context).day(value)


@pass_context
def _long_day(context: Context, value: date) -> str:
    return language_of(context).long_day(value)


@pass_context
def _clock(context: Context, value: time) -> str:
    return language_of(context).clock(value)


@pass_context
def _joined(context: Context, words: Any) -> str:
    return language_of(context).joined(words)


@pass_context
def _told(context: Context, words: str, source: Sourced[Any], *path: str | int) -> str:
    """`words`, which stand at `path` of `source`, marked as English where the page is in another language and
    they are not (WCAG 2.2, 3.1.2: language of parts)."""
    return told(language_of(context), words, source, *path)


def told(language: Language, words: str, source: Sourced[Any], *path: str | int) -> str:
    if language.is_source or is_translated(source, *path):
        return words
    return f'<span lang="en" dir="ltr">{words}</span>'


def is_translated(source: Sourced[Any], *path: str | int) -> bool:
    """Whether what stands at `path` is in the language of the translation; without a path, whether any is."""
    return source.held is not None and (not path or path in source.held.paths)


@pass_context
def _in_language(context: Context, address: str) -> str:
    """The address of a page, from the root of the site, in the language of this page."""
    return language_of(context).folder + address


__all__ = ["is_translated", "language_of", "speaking", "told"]
