"""Names that stand for a list → the Markdown of that list."""

from collections.abc import Iterable

from programme.language import ENGLISH, in_english
from programme.model.base import NationId
from programme.rendering import render
from programme.whole import Programme

IN_ENGLISH = ("services", "measures", "strand")
"""Lists from the folder plan/, which has no translation: English on every page, as that of a workstream."""


def listing(programme: Programme, name: str, nations: Iterable[NationId], uri: str) -> str:
    """The list that `name` (one of `names.list_names`) stands for, with links as the page `uri` writes them;
    nation text for `nations` only."""
    group, _, key = name.partition(".")
    if group == "nation":
        entry = programme.nations.value.root[key]
        return render(
            "lists/nation.md", programme=programme, key=key, entry=entry, nations=tuple(nations)
        ).strip()
    if group == "workstream":
        stream = next(one for one in programme.workstreams.value.root if one.id == key)
        return in_english(programme.language, render("lists/workstream.md", workstream=stream).strip())
    shared = group == "centre"  # then the shared site says whom to ask
    template = key.replace("_", "-") if group in ("centre", "our") else name
    english = group in IN_ENGLISH
    made = render(
        f"lists/{template}.md",
        programme=programme,
        language=ENGLISH if english else programme.language,
        uri=uri,
        runs=[run for run in programme.runs if not run.cancelled],
        course=programme.course.value,
        services=programme.services.value,
        measures=programme.measures.value.root,
        plan=programme.plan.value,
        roles=programme.roles.value.root,
        centre=programme.centre.value if programme.centre else None,
        shared=shared,
    ).strip()
    return in_english(programme.language, made) if english else made
