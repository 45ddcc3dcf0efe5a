"""Words → braille, by the program lou_translate of liblouis. No package of pip has it for every system."""

import re
import shutil
import subprocess
from collections.abc import Collection, Iterable
from dataclasses import dataclass

TABLES = {"en": "en-ueb-g2.ctb", "cy": "cy-cy-g2.ctb"}
"""Language → table: Unified English Braille and Welsh, both contracted (grade 2)."""
PROGRAM = "lou_translate"
HOW_TO_INSTALL = (
    f"Braille needs the program {PROGRAM} of liblouis, which is not there. On Debian and Ubuntu, type: "
    "sudo apt install liblouis-bin liblouis-data. On a Mac: brew install liblouis. On Windows, download it "
    "from https://github.com/liblouis/liblouis/releases and put its folder bin into PATH"
)
LONGEST = 1000
"""Letters that are translated at once: the program cuts a line at 2044."""
SIGNS = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""North American braille ASCII: the sign for each cell, in the order of Unicode's braille patterns."""
FIRST_CELL = 0x2800
LAST_SIGN = 0xFFFF
"""Liblouis as distributions build it knows no sign after this one, and takes it for another."""
DOT_7, CAPITAL = 0x40, ","
LAST_CELL = 0x100
SPELT = "'\\X"
"""How a sign begins that a table does not know: the program spells its number."""


class LiblouisError(Exception):
    """It said that something is wrong; the message is its own."""


@dataclass(frozen=True)
class Translator:
    """`program` is the path of lou_translate, `table` the name of a table of liblouis."""

    program: str
    table: str

    def cells(self, texts: Iterable[str]) -> list[str]:
        """Each text as cells of braille ASCII, with the spaces around it. Raises LiblouisError."""
        given = list(texts)
        cut = [_short(text.replace("\\", "\\\\")) for text in given]  # its sign that a code follows
        lines = iter(self._run([part for parts in cut for part in parts]))
        made = [" ".join(next(lines) for _ in parts) for parts in cut]
        return [_spaced(text, cells) for text, cells in zip(given, made, strict=True)]

    def unknown(self, signs: Collection[str]) -> set[str]:
        """Those of `signs` that the table does not know."""
        far = {sign for sign in signs if ord(sign) > LAST_SIGN}
        tried = sorted(set(signs) - far)
        made = zip(tried, self.cells(tried), strict=True)
        return far | {sign for sign, cells in made if cells.startswith(SPELT)}

    def _run(self, lines: list[str]) -> list[str]:
        given = "".join(f"{line}\n" for line in lines).encode()
        command = [self.program, "--forward", f"unicode.dis,{self.table}"]
        done = subprocess.run(command, input=given, capture_output=True)
        made = done.stdout.decode(errors="replace").replace("\r", "").split("\n")[:-1]
        if done.returncode or len(made) != len(lines):
            raise LiblouisError(done.stderr.decode(errors="replace").strip() or f"{PROGRAM} gave no braille")
        return [braille_ascii(line) for line in made]


def translator(language: str) -> Translator | None:
    """For the language `language`; None where liblouis is not installed or we know no table."""
    program = shutil.which(PROGRAM)
    return Translator(program, TABLES[language]) if program and language in TABLES else None


def version(program: str) -> str:
    """What the program says of itself: other versions may make other braille."""
    told = subprocess.run([program, "--version"], capture_output=True).stdout.decode(errors="replace")
    return told.partition("\n")[0]


def braille_ascii(cells: str) -> str:
    """Unicode's braille patterns as braille ASCII, which has six dots: dot 7, a capital in the codes that
    some tables have for addresses, becomes the sign for a capital."""
    return "".join(" " if cell == " " else _sign(ord(cell) - FIRST_CELL) for cell in cells)


def _sign(dots: int) -> str:
    if not 0 <= dots < LAST_CELL:
        raise LiblouisError(f"{PROGRAM} wrote a sign that is not braille")
    return (CAPITAL if dots & DOT_7 else "") + SIGNS[dots % DOT_7]


def _spaced(text: str, cells: str) -> str:
    """The spaces at the ends of `text`, which liblouis does not see, around `cells`."""
    if not cells:
        return " " if text else ""
    return f"{' ' * text.startswith(' ')}{cells}{' ' * text.endswith(' ')}"


def _short(text: str) -> list[str]:
    """`text` in parts that the program does not cut, each of whole words."""
    parts = [""]
    for word in (part for one in text.split() for part in re.findall(f".{{1,{LONGEST}}}", one)):
        if parts[-1] and len(parts[-1]) + len(word) >= LONGEST:
            parts.append("")
        parts[-1] = f"{parts[-1]} {word}".lstrip()
    return parts
