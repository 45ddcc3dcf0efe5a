"""Citations in the text of a whole page → numbered links, and the list they lead to."""

import re

from programme.model.reference import Reference
from programme.rendering import render
from programme.syntax import CITATION, citation_keys, outside_code, prose_lines
from programme.whole import Programme

_WITH_SPACE = re.compile(r"[ \t]*" + CITATION.pattern)


def cite_sources(programme: Programme, text: str) -> str:
    """`text` with each source numbered by its first use, and a section Sources at the end."""
    if "[@" not in text:
        return text
    known = programme.references.value.root
    numbers: dict[str, int] = {}

    def link(found: re.Match[str]) -> str:
        marks = []
        for key in citation_keys(found[1]):
            number = numbers.setdefault(key, len(numbers) + 1)
            marks.append(f'[{number}](#source-{number}){{ .cite aria-label="Source {number}" }}')
        return "".join(marks)

    lines = text.split("\n")
    for index, line in prose_lines(lines):
        if "[@" in line:
            lines[index] = outside_code(line, lambda part: _WITH_SPACE.sub(link, part))
    cited: list[tuple[int, Reference]] = [(number, known[key]) for key, number in numbers.items()]
    return "\n".join(lines).rstrip() + "\n\n" + render("sources-used.md", cited=cited)
