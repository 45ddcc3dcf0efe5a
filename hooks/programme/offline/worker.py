"""The service worker: code of ours with a list of every file of the site and its hash."""

import hashlib
import json
import math
from pathlib import Path

from programme.offline.copies import NOT_IN_COPY, Copies

HASH_LETTERS = 16
"""Of SHA-256. It tells a file from one that changed or was cut short; it is no lock against an attacker, who
would change the list as well."""


def worker(site: Path, of: Copies, script: str) -> bytes:
    """`script` after its list. Any change in a file changes the list, by which browsers see a new edition."""
    hashes = {uri: _hash((site / uri).read_bytes()) for uri in of.files(site)}
    extra = {uri: hashes.pop(uri) for uri in sorted(of.apart & hashes.keys())}
    listed = {"files": hashes, "extra": extra}
    build = _hash((json.dumps(listed) + script).encode())
    course = json.dumps(
        {"build": build, "instead": NOT_IN_COPY, **listed}, separators=(",", ":"), ensure_ascii=False
    )
    return f"self.course={course};\n{script}\n".encode()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:HASH_LETTERS]


def shown_size(bytes_: int) -> str:
    """In words, never less than it is: 0.7 MB. A megabyte is a million bytes, as on packs of USB sticks."""
    return f"{max(1, math.ceil(bytes_ / 100_000)) / 10:.1f} MB"
