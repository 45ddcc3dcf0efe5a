"""How the search understands people: the words they use, and the signs of danger among them."""

from typing import Annotated, Literal

from pydantic import Field

from programme.model.base import Id, Line, NationId, NonEmpty, Ref, Slug, Source, SourceKey


class NationWords(Source):
    """Words by which people say which nation they mean."""

    names: tuple[Line, ...] = Field(min_length=1)
    """Its name and its larger towns: they choose the nation, and are not looked for."""
    bodies: tuple[Line, ...] = ()
    """Its own bodies, lines and schemes, such as PALS: they choose the nation, and are looked for too."""


class NationsNamed(Source):
    """The words for each of the four nations."""

    england: NationWords
    """Words that mean England, such as Leeds or PALS."""
    scotland: NationWords
    """Words that mean Scotland, such as Glasgow or NHS 24."""
    wales: NationWords
    """Words that mean Wales, such as Cardiff or Llais."""
    northern_ireland: NationWords = Field(alias="northern-ireland")
    """Words that mean Northern Ireland, such as Belfast or HSC."""

    def of(self, nation: NationId) -> NationWords:
        """The words that mean `nation`."""
        words: NationWords = getattr(self, nation.replace("-", "_"))
        return words


class EverydayWords(Source):
    """Words that people say for something that the pages call by another name."""

    means: tuple[Line, ...] = Field(min_length=1)
    """What the pages call it; with several, any of them will do."""
    said: tuple[Line, ...] = Field(min_length=1)
    """What people say or type for it, one or more words each."""


class Search(Source):
    """course/search.yml: the words that people use in the search, besides those of the glossary."""

    small_words: NonEmpty
    """Words that say too little to look for, such as the and of, with spaces between them."""
    weak_words: NonEmpty
    """Words that say a little, such as try or worse: looked for, but counted for much less than others."""
    nations: NationsNamed
    """Words by which people say which nation they mean: results of another nation then come last."""
    everyday_words: tuple[EverydayWords, ...]
    """What people say for what the pages call by another name."""


class DangerSign(Source):
    """A sign of danger, the words by which people tell of it, and what they should do."""

    id: Annotated[Slug, Id("danger sign")]
    """Short name, for example choking."""
    title: Line
    """The sign in plain words, beginning with If."""
    how_fast: Literal["999", "today"]
    """999 when life is in danger, today when help is needed on the same day."""
    help: tuple[Line, ...] = Field(min_length=1, max_length=3)
    """What to do, as in the help boxes: up to 3 short paragraphs, the most urgent first."""
    nations: tuple[Annotated[Slug, Ref("entry of nations.yml")], ...] = Field(min_length=1)
    """Entries of nations.yml with the numbers to call, shown below."""
    session: Annotated[Slug, Ref("session")]
    """The session that tells more, by its file name without .md."""
    sources: tuple[SourceKey, ...] = ()
    """Keys of the sources in sources.yml on which this rests; the session cites them."""
    phrases: tuple[Line, ...] = Field(min_length=1)
    """What people type: all words of a phrase, in any order, with at most a few others between them."""
    unless: tuple[Line, ...] = ()
    """Harmless words that sound alike, such as keep fit for a fit: they are not counted, all others are."""


class Safety(Source):
    """course/safety.yml: signs of danger for which help stands above the results of a search."""

    fillers: NonEmpty
    """Words that need not be typed, such as my and the; they do not count where a phrase has 2 others."""
    alike: tuple[tuple[Line, ...], ...]
    """Lines of words that mean the same here: where a phrase has one of them, any other fits too."""
    signs: tuple[DangerSign, ...]
    """The signs of danger. Those with 999 are shown first."""
