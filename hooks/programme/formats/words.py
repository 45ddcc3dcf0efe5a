"""The words that only paper has, in one place for translators. All others come from the tree."""

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from programme.language import N_, Language

Many = TypeVar("Many", bound=Any)


@dataclass(frozen=True)
class PaperWords:
    """Each is a whole sentence or label; what stands in { } is filled in."""

    activity: str = N_("Activity: {title}")
    activity_facts: str = N_("About {minutes} minutes. {how}")
    needs: str = N_("Have to hand: {needs}.")
    discuss: str = N_("Talk about it, or think it over if you are alone.")
    write: str = N_("Write or draw.")
    try_: str = N_("Try it out.")
    reflect: str = N_("Think it over.")
    check: str = N_("Check: {question}")
    check_how: str = N_("Tick what you would say. Nothing is scored.")
    replies_at: str = N_("The replies are on page {page}.")
    replies: str = N_("Replies to the checks")
    nation: str = N_("In {nations}")
    keypoint: str = N_("Key point")
    words: str = N_("Words explained")
    about: str = N_("About this handout")
    edition: str = N_("Edition {edition}, of {day}.")
    code: str = N_("Its code is {code}. Your copy is current if the web page shows the same code.")
    on_the_web: str = N_("This text is also a web page: {address}")
    not_on_the_web: str = N_("This text is also a web page of the course, with the same title.")
    qr: str = N_("Square code for a phone camera. It opens {address}")
    footer: str = N_("{title}. Edition {edition}. Code {code}.")
    footer_without_code: str = N_("{title}. Edition {edition}.")
    page: str = N_("Page {page} of {pages}")
    contents: str = N_("What is in it")
    in_contents: str = N_("{title}: page {page}")
    write_here: str = N_("Room to write: {lines} lines.")
    write_one: str = N_("Room to write: 1 line.")
    box: str = N_("Box to write in.")
    tick: str = N_("Box to tick.")
    row: str = N_("Row {number}")
    scale: str = N_("A line from 0 to 10. Mark one number.")
    drawing_empty: str = N_("Room to draw.")
    drawing_circle: str = N_("Room to draw, with a circle in the middle.")
    drawing_chairs: str = N_("A table seen from above, with 8 empty chairs around it.")
    drawing_line: str = N_("A line with marks on it: {names}.")
    drawing_up_and_down: str = N_(
        "Room to draw a line. A smile stands at the top, and a frown at the bottom."
    )
    session: str = N_("Session:")
    group: str = N_("Group:")
    when: str = N_("When:")
    where: str = N_("Where:")
    hours: str = N_("{begin} to {end}")
    next_time: str = N_("What we want to remember for next time:")
    cards: str = N_("Activity cards: {title}")
    name: str = N_("Name:")
    took_part: str = N_("took part in")
    at_centre: str = N_("with {centre}")
    on_day: str = N_("on {day}")
    from_to: str = N_("from {first} to {last}")
    given_by: str = N_("Given by (name and role):")
    on: str = N_("Day:")


ENGLISH = PaperWords()


def words_in(language: Language) -> PaperWords:
    """The words of paper in `language`; English ones where its catalogue has none."""
    return in_language(ENGLISH, language)


def in_language(words: Many, language: Language) -> Many:
    """The fields of `words`, a dataclass of English ones, in `language`."""
    return replace(words, **{one.name: language.gettext(getattr(words, one.name)) for one in fields(words)})
