# ruff: noqa: E501 - tables of odd input are easier to read in long lines
"""Whatever a source holds, there is a list of problems and no traceback; and what is accepted is safe.

Seeded mutations of every source: lines lost, doubled and swapped, stray bytes, values of another kind,
fragments of Markdown, HTML and Jinja. `programme check` either names a problem, or every page is made and
its HTML holds nothing that runs, loads from elsewhere, or was meant as a block and is none.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

import markup
from programme.blocks_text import Block, scan
from programme.checks import check
from programme.load import load
from programme.pages import pages
from programme.problems import Problem
from programme.reading import LONGEST_LINE, decode
from programme.syntax import prose_lines, without_code
from programme.whole import Body
from programme.yaml_lines import parse

HERE = Path(__file__).parent
RICH = ("accepted-all-blocks", "accepted-code-samples", "accepted-harmless-html")
ROUNDS, EACH = 4, 40

VALUES = (
    "", "~", "[]", "{}", "[a, b]", "{a: b}", "[[x]]", "-1", "0", "1e309", ".nan", "9" * 400, "no", "2026-02-30",
    "'", '"', "|", ">-", "&a x", "*a", "!!python/object:os.system x", "{{ 7*7 }}", "'{{ course.title }}'", "@", "%",
    '"\\u202e"', '"\\ud800"', '"\\x00"', "'<script>x</script>'", "'[@nothing]'", "'[x](javascript:x)'", "../../x",
    "/etc/passwd", "ÅÄÖ", "'😀 \u0645\u0631\u062d\u0628\u0627'", "x" * 300, "'a\n\n  b'", "- - - x", "? x", "[" * 10_000, "{" * 10_000,
    "'# x'", "'/// x'", "'```'", "'{ .x }'", "' '", "'|'", "': x'", "'* x'", "'1. x'", "a: b", "'&lt;b&gt;'",
)  # fmt: skip
FRAGMENTS = (
    "{{", "}}", "{{ course.title }}", "{{ measures }}", "{{ nothing }}", "{%", "{#", "///", "////", "/// check | x", "/// activity | x",
    "/// keypoint", "/// nation | Wales", "/// help", "    minutes: 5", "```", "~~~", "```html", "`", "``", "\\`", "[@leaflet]", "[@", "[@x]", "<", "<script>",
    "<b>", "<br>", "<!--", "-->", "<span lang='cy'>", "</span>", "[x](", "[x](index.md)", "[x](javascript:x)", "[x]: javascript:x", "![x](x)", "![",
    "{ .x }", "{: #y }", "{ onclick=x }", "---", "===", "***", "# x", "#### x", "##", "| a | b |\n| - | - |", ": x", "- x", "1. x", "> ", "    ",
    "\t", "\u00a0", "\u2028", "\u200b", "\ufeff", "\x00", "\x02", "\r", "&colon;", "&#58;", "*[MS]: x", "[^1]: x", "\\", "_", "*",
)  # fmt: skip
NEVER = {
    "script",
    "iframe",
    "object",
    "embed",
    "form",
    "style",
    "svg",
    "math",
    "base",
    "meta",
    "link",
    "input",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The base, with a page for each case that uses much of what there is."""
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(
        HERE / "cases" / "accepted-poster-files" / "posters", tmp_path / "posters", dirs_exist_ok=True
    )
    for name in RICH:
        shutil.copy(HERE / "cases" / name / "docs/extra.md", tmp_path / f"docs/{name}.md")
    return tmp_path


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_no_traceback(seed: int, sources: Path) -> None:
    chance = random.Random(seed)
    files = sorted(file for file in sources.rglob("*") if file.is_file())
    whole = {file: file.read_bytes() for file in files}
    for _ in range(EACH):
        file = chance.choice(files)
        file.write_bytes(mutated(chance, whole[file]))
        look(sources)
        file.write_bytes(whole[file])


def mutated(chance: random.Random, data: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(MUTATIONS)(chance, data)
    return data


def _lines(chance: random.Random, data: bytes) -> bytes:
    """Lines lost, doubled, swapped or shifted."""
    lines = data.split(b"\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[one]
        case 1:
            lines.insert(two, lines[one])
        case 2:
            lines[one], lines[two] = lines[two], lines[one]
        case 3:
            lines[one] = b" " * chance.randrange(5) + lines[one].lstrip()
        case 4:
            del lines[min(one, two) : max(one, two)]
    return b"\n".join(lines)


def _bytes(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    some = bytes(
        chance.choice((chance.randrange(256), *b'":{}[]<>|#/`-')) for _ in range(chance.randrange(1, 4))
    )
    return data[:at] + some + data[at + chance.randrange(3) :]


def _value(chance: random.Random, data: bytes) -> bytes:
    """Another value after one of the colons or hyphens."""
    lines = data.decode("utf-8", "replace").split("\n")
    places = [index for index, line in enumerate(lines) if ": " in line or line.lstrip().startswith("- ")]
    if places:
        index = chance.choice(places)
        mark = ": " if ": " in lines[index] else "- "
        lines[index] = lines[index].partition(mark)[0] + mark + chance.choice(VALUES)
    return "\n".join(lines).encode("utf-8", "replace")


def _fragment(chance: random.Random, data: bytes) -> bytes:
    lines = data.decode("utf-8", "replace").split("\n")
    index, fragment = chance.randrange(len(lines)), chance.choice(FRAGMENTS)
    if chance.random() < 0.5:
        lines.insert(index, fragment)
    else:
        at = chance.randrange(len(lines[index]) + 1)
        lines[index] = lines[index][:at] + fragment + lines[index][at:]
    return "\n".join(lines).encode()


MUTATIONS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _lines,
    _bytes,
    _value,
    _fragment,
    _fragment,
)


def look(root: Path) -> bool:
    """Load; when nothing is wrong, make every page and look at its HTML. True when nothing was wrong."""
    programme, problems = load(root)
    assert programme or problems
    assert all("\n" not in str(problem) and len(str(problem)) < 700 for problem in problems)
    if problems or programme is None:
        return False
    boxes = {doc.body.uri: list(_boxes(doc.body.blocks)) for doc in programme.docs}
    for page in pages(programme):
        harmless(page.text)
        if page.uri in boxes:
            assert shown(page.text) == boxes[page.uri]
    return True


def harmless(text: str) -> None:
    for element in markup.tree(text).all("*"):
        assert element.tag not in NEVER, element
        for name, value in element.attrs.items():
            assert not name.startswith("on"), element
            assert name != "style", element
            if name in ("href", "src"):
                read = "".join(unescape(unescape(value)).split()).lower()
                scheme = read.partition(":")[0] if ":" in read.partition("/")[0] else ""
                assert scheme in ("", "http", "https", "mailto", "tel"), element
                assert name == "href" or not scheme, element


def shown(text: str) -> list[str]:
    """The names of the blocks in the HTML, but for those that the build puts in itself."""
    classes = [one.attrs.get("class", "").split() for one in markup.tree(text).all("*", class_="box")]
    return [
        name[4:] for words in classes for name in words if name.startswith("box-") and name != "box-words"
    ]


def _boxes(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if block.name != "facilitator":
            yield block.name
            yield from _boxes(block.children)


LONG = (
    "[", "(", "{{", "<", '"', "'", "#", " ", "`", "` ", "``` ``", "\\`", "/", "](", "![", "[x](<", "]:", "[@", "<a ", "<!--",
    "{: .", "{ .x", "{%", "a: ", "- ", "? ", "1. ", "&#", "*", "_", "|", ">", "~", "=", "\u00a0",
)  # fmt: skip


@pytest.mark.parametrize("part", LONG)
def test_no_line_hangs_a_rule(part: str) -> None:
    """A line of 1 MB, and the longest lines that are read. A rule whose time runs away takes hours on
    them, and is stopped by the limit on every test (faulthandler_timeout in pyproject.toml)."""
    whole, _ = load(HERE / "base")
    assert whole is not None
    line = part * (1_000_000 // len(part))
    text = "\n\n".join([(part * LONGEST_LINE)[:LONGEST_LINE]] * 10)
    assert isinstance(decode("docs/index.md", line.encode()), Problem)
    parse(line)
    scan(line, 1)
    list(without_code(prose_lines([line])))
    body = Body("docs/index.md", "index.md", text, 5, scan(text, 5)[0])
    list(check(replace(whole, docs=(replace(whole.docs[0], body=body),))))
