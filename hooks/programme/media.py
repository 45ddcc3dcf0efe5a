"""The file of a poster: what it really is, by its content, and its picture in small."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import Literal

import pypdfium2
from PIL import Image

from programme.remembering import remembered

LARGEST_POSTER = 10_000_000
"""Bytes; a poster of 10 MB takes a minute on a slow phone."""
LARGEST_PIXELS = 80_000_000
LARGEST_LOGO = 500_000
"""Bytes; it is on every page."""
LOGO_SIDE = 4000
"""Pixels, the most in each direction."""
LOGO_TYPES = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp"}
"""As Pillow names them → ending. SVG is not among them: it may hold scripts."""
THUMBNAIL_WIDTH = 640
"""Pixels: sharp on a phone, about 60 kB."""
THUMBNAIL_HEIGHT = THUMBNAIL_WIDTH * 4


def kind_of(file: Path) -> str | None:
    """None for a PDF or PNG that opens and has the name to match; otherwise what is wrong with it."""
    head = file.read_bytes()[:8]
    kind: Literal["pdf", "png", ""] = (
        "pdf" if head.startswith(b"%PDF-") else "png" if head == b"\x89PNG\r\n\x1a\n" else ""
    )
    if not kind:
        return "this is neither a PDF nor a PNG, whatever its name says"
    if file.suffix.lower() != f".{kind}":
        return f"this is a {kind.upper()} but its name ends in '{file.suffix}'"
    try:
        return _measured(file, kind)
    except Exception:  # a file of anyone's: whatever the two libraries raise, they cannot open it
        return f"the {kind.upper()} is damaged and does not open"


def _measured(file: Path, kind: str) -> str | None:
    """What is wrong with the size of a poster that opens, if anything is."""
    if kind == "pdf":
        with pypdfium2.PdfDocument(file) as document:
            if min(document[0].get_size()) < 1:
                return "the first page of the PDF has no size"
    else:
        with warnings.catch_warnings(action="ignore"), Image.open(file) as picture:  # Pillow warns of size
            if picture.width * picture.height > LARGEST_PIXELS:
                return f"the picture has {picture.width} by {picture.height} points, which is too many"
            picture.verify()
    return None


def logo_type(file: Path) -> tuple[str, tuple[int, int], str | None]:
    """Ending of its type, width and height in pixels, and what is wrong with it, if anything is."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file, formats=tuple(LOGO_TYPES)) as picture:
            size, kind = picture.size, LOGO_TYPES[picture.format or ""]
            if max(size) > LOGO_SIDE:
                return kind, size, f"the logo has {size[0]} by {size[1]} points, which is too many"
            picture.load()  # a file that was cut short opens, but gives no picture
    except Exception:  # a file of anyone's: whatever the library raises, it cannot show it
        return "", (0, 0), "this is not a PNG, JPEG or WebP picture that opens, whatever its name says"
    return kind, size, None


@remembered(lambda file: (file.suffix, file.read_bytes()))
def thumbnail(file: Path) -> bytes:
    """The first page of a PDF, or a PNG, as a small PNG on white, never larger than the poster."""
    if file.suffix.lower() == ".pdf":
        document = pypdfium2.PdfDocument(file)
        page = document[0]
        picture = page.render(scale=_scale(*page.get_size())).to_pil()
        document.close()
    else:
        with Image.open(file) as opened:
            picture = opened.convert("RGBA")
        picture.thumbnail((THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT))
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    out = BytesIO()
    picture.convert("RGB").quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def thumbnail_size(file: Path) -> tuple[int, int]:
    """Width and height of its thumbnail in pixels, within one pixel, without drawing it."""
    if file.suffix.lower() == ".pdf":
        document = pypdfium2.PdfDocument(file)
        width, height = document[0].get_size()
        document.close()
        scale = _scale(width, height)
    else:
        with Image.open(file) as picture:
            width, height = picture.size
        scale = min(1.0, _scale(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _scale(width: float, height: float) -> float:
    """Fits a page into the thumbnail's box, also a very long or very narrow one."""
    return min(THUMBNAIL_WIDTH / width, THUMBNAIL_HEIGHT / height)
