"""The menu of a page as HTML. Only the group that holds the page is made for it; the rest is made once.

Rendered by templates, the menu is most of what a large site costs: every page holds all of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class Item:
    """A page (`url` from the root of the site), or a group of items."""

    title: str
    url: str = ""
    children: tuple["Item", ...] = ()

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
        """The menu as the page at `url` shows it: groups as lists, a group inside one open if it holds it."""
        base = base.rstrip("/")  # on the page for a missing page it is the root itself
        return "".join(self._item(number, item, url, base) for number, item in enumerate(self.items))

    def _item(self, number: int, item: Item, url: str, base: str) -> str:
        if item.url == url or item.holds(url):
            return _top(item, url, base)
        if (base, number) not in self._made:
            self._made[base, number] = _top(item, "", base)
        return self._made[base, number]


def _top(item: Item, url: str, base: str) -> str:
    if not item.children:
        return f"<li>{_link(item, item.title, url, base)}</li>"
    inner = "".join(_inside(item, url, base))
    return f'<li><p class="menu-group">{escape(item.title)}</p><ul>{inner}</ul></li>'


def _inside(group: Item, url: str, base: str) -> Iterator[str]:
    for item in group.children:
        if not item.children:
            yield f"<li>{_link(item, item.title, url, base)}</li>"
        elif item.holds(url):
            own_page = item.first.url.endswith("index.html")  # then the group's title leads to it
            rest = Item(item.title, children=item.children[1:] if own_page else item.children)
            inner = "".join(_inside(rest, url, base))
            title_url = url if own_page else ""
            yield f"<li>{_link(item.first, item.title, title_url, base)}<ul>{inner}</ul></li>"
        else:
            yield f"<li>{_link(item.first, item.title, '', base)}</li>"


def _link(item: Item, title: str, url: str, base: str) -> str:
    here = ' aria-current="page"' if item.url == url else ""
    address = item.url if "://" in item.url else f"{base}/{item.url}"
    return f'<a href="{escape(address)}"{here}>{escape(title)}</a>'
