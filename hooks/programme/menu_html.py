"""The menu of a page as HTML. Only the group that holds the page is open; the rest is made once.

Rendered by templates, a whole menu would be most of what a large site costs: every page would hold all of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class Item:
    """A page (`url` from the root of the site), or a group of items. `lang` is the language of its title,
    where it is not that of the menu."""

    title: str
    url: str = ""
    children: tuple["Item", ...] = ()
    lang: str = ""

    def holds(self, url: str) -> bool:
        return any(child.url == url if child.url else child.holds(url) for child in self.children)

    @property
    def first(self) -> "Item":
        """The page a group leads to while it is closed."""
        return self.children[0].first if self.children else self


@dataclass
class Menu:
    """The whole menu. `base` is the way from a page to the root of the site, without a slash at its end."""

    items: Sequence[Item]
    _made: dict[tuple[str, int], str] = field(default_factory=dict)

    def html(self, url: str, base: str) -> str:
        """The menu as the page at `url` shows it: a group is open if it holds the page, and else one link."""
        base = base.rstrip("/")  # on the page for a missing page it is the root itself
        made = "".join(self._item(number, item, url, base) for number, item in enumerate(self.items))
        return _shortened(made, url, base)

    def _item(self, number: int, item: Item, url: str, base: str) -> str:
        if item.url == url or item.holds(url):
            return _entry(item, url, base)
        if (base, number) not in self._made:
            self._made[base, number] = _entry(item, "", base)
        return self._made[base, number]


def _shortened(made: str, url: str, base: str) -> str:
    """The same links without going up to the root and down again to a folder that the page is in."""
    folders = url.split("/")[:-1]
    for up, depth in enumerate(range(len(folders), 0, -1)):
        made = made.replace(f'href="{base}/{"/".join(folders[:depth])}/', f'href="{"../" * up}')
    return made.replace('href="./', 'href="')


def _entry(item: Item, url: str, base: str) -> str:
    """A page, a closed group (which leads to its first page), or the open group with what is in it."""
    if not item.children or not item.holds(url):
        return f"<li>{_link(item.first, item, '' if item.children else url, base)}</li>"
    own_page = item.first.url.endswith("index.html")  # then the group's title leads to it
    inside = item.children[1:] if own_page else item.children
    inner = "".join(_entry(child, url, base) for child in inside)
    link = _link(item.first, item, url if own_page else "", base)
    return f"<li>{link}<ul>{inner}</ul></li>" if inner else f"<li>{link}</li>"


def _link(to: Item, named: Item, url: str, base: str) -> str:
    here = ' aria-current="page"' if to.url == url else ""
    lang = f' lang="{named.lang}"' if named.lang else ""  # no direction: the menu keeps its own
    address = to.url if "://" in to.url else f"{base}/{to.url}"
    return f'<a href="{escape(address)}"{here}{lang}>{escape(named.title)}</a>'
