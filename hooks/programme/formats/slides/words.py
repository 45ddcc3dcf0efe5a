"""The words that only slides have, in one place for translators."""

from dataclasses import dataclass

from programme.language import N_


@dataclass(frozen=True)
class SlideWords:
    """Each is a whole sentence or label; what stands in { } is filled in."""

    title_of_part: str = N_("{title}: {part}")
    one_of_many: str = N_("{title} ({number} of {count})")
    today: str = N_("Today")
    edition: str = N_("Edition {edition}.")
    rest_on_sheet: str = N_("The rest is on your sheet.")
    pause: str = N_("Break")
    how_long: str = N_("{minutes} minutes. Rest, move or drink, as you like.")
    end: str = N_("Before you go")
    take_away: str = N_("What will you take away from today?")
    whole_text: str = N_("All of it is on your handout.")
    whole_on_web: str = N_("All of it is on your handout, and on this page: {address}")
    when: str = N_("{minutes} minutes. At {begin}, if you start at {start}.")
    ready: str = N_("Have ready: {needs}.")
    notes: str = N_("Notes for people who lead:")
    handout: str = N_("What the handout says:")
    replies: str = N_("Replies:")


ENGLISH = SlideWords()
