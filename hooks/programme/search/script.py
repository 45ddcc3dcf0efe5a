"""What the search looks through, as one script: a page opened from a folder may load scripts, and no data."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from programme.pages.page import Page
from programme.search.index import index
from programme.search.words import safety, words
from programme.whole import Programme

NAME = "search-index.js"


def script(programme: Programme, pages: Iterable[Page], html: Mapping[str, str]) -> tuple[str, bytes]:
    """(uri, content) of the script, which gives the data to `courseSearch.data`. Its name holds its content,
    so that a browser that kept an older one asks for the new one."""
    data = {**index(programme, pages, html), **words(programme), "safety": safety(programme)}
    content = f"window.courseSearch.data={_json(data)};\n".encode()
    language = programme.language
    name = "search-index" if language.is_source else f"search-index-{language.code}"
    return f"assets/{name}.{hashlib.sha256(content).hexdigest()[:8]}.js", content


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
