"""Elements of XML, written safely: what is not an element already is escaped."""

from html import escape


class Xml(str):
    """XML that is whole."""

    __slots__ = ()


def e(tag: str, *inside: str, **attributes: str | None) -> Xml:
    """One element. `class_` is class, `epub_type` epub:type, `xml_lang` xml:lang, and `a_b` a-b; attributes
    that are None or empty are left out."""
    named = "".join(f' {_name(key)}="{_safe(value)}"' for key, value in attributes.items() if value)
    content = joined(*inside)
    return Xml(f"<{tag}{named}>{content}</{tag}>" if content else f"<{tag}{named}/>")


def joined(*inside: str) -> Xml:
    """Elements and words, one after the other."""
    return Xml("".join(one if isinstance(one, Xml) else _safe(one) for one in inside))


def document(root: Xml, doctype: str = "") -> bytes:
    """A whole file."""
    return f'<?xml version="1.0" encoding="utf-8"?>\n{doctype}{root}\n'.encode()


def _safe(text: str) -> str:
    return escape(text, quote=True).replace("&#x27;", "'")


def _name(key: str) -> str:
    prefix, _, rest = key.partition("_")
    return (
        f"{prefix}:{rest}"
        if prefix in ("epub", "xml", "xmlns") and rest
        else key.strip("_").replace("_", "-")
    )
