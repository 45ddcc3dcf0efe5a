"""Each session in braille, ready to emboss (BRF)."""

import shutil
from collections.abc import Iterable, Iterator

from programme import addresses as at
from programme.formats.braille.liblouis import (
    HOW_TO_INSTALL,
    PROGRAM,
    TABLES,
    LiblouisError,
    Translator,
    translator,
    version,
)
from programme.formats.braille.pages import brf, pages, rows
from programme.formats.braille.tongues import Tongues, marked
from programme.formats.in_words import InWords
from programme.formats.job import Job, Made
from programme.formats.manuscripts import Manuscripts, Print, made_with
from programme.formats.plain_text.pieces import Piece, Pieces
from programme.formats.plain_text.session import session
from programme.problems import Problem
from programme.tree import nodes as tree
from programme.whole import Session


def hindrances(all_texts: Iterable[Manuscripts]) -> Iterator[str]:
    """Why there is no braille, or none in some language: a sentence each, without its full stop."""
    if not shutil.which(PROGRAM):
        yield HOW_TO_INSTALL
        return
    for language in (one.programme.language for one in all_texts if one.sessions):
        found = translator(language.code)
        if not found:
            yield f"Braille is made in English and Welsh. There is no table for {language.own_name} yet"
        elif trouble := _trouble(found):
            yield f"liblouis cannot use its table {found.table}: {trouble}. Its package liblouis-data has it"


def _trouble(found: Translator) -> str:
    try:
        found.cells(["a"])
    except LiblouisError as error:
        return " ".join(str(error).split())
    return ""


def jobs(texts: Manuscripts, sizes: tuple[int, ...] = ()) -> Iterator[Job]:
    """Those of the sessions in the language of `texts`; none where `hindrances` says why."""
    language = texts.programme.language.code
    known = {key: found for key in TABLES if (found := translator(key)) and not _trouble(found)}
    if language not in known:
        return
    tools = made_with((), "formats/plain_text", "formats/braille") + version(known[language].program)
    for one in texts.sessions:
        yield _job(texts, one, Tongues(language, known), tools)


def _job(texts: Manuscripts, one: Session, tongues: Tongues, tools: str) -> Job:
    how = texts.printed(one.meta.review)
    uri = texts.at(at.braille(one.module_id, one.id))
    key = texts.key(tools, uri, how, texts.texts[one.id], texts.codes[one.id])

    def make() -> Made:
        document, problems = texts.document(one)
        try:
            made, more = braille(document, how, InWords(texts.programme.language), tongues)
        except LiblouisError as error:
            advice = "see if another version of liblouis can"
            made, more = "", [Problem(one.prose.path, 1, "no-braille", f"liblouis cannot: {error}", advice)]
        return (b"" if problems or more else made.encode("ascii")), [*problems, *more]

    return Job(uri, texts.at(one.body.uri), one.prose.path, 0, key, how.day, make, texts.codes[one.id])


def braille(
    document: tree.Document, how: Print, said: InWords, tongues: Tongues
) -> tuple[str, list[Problem]]:
    """The whole file, and what of the document has no braille."""
    made = Pieces(document, said, how.address, numbered=False, spoken=marked)
    title, *others = session(made, how)
    note = Piece("paragraph", said.reading.braille)
    shown = [title, note, *others]
    problems = [*made.problems, *_unknown(document, shown, tongues)]
    if problems:
        return "", problems
    cells = tongues.cells(_words(one) for one in shown)
    return brf(pages(list(rows(zip(shown, cells, strict=True))))), []


def _words(one: Piece) -> str:
    """Bullets are left out: the shape of a list shows its points. Frames have no words."""
    if one.kind in ("begin", "end"):
        return ""
    return f"{one.mark} {one.text}" if one.mark[:1].isdigit() else one.text


def _unknown(document: tree.Document, shown: list[Piece], tongues: Tongues) -> Iterator[Problem]:
    for sign in sorted(tongues.unknown(one.text for one in shown)):
        line = next(one.line for one in shown if sign in one.text)
        text = f"braille has no sign for {sign} in this language"
        yield Problem(document.source, line or 1, "no-braille", text, "write it as a word")
