"""The words that people use, and signs of danger, as the search needs them: texts only, nothing to show."""

from typing import Any

from programme.model.base import NATIONS
from programme.whole import Programme


def words(programme: Programme) -> dict[str, Any]:
    """Small words, words that name each nation, groups of words that mean the same, and everyday words."""
    search, here = programme.search.value, programme.speaks_for
    unnamed: dict[str, tuple[str, ...]] = {"names": (), "bodies": ()}  # a centre's site has nothing of theirs
    return {
        "small": search.small_words.split(),
        "weak": search.weak_words.split(),
        "nation_words": [search.nations.of(one).model_dump() if one in here else unnamed for one in NATIONS],
        "words": [(word.term, *word.also, *word.misspelt) for word in programme.words],
        "everyday": [(one.means, one.said) for one in search.everyday_words],
    }


def safety(programme: Programme) -> dict[str, Any]:
    """What to look for in a query. Signs with 999 come first; the order of the file holds otherwise."""
    value = programme.safety.value
    signs = sorted(value.signs, key=lambda sign: sign.how_fast != "999")
    return {
        "fillers": value.fillers.split(),
        "alike": value.alike,
        "signs": [sign.model_dump(include={"id", "phrases", "unless"}) for sign in signs],
    }
