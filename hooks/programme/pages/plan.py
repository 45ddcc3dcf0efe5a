"""The three-year plan as readers see it: the plan, and a page for each workstream."""

from collections import Counter
from collections.abc import Iterator

from programme import addresses as at
from programme import timeline
from programme.deadlines import plan_years
from programme.model.centre_plan import STATUSES, AimState
from programme.model.plan import Aim, ToDo, Workstream
from programme.pages.page import Page, page
from programme.rendering import day
from programme.whole import Programme

COLUMNS = ("Key aim", "What it means", "What was to come of it", "Workstreams")
OWN_COLUMN = "How far we are"
ORIGINS = {"programme": "Asked for by the programme", "ours": "Our suggestion"}


def pages(programme: Programme) -> Iterator[Page]:
    yield _plan(programme)
    for stream in programme.workstreams.value.root:
        yield _workstream(programme, stream)


def _plan(programme: Programme) -> Page:
    plan, steps = programme.plan.value, programme.timeline.value
    return page(
        programme,
        "plan/index.md",
        uri=at.PLAN,
        source=programme.plan.path,
        title=plan.title,
        description="The aims of the plan by year, their deadlines, and what is to come of them.",
        plan=plan,
        own=programme.own_plan,
        years=plan_years(plan, programme.plan_start),
        columns=COLUMNS,
        own_column=OWN_COLUMN if programme.centre_plan and programme.centre else "",
        statuses=STATUSES,
        count=_count(programme),
        told=[(aim, state) for aim, state in _states(programme) if state.has_more],
        names={stream.id: stream.title for stream in programme.workstreams.value.root},
        timeline=steps,
        picture=timeline.picture(programme),
        steps=[
            (timeline.STEPS, timeline.entries(programme, steps.steps)),
            (timeline.PHASES, timeline.entries(programme, steps.phases)),
        ],
        meta={"hide": ["toc"]},  # the table needs the room beside the text
    )


def _workstream(programme: Programme, stream: Workstream) -> Page:
    return page(
        programme,
        "plan/workstream.md",
        uri=at.workstream(stream.id),
        source=programme.workstreams.path,
        title=stream.title,
        description=f"{stream.title}: what it set out to do, what it found, and what a centre can do.",
        stream=stream,
        todo=_by_origin(stream.todo),
        aims=list(_aims_of(programme, stream.id)),
        statuses=STATUSES,
        posters=[one for one in programme.posters if stream.id in one.source.value.workstreams],
    )


def _states(programme: Programme) -> Iterator[tuple[Aim, AimState]]:
    """The aims of which a centre says how far it is, in the order of the plan."""
    for aim in programme.plan.value.aims:
        if state := programme.aim_states.get(aim.id):
            yield aim, state


def _count(programme: Programme) -> dict[str, int]:
    """How many aims have each status, "all" of them, and how many of "none" is said."""
    total = len(programme.plan.value.aims)
    said = Counter(state.status for _, state in _states(programme))
    return {**{status: said[status] for status in STATUSES}, "none": total - said.total(), "all": total}


def _by_origin(todo: tuple[ToDo, ...]) -> list[tuple[str, list[ToDo]]]:
    """What the programme asks for and what we suggest, never mixed; a heading with nothing is left out."""
    sorted_out = [(title, [one for one in todo if one.origin == origin]) for origin, title in ORIGINS.items()]
    return [(title, listed) for title, listed in sorted_out if listed]


def _aims_of(programme: Programme, stream_id: str) -> Iterator[tuple[Aim, str]]:
    """The aims that a workstream carries, with when each is due."""
    plan = programme.plan.value
    for one in plan_years(plan, programme.plan_start):
        when = f"year {one.number}, to the end of {day(one.last)}"
        yield from ((aim, when) for aim in one.year.aims if stream_id in aim.workstreams)
    yield from ((aim, "in all the years") for aim in plan.strand.aims if stream_id in aim.workstreams)
