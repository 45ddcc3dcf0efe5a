"""How heavy a page is on the wire, as a server sends it (gzip -9). A slow line and an old phone must do."""

import gzip
import re
from pathlib import Path
from statistics import median

import pytest

from programme.whole import Programme

REQUESTS = re.compile(
    r"<(?:script|img)[^>]* src=\"([^\"]+)\"|<link rel=\"(?:stylesheet|icon|manifest)\"[^>]* href=\"([^\"]+)\""
)


def weight(file: Path) -> int:
    """Bytes."""
    return len(gzip.compress(file.read_bytes(), 9))


@pytest.fixture
def sessions(programme: Programme, site: Path) -> list[Path]:
    return [(site / one.body.uri).with_suffix(".html") for one in programme.sessions]


def asked_for(page: Path) -> set[Path]:
    """The files that a browser fetches to show the page, besides itself."""
    found = REQUESTS.findall(page.read_text(encoding="utf-8"))
    return {(page.parent / (first or second)).resolve() for first, second in found}


def test_a_page_after_the_first(sessions: list[Path]) -> None:
    weights = {page.name: weight(page) for page in sessions}
    assert {name: size for name, size in weights.items() if size > 8500} == {}
    assert median(weights.values()) < 8000


def test_the_first_page_of_a_visit(sessions: list[Path]) -> None:
    for page in sessions:
        assert len(asked_for(page)) + 1 <= 8, page
        assert weight(page) + sum(map(weight, asked_for(page))) <= 45_000, page
