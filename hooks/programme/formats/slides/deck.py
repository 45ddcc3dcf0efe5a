"""Slides → a file of PowerPoint, which LibreOffice opens too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

from pptx.slide import Slide as Made
from pptx.util import Emu, Pt

from programme.formats.slides.lines import Bit, Bits, Line
from programme.formats.slides.look import BODY, HIGH, OPENING, TEXT, WIDE, empty
from programme.formats.slides.outline import Slide
from programme.formats.tags import is_right_to_left, with_place
from programme.formats.zipped import zipped_again
from programme.tree.nodes import Picture

NOTES = Pt(14)


@dataclass
class Deck:
    """`language` is BCP 47; `pictures` gives the content of a picture by its site path."""

    language: str
    pictures: Callable[[str], bytes | None]

    def content(self, slides: Iterable[Slide], day: date, **properties: str) -> bytes:
        """The file, dated `day`; `properties` are those of the Dublin Core that PowerPoint knows."""
        made = empty(is_right_to_left(self.language))
        _notes_page(made.notes_master)
        for one in slides:
            layout = made.slide_layouts.get_by_name(OPENING if one.opening else TEXT)
            self._fill(made.slides.add_slide(layout), one)
        own = made.core_properties
        own.created = own.modified = datetime.combine(day, time(), UTC)
        own.language, own.revision = with_place(self.language), 1
        for name, value in properties.items():
            setattr(own, name, value)
        file = BytesIO()
        made.save(file)
        return zipped_again(file.getvalue())

    def _fill(self, made: Made, one: Slide) -> None:
        assert made.shapes.title is not None, "both layouts have a title"
        self._write(made.shapes.title.text_frame.paragraphs[0], one.title)
        body = made.placeholders[1]
        if one.picture:
            body._element.getparent().remove(body._element)
            self._picture(made, one.picture)
        else:
            self._lines(body.text_frame, one.lines)
        if one.notes:
            notes = made.notes_slide.notes_text_frame
            assert notes is not None, "the notes master has a place for them"
            self._lines(notes, [Line((Bit(text),)) for text in one.notes], notes=True)

    def _lines(self, frame: Any, lines: Iterable[Line], notes: bool = False) -> None:
        for number, line in enumerate(lines):
            made = frame.add_paragraph() if number else frame.paragraphs[0]
            if line.look != "point" and not notes:
                properties = made._p.get_or_add_pPr()
                properties.set("marL", "0")
                properties.set("indent", "0")
                properties.append(properties.makeelement(f"{{{properties.nsmap['a']}}}buNone"))
            if notes and is_right_to_left(self.language):
                made._p.get_or_add_pPr().set("rtl", "1")
            self._write(made, line.bits, strong=line.look == "label")

    def _write(self, paragraph: Any, bits: Bits, strong: bool = False) -> None:
        for bit in bits:
            run = paragraph.add_run()
            run.text = bit.text
            run._r.get_or_add_rPr().set("lang", with_place(bit.language or self.language))
            if bit.strong or strong:
                run.font.bold = True

    def _picture(self, made: Made, one: Picture) -> None:
        """As large as the room for text allows, with its words for people who cannot see it."""
        content = self.pictures(one.uri)
        assert content is not None, "the outline asked for it"
        left, top, width, height = BODY
        shape: Any = made.shapes.add_picture(BytesIO(content), Emu(left), Emu(top))
        part = min(width / shape.width, height / shape.height)
        shape.width, shape.height = Emu(int(shape.width * part)), Emu(int(shape.height * part))
        shape._element.nvPicPr.cNvPr.set("descr", one.alt)


def _notes_page(master: Any) -> None:
    """A wide slide above, letters that can be read below."""
    for one in master.placeholders:
        kind = one._element.find(".//{*}ph").get("type")
        if kind == "sldImg":
            one.height = Emu(int(one.width * HIGH / WIDE))
    for level in master.element.find("{*}notesStyle"):
        level.find("{*}defRPr").set("sz", str(int(NOTES.pt * 100)))
