"""Drawings to begin from, as pictures: Word shows PNG in every version."""

from functools import cache

from resvg_py import svg_to_bytes

from programme.model.blocks import Drawing

ACROSS = 170
"""mm, the width of the text."""
DOTS = 6
"""Dots a mm, about 150 an inch."""
HEIGHT = {"empty": 90, "circle": 105, "chairs": 110, "line": 14, "up-and-down": 105}


def drawing(of: Drawing, marks: int = 0) -> tuple[bytes, float]:
    """(PNG, height in mm); a line has so many `marks` on it."""
    height = HEIGHT[of]
    inside = {"empty": _frame, "circle": _circle, "chairs": _chairs, "up-and-down": _up_and_down}
    shapes = _line(marks) if of == "line" else inside[of](height)
    return _png(shapes, height), height


@cache
def _png(shapes: str, height: int) -> bytes:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {ACROSS} {height}">'
        f'<rect width="100%" height="100%" fill="white"/>'
        f'<g fill="none" stroke="black" stroke-width=".6">{shapes}</g></svg>'
    )
    return bytes(svg_to_bytes(svg_string=svg, width=ACROSS * DOTS, height=height * DOTS))


def _frame(height: int) -> str:
    return f'<rect x=".5" y=".5" width="{ACROSS - 1}" height="{height - 1}"/>'


def _circle(height: int) -> str:
    return f'{_frame(height)}<circle cx="{ACROSS / 2}" cy="{height / 2}" r="18" stroke-width="1"/>'


def _chairs(height: int) -> str:
    """A table of 80 by 40 mm with 8 chairs of 14 mm."""
    x, y = ACROSS / 2, height / 2
    at = [(dx, dy) for dx in (-27, 0, 27) for dy in (-32, 32)] + [(-54, 0), (54, 0)]
    chairs = "".join(
        f'<rect x="{x + dx - 7}" y="{y + dy - 7}" width="14" height="14" rx="3"/>' for dx, dy in at
    )
    return (
        f'{_frame(height)}<rect x="{x - 40}" y="{y - 20}" width="80" height="40" stroke-width="1"/>{chairs}'
    )


def _line(marks: int) -> str:
    """A line with a mark over the middle of each column of the table below it."""
    step = ACROSS / max(marks, 1)
    at = [step * (number + 0.5) for number in range(marks)]
    return f'<path stroke-width="1" d="M0 7H{ACROSS}{"".join(f"M{x} 2V12" for x in at)}"/>'


def _up_and_down(height: int) -> str:
    """A line across the middle, a smile at the top, a frown at the bottom."""
    middle = f'<path stroke-dasharray="2 2" d="M0 {height / 2}H{ACROSS}"/>'
    return f"{_frame(height)}{middle}{_face(10, 8.6, 12.4)}{_face(height - 10, 10.4, 6.8)}"


def _face(y: float, ends: float, bend: float) -> str:
    top = y - 7
    eyes = "".join(f'<circle cx="{x}" cy="{top + 5.2}" r=".8" fill="black"/>' for x in (7.8, 12.2))
    mouth = f'<path d="M6.6 {top + ends}Q10 {top + bend} 13.4 {top + ends}"/>'
    return f'<circle cx="10" cy="{y}" r="7"/>{eyes}{mouth}'
