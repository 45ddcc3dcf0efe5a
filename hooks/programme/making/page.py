"""programme new page: a page of the centre's own, in the menu under Our centre."""

import argparse

from programme.asking import ask, field
from programme.checks.publishing import PLACEHOLDER
from programme.making import LOOK, Made, session
from programme.model.page import DocMeta
from programme.rendering import render
from programme.text_slug import slug
from programme.whole import Programme


def make(programme: Programme, options: argparse.Namespace) -> Made:
    there = {doc.body.uri.removesuffix(".md") for doc in programme.docs}

    def wrong(said: str) -> str | None:
        return session.taken(slug(said), there, "page") or field(DocMeta, "title")(said)

    title = ask("What is the page called?", "", wrong, needed=True)
    about = ask("What is it for, in one sentence?", "", field(DocMeta, "description"))
    text = render(
        "new/page.md",
        title=title,
        description=about or f"{PLACEHOLDER} what the page is for, in one sentence",
        todo=PLACEHOLDER,
    )
    return Made({f"centre/docs/{slug(title)}.md": text}, f"Write where it says {PLACEHOLDER}\n{LOOK}")
