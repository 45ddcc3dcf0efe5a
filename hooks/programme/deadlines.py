"""When each year of the plan begins and ends, from the day the plan begins."""

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from programme.model.plan import Plan, Year


@dataclass(frozen=True)
class PlanYear:
    """One year of the plan with its first and last day. `number` counts from 1; `last` is its deadline."""

    number: int
    year: Year
    first: date
    last: date


def plan_years(plan: Plan, start: date | None = None) -> tuple[PlanYear, ...]:
    """The years of `plan`, in order, from its own start or from that of a centre that begins later."""
    begin = start or plan.start
    return tuple(
        PlanYear(number, year, year_start(begin, number), year_end(begin, number))
        for number, year in enumerate(plan.years, 1)
    )


def aim_deadlines(years: tuple[PlanYear, ...]) -> dict[str, date]:
    """Last day of the year of each aim, by the aim's id. Aims of the strand have none."""
    return {aim.id: one.last for one in years for aim in one.year.aims}


def year_start(start: date, number: int) -> date:
    """First day of year `number`; year 1 begins on `start`."""
    return _years_later(start, number - 1)


def year_end(start: date, number: int) -> date:
    """Last day of year `number`: the day before year `number` + 1 begins."""
    return _years_later(start, number) - timedelta(days=1)


def _years_later(start: date, years: int) -> date:
    """The same day `years` later; 1 March for 29 February. Stops at the calendar's last year, so that
    no date that an author may write can stop a build."""
    later = min(start.year + years, MAXYEAR)
    try:
        return start.replace(year=later)
    except ValueError:
        return date(later, 3, 1)
