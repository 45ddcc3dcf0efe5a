"""Each session as plain text."""

from collections.abc import Iterator

from programme import addresses as at
from programme.formats.in_words import InWords
from programme.formats.job import Job, Made
from programme.formats.manuscripts import Manuscripts, Print, made_with
from programme.formats.plain_text.pieces import Pieces
from programme.formats.plain_text.session import links, session
from programme.formats.plain_text.text import text
from programme.problems import Problem
from programme.tree import nodes as tree
from programme.whole import Session


def jobs(texts: Manuscripts, sizes: tuple[int, ...] = ()) -> Iterator[Job]:
    """Those of the sessions in the language of `texts`."""
    tools = made_with((), "formats/plain_text")
    for one in texts.sessions:
        yield _job(texts, one, tools)


def _job(texts: Manuscripts, one: Session, tools: str) -> Job:
    how = texts.printed(one.meta.review)
    uri = texts.at(at.plain_text(one.module_id, one.id))
    key = texts.key(tools, uri, how, texts.texts[one.id], texts.codes[one.id])

    def make() -> Made:
        document, problems = texts.document(one)
        made, found = plain_text(document, how, InWords(texts.programme.language, to_fill=True))
        return (b"" if problems or found else made.encode()), [*problems, *found]

    return Job(uri, texts.at(one.body.uri), one.prose.path, 0, key, how.day, make, texts.codes[one.id])


def plain_text(document: tree.Document, how: Print, said: InWords) -> tuple[str, list[Problem]]:
    """The whole file, and what of the document cannot be shown in it."""
    made = Pieces(document, said, how.address)
    pieces = [*session(made, how)]
    return text([*pieces, *links(made)], said.reading.end), made.problems
