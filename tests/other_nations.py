"""What of another nation stands in a centre's finished site. Wrong-nation advice is a defect."""

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from programme.model.base import NATIONS
from programme.whole import Programme

FOR_MAKERS = re.compile(r"(?:cy/)?(?:authors|centres)/")
"""Pages about how the site is made; their examples name bodies of any nation."""
NUMBER = re.compile(r"£ ?\d[\d,.]*\d|\b0\d[\d ]{8,12}\d\b|\b116 ?123\b|\b111\b")


def bodies_of_others(programme: Programme, texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(path, name) of every body, line or right in `texts` that the nation of the centre does not have."""
    (here,) = programme.speaks_for
    names = {one for one, nations in programme.nation_names.items() if here not in nations}
    assert len(names) > 10
    known = sorted(programme.nation_names, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, known)) + r")(?![\w-])")
    own, found = _may_be_named(programme), []
    for uri, text in texts:
        for allowed in own:
            text = text.replace(allowed, "")
        found += [(uri, one[1]) for one in pattern.finditer(text) if one[1] in names]
    return found


def numbers_of_others(
    programme: Programme, texts: Iterable[tuple[str, str]], centre: str
) -> list[tuple[str, str]]:
    """(path, number) in `texts` of each line to call and each sum not the nation's, and not in `centre`."""
    (here,) = programme.speaks_for
    advice = dict.fromkeys(NATIONS, "")
    for entry in programme.nations.value.root.values():
        for nation in NATIONS:
            advice[nation] += f" {entry.in_nation(nation).text}"
    numbers = {nation: set(NUMBER.findall(text)) for nation, text in advice.items()}
    others = set().union(*(numbers[one] for one in NATIONS if one != here)) - numbers[here]
    assert others
    return [
        (uri, one)
        for uri, text in texts
        for one in NUMBER.findall(text)
        if not uri.startswith(("plan/", "cy/plan/")) and one in others and one not in centre
    ]


def said(site: Path) -> Iterator[tuple[str, str]]:
    """(path, words) of every page and of what the search reads, attributes too."""
    for file in sorted(site.rglob("*.html")):
        uri = file.relative_to(site).as_posix()
        if not FOR_MAKERS.match(uri):
            yield uri, html.unescape(file.read_text(encoding="utf-8"))
    for index in sorted(site.glob("**/assets/search-index*.js")):  # each language has its own
        yield index.relative_to(site).as_posix(), index.read_text(encoding="utf-8")


def _may_be_named(programme: Programme) -> list[str]:
    """Where another nation may be named: a nation's own advice may say what does not hold there, and a source
    has the name that it has."""
    (here,) = programme.speaks_for
    texts = [entry.in_nation(here).text for entry in programme.nations.value.root.values()]
    for one in programme.sources.values():
        texts += [text for text in (one.title, one.publisher, one.note, one.url) if text]
    return sorted(texts, key=len, reverse=True)
