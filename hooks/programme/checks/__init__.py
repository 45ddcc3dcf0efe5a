"""Rules across files. Each rule is one small function from the programme to problems."""

from collections.abc import Callable, Iterator
from datetime import date

from programme.checks import (
    addresses,
    blocks,
    citations,
    facts,
    headings,
    html,
    ids,
    links,
    names,
    nations,
    reviews,
    wording,
)
from programme.problems import Problem
from programme.whole import Programme

Rule = Callable[[Programme], Iterator[Problem]]
RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (addresses.one_source_each, ()),
    (blocks.not_in_yaml, ()),
    (citations.known, ("references",)),
    (citations.all_used, ("references", "plan", "workstreams")),
    (facts.have_sources, ()),
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
    (nations.names_of_nations, ("nations", "glossary")),
    (nations.sums_and_numbers, ()),
    (reviews.in_order, ()),
    (reviews.there_for_facts, ()),
    (reviews.poster_licence, ()),
    (reviews.poster_source, ()),
    (wording.house_words, ()),
    (wording.link_words, ()),
    (wording.no_questionnaires, ()),
)
"""Each rule with the sources that it looks things up in. While nothing is known of one, it is silent."""


def check(programme: Programme, today: date | None = None) -> Iterator[Problem]:
    """Every problem that every rule finds; with `today` also reviews that are overdue on that day."""
    if today:
        yield from reviews.not_passed(programme, today)
    for rule, needs in RULES:
        if all(getattr(programme, need).read != "not" for need in needs):
            yield from rule(programme)
