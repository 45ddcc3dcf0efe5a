"""The programme and the HTML of its pages → what the search looks through, as plain data.

Texts and not a finished index: the browser counts the words of the whole course in a moment, and a list of
where each word stands would be larger than the texts, which results need anyway.
"""

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any

from markdown.extensions.toc import slugify

from programme import addresses as at
from programme.language import ENGLISH, N_
from programme.model.base import NATIONS, NationId
from programme.pages.page import Page
from programme.search.sections import Passage, Section, sections
from programme.text_slug import slug
from programme.whole import Programme

KINDS = {"": 0, "help": 1, "activity": 2, "check": 2}
"""Of what kind a section is: text; a help box, which many pages share; something to do."""
SESSION, LIST, WORD, WORK, MAKERS, LEADERS = range(6)
"""What a page is to a person with MS, the most useful first: something to read; a list that leads there;
words explained; plan and posters; for centres and authors; for people who lead, which come after all."""
_KINDS_OF_PAGE = {"facilitators": LEADERS, "centres": MAKERS, "authors": MAKERS, "about": MAKERS}
_KINDS_OF_PAGE |= {"plan": WORK, "posters": WORK, "programme": WORK}
_PLACES = {
    "plan": N_("Three-year plan"),
    "programme": N_("Three-year plan"),
    "posters": N_("Posters and projects"),
}
_PLACES |= {
    "facilitators": N_("For people who lead"),
    "centres": N_("For centres"),
    "authors": N_("For authors"),
}
_PLACES |= {"about": N_("About this site"), "course": N_("Course")}


def index(programme: Programme, pages: Iterable[Page], html: Mapping[str, str]) -> dict[str, Any]:
    """Data for the search. `html` gives the finished content of each page by uri; keys are short because
    they are on the wire: each page is [address, title, place, kind, nations, sections], each section
    [anchor, heading, kind, nations, passages] with
    an anchor of 0 where it is the heading with hyphens, each passage its text or [nations, text].
    Nations are a number with one bit for each, 0 for all.
    """
    found = [page for page in pages if page.uri in html and not _left_out(page)]
    twins = [number for number, page in enumerate(found) if page.shared and not programme.language.is_source]
    return {
        **({"english": twins} if twins else {}),
        "nations": [programme.language.gettext(name) for name in NATIONS.values()],
        "pages": [_page(programme, page, html[page.uri]) for page in found],
    }


def _left_out(page: Page) -> bool:
    return bool(page.meta.get("search", {}).get("exclude"))


def _page(programme: Programme, page: Page, html: str) -> list[Any]:
    shown = ENGLISH if page.shared else programme.language
    kind, found = kind_of_page(page.uri), sections(html, shown)
    if kind == LEADERS:  # a way in is enough: what they say at length, readers find in the session
        found = found[:1]
    words = _nations_of_words(programme) if page.uri == at.GLOSSARY else {}
    own = [_section(one, words.get(one.anchor, ())) for one in found]
    nations = _bits(_of(programme, page))
    return [_address(page.uri), page.title, place(programme, page.uri), kind, nations, own]


def _section(section: Section, nations: Iterable[NationId]) -> list[Any]:
    passages = [_passage(one) for one in section.passages]
    anchor: str | int = section.anchor
    if anchor == slugify(section.heading, "-"):
        anchor = 0  # search.js makes it of the heading: a fifth of all that goes over the wire
    return [anchor, section.heading, KINDS.get(section.kind, 0), _bits(nations), passages]


def _passage(passage: Passage) -> Any:
    return [_bits(passage.nations), passage.text] if passage.nations else passage.text


def _bits(nations: Iterable[NationId]) -> int:
    order = list(NATIONS)
    return sum(1 << order.index(one) for one in nations)


def _address(uri: str) -> str:
    return posixpath.splitext(uri)[0] + ".html"


def kind_of_page(uri: str) -> int:
    folder, _, name = uri.rpartition("/")
    if uri == at.GLOSSARY:
        return WORD
    if folder.split("/")[0] in _KINDS_OF_PAGE:
        return _KINDS_OF_PAGE[folder.split("/")[0]]
    return LIST if name == "index.md" or "pathways" in folder else SESSION


def place(programme: Programme, uri: str) -> str:
    """Where a page stands, as results name it: its module, or the part of the site."""
    parts = uri.split("/")
    modules = {part.id: part.source.value.title for part in programme.modules}
    if len(parts) == 3 and parts[1] in modules and parts[0] == "course":
        return modules[parts[1]]
    return programme.language.gettext(_PLACES.get(parts[0], "")) if len(parts) > 1 else ""


def _nations_of_words(programme: Programme) -> dict[str, tuple[NationId, ...]]:
    return {f"word-{slug(word.term)}": word.nations for word in programme.words}


def _of(programme: Programme, page: Page) -> tuple[NationId, ...]:
    """The nation of a poster; no other page is of one nation alone."""
    for part in programme.posters:
        nation = part.source.value.nation
        if nation and page.uri == at.poster(part.id):
            return (nation,) if nation in NATIONS else ()
    return ()
