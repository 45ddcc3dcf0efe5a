"""One line of an author's text → Markdown that shows just these characters."""

import re
import sys
from datetime import date

import yaml

_MEANS_SOMETHING = re.compile(r"[\\`*_{}\[\]<&]|^[^\w\s]")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def plain(text: str) -> str:
    """`text` with all that Markdown or HTML would read as more than text written as `&#number;`.

    Fields of one line are text, not Markdown (model/base.py). Without this a title could hold a tag.
    """
    shown = _MEANS_SOMETHING.sub(lambda found: f"&#{ord(found[0])};", text)
    return _NUMBERED.sub(lambda found: f"{found[1]}&#{ord(found[2])};", shown)


def href(url: str) -> str:
    """A web address as it may stand between the brackets of a Markdown link."""
    return re.sub(r"[()<>\[\]\\`*_\"']", lambda found: f"%{ord(found[0]):02X}", url)


def prose(markdown: str) -> str:
    """Markdown of a few paragraphs as one line of text, for tables and calendars: no marks, no citations."""
    text = re.sub(r"[ \t]*\[@[^\]]*\]", "", markdown)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"[*`]", "", text).split())


def as_yaml(value: str | date) -> str:
    """A value as it stands after a key: in quotation marks where YAML would read more into it."""
    if isinstance(value, date):
        return value.isoformat()
    written: str = yaml.safe_dump(value, allow_unicode=True, width=sys.maxsize)
    return written.removesuffix("...\n").strip()
