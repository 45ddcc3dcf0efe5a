"""The deadlines of the plan for a calendar (iCalendar, RFC 5545)."""

from datetime import UTC, datetime, time

from icalendar import Calendar, Event

from programme.deadlines import PlanYear, plan_years
from programme.plain import prose
from programme.text_slug import slug
from programme.whole import Programme

MAKER = "ms-expert-patient-course"


def deadlines(programme: Programme) -> bytes:
    """One event of a whole day at the end of each year of the plan."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{MAKER}//plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", programme.plan.value.title)
    for one in plan_years(programme.plan.value, programme.plan_start):
        calendar.add_component(_event(programme, one))
    return bytes(calendar.to_ical())


def _event(programme: Programme, one: PlanYear) -> Event:
    """Its UID stays the same in every edition, so that a calendar updates it and does not add another.

    A centre has UIDs of its own, for its deadlines may differ. The stamp is the edition's, not the
    build's clock: the same sources give the same file. Without an end, such an event lasts one day.
    """
    plan = programme.plan.value
    whose = f"{slug(programme.centre.value.name)}." if programme.centre else ""
    aims = "\n".join(f"- {aim.title}" for aim in one.year.aims)
    event = Event()
    event.add("uid", f"year-{one.number}@{whose}{MAKER}")
    event.add("dtstamp", datetime.combine(programme.course.value.edition_date, time(), UTC))
    event.add("dtstart", one.last)
    event.add("summary", f"Year {one.number} of the plan ends: {one.year.title}")
    event.add(
        "description", f"{plan.title}. {prose(programme.plan_status)}\n\nKey aims of this year:\n{aims}"
    )
    event.add("transp", "TRANSPARENT")
    return event
