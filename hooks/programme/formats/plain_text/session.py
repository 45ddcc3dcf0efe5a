"""A session → its pieces from top to bottom, in the order of its handout."""

from collections.abc import Iterator

from programme.formats.manuscripts import Print
from programme.formats.parts import page_address, parts
from programme.formats.plain_text.pieces import Piece, Pieces


def session(made: Pieces, how: Print) -> Iterator[Piece]:
    """All pieces of the document of `made`, the replies last."""
    sorted_out, words = parts(made.document), made.said.paper
    yield from made.blocks((*sorted_out.first, *sorted_out.text, *sorted_out.safety))
    if sorted_out.explained:
        yield Piece("heading", words.words, 2)
        yield from made.meanings(sorted_out.explained, 0)
    yield from about(made, how)
    yield from made.blocks((*sorted_out.review, *sorted_out.sources))
    yield from made.replies(sorted_out.checks)


def about(made: Pieces, how: Print) -> Iterator[Piece]:
    """Edition, code, and where the text stands on the web."""
    words, language = made.said.paper, made.said.language
    yield Piece("heading", made.said.reading.about, 2)
    edition = words.edition.format(edition=how.edition, day=language.day(how.edition_date))
    yield Piece("paragraph", f"{edition} {words.code.format(code=made.document.code)}")
    page = page_address(made.document.uri, how)
    on_the_web = words.on_the_web.format(address=page) if page else words.not_on_the_web
    yield Piece("paragraph", f"{how.centre}. {on_the_web}" if how.centre else on_the_web)


def links(made: Pieces) -> Iterator[Piece]:
    """The addresses that the pieces before named by their numbers."""
    if made.links:
        yield Piece("heading", made.said.reading.links, 2)
    for number, (words, to) in enumerate(made.links, 1):
        yield Piece("item", f"{words}: {to}", 0, f"{number}.", number > 1)
