"""The same pages as a plain Markdown tree with a plain mkdocs.yml, for any engine that reads Markdown."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from programme import nav
from programme.files import files
from programme.pages import Page, pages
from programme.whole import Programme

EXTENSIONS = (
    "abbr",
    "attr_list",
    "def_list",
    "md_in_html",
    "tables",
    "pymdownx.superfences",
    "programme.blocks",
)


def export(programme: Programme, target: Path, menu: list[Any]) -> int:
    """Write all pages and files below `target`/docs, and `target`/mkdocs.yml. Returns how many pages.

    `menu` is the menu skeleton of the site's own mkdocs.yml. `target` must be new or empty: OSError else.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(f"{target} is not empty")
    docs = target / "docs"
    made = list(pages(programme))
    for page in made:
        _write(docs / page.uri, markdown(page).encode())
    for uri, content in files(replace(programme, others=())):
        _write(docs / uri, content)
    _copy_others(programme.root / "docs", docs)
    config = {
        "site_name": programme.course.value.title,
        "use_directory_urls": False,
        "nav": nav.fill(menu, programme),
        "markdown_extensions": list(EXTENSIONS),
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    _write(target / "mkdocs.yml", yaml.safe_dump(config, sort_keys=False, allow_unicode=True).encode())
    return len(made)


def markdown(page: Page) -> str:
    """The page as a Markdown file with its front matter."""
    matter = {key: value for key, value in page.front_matter.items() if key != "template"}
    if page.data:
        matter["structured_data"] = dict(page.data)
    return f"---\n{yaml.safe_dump(matter, sort_keys=False, allow_unicode=True)}---\n\n{page.text}"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _copy_others(source: Path, docs: Path) -> None:
    """Pictures and other files beside the pages of docs/."""
    for file in source.rglob("*"):
        target = docs / file.relative_to(source)
        if file.is_file() and file.suffix != ".md":
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
