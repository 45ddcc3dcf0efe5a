"""An empty Word file of ours, and what a document adds to it: links, pictures, numbered lists."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from programme.formats.tags import is_right_to_left, with_place
from programme.formats.word.xml import NAMES, Element, Elements, e, paragraph
from programme.formats.zipped import zipped, zipped_again

HERE = Path(__file__).parent
WIDTH = 170
"""Of the text on a page of A4, in mm."""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument"
PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fonts": "fontTable",
    "theme": "theme",
}
"""Our files in this folder → the kind of part that each is."""
BAR = '<w:left w:val="single" w:sz="36"'
"""Beside a key point, in our styles: where lines begin."""
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1021" w:right="1134" w:bottom="1134" '
    'w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>{}</w:sectPr>'
)


@dataclass
class WordFile:
    """One file in `language` (BCP 47), while it is written."""

    language: str
    made: Document = field(init=False)
    ids: int = 0
    lists: int = 2
    """The numbering of our own file has lists 1 and 2, for bullets and numbers."""

    def __post_init__(self) -> None:
        self.made = docx.Document(BytesIO(_empty(with_place(self.language), self.right_to_left)))

    @property
    def right_to_left(self) -> bool:
        return is_right_to_left(self.language)

    def next_id(self) -> int:
        """Bookmarks, boxes and pictures each have a number that no other has."""
        self.ids += 1
        return self.ids

    def link(self, address: str) -> str:
        """The id of the relationship to a web address."""
        return self.made.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def bookmark(self, name: str, *inside: Element) -> Elements:
        number = self.next_id()
        return [e("bookmarkStart", id=number, name=name), *inside, e("bookmarkEnd", id=number)]

    def numbered(self, level: int, start: int) -> int:
        """A new list, whose numbers begin with `start` at `level` (0 is the outermost)."""
        self.lists += 1
        begins = e("lvlOverride", e("startOverride", val=start), ilvl=level)
        number = e("num", e("abstractNumId", val=2), begins, numId=self.lists)
        self.made.part.numbering_part.element.append(number)
        return self.lists

    def picture(
        self, content: bytes, alt: str, width: float | None = None, height: float | None = None
    ) -> Element:
        """A run with a picture: `width` or `height` in mm, or its own, and never wider than the page."""
        relation, image = self.made.part.get_or_add_image(BytesIO(content))
        across, down = image.scaled_dimensions(Mm(width) if width else None, Mm(height) if height else None)
        fits = min(1.0, Mm(WIDTH) / across)
        return _drawn(relation, alt, int(across * fits), int(down * fits), self.next_id())

    def content(self, blocks: Elements, footer: Elements, day: date, **properties: str) -> bytes:
        """The finished file, dated `day`; `properties` are those of the Dublin Core that Word knows."""
        body = self.made.element.body
        for number, block in enumerate(blocks):
            body.insert(number, block)
        self._foot(footer)
        own = self.made.core_properties
        own.created = own.modified = datetime.combine(day, time(), UTC)
        own.language, own.revision = with_place(self.language), 1
        for name, value in properties.items():
            setattr(own, name, value)
        made = BytesIO()
        self.made.save(made)
        return zipped_again(made.getvalue())

    def _foot(self, lines: Elements) -> None:
        foot = self.made.sections[0].footer
        foot.is_linked_to_previous = False
        root = foot._element  # python-docx has no other way to put our own elements there
        for old in list(root):
            root.remove(old)
        root.extend(lines)


def field_of(code: str) -> Elements:
    """Runs of a field, for example PAGE, which Word fills in by itself."""
    signs = [e("r", e("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")]
    asked = e("r", e("instrText", f" {code} ", xml_space="preserve"))
    return [signs[0], asked, signs[1], e("r", e("t", "1")), signs[2]]


def gap() -> Element:
    """What parts a table from what follows: without it Word joins two tables."""
    return paragraph("AfterATable")


def _drawn(relation: str, alt: str, width: int, height: int, number: int) -> Element:
    """A picture in a line (ECMA-376, 20.4.2.8); sizes in EMU."""
    name = f"Picture {number}"
    shape = e(
        "pic:pic",
        e("pic:nvPicPr", e("pic:cNvPr", id=number, name=name, descr=alt), e("pic:cNvPicPr")),
        e("pic:blipFill", e("a:blip", r_embed=relation), e("a:stretch", e("a:fillRect"))),
        e(
            "pic:spPr",
            e("a:xfrm", e("a:off", x=0, y=0), e("a:ext", cx=width, cy=height)),
            e("a:prstGeom", e("a:avLst"), prst="rect"),
        ),
    )
    inline = e(
        "wp:inline",
        e("wp:extent", cx=width, cy=height),
        e("wp:docPr", id=number, name=name, descr=alt),
        e("a:graphic", e("a:graphicData", shape, uri=NAMES["pic"])),
        **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
    )
    return e("r", e("drawing", inline))


def _empty(language: str, right_to_left: bool) -> bytes:
    """A whole Word file without a word in it, as the zip that it is."""
    spaces = " ".join(f'xmlns:{key}="{NAMES[key]}"' for key in ("w", "r", "w14", "wp"))
    ignorable = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
    page = PAGE.format("<w:bidi/>" if right_to_left else "")
    texts = {name: (HERE / f"{name}.xml").read_text(encoding="utf-8") for name in PARTS}
    for name in ("styles", "settings"):
        texts[name] = _in(texts[name], language, right_to_left)
    return zipped(
        (name, text.encode())
        for name, text in {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations({"word/document.xml": "officeDocument"}),
            "word/document.xml": f"<w:document {spaces} {ignorable}><w:body>{page}</w:body></w:document>",
            "word/_rels/document.xml.rels": _relations({f"{name}.xml": kind for name, kind in PARTS.items()}),
            **{f"word/{name}.xml": text for name, text in texts.items()},
        }.items()
    )


def _in(text: str, language: str, right_to_left: bool) -> str:
    """Our styles and settings in another language; scripts that run from the right have one of their own."""
    if not right_to_left:
        return text.replace('w:val="en-GB"', f'w:val="{language}"')
    text = text.replace('w:bidi="ar-EG"', f'w:bidi="{language}"').replace(BAR, BAR.replace("left", "right"))
    return text.replace("<w:widowControl/>", "<w:widowControl/><w:bidi/>")


def _relations(parts: dict[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(parts.items(), 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{listed}</Relationships>'


def _types() -> str:
    kinds = {name: f"wordprocessingml.{kind}" for name, kind in PARTS.items()}
    kinds |= {"document": "wordprocessingml.document.main", "theme": "theme"}
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<Types xmlns="{space}">{defaults}{listed}</Types>'
