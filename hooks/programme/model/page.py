"""The front matter of a page in docs/."""

from typing import Literal

from programme.model.base import Line, Review, Source, YesNo


class SearchSettings(Source):
    """How search treats the page."""

    exclude: YesNo = False
    """yes to keep the page out of the search."""


class DocMeta(Source):
    """docs/<page>.md: what stands between the two --- lines of a page."""

    title: Line
    """Title of the page."""
    description: Line
    """What the page is for, in one sentence; search engines show it."""
    template: Literal["home.html", "offline.html", "reading-settings.html"] | None = None
    """home.html for the first page, the others for the pages of their names; left out elsewhere."""
    search: SearchSettings = SearchSettings()
    """Whether the search finds the page; it does unless you write exclude: yes below it."""
    hide: tuple[Literal["toc"], ...] = ()
    """Parts of the frame to leave out: toc is the list "On this page"."""
    review: Review | None = None
    """When the text was written, reviewed, and is due again; needed on pages with health content."""
