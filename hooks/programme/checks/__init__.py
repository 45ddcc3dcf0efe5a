"""Rules across files. Each rule is one small function from the programme to problems."""

from collections.abc import Callable, Iterator

from programme.checks import addresses, citations, headings, html, ids, links, names, reviews
from programme.problems import Problem
from programme.whole import Programme

RULES: tuple[Callable[[Programme], Iterator[Problem]], ...] = (
    addresses.one_source_each,
    citations.known,
    headings.in_order,
    headings.help_box,
    headings.check_has_answers,
    html.harmless,
    ids.used_once,
    ids.known,
    links.lead_somewhere,
    names.known,
    reviews.in_order,
    reviews.poster_licence,
)


def check(programme: Programme) -> Iterator[Problem]:
    """Every problem that every rule finds."""
    for rule in RULES:
        yield from rule(programme)
