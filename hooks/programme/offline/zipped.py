"""The site as one zip that opens by double click from a folder or a USB stick."""

import posixpath
import re
import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from programme.offline.copies import NOT_IN_COPY, Copies
from programme.rendering import render

HOW_TO = "HOW-TO-OPEN.txt"
"""Windows shows what is in a zip without taking it out; a text file opens there, and says what to do."""

_ONLINE = re.compile(r"<!--online-->.*?<!--/online-->\n?", re.S)
"""What a page has only while it is on a server. The theme's templates write these marks."""
_NOTE = re.compile(r"(<aside class=\"copy\"[^>]*) hidden>")
"""What every page says of a copy. It waits hidden in partials/copy.html."""
_UNIX = 3


def zipped(site: Path, of: Copies, left_out: frozenset[str]) -> bytes:
    """All files of `site` but those `left_out`, in one folder. The same files give the same bytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for uri in of.files(site):
            content = (site / uri).read_bytes()
            if uri.endswith(".html"):
                content = page_of_copy(uri, content.decode(), left_out).encode()
            if uri not in left_out:
                archive.writestr(_entry(of, uri), content)
        how_to = render("how-to-open.txt", of=of).replace("\n", "\r\n")  # for the Notepad of old Windows
        archive.writestr(_entry(of, HOW_TO), how_to)
    return made.getvalue()


def page_of_copy(uri: str, text: str, left_out: frozenset[str]) -> str:
    """The page as it stands in the copy: it says so, and links to what is left out lead to an explanation."""
    text = _NOTE.sub(r"\1>", _ONLINE.sub("", text))
    folder = posixpath.dirname(uri) or "."
    instead = posixpath.relpath(NOT_IN_COPY, folder)
    for one in left_out:
        text = text.replace(f'href="{posixpath.relpath(one, folder)}"', f'href="{instead}"')
    return text


def _entry(of: Copies, uri: str) -> ZipInfo:
    """No clock, no user and no system of whoever builds it."""
    entry = ZipInfo(f"{of.name}/{uri}", (of.day.year, of.day.month, of.day.day, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry
