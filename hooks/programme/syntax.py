"""The small things an author may write within a text: code, names to fill in, citations."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

NAME = re.compile(r"\{\{([^{}]*)\}\}")
"""A name to fill in: {{ centre.name }}."""
CITATION = re.compile(r"\[@([^\[\]]*)\]")
"""A citation: [@one] or [@one; @two], with keys of sources.yml."""
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Signs that nobody sees: control signs, other line ends, marks that turn the direction of a text."""

_FENCE = re.compile(r"(?P<before>[\s>]*)(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<after>.*)")
_AFTER_FENCE = re.compile(r"[ ]*[\w#.+-]*[ \t]*")
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")

Lines = list[tuple[int, str]]


def citation_keys(inside: str) -> list[str]:
    """The keys in `one; @two`, which stands between [@ and ]."""
    return [part.strip().removeprefix("@") for part in inside.split(";")]


@dataclass
class Code:
    """The fenced code of a text: (index, line) of all lines outside it, the index of a fence that is never
    closed, and of those that are not written so that Markdown sees them."""

    prose: Lines = field(default_factory=list)
    unclosed: int | None = None
    odd: list[int] = field(default_factory=list)


def split_code(lines: list[str]) -> Code:
    """What is code here is not looked into by the checks: it is just what SuperFences makes code of."""
    code, fence, strip = Code(), "", ""
    for index, text in enumerate(lines):
        if fence:
            if text.rstrip(" \t").lstrip(strip) == fence:
                fence, code.unclosed = "", None
        elif ("```" in text or "~~~" in text) and (found := _FENCE.match(text)):
            fence, code.unclosed, strip = found["fence"], index, found["before"]
            alone = index == 0 or not lines[index - 1].strip()  # in a paragraph it may be no fence at all
            if strip or not alone or not _AFTER_FENCE.fullmatch(found["after"]):
                code.odd.append(index)
        else:
            code.prose.append((index, text))
    return code


def prose_lines(lines: list[str]) -> Lines:
    """(index, line) of every line that is not part of a fenced code block."""
    return split_code(lines).prose


def blank_code(line: str) -> str:
    """`line` with its code spans turned to spaces, so that columns stay."""
    return _SPAN.sub(lambda span: " " * len(span[0]), line) if "`" in line else line


def without_code(prose: Lines) -> Iterator[tuple[int, str]]:
    """`prose` with code spans blanked wherever it is sure that Markdown sees the same ones.

    A span may go over lines, and a backslash may take a backtick's meaning away. In a paragraph with
    either, nothing counts as code.
    """
    if not any("`" in text for _, text in prose):
        yield from prose
        return
    for _, paragraph in groupby(prose, lambda pair: not pair[1].strip()):
        pairs = list(paragraph)
        if any("`" in text for _, text in pairs):
            blanked = [(index, blank_code(text)) for index, text in pairs]
            sure = not any("`" in text for _, text in blanked) and not any("\\`" in text for _, text in pairs)
            pairs = blanked if sure else pairs
        yield from pairs


def outside_code(line: str, change: Callable[[str], str]) -> str:
    """`line` with `change` made to what is not in a code span."""
    if "`" not in line:
        return change(line)
    made, last = [], 0
    for span in _SPAN.finditer(line):
        made += [change(line[last : span.start()]), span[0]]
        last = span.end()
    return "".join([*made, change(line[last:])])
