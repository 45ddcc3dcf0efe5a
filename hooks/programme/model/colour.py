"""Colours by the formula of WCAG 2.2: what can be read on a centre's colour, and the nearest that passes."""

import re
from dataclasses import dataclass

TEXT = 7.0
"""Contrast that text needs (WCAG 2.2, 1.4.6, level AAA), which the whole site keeps to."""
LARGE_PARTS = 3.0
"""Contrast that lines of controls and the focus need (WCAG 2.2, 1.4.11)."""
INKS = ("#ffffff", "#000000")
FOCUS = ("#ffd166", "#7a2e00")
"""Colours of the focus on the brand colour: for white ink, for black ink."""
Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Look:
    """A centre's colour, what is written on it, and how the focus is drawn on it."""

    brand: str
    ink: str
    focus: str

    @property
    def css(self) -> str:
        return f":root{{--brand:{self.brand};--brand-ink:{self.ink};--brand-focus:{self.focus}}}"


def contrast(one: str, other: str) -> float:
    """Contrast of two colours written as #rrggbb: 1 for the same, 21 for black and white."""
    light, dark = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def look(brand: str) -> Look | None:
    """How the colour is used; None when neither white nor black can be read on it."""
    for ink, focus in zip(INKS, FOCUS, strict=True):
        if contrast(brand, ink) >= TEXT and contrast(brand, focus) >= LARGE_PARTS:
            return Look(brand.lower(), ink, focus)
    return None


def nearest(brand: str) -> str:
    """The colour that `look` accepts and that is nearest to `brand`, made darker or lighter step by step."""
    start = _rgb(brand)
    for step in range(256):
        for end in ((0, 0, 0), (255, 255, 255)):
            mixed = _hex(tuple(round(a + (b - a) * step / 255) for a, b in zip(start, end, strict=True)))
            if look(mixed):
                return mixed
    return "#000000"


def whole(value: str) -> str | None:
    """#abc and ABCDEF as #aabbcc and #abcdef; None for what is no colour."""
    found = re.fullmatch(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", value)
    if not found:
        return None
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(one * 2 for one in digits))


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(parts: tuple[int, ...]) -> str:
    return "#" + "".join(f"{part:02x}" for part in parts)


def _luminance(colour: Rgb) -> float:
    """Relative luminance (WCAG 2.2, definition of that name)."""
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
