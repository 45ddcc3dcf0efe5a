"""The programme → its documents: a session, and any other page of the site, as a tree."""

from dataclasses import replace

from programme.citing import cite_sources
from programme.currency import code as code_of
from programme.effort import effort
from programme.language import ENGLISH, Language
from programme.listings import listing
from programme.names import URGENT
from programme.pages.course import session_text
from programme.pages.page import Page, finished
from programme.plain import plain as plain_markdown
from programme.problems import Problem
from programme.rendering import render
from programme.text import filled
from programme.tree.html import parse
from programme.tree.lines import marked, unmarked
from programme.tree.markup import to_html
from programme.tree.nodes import Blocks, Document, Heading, Inlines, Item, ListOf, Paragraph, Sources, plain
from programme.tree.reader import Reader
from programme.tree.walk import headings
from programme.whole import Programme, Session
from programme.words import Words

EMERGENCY = "emergency"
"""The entry of nations.yml on what to do when life is in danger."""
SOURCES_ID = "sources-used"
"""The anchor of the heading that `citing` puts over the sources of a page."""


def session_markdown(programme: Programme, one: Session, words: Words) -> str:
    """What a session says, with the signs of `lines` in it. `words` holds the glossary, made once for all."""
    needed = effort(one, filled(programme, one.body))
    return session_text(programme, replace(one, body=marked(one.body)), needed, words)


def session_document(
    programme: Programme, one: Session, words: Words, text: str = ""
) -> tuple[Document, list[Problem]]:
    """All that readers see of a session, never facilitator notes, and what of it has no form in the tree.

    `text` is that of `session_markdown`, where it is known already.
    """
    text = text or session_markdown(programme, one, words)
    whole = f"{text}\n\n{who_to_call(programme, one.body.uri)}"
    finished_text = finished(programme, whole, one.meta.review, one.prose.path)
    made, problems = document(one.body.uri, one.prose.path, finished_text, programme.language)
    return replace(made, code=session_code(programme, one, text)), problems


def tag(language: Language) -> str:
    """As BCP 47 has it; our English is that of the UK."""
    return "en-GB" if language.is_source else language.code


def session_code(programme: Programme, one: Session, text: str) -> str:
    """Changes with the session's `text` on the site, who to call, its review and the edition."""
    edition = programme.course.value.edition
    return code_of(edition, unmarked(text), who_to_call(programme, one.body.uri), repr(one.meta.review))


def safety_document(programme: Programme, uri: str) -> tuple[Document, list[Problem]]:
    """Who to call, as a document of its own: the title, then the section, then its sources."""
    title = programme.course.value.title
    text = cite_sources(programme, f"# {plain_markdown(title)}\n\n{who_to_call(programme, uri)}")
    return document(uri, programme.nations.path, text, programme.language)


def who_to_call(programme: Programme, uri: str) -> str:
    """The safety net that every sheet on paper carries, with the centre's own lines: Markdown."""
    return render(
        "paper/who-to-call.md",
        programme=programme,
        emergency=_advice(programme, EMERGENCY, uri),
        entry=_advice(programme, URGENT, uri),
        centre=programme.centre.value if programme.centre else None,
    ).strip()


def _advice(programme: Programme, name: str, uri: str) -> str:
    """An entry of nations.yml for the nations of this site; empty where there is none."""
    if name not in programme.nations.value.root:
        return ""
    return listing(programme, f"nation.{name}", programme.speaks_for, uri)


def page_document(page: Page, language: Language) -> tuple[Document, list[Problem]]:
    """Any page of the site in `language`. Its problems have line 1: pages come from templates and from many
    sources."""
    return document(page.uri, page.source, page.text, language)


def document(
    uri: str, source: str, text: str, language: Language = ENGLISH
) -> tuple[Document, list[Problem]]:
    """`text` is the Markdown of the whole page `uri`, which begins with its heading of level 1."""
    reader = Reader(uri, source, say=language.gettext)
    blocks = _with_sources(reader.blocks(parse(to_html(text)).inside))
    title = blocks[0] if blocks and isinstance(blocks[0], Heading) else Heading(1, ())
    last = 1
    for heading in headings(blocks):
        if heading.level > last + 1:
            words = f"the heading '{plain(heading.inside)}' skips a level"
            reader.problem("heading-skipped", words, f"begin it with {'#' * (last + 1)}", heading.line)
        last = heading.level
    made = Document(uri, source, plain(title.inside), blocks, language=tag(language))
    return made, reader.problems


def _with_sources(blocks: Blocks) -> Blocks:
    """The list of sources at the end of a page becomes one node."""
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) and block.id == SOURCES_ID:
            listed = blocks[index + 1]
            assert isinstance(listed, ListOf), "citing puts a list under its heading"
            entries = tuple(_words(item) for item in listed.items)
            return (*blocks[:index], Sources(block, entries), *blocks[index + 2 :])
    return blocks


def _words(item: Item) -> Inlines:
    only = item.blocks[0]
    return only.inside if isinstance(only, Paragraph) else ()
