"""Opening hours as people write them: are the days and times in them real?

They are shown as written. Only what cannot be true is refused: a day that is none, a time that is none,
an end before the beginning, and hours that name no day.
"""

import re
from difflib import get_close_matches

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EXAMPLE = "write days and times, for example Monday to Friday, 9:00 to 17:00"
_SHORT = {"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"}
_NAMES = {day.lower() for day in DAYS}
_MANY = {"weekday", "weekend", "everyday", "workday", "daily"}
_NOT_DAYS = {"holiday", "today", "midday", "birthday", "day"}
_ALWAYS = re.compile(
    r"\b(every|any|each|working|all|7|seven|24 hours a) days?\b|\bday and night\b|\bat any time\b|24/7"
)
_AFTER_DAY = re.compile(
    rf"\b(?:{'|'.join(sorted(_NAMES | _SHORT))})s?\s*(?:to|until|till|-|–|—)\s*([A-Za-z]{{3,}})",
    re.IGNORECASE,
)
_TIME = (
    r"(?:(\d{1,2})(?:[:.](\d\d))?|(\d\d)(\d\d)) ?(am|pm|noon|midday|midnight)?\b|\b(noon|midday|midnight)\b"
)
_RANGE = re.compile(rf"(?<![\d:.])(?:{_TIME})\s*(?:to|until|till|and|-|–|—)\s*(?:{_TIME})", re.IGNORECASE)
_ONE = re.compile(r"(?<![\d:.])(\d{1,2})(?:[:.](\d\d)\b| ?(am|pm)\b)(?: ?(am|pm)\b)?", re.IGNORECASE)
_NAMED = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 24 * 60}
Wrong = tuple[str, str]
"""What is wrong, and what right looks like."""


def wrong_hours(text: str) -> Wrong | None:
    """What cannot be true in `text`, if anything is."""
    return _wrong_day(text) or _wrong_time(text) or _wrong_order(text)


def _wrong_day(text: str) -> Wrong | None:
    named = bool(_ALWAYS.search(text.lower()))
    for word in _AFTER_DAY.findall(text):  # short ones too, where only a day can stand
        if word.lower().removesuffix("s") not in _NAMES | _SHORT:
            return f"there is no day '{word}'", EXAMPLE
    for word in re.findall(r"[A-Za-z]+", text):
        one = word.lower()
        single = one.removesuffix("s")
        if {one, single} & (_NAMES | _SHORT | _MANY):
            named = True
        elif single not in _NOT_DAYS and len(one) > 4:
            close = get_close_matches(single, _NAMES, n=2, cutoff=0.75)
            if close or single.endswith("day"):
                same = [name for name in close if name[0] == single[0]]
                hint = f"did you mean '{(same or close)[0].capitalize()}'?" if close else EXAMPLE
                return f"there is no day '{word}'", hint
    return None if named else ("it names no day", EXAMPLE)


def _wrong_time(text: str) -> Wrong | None:
    for found in _ONE.finditer(text):
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3] or found[4]
        if minute > 59 or hour > (12 if half else 24) or (half and hour == 0) or (hour == 24 and minute):
            return f"there is no time '{found[0]}'", "write it as 9:00 or 9am, and 17:00 or 5pm"
    return None


def _wrong_order(text: str) -> Wrong | None:
    for found in _RANGE.finditer(text):
        begin, end = _minutes(found.groups()[:6]), _minutes(found.groups()[6:])
        if begin is not None and end is not None and end <= begin % (24 * 60):
            return f"'{found[0]}' ends before it begins", "write 5pm or 17:00 for the afternoon"
    return None


def _minutes(parts: tuple[str | None, ...]) -> int | None:
    """Minutes from midnight; None for a number that is no time, such as 45."""
    hour, minute, hour4, minute4, half, named = parts
    if named:
        return _NAMED[named.lower()]
    hours, minutes = int(hour or hour4 or 0), int(minute or minute4 or 0)
    if half and half.lower() in _NAMED:
        return _NAMED[half.lower()]
    if half:
        hours = hours % 12 + (12 if half.lower() == "pm" else 0)
    return hours * 60 + minutes if hours <= 24 and minutes < 60 else None
