"""What MkDocs does again for each of many sites is done once: a plugin of its own, for mkdocs_centres alone.

The core remembers by itself what it makes again (`programme.remembering`). Here is what MkDocs makes: HTML of
Markdown, and compiled templates. A test compares the sites with those of plain builds, byte for byte.

Pages of centres differ mostly by a few paragraphs with their name and lines to call. Those stand as marks in
the text that is rendered and remembered, and are rendered apart. That is done only where it cannot matter: a
paragraph, or a plain list between two paragraphs, at the left edge. All else is rendered whole.
"""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, cast

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from programme.remembering import Memory

_MARK = "xqz{}zqx"
_BETWEEN, _BETWEEN_IN_HTML = "\n\nxqznextzqx\n\n", "\n<p>xqznextzqx</p>\n"
_PARAGRAPH = re.compile(r"(?:\w|\*\*|£)")
_NOT_ONE = re.compile(r"^(?:[-+>#=:_~|]|\*(?!\*)|\d+[.)]|///|\s|$)|\|", re.M)
"""What lines begin with that are no paragraph."""
_LIST = re.compile(r"- .*(?:\n- .*)*")
_OWN_RULES = re.compile(r"\]\((?!tel:|mailto:|https?:)|\]\[|\]:|\{:|<|`|\[\^")
"""What may look different in another place: links to pages, names for links, attributes, tags, footnotes."""
_NAMES = re.compile(r"^\*\[|^\[[^\]]+\]:", re.M)
"""What gives words of a whole page a meaning: abbreviations and names for links."""


class _NoSettings(Config):
    """MkDocs wants to know them of each plugin."""


class MkDocsMemory(BasePlugin[_NoSettings]):
    """One for all the sites of a process. `own` are words that only the centre has which is built now: they
    tell where to look for what differs, and nothing depends on their being right."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self.own: Iterable[str] = ()
        self.memory = memory
        self._compiled = _Compiled()

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        """MkDocs has no event that can spare it the rendering. So each page gets a `render` of ours, which
        calls its own for what is not known yet."""
        page.render = lambda config, files: self._render(page, config, files)  # type: ignore[method-assign]
        return page

    @event_priority(-100)
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """After mkdocs_events, whose settings are compiled into the templates."""
        env.bytecode_cache = self._compiled
        return env

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """The page's Markdown to HTML, with its contents, title and anchors."""
        whole = page.markdown or ""
        skeleton, parts = taken_out(whole, self.own)
        apart = self._html(page, _BETWEEN.join(parts), config, files, "") if parts else ""
        html = self._html(page, skeleton, config, files, page.file.src_uri)
        page.content = put_back(html, apart.split(_BETWEEN_IN_HTML)) if parts else html
        if page.content is None:
            page.content = self._html(page, whole, config, files, page.file.src_uri)
        page.markdown = whole

    def _html(self, page: Page, markdown: str, config: MkDocsConfig, files: Files, at: str) -> str:
        """The HTML of `markdown`. `at` is the page that it is for, or "" where it is the same on all."""
        fresh: list[_Rendered] = []

        def make() -> _Rendered:
            fresh.append(_rendered(page, markdown, config, files))
            return fresh[0]

        known: _Rendered = self.memory.get((at, markdown, _options(config)), make)
        if not fresh and not known.holds(files):
            known = make()
        page.toc, page._title_from_render = known.toc, known.title
        page.present_anchor_ids = set(known.anchors)
        page.links_to_anchors = {files.src_uris[uri]: found for uri, found in known.links.items()}
        return known.html


@dataclass(frozen=True)
class _Rendered:
    """What MkDocs makes of the text of a page. `asked` are the files that its links lead to, and where these
    stood: None for one that was not there, of which MkDocs warns."""

    html: str
    toc: Any
    title: str | None
    anchors: frozenset[str]
    links: dict[str, dict[str, str]]
    asked: dict[str, str | None]

    def holds(self, files: Files) -> bool:
        return all(url and _url(files, path) == url for path, url in self.asked.items())


def _rendered(page: Page, markdown: str, config: MkDocsConfig, files: Files) -> _Rendered:
    asked = _Asked(files)
    page.markdown, page.links_to_anchors = markdown, None
    Page.render(page, config, cast(Files, asked))
    links = {to.src_uri: found for to, found in (page.links_to_anchors or {}).items()}
    anchors = frozenset(page.present_anchor_ids or ())
    return _Rendered(page.content or "", page.toc, page._title_from_render, anchors, links, asked.asked)


class _Asked:
    """In place of all files, for links: it keeps what it was asked for."""

    def __init__(self, files: Files) -> None:
        self.files, self.asked = files, dict[str, str | None]()

    def get_file_from_path(self, path: str) -> File | None:
        self.asked[path] = _url(self.files, path)
        return self.files.get_file_from_path(path)


def _url(files: Files, path: str) -> str | None:
    file = files.get_file_from_path(path)
    return file.url if file else None


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
    """`html` with each of `parts` where its mark stands. None where a mark is not a paragraph of its own, or
    where there is not one part for each."""
    marks = [f"<p>{_MARK.format(number)}</p>" for number in range(len(parts))]
    if html.count(_MARK[:3]) != len(marks) or any(html.count(mark) != 1 for mark in marks):
        return None
    for mark, part in zip(marks, parts, strict=True):
        html = html.replace(mark, part)
    return html


def _options(config: MkDocsConfig) -> Hashable:
    """What extensions are told. A language is made anew for each build; it is known by its code."""
    given = sorted((config.mdx_configs or {}).items())
    return repr(
        [(one, [(key, getattr(value, "code", value)) for key, value in of.items()]) for one, of in given]
    )


class _Compiled(BytecodeCache):
    """Of this process alone: templates are compiled with settings that no key of a cache holds."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The same in the copies of all processes, which stand in folders of their own."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._known.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
