"""Rules across files. Each rule is one small function from the programme to problems."""

from collections.abc import Callable, Iterator

from programme.checks import addresses, blocks, citations, headings, html, ids, links, names, reviews
from programme.problems import Problem
from programme.whole import Programme

Rule = Callable[[Programme], Iterator[Problem]]
RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (addresses.one_source_each, ()),
    (blocks.not_in_yaml, ()),
    (citations.known, ("references",)),
    (headings.in_order, ()),
    (headings.plainly_written, ()),
    (headings.help_box, ()),
    (headings.check_has_answers, ()),
    (html.harmless, ()),
    (ids.used_once, ()),
    (ids.known, ("references", "workstreams", "plan")),
    (links.lead_somewhere, ("workstreams",)),
    (names.known, ("nations", "workstreams")),
    (names.urgent_advice, ("nations",)),
    (reviews.in_order, ()),
    (reviews.poster_licence, ()),
    (reviews.poster_source, ()),
)
"""Each rule with the sources that it looks things up in. While nothing is known of one, it is silent."""


def check(programme: Programme) -> Iterator[Problem]:
    """Every problem that every rule finds."""
    for rule, needs in RULES:
        if all(getattr(programme, need).read != "not" for need in needs):
            yield from rule(programme)
