"""Is my copy current? A short code of what a text says, printed on the handout and shown on its page."""

import hashlib

SIGNS = "23456789CDFGHJKMNPQRTVWXY"
"""No sign that looks or sounds like another, and no vowels, so that no code is a word."""


def code(*said: str) -> str:
    """Six signs, for example K7F3-Q2: another one as soon as a letter of the text or the edition changes."""
    number = int.from_bytes(hashlib.sha256("\x00".join(said).encode()).digest()[:8], "big")
    signs = ""
    for _ in range(6):
        number, rest = divmod(number, len(SIGNS))
        signs += SIGNS[rest]
    return f"{signs[:4]}-{signs[4:]}"
