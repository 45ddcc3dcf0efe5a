"""The menu skeleton that mkdocs.yml holds, read without MkDocs."""

from pathlib import Path
from typing import Any

import yaml


class Plain(yaml.SafeLoader):
    """Leaves MkDocs' own tags (!ENV, !!python/name:…) aside: the menu has none."""


Plain.add_multi_constructor("", lambda loader, suffix, node: None)


def menu(root: Path) -> list[Any]:
    """The `nav` of `root`/mkdocs.yml, placeholders and all; empty when there is none."""
    config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=Plain)
    return list((config or {}).get("nav") or [])
