"""Citations in the text of a whole page → numbered links, and the list they lead to."""

import re

from programme.blocks_text import nations_at
from programme.checks.lines import lines as all_lines
from programme.language import BEGIN_ENGLISH, END_ENGLISH, N_
from programme.model.base import Ref, marked
from programme.model.reference import Reference
from programme.rendering import render
from programme.syntax import CITATION, citation_keys, outside_code, prose_lines
from programme.whole import Programme

SOURCE = N_("Source {number}")
"""How a numbered link is read out."""
_WITH_SPACE = re.compile(r"[ \t]*" + CITATION.pattern)


def cited_here(programme: Programme) -> set[str]:
    """Keys of the sources that this site rests on: a centre's site says nothing of the other nations."""
    here = set(programme.speaks_for)
    apart = (programme.nations, programme.glossary)
    parts = (source for source in programme.parts if source not in apart)
    keys = {key for source in parts for _, kind, key in marked(source.value, Ref) if kind == "source"}
    keys |= {word.source for word in programme.words if word.source}
    keys |= {entry.in_nation(one).source for entry in programme.nations.value.root.values() for one in here}
    bodies = {body.path: body for body in programme.bodies}
    for line in all_lines(programme):
        cited = [key for found in CITATION.finditer(line.text) for key in citation_keys(found[1])]
        body = bodies.get(line.path) if line.uri and cited else None
        if not body or here & set(nations_at(body.blocks, line.number - body.first_line)):
            keys |= set(cited)
    return keys


def cite_sources(programme: Programme, text: str) -> str:
    """`text` with each source numbered by its first use, and a section Sources at the end."""
    if "[@" not in text:
        return text
    known = programme.sources
    numbers: dict[str, int] = {}
    own = source = programme.language.gettext(SOURCE)

    def link(found: re.Match[str]) -> str:
        marks = []
        for key in filter(known.__contains__, citation_keys(found[1])):  # one may be gone from an old copy
            number = numbers.setdefault(key, len(numbers) + 1)
            marks.append(
                f'[{number}](#source-{number}){{ .cite aria-label="{source.format(number=number)}" }}'
            )
        return "".join(marks)

    lines = text.split("\n")
    for index, line in prose_lines(lines):
        if line in (BEGIN_ENGLISH, END_ENGLISH):
            source = SOURCE if line == BEGIN_ENGLISH else own
        if "[@" in line:
            lines[index] = outside_code(line, lambda part: _WITH_SPACE.sub(link, part))
    cited: list[tuple[int, Reference]] = [(number, known[key]) for key, number in numbers.items()]
    return "\n".join(lines).rstrip() + "\n\n" + render("sources-used.md", programme=programme, cited=cited)
