"""How to cite a poster: as text, and as BibTeX."""

import re

from programme.model.poster import Poster
from programme.rendering import joined
from programme.whole import PosterPart, Programme

KINDS = {"poster": "Poster", "project": "Project", "case study": "Case study"}
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def bare_name(person: str) -> str:
    """A name without the role in brackets after it."""
    return re.sub(r"\s*\([^)]*\)\s*$", "", person) or person


def is_group(name: str) -> bool:
    """A team rather than a person: BibTeX must not turn its name round."""
    return name.startswith("The ") or "," in name or " and " in name


def as_text(programme: Programme, part: PosterPart) -> str:
    """One line to paste into a document."""
    value = part.source.value
    people = joined(bare_name(person) for person in value.people)
    pieces = (people, value.title, KINDS[value.kind], value.event, value.place, dated(value))
    url = _url(value)
    return " ".join(
        [*(f"{piece.rstrip('.')}." for piece in pieces if piece), url or f"Shown in {_site(programme)}."]
    )


def as_bibtex(programme: Programme, part: PosterPart) -> str:
    """A @misc entry; its key is the poster's id."""
    value = part.source.value
    url = _url(value)
    published = value.event or (None if url else _site(programme))
    fields = {
        "author": " and ".join(map(_author, value.people)),
        "title": f"{{{_latex(value.title)}}}",
        "year": str(value.year or ""),
        "howpublished": _latex(published or ""),
        "note": _latex("; ".join(filter(None, (KINDS[value.kind], value.place, value.year_note)))),
        "url": re.sub(r"[{}\\]", lambda found: f"%{ord(found[0]):02X}", url or ""),
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    return "\n".join([f"@misc{{{part.id},", *lines, "}"])


def _author(person: str) -> str:
    name = bare_name(person)
    return f"{{{_latex(name)}}}" if is_group(name) else _latex(name)


def _url(value: Poster) -> str | None:
    """Where the work itself is described; our own posters stand on the site that shows them."""
    return value.links[0].url if value.links and not value.file else None


def _site(programme: Programme) -> str:
    course = programme.course.value
    return f"{course.title}, edition {course.edition}"


def dated(value: Poster) -> str:
    """2019, or the note on the year: About 2019; the page shows no date."""
    note, year = value.year_note, str(value.year or "")
    if note and year in note:
        return note[:1].upper() + note[1:]
    return f"{year} ({note})" if note else year or "Not dated"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)
