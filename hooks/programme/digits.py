"""Numbers of several groups, such as those of phones, in a text that runs from right to left.

Digits run from left to right in every language, but a browser sets each group as a word of its own: 029 2018
0001 would be shown as 0001 2018 029, and people would call a wrong number (Unicode Bidirectional Algorithm,
UAX 9, rule L2). Two invisible signs keep the groups together, wherever the text is shown.
"""

import re

BEGIN, END = "\u2066", "\u2069"
"""LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE."""
_GROUPS = re.compile(r"(?<![\w.,:/-])\+?\d+(?:[ \u00a0-]\d{2,})+(?![\w/])")
_PART = re.compile(r"(<[^>]*>)")


def in_order(html: str) -> str:
    """`html` with such numbers kept together; what stands in its tags stays as it is."""
    parts = _PART.split(html)
    return "".join(one if index % 2 else _GROUPS.sub(_kept, one) for index, one in enumerate(parts))


def _kept(found: re.Match[str]) -> str:
    return f"{BEGIN}{found[0]}{END}"
