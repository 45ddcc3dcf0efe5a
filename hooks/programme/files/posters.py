"""The posters' own files, and their pictures in small."""

from collections.abc import Iterator
from pathlib import Path

from programme import addresses as at
from programme.media import kind_of, thumbnail
from programme.whole import Programme


def files(programme: Programme) -> Iterator[tuple[str, bytes]]:
    for part in programme.posters:
        if part.file and _still_good(part.file):
            yield at.poster_file(part.id, part.file.name), part.file.read_bytes()
            yield at.thumbnail(part.id), thumbnail(part.file)


def _still_good(file: Path) -> bool:
    """A preview goes on with the last good programme while its author moves or damages a file."""
    return file.is_file() and kind_of(file) is None
