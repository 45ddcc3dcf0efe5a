"""What every page is, and what is put together on every page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from programme.citing import cite_sources
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

    @property
    def front_matter(self) -> dict[str, Any]:
        """All that is known of the page besides its text."""
        known = {"title": self.title, "description": self.description, "template": self.template}
        return {key: value for key, value in known.items() if value} | dict(self.meta)


NOT_IN_SEARCH: Mapping[str, Any] = {"search": {"exclude": True}}


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
    """A page from one of our templates. `data` and `meta` go to the page, all else to the template."""
    own: dict[str, Any] = {key: context.pop(key) for key in ("data", "meta") if key in context}
    text = render(template, programme=programme, uri=uri, title=title, **context)
    return Page(uri, source, title, description, cite_sources(programme, text), **own)
