"""Tables for spreadsheets: the aims of the plan, and the form for counts.

CSV as RFC 4180 has it, with a byte-order mark: without it, Excel reads UTF-8 as the old Windows code, and
“4+4” arrives as rubbish. LibreOffice, R and pandas read both. The first row is always the header, and no
cell holds a line break, so that a reader of the simplest kind works too.
"""

import csv
import re
from collections.abc import Iterable
from io import StringIO

from programme.deadlines import plan_years
from programme.model.plan import Aim
from programme.plain import prose
from programme.whole import Programme

PLAN = (
    "year",
    "year_title",
    "deadline",
    "aim_id",
    "key_aim",
    "what_it_means",
    "what_comes_out_of_it",
    "workstreams",
    "sources",
    "status",
    "status_on",
    "evidence",
    "what_we_learned",
    "what_did_not_work",
)
"""The last five are a centre's own, from centre/plan.yml; empty in the shared course."""
MEASURES = (
    "measure_id",
    "measure",
    "numerator",
    "denominator",
    "target",
    "period_start",
    "period_end",
    "numerator_count",
    "denominator_count",
    "notes (totals only, never patient data)",
)
"""The last header says it where people write: a note in a row of its own would be read as a measure."""

_FORMULA = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def plan(programme: Programme) -> bytes:
    """One row for each aim. Years count from 1; aims of the strand run through all the years."""
    value = programme.plan.value
    rows = [
        (str(one.number), one.year.title, one.last.isoformat(), *_aim(programme, aim))
        for one in plan_years(value, programme.plan_start)
        for aim in one.year.aims
    ]
    strand = [("all", value.strand.title, "", *_aim(programme, aim)) for aim in value.strand.aims]
    return _csv(PLAN, [*rows, *strand])


def measures(programme: Programme) -> bytes:
    """One row for each measure, with empty cells for a period and its counts."""
    return _csv(
        MEASURES,
        [
            (one.id, one.name, one.numerator, one.denominator, one.target or "", "", "", "", "", "")
            for one in programme.measures.value.root
        ],
    )


def _aim(programme: Programme, aim: Aim) -> tuple[str, ...]:
    lists = ([one.rstrip(".") for one in aim.outputs], aim.workstreams, aim.sources)
    shared = (aim.id, aim.title, prose(aim.information), *map("; ".join, lists))
    if not (state := programme.aim_states.get(aim.id)):
        return (*shared, "", "", "", "", "")
    on = state.on.isoformat() if state.on else ""
    return (*shared, state.status, on, state.evidence or "", state.learned or "", state.failed or "")


def _csv(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    """A spreadsheet runs a cell that begins like a formula (OWASP: CSV injection); an apostrophe stops it.

    The last four are the wide forms of = + - @, which some spreadsheets take for the narrow ones.
    """
    text = " ".join(cell.split())
    return f"'{text}" if _FORMULA.match(cell) or _FORMULA.match(text) else text
