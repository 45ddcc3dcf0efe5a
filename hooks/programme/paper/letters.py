"""Signs that no font can print, found before any file is made."""

from collections.abc import Iterator
from datetime import date

from programme.checks.lines import lines
from programme.paper.code import call, content, string, strings
from programme.paper.engine import Engine, RefusedError
from programme.paper.fonts import families
from programme.problems import Problem
from programme.whole import Programme

DAY = date(2000, 1, 1)
"""A file needs a date; this one is thrown away."""


def unprintable(programme: Programme) -> Iterator[Problem]:
    """Each line with such a sign, in any language of `programme`. All signs are tried at once."""
    written = [line for one in (programme, *programme.others) for line in lines(one)]
    missing = _missing({sign for line in written for sign in line.text if not sign.isascii()})
    told = {(line.path, line.number, sign): None for line in written for sign in line.text if sign in missing}
    for path, number, sign in told:
        yield no_glyph(path, number, sign)


def no_glyph(path: str, line: int, sign: str) -> Problem:
    """The same words whether it is found before or while a file is made."""
    advice = "write it in other letters, or as a word"
    return Problem(path, line, "no-glyph", f"no font can print the sign {sign}", advice)


def _missing(signs: set[str]) -> set[str]:
    """Those of `signs` that are in none of the fonts: a page with each on a line of its own."""
    body = content(call("par", string(sign)) for sign in sorted(signs))
    code = f'#set document(title: "signs")\n#set text(font: {strings(families("en"))})\n#{body}\n'
    try:
        Engine().pdf(code, DAY)
    except RefusedError as error:
        return set(error.signs)
    return set()
