"""programme build-centres: sites have the very bytes of plain builds; one broken centre stops no other."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import mkdocs_centres
from example_centres import SOURCES, built
from programme.centres import Order, Outcome, nation, orders, own_words, part, told

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
THIRD = "name: Valley MS team\nnation: wales\ncontacts:\n  - purpose: Relapses\n    phone: 029 2018 0009\n"
OWN_PAGE = "---\ntitle: Our *own* page\ndescription: A page of ours.\n---\n\nHello from {{ centre.name }}.\n"
LOST_PAGE = f"{OWN_PAGE}\nSee [lost](#nowhere).\n"
FEW = """name: Few sessions MS team
nation: england
contacts:
  - purpose: All questions
    phone: 0161 496 0001
course:
  leave_out: [helping-to-shape-services, kinds-of-service, visits-and-reviews, your-team, fatigue,
    brain-healthy-living, goals-and-action-plans, a-light-diary, preparing-your-yearly-review, what-to-watch,
    waiting-and-choice, money-and-driving, records-rights-and-adjustments, travel-and-care-at-home]
"""
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
    """Four example centres, two with texts of their own; two more in a nation that was; two broken."""
    made = repository.parent / "centres"
    for name in CENTRES:
        shutil.copytree(root / "tests/centres" / name, made / name)
    (made / "hill.yml").write_text(SECOND, encoding="utf-8")
    (made / "valley.yml").write_text(THIRD, encoding="utf-8")
    (made / "broken.yml").write_text(BROKEN, encoding="utf-8")
    for name in ("lost", "lost-too"):  # the same slip in the same words: remembered, it must be told again
        (made / name / "docs").mkdir(parents=True)
        (made / name / "centre.yml").write_text(THIRD, encoding="utf-8")
        (made / name / "docs/our-page.md").write_text(LOST_PAGE, encoding="utf-8")
    local = made / "moorside/local/groups-near-you.md"
    local.parent.mkdir()
    local.write_text("Our own group meets on Mondays.\n", encoding="utf-8")
    page = made / "glen/docs/our-page.md"
    page.parent.mkdir()
    page.write_text(OWN_PAGE, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def run(repository: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """In two processes that begin with what the first site of Wales left to be remembered, where the platform
    can do so; each site after it is made with what those before it left."""
    return build_centres(repository, str(folder), "--to", "../sites", "--jobs", "2")


def build_centres(repository: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """With files to print for whoever asks for them; the plain builds here make none."""
    command = [sys.executable, "-m", "programme", "build-centres", *words]
    given = environment(repository) | {"PROGRAMME_FILES": "on"}
    return subprocess.run(command, cwd=repository, env=given, capture_output=True, text=True, timeout=170)


def environment(repository: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(repository / "hooks"), "PROGRAMME_TODAY": "2027-02-01"}


def test_a_broken_centre_is_told_at_the_end_and_stops_no_other(
    run: subprocess.CompletedProcess[str], repository: Path
) -> None:
    assert run.returncode == 1, run.stderr
    last = run.stdout.splitlines()[-2:]
    sites = "6 sites in ../sites, without files to print (--files makes them)."
    assert last == [sites, "3 not built: broken, lost, lost-too."]
    assert "centre/centre.yml:2: 'nation' cannot be 'atlantis'" in run.stdout
    assert "Aborted" not in run.stdout
    assert run.stdout.count("contains a link '#nowhere', but there is no such anchor on this page") == 2
    assert {one.name for one in (repository.parent / "sites").iterdir()} == {*CENTRES, "hill", "valley"}


def test_each_centre_has_the_languages_of_its_site(
    run: subprocess.CompletedProcess[str], repository: Path
) -> None:
    welsh = {one.name for one in (repository.parent / "sites").iterdir() if (one / "cy/index.html").is_file()}
    assert welsh == {"sea-view", "hill", "valley"}


def test_sites_have_files_to_print_when_asked(repository: Path, tmp_path: Path) -> None:
    """A centre with few sessions, so that it takes a few seconds."""
    (tmp_path / "centres").mkdir()
    (tmp_path / "centres/few.yml").write_text(FEW, encoding="utf-8")
    done = build_centres(repository, str(tmp_path / "centres"), "--to", str(tmp_path / "sites"), "--files")
    assert done.stdout.splitlines()[-1] == f"1 site in {tmp_path / 'sites'}.", done.stdout
    session = tmp_path / "sites/few/course/self-monitoring/red-flags"
    assert session.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert 'href="red-flags.pdf"' in session.with_suffix(".html").read_text(encoding="utf-8")


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


class Fatal:
    """In place of a workshop."""

    @classmethod
    def open(cls, *given: object) -> None: ...

    @classmethod
    def outcome_here(cls, order: Order, to: Path) -> Outcome:
        if order.name == "fatal":
            os._exit(1)
        return Outcome(order.name)


def test_a_centre_that_kills_its_process_takes_no_other_with_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(mkdocs_centres, "_Workshop", Fatal)
    wanted = [Order(name, tmp_path) for name in ("a", "b", "fatal", "c", "d", "e")]
    run = mkdocs_centres._Run(tmp_path, tmp_path, tmp_path, jobs=2, warm=False)
    found = {one.name: one.trouble for one in run.outcomes(wanted)}
    assert found.pop("fatal") == "The process that built it died."
    assert found == dict.fromkeys("abcde", "")


def test_one_of_each_nation_with_many_centres_is_built_first(tmp_path: Path) -> None:
    for name, of in {"a": "wales", "b": "england", "c": "wales", "d": "wales", "e": "england"}.items():
        (tmp_path / f"{name}.yml").write_text(f"nation: {of}\n", encoding="utf-8")
    assert [one.name for one in mkdocs_centres._first(orders(tmp_path), jobs=2)] == ["a"]
    assert [one.name for one in mkdocs_centres._first(orders(tmp_path), jobs=1)] == ["a", "b"]


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


def test_what_is_told_of_a_centre_without_reading_it_as_yaml(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(SECOND, encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/centre.yml").write_text("nation: 'england' # there\nname: B\n", encoding="utf-8")
    (tmp_path / "broken.yml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "c.yml").write_bytes(b"\xff\xfe: [")
    found = orders(tmp_path)
    assert [nation(one) for one in found] == ["wales", "england", "", ""]
    assert {"Relapses", "Hill & Dale “MS” team", "a_b*c@hill.example"} < set(own_words(found[0]))
    assert "wales" not in own_words(found[0])


def test_the_report() -> None:
    assert told([Outcome("a")], Path("sites"), files=True) == "1 site in sites."
    assert told([], Path("sites")) == "0 sites in sites, without files to print (--files makes them)."
    report = told([Outcome("a", "x.yml:1: wrong\nx.yml:2: wrong"), Outcome("b")], Path("sites"), files=True)
    assert report == ("a:\n  x.yml:1: wrong\n  x.yml:2: wrong\n\n1 site in sites.\n1 not built: a.")
