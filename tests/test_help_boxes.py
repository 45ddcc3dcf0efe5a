"""The same danger is told in the same words wherever it stands, so that nobody has to compare two boxes."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from programme.checks.headings import headings
from programme.model.search import DangerSign
from programme.prose import passages, sentences
from programme.whole import Programme

ALIKE = 0.88
"""Two lines more alike than this (0 to 1) are meant to be one. They were found to differ by one clause."""
SMALL = """
a an the you your it is are be been may of in to at and with
so also not have has had get do if this that someone
"""
"""Words that carry no sign of danger."""


def test_lines_of_help_boxes_that_are_alike_are_the_same(programme: Programme) -> None:
    lines: dict[str, str] = {}
    for session in programme.sessions:
        for one in passages(session.body):
            if one.blocks == ("help",) and one.item:
                lines.setdefault(one.words, f"{session.body.path}:{one.line}")
    assert len(lines) > 20
    almost = [
        (lines[one], one, lines[two], two)
        for one, two in combinations(lines, 2)
        if SequenceMatcher(None, one, two).quick_ratio() > ALIKE
        and SequenceMatcher(None, one, two).ratio() > ALIKE
    ]
    assert almost == []


def test_the_search_says_of_a_danger_what_the_help_boxes_say(programme: Programme) -> None:
    """Each sign for which the search says 999, or today, stands in a help box under that very heading, in
    words that begin alike. So the two cannot come to ask for different things."""
    boxes = {heading: [_begin(line) for line in lines] for heading, lines in _boxes(programme).items()}
    asked = [(one.id, *said) for one in programme.safety.value.signs for said in _asked(one)]
    assert len({sign for sign, *_ in asked}) == len(programme.safety.value.signs) - len(NOT_BY_WORDS)
    assert len(asked) > 40
    other = [
        (sign, heading, words)
        for sign, heading, words in asked
        if not any(_begin(words) <= line for line in boxes[heading])
    ]
    assert other == []


def test_the_page_that_a_sign_leads_to_has_the_same_help(programme: Programme) -> None:
    """Whoever reads on finds a help box there that is as urgent."""
    for sign in programme.safety.value.signs:
        (session,) = [one for one in programme.sessions if one.id == sign.session]
        wanted = "Call 999 now if" if sign.how_fast == "999" else "Get help today if"
        assert any(title == wanted for _, _, title in headings(session.body)), sign.id


NOT_BY_WORDS = {"cauda-equina"}
"""Signs whose help does not say again what the sign is, for its title does."""


def _boxes(programme: Programme) -> dict[str, list[str]]:
    """Heading in a help box → all lines below it, in any session."""
    found: dict[str, list[str]] = {}
    for session in programme.sessions:
        titles = {line: title for line, _, title in headings(session.body)}
        for one in passages(session.body):
            if one.blocks == ("help",) and one.item:
                found.setdefault(titles[max(at for at in titles if at < one.line)], []).append(one.words)
    return found


def _asked(sign: DangerSign) -> Iterator[tuple[str, str]]:
    """(heading, one thing that may be so) of each sentence that says when to call or get help."""
    for sentence in (one for part in sign.help for one in sentences(part)):
        said = re.match(r"(Call|Get help today|Phone your maternity unit)\b[^,]*? if (.*)\.$", sentence)
        if said:
            heading = "Call 999 now if" if said[1] == "Call" else "Get help today if"
            for words in re.split(r",? or |,? and |, ", said[2]):
                if not words.startswith(("even if", "above all")):
                    yield heading, words


def _begin(words: str) -> set[str]:
    """The first 4 letters of each word that counts, so that shiver and shivering are one."""
    return {word[:4] for word in re.findall(r"[a-z0-9°]+", words.lower()) if word not in SMALL.split()}
