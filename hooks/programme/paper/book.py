"""Many sessions as one file: a module, or the whole course."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from programme.formats.manuscripts import Print
from programme.formats.parts import Parts, parts
from programme.paper.code import array, call, content, string
from programme.paper.handout import about_edition, sheet, words_explained
from programme.paper.render import Renderer
from programme.tree import nodes as tree


@dataclass(frozen=True)
class Chapter:
    """A session in a book: its document, and the name of its module where the book has many."""

    document: tree.Document
    module: str = ""


@dataclass(frozen=True)
class Book:
    """What a book holds. `safety` is the document that says who to call; `code` as on handouts."""

    title: str
    summary: tree.Inlines
    chapters: tuple[Chapter, ...]
    safety: tree.Document
    code: str
    uri: str


@dataclass(frozen=True)
class _Made:
    chapter: Chapter
    renderer: Renderer
    parts: Parts
    id: str


Render = Callable[[tree.Document], Renderer]


def book(one: Book, how: Print, render: Render) -> tuple[str, list[Renderer]]:
    """The Typst code of the book, and the renderers with the problems they met. `render` makes one."""
    made = [_made(number, chapter, render) for number, chapter in enumerate(one.chapters, 1)]
    safety, front = render(one.safety), render(one.safety)
    safety.prefix = "call-"
    inside = [
        front.heading(1, string(one.title)),
        call("lead", front.inline(one.summary)),
        *_contents(made, how, front),
        about_edition(one.uri, one.code, how, front),
        *(_chapter(each, made) for each in made),
        call("pagebreak", weak="true"),
        safety.blocks(one.safety.blocks[1:]),
        *_replies(made, front),
    ]
    code = sheet(one.title, one.safety.language, how, one.code, inside)
    return code, [safety, *(each.renderer for each in made)]


def _made(number: int, chapter: Chapter, render: Render) -> _Made:
    renderer = render(chapter.document)
    renderer.prefix, renderer.deeper = f"s{number}-", 2 if chapter.module else 1
    return _Made(chapter, renderer, parts(chapter.document), f"session-{number}")


def _contents(made: Sequence[_Made], how: Print, front: Renderer) -> Iterator[str]:
    """Titles with their pages; under each module where there are many."""
    yield front.heading(2, string(how.words.contents))
    module = ""
    for each in made:
        if each.chapter.module != module:
            module = each.chapter.module
            yield call("named", call("strong", string(module)))
        before, _, rest = how.words.in_contents.partition("{title}")
        between, _, after = rest.partition("{page}")
        parts_ = [string(before), "title", string(between), "page", string(after)]
        words = f"(title,page)=>{content(parts_)}"
        entry = array([string(each.id), string(each.chapter.document.title), words])
        yield call("contents", array([entry]))


def _chapter(one: _Made, all_of_them: Sequence[_Made]) -> str:
    before = all_of_them[all_of_them.index(one) - 1].chapter.module if one is not all_of_them[0] else ""
    opens = one.chapter.module if one.chapter.module != before else ""
    return content(
        [
            call("pagebreak", weak="true"),
            one.renderer.heading(2 - one.renderer.deeper, string(opens)) if opens else "",
            one.renderer.anchor(one.id),
            one.renderer.blocks(one.parts.first),
            one.renderer.blocks(one.parts.text),
            words_explained(one.parts.explained, one.renderer),
            one.renderer.blocks(one.parts.review),
            one.renderer.blocks(one.parts.sources),
        ]
    )


def _replies(made: Sequence[_Made], front: Renderer) -> Iterator[str]:
    yield call("pagebreak", weak="true")
    yield front.heading(2, string(front.words.replies))
    for each in made:
        if each.parts.checks:
            yield front.heading(3, string(each.chapter.document.title))
            each.renderer.deeper = 1
            yield each.renderer.replies(each.parts.checks)
