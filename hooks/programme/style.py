"""Style findings: what makes a page harder to read than it need be. Listed for editors; nothing fails.

From the NHS content guide (2024): sentences of at most 20 words, paragraphs of at most 3 sentences, a
reading age of 9 to 11, and up to 14 where the subject is hard. A score finds pages to look at; it does
not prove that one is good.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from programme.effort import words
from programme.hints import short
from programme.model.base import texts
from programme.prose import Passage, passages
from programme.reading_age import Figures, figures, length
from programme.syntax import CITATION
from programme.whole import Body, Programme, Session

LONGEST_SENTENCE = 20
LONGEST_PARAGRAPH = 3
LONGEST_TITLE = 65
LONGEST_SESSION = 900
_NOT_READ = {"facilitator"}
_ITALIC = re.compile(
    r"(?<![\w*])\*(?![\s*])[^*]+(?<!\s)\*(?![\w*])|(?<![\w_])_(?![\s_])[^_]+(?<!\s)_(?![\w_])"
)
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:\s+[A-Z]{2,}){2,}\b")
_MET_FIRST = ("summary", "outcomes", "keypoints")
_ADVICE = {"activity", "check", "help", "keypoint", "stop", "local", "facilitator"}


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to look at, in line `line` of its file."""

    line: int
    text: str


@dataclass(frozen=True)
class PageStyle:
    """One file: what readers meet in it, in figures, and what to look at."""

    path: str
    title: str
    figures: Figures
    findings: tuple[Finding, ...]
    session: bool


def pages_by_age(programme: Programme) -> list[PageStyle]:
    """Every text that people read, as its author wrote it, the hardest first."""
    written, read = programme.as_written or programme, {one.id for one in programme.sessions}
    made = [_session(one) for one in written.sessions if one.id in read]
    made += [_page(one.body, one.prose.meta.value.title, []) for one in written.docs if not _made(one.body)]
    made += [_page(one.text, one.source.value.title, []) for one in written.posters if one.text]
    made += [_page(one.body, one.name, []) for one in written.local]
    made += [_data(written, part) for part in ("course", "nations", "glossary")]
    return sorted(filter(None, made), key=lambda one: (-one.figures.smog, one.path))


def _made(body: Body) -> bool:
    """The authors' reference is made from the models."""
    return body.uri.startswith("authors/reference/")


def _session(session: Session) -> PageStyle | None:
    document = session.prose.meta.document
    told = [(document.line(at), text) for at, text in texts(session.meta) if at[0] in _MET_FIRST]
    front = [Passage(line, text, True, 0) for line, text in told]
    return _page(session.body, session.meta.title, front, session=True)


def _page(body: Body, title: str, front: list[Passage], session: bool = False) -> PageStyle | None:
    told = [*front, *(one for one in passages(body) if not _NOT_READ & set(one.blocks))]
    found = figures([sentence for one in told for sentence in one.sentences])
    if found is None:
        return None
    findings = [*_of_passages(told)]
    if session:
        findings += [*_without_source(body, told), *_too_much(body)]
    if len(title) > LONGEST_TITLE:
        findings.append(Finding(1, f"the title has {len(title)} letters; aim for {LONGEST_TITLE}"))
    return PageStyle(body.path, title, found, tuple(sorted(findings)), session)


def _data(programme: Programme, part: str) -> PageStyle | None:
    """A YAML file whose sentences people read."""
    source = getattr(programme, part)
    told = [
        Passage(source.document.line(at), text, True, 0)
        for at, text in texts(source.value)
        if " " in text and text.rstrip().endswith((".", "?"))
    ]
    found = figures([sentence for one in told for sentence in one.sentences])
    if found is None:
        return None
    return PageStyle(source.path, source.path, found, tuple(sorted(_of_passages(told))), session=False)


def _of_passages(told: Iterable[Passage]) -> Iterator[Finding]:
    for one in told:
        parts = one.sentences
        for sentence in parts:
            if (count := length(sentence)) > LONGEST_SENTENCE:
                yield Finding(one.line, f"a sentence of {count} words: '{short(sentence)}'")
        if not one.item and len(parts) > LONGEST_PARAGRAPH:
            yield Finding(one.line, f"a paragraph of {len(parts)} sentences: '{short(parts[0])}'")
        if italic := _ITALIC.search(one.raw):
            yield Finding(one.line, f"italics are hard to read: '{short(italic[0])}'")
        if capitals := _CAPITALS.search(one.words):
            yield Finding(one.line, f"capitals are hard to read: '{short(capitals[0])}'")


def _without_source(body: Body, told: Iterable[Passage]) -> Iterator[Finding]:
    """A part that explains something in 3 passages or more, and names no source."""
    plain = [one for one in told if one.section and not _ADVICE & set(one.blocks)]
    for _, group in groupby(plain, lambda one: one.section):
        members = list(group)
        if len(members) > 2 and not any(CITATION.search(one.raw) for one in members):
            text = f"a part with no source, which is right only for advice: '{short(members[0].words)}'"
            yield Finding(members[0].line, text)


def _too_much(body: Body) -> Iterator[Finding]:
    count = reading_words(body)
    if count > LONGEST_SESSION:
        yield Finding(1, f"{count} words to read; aim for {LONGEST_SESSION} and the rest in another session")


def reading_words(body: Body) -> int:
    """Words of a session's own text: without notes for leaders and what is done in activities."""
    told = [one for one in passages(body) if not {"facilitator", "activity"} & set(one.blocks)]
    return words("\n".join(one.words for one in told))
