"""MkDocs events → calls into the core. The only file that imports MkDocs.

A build reads and checks every source first and stops with one list of problems. A preview shows that
list on top of each page and goes on with the last programme that was whole. A build writes beside the
site and takes its place only when everything has succeeded.
"""

import logging
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from programme import nav
from programme.files import files as made_files
from programme.load import load
from programme.menu_html import Item, Menu
from programme.pages import Page, pages
from programme.problems import Problem, tell
from programme.swap import Swap
from programme.tidy import tidy
from programme.whole import Programme

WATCHED = ("course", "plan", "posters", "centre", "translations")
log = logging.getLogger("mkdocs.plugins.programme")


class _State:
    """What lives from one rebuild of a preview to the next. One process builds one site."""

    command = "build"
    last_good: Programme | None = None
    problems: tuple[Problem, ...] = ()
    pages: ClassVar[dict[str, Page]] = {}
    nav = Navigation([], [])
    swap: Swap | None = None
    warnings = CountHandler(level=logging.WARNING)


def on_startup(*, command: str, dirty: bool) -> None:
    _State.command = command


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    root = Path(config.config_file_path).parent
    programme, problems = load(root)
    if problems and _State.command != "serve":
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise PluginError(f"{count} in the sources. The site was not changed.\n{tell(problems)}")
    if problems:
        log.info("Problems in the sources:\n%s", tell(problems))
        programme = _State.last_good
    _State.last_good = programme
    _State.problems = tuple(problems)
    _State.pages = {page.uri: page for page in pages(programme)} if programme else {}
    config.nav = nav.fill(config.nav or [], programme) if programme else ["index.md"]
    config.watch.extend(str(root / name) for name in WATCHED if (root / name).is_dir())
    if programme and programme.centre and programme.centre.value.address:
        config.site_url = config.site_url if _State.command == "serve" else programme.centre.value.address
    if _State.command != "serve":
        _State.warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(_State.warnings)
        _State.swap = Swap(Path(config.site_dir))
        config.site_dir = str(_State.swap.workshop)
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> None:
    """`serve --clean` calls itself a build; from here on a mistake is shown, and does not stop it."""
    _State.command = "serve"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    if _State.last_good is None:
        return _nothing_yet(files, config)
    for page in _State.pages.values():
        _add(files, File.generated(config, page.uri, content=page.text), edit=f"../{page.source}")
    for uri, content in made_files(_State.last_good):
        _add(files, File.generated(config, uri, content=content))
    return files


def _nothing_yet(files: Files, config: MkDocsConfig) -> Files:
    """A preview that began with a problem: one page, with the list of problems on top of it."""
    for file in list(files.documentation_pages()):
        files.remove(file)
    text = "# Nothing to show yet\n\nMend what is listed above and save. The preview then shows the site.\n"
    _add(files, File.generated(config, "index.md", content=text))
    return files


def _add(files: Files, file: File, edit: str | None = None) -> None:
    """Add one of our files in place of the one in docs/ that it was made from."""
    if old := files.get_file_from_path(file.src_uri):
        files.remove(old)
    if edit:
        file.edit_uri = edit
    file.inclusion = InclusionLevel.INCLUDED
    files.append(file)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Pages that only other pages lead to are meant to be outside the menu."""
    for file in files.documentation_pages():
        if file.page is None:
            file.inclusion = InclusionLevel.NOT_IN_NAV
    _State.nav = nav


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    ours = _State.pages.get(page.file.src_uri)
    if ours:
        page.meta.update(ours.front_matter)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """For every template, the one for a missing page included."""
    env.bytecode_cache = FileSystemBytecodeCache()  # the theme's templates take 0.2 s to compile
    menu = Menu([_item(one) for one in _State.nav.items])
    env.globals |= {"programme": _State.last_good, "problems": _State.problems, "menu": menu}


def _item(one: StructureItem) -> Item:
    """Titles of pages are known only once all pages are read."""
    children = tuple(_item(child) for child in one.children or ())
    return Item(str(one.title), getattr(one, "url", None) or "", children)


def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    ours = _State.pages.get(page.file.src_uri)
    context["structured_data"] = ours.data if ours else None
    return context


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Last of all. Under --strict MkDocs refuses a build with warnings only after this event."""
    if _State.swap and not (config.strict and _State.warnings.get_counts()):
        tidy(_State.swap.workshop)
        config.site_dir = str(_State.swap.finish())
        _State.swap = None


def on_build_error(error: Exception) -> None:
    _discard()


def on_shutdown() -> None:
    """Also after Ctrl+C in the middle of a build."""
    _discard()


def _discard() -> None:
    logging.getLogger("mkdocs").removeHandler(_State.warnings)
    if _State.swap:
        _State.swap.discard()
        _State.swap = None
