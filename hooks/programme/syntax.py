"""The small things an author may write within a text: code, names to fill in, citations."""

import re
from collections.abc import Callable, Iterator

NAME = re.compile(r"\{\{(.*?)\}\}")
"""A name to fill in: {{ centre.name }}."""
CITATION = re.compile(r"\[@([^\]]*)\]")
"""A citation: [@one] or [@one; @two], with keys of sources.yml."""

_FENCE = re.compile(r"(`{3,}|~{3,})")
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def citation_keys(inside: str) -> list[str]:
    """The keys in `one; @two`, which stands between [@ and ]."""
    return [part.strip().removeprefix("@") for part in inside.split(";")]


def prose_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """(index, line) of every line that is not part of a fenced code block."""
    fence = ""
    for index, text in enumerate(lines):
        found = _FENCE.match(text)
        if fence:
            if found and found[1].startswith(fence) and not text[len(found[1]) :].strip():
                fence = ""
        elif found:
            fence = found[1]
        else:
            yield index, text


def blank_code(line: str) -> str:
    """`line` with its code spans turned to spaces, so that columns stay."""
    return _SPAN.sub(lambda span: " " * len(span[0]), line) if "`" in line else line


def outside_code(line: str, change: Callable[[str], str]) -> str:
    """`line` with `change` made to what is not in a code span."""
    if "`" not in line:
        return change(line)
    made, last = [], 0
    for span in _SPAN.finditer(line):
        made += [change(line[last : span.start()]), span[0]]
        last = span.end()
    return "".join([*made, change(line[last:])])
