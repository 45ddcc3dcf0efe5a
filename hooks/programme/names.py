"""The names that a text may use between {{ and }}: some stand for words, some for a whole list."""

from programme.whole import Programme

URGENT = "urgent-advice"
"""The entry of nations.yml that says whom to call the same day; every help box shows it."""


def inline_names(programme: Programme) -> dict[str, str]:
    """Names that stand for words inside a sentence. Without a centre they read well all the same."""
    course, centre = programme.course.value, programme.centre
    return {
        "course.title": course.title,
        "course.edition": course.edition,
        "centre.name": centre.value.name if centre else "your MS service",
    }


def list_names(programme: Programme) -> set[str]:
    """Names that stand for a list or table; each is written alone on its line."""
    return {
        *(f"nation.{key}" for key in programme.nations.value.root),
        *(f"services.{name}" for name in ("models", "good-care", "barriers", "statements")),
        *(f"workstream.{stream.id}" for stream in programme.workstreams.value.root),
        "measures",
        "strand",
    }
