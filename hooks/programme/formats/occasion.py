"""What a sheet is made for: a session, or one meeting of a run."""

from dataclasses import dataclass, replace
from datetime import date, time

from programme.formats.words import ENGLISH, PaperWords
from programme.language import Language


@dataclass(frozen=True)
class Occasion:
    """What is not known yet is empty, and stands on sheets as a line to write on.

    `title` names what people take part in; `group` the run; `place` also says how people join from home.
    `first` is the day on which it began, where it took many days and `day` is the last.
    """

    title: str = ""
    group: str = ""
    day: date | None = None
    begin: time | None = None
    end: time | None = None
    place: str = ""
    first: date | None = None

    def when(self, language: Language, words: PaperWords = ENGLISH) -> str:
        """Thursday 14 January 2027, 10:30am to 12:30pm."""
        if self.begin and self.end:
            times = {"begin": language.clock(self.begin), "end": language.clock(self.end)}
            hours = words.hours.format(**times)
        else:
            hours = language.clock(self.begin) if self.begin else ""
        return ", ".join(filter(None, (language.long_day(self.day) if self.day else "", hours)))

    def facts(self, language: Language, words: PaperWords = ENGLISH) -> list[tuple[str, str]]:
        """(label, what is known) in the order in which they stand on a sheet; empty what is not known."""
        when = self.when(language, words) if self.day else ""
        known = [(words.session, self.title), (words.when, when), (words.where, self.place)]
        return [(words.group, self.group), *known] if self.group else known

    def line(self, language: Language, words: PaperWords = ENGLISH) -> str:
        """For the foot of every page, where there is little room: day and time; empty without a day."""
        return replace(self, end=None).when(language, words) if self.day else ""


ANY = Occasion()
"""Nothing is known yet."""
