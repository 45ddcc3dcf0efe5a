"""The palette, measured: text at 7:1 and lines of controls at 3:1 on every ground, in every scheme."""

import re
from pathlib import Path

import pytest

GROUNDS = ("paper", "panel", "help-paper", "found")
TEXTS = ("ink", "quiet", "link", "help")
LINES = ("line", "focus", "help", "link")
ALLOWED = {("help", "found"), ("quiet", "help-paper"), ("quiet", "found")}
"""Pairs that do not meet: help stands only on its own ground, quiet text not on the others."""


def palette(root: Path, scheme: str) -> dict[str, str]:
    css = (root / "hooks/theme/styles/colours.css").read_text(encoding="utf-8")
    found = dict(re.findall(rf"--([\w-]+): [^;]*var\(--{scheme}, (#\w+)\)", css))
    return found | dict(re.findall(r"--([\w-]+): (#\w+);", css))


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark", "cream"])
def test_contrast(root: Path, scheme: str) -> None:
    colours = palette(root, scheme)
    assert {*GROUNDS, *TEXTS, *LINES} <= set(colours)
    pairs = [(text, ground, 7) for text in TEXTS for ground in GROUNDS if (text, ground) not in ALLOWED]
    pairs += [(line, ground, 3) for line in LINES for ground in ("paper", "panel")]
    pairs += [("focus", ground, 3) for ground in GROUNDS]
    pairs += [("brand-ink", "brand", 7), ("brand-focus", "brand", 3)]
    low = {
        (one, other): contrast(colours[one], colours[other])
        for one, other, least in pairs
        if contrast(colours[one], colours[other]) < least
    }
    assert low == {}
