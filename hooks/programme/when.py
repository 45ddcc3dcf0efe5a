"""Days and times as people say them (NHS content style guide: 5:30pm, midday, no 24-hour clock)."""

from datetime import date, time


def day(value: date) -> str:
    """21 November 2026."""
    return f"{value.day} {value:%B %Y}"


def long_day(value: date) -> str:
    """Thursday 14 January 2027."""
    return f"{value:%A} {value.day} {value:%B %Y}"


def clock(value: time) -> str:
    """10:30am, 1pm, midday."""
    if (value.hour, value.minute) == (12, 0):
        return "midday"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"
