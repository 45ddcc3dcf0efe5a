"""Every PDF of the site in both languages: valid, with its fonts, no letter too small or outside."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from pdfs import faults, letters
from programme.formats.every import SIZES, jobs, manuscripts
from programme.paper.handout import SMALLEST
from programme.whole import Programme

FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@pytest.mark.parametrize("size", SIZES)
def test_every_pdf(programme: Programme, size: int) -> None:
    """By PDF/UA-1; test_paper.py tries a sample by PDF/A-2a and at 24 points too."""
    count = 0
    for job in jobs(manuscripts(programme), ["pdf"], (size,)):
        content, problems = job.make()
        assert [str(one) for one in problems] == [], job.uri
        assert faults(content) == [], job.uri
        assert not _without_fonts(content), job.uri
        assert not _astray(content, SMALLEST[job.size]), job.uri
        count += 1
    assert count > 3 * len(list(programme.sessions)), "a handout, a run sheet and cards for each session"


def _without_fonts(content: bytes) -> list[str]:
    """Fonts that the reader would have to have."""
    with pikepdf.open(BytesIO(content)) as pdf:
        described = [one for one in pdf.objects if _is_font(one)]
        return [str(one["/FontName"]) for one in described if not any(name in one for name in FILES)]


def _is_font(one: Any) -> bool:
    return isinstance(one, pikepdf.Dictionary) and str(one.get("/Type", "")) == "/FontDescriptor"


def _astray(content: bytes, smallest: float) -> str:
    """Letters that are too small, or not whole on the page."""
    return "".join(
        letter
        for letter, size, (left, bottom, right, top), (width, height) in letters(content)
        if size < smallest - 0.01 or not (0 < left <= right < width and 0 < bottom <= top < height)
    )
