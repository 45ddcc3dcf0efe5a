"""What a centre's own colour does to its site: to its styles, and to the mark by which a device shows it."""

from programme.model.colour import Look, look
from programme.whole import Programme

GROUND, INK = 'fill="#133f4e"', 'fill="#fff"'
"""How the shared mark says its two colours."""


def centre_css(programme: Programme) -> str:
    """The rule that gives the site a centre's colour, with ink and focus that show on it; or nothing."""
    found = _look(programme)
    return f"\n{found.css}" if found else ""


def centre_mark(programme: Programme, mark: str) -> str:
    """The SVG of the mark in a centre's colour; `mark` itself where there is none."""
    found = _look(programme)
    if not found:
        return mark
    return mark.replace(GROUND, f'fill="{found.brand}"').replace(INK, f'fill="{found.ink}"')


def _look(programme: Programme) -> Look | None:
    colour = programme.centre.value.colour if programme.centre else None
    return look(colour) if colour else None
