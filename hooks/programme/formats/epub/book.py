"""A module, or all of them → the pages of an e-book."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from programme.formats.epub.package import COVER_PICTURE, BookPage
from programme.formats.epub.render import Renderer
from programme.formats.epub.xml import Xml, e, joined
from programme.formats.in_words import InWords
from programme.formats.manuscripts import Print
from programme.formats.parts import on_site, page_address, parts
from programme.problems import Problem
from programme.tree import nodes as tree
from programme.tree.inlines import inlines
from programme.tree.walk import headings

CALL = "who-to-call.xhtml"


@dataclass(frozen=True)
class Chapter:
    """A session: the file it becomes, and its document."""

    name: str
    document: tree.Document


@dataclass(frozen=True)
class Part:
    """A module: the file of its first page, its title and summary, and its sessions."""

    name: str
    title: str
    summary: str
    chapters: tuple[Chapter, ...]


@dataclass
class Contents:
    """What a book is made of. `uri` is that of the page it is a form of; `safety` says who to call.

    `pictures`: site path → name in the book. With one part, the book is that part.
    """

    uri: str
    title: str
    summary: str
    code: str
    parts: tuple[Part, ...]
    safety: tree.Document
    how: Print
    said: InWords
    pictures: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def pages(self) -> Iterator[BookPage]:
        """Cover, about, who to call, then the sessions, those of a whole course under their modules."""
        yield BookPage("cover.xhtml", self.said.reading.cover, self.cover(), 0, "cover")
        yield BookPage("about.xhtml", self.said.reading.about_book, self.about())
        yield BookPage(CALL, self.call_title, self.call())
        many, begun = len(self.parts) > 1, False
        for part in self.parts:
            if many:
                yield BookPage(part.name, part.title, self.part(part), 1, "" if begun else "bodymatter")
                begun = True
            for one in part.chapters:
                landmark = "" if begun else "bodymatter"
                yield BookPage(one.name, one.document.title, self.chapter(one), 2 if many else 1, landmark)
                begun = True

    def cover(self) -> Xml:
        shown = self.said.reading.cover_shows.format(title=self.title)
        picture = e("img", src=COVER_PICTURE, alt=shown)
        return e("section", e("p", picture, class_="cover"), epub_type="cover")

    def about(self) -> Xml:
        """What the book is: edition, code, where it stands on the web, what one may do with it."""
        words, reading, how = self.said.paper, self.said.reading, self.how
        day = self.said.language.day(how.edition_date)
        page = page_address(self.uri, how)
        before, _, after = words.on_the_web.partition("{address}")
        on_the_web = joined(before, e("a", page, href=page), after) if page else words.not_on_the_web
        inside = [
            e("h1", self.title),
            e("p", joined(*self.summarised(self.summary)), class_="lead"),
            e("p", how.centre) if how.centre else "",
            self.to_call(),
            e("h2", reading.about_book),
            e(
                "p",
                words.edition.format(edition=how.edition, day=day),
                " ",
                words.code.format(code=self.code),
            ),
            e("p", on_the_web),
            e("p", reading.licence),
            e("p", reading.access),
        ]
        return e("section", *inside, epub_type="frontmatter")

    def summarised(self, summary: str) -> Iterator[Xml]:
        yield self.renderer(self.safety).inline(inlines([summary], self.uri))

    @property
    def call_title(self) -> str:
        return next(tree.plain(one.inside) for one in headings(self.safety.blocks) if one.level == 2)

    def call(self) -> Xml:
        """Once, at the front; every session leads to it."""
        renderer = self.renderer(self.safety)
        blocks = [one for one in self.safety.blocks[1:] if not isinstance(one, tree.Sources)]
        inside = [
            one for block in blocks for one in (block.blocks if isinstance(block, tree.Section) else (block,))
        ]
        text = [one for one in inside if not (isinstance(one, tree.Heading) and one.level == 2)]
        made = [e("h1", self.call_title), renderer.blocks(text)]
        made += [renderer.sources(one) for one in self.safety.blocks if isinstance(one, tree.Sources)]
        self.problems += renderer.problems
        return e("section", *made, epub_type="notice", role="doc-notice")

    def to_call(self) -> Xml:
        return e("p", e("a", self.call_title, href=CALL), class_="label")

    def part(self, one: Part) -> Xml:
        listed = (e("li", e("a", each.document.title, href=each.name)) for each in one.chapters)
        inside = [e("h1", one.title), e("p", *self.summarised(one.summary), class_="lead"), e("ul", *listed)]
        return e("section", *inside, epub_type="part", role="doc-part", aria_label=one.title)

    def chapter(self, one: Chapter) -> Xml:
        """Title, who to call, text, dates, replies, sources; who to call once more at the end."""
        renderer = self.renderer(one.document)
        sorted_out = parts(one.document)
        title, *first = sorted_out.first
        inside = [
            renderer.block(title),
            self.to_call(),
            renderer.blocks((*first, *sorted_out.text, *sorted_out.review)),
            renderer.replies(),
            renderer.blocks(sorted_out.sources),
            self.to_call(),
        ]
        self.problems += renderer.problems
        name = one.document.title
        return e("section", *inside, epub_type="chapter", role="doc-chapter", aria_label=name)

    def renderer(self, document: tree.Document) -> Renderer:
        return Renderer(document, self.said, self.lead(document), lambda uri: self.pictures.get(uri, ""))

    def lead(self, document: tree.Document) -> Callable[[str], str]:
        """Links between sessions stay in the book; others lead to the site, where its address is known."""
        inside = {one.document.uri: one for part in self.parts for one in part.chapters}

        def to(link: str) -> str:
            uri, _, anchor = link.partition("#")
            if uri not in inside:
                return on_site(link, self.how.address)
            there = {one.id for one in headings(inside[uri].document.blocks)}
            name = "" if uri == document.uri else inside[uri].name
            return f"{name}#{anchor}" if anchor in there else inside[uri].name

        return to
