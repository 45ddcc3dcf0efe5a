"""How slides look: one calm layout, made from the empty file that python-pptx brings."""

from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.oxml.shapes.autoshape import CT_Shape
from pptx.presentation import Presentation as Slides
from pptx.util import Emu, Inches, Pt

WIDE, HIGH = Inches(13.333), Inches(7.5)
EDGE = Inches(0.75)
TITLE = (EDGE, Inches(0.3), WIDE - 2 * EDGE, Inches(1.75))
RULE = (EDGE, Inches(2.15), WIDE - 2 * EDGE, Pt(3))
BODY = (EDGE, Inches(2.3), WIDE - 2 * EDGE, Inches(4.95))
OPENING_TITLE = (EDGE, Inches(1.6), WIDE - 2 * EDGE, Inches(2.2))
OPENING_BODY = (EDGE, Inches(4.1), WIDE - 2 * EDGE, Inches(2.2))
LETTERS = {"title": 36, "body": 34}
"""Points. Nothing is smaller, and no program may shrink it."""
OPENING, TEXT = "Title Slide", "Title and Content"
FONT = "Arial"
INDENT = Inches(0.45)
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
NOT_NEEDED = ("thumbnail", "printerSettings")


def empty(right_to_left: bool) -> Slides:
    """A file without slides: wide, black on white, with the layouts `OPENING` and `TEXT` alone."""
    made = Presentation()
    made.slide_width, made.slide_height = WIDE, HIGH
    for layout in list(made.slide_layouts):
        if layout.name not in (OPENING, TEXT):
            made.slide_layouts.remove(layout)
    _drop(made.part.package)
    _drop(made.part)
    master = made.slide_master
    _placed(master, {0: TITLE, 1: BODY})
    _styled(master.element.find(qn("p:txStyles")), right_to_left)
    _font(made)
    for layout in made.slide_layouts:
        _without_dates(layout)
    _placed(made.slide_layouts.get_by_name(OPENING), {0: OPENING_TITLE, 1: OPENING_BODY})
    _plain_subtitle(made.slide_layouts.get_by_name(OPENING))
    _rule(made.slide_layouts.get_by_name(TEXT))
    _without_dates(master)
    return made


def _drop(part: Any) -> None:
    """What the empty file has and no slide needs."""
    relations = part._rels
    for key, one in list(relations.items()):
        if one.reltype.rsplit("/", 1)[-1] in NOT_NEEDED:
            relations.pop(key)


def _placed(of: Any, places: dict[int, tuple[int, int, int, int]]) -> None:
    """Placeholders of titles (0) and bodies (1) where they belong."""
    for number, one in enumerate(list(of.placeholders)[:2]):
        one.left, one.top, one.width, one.height = places[number]
        body = one._element.find(qn("p:txBody")).find(qn("a:bodyPr"))
        for old in list(body):
            body.remove(old)
        body.append(body.makeelement(f"{{{DRAWN}}}noAutofit"))
        body.set("anchor", "b" if number == 0 else "t")


def _styled(styles: Any, right_to_left: bool) -> None:
    """The look of titles and of each level of the text; bullets where the text begins."""
    for name, points, bold in (("titleStyle", LETTERS["title"], 1), ("bodyStyle", LETTERS["body"], 0)):
        for level in styles.find(qn(f"p:{name}")):
            level.set("algn", "r" if right_to_left else "l")
            level.set("rtl", "1" if right_to_left else "0")
            letters = level.find(qn("a:defRPr"))
            letters.set("sz", str(points * 100))
            letters.set("b", str(bold))
            if name == "bodyStyle":
                level.set("marL", str(INDENT))
                level.set("indent", str(-INDENT))
                level.find(qn("a:spcBef"))[0].set("val", "40000")


def _font(made: Slides) -> None:
    """One font that every office has, in place of the theme's; nothing of it is in the file."""
    part = made.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    part._blob = part.blob.replace(b'<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FONT}"/>'.encode())


def _without_dates(of: Any) -> None:
    """No room for dates, footers and numbers, which nobody fills in."""
    for one in list(of.placeholders)[2:]:
        one._element.getparent().remove(one._element)


def _plain_subtitle(layout: Any) -> None:
    """Black, at the side where lines begin, as all other text."""
    style = list(layout.placeholders)[1]._element.find(qn("p:txBody")).find(qn("a:lstStyle"))
    for level in list(style):
        style.remove(level)
    none = style.makeelement(qn("a:lvl1pPr"), {"marL": "0", "indent": "0"})
    none.append(none.makeelement(qn("a:buNone")))
    style.append(none)


def _rule(layout: Any) -> None:
    """A line under the title. It stands on the layout, so that nobody hears of it."""
    left, top, width, height = map(Emu, RULE)
    shape = CT_Shape.new_autoshape_sp(99, "Rule", "rect", left, top, width, height)
    fill = shape.spPr.makeelement(qn("a:solidFill"))
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": "000000"}))
    shape.spPr.append(fill)
    shape.remove(shape.find(qn("p:style")))  # it would draw a blue edge
    layout.shapes._spTree.append(shape)  # layouts have no way to add a shape
