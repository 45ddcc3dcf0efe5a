"""The cover: the mark of the site, the title, and whose it is. Letters come from the fonts of paper."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFont
from resvg_py import svg_to_bytes

from programme.formats.epub.xml import Xml, e
from programme.paper.fonts import PACKAGES, families, folder

WIDTH, HEIGHT = 1200, 1600
MARGIN, LARGE, SMALL = 110, 110, 54
"""Pixels: around the words, the title's letters, the others."""
GROUND, LETTERS = "#133f4e", "#ffffff"
RIGHT_TO_LEFT = "\u202b"
"""Unicode's sign for a line from right to left: resvg knows no direction."""
COLOURS = 16
"""It has two, and the shades between them."""
MARK = Path(__file__).parents[3] / "theme" / "assets" / "mark.svg"


def cover(title: str, below: str, language: str, right_to_left: bool) -> bytes:
    """A PNG. `below` stands under the title, smaller."""
    lines = [*_lines(title, LARGE, HEIGHT // 2 + 120), *_lines(below, SMALL, HEIGHT - 120)]
    where = {"x": str(WIDTH - MARGIN if right_to_left else MARGIN), "fill": LETTERS}
    where |= {
        "font-family": ", ".join(families(language)),
        "text-anchor": "end" if right_to_left else "start",
    }
    words = (
        e(
            "text",
            f"{RIGHT_TO_LEFT if right_to_left else ''}{text}",
            y=str(y),
            font_size=str(size),
            font_weight="bold",
            **where,
        )
        for text, size, y in lines
    )
    ground = e("rect", width=str(WIDTH), height=str(HEIGHT), fill=GROUND)
    space = "http://www.w3.org/2000/svg"
    svg = e("svg", ground, _mark(), *words, xmlns=space, viewBox=f"0 0 {WIDTH} {HEIGHT}")
    fonts = [str(_bold(one)) for one in PACKAGES]
    return _small(bytes(svg_to_bytes(svg_string=svg, width=WIDTH, skip_system_fonts=True, font_files=fonts)))


def _mark() -> Xml:
    """The mark without its ground, large, in the upper half."""
    text = MARK.read_text(encoding="utf-8")
    inside = Xml(text[text.index("<path") : text.rindex("</svg>")])
    return e("g", inside, transform=f"translate({(WIDTH - 24 * 32) // 2} 60) scale(32)")


def _lines(text: str, size: int, y: int) -> Iterator[tuple[str, int, int]]:
    """(words, size, y) of each line, as many words as fit. The widths are those of one font, near enough."""
    font = ImageFont.truetype(str(_bold(PACKAGES[0])), size)
    made = [""]
    for word in text.split():
        longer = f"{made[-1]} {word}".strip()
        if made[-1] and font.getlength(longer) > WIDTH - 2 * MARGIN:
            made.append(word)
        else:
            made[-1] = longer
    step = size * 5 // 4
    top = y if size == LARGE else y - step * (len(made) - 1)  # what stands at the foot grows upwards
    yield from ((line, size, top + number * step) for number, line in enumerate(made))


def _bold(package: str) -> Path:
    """The one file of a font that a cover needs: reading all of them takes longer than drawing."""
    return next(one for one in sorted(folder(package).rglob("*-Bold.[ot]tf")))


def _small(png: bytes) -> bytes:
    out = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()
