"""programme build-centres: sites have the very bytes of plain builds; one broken centre stops no other."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from example_centres import SOURCES, built
from programme.centres import Order, Outcome, orders, part, told

CENTRES = ("glen", "lough-side", "moorside", "sea-view")
SECOND = """name: Hill & Dale “MS” team
nation: wales
contacts:
  - purpose: Relapses
    email: a_b*c@hill.example
urgent: Phone us before 11:00.
colour: "#5b2d8e"
site_address: https://hill.example/a/
course:
  leave_out: [closing-my-plan]
"""
OWN_PAGE = "---\ntitle: Our *own* page\ndescription: A page of ours.\n---\n\nHello from {{ centre.name }}.\n"
BROKEN = "name: Broken team\nnation: atlantis\n"


@pytest.fixture(scope="module")
def repository(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many") / "repository"
    for source in (*SOURCES, "translations"):
        if (root / source).is_dir():
            shutil.copytree(root / source, folder / source, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(root / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


@pytest.fixture(scope="module")
def folder(root: Path, repository: Path) -> Path:
    """Four example centres, two with texts of their own; one more in a nation that was; one broken."""
    made = repository.parent / "centres"
    for name in CENTRES:
        shutil.copytree(root / "tests/centres" / name, made / name)
    (made / "hill.yml").write_text(SECOND, encoding="utf-8")
    (made / "broken.yml").write_text(BROKEN, encoding="utf-8")
    local = made / "moorside/local/groups-near-you.md"
    local.parent.mkdir()
    local.write_text("Our own group meets on Mondays.\n", encoding="utf-8")
    page = made / "glen/docs/our-page.md"
    page.parent.mkdir()
    page.write_text(OWN_PAGE, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def run(repository: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """All in one process, so that each site is made with what those before it left to be remembered."""
    command = [
        sys.executable,
        "-m",
        "programme",
        "build-centres",
        str(folder),
        "--to",
        "../sites",
        "--jobs",
        "1",
    ]
    return subprocess.run(
        command, cwd=repository, env=environment(repository), capture_output=True, text=True, timeout=170
    )


def environment(repository: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(repository / "hooks"), "PROGRAMME_TODAY": "2027-02-01"}


def test_a_broken_centre_is_told_at_the_end_and_stops_no_other(
    run: subprocess.CompletedProcess[str], repository: Path
) -> None:
    assert run.returncode == 1, run.stderr
    last = run.stdout.splitlines()[-2:]
    assert last == ["5 sites in ../sites.", "1 not built: broken."]
    assert "centre/centre.yml:2: 'nation' cannot be 'atlantis'" in run.stdout
    assert {one.name for one in (repository.parent / "sites").iterdir()} == {*CENTRES, "hill"}


@pytest.mark.parametrize("name", [*CENTRES, "hill"])
def test_each_site_has_the_bytes_of_a_plain_build(
    name: str, run: subprocess.CompletedProcess[str], repository: Path, folder: Path, tmp_path: Path
) -> None:
    shared = repository.parent / "sites" / name
    shutil.copytree(repository, tmp_path / "repository", symlinks=True)
    own = tmp_path / "repository/centre"
    if (folder / name).is_dir():
        shutil.copytree(folder / name, own)
    else:
        own.mkdir()
        shutil.copyfile(folder / f"{name}.yml", own / "centre.yml")
    given = environment(tmp_path / "repository")
    plain = built(tmp_path / "repository", **{key: given[key] for key in ("PYTHONPATH", "PROGRAMME_TODAY")})
    there = {file.relative_to(plain) for file in plain.rglob("*") if file.is_file()}
    assert {file.relative_to(shared) for file in shared.rglob("*") if file.is_file()} == there
    differ = [
        str(file) for file in sorted(there) if (plain / file).read_bytes() != (shared / file).read_bytes()
    ]
    assert differ == []


def test_parts_are_all_of_it_once() -> None:
    whole = [Order(str(number), Path()) for number in range(10)]
    for of in (1, 3, 10, 12):
        shares = [part(whole, f"{number}/{of}") for number in range(1, of + 1)]
        assert sorted((one for share in shares for one in share), key=whole.index) == whole
        assert max(map(len, shares)) - min(map(len, shares)) <= 1


@pytest.mark.parametrize("which", ["0/8", "9/8", "2", "a/b", "1/0", "-1/8", "1/8/8"])
def test_a_part_that_is_none_is_refused(which: str) -> None:
    with pytest.raises(ValueError, match="write 2/8"):
        part([], which)


def test_names_become_addresses(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="has no centre in it"):
        orders(tmp_path)
    (tmp_path / "one.yml").touch()
    (tmp_path / "one").mkdir()
    assert orders(tmp_path) == [Order("one", tmp_path / "one.yml")]
    (tmp_path / "one/centre.yml").touch()
    with pytest.raises(ValueError, match="keep one of them"):
        orders(tmp_path)
    (tmp_path / "one.yml").rename(tmp_path / "Our Centre.yml")
    with pytest.raises(ValueError, match="small letters"):
        orders(tmp_path)


def test_the_report() -> None:
    assert told([Outcome("a")], Path("sites")) == "1 site in sites."
    report = told([Outcome("a", "x.yml:1: wrong\nx.yml:2: wrong"), Outcome("b")], Path("sites"))
    assert report == ("a:\n  x.yml:1: wrong\n  x.yml:2: wrong\n\n1 site in sites.\n1 not built: a.")
