"""Pictures as office programs show them in every version."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from resvg_py import svg_to_bytes

SHOWN = {".png", ".jpg", ".jpeg", ".gif"}


def shown(file: Path) -> bytes:
    """The content of a picture; drawings and newer kinds as PNG."""
    suffix = file.suffix.lower()
    if suffix in SHOWN:
        return file.read_bytes()
    if suffix == ".svg":
        return bytes(svg_to_bytes(svg_path=str(file)))
    made = BytesIO()
    with Image.open(file) as picture:
        picture.save(made, "PNG")
    return made.getvalue()
