"""Line numbers that survive Markdown.

Each line of an author's text that begins a block gets one sign that stands for its number. Python-Markdown
and our own `text` carry it along like a letter, and the reader of the tree takes it out again.
"""

import re
from dataclasses import replace

from programme.blocks_text import walk
from programme.syntax import prose_lines
from programme.whole import Body

FIRST = 0xF0000
"""A plane for private use: nobody's writing has letters there. Line 1 is the next sign."""
MOST = 65_000
_SIGN = re.compile(f"[{chr(FIRST)}-{chr(FIRST + MOST)}]")
_BEGINS = re.compile(
    r"""(?P<before>
      \#{1,3}[ ]+                                             # a heading; those of help boxes have ####
    | /{3,}[ ]*(?:activity|check|facilitator|help|stop)[ ]*\|[ ]*   # a block with a title of words
    | [ ]*(?:[-*+]|\d+[.)])[ ]+                               # a point of a list
    | :[ ]+                                                   # what a word means
    | \|[ ]*(?![-: |]+$)                                      # a row of a table
    | (?=[^\s/{|:\#>&]|\{\{)                                  # a paragraph
    )(?=\S)""",
    re.VERBOSE,
)


def marked(body: Body) -> Body:
    """`body` with a sign in each line that could begin a block. Its lines keep their index."""
    lines = body.text.split("\n")
    options = {index for one in walk(body.blocks) for index in range(one.start + 1, one.inner)}
    for index, line in prose_lines(lines):
        if index not in options and (found := _BEGINS.match(line)):
            end = found.end()
            lines[index] = f"{line[:end]}{chr(FIRST + min(body.first_line + index, MOST))}{line[end:]}"
    return replace(body, text="\n".join(lines))


def first_line(text: str) -> int:
    """The line that the first sign in `text` stands for, or 0."""
    found = _SIGN.search(text)
    return ord(found[0]) - FIRST if found else 0


def unmarked(text: str) -> str:
    """`text` without the signs."""
    return _SIGN.sub("", text)
