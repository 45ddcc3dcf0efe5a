"""The site as one zip that opens by double click from a folder or a USB stick."""

import posixpath
import re
import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from programme.offline.copies import NOT_IN_COPY, Copies
from programme.rendering import render

HOW_TO = "HOW-TO-OPEN.txt"
"""Windows shows what is in a zip without taking it out; a text file opens there, and says what to do."""

_ONLINE = re.compile(r"<!--online-->.*?<!--/online-->\n?", re.S)
"""What a page has only while it is on a server. The theme's templates write these marks."""
_NOTE = re.compile(r"(<aside class=\"copy\"[^>]*) hidden>")
"""What every page says of a copy. It waits hidden in partials/copy.html."""
_TO_FILE = re.compile(r'href="([^":#?]+\.(?!html)\w+)"')
"""A link within the site to what is no page."""
_PACKED = {".docx", ".pptx", ".epub", ".png", ".jpg", ".webp"}
"""Kinds of files that are compressed already. PDFs are so in part only: a zip makes them half as large."""
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
    folder = posixpath.dirname(uri)
    instead = posixpath.relpath(NOT_IN_COPY, folder or ".")

    def led(link: re.Match[str]) -> str:
        known = posixpath.normpath(posixpath.join(folder, link[1])) not in left_out
        return link[0] if known else f'href="{instead}"'

    return _TO_FILE.sub(led, text) if left_out else text


def _entry(of: Copies, uri: str) -> ZipInfo:
    """No clock, no user and no system of whoever builds it."""
    entry = ZipInfo(f"{of.name}/{uri}", (of.day.year, of.day.month, of.day.day, 0, 0, 0))
    entry.compress_type = ZIP_STORED if posixpath.splitext(uri)[1] in _PACKED else ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry
