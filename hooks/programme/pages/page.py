"""What every page is, and what is put together on every page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from programme.citing import cite_sources
from programme.language import ENGLISH, Language
from programme.model.base import Review
from programme.rendering import render
from programme.whole import Programme


@dataclass(frozen=True)
class Page:
    """One page of the site.

    `uri` is its site path and ends in .md; `source` the path of the file to edit; `description` one
    sentence for search engines; `template` the name of a page template of the theme, where it needs its
    own; `data` its structured data (schema.org, JSON-LD); `meta` more front matter.
    """

    uri: str
    source: str
    title: str
    description: str
    text: str
    template: str | None = None
    data: Mapping[str, Any] | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    language: Language = ENGLISH
    """The language of the frame around its text."""
    shared: bool = True
    """Whether its text is in English, the language of the shared texts."""
    stale: bool = False
    draft: bool = False
    """A translation: whether the shared text has changed since; whether nobody has reviewed it yet."""

    @property
    def address(self) -> str:
        """Where it stands in the site: below the folder of its language."""
        return self.language.folder + self.uri

    @property
    def front_matter(self) -> dict[str, Any]:
        """All that is known of the page besides its text."""
        known = {"title": self.title, "description": self.description, "template": self.template}
        return {key: value for key, value in known.items() if value} | dict(self.meta)


NOT_IN_SEARCH: Mapping[str, Any] = {"search": {"exclude": True}}
KEEPS_PLACE: Mapping[str, Any] = {"place": "kept"}
"""The reader's own device keeps where it was left."""
OFFERS_PLACE: Mapping[str, Any] = {"place": "offered"}
"""It shows the way back to there."""


def page(
    programme: Programme,
    template: str,
    /,
    uri: str,
    source: str,
    title: str,
    description: str,
    **context: Any,
) -> Page:
    """A page from one of our templates. `data` and `meta` go to the page, all else to the template.

    `review` are the dates of its own text, where it has them.
    """
    own: dict[str, Any] = {key: context.pop(key) for key in ("data", "meta") if key in context}
    review = context.pop("review", None)
    text = render(template, programme=programme, uri=uri, title=title, **context)
    return Page(uri, source, title, description, finished(programme, text, review, source), **own)


def finished(programme: Programme, text: str, review: Review | None, source: str) -> str:
    """The text of a page with what ends every page: its review state, and its sources. Under its title it
    says so if it is a centre's own."""
    text = signed(programme, text, source)
    state = render(
        "review.md",
        programme=programme,
        review=review or programme.course.value.review,
        own=review is not None,
    )
    return cite_sources(programme, f"{text.rstrip()}\n\n{state}")


def signed(programme: Programme, text: str, source: str) -> str:
    """`text`, which begins with its title, with whose it is if its `source` is a centre's own file."""
    if not source.startswith("centre/"):
        return text
    title, _, rest = text.lstrip().partition("\n")
    centre = programme.centre.value if programme.centre else None
    return f"{title}\n\n{render('from-centre.md', programme=programme, centre=centre).strip()}\n{rest}"
