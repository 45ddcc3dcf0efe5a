"""The tree that all files are made from: nothing is lost, nothing is invented, every line is known."""

import re
from dataclasses import fields, is_dataclass
from gettext import NullTranslations
from itertools import pairwise
from typing import Any, get_args

import pytest

import markup
from programme.blocks_text import scan
from programme.blocks_text import walk as walk_blocks
from programme.effort import activities, effort
from programme.language import Language
from programme.pages.course import session_text
from programme.text import _options, filled
from programme.tree import nodes as tree
from programme.tree.documents import document, session_code, session_document, session_markdown
from programme.tree.forms import LINES_WITHOUT_FORM
from programme.tree.lines import marked, unmarked
from programme.tree.tables import as_list
from programme.tree.walk import headings, walk
from programme.whole import Body, Programme
from programme.words import Words

WORD = re.compile(r"[\w’'-]+")
ADDED = set(
    WORD.findall("Activity About minutes Talk about it or think it over if you are alone Write or draw Try")
)
ADDED |= set(
    WORD.findall("it out Think it over Have to hand On paper Check Choose what you would say Each answer")
)
ADDED |= set(WORD.findall("opens to a reply Nothing is scored Key point Words explained In and"))
"""Words that pages put around blocks. In the tree they are what a node is."""

Trees = dict[str, tree.Document]


@pytest.fixture(scope="module")
def words(programme: Programme) -> Words:
    return Words(programme.words)


@pytest.fixture(scope="module")
def trees(programme: Programme, words: Words) -> Trees:
    made = {one.id: session_document(programme, one, words) for one in programme.sessions}
    assert [str(problem) for _, problems in made.values() for problem in problems] == []
    return {key: document for key, (document, _) in made.items()}


def said(node: Any) -> str:
    """Every word that a node holds, wherever it stands in it."""
    if isinstance(node, str | int):
        return str(node)
    if isinstance(node, tuple):
        return " ".join(map(said, node)) if not _inline(node) else tree.plain(node)
    if is_dataclass(node):
        return " ".join(said(getattr(node, one.name)) for one in fields(node))
    return ""


def _inline(node: tuple[Any, ...]) -> bool:
    return bool(node) and all(isinstance(one, get_args(tree.Inline)) for one in node)


def test_no_word_of_a_session_is_lost(programme: Programme, trees: Trees, words: Words) -> None:
    for one in programme.sessions:
        text = session_text(programme, one, effort(one, filled(programme, one.body)), words)
        shown = set(WORD.findall(re.sub(r"\[@[^\]]*\]", " ", markup.tree(text).text)))
        assert shown - ADDED - set(WORD.findall(said(trees[one.id].blocks))) == set(), one.id


def test_notes_for_leaders_are_in_no_tree(programme: Programme, trees: Trees) -> None:
    for one in programme.sessions:
        lines = one.body.text.split("\n")
        told = said(trees[one.id].blocks)
        for block in walk_blocks(one.body.blocks):
            if block.name == "facilitator":
                inside = [line.strip() for line in lines[block.inner : block.end]]
                assert not [line for line in inside if len(line) > 40 and line in told]
        assert not [node for node in walk(trees[one.id].blocks) if isinstance(node, tree.Notes)]


def test_blocks_know_their_line(programme: Programme, trees: Trees) -> None:
    """What stands in a session's own text has the line on which it stands there."""
    found = 0
    for one in programme.sessions:
        lines = (programme.root / one.prose.path).read_text(encoding="utf-8").split("\n")
        for node in walk(trees[one.id].blocks):
            first = WORD.match(tree.plain(getattr(node, "inside", getattr(node, "title", ()))))
            if first and getattr(node, "line", 0) and first[0] in lines[node.line - 1]:
                found += 1
            elif first and getattr(node, "line", 0):
                around = "\n".join(lines[node.line - 1 :])
                assert (
                    "{{" in around or "/// help" in around or isinstance(node, tree.Heading | tree.Paragraph)
                )
    assert found > 1500


def test_a_paragraph_and_a_point_have_their_lines() -> None:
    made, problems = document("a.md", "a.md", _marked("# A\n\nOne.\n\n- two\n- three\n\n## Four\n"))
    assert problems == []
    listed = made.blocks[2]
    assert isinstance(listed, tree.ListOf)
    lines = [made.blocks[1].line, *(item.blocks[0].line for item in listed.items), made.blocks[3].line]
    assert lines == [3, 5, 6, 8]


def test_signs_of_lines_change_nothing(programme: Programme, words: Words) -> None:
    """Else the code on paper and that on the page would differ."""
    for one in programme.sessions:
        plain = session_text(programme, one, effort(one, filled(programme, one.body)), words)
        assert unmarked(session_markdown(programme, one, words)) == plain


def test_the_code_changes_with_the_text(programme: Programme) -> None:
    one = next(programme.sessions)
    codes = {session_code(programme, one, text) for text in ("One.", "One!", "Two.")}
    assert len(codes) == 3
    assert all(re.fullmatch(r"[2-9CDFGHJKMNPQRTVWXY]{4}-[2-9CDFGHJKMNPQRTVWXY]{2}", code) for code in codes)


def test_headings_come_in_order(trees: Trees) -> None:
    for one in trees.values():
        levels = [heading.level for heading in headings(one.blocks)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), one.uri


def test_every_citation_has_its_source(trees: Trees) -> None:
    for one in trees.values():
        numbers = {part.number for part in inlines(one.blocks) if isinstance(part, tree.Cite)}
        listed = next(node for node in one.blocks if isinstance(node, tree.Sources))
        assert numbers == set(range(1, len(listed.entries) + 1))


def inlines(node: Any) -> list[Any]:
    if isinstance(node, get_args(tree.Inline)):
        return [node, *(part for one in getattr(node, "inside", ()) for part in inlines(one))]
    if isinstance(node, tuple):
        return [part for one in node for part in inlines(one)]
    if is_dataclass(node):
        return [part for one in fields(node) for part in inlines(getattr(node, one.name))]
    return []


def test_every_activity_has_a_form(programme: Programme, trees: Trees) -> None:
    for one in programme.sessions:
        there = [node for node in walk(trees[one.id].blocks) if isinstance(node, tree.Activity)]
        assert [tree.plain(node.title) for node in there] == [block.title for block in activities(one)]
        for node in there:
            rooms = [
                item.room
                for list_ in walk(node.blocks)
                if isinstance(list_, tree.ListOf)
                for item in list_.items
            ]
            assert node.form or any(rooms), f"{one.prose.path}:{node.line}: nowhere to write"


def test_inline_kinds() -> None:
    text = "A **b** *c* `d` [e](https://e.org/) [f](f.md#g) h<sub>2</sub><br>\n"
    text += '<span lang="cy">Croeso **i**</span>'
    made, problems = document("x/a.md", "x/a.md", f"# A\n\n{text}\n")
    assert problems == []
    paragraph = made.blocks[1]
    assert isinstance(paragraph, tree.Paragraph)
    assert paragraph.inside == (
        tree.Text("A "),
        tree.Strong((tree.Text("b"),)),
        tree.Text(" "),
        tree.Strong((tree.Text("c"),)),
        tree.Text(" "),
        tree.Code("d"),
        tree.Text(" "),
        tree.Link("https://e.org/", (tree.Text("e"),)),
        tree.Text(" "),
        tree.Link("x/f.md#g", (tree.Text("f"),)),
        tree.Text(" h"),
        tree.Raised(False, (tree.Text("2"),)),
        tree.Break(),
        tree.Lang("cy", (tree.Text("Croeso "), tree.Strong((tree.Text("i"),)))),
    )


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("One.\n\n![](a.png)", "picture-alt", 5),
        ("One.\n\n|  |  |\n| --- | --- |\n| a | b |", "table-header", 7),
        ("One.\n\n### Two", "heading-skipped", 5),
        ("One.\n\n<video>two</video>", "not-on-paper", 5),
        (
            "## C\n\n/// activity | B\n    minutes: 5\n    kind: try\n    paper: Lines.\n"
            "    form:\n      - beside_list: 2\n        each: 1\n\n- a\n\n///",
            "form-list",
            5,
        ),
    ],
)
def test_what_has_no_form_is_a_problem_with_its_line(text: str, rule: str, line: int) -> None:
    _, problems = document("a.md", "a.md", _marked(f"# A\n\n{text}\n"))
    assert [(problem.path, problem.line, problem.rule) for problem in problems] == [("a.md", line, rule)]


def test_a_form_is_read_part_by_part() -> None:
    text = (
        "/// activity | B\n    minutes: 5\n    kind: try\n    paper: Lines.\n    form:\n"
        "      - lines: 3\n      - named_lines: [One, Two]\n"
        "      - boxes: [Three]\n        choices: [yes, no]\n"
        "      - table: [Day, What]\n        rows: [Monday]\n"
        "      - scale: How sure?\n      - drawing: circle\n"
        "      - beside_list: 1\n        choices: [yes]\n\n1. a\n2. b\n\n///"
    )
    made, problems = document("a.md", "a.md", _filled(text))
    assert problems == []
    node = made.blocks[2]
    assert isinstance(node, tree.Activity)
    assert node.form == (
        tree.WriteLines((), 3),
        tree.WriteLines(("One", "Two"), 1),
        tree.WriteBoxes(("Three",), 2, ("yes", "no")),
        tree.WriteTable(("Day", "What"), ("Monday",)),
        tree.Scale("How sure?"),
        tree.Space("circle"),
    )
    listed = node.blocks[0]
    assert isinstance(listed, tree.ListOf)
    assert [item.room for item in listed.items] == [tree.Room(("yes",), 0)] * 2


def test_an_activity_without_form_has_lines() -> None:
    text = "/// activity | B\n    minutes: 5\n    kind: try\n    paper: X.\n\na\n\n///"
    made, _ = document("a.md", "a.md", _filled(text))
    node = made.blocks[2]
    assert isinstance(node, tree.Activity)
    assert node.form == (tree.WriteLines((), LINES_WITHOUT_FORM),)


def test_a_wide_table_as_a_list() -> None:
    made, _ = document("a.md", "a.md", "# A\n\n| Who | When | Where |\n|---|---|---|\n| Nurse | Monday | |\n")
    table = made.blocks[1]
    assert isinstance(table, tree.Table)
    (listed,) = as_list(table)
    assert isinstance(listed, tree.ListOf)
    shown = [tree.plain(one.inside) for one in listed.items[0].blocks if isinstance(one, tree.Paragraph)]
    assert shown == ["Nurse", "When: Monday"]


def _filled(block: str) -> str:
    """A page as the build gives it: options are read by our YAML, where `yes` stays a word."""
    text = _marked(f"# A\n\n## C\n\n{block}")
    lines: list[str | None] = [*text.split("\n")]
    (found,), faults = scan(text, 1)
    assert faults == []
    lines[found.start + 1 : found.inner] = _options(found)
    return "\n".join(line for line in lines if line is not None)


def _marked(text: str) -> str:
    return marked(Body("a.md", "a.md", text, 1, scan(text, 1)[0])).text


def test_a_centres_own_words_say_whose_they_are_in_the_language_of_the_page() -> None:
    text = "# A\n\n/// own | Sea View\n\nCome in.\n\n///\n\n/// stop\nWell done.\n///\n"
    made, problems = document("a.md", "a.md", text, Language("cy", _Welsh()))
    assert problems == []
    assert made.language == "cy"
    told = [tree.plain(one.inside) for one in walk(made.blocks) if isinstance(one, tree.Paragraph)]
    assert told[:2] == ["Gan Sea View", "Come in."]
    stops = [tree.plain(one.title) for one in walk(made.blocks) if isinstance(one, tree.Stop)]
    assert stops == ["Lle da i stopio"]


def test_every_word_of_a_part_in_another_language_says_so() -> None:
    part = '<div lang="en" dir="ltr" markdown="1">\n\n## Two\n\nThree **four**.\n\n- five\n\n</div>\n\nSix.\n'
    made, problems = document("a.md", "a.md", f"# One\n\n{part}", Language("cy"))
    assert problems == []
    inside = [one.inside for one in walk(made.blocks) if isinstance(one, tree.Paragraph | tree.Heading)]
    told = {
        tree.plain(words): [one.language for one in words if isinstance(one, tree.Lang)] for words in inside
    }
    assert told == {"One": [], "Two": ["en"], "Three four.": ["en"], "five": ["en"], "Six.": []}


class _Welsh(NullTranslations):
    def gettext(self, message: str) -> str:
        return {"From {centre}": "Gan {centre}", "A good place to stop": "Lle da i stopio"}[message]
