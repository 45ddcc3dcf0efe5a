"""Wrong-nation advice is a defect: in the site of a centre stands only what its own nation has."""

from dataclasses import replace

import pytest

from programme.model.base import NATIONS, NationId
from programme.model.centre import Centre
from programme.pages import pages
from programme.sources import Sourced
from programme.whole import Programme
from programme.yaml_lines import Document

OWN: dict[NationId, tuple[str, ...]] = {
    "england": ("PALS", "NHS App", "Healthwatch", "integrated care board", "NHS 111 online", "PHSO"),
    "scotland": (
        "NHS 24",
        "NHS inform",
        "MyCare",
        "SPSO",
        "Adult Disability Payment",
        "self-directed support",
    ),
    "wales": ("Llais", "NHS 111 Wales", "NHS Wales App", "PSOW", "Listening to People"),
    "northern-ireland": ("Phone First", "Lifeline", "nidirect", "Patient and Client Council", "NIPSO"),
}
"""Bodies, lines and rights that only one nation has."""


@pytest.mark.parametrize("nation", NATIONS)
def test_a_centre_never_shows_another_nations_bodies(programme: Programme, nation: NationId) -> None:
    facts = {"name": "Sea View", "nation": nation, "contacts": [{"purpose": "All", "phone": "01632 960001"}]}
    centre = Sourced("centre/centre.yml", Centre.model_validate(facts), Document())
    shown, own = [], set()
    for page in pages(replace(programme, centre=centre)):
        if page.uri.startswith(("course/", "facilitators/")) and page.uri != "course/sources.md":
            text = page.text.split("## Sources used on this page")[0]
            for other, names in OWN.items():
                found = [name for name in names if name in text]
                own |= set(found) if other == nation else set()
                shown += [(page.uri, name) for name in found if other != nation]
    assert shown == []
    assert len(own) >= 2, "the names looked for are those that the texts use"


def test_the_shared_site_speaks_for_all_four(programme: Programme) -> None:
    text = "".join(page.text for page in pages(programme) if page.uri.startswith("course/"))
    for nation, names in OWN.items():
        assert sum(name in text for name in names) >= 2, nation
