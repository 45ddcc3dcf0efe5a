"""The pages of an e-book → its file: what EPUB 3.3 and EPUB Accessibility 1.1 ask for around them."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from programme.formats.epub.xml import Xml, document, e
from programme.formats.in_words import InWords

FOLDER = "EPUB"
TYPE = "application/epub+zip"
COVER_PICTURE, STYLE, NAV = "cover.png", "style.css", "nav.xhtml"
KINDS = {"xhtml": "application/xhtml+xml", "css": "text/css", "png": "image/png"}
KINDS |= {"svg": "image/svg+xml", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp"}
FEATURES = (
    "structuralNavigation",
    "tableOfContents",
    "readingOrder",
    "alternativeText",
    "displayTransformability",
    "ARIA",
)
"""schema:accessibilityFeature: only what every page of every book of ours has."""
HTML = "<!DOCTYPE html>\n"
_UNIX = 3


@dataclass(frozen=True)
class BookPage:
    """One XHTML file. `level` is 1 in the table of contents, 2 under the last of level 1, 0 outside it;
    `landmark` its type among the main parts."""

    name: str
    title: str
    body: Xml
    level: int = 1
    landmark: str = ""


@dataclass(frozen=True)
class EBook:
    """A whole book. `id` stays the same in every edition; `day` is the last day that its sources changed.

    `language` is BCP 47; `maker` is the course or a centre; `pictures`: name → content of those in the text.
    """

    id: str
    title: str
    description: str
    language: str
    right_to_left: bool
    maker: str
    edition_date: date
    day: date
    said: InWords
    cover: bytes
    style: bytes
    pages: tuple[BookPage, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, bytes]:
        """Name → content of all files that the package lists."""
        pages = {one.name: page(self, one.title, one.body) for one in self.pages}
        own = {NAV: page(self, self.said.paper.contents, navigation(self))}
        return {**pages, **own, STYLE: self.style, COVER_PICTURE: self.cover, **self.pictures}


def epub(book: EBook) -> bytes:
    """The file. The first entry says what it is, uncompressed; no entry has a date of its own."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr(_entry("mimetype", ZIP_STORED), TYPE)
        archive.writestr(_entry("META-INF/container.xml"), _container(), compresslevel=9)
        archive.writestr(_entry(f"{FOLDER}/package.opf"), package(book), compresslevel=9)
        for name, content in book.files.items():
            archive.writestr(_entry(f"{FOLDER}/{name}"), content, compresslevel=9)
    return made.getvalue()


def _entry(name: str, how: int = ZIP_DEFLATED) -> ZipInfo:
    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = how, _UNIX, 0o644 << 16
    return entry


def _container() -> bytes:
    root = e("rootfile", full_path=f"{FOLDER}/package.opf", **{"media_type": "application/oebps-package+xml"})
    space = "urn:oasis:names:tc:opendocument:xmlns:container"
    return document(e("container", e("rootfiles", root), version="1.0", xmlns=space))


def page(book: EBook, title: str, body: Xml) -> bytes:
    """One XHTML file in the language of the book."""
    head = e("head", e("title", title), e("link", rel="stylesheet", type="text/css", href=STYLE))
    spaces = {"xmlns": "http://www.w3.org/1999/xhtml", "xmlns_epub": "http://www.idpf.org/2007/ops"}
    told = {"lang": book.language, "xml_lang": book.language, "dir": "rtl" if book.right_to_left else "ltr"}
    return document(e("html", head, e("body", body), **spaces, **told), HTML)


def navigation(book: EBook) -> Xml:
    """The table of contents, which is a page of the book too, and the main parts for programs."""
    words = book.said
    toc = e("nav", e("h1", words.paper.contents), _entries(book.pages), epub_type="toc", role="doc-toc")
    marks = [("toc", NAV, words.paper.contents)]
    marks += [(one.landmark, one.name, one.title) for one in book.pages if one.landmark]
    listed = (e("li", e("a", title, href=name, epub_type=kind)) for kind, name, title in marks)
    hidden = [e("h2", words.reading.main_parts), e("ol", *listed)]
    parts = e("nav", *hidden, epub_type="landmarks", hidden="hidden", aria_label=words.reading.main_parts)
    return Xml(toc + parts)


def _entries(pages: Iterable[BookPage]) -> Xml:
    made: list[tuple[BookPage, list[Xml]]] = []
    for one in (one for one in pages if one.level):
        if one.level == 1:
            made.append((one, []))
        else:
            made[-1][1].append(e("li", e("a", one.title, href=one.name)))
    items = (
        e("li", e("a", one.title, href=one.name), e("ol", *inside) if inside else "") for one, inside in made
    )
    return e("ol", *items)


def package(book: EBook) -> bytes:
    """The list of all files, their order, and what is told of the book."""
    names = list(book.files)
    first, *others = (one.name for one in book.pages)
    order = [first, NAV, *others]
    items = (_item(name, book.files[name]) for name in names)
    direction = "rtl" if book.right_to_left else None
    told = {"version": "3.0", "unique_identifier": "id", "xml_lang": book.language, "dir": direction}
    return document(
        e(
            "package",
            e("metadata", *metadata(book), xmlns_dc="http://purl.org/dc/elements/1.1/"),
            e("manifest", *items),
            e(
                "spine",
                *(e("itemref", idref=_id(name)) for name in order),
                page_progression_direction=direction,
            ),
            xmlns="http://www.idpf.org/2007/opf",
            **told,
        )
    )


def _id(name: str) -> str:
    return f"file-{name.replace('/', '-')}"


def kind(name: str) -> str:
    """The end of the name of a file, without the dot."""
    return name.rpartition(".")[2].lower()


def _item(name: str, content: bytes) -> Xml:
    properties = {NAV: "nav", COVER_PICTURE: "cover-image"}.get(name)
    return e("item", id=_id(name), href=name, media_type=KINDS[kind(name)], properties=properties)


def metadata(book: EBook) -> Iterator[Xml]:
    """Dublin Core, and what EPUB Accessibility asks for. It has no dcterms:conformsTo: that claims a check by
    people (EPUB Accessibility 1.1, 4), which nobody has made."""
    yield e("dc:identifier", f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, book.id)}", id="id")
    yield e("dc:title", book.title)
    yield e("dc:language", book.language)
    yield e("dc:description", book.description)
    yield e("dc:creator", book.maker)
    yield e("dc:rights", "CC BY 4.0: https://creativecommons.org/licenses/by/4.0/")
    yield e("dc:date", book.edition_date.isoformat())
    yield _meta("dcterms:modified", f"{book.day.isoformat()}T00:00:00Z")
    modes = ("textual", "visual") if book.pictures else ("textual",)
    yield from (_meta("schema:accessMode", one) for one in modes)
    yield _meta("schema:accessModeSufficient", "textual")
    yield from (_meta("schema:accessibilityFeature", one) for one in FEATURES)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", book.said.reading.access)
    yield e("meta", name="cover", content=_id(COVER_PICTURE))  # for readers older than EPUB 3


def _meta(name: str, value: str) -> Xml:
    return e("meta", value, property=name)
