"""The three-year plan on paper: as a list, and as one sheet for the wall."""

from programme import addresses as at
from programme.deadlines import plan_years
from programme.formats.manuscripts import Print
from programme.model.plan import Aim
from programme.pages.page import Page
from programme.pages.page import page as make_page
from programme.paper.code import array, call, string, strings
from programme.paper.handout import sheet
from programme.when import day
from programme.whole import Programme


def page(programme: Programme) -> Page:
    """The text of the plan from top to bottom, without its table."""
    plan = programme.plan.value
    return make_page(
        programme,
        "paper/plan.md",
        uri=at.PLAN,
        source=programme.plan.path,
        title=plan.title,
        description=plan.summary,
        plan=plan,
        years=plan_years(plan, programme.plan_start),
        parts=_parts(programme),
        names={stream.id: stream.title for stream in programme.workstreams.value.root},
    )


def _parts(programme: Programme) -> list[tuple[str, tuple[Aim, ...]]]:
    """(heading, aims) of each year, then of what runs through all of them."""
    plan = programme.plan.value
    years = [
        (f"Year {one.number}: {one.year.title}. To the end of {day(one.last)}.", one.year.aims)
        for one in plan_years(plan, programme.plan_start)
    ]
    return [*years, (f"In all the years: {plan.strand.title}", plan.strand.aims)]


def wall_chart(programme: Programme, how: Print) -> str:
    """One sheet of A3 on its side: a column a year, and a band for what runs through them all."""
    *years, strand = (
        array([string(heading), array(array([string(a.title), strings(a.outputs)]) for a in aims)])
        for heading, aims in _parts(programme)
    )
    title = programme.plan.value.title
    chart = call("wall-chart", string(title), array(years), strand)
    return sheet(title, "en-GB", how, "", [chart], paper="a3", flipped=True)
