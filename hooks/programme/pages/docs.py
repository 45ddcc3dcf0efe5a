"""The pages of docs/: their author's text, filled in like every other."""

from collections.abc import Iterator

from programme.pages.page import Page, finished
from programme.rendering import render
from programme.text import reader_text
from programme.whole import Doc, Programme


def pages(programme: Programme) -> Iterator[Page]:
    for doc in programme.docs:
        if programme.shows(doc.prose.path):
            yield doc_page(programme, doc)


def doc_page(programme: Programme, doc: Doc) -> Page:
    meta = doc.prose.meta.value
    extra = meta.model_dump(include={"search", "hide"}, exclude_defaults=True, mode="json")
    text = render("doc.md", meta=meta, body=reader_text(programme, doc.body))
    return Page(
        uri=doc.body.uri,
        source=doc.prose.path,
        title=meta.title,
        description=meta.description,
        text=finished(programme, text, meta.review, doc.prose.path),
        template=meta.template,
        meta=extra,
    )
