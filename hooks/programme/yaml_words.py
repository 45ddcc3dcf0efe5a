"""What the YAML parser complains about → sentences for the person who wrote the text."""

import re

import yaml

Words = tuple[str, str, str]
"""(rule, what is wrong, what right looks like)"""

_OPEN_QUOTE = (
    "yaml-quote",
    "quotation marks are opened here and not closed where the text ends",
    "put one mark before the text and the same mark after it",
)
# what the parser says → (rule, what is wrong, what right looks like)
_SYNTAX: tuple[tuple[str, str, str, str], ...] = (
    (
        r"parsing a quoted scalar|escape",
        "yaml-backslash",
        "a backslash \\ between double quotation marks has a meaning of its own",
        "use single quotation marks '",
    ),
    (r"quoted scalar", *_OPEN_QUOTE),
    (
        r"flow (sequence|mapping|node)",
        "yaml-bracket",
        "a bracket [ or { is opened here and not closed",
        "close it, or put a text that begins with it in quotation marks",
    ),
    (
        r"block scalar",
        "yaml-block",
        "after > or | the text begins in the next line",
        "press Enter after the mark, or put the text in quotation marks",
    ),
    (
        r"cannot start any token|found unknown|expected alphabetic",
        "yaml-mark",
        "a text here begins with a mark that has a meaning of its own",
        "put the text in quotation marks",
    ),
    (
        r"mapping values are not allowed",
        "yaml-colon",
        "a second colon on this line",
        'put the text after the first colon in quotation marks: key: "text: more text"',
    ),
    (
        r"sequence entries are not allowed",
        "yaml-list",
        "a list begins on a line of its own",
        "press Enter before the hyphen",
    ),
    (r"simple key", "yaml-key", "there is no key with a colon and a space on this line", "write key: value"),
)
_TAB = ("tab", "a tab stands where spaces should", "use spaces to indent, two for each level")
_SHAPE = (
    "yaml-shape",
    "this line does not line up with the lines around it",
    "begin the keys of one group, or the hyphens of one list, in the same column",
)
_AFTER_QUOTE = (
    "yaml-quote",
    "text stands after the closing quotation mark",
    "put the whole text in quotation marks, of the other kind where it holds some itself",
)
_FROM_ITS_START = re.compile(r"quoted scalar|flow |block scalar|simple key")
_TAB_BEFORE = re.compile(r" *(- *)*\t")
_QUOTED = re.compile(r"[ -]*([\w-]+: +)?[\"']")
_NOT_CLOSED = re.compile(r"""[ -]*([\w-]+: +)?(?:"[^"]*|'[^']*)""")
_KEY = re.compile(r":(\s|$)")


def complaint(error: yaml.YAMLError, text: str) -> tuple[int, Words]:
    """The index of the line to mend and what to say of it. A tab is looked for first: the commonest cause."""
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    mark = getattr(error, "problem_mark", None)
    if _FROM_ITS_START.search(said):
        mark = getattr(error, "context_mark", None) or mark
    lines = [*text.split("\n"), ""]
    index = min(mark.line if mark else 0, len(lines) - 1)
    while index and not lines[index].strip():
        index -= 1
    for near in (index, index - 1):
        if near >= 0 and _TAB_BEFORE.match(lines[near]):
            return near, _TAB
    if "mapping values" in said and index and len(_KEY.findall(lines[index])) == 1:
        if _KEY.search(lines[index - 1]):
            return index, _SHAPE
        index, said = index - 1, "simple key"
    if "simple key" in said and _KEY.search(lines[index]):
        return index, _SHAPE
    for pattern, *words in _SYNTAX:
        if re.search(pattern, said):
            return index, (words[0], words[1], words[2])
    if not _QUOTED.match(lines[index]):
        return index, _SHAPE
    opened = next((one for one in range(index - 1, -1, -1) if _NOT_CLOSED.fullmatch(lines[one])), None)
    return (index, _AFTER_QUOTE) if opened is None else (opened, _OPEN_QUOTE)
