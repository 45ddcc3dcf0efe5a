"""Words in texts: what hurts people, what is not plain, links that say nothing, questionnaires of others."""

import re
from collections.abc import Iterator

from programme.checks.house_words import HURTFUL, LINK_WORDS, OFFERS, PLAIN, QUESTIONNAIRES, REFUSES
from programme.checks.lines import Line, lines, lines_by_text
from programme.checks.words import say
from programme.problems import Problem
from programme.prose import passages
from programme.remembering import Same, remembered
from programme.syntax import CITATION, NAME
from programme.whole import Body, Programme

_LINK = re.compile(r"(?<!!)\[([^\[\]@][^\[\]]*)\]\(")
_ADDRESS = re.compile(r"\]\([^()\s]*\)|https?://\S+|[\w.-]+@[\w.-]+")
_NOTHING = re.compile(rf"\s*{LINK_WORDS}\s*[.!]?\s*", re.IGNORECASE)
_NAMED = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, QUESTIONNAIRES)) + r")(?![\w-])")
_OFFERS = re.compile(rf"\b{OFFERS}\b", re.IGNORECASE)
_REFUSES = re.compile(rf"\b{REFUSES}\b", re.IGNORECASE)


def _pattern(table: dict[str, str]) -> re.Pattern[str]:
    """One pattern for the table; the group that matched tells which entry it was."""
    return re.compile(r"(?<![\w-])(?:" + "|".join(f"({one})" for one in table) + r")(?!\w)", re.IGNORECASE)


_TABLES = ((HURTFUL, _pattern(HURTFUL), "word-hurts"), (PLAIN, _pattern(PLAIN), "word-not-plain"))


def house_words(programme: Programme) -> Iterator[Problem]:
    for text in lines_by_text(programme):
        yield from _house_words(text)


@remembered(Same)
def _house_words(text: list[Line]) -> list[Problem]:
    return [problem for line in text for problem in _house_words_of(line)]


def _house_words_of(line: Line) -> Iterator[Problem]:
    if line.path.endswith("sources.yml") or _is_title(line):
        return
    text = _ADDRESS.sub("]", NAME.sub("", CITATION.sub("", line.text)))
    for table, pattern, rule in _TABLES:
        if table is PLAIN and (not _of_the_course(line.path) or _is_other_word(line)):
            continue
        for found in pattern.finditer(text):
            advice = list(table.values())[(found.lastindex or 1) - 1]
            yield say(line.path, line.number, rule, word=found[0].strip(), hint=f"write {advice}")


def _is_title(line: Line) -> bool:
    """A poster's title and its topics are its authors'."""
    return line.key == "title" and "posters/" in line.path


def _is_other_word(line: Line) -> bool:
    """In the glossary stand words that people meet elsewhere and look up."""
    return line.path.endswith("glossary.yml") and line.key in ("term", "also", "misspelt")


def _of_the_course(path: str) -> bool:
    return path.removeprefix("centre/").startswith("course/")


def link_words(programme: Programme) -> Iterator[Problem]:
    for line in lines(programme):
        for found in _LINK.finditer(line.text) if "](" in line.text else ():
            if _NOTHING.fullmatch(found[1]) or found[1].strip().startswith(("http://", "https://", "www.")):
                yield say(line.path, line.number, "link-words", words=found[1].strip())


def no_questionnaires(programme: Programme) -> Iterator[Problem]:
    """To say what a questionnaire is for is fine; to give it out is not."""
    for body in programme.bodies:
        yield from _questionnaires(body)


@remembered(Same)
def _questionnaires(body: Body) -> list[Problem]:
    return [
        say(body.path, passage.line, "questionnaire", name=named[0])
        for passage in passages(body)
        for sentence in (passage.sentences if _NAMED.search(passage.words) else ())
        if (named := _NAMED.search(sentence)) and _OFFERS.search(sentence) and not _REFUSES.search(sentence)
    ]
