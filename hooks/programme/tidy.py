"""Takes out of a finished site what nothing in it uses: maps for debuggers, stemmers of other languages.

The theme copies 2 MB of such files into every site. Each is weight in the zip and on a USB stick.
"""

import re
from pathlib import Path

_MAP_COMMENT = re.compile(rb"\n?(?://|/\*)[#@] sourceMappingURL=[^\s*]+(?: ?\*/)?\s*$")
_LANGUAGES = re.compile(r'"lang":\s*\[([^\]]*)\]')
SEGMENTERS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}
"""Files that lunr needs besides the stemmer, by language (mkdocs-material 9.8, src/templates/assets)."""


def tidy(site: Path) -> None:
    """Remove from `site` source maps and the comments that name them, unused stemmers, the theme's icon."""
    for kind in ("js", "css"):
        for found in sorted((site / "assets").rglob(f"*.{kind}.map")):
            _remove_map(found)
    used = _lunr_files(_languages(site))
    lunr = site / "assets" / "javascripts" / "lunr"
    for found in sorted(lunr.rglob("*.js")):
        if found.name not in used:
            found.unlink()
    for folder in (lunr / "min", lunr):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    _remove_icon(site)


def _remove_map(found: Path) -> None:
    """`x.js.map`, and the last line of `x.js`, which would lead a debugger to it."""
    made = found.with_suffix("")
    if made.is_file():
        made.write_bytes(_MAP_COMMENT.sub(b"\n", made.read_bytes()))
    found.unlink()


def _languages(site: Path) -> set[str]:
    """The languages that the search index asks its stemmers for. They stand at its very beginning."""
    index = site / "search" / "search_index.json"
    if not index.is_file():
        return set()
    with index.open(encoding="utf-8") as text:
        found = _LANGUAGES.search(text.read(2000))
    return set(re.findall(r"[\w-]+", found[1])) if found else set()


def _lunr_files(languages: set[str]) -> set[str]:
    """English is built in; any other language needs lunr's helpers too."""
    others = languages - {"en"}
    if not others:
        return set()
    helpers = {"lunr.stemmer.support.min.js"} | ({"lunr.multi.min.js"} if len(languages) > 1 else set())
    segmenters = {SEGMENTERS[one] for one in others if one in SEGMENTERS}
    return helpers | segmenters | {f"lunr.{one}.min.js" for one in others}


def _remove_icon(site: Path) -> None:
    """Our pages name an icon of their own; the theme's is its maker's mark."""
    icon, home = site / "assets" / "images" / "favicon.png", site / "index.html"
    if icon.is_file() and home.is_file() and "favicon.png" not in home.read_text(encoding="utf-8"):
        icon.unlink()
        if not any(icon.parent.iterdir()):
            icon.parent.rmdir()
