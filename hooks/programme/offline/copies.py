"""What copies there are of a site, and which files are in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from programme import addresses as at
from programme.text_slug import slug
from programme.whole import Programme

PAGE = "offline.html"
"""The page that offers the copies. It shows their sizes, which are known only when they are made."""
NOT_IN_COPY = f"{PAGE}#not-in-the-copy"
"""Where links to what a copy does not have lead to; written in docs/offline.md."""
APART_FROM = 1_000_000
"""Bytes. Posters' own files that are larger together are a choice; below it, one copy with all is simpler."""
NEVER = {"sw.js", "404.html", "sitemap.xml", "robots.txt"}
NEVER_KINDS = {".zip", ".gz"}
"""What only a server or a search engine has a use for, and the copies themselves."""


@dataclass(frozen=True)
class Copies:
    """`name` is that of the zip and of the folder in it, `apart` the files that are a choice: those to
    print, and posters' own.

    `day` stands for the build's clock everywhere, so that the same sources give the same bytes.
    """

    name: str
    edition: str
    day: date
    apart: frozenset[str] = frozenset()

    @property
    def zips(self) -> dict[str, frozenset[str]]:
        """Name of each zip → the files that it leaves out."""
        never = frozenset(uri for uri in self.apart if PurePosixPath(uri).suffix in NEVER_KINDS)
        small = {f"{self.name}.zip": self.apart}
        return small | ({f"{self.name}-with-all-files.zip": never} if self.apart else {})

    def files(self, site: Path) -> Iterator[str]:
        """The path in `site` of every file that a whole copy has, sorted."""
        for file in sorted(site.rglob("*")):
            if file.name not in NEVER and file.suffix not in NEVER_KINDS and file.is_file():
                yield file.relative_to(site).as_posix()


def copies(programme: Programme) -> Copies:
    """Named after the course, its edition, and the centre whose site it is."""
    course = programme.course.value
    parts = [slug(course.title).removeprefix("the-"), course.edition]
    if programme.centre:
        parts.append(slug(programme.centre.value.name))
    hosted = [part for part in programme.posters if part.file]
    large = sum(part.bytes_ for part in hosted) >= APART_FROM
    apart = [at.poster_file(part.id, part.file.name) for part in hosted if part.file and large]
    return Copies("-".join(parts), course.edition, course.edition_date, frozenset(apart))
