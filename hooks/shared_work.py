"""What one build after another in a process does again is done once: remembered by all that it depends on.

Only mkdocs_centres uses this. Each function that is remembered gives the same for the same arguments, and
what it gives is never changed; a test compares the sites with those of plain builds, byte for byte.

Pages of centres differ mostly by a few paragraphs with their name and lines to call. Those stand as marks in
the text that is rendered and remembered, and are rendered apart. That is done only where it cannot matter: a
paragraph, or a plain list between two paragraphs, at the left edge. All else is rendered whole.
"""

import re
import sys
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from programme.blocks_text import scan
from programme.checks.lines import lines
from programme.installable import _png as icon
from programme.media import thumbnail
from programme.model.base import texts
from programme.search.sections import sections
from programme.sources import read_markdown, read_yaml
from programme.whole import Programme

_MARK = "xqz{}zqx"
_PARAGRAPH = re.compile(r"(?:\w|\*\*|£)")
_NOT_ONE = re.compile(r"^(?:[-+>#=:_~|]|\*(?!\*)|\d+[.)]|///|\s|$)|\|", re.M)
"""What lines begin with that are no paragraph."""
_LIST = re.compile(r"- .*(?:\n- .*)*")
_OWN_RULES = re.compile(r"\]\((?!tel:|mailto:|https?:)|\]\[|\]:|\{:|<|`|\[\^")
"""What may look different in another place: links to pages, names for links, attributes, tags, footnotes."""
_NAMES = re.compile(r"^\*\[|^\[[^\]]+\]:", re.M)
"""What gives words of a whole page a meaning: abbreviations and names for links."""

Rendered = tuple[str, Any, Any, frozenset[str], dict[str, dict[str, str]]]


class SharedWork:
    """Remembers, from when it is made until its process ends. `own` are words that only the centre has which
    is built now: they tell where to look for what differs, and nothing depends on their being right."""

    own: Iterable[str] = ()

    def __init__(self) -> None:
        self._rendered: dict[Hashable, Rendered] = {}
        self._render = Page.render
        _everywhere(sections, _remembered(sections, lambda *given: tuple(map(_code, given))))
        _everywhere(scan, _remembered(scan, lambda *given: given))
        for read in (read_yaml, read_markdown):
            _everywhere(read, _remembered(read, _as_it_stands))
        _everywhere(lines, _of_the_last(lines))
        _everywhere(texts, _of_each(texts))
        _everywhere(icon, _remembered(icon, lambda *given: given))
        _everywhere(thumbnail, _remembered(thumbnail, lambda file: (file.suffix, file.read_bytes())))
        Page.render = lambda page, config, files: self.render(page, config, files)  # type: ignore[method-assign]
        Theme.get_env = _with_compiled(Theme.get_env)  # type: ignore[method-assign]

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """In place of MkDocs's own: the page's Markdown to HTML, with its contents, title and anchors."""
        whole = page.markdown or ""
        skeleton, parts = taken_out(whole, self.own)
        made = [self._html(page, part, config, files, "") for part in parts]
        page.content = put_back(self._html(page, skeleton, config, files, page.file.src_uri), made)
        if page.content is None:
            page.content = self._html(page, whole, config, files, page.file.src_uri)
        page.markdown = whole

    def _html(self, page: Page, markdown: str, config: MkDocsConfig, files: Files, at: str) -> str:
        """The HTML of `markdown`. `at` is the page that it is for, or "" where it is the same on all."""
        key = (at, markdown, _options(config), _there(files) if at else 0)
        if key not in self._rendered:
            page.markdown, page.links_to_anchors = markdown, None
            self._render(page, config, files)
            links = {to.src_uri: found for to, found in (page.links_to_anchors or {}).items()}
            anchors = frozenset(page.present_anchor_ids or ())
            self._rendered[key] = (page.content or "", page.toc, page._title_from_render, anchors, links)
        html, page.toc, page._title_from_render, anchors, links = self._rendered[key]
        page.present_anchor_ids = set(anchors)
        page.links_to_anchors = {files.src_uris[uri]: found for uri, found in links.items()}
        return html


def taken_out(markdown: str, own: Iterable[str]) -> tuple[str, list[str]]:
    """`markdown` with a mark for each paragraph and list with one of `own` in it, and what stood there."""
    units = markdown.split("\n\n")
    taken: list[str] = []
    if _NAMES.search(markdown):
        return markdown, taken
    for at, unit in enumerate(units):
        if any(word in unit for word in own) and not _OWN_RULES.search(unit) and _stands_alone(units, at):
            units[at] = _MARK.format(len(taken))
            taken.append(unit)
    return "\n\n".join(units), taken


def _stands_alone(units: list[str], at: int) -> bool:
    around = units[max(at - 1, 0) : at + 2]
    if _LIST.fullmatch(units[at]):
        return len(around) == 3 and _is_paragraph(around[0]) and _is_paragraph(around[2])
    return _is_paragraph(units[at])


def _is_paragraph(unit: str) -> bool:
    return bool(_PARAGRAPH.match(unit)) and not _NOT_ONE.search(unit)


def put_back(html: str, parts: list[str]) -> str | None:
    """`html` with each of `parts` where its mark stands; None if a mark is not a paragraph of its own."""
    for number, part in enumerate(parts):
        mark = f"<p>{_MARK.format(number)}</p>"
        if html.count(mark) != 1:
            return None
        html = html.replace(mark, part)
    return html


def _options(config: MkDocsConfig) -> Hashable:
    """What extensions are told."""
    given = sorted((config.mdx_configs or {}).items())
    return repr([(one, [(key, _code(value)) for key, value in of.items()]) for one, of in given])


def _code(value: Any) -> Any:
    """A language is made anew for each build; it is known by its code."""
    return getattr(value, "code", value)


def _there(files: Files) -> Hashable:
    """All that a link can lead to. Kept with the list, which grows only before and after all rendering."""
    known = getattr(files, "_there", None)
    if known is None or known[0] != len(files.src_uris):
        all_ = frozenset((file.src_uri, file.dest_uri, file.inclusion) for file in files)
        known = (len(files.src_uris), all_)
        files._there = known  # type: ignore[attr-defined]
    return known[1]


def _as_it_stands(root: Path, path: str, *more: Any) -> Hashable:
    """A file is known by all that is in it."""
    try:
        return (root, path, *more, (root / path).read_bytes())
    except OSError as error:
        return (root, path, *more, str(error))


def _remembered(real: Callable[..., Any], key: Callable[..., Hashable]) -> Callable[..., Any]:
    known: dict[Hashable, Any] = {}

    def again(*given: Any) -> Any:
        at = key(*given)
        if at not in known:
            known[at] = real(*given)
        return known[at]

    return again


def _of_the_last(real: Callable[[Programme], Iterable[Any]]) -> Callable[[Programme], Iterable[Any]]:
    """For what is asked many times of one programme, and never again of one before it."""
    last: list[tuple[Programme, list[Any]]] = []

    def again(programme: Programme) -> Iterable[Any]:
        if not last or last[0][0] is not programme:
            last[:] = [(programme, list(real(programme)))]
        return iter(last[0][1])

    return again


def _of_each(real: Callable[[Any], Iterable[Any]]) -> Callable[[Any], Iterable[Any]]:
    """For what was read once and is never changed; it is kept, so that no other can have its id."""
    known: dict[int, tuple[Any, list[Any]]] = {}

    def again(value: Any) -> Iterable[Any]:
        if id(value) not in known:
            known[id(value)] = (value, list(real(value)))
        return iter(known[id(value)][1])

    return again


class _Compiled(BytecodeCache):
    """Of this process alone: templates are compiled with settings that no key of a cache holds."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._known.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


def _with_compiled(real: Callable[[Theme], Environment]) -> Callable[[Theme], Environment]:
    """The theme's templates are listed and compiled once."""
    compiled = _Compiled()
    listed: list[str] = []

    def get_env(theme: Theme) -> Environment:
        env = real(theme)
        env.bytecode_cache = compiled
        if env.loader and not listed:
            listed.extend(env.loader.list_templates())
        if env.loader:
            env.loader.list_templates = lambda: listed  # type: ignore[method-assign]
        return env

    return get_env


def _everywhere(real: Callable[..., Any], instead: Callable[..., Any]) -> None:
    """Modules hold functions of others by name."""
    for module in [one for one in sys.modules.values() if isinstance(one, ModuleType)]:
        if module.__name__.startswith("programme"):
            for name, value in list(vars(module).items()):
                if value is real:
                    setattr(module, name, instead)
