"""A session as a handout in Word, in the order of the printed one; and a page as it stands."""

from collections.abc import Iterable

from programme.formats.manuscripts import Print
from programme.formats.parts import page_address, parts
from programme.formats.word.blocks import Writer
from programme.formats.word.package import field_of
from programme.formats.word.xml import Element, Elements, e, paragraph
from programme.tree import nodes as tree

LOGO = 16
"""mm, the height of a centre's logo."""


def handout(document: tree.Document, how: Print, writer: Writer, logo: Elements) -> Elements:
    """The blocks of a handout."""
    sorted_out = parts(document)
    return [
        *logo,
        *writer.blocks(sorted_out.first),
        *writer.blocks(sorted_out.text),
        *writer.blocks(sorted_out.safety),
        *_words_explained(sorted_out.explained, writer),
        *_about(writer.paper.about, document, how, writer),
        *writer.blocks(sorted_out.review),
        *writer.blocks(sorted_out.sources),
        *_replies(sorted_out.checks, writer),
    ]


def sheet(
    document: tree.Document,
    how: Print,
    writer: Writer,
    logo: Elements,
    facts: Iterable[tuple[str, str]] = (),
) -> Elements:
    """Any page from top to bottom, with `facts` under its title, then its edition and address."""
    first, rest = document.blocks[:1], document.blocks[1:]
    told = [writer.runs.of([tree.Strong((tree.Text(name),)), tree.Text(f" {said}")]) for name, said in facts]
    return [
        *logo,
        *writer.blocks(first),
        *(paragraph("", *one) for one in told),
        *writer.blocks(rest),
        *_about(writer.words.about_page, document, how, writer),
    ]


def footer(document: tree.Document, how: Print, writer: Writer) -> Elements:
    """Title, edition and code, then the number of the page, which Word counts."""
    owned = ". ".join(filter(None, (document.title, how.occasion, how.centre)))
    words = how.words.footer if document.code else how.words.footer_without_code
    text = words.format(title=owned, edition=how.edition, code=document.code)
    before, _, rest = how.words.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    said = [
        *_some(before, writer),
        *field_of("PAGE"),
        *_some(between, writer),
        *field_of("NUMPAGES"),
        *_some(after, writer),
    ]
    return [paragraph("Footer", writer.runs.text(text), e("r", e("br")), *said)]


def _some(text: str, writer: Writer) -> Elements:
    return [writer.runs.text(text)] if text else []


def _words_explained(entries: tuple[tree.Explained, ...], writer: Writer) -> Elements:
    if not entries:
        return []
    return [_heading(writer.paper.words, writer), *writer.meanings(entries)]


def _about(title: str, document: tree.Document, how: Print, writer: Writer) -> Elements:
    """Edition, code, and where the text stands on the web."""
    paper, day = writer.paper, writer.said.language.day(how.edition_date)
    lines = [paper.edition.format(edition=how.edition, day=day)]
    lines += [paper.code.format(code=document.code)] if document.code else []
    page = page_address(document.uri, how)
    if page:
        before, _, after = paper.on_the_web.partition("{address}")
        link = writer.runs.of([tree.Text(before), tree.Link(page, (tree.Text(page),)), tree.Text(after)])
    else:
        link = [writer.runs.text(paper.not_on_the_web)]
    return [_heading(title, writer), paragraph("", writer.runs.text(" ".join(lines))), paragraph("", *link)]


def _replies(checks: tuple[tree.Check, ...], writer: Writer) -> Elements:
    """On a page of their own, so that nobody reads them by chance."""
    if not checks:
        return []
    heading = writer.heading(2, [writer.runs.text(writer.paper.replies)], properties=[e("pageBreakBefore")])
    return [heading, *writer.replies(checks)]


def _heading(text: str, writer: Writer) -> Element:
    return writer.heading(2, [writer.runs.text(text)])
