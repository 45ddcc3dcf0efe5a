"""What a PDF holds, read back, and what validators find wrong in it."""

from collections.abc import Iterator
from ctypes import c_double
from typing import Any

import page as validator
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

NOT_RIGHT = {"PDFA2A-STREAM-LENGTH-001"}
"""The validator takes a last byte of packed data that is a line end for the line end after it."""


def faults(content: bytes, profile: str = "ua1") -> list[str]:
    """What is wrong by PDF/UA-1, or by another `profile`."""
    report = validator.validate_pdf_bytes(content, profile=profile)
    return [str(one) for one in report.failures if one.rule_id not in NOT_RIGHT]


def tags(node: Any) -> Iterator[Any]:
    """All structure elements, in reading order."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from tags(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from tags(node.get("/K", pikepdf.Array()))


def attributes(node: Any) -> dict[str, Any]:
    found = node.get("/A", pikepdf.Array())
    listed = list(found) if isinstance(found, pikepdf.Array) else [found]
    return {key: value for one in listed for key, value in one.items()}


def letters(content: bytes) -> Iterator[tuple[str, float, tuple[float, ...], tuple[float, float]]]:
    """(letter, size in points, box, size of the page) of all that is printed. There are millions, so that
    pdfium is asked as directly as Python can."""
    left, bottom, right, top = (c_double() for _ in range(4))
    with pypdfium2.PdfDocument(content) as pdf:
        for one in pdf:
            text, page = one.get_textpage(), one.get_size()
            for index in range(text.count_chars()):
                letter = chr(pdfium.FPDFText_GetUnicode(text, index))
                if not letter.isspace() and not pdfium.FPDFText_IsGenerated(text, index):
                    size = pdfium.FPDFText_GetFontSize(text, index)
                    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
                    yield letter, size, (left.value, bottom.value, right.value, top.value), page


def words(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return "\n".join(one.get_textpage().get_text_range().replace("\r\n", "\n") for one in pdf)


def pages(content: bytes) -> int:
    with pypdfium2.PdfDocument(content) as pdf:
        return len(pdf)
