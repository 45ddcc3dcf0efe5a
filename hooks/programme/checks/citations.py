"""Every source that a text cites stands in sources.yml, and every source there is cited."""

import re
from collections.abc import Collection, Iterator

from programme.checks.lines import Line, lines
from programme.checks.words import gone, mild, say
from programme.hints import did_you_mean
from programme.model.base import Ref, marked
from programme.problems import Problem
from programme.syntax import CITATION, citation_keys
from programme.whole import Programme

_FORM = re.compile(r"[\w-]+\s*(;\s*@[\w-]+\s*)*")
_ALIKE = re.compile(r"\[\s*@[^\[\]]*\]?|@\[[^\[\]]*\]?")


def known(programme: Programme) -> Iterator[Problem]:
    sources = programme.sources
    for line in lines(programme):
        for found in _ALIKE.finditer(line.text) if "@" in line.text else ():
            for one in _citation(line, found[0], sources):
                yield gone(programme, one) if one.rule == "unknown-source" else one


def _citation(line: Line, text: str, sources: Collection[str]) -> Iterator[Problem]:
    cited = CITATION.fullmatch(text)
    if not cited or not _FORM.fullmatch(cited[1]):
        yield say(line.path, line.number, "citation-form", text=text)
        return
    for key in citation_keys(cited[1]):
        if key not in sources:
            hint = did_you_mean(key, sources)
            yield say(line.path, line.number, "unknown-source", key=key, hint=hint)


def all_used(programme: Programme) -> Iterator[Problem]:
    """Every source is cited somewhere. A centre's own text may leave a shared one without use: that is no
    mistake, and one of its own without use is a warning.

    While any source is not read whole, nobody knows what it cites.
    """
    if any(source.read != "whole" for source in programme.parts):
        return
    references = programme.own_references if programme.has_own_texts else programme.references
    if not references:
        return
    used = {
        key for source in programme.parts for _, kind, key in marked(source.value, Ref) if kind == "source"
    }
    for line in lines(programme):
        for cited in CITATION.finditer(line.text):
            used |= set(citation_keys(cited[1]))
    for key in references.value.root:
        if key not in used:
            problem = say(references.path, references.document.line((key,)), "unused-source", key=key)
            yield mild(problem) if references is programme.own_references else problem
