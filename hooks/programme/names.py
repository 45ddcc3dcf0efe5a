"""The names that a text may use between {{ and }}: some stand for words, some for a whole list."""

from programme.language import N_, Language
from programme.model.base import NATIONS
from programme.model.centre import Centre
from programme.whole import Programme

URGENT = "urgent-advice"
"""The entry of nations.yml that says whom to call the same day; every help box shows it."""

WITHOUT_CENTRE = {
    "name": N_("your MS service"),
    "nation": N_("your nation"),
    "phone": N_("the phone number on your clinic letters"),
    "email": N_("the e-mail address on your clinic letters"),
    "address": N_("the address on your clinic letters"),
    "site_address": N_("the address that you see in your browser"),
    "urgent": N_("Phone your MS service or your GP surgery, and say that it is urgent."),
    "data_controller": N_("the host of this site"),
}
"""Facts of a centre that stand for words in a sentence, by the key of centre.yml → words without one, which
are translated where they are shown."""

CENTRE_LISTS = (
    *("contacts", "team", "groups", "languages", "access"),
    *("service_models", "accessibility_contact", "data_controller"),
)
"""Facts of a centre that stand for a list, by the key of centre.yml.

`centre.groups` must be there, and a centre without groups is told; `our.groups` shows them where there are
any, and else nothing. Shared texts use the second, so that a centre need not know everything at once.
"""


def inline_names(programme: Programme) -> dict[str, str]:
    """Names that stand for words inside a sentence. Without a centre they read well all the same."""
    course, language = programme.course.value, programme.language
    facts = _facts(programme.centre.value, language) if programme.centre else {}
    return {
        "course.title": course.title,
        "course.edition": course.edition,
        **{
            f"centre.{key}": facts.get(key) or language.gettext(words)
            for key, words in WITHOUT_CENTRE.items()
        },
    }


def list_names(programme: Programme) -> set[str]:
    """Names that stand for a list or table; each is written alone on its line."""
    return {
        *(f"nation.{key}" for key in programme.nations.value.root),
        *(f"services.{name}" for name in ("models", "good-care", "barriers", "statements")),
        *(f"workstream.{stream.id}" for stream in programme.workstreams.value.root),
        *(f"centre.{key}" for key in CENTRE_LISTS if key not in WITHOUT_CENTRE),
        *(f"our.{key}" for key in CENTRE_LISTS),
        "our.dates",
        "our.keeper",
        "measures",
        "strand",
        "team",
        "who-to-call",
    }


def left_empty(programme: Programme) -> dict[str, str]:
    """Names that stand for nothing because this centre did not fill them in → their key in centre.yml."""
    if not programme.centre or programme.centre.read != "whole":
        return {}
    centre = programme.centre.value
    facts = _facts(centre, programme.language) | {key: getattr(centre, key) for key in CENTRE_LISTS}
    return {f"centre.{key}": key for key, fact in facts.items() if not fact}


def _facts(centre: Centre, language: Language) -> dict[str, str | None]:
    first = next(iter(centre.contacts), None)
    return {
        "name": centre.name,
        "nation": language.gettext(NATIONS.get(centre.nation, "")),
        "phone": first.phone if first else None,
        "email": first.email if first else None,
        "address": centre.address,
        "site_address": centre.site_address,
        "urgent": centre.urgent,
        "data_controller": centre.data_controller,
    }
