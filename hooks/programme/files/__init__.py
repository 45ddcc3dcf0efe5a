"""The programme → every file of the site that is not a page. Made from the sources alone, so the same
sources give the same bytes, except that pictures of posters follow the library that draws them."""

from collections.abc import Callable, Iterator

from programme import addresses as at
from programme.files import (
    calendar,
    dates_calendar,
    plan_data,
    posters,
    programme_data,
    short_addresses,
    tables,
)
from programme.paper.qr import square_code
from programme.rendering import render
from programme.timeline import picture
from programme.whole import Programme

MAKERS: dict[str, Callable[[Programme], bytes]] = {
    at.PLAN_CSV: tables.plan,
    at.PLAN_JSON: plan_data.data,
    at.PLAN_SCHEMA: plan_data.schema,
    at.PLAN_ICS: calendar.deadlines,
    at.MEASURES_CSV: tables.measures,
    at.TIMELINE: lambda programme: render("plan/timeline.svg", picture=picture(programme)).encode(),
    at.PROGRAMME_JSON: programme_data.data,
    at.PROGRAMME_SCHEMA: programme_data.schema,
}


def files(programme: Programme) -> Iterator[tuple[str, bytes]]:
    """(uri, content) of all that `addresses.made_files` names. A poster's file that has gone is left out."""
    yield from ((uri, make(programme)) for uri, make in MAKERS.items())
    yield from dates_calendar.files(programme)
    if programme.dates and programme.site_address:
        yield at.DATES_CODE, square_code(at.on_the_web(programme.site_address, at.DATES)).encode()
    yield from short_addresses.files(programme)
    yield from posters.files(programme)
    yield from ((uri, file.read_bytes()) for uri, file in programme.assets)
    if programme.logo:
        yield programme.logo.uri, programme.logo.file.read_bytes()


__all__ = ["files"]
