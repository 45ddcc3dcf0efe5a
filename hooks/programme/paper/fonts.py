"""The fonts, out of pip packages, so that every machine has the same ones."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import typst

PACKAGES = ("fontpkg_atkinson_hyperlegible", "fontpkg_fira_sans", "fontpkg_ibm_plex_sans_arabic")
LEGIBLE, WIDE, ARABIC, SIGNS = (
    "Atkinson Hyperlegible",
    "Fira Sans",
    "IBM Plex Sans Arabic",
    "DejaVu Sans Mono",
)
"""For English and its neighbours; for languages with letters that it lacks (ŵ, ł with others, Greek,
Cyrillic); Arabic script; and ticks, arrows and other signs: Typst brings that one itself."""
IN_LEGIBLE = {"en", "ga", "gd", "fr", "de", "es", "it", "pt", "nl"}
IN_ARABIC = {"ar", "fa", "ur", "ps"}


def families(language: str) -> tuple[str, ...]:
    """Fonts for a text in `language` (BCP 47), the first one first. One font for all letters of a word."""
    main = language.split("-")[0]
    first = LEGIBLE if main in IN_LEGIBLE else ARABIC if main in IN_ARABIC else WIDE
    return (first, *(one for one in (LEGIBLE, WIDE, ARABIC, SIGNS) if one != first))


@cache
def fonts() -> typst.Fonts:
    """Read once for the life of the process. No font of the machine is used."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder(name) for name in PACKAGES])


def folder(package: str) -> Path:
    """Where a font package has its files."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the fonts of {package} are not installed; install this project with pip")
    return Path(spec.submodule_search_locations[0]) / "files"
