"""A centre's meetings for a calendar (iCalendar, RFC 5545): a file for each run, and one of all."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event, Timezone

from programme import addresses as at
from programme.model.dates import Meeting, Run
from programme.rendering import render
from programme.runs import covered, covered_in, run_name
from programme.text_slug import slug
from programme.whole import Programme

MAKER = "ms-expert-patient-course"
ZONE = "Europe/London"
UK_TIME = f"""\
BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
DTSTART:19810329T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""UK time since 1996 (Summer Time Order 2002, SI 2002/262). Written out, so that the same sources give the
same bytes whatever list of time zones a machine has; Windows has none."""
_FIRST_DAY = date(2020, 1, 1)
"""Before any dates.yml. Days since then grow with `checked_on`, as RFC 5545 wants of SEQUENCE."""


def files(programme: Programme) -> Iterator[tuple[str, bytes]]:
    if programme.dates:
        yield at.DATES_ICS, _calendar(programme, programme.course.value.title, programme.runs)
    for run in programme.runs:
        yield at.run_calendar(run.id), _calendar(programme, run_name(programme, run), [run])


def _calendar(programme: Programme, title: str, runs: Iterable[Run]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//{MAKER}//dates//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(Timezone.from_ical(UK_TIME))
    for run in runs:
        for number, meeting in enumerate(run.meetings, 1):
            calendar.add_component(_event(programme, run, number, meeting))
    return bytes(calendar.to_ical())


def _event(programme: Programme, run: Run, number: int, meeting: Meeting) -> Event:
    """Its UID holds the number of the meeting and not its day, so that a calendar moves what has moved."""
    assert programme.dates
    assert programme.centre
    checked = programme.dates.value.checked_on
    takes_place, whose = run.takes_place(meeting), programme.centre.value.name
    titles = [one.title for one in covered_in(programme, meeting) or covered(programme, run)]
    words = {
        **{"programme": programme, "run": run, "name": run_name(programme, run), "titles": titles},
        **{"takes_place": takes_place, "where": run.where(meeting)},
    }
    event = Event()
    event.add("uid", f"{run.id}.{number}@{slug(whose)}.{MAKER}")
    event.add("dtstamp", datetime.combine(checked, time(), UTC))
    event.add("last-modified", datetime.combine(checked, time(), UTC))
    event.add("sequence", max((checked - _FIRST_DAY).days, 0))
    for key, at_time in (("dtstart", meeting.begin), ("dtend", meeting.end)):
        event.add(key, datetime.combine(meeting.on, at_time), parameters={"TZID": ZONE})
    event.add("summary", render("dates/event-title.txt", **words).strip())
    event.add("description", "\n".join(filter(None, render("dates/event.txt", **words).split("\n"))))
    event.add("location", render("dates/event-place.txt", **words).strip())
    event.add("status", "CONFIRMED" if takes_place else "CANCELLED")
    if programme.site_address:
        page = at.DATES.removesuffix(".md")
        event.add("url", f"{programme.site_address.rstrip('/')}/{page}.html#{run.id}")
    return event
