"""Every page, and every file made besides pages, comes from one source."""

import re
from collections.abc import Iterator

from programme.addresses import all_pages, made_files
from programme.checks.words import say
from programme.problems import Problem
from programme.whole import Programme


def one_source_each(programme: Programme) -> Iterator[Problem]:
    """Two sources that want one address. File systems of Windows and macOS ignore case: so does this."""
    taken: dict[str, str] = {}
    for uri, path in (*all_pages(programme), *made_files(programme)):
        other = taken.setdefault(re.sub(r"\breadme\.md$", "index.md", uri.lower()), path)
        if other != path:
            yield say(path, 1, "address-taken", other=other, uri=uri)
