"""Files that are zips inside (Word, slides, e-books): no clock and no machine shows in their bytes."""

import stat
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can hold. What a file is dated stands in its own properties."""
UNIX = 3


def zipped(parts: Iterable[tuple[str, bytes]], method: int = ZIP_DEFLATED) -> bytes:
    """A zip of (name, content), in this order."""
    made = BytesIO()
    with ZipFile(made, "w", method, compresslevel=9) as archive:
        for name, content in parts:
            entry = ZipInfo(name, DAY)
            entry.compress_type = method
            entry.create_system = UNIX
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, content)
    return made.getvalue()


def zipped_again(content: bytes) -> bytes:
    """The zip `content` with the same parts in the same order, without the day on which it was written."""
    with ZipFile(BytesIO(content)) as archive:
        return zipped((one.filename, archive.read(one)) for one in archive.infolist())
