"""The words that only Word files have, in one place for translators."""

from dataclasses import dataclass

from programme.language import N_


@dataclass(frozen=True)
class WordWords:
    """Each is a whole sentence or label; what stands in { } is filled in."""

    replies_at_end: str = N_("The replies are at the end of this file.")
    about_page: str = N_("About this sheet")
    room: str = N_("Room to write: {name}")
    table: str = N_("A table to fill in: {columns}.")


ENGLISH = WordWords()
