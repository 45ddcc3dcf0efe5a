"""What may stand in a centre's files while its site is made, and not once it is put out."""

import re
from collections.abc import Iterator
from datetime import date

from programme.checks.lines import lines
from programme.checks.words import say
from programme.problems import Problem
from programme.whole import Programme

PLACEHOLDER = "To write:"
"""How a text begins that a command put in for someone to write."""
_PLACEHOLDER = re.compile(
    rf"{PLACEHOLDER}|\b(?:TODO|FIXME|TBC|TBD|XXX)\b|\blorem ipsum\b"
    r"|\b(?:your|insert) (?:own )?(?:name|text|words?|number|address|e-?mail) here\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\+44 ?\(?0?\)?|0)[\d ()-]{8,13}\d")
_DRAMA = re.compile(
    r"0(?:1632960|11[3-8]4960|1[2-6]14960|1914980|2079460|2896496|2920180|7700900|8081570|9098790|3069990)\d{3}"
)
"""Numbers that Ofcom keeps free for plays and examples (its list for TV and radio drama)."""
_EXAMPLE_SITE = re.compile(
    r"[\w.@/-]*\b(?:example\.(?:org|com|net|co\.uk)|\w+\.(?:example|invalid|test))\b", re.IGNORECASE
)
_EXAMPLE_NAME = re.compile(r"\b(?:Anytown|St Elsewhere|Sea View MS service)\b", re.IGNORECASE)
"""Names of the examples in our own guides."""


def fit_to_publish(programme: Programme, today: date | None) -> Iterator[Problem]:
    """Placeholders, examples, nobody to tell when the site cannot be used, and dates that are over.

    Scripts leave out what has passed since a site was put out; people without scripts would see it.
    """
    for line in lines(programme):
        if line.path.startswith("centre/"):
            yield from _unfinished(line.path, line.number, line.text)
    centre = programme.centre
    if centre and centre.read == "whole" and not centre.value.accessibility_contact:
        yield say(centre.path, 1, "publish-access")
    if today and programme.dates and programme.dates.read == "whole":
        for number, run in enumerate(programme.dates.value.runs):
            if run.last < today:
                first = programme.dates.document.line(("runs", number))
                yield say(programme.dates.path, first, "publish-past", run=run.id, day=run.last)


def _unfinished(path: str, line: int, text: str) -> Iterator[Problem]:
    if found := _PLACEHOLDER.search(text):
        yield say(path, line, "publish-placeholder", text=found[0])
    for number in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", re.sub(r"^\+44 ?(?:\(0\))?", "0", number[0]))
        if _DRAMA.fullmatch(digits):
            yield say(path, line, "publish-example", text=number[0])
    for pattern in (_EXAMPLE_SITE, _EXAMPLE_NAME):
        if example := pattern.search(text):
            yield say(path, line, "publish-example", text=example[0].lstrip("/"))
