"""Imports run one way, and each room keeps to its own work (ARCHITECTURE.md).

problems ← model ← sources ← layers ← checks ← load ← (pages, nav, export, files). A module may import
from its own room and from those before it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CORE = Path(__file__).parent.parent / "hooks" / "programme"
ROOMS = (
    ("problems", {"problems"}),
    (
        "words of all",
        {"hints", "language", "remembering", "syntax", "text_slug", "when", "yaml_words", "yaml_lines"},
    ),
    ("model", {"model"}),
    ("sources", {"moved", "reading", "renamed", "salvage", "sentences", "sources"}),
    (
        "layers",
        {
            *("layers", "media", "block_kinds", "blocks_text", "whole", "addresses", "names", "prose"),
            *("effort", "run_sheet", "based_on", "localise", "translations"),
        },
    ),
    ("checks", {"checks"}),
    ("load", {"load"}),
)
AFTER = len(ROOMS)
"""Everything else makes something of a loaded programme: pages, nav, export, files, the command."""
DISK = {"os", "pathlib", "io", "shutil", "tempfile", "subprocess", "glob", "fileinput"}
OPENS = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "unlink",
    "mkdir",
    "iterdir",
    "glob",
    "rglob",
}
MODULES = sorted(CORE.rglob("*.py"))


def name(file: Path) -> str:
    return file.relative_to(CORE).with_suffix("").as_posix()


def imports(file: Path) -> Iterator[str]:
    """Every module that `file` imports, in full, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(file: Path) -> Iterator[str]:
    """The top-level modules of the core that `file` imports."""
    yield from (one.split(".")[1] for one in imports(file) if one.startswith("programme."))


def room(module: str) -> int:
    return next((number for number, (_, modules) in enumerate(ROOMS) if module in modules), AFTER)


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_the_core_does_not_know_mkdocs(file: Path) -> None:
    assert not {one.split(".")[0] for one in imports(file)} & {"mkdocs", "material", "properdocs"}


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_imports_run_one_way(file: Path) -> None:
    own = room(name(file).split("/")[0])
    for module in ours(file):
        assert room(module) <= own, f"{name(file)} imports {module}, which comes after it"


def test_every_room_is_there() -> None:
    """A module that was renamed would slip out of its room unseen."""
    there = {name(file).split("/")[0] for file in MODULES}
    assert {module for _, modules in ROOMS for module in modules} <= there


def test_only_the_adapters_know_mkdocs() -> None:
    adapters = {"mkdocs_events.py", "mkdocs_centres.py", "mkdocs_memory.py"}
    others = [file for file in CORE.parent.rglob("*.py") if file.name not in adapters]
    assert not [file for file in others if "mkdocs" in {one.split(".")[0] for one in imports(file)}]


@pytest.mark.parametrize("file", [*sorted((CORE / "pages").glob("*.py")), CORE / "nav.py"], ids=name)
def test_pages_and_nav_never_touch_the_disk(file: Path) -> None:
    assert not {one.split(".")[0] for one in imports(file)} & DISK
    tree = ast.parse(file.read_text(encoding="utf-8"))
    called = {_called(node) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not called & OPENS


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


@pytest.mark.parametrize("module", ["sources", "reading", "layers", "whole", "load"])
def test_sources_render_nothing(module: str) -> None:
    used = {one.split(".")[0] for one in imports(CORE / f"{module}.py")} | set(ours(CORE / f"{module}.py"))
    assert not used & {"markdown", "jinja2", "rendering", "pages", "text", "blocks"}


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_no_module_state(file: Path) -> None:
    """A preview keeps modules alive for hours: no module holds an empty box to be filled."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        value = getattr(node, "value", None)
        filled = isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(
            value, ast.List | ast.Dict | ast.Set
        )
        empty = filled and not (getattr(value, "elts", None) or getattr(value, "keys", None))
        assert not empty, f"line {node.lineno} of {name(file)}"
        assert not [one for one in ast.walk(node) if isinstance(one, ast.Global)]
