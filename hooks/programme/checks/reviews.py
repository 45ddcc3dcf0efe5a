"""Review dates and licences that hold together."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from programme.checks.lines import lines
from programme.checks.words import say
from programme.model.base import Review
from programme.problems import Problem
from programme.sources import Sourced
from programme.syntax import CITATION
from programme.whole import Programme


def _reviews(programme: Programme) -> Iterator[tuple[Sourced[Any], Review]]:
    """Each front matter with the dates in it; those that could not be read are left out."""
    metas: list[Sourced[Any]] = [one.prose.meta for one in programme.sessions]
    metas += [one.prose.meta for one in programme.docs]
    for meta in metas:
        review = meta.value.review
        if review and review.written_on and review.next_review:
            yield meta, review


def in_order(programme: Programme) -> Iterator[Problem]:
    for meta, review in _reviews(programme):
        if review.next_review <= review.written_on:
            line = meta.document.line(("review", "next_review"))
            words = {"next": review.next_review, "written": review.written_on}
            yield say(meta.path, line, "review-order", **words)
        if (review.reviewed_on is None) != (review.reviewed_by is None):
            yield say(meta.path, meta.document.line(("review",)), "review-by")


def not_passed(programme: Programme, today: date) -> Iterator[Problem]:
    """NHS standard for creating health content (2024): health text is reviewed by a day that it names.

    A build does not look at the clock, so that it stays the same; `programme check` does.
    """
    for meta, review in _reviews(programme):
        if review.next_review < today:
            line = meta.document.line(("review", "next_review"))
            yield say(meta.path, line, "review-passed", day=review.next_review)


def there_for_facts(programme: Programme) -> Iterator[Problem]:
    """A page in docs/ that cites a source holds facts, and facts are reviewed. Sessions always need dates."""
    facts = {line.path for line in lines(programme) if line.uri and CITATION.search(line.text)}
    for doc in programme.docs:
        meta = doc.prose.meta
        if doc.body.path in facts and meta.read == "whole" and meta.value.review is None:
            yield say(meta.path, 1, "review-missing")


def poster_licence(programme: Programme) -> Iterator[Problem]:
    for poster in programme.posters:
        source = poster.source
        if source.value.file and source.value.licence is None:
            yield say(source.path, source.document.line(("file",)), "poster-licence")


def poster_source(programme: Programme) -> Iterator[Problem]:
    """What we do not hold ourselves rests on a source; a poster with its own file is its own, and a centre
    knows what it did."""
    for poster in programme.posters:
        if poster.source.path.startswith("centre/"):
            continue
        if poster.source.read == "whole" and not poster.source.value.file and not poster.source.value.sources:
            yield say(poster.source.path, 1, "poster-source")
