"""What a browser needs to put the site among a device's apps: a manifest (W3C, Web Application Manifest) and
icons, all drawn from the one mark of the site."""

import json
import re

from resvg_py import svg_to_bytes

from programme.remembering import remembered

MANIFEST = "manifest.webmanifest"
TOUCH_ICON = "assets/icon-180.png"
"""The size that iPhones and iPads ask for."""
ICONS = {"assets/icon-192.png": 192, "assets/icon-512.png": 512}
MASKABLE = "assets/icon-maskable-512.png"
"""An icon that a device may cut to any shape: what counts stays within its middle 80% (W3C)."""

_GROUND = re.compile(r'<rect[^>]*fill="(#[0-9a-f]{6})"')
_MARGIN = 4


def installable(mark: str, name: str, short_name: str, language: str) -> dict[str, bytes]:
    """The manifest and its icons by their paths. `mark` is an SVG of 24 by 24 on one coloured ground.

    Addresses in the manifest are relative to it, so that the site works in any folder. It has no `id`:
    browsers resolve one against the host alone, and two sites of one host would be taken for the same.
    """
    found = _GROUND.search(mark)
    colour = found[1] if found else "#ffffff"
    icons = {uri: _png(mark, size) for uri, size in ICONS.items()}
    icons |= {TOUCH_ICON: _png(_on_full_ground(mark, colour), 180)}
    icons |= {MASKABLE: _png(_on_full_ground(mark, colour), 512)}
    return {MANIFEST: _manifest(name, short_name, language, colour), **icons}


def _manifest(name: str, short_name: str, language: str, colour: str) -> bytes:
    png = {"type": "image/png"}
    icons = [{"src": uri, "sizes": f"{size}x{size}", **png} for uri, size in ICONS.items()]
    icons.append({"src": MASKABLE, "sizes": "512x512", **png, "purpose": "maskable"})
    manifest = {
        "name": name,
        "short_name": short_name,
        "lang": language,
        "dir": "ltr",
        "start_url": "./index.html",
        "scope": "./",
        "display": "standalone",
        "theme_color": colour,
        "background_color": colour,
        "icons": icons,
    }
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


@remembered()
def _png(svg: str, size: int) -> bytes:
    return bytes(svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True))


def _on_full_ground(mark: str, colour: str) -> str:
    """The mark with room around it, and no corners of its own."""
    side = 24 + 2 * _MARGIN
    inside = mark[mark.index(">") + 1 : mark.rindex("</svg>")]
    ground = f'<rect x="-{_MARGIN}" y="-{_MARGIN}" width="{side}" height="{side}" fill="{colour}"/>'
    view = f'viewBox="-{_MARGIN} -{_MARGIN} {side} {side}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{ground}{inside}</svg>'
