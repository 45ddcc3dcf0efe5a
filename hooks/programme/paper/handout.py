"""A session as a handout to print: its parts in the order of need, with room to write."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from programme.formats.manuscripts import Print
from programme.paper.code import call, content, string, strings, yes
from programme.paper.fonts import families
from programme.paper.qr import square_code
from programme.paper.render import Renderer
from programme.tree import nodes as tree
from programme.tree.nodes import SectionKind
from programme.tree.walk import walk
from programme.when import day

SIZES = (14, 18, 24)
SMALLEST = {14: 12, 18: 16, 24: 18}
"""Text size in points → the smallest in the whole file (UKAAF: 12, and 16 in large print)."""


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


def handout(document: tree.Document, how: Print, renderer: Renderer) -> str:
    """The Typst code of the handout."""
    sorted_out = parts(document)
    return sheet(
        document.title,
        document.language,
        how,
        document.code,
        [
            call("logo", *map(string, how.logo)) if how.logo else "",
            renderer.blocks(sorted_out.first),
            renderer.blocks(sorted_out.text),
            renderer.blocks(sorted_out.safety),
            words_explained(sorted_out.explained, renderer),
            about(document, how, renderer, sorted_out.review),
            renderer.blocks(sorted_out.sources),
            replies(sorted_out.checks, renderer),
        ],
    )


def page_sheet(document: tree.Document, how: Print, renderer: Renderer) -> str:
    """Any page as it stands: its blocks from top to bottom, then its edition and address."""
    inside = [renderer.blocks(document.blocks), about_edition(document.uri, document.code, how, renderer)]
    return sheet(document.title, document.language, how, document.code, inside)


def sheet(
    title: str,
    language: str,
    how: Print,
    code: str,
    inside: Iterable[str],
    paper: str = "a4",
    flipped: bool = False,
) -> str:
    """A whole file: fonts, language, footer, and what stands on its pages."""
    main, _, region = language.partition("-")
    owned = f"{title}. {how.centre}" if how.centre else title
    footer = how.words.footer if code else how.words.footer_without_code
    before_code, mark, after_code = footer.format(title=owned, edition=how.edition, code="{code}").partition(
        "{code}"
    )
    foot = content([string(before_code), call("box", string(code)) if mark else "", string(after_code)])
    before, between, after = _around(how.words.page, "{page}", "{pages}")
    number = f"(page,pages)=>{{{string(before)};str(page);{string(between)};str(pages);{string(after)}}}"
    with_ = call(
        "sheet.with",
        title=string(title),
        language=string(main),
        region=string(region) if region else "none",
        families=strings(families(language)),
        footer=foot,
        paging=number,
        paper=string(paper),
        flipped=yes(flipped),
    )
    return f'#import "/parts.typ": *\n#show: {with_}\n#{content(inside)}\n'


def _around(text: str, *marks: str) -> list[str]:
    made = []
    for mark in marks:
        before, _, text = text.partition(mark)
        made.append(before)
    return [*made, text]


def words_explained(entries: tuple[tree.Explained, ...], renderer: Renderer) -> str:
    if not entries:
        return ""
    return content([renderer.heading(2, string(renderer.words.words)), renderer.meanings(entries)])


def about(document: tree.Document, how: Print, renderer: Renderer, review: tree.Blocks) -> str:
    """Edition, code, where the text stands on the web, and its dates."""
    heading = renderer.heading(2, string(renderer.words.about))
    return content(
        [heading, about_edition(document.uri, document.code, how, renderer), renderer.blocks(review)]
    )


def about_edition(uri: str, code: str, how: Print, renderer: Renderer) -> str:
    words = how.words
    lines = [words.edition.format(edition=how.edition, day=day(how.edition_date))]
    lines += [words.code.format(code=code)] if code else []
    said = call("para", string(" ".join(lines)))
    page = page_address(uri, how)
    if not page:
        return content([said, call("para", string(words.not_on_the_web))])
    before, _, after = words.on_the_web.partition("{address}")
    link = call("para", content([string(before), call("link", string(page)), string(after)]))
    alt = string(words.qr.format(address=page))
    return call("with-code", string(square_code(page)), alt, "30mm", content([said, link]))


def page_address(uri: str, how: Print) -> str | None:
    """The web address of the page, or None while the site has none."""
    return f"{how.address.rstrip('/')}/{uri.removesuffix('.md')}.html" if how.address else None


def replies(checks: tuple[tree.Check, ...], renderer: Renderer) -> str:
    """On a page of their own, so that nobody reads them by chance."""
    if not checks:
        return ""
    heading = renderer.heading(2, string(renderer.words.replies))
    return content([call("pagebreak", weak="true"), heading, renderer.replies(checks)])
