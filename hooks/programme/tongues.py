"""Templates in the language of what they show: words through gettext, dates as the language has them.

The words of a template are English and stand in it: `{% trans %}…{% endtrans %}` or `_("…")`. The language is
that of `language`, or else of the `programme`, which a template was given; without either it is English.
"""

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from programme.digits import in_order
from programme.language import ENGLISH, ENGLISH_PART, Language
from programme.sources import Sourced


def speaking(environment: Environment) -> None:
    """Make `environment` speak: its gettext and its filters look at what each template is given."""
    environment.add_extension("jinja2.ext.i18n")
    environment.policies["ext.i18n.trimmed"] = True
    install: Any = environment
    install.install_gettext_callables(_gettext, _ngettext, newstyle=True)
    environment.filters |= {"day": _day, "long_day": _long_day, "clock": _clock, "joined": _joined}
    environment.filters |= {"told": _told, "told_each": _told_each, "in_language": _in_language}
    environment.filters |= {"in_order": _in_order, "number": _number}
    environment.globals |= {"lang_of_words": _lang_of_words}


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
def _number(context: Context, value: int) -> str:
    return language_of(context).number(value)


@pass_context
def _joined(context: Context, words: Any) -> str:
    return language_of(context).joined(words)


@pass_context
def _told(context: Context, words: str, source: Sourced[Any], *path: str | int) -> str:
    """`words`, which stand at `path` of `source`, marked as English where the page is in another language and
    they are not (WCAG 2.2, 3.1.2: language of parts)."""
    return told(language_of(context), words, source, *path)


@pass_context
def _told_each(context: Context, words: Iterable[str], source: Sourced[Any], *path: str | int) -> list[str]:
    """The same for the items of the list at `path`."""
    language = language_of(context)
    return [told(language, one, source, *path, index) for index, one in enumerate(words)]


@pass_context
def _lang_of_words(context: Context, source: Sourced[Any], *path: str | int) -> str:
    """The attributes of an element that has only the words at `path` of `source`, such as a picture's alt."""
    return ENGLISH_PART if _is_english(language_of(context), source, *path) else ""


def told(language: Language, words: str, source: Sourced[Any], *path: str | int) -> str:
    return f"<span{ENGLISH_PART}>{words}</span>" if _is_english(language, source, *path) else words


def _is_english(language: Language, source: Sourced[Any], *path: str | int) -> bool:
    return not language.is_source and not is_translated(source, *path)


def english_headings(html: str) -> set[str]:
    """The ids of headings of level 2 whose words `told` marked as English: a list of them marks them, too."""
    found = re.finditer(r'<h2 id="([^"]*)"[^>]*>((?:(?!</h2>).)*)</h2>', html, re.S)
    return {heading[1] for heading in found if f"<span{ENGLISH_PART}>" in heading[2]}


def is_translated(source: Sourced[Any], *path: str | int) -> bool:
    """Whether what stands at `path` is in the language of the translation; without a path, whether any is."""
    return source.held is not None and (not path or path in source.held.paths)


@pass_context
def _in_order(context: Context, html: str) -> str:
    """Phone numbers in `html` as they are dialled, also where the text runs from right to left."""
    return in_order(html) if language_of(context).direction == "rtl" else html


@pass_context
def _in_language(context: Context, address: str) -> str:
    """The address of a page, from the root of the site, in the language of this page."""
    return language_of(context).folder + address


__all__ = ["english_headings", "is_translated", "language_of", "speaking", "told"]
