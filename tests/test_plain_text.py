"""Plain text: all that a session says, in any program, without facilitators' notes."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from office import elsewhere
from programme.formats.in_words import InWords
from programme.formats.job import Job
from programme.formats.manuscripts import Manuscripts, Print
from programme.formats.plain_text.jobs import jobs, plain_text
from programme.language import ENGLISH, Language
from programme.tree.documents import document
from programme.tree.nodes import Document
from programme.tree.walk import headings, walk
from programme.whole import Programme

DAY = date(2026, 11, 22)
HOW = Print("2026.1", DAY, DAY)
FILLED = InWords(ENGLISH, to_fill=True)
BLOCKS = """# A title

## A part

See [the site](https://example.org/a) and [the next](next.md#part). m<sup>2</sup>

- one
    - two

| Sign | What to do |
| --- | --- |
| Fever | Call today |

/// activity | My plan
    minutes: 5
    kind: write
    needs: [pens]
    paper: A form.
    form:
      - named_lines: [Who, "How often?"]
      - ticks: [Hands]
      - table: [Day, Morning]
        rows: [Monday]
        choices: ["yes", "no"]
      - scale: How sure am I?

Write it down.
///

/// check | Is it fine?

Yes
:   It is.
///

/// nation | Wales

Press 2.
///

/// stop

Next comes more.
///
"""


@pytest.fixture(scope="module")
def texts(programme: Programme) -> Manuscripts:
    return Manuscripts(programme)


@pytest.fixture(scope="module")
def made(texts: Manuscripts) -> dict[str, tuple[Job, str]]:
    return {job.uri: (job, read(job)) for job in jobs(texts)}


def read(job: Job) -> str:
    content, problems = job.make()
    assert problems == []
    return content.decode("utf-8-sig")


def test_every_session_has_its_text(made: dict[str, tuple[Job, str]], programme: Programme) -> None:
    assert [job.page for job, _ in made.values()] == [one.body.uri for one in programme.sessions]
    for job, text in made.values():
        assert "\r\n## Who to call\r\n" in text, job.uri
        assert "\r\n## Sources used on this page\r\n" in text, job.uri
        assert job.code in text


def test_all_headings_and_words_are_there(made: dict[str, tuple[Job, str]], texts: Manuscripts) -> None:
    for one, (_, text) in zip(texts.sessions, made.values(), strict=True):
        whole, _ = texts.document(one)
        lines = {line.lstrip("# ") for line in text.split("\r\n") if line.startswith("#")}
        for heading in headings(whole.blocks):
            words = "".join(getattr(part, "text", "") for part in heading.inside)
            assert any(words in line for line in lines), words
        for block in walk(whole.blocks):
            for part in getattr(block, "inside", ()):
                assert getattr(part, "text", "").strip() in text


def test_nothing_of_the_notes_for_leaders(made: dict[str, tuple[Job, str]], programme: Programme) -> None:
    for one, (_, text) in zip(programme.sessions, made.values(), strict=True):
        for note in (block for block in one.body.blocks if block.name == "facilitator"):
            for line in one.body.text.split("\n")[note.inner : note.end]:
                words = line.strip(" -*0123456789.")
                assert len(words) < 25 or "[" in words or words not in text, words


def test_a_paragraph_is_a_line_and_lines_end_as_windows_wants_them(texts: Manuscripts) -> None:
    content, _ = next(jobs(texts)).make()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.decode().split("\r\n")) > 100


def test_what_becomes_of_each_block() -> None:
    text, problems = plain_text(sample(BLOCKS), HOW, FILLED)
    assert problems == []
    for line in (
        "# A title",
        "See the site (link 1) and the next. m2",
        "- one",
        "  - two",
        "- Fever",
        "  What to do: Call today",
        "### Activity: My plan",
        "About 5 minutes. Write or draw. Have to hand: pens.",
        "- Who: ____",
        "- How often? ____",
        "[ ] Hands",
        "- Monday: Morning: ____; [ ] yes [ ] no",
        "How sure am I? A line from 0 to 10. Mark one number. ____",
        "(End of: My plan)",
        "[ ] Yes",
        "In Wales:",
        "Press 2.",
        "(End of: In Wales)",
        "A good place to stop: Next comes more.",
        "- Yes: It is.",
        "1. the site: https://example.org/a",
    ):
        assert f"\r\n{line}\r\n" in f"\r\n{text[1:]}", line
    assert text.index("## Replies to the checks") < text.index("- Yes: It is.")


def test_links_lead_to_the_site_where_its_address_is_known() -> None:
    text, _ = plain_text(sample(BLOCKS), replace(HOW, address="https://sea.example.org/ms/"), FILLED)
    assert "the next (link 2)" in text
    assert "2. the next: https://sea.example.org/ms/course/first/next.html#part" in text
    assert "https://sea.example.org/ms/s/one.html" in text


def test_a_note_for_leaders_in_a_text_for_readers_is_a_problem() -> None:
    _, problems = plain_text(sample("# A title\n\n/// facilitator | Tip\n\nHush.\n///\n"), HOW, FILLED)
    assert [problem.rule for problem in problems] == ["notes-in-handout"]


def test_words_are_those_of_its_language(programme: Programme) -> None:
    (welsh,) = (one for one in programme.others if one.language.code == "cy")
    found = {job.uri: read(job) for job in jobs(Manuscripts(welsh))}
    text = found["cy/course/understanding-your-ms-service/relapse.txt"]
    for english in ("Activity:", "End of", "Words explained", "About this copy", "Replies", "of 22 November"):
        assert english not in text


def test_a_centres_own_lines(sea_view: Programme) -> None:
    text = read(next(jobs(Manuscripts(sea_view))))
    assert sea_view.centre is not None
    assert sea_view.centre.value.name in text
    assert all(nation not in text for nation in ("Scotland:", "Northern Ireland:"))


def test_keys_change_with_what_is_said(programme: Programme, texts: Manuscripts) -> None:
    assert list(keys(Manuscripts(programme))) == list(keys(texts))
    newer = programme.course.value.model_copy(update={"edition": "2027.1"})
    other = Manuscripts(replace(programme, course=replace(programme.course, value=newer)))
    assert not set(keys(other)) & set(keys(texts))


def test_a_language_without_words_of_its_own_is_still_whole() -> None:
    text, problems = plain_text(sample("# مرحبا\n\nنعم\n"), HOW, InWords(Language("ar"), to_fill=True))
    assert problems == []
    assert "# مرحبا" in text


def keys(texts: Manuscripts) -> Iterator[str]:
    return (job.key for job in jobs(texts))


def sample(text: str) -> Document:
    made, problems = document("course/first/one.md", "course/first/one.md", text)
    assert problems == []
    return replace(made, code="AAAA-22")


def test_the_same_bytes_on_any_machine_and_day(made: dict[str, tuple[Job, str]], root: Path) -> None:
    uris = list(made)[:2]
    contents = [made[uri][0].make()[0] for uri in uris]
    assert elsewhere(root, "txt", uris) == [hashlib.sha256(content).hexdigest() for content in contents]
