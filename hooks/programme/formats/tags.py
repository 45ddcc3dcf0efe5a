"""The names of languages as office programs know them: with a place, as in cy-GB."""

from babel.core import get_global

from programme.tree.nodes import RIGHT_TO_LEFT

OURS = {"en": "en-GB"}
"""English here is that of the UK, and not of the place where most people speak it."""


def with_place(tag: str) -> str:
    """`tag` (BCP 47) with the place where most people speak it (Unicode CLDR, likely subtags)."""
    if "-" in tag or tag in OURS:
        return OURS.get(tag, tag)
    likely = get_global("likely_subtags").get(tag, "")
    place = likely.rpartition("_")[2]
    return f"{tag}-{place}" if place else tag


def is_right_to_left(tag: str) -> bool:
    return tag.split("-")[0] in RIGHT_TO_LEFT
