"""What a centre's own colour does to the styles of the site."""

from programme.model.colour import look
from programme.whole import Programme


def centre_css(programme: Programme) -> str:
    """The rule that gives the site a centre's colour, with ink and focus that show on it; or nothing."""
    colour = programme.centre.value.colour if programme.centre else None
    found = look(colour) if colour else None
    return f"\n{found.css}" if found else ""
