"""A session as a handout to print: its parts in the order of need, with room to write."""

from collections.abc import Iterable

from programme.formats.manuscripts import Print
from programme.formats.parts import page_address, parts
from programme.paper.code import call, content, string, strings, yes
from programme.paper.fonts import families
from programme.paper.qr import square_code
from programme.paper.render import Renderer
from programme.tree import nodes as tree

SIZES = (14, 18, 24)
SMALLEST = {14: 12, 18: 16, 24: 18}
"""Text size in points → the smallest in the whole file (UKAAF: 12, and 16 in large print)."""


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
    named = filter(None, (title.removesuffix("?"), how.occasion, how.centre))
    owned = ". ".join(named)
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
        letters=str(len(footer.format(title=owned, edition=how.edition, code=code))),
    )
    return f'#import "/parts.typ": *\n#import "/pack.typ": *\n#show: {with_}\n#{content(inside)}\n'


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
    lines = [words.edition.format(edition=how.edition, day=how.language.day(how.edition_date))]
    lines += [words.code.format(code=code)] if code else []
    said = call("para", string(" ".join(lines)))
    page = page_address(uri, how)
    if not page:
        return content([said, call("para", string(words.not_on_the_web))])
    before, _, after = words.on_the_web.partition("{address}")
    link = call("para", content([string(before), call("link", string(page)), string(after)]))
    alt = string(words.qr.format(address=page))
    return call("with-code", string(square_code(page)), alt, "30mm", content([said, link]))


def replies(checks: tuple[tree.Check, ...], renderer: Renderer) -> str:
    """On a page of their own, so that nobody reads them by chance."""
    if not checks:
        return ""
    heading = renderer.heading(2, string(renderer.words.replies))
    return content([call("pagebreak", weak="true"), heading, renderer.replies(checks)])
