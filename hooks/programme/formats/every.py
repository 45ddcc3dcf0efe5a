"""Every file of a programme, in all its languages and formats."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # so that to know which formats there are costs nothing
    from programme.formats.job import Job
    from programme.formats.manuscripts import Manuscripts
    from programme.whole import Programme

SIZES = (14, 18)
"""Sizes of letters, in points, of the printed editions that every site has."""


FORMATS = {
    "pdf": "programme.paper.jobs",
    "docx": "programme.formats.word.jobs",
    "pptx": "programme.formats.slides.jobs",
    "epub": "programme.formats.epub.jobs",
    "txt": "programme.formats.plain_text.jobs",
}
"""Format → the module whose `jobs` makes such files; imported, with its libraries, when somebody asks."""
ON_REQUEST = {"brf": "programme.formats.braille.jobs"}
"""Made only when somebody names the format, and never for a site: what they need is not on every machine."""


def manuscripts(programme: "Programme") -> "list[Manuscripts]":
    """Those of each language, English first."""
    from programme.formats.manuscripts import Manuscripts

    return [Manuscripts(one) for one in (programme, *programme.others)]


def jobs(
    all_texts: "list[Manuscripts]", formats: Iterable[str] = FORMATS, sizes: tuple[int, ...] = SIZES
) -> "Iterator[Job]":
    """All files of `formats`, each made only when somebody asks for it."""
    for name in formats:
        module = import_module((FORMATS | ON_REQUEST)[name])
        for texts in all_texts:
            yield from module.jobs(texts, sizes)


def hindrances(all_texts: "list[Manuscripts]", formats: Iterable[str]) -> list[str]:
    """Why some files of `formats` cannot be made on this machine: a sentence each, without its full stop."""
    if "brf" not in formats:
        return []
    from programme.formats.braille.jobs import hindrances as of_braille

    return list(of_braille(all_texts))
