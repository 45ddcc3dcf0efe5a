"""A language of the site: its words, dates and direction. The words in templates and in the code are English.

Names of languages, directions, dates and plural forms come from the Unicode CLDR, through Babel.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from programme.when import clock, day, long_day


def N_(words: str) -> str:  # noqa: N802
    """Marks words of the code that are translated where they are shown; gettext's own name for it."""
    return words


@dataclass(frozen=True)
class Language:
    """`code` as HTML writes it (BCP 47): en, cy, pt-BR. `words` is its catalogue."""

    code: str
    words: NullTranslations = field(default_factory=NullTranslations, repr=False, compare=False)

    def gettext(self, words: str) -> str:
        """`words` in this language; the English ones where the catalogue has none."""
        return self.words.gettext(words) if words else ""  # nothing stands for the catalogue's own heading

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form that `count` needs: English has 2, Welsh 6. The number itself is not filled in."""
        return self.words.ngettext(one, many, count)

    @property
    def is_source(self) -> bool:
        """Whether shared texts and templates are written in it."""
        return self.code == "en"

    @property
    def locale(self) -> Locale:
        return Locale.parse(self.code, sep="-")

    @property
    def direction(self) -> str:
        return "rtl" if self.locale.character_order == "right-to-left" else "ltr"

    @property
    def own_name(self) -> str:
        """As its speakers write it, with a capital: English, Cymraeg."""
        name = self.locale.get_display_name() or self.code
        return name[:1].upper() + name[1:]

    @property
    def folder(self) -> str:
        """Where its pages stand: nothing for English, else its code and a slash."""
        return "" if self.is_source else f"{self.code}/"

    def day(self, value: date) -> str:
        """21 November 2026."""
        return day(value) if self.is_source else str(format_date(value, "long", locale=self.locale))

    def long_day(self, value: date) -> str:
        """Thursday 14 January 2027."""
        return long_day(value) if self.is_source else str(format_date(value, "full", locale=self.locale))

    def clock(self, value: time) -> str:
        """10:30am in English, where the NHS writes it so; elsewhere as the language has it."""
        return clock(value) if self.is_source else str(format_time(value, "short", locale=self.locale))

    def number(self, value: int) -> str:
        """16,936 in English."""
        return str(format_decimal(value, locale=self.locale))

    def joined(self, words: Iterable[object]) -> str:
        """a, b and c."""
        items = [str(word) for word in words]
        if not self.is_source:
            return str(format_list(items, locale=self.locale))
        return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""


ENGLISH = Language("en")
ENGLISH_PART = ' lang="en" dir="ltr"'
"""What an element says that is in English on a page in another language."""
BEGIN_ENGLISH, END_ENGLISH = f'<div{ENGLISH_PART} markdown="1">', "</div>"
"""The lines around Markdown that is in English on such a page."""


def in_english(language: Language, text: str) -> str:
    """Markdown of one paragraph or more which is in English, as a part of a page in `language`."""
    return text if language.is_source else f"{BEGIN_ENGLISH}\n\n{text}\n\n{END_ENGLISH}"
