"""Every source that a text cites stands in sources.yml."""

import re
from collections.abc import Iterator

from programme.checks.lines import prose
from programme.checks.words import say
from programme.hints import did_you_mean
from programme.problems import Problem
from programme.syntax import CITATION, citation_keys
from programme.whole import Programme

_FORM = re.compile(r"\s*[\w-]+\s*(;\s*@[\w-]+\s*)*")


def known(programme: Programme) -> Iterator[Problem]:
    sources = programme.references.value.root
    for body in programme.bodies:
        for line, text in prose(body):
            for found in CITATION.finditer(text):
                if not _FORM.fullmatch(found[1]):
                    yield say(body.path, line, "citation-form", text=found[0])
                    continue
                for key in citation_keys(found[1]):
                    if key not in sources:
                        hint = did_you_mean(key, sources)
                        yield say(body.path, line, "unknown-source", key=key, hint=hint)
