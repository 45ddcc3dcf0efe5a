"""What a web server has to send with the site, once, and the settings of each kind of server made from it.

The list follows the OWASP Secure Headers Project. Strict-Transport-Security is not in it: it speaks for a
whole host, and only who runs that host may say so.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from programme.rendering import render

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""Content-Security-Policy: only what comes from the site itself, and no inline script or style."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}
"""With every answer, that for a missing page too."""

HASHED = r"\.[0-9a-f]{8}\.(?:css|js)$"
"""Names of files that change when their content does, as a regular expression; see assets.py."""
FOR_EVER = "public, max-age=31536000, immutable"
"""Cache-Control of hashed files: a year, the longest that RFC 9111 advises."""
ASK_AGAIN = "no-cache"
"""Cache-Control of all others: keep it, but ask whether it changed. A worker kept longer than that would
hold readers to an old edition."""

TYPES = {
    "css": "text/css",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "html": "text/html",
    "ics": "text/calendar",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""Ending of a file → its type. With `nosniff` a browser refuses what is sent under a wrong one."""
TEXTS = ("css", "csv", "html", "ics", "js", "json", "svg", "txt", "webmanifest", "xml")
"""Endings of what is sent as UTF-8."""

ADDRESS = "PROGRAMME_ADDRESS"
"""Variable in which a forge that hosts the site tells a build its address; that in centre.yml comes first."""

FILES = {
    "nginx.conf": "hosting/nginx.conf",
    "htaccess.txt": "hosting/htaccess",
    "web.config": "hosting/web.config",
    "_headers": "hosting/headers",
}
"""Name → template. `htaccess.txt` is put in place as `.htaccess`: most computers hide a name with a dot in
front, and it could not be found to be copied."""


@dataclass(frozen=True)
class Place:
    """Where the site stands on its host: `folder` is `/`, or a path with `/` at both ends."""

    folder: str = "/"


def place(address: str) -> Place:
    """Of the web address of the site, or of "" for the root of a host. ValueError says what to write
    where the path of the address would need quoting in some server's settings."""
    path = urlsplit(address).path.strip("/")
    if not re.fullmatch(r"[\w.~/-]*", path, re.ASCII):
        raise ValueError(f"the path '/{path}/' has signs in it that servers read differently")
    return Place(f"/{path}/" if path else "/")


def server_files(at: Place) -> dict[str, str]:
    """Settings for each kind of server, by the names in `FILES`."""
    known = {"headers": HEADERS, "types": TYPES, "texts": TEXTS, "hashed": HASHED}
    known |= {"for_ever": FOR_EVER, "ask_again": ASK_AGAIN, "folder": at.folder}
    return {name: render(template, **known) for name, template in FILES.items()}
