"""Text → the form it has in an address."""

import re
import unicodedata


def slug(text: str) -> str:
    """Small letters, digits and single hyphens; accents are dropped. 'Queen Square' → 'queen-square'."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
