"""Data that the texts draw on: what differs by nation, words in plain words, and sources."""

from typing import Literal

from pydantic import Field, RootModel

from programme.model.base import NATIONS, Date, Line, NationId, Slug, Source, SourceKey, Url


class NationValue(Source):
    """What holds in one nation."""

    text: Line
    """The words to show, as a whole sentence or a name with its phone number."""
    source: SourceKey
    """Key of the source in sources.yml."""
    checked_on: Date
    """Day on which this was last held against its source."""
    names: tuple[Line, ...] = ()
    """Bodies, lines and rights that only this nation has: shared texts may not name them."""
    sure: Literal["high", "medium"] = "high"
    """How sure we are: high (recent official source) or medium (older, or second-hand)."""


class NationEntry(Source):
    """One thing that differs between the nations, with what holds in each of the four."""

    title: Line
    """What this is about, as people would ask for it."""
    england: NationValue
    """What holds in England."""
    scotland: NationValue
    """What holds in Scotland."""
    wales: NationValue
    """What holds in Wales."""
    northern_ireland: NationValue = Field(alias="northern-ireland")
    """What holds in Northern Ireland."""

    def in_nation(self, nation: NationId) -> NationValue:
        """What holds in `nation`."""
        value: NationValue = getattr(self, nation.replace("-", "_"))
        return value


class Nations(RootModel[dict[Slug, NationEntry]]):
    """course/nations.yml: what differs between the four nations, by short name."""


class Word(Source):
    """One word, explained."""

    term: Line
    """The word or phrase, written as in the middle of a sentence."""
    plain: Line
    """What it means, in one or two plain sentences that do not use the word itself."""
    also: tuple[Line, ...] = ()
    """Other spellings, short forms and everyday words for it, shown beside it."""
    misspelt: tuple[Line, ...] = ()
    """How people misspell it: for the search, never shown."""
    source: SourceKey | None = None
    """Key of the source in sources.yml, where the meaning holds a fact."""
    nations: tuple[NationId, ...] = ()
    """Nations in which there is such a thing; leave it out when it is the same in all four."""


class Glossary(RootModel[tuple[Word, ...]]):
    """course/glossary.yml: words of MS care in plain words."""


class Reference(Source):
    """One source."""

    title: Line
    """Title of the page, paper or report."""
    publisher: Line
    """Who put it out; for a paper the authors and the journal."""
    date: Line
    """Date shown on it, for example June 2022, or n.d. when it shows none."""
    url: Url | None = None
    """Its web address; leave it out when only the site is known."""
    read_on: Date
    """Day on which it was last read."""
    note: Line | None = None
    """What a reader should know about it, for example that it is old."""


class References(RootModel[dict[Slug, Reference]]):
    """course/sources.yml: every source cited, once, by a short name of its own."""


__all__ = ["NATIONS", "Glossary", "NationEntry", "Nations", "Reference", "References", "Word"]
