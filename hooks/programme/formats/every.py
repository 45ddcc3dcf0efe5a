"""Every file of a programme, in all its languages and formats."""

from collections.abc import Callable, Iterable, Iterator

from programme.formats.job import Job
from programme.formats.manuscripts import Manuscripts
from programme.whole import Programme

SIZES = (14, 18)
"""Sizes of letters, in points, of the printed editions that every site has."""


def _pdf(all_texts: list[Manuscripts], sizes: tuple[int, ...]) -> Iterator[Job]:
    from programme.paper.engine import Engine
    from programme.paper.jobs import Press

    engine = Engine()
    for texts in all_texts:
        yield from Press(texts, engine).jobs(sizes)


FORMATS: dict[str, Callable[[list[Manuscripts], tuple[int, ...]], Iterator[Job]]] = {"pdf": _pdf}
"""Each imports its own library only when somebody asks for such a file."""


def manuscripts(programme: Programme) -> list[Manuscripts]:
    """Those of each language, English first."""
    return [Manuscripts(one) for one in (programme, *programme.others)]


def jobs(
    all_texts: list[Manuscripts], formats: Iterable[str] = FORMATS, sizes: tuple[int, ...] = SIZES
) -> Iterator[Job]:
    """All files of `formats`, each made only when somebody asks for it."""
    for name in formats:
        yield from FORMATS[name](all_texts, sizes)
