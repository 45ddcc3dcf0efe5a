"""Boxes that can be ticked in Word with a click, or with the space bar."""

from programme.formats.word.package import WordFile
from programme.formats.word.runs import Runs
from programme.formats.word.xml import Element, Elements, e, paragraph

SIGNS = "Segoe UI Symbol"
EMPTY, TICKED = "2610", "2611"
"""☐ and ☑."""


def tick(file: WordFile, name: str) -> Element:
    """A content control (MS-DOCX, 2.5.1.4 checkbox); `name` is what a screen reader says of it."""
    states = [
        e(f"w14:{key}State", val=sign, font=SIGNS)
        for key, sign in (("checked", TICKED), ("unchecked", EMPTY))
    ]
    properties = e(
        "sdtPr",
        e("rPr", e("rStyle", val="TickBox")),
        e("alias", val=name[:64]),
        e("id", val=file.next_id()),
        e("w14:checkbox", e("w14:checked", val=0), *states),
    )
    box = e("r", e("rPr", e("rStyle", val="TickBox")), e("t", chr(int(EMPTY, 16))))
    return e("sdt", properties, e("sdtContent", box))


def ticked_line(runs: Runs, name: str, inside: Elements) -> Element:
    """A box and what it stands for, on a line of its own."""
    return paragraph("Tick", tick(runs.file, name), e("r", e("tab")), *inside)


def choices(runs: Runs, about: str, words: tuple[str, ...]) -> Element:
    """Boxes in one line; each knows what it is about: three boxes named Yes would all sound the same."""
    made: Elements = []
    for number, word in enumerate(words):
        made += [runs.text("\u2003")] if number else []
        made += [tick(runs.file, f"{word}: {about}" if about else word), runs.text(f"\u00a0{_whole(word)}")]
    return paragraph("Choices", *made)


def _whole(words: str) -> str:
    """Words that stay on one line."""
    return words.replace(" ", "\u00a0")
