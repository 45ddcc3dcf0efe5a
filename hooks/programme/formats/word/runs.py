"""Words of the tree → runs of Word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from programme.formats.parts import on_site
from programme.formats.tags import with_place
from programme.formats.word.package import WordFile
from programme.formats.word.xml import Element, Elements, e
from programme.formats.word.xml import words as run
from programme.tree import nodes as tree


@dataclass(frozen=True)
class Look:
    """What the words around a word do to it. `language` is empty in that of the file."""

    style: str = ""
    strong: bool = False
    language: str = ""
    right_to_left: bool = False

    def properties(self) -> Elements:
        """In the order of the standard."""
        style = self.style or ("Strong" if self.strong else "")
        made = [e("rStyle", val=style)] if style else []
        made += [e("b"), e("bCs")] if self.strong and style != "Strong" else []
        made += [e("rtl")] if self.right_to_left else []
        if self.language:
            tag = with_place(self.language)
            made.append(e("lang", bidi=tag) if self.right_to_left else e("lang", val=tag))
        return made


@dataclass
class Runs:
    """`address` is that of the site; without it, links to its other pages are words alone."""

    file: WordFile
    address: str | None = None

    @property
    def plain(self) -> Look:
        return Look(right_to_left=self.file.right_to_left)

    def text(self, text: str, strong: bool = False) -> Element:
        """Words of ours."""
        return run(text, *replace(self.plain, strong=strong).properties())

    def of(self, inside: Iterable[tree.Inline], look: Look | None = None, show: bool = False) -> Elements:
        """`show` prints the address of a link after its words, for people who have the text on paper."""
        return list(self._of(inside, look or self.plain, show))

    def _of(self, inside: Iterable[tree.Inline], look: Look, show: bool) -> Iterator[Element]:
        for cited, group in groupby(inside, lambda one: isinstance(one, tree.Cite)):
            if cited:
                yield from self.cites([one.number for one in group if isinstance(one, tree.Cite)], look)
            else:
                for one in group:
                    yield from self.word(one, look, show)

    def word(self, one: tree.Inline, look: Look, show: bool) -> Iterator[Element]:
        match one:
            case tree.Text():
                yield run(one.text, *look.properties())
            case tree.Strong():
                yield from self._of(one.inside, replace(look, strong=True), show)
            case tree.Code():
                yield run(one.text, *replace(look, style="Typed").properties())
            case tree.Break():
                yield e("r", e("br"))
            case tree.Raised():
                yield from self._of(one.inside, replace(look, style="Raised" if one.up else "Lowered"), show)
            case tree.Lang():
                other = replace(look, language=one.language, right_to_left=one.right_to_left)
                yield from self._of(one.inside, other, show)
            case tree.Link():
                yield from self.link(one, look, show)
            case tree.Cite():
                yield from self.cites([one.number], look)
            case _:
                assert_never(one)

    def cites(self, numbers: list[int], look: Look) -> Iterator[Element]:
        """As [1, 2] in the size of the text: raised numbers would be smaller than people can read."""
        yield run("\u00a0[", *look.properties())
        for index, number in enumerate(numbers):
            if index:
                yield run(", ", *look.properties())
            yield self.within(source(number), str(number), look)
        yield run("]", *look.properties())

    def within(self, name: str, text: str, look: Look | None = None) -> Element:
        """A link to a bookmark of this file."""
        linked = replace(look or self.plain, style="Hyperlink")
        return e("hyperlink", run(text, *linked.properties()), anchor=name, history=1)

    def link(self, one: tree.Link, look: Look, show: bool) -> Iterator[Element]:
        to = one.to if one.outside else on_site(one.to, self.address)
        if not to:
            yield from self._of(one.inside, look, show)
            return
        inside = self._of(one.inside, replace(look, style="Hyperlink"), show=False)
        yield e("hyperlink", *inside, r_id=self.file.link(to), history=1)
        if show and one.outside and tree.plain(one.inside) != one.to:
            yield run(f" ({one.to})", *look.properties())


def source(number: int) -> str:
    """The bookmark at a source of the list."""
    return f"source_{number}"
