"""MkDocs events → calls into the core. Only this file, mkdocs_centres and mkdocs_memory import MkDocs.

A build reads and checks every source first and stops with one list of problems. A preview shows that
list on top of each page and goes on with the last programme that was whole. A build writes beside the
site and takes its place only when everything has succeeded.
"""

import logging
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment
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
from programme.assets import Addresses, assets, worker
from programme.centre_look import centre_css, centre_mark
from programme.digits import in_order
from programme.elsewhere import moved_html, moved_markdown
from programme.files import files as made_files
from programme.formats.offered import Papers, papers
from programme.hosting import ADDRESS
from programme.installable import installable
from programme.language import ENGLISH, ENGLISH_PART
from programme.load import load
from programme.menu_html import Item, Menu
from programme.offline import Copies, add_copies, copies
from programme.pages import Page, pages_of_all
from programme.problems import Problem, counted, errors, tell
from programme.search.script import NAME as SEARCH_INDEX
from programme.search.script import script as search_script
from programme.search.signs import signs
from programme.swap import Swap
from programme.today import as_of, told_today
from programme.tongues import english_headings, speaking
from programme.whole import Programme

PAPERS = "PROGRAMME_FILES"
"""Set it to off, and a build makes no files to print."""
MARK = "assets/mark.svg"
WATCHED = ("course", "plan", "posters", "centre", "translations")
log = logging.getLogger("mkdocs.plugins.programme")


class _State:
    """What lives from one rebuild of a preview to the next. One process builds one site."""

    command = "build"
    site_name = ""
    last_good: Programme | None = None
    problems: tuple[Problem, ...] = ()
    pages: ClassVar[dict[str, Page]] = {}
    nav: ClassVar[dict[str, Navigation]] = {}
    html: ClassVar[dict[str, MkDocsPage]] = {}
    context: ClassVar[dict[str, dict[str, Any]]] = {}
    assets: ClassVar[dict[str, Addresses]] = {}
    swap: Swap | None = None
    copies: Copies | None = None
    papers = Papers()
    warnings = CountHandler(level=logging.WARNING)


def on_startup(*, command: str, dirty: bool) -> None:
    _State.command = command


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    root = Path(config.config_file_path).parent
    programme, problems = load(root)
    if errors(problems) and _State.command != "serve":
        raise PluginError(f"{counted(problems)} in the sources. The site was not changed.\n{tell(problems)}")
    if problems:  # never log.warning: under --strict that would stop the build
        log.info("%s in the sources:\n%s", counted(problems), tell(problems))
    if errors(problems):
        programme = _State.last_good
    elif programme:
        programme = as_of(programme, _today())
    _State.last_good = programme
    _State.problems = tuple(problems)
    _State.pages = {page.address: page for page in pages_of_all(programme)} if programme else {}
    config.nav = nav.fill_all(config.nav or [], programme) if programme else ["index.md"]
    del config.theme.dirs[1:-1]  # Material's own: nothing of it is used, and to list it takes 0.1 s
    config.watch.extend(str(root / name) for name in WATCHED if (root / name).is_dir())
    _State.site_name = config.site_name
    if programme:
        config.site_name = _site_name(programme)
    address = (programme.site_address if programme else "") or os.environ.get(ADDRESS, "")
    if address and _State.command != "serve":
        config.site_url = address
    if not config.site_url:  # a sitemap without addresses is of use to nobody
        config.theme.static_templates.discard("sitemap.xml")
    if _State.command != "serve":
        _State.warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(_State.warnings)
        _State.swap = Swap(Path(config.site_dir))
        config.site_dir = str(_State.swap.workshop)
        _State.copies = copies(programme) if programme else None
    return config


def _in_all() -> tuple[Programme, ...]:
    """The programme in each language of the site, English first; none while there is nothing to show."""
    return (_State.last_good, *_State.last_good.others) if _State.last_good else ()


def _today() -> date | None:
    try:
        return told_today(os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> None:
    """`serve --clean` calls itself a build; from here on a mistake is shown, and does not stop it."""
    _State.command = "serve"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    _add_assets(files, config)
    if _State.last_good is None:
        return _nothing_yet(files, config)
    for page in _State.pages.values():
        twin = page.shared and page.language != ENGLISH
        text = "" if twin else page.text
        _add(files, File.generated(config, page.address, content=text), edit=f"../{page.source}")
    for uri, content in made_files(_State.last_good):
        _add(files, File.generated(config, uri, content=content))
    _add_papers(files, config, _State.last_good)
    return files


def _add_papers(files: Files, config: MkDocsConfig, programme: Programme) -> None:
    """What people print. A preview makes none: its author looks at pages."""
    _State.papers = Papers()
    if _State.command == "serve" or os.environ.get(PAPERS) == "off":
        return
    root = Path(config.config_file_path).parent
    _State.papers = papers(programme, root / ".cache" / "papers", lambda job: log.info("Making %s", job.uri))
    if _State.papers.problems:
        problems = _State.papers.problems
        raise PluginError(f"{counted(problems)} in the files to print.\n{tell(problems)}")
    for uri, path in _State.papers.files.items():
        _add(files, File.generated(config, uri, abs_src_path=str(path)))
    if _State.copies:  # they would make each copy many times as large
        _State.copies = replace(_State.copies, apart=_State.copies.apart | _State.papers.files.keys())


def _add_assets(files: Files, config: MkDocsConfig) -> None:
    """Ours in place of the theme's: our templates ask for nothing of it, so nothing of it is in the site."""
    ours = Path(config.theme.custom_dir or "")
    kept = (Path(config.docs_dir), ours / "assets")
    for file in list(files):
        if not any(Path(file.abs_src_path or "").is_relative_to(folder) for folder in kept):
            files.remove(file)
    own = centre_css(_State.last_good) if _State.last_good else ""
    for language in [one.language for one in _in_all()] or [ENGLISH]:
        made = assets(ours, own, language)
        _State.assets[language.code] = Addresses(made)
        for asset in made:  # the same in all languages, but for words in scripts
            _add(files, File.generated(config, asset.uri, content=asset.content))
    mark = (ours / MARK).read_text(encoding="utf-8")
    if own and _State.last_good:
        mark = centre_mark(_State.last_good, mark)
        _add(files, File.generated(config, MARK, content=mark))
    if _State.copies:
        names = (str(config.site_name), config.extra["short_name"], config.extra["language"])
        for uri, content in installable(mark, *names).items():
            _add(files, File.generated(config, uri, content=content))


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


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Pages that only other pages lead to are meant to be outside the menu. Each language has its own."""
    for file in files.documentation_pages():
        if file.page is None:
            file.inclusion = InclusionLevel.NOT_IN_NAV
    _State.nav = {}
    groups = {item.title: item for item in nav.items[len(nav.items) - max(len(_in_all()) - 1, 0) :]}
    for code, group in groups.items():
        for child in group.children:
            child.parent = None
        pages = [page for page in nav.pages if page.file.src_uri.startswith(f"{code}/")]
        _State.nav[code] = Navigation(group.children, pages)
        _State.nav[code].homepage = next((one for one in pages if one.url == f"{code}/index.html"), None)
    rest = [item for item in nav.items if item not in groups.values()]
    inside = [page for one in _State.nav.values() for page in one.pages]
    _State.nav["en"] = Navigation(rest, [page for page in nav.pages if page not in inside])
    for one in _State.nav.values():
        if one.pages:
            one.pages[0].previous_page = one.pages[-1].next_page = None
    return _State.nav["en"]


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    ours = _State.pages.get(page.file.src_uri)
    if not ours:
        return markdown
    page.meta.update(ours.front_matter)
    config.mdx_configs["programme.blocks"] = {"language": ENGLISH if ours.shared else ours.language}
    if ours.language == ENGLISH or ours.shared:
        return markdown
    return moved_markdown(markdown, ours.address, lambda uri: files.get_file_from_path(uri) is not None)


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Kept for the search, which finds what readers see, and for pages that are not translated."""
    ours = _State.pages.get(page.file.src_uri)
    if ours and ours.shared and ours.language != ENGLISH:
        twin = _State.html[ours.uri]
        page.toc, page.present_anchor_ids = twin.toc, twin.present_anchor_ids
        html = moved_html(twin.content or "", ours.uri, ours.address)
    elif ours and ours.language.direction == "rtl":
        html = in_order(html)
    page.content = html
    _State.html[page.file.src_uri] = page
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """For every template, the one for a missing page included."""
    env.trim_blocks = env.lstrip_blocks = True
    speaking(env)
    env.globals |= {"offline": _State.copies, "problems": _State.problems, "lang_of": _lang_of}
    _State.context = {}
    for programme in _in_all():
        code = programme.language.code
        in_english = nav.in_english(programme)
        items = [_item(one, in_english) for one in _State.nav[code].items]
        asset, own = _State.assets[code], [one for one in _State.pages.values() if one.language.code == code]
        html = {one.uri: _State.html[one.address].content or "" for one in own if one.address in _State.html}
        uri, content = search_script(programme, own, html)
        _add(files, File.generated(config, uri, content=content))
        asset[SEARCH_INDEX] = uri
        _State.context[code] = {"programme": programme, "language": programme.language, "asset": asset}
        _State.context[code] |= {"menu": Menu(items), "nav": _State.nav[code]}
        _State.context[code] |= {"signs": tuple(signs(programme)), "site_name": _site_name(programme)}
        _State.context[code] |= {"titles_in_english": in_english}
    nothing = {
        "asset": _State.assets["en"],
        "menu": Menu([_item(one, set()) for one in _State.nav["en"].items]),
    }
    nothing |= {"programme": None, "language": ENGLISH, "site_name": config.site_name}
    nothing |= {"titles_in_english": set()}
    env.globals |= _State.context.get("en", nothing)
    env.globals["languages"] = tuple(one.language for one in _in_all())
    env.globals["english_name"] = config.site_name


def _site_name(programme: Programme) -> str:
    name = programme.language.gettext(_State.site_name)
    return f"{name}, {programme.centre.value.name}" if programme.centre else name


def _item(one: StructureItem, in_english: set[str]) -> Item:
    """Titles of pages are known only once all pages are read."""
    children = tuple(_item(child, in_english) for child in one.children or ())
    untold = _is_twin(one) and _State.pages[one.file.src_uri].title == str(
        one.title
    )  # else named in the menu
    lang = "en" if untold or (children and str(one.title) in in_english) else ""
    return Item(str(one.title), getattr(one, "url", None) or "", children, lang)


def _is_twin(one: StructureItem | MkDocsPage) -> bool:
    """Whether it is a page with English text in the frame of another language."""
    file = getattr(one, "file", None)
    ours = _State.pages.get(file.src_uri) if file else None
    return bool(ours and ours.shared and ours.language != ENGLISH)


def _lang_of(page: MkDocsPage | None) -> str:
    """Attributes for the title of `page`, and for its text, where that is in English in another frame."""
    return ENGLISH_PART if page and _is_twin(page) else ""


def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    ours = _State.pages.get(page.file.src_uri)
    context["structured_data"] = ours.data if ours else None
    language = ours.language if ours else ENGLISH
    context |= _State.context.get(language.code, {})
    context["ours"] = ours
    at = (page.file.src_uri, ours.uri if ours else "")
    context["papers"], context["paper_code"] = _State.papers.of(*at), _State.papers.code(*at)
    twin = _is_twin(page)
    context["frame_lang"] = f' lang="{language.code}" dir="{language.direction}"' if twin else ""
    context["headings_in_english"] = english_headings(page.content or "")
    context["at_home"] = page.url == f"{language.folder}index.html"
    return context


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Last of all. Under --strict MkDocs refuses a build with warnings only after this event."""
    if _State.swap and not (config.strict and _State.warnings.get_counts()):
        site = Path(config.site_dir)
        for uri in set.intersection(
            *(one.unasked for one in _State.assets.values())
        ):  # scripts of pages that this site does not have
            (site / uri).unlink()
        if _State.copies:
            add_copies(site, _State.copies, worker(Path(config.theme.custom_dir or "")))
        config.site_dir = str(_State.swap.finish())
        _State.swap = _State.copies = None


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
