"""A session's document in the order in which people need its parts, and where it stands on the web."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from programme.addresses import on_the_web, short
from programme.formats.manuscripts import Print
from programme.tree import nodes as tree
from programme.tree.nodes import SectionKind
from programme.tree.walk import walk


@dataclass(frozen=True)
class Parts:
    """A session's blocks, sorted into what comes first, the text, and what comes last."""

    first: tree.Blocks
    text: tree.Blocks
    safety: tree.Blocks
    review: tree.Blocks
    sources: tree.Blocks
    explained: tuple[tree.Explained, ...]
    checks: tuple[tree.Check, ...]


def parts(document: tree.Document) -> Parts:
    """Title, outcomes and key points first; who to call, words, dates and sources last."""
    blocks = document.blocks
    start = _text_begins(blocks)
    sections = {one.kind: one for one in blocks if isinstance(one, tree.Section)}
    return Parts(
        first=(*blocks[:start], *_of(sections, "keypoints")),
        text=tuple(one for one in blocks[start:] if not isinstance(one, tree.Section | tree.Sources)),
        safety=_of(sections, "safety"),
        review=_of(sections, "review"),
        sources=tuple(one for one in blocks if isinstance(one, tree.Sources)),
        explained=tuple(_explained(blocks)),
        checks=tuple(one for one in walk(blocks) if isinstance(one, tree.Check)),
    )


def _text_begins(blocks: tree.Blocks) -> int:
    """Where the session's own text starts: at the second heading after how long it takes."""
    effort = next((n for n, one in enumerate(blocks) if isinstance(one, tree.Section)), 0)
    headings = (n for n, one in enumerate(blocks) if isinstance(one, tree.Heading) and one.level == 2)
    return next(islice((n for n in headings if n > effort), 1, None), len(blocks))


def _of(sections: Mapping[SectionKind, tree.Section], kind: SectionKind) -> tree.Blocks:
    return (sections[kind],) if kind in sections else ()


def _explained(blocks: tree.Blocks) -> Iterable[tree.Explained]:
    """All words explained, each once, from A to Z."""
    found = {
        tree.plain(entry.term): entry
        for one in walk(blocks)
        if isinstance(one, tree.Words)
        for entry in one.entries
    }
    return (found[term] for term in sorted(found, key=str.lower))


def page_address(uri: str, how: Print) -> str | None:
    """The web address of the page, or None while the site has none."""
    return on_the_web(how.address, short(uri)) if how.address else None


def on_site(to: str, address: str | None) -> str:
    """The web address of `to`, a link within the site; empty while nobody knows where that stands."""
    path, mark, anchor = to.partition("#")
    path = f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path
    return f"{address.rstrip('/')}/{path}{mark}{anchor}" if address else ""
