"""The finished site → copies of it that work without the internet: a file to download, and what a browser
keeps. Both are made of the very files of the site, so that they cannot differ from it.

The last step of a build. A preview makes none: it would cost each save what nobody looks at.
"""

from pathlib import Path

from programme.offline.copies import PAGE, Copies, copies
from programme.offline.worker import shown_size, worker
from programme.offline.zipped import zipped

WORKER = "sw.js"
"""At the root of the site, because a worker may answer for its own folder only. Never renamed: browsers that
have saved the site ask for a newer one under this name."""


def add_copies(site: Path, of: Copies, script: str) -> None:
    """Write the zips and the worker into the folder `site`; `script` is the worker's own code.

    The worker comes last, for it holds the hash of every file. OSError if the folder cannot be written.
    """
    sizes = {}
    for name, left_out in of.zips.items():
        (site / name).write_bytes(zipped(site, of, left_out))
        sizes[f"@size of {name}@"] = shown_size((site / name).stat().st_size)
    files = {uri: (site / uri).stat().st_size for uri in of.files(site)}
    extra = sum(files.pop(uri, 0) for uri in of.apart)
    sizes |= {"@size of files@": shown_size(sum(files.values())), "@size of extra@": shown_size(extra)}
    for page in (site / PAGE, *site.glob(f"*/{PAGE}")):  # one in each language
        _fill(page, sizes)
    (site / WORKER).write_bytes(worker(site, of, script))


def _fill(page: Path, sizes: dict[str, str]) -> None:
    if page.is_file():  # a centre may do without it
        text = page.read_text(encoding="utf-8")
        for mark, size in sizes.items():
            text = text.replace(mark, size)
        page.write_text(text, encoding="utf-8", newline="\n")


__all__ = ["WORKER", "Copies", "add_copies", "copies"]
