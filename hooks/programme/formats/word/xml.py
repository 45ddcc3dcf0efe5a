"""Elements of WordprocessingML (ECMA-376), short enough to write a document with."""

from typing import Any, TypeAlias

from docx.oxml.parser import oxml_parser

Element: TypeAlias = Any
"""An element of lxml, which has no types."""
Elements: TypeAlias = list[Element]

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
QUALIFIED = {"w", "w14"}
"""Their attributes bear the prefix of the element."""


def e(name: str, /, *inside: Element | str | None, **attributes: str | int) -> Element:
    """An element; `name` is in the namespace w where it names none.

    Attributes are in that of the element, if it is so written; `r_id` is r:id. None is left out.
    """
    prefix, _, local = name.rpartition(":")
    prefix = prefix or "w"
    made = oxml_parser.makeelement(f"{{{NAMES[prefix]}}}{local}", nsmap={prefix: NAMES[prefix]})
    for key, value in attributes.items():
        made.set(_attribute(prefix, key), str(value))
    for one in inside:
        if isinstance(one, str):
            made.text = one
        elif one is not None:
            made.append(one)
    return made


def _attribute(prefix: str, key: str) -> str:
    named, _, local = key.rpartition("_")
    space = named or (prefix if prefix in QUALIFIED else "")
    return f"{{{NAMES[space]}}}{local}" if space else key


def paragraph(style: str, *inside: Element, properties: Elements | None = None) -> Element:
    """A paragraph in `style`, empty for the normal one; `properties` in the order of the standard."""
    style_of = [e("pStyle", val=style)] if style else []
    listed = [*style_of, *(properties or [])]
    return e("p", e("pPr", *listed) if listed else None, *inside)


def words(text: str, *properties: Element) -> Element:
    """A run."""
    return e("r", e("rPr", *properties) if properties else None, e("t", text, xml_space="preserve"))
