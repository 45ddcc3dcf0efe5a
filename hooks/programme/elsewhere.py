"""A page in the folder of another language: where its links lead, and the text of its English twin.

Each language has the same tree of pages, below a folder of its own. So a link from page to page
is the same in all; what is there only once, such as a poster's file, is one folder higher up.
"""

import posixpath
import re
from collections.abc import Callable

_IN_HTML = re.compile(r'((?:href|src)=")(?![\w+.-]+:|[#/])([^"#?]+)')
_IN_MARKDOWN = re.compile(r"(\]\(\s*<?)(?![\w+.-]+:|[#/])([^()\s>#?]+)")


def moved_html(html: str, uri: str, address: str) -> str:
    """`html` of the English page `uri`, as it stands at `address` in the folder of another language."""

    def moved(found: re.Match[str]) -> str:
        return found[0] if found[2].endswith(".html") else f"{found[1]}{_from(address, _to(uri, found[2]))}"

    return _IN_HTML.sub(moved, html)


def moved_markdown(text: str, address: str, there: Callable[[str], bool]) -> str:
    """`text` of the page `address`, which is in the folder of another language. A link to what is `there`
    only once leads out of that folder."""

    def moved(found: re.Match[str]) -> str:
        target = _to(address, found[2])
        outside = target.partition("/")[2]
        once = not there(target) and there(outside)
        return f"{found[1]}{_from(address, outside)}" if once else found[0]

    return _IN_MARKDOWN.sub(moved, text)


def _to(page: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), link))


def _from(page: str, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
