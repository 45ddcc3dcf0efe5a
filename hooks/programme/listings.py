"""Names that stand for a list → the Markdown of that list."""

from collections.abc import Iterable

from programme.model.base import NationId
from programme.rendering import render
from programme.whole import Programme


def listing(programme: Programme, name: str, nations: Iterable[NationId]) -> str:
    """The list that `name` (one of `names.list_names`) stands for; nation text for `nations` only."""
    group, _, key = name.partition(".")
    if group == "nation":
        entry = programme.nations.value.root[key]
        return render("lists/nation.md", entry=entry, nations=tuple(nations)).strip()
    if group == "workstream":
        stream = next(one for one in programme.workstreams.value.root if one.id == key)
        return render("lists/workstream.md", workstream=stream).strip()
    return render(
        f"lists/{name}.md",
        services=programme.services.value,
        measures=programme.measures.value.root,
        plan=programme.plan.value,
    ).strip()
