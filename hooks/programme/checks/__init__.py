"""Rules across files. Each rule is one small function from the programme to problems."""

from collections.abc import Callable, Iterator
from datetime import date

from programme.checks import (
    addresses,
    blocks,
    centre,
    centre_plan,
    citations,
    dates,
    facts,
    headings,
    html,
    ids,
    links,
    local,
    names,
    nations,
    publishing,
    reviews,
    wording,
)
from programme.problems import Problem
from programme.whole import Programme

Rule = Callable[[Programme], Iterator[Problem]]
RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (addresses.one_source_each, ()),
    (blocks.not_in_yaml, ()),
    (centre.roles_once, ()),
    (centre_plan.aims_are_known, ("plan",)),
    (citations.known, ("references",)),
    (citations.all_used, ("references", "plan", "workstreams")),
    (dates.booking_ends_before_it_begins, ()),
    (dates.centre_is_named, ()),
    (dates.in_order, ()),
    (dates.nobody_in_two_places, ()),
    (dates.place_is_said, ()),
    (dates.sessions_are_here, ()),
    (dates.sessions_are_of_the_run, ()),
    (dates.sessions_fit, ("course",)),
    (dates.times_are_possible, ()),
    (facts.have_sources, ()),
    (headings.in_order, ()),
    (headings.plainly_written, ()),
    (headings.help_box, ()),
    (headings.check_has_answers, ()),
    (html.harmless, ()),
    (ids.used_once, ()),
    (ids.known, ("references", "workstreams", "plan", "nations", "roles", "services")),
    (links.lead_somewhere, ("workstreams",)),
    (local.choices, ("course", "safety")),
    (local.fills, ()),
    (local.places, ()),
    (names.known, ("nations", "workstreams")),
    (names.filled_in, ()),
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


def check(programme: Programme, today: date | None = None, publish: bool = False) -> Iterator[Problem]:
    """Every problem that every rule finds; with `today` also what is wrong on that day alone.

    With `publish` also what may stand in a site while it is made, and not once it is put out.
    """
    if publish:
        yield from publishing.fit_to_publish(programme, today)
    if today:
        yield from reviews.not_passed(programme, today)
        yield from centre_plan.days_have_come(programme, today)
        yield from centre.checked_by_now(programme, today)
    for rule, needs in RULES:
        if all(getattr(programme, need).read != "not" for need in needs):
            yield from rule(programme)
