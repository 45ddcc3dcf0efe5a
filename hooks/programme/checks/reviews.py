"""Review dates and licences that hold together."""

from collections.abc import Iterator
from typing import Any

from programme.checks.words import say
from programme.problems import Problem
from programme.sources import Sourced
from programme.whole import Programme


def in_order(programme: Programme) -> Iterator[Problem]:
    metas: list[Sourced[Any]] = [one.prose.meta for one in programme.sessions]
    metas += [one.prose.meta for one in programme.docs]
    for meta in metas:
        review = meta.value.review
        if not (review and review.written_on and review.next_review):  # one that could not be read is empty
            continue
        if review.next_review <= review.written_on:
            line = meta.document.line(("review", "next_review"))
            words = {"next": review.next_review, "written": review.written_on}
            yield say(meta.path, line, "review-order", **words)
        if (review.reviewed_on is None) != (review.reviewed_by is None):
            yield say(meta.path, meta.document.line(("review",)), "review-by")


def poster_licence(programme: Programme) -> Iterator[Problem]:
    for poster in programme.posters:
        source = poster.source
        if source.value.file and source.value.licence is None:
            yield say(source.path, source.document.line(("file",)), "poster-licence")


def poster_source(programme: Programme) -> Iterator[Problem]:
    """What we do not hold ourselves rests on a source; a poster with its own file is its own."""
    for poster in programme.posters:
        if poster.source.read == "whole" and not poster.source.value.file and not poster.source.value.sources:
            yield say(poster.source.path, 1, "poster-source")
