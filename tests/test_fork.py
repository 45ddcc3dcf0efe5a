"""A centre's fork takes in a new edition, with real git: no conflict, a site, and a list of what changed.

The fork is on Windows as far as git is concerned: its files have other line ends than upstream's.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from example_centres import built
from repositories import Repository, cloned, shared

TODAY = "2026-11-22"
VISITS = "course/understanding-your-ms-service/visits-and-reviews.md"
AUDIT = "course/helping-to-shape-services/co-design-and-audit.md"
RESEARCH = "course/helping-to-shape-services/research-and-the-ms-register.md"
WAITS = "course/navigating-the-nhs/waiting-and-choice.md"
RENAMED = "course/helping-to-shape-services/plan-a-service-together.md"
ADDED = "course/helping-to-shape-services/teach-others.md"
WELSH = "centre/translations/cy"
CENTRE = ("Sea View MS service", "wales", "Relapses", "029 2018 0001", "", "", "", "", "y", "n", "", "", "")
OUR_SOURCE = """\
our-audit:
  title: Audit of our waits
  publisher: Sea View MS service
  date: October 2026
  read_on: 2026-11-20
"""
RUN = ("Spring 2027", "2027-01-14 10:30 to 12:30", "", "online", "We send the link.", "", "")


@pytest.fixture(scope="module")
def upstream(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return shared(tmp_path_factory.mktemp("git") / "upstream")


@pytest.fixture(scope="module")
def fork(upstream: Repository) -> Repository:
    """What a centre does in its first year."""
    made = cloned(upstream, upstream.root.parent / "fork", "-c", "core.autocrlf=true")
    assert b"\r\n" in (made.root / VISITS).read_bytes()
    made.programme("new", "--today", TODAY, "centre", answers=CENTRE)
    made.programme("new", "--today", TODAY, "run", answers=RUN)
    for place in ("our-waits", "studies-at-our-service", "groups-near-us"):
        made.programme("new", "local", place)
        made.put(f"centre/local/{place}.md", f"Our own words for {place}.\n")
    for session in (VISITS, AUDIT):
        made.programme("adopt", session)
    made.change(
        f"centre/{VISITS}",
        ("\n## ", "\n## Here: "),
        ("related:\n", "related:\n  - research-and-the-ms-register\n"),
    )
    with (made.root / f"centre/{VISITS}").open("a", encoding="utf-8") as file:
        file.write("\nSee [research](../helping-to-shape-services/research-and-the-ms-register.md) too.\n")
    with (made.root / "centre/centre.yml").open("a", encoding="utf-8") as file:
        file.write("course:\n  leave_out: [research-and-the-ms-register, opening]\nplan_start: 2026-04-01\n")
    made.change("centre/dates.yml", ('to: "12:30"}', f'to: "12:30", sessions: [{Path(RESEARCH).stem}]}}'))
    made.put("centre/local/our-waits.md", "Our own words for our-waits. [@our-audit]\n")
    made.put("centre/sources.yml", OUR_SOURCE)
    made.put(f"{WELSH}/course/self-management/module.yml", 'translates: "000000000000"\ntitle: Hunanreoli\n')
    made.put(f"{WELSH}/programme.po", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    made.commit("Ours")
    assert made.programme("drift", "--today", TODAY).startswith("Nothing has changed")
    return made


@pytest.fixture(scope="module")
def next_year(upstream: Repository, fork: Repository) -> Repository:
    """Upstream changes, renames, adds and removes sessions and renames a key; the fork merges it."""
    upstream.change("course/course.yml", ('edition: "2026.1"', 'edition: "2027.1"'))
    upstream.change(VISITS, ("\n## ", "\n## Anew: "))
    upstream.change(WAITS, ("/// local | our-waits\n\nAsk", "/// local | our-waits\n\nPlease ask"))
    upstream.put(
        ADDED,
        upstream.text(AUDIT)
        .replace("title: ", "title: More about ")
        .replace("/// local | ", "/// local | more-"),
    )
    upstream.git("mv", AUDIT, RENAMED)
    upstream.change(RENAMED, ("title: ", "title: Together, "))
    upstream.git("rm", "-q", RESEARCH)
    for path in _texts(upstream):
        _rename(upstream, path)
    upstream.change(
        "course/helping-to-shape-services/module.yml",
        ("  - research-and-the-ms-register\n", "  - teach-others\n"),
    )
    upstream.change(
        "hooks/programme/model/course.py",
        ('related: tuple[Annotated[Slug, Ref("session")], ...] = ()', _SEE_ALSO),
        (
            'between the two --- lines."""\n',
            'between the two --- lines."""\n\n    RENAMED = {"related": "see_also"}\n',
        ),
    )
    upstream.commit("Edition 2027.1")
    upstream.programme("check", "--today", TODAY, fails=True)  # a source that only the lost session cited
    fork.git("pull", "-q", "--no-rebase", "--no-edit")
    return fork


_SEE_ALSO = 'related: tuple[Annotated[Slug, Ref("session")], ...] = Field(default=(), alias="see_also")'


def _texts(upstream: Repository) -> Iterator[str]:
    for file in (upstream.root / "course").glob("*/*"):
        yield file.relative_to(upstream.root).as_posix()


def _rename(upstream: Repository, path: str) -> None:
    old, gone = Path(AUDIT).stem, Path(RESEARCH).stem
    text = upstream.text(path)
    text = re.sub(rf"\[([^\]]*)\]\([^)]*{gone}\.md\)", r"\1", text).replace(old, Path(RENAMED).stem)
    if path.endswith(".md"):
        text = re.sub(r"^related:", "see_also:", text.replace(f"  - {gone}\n", ""), flags=re.MULTILINE)
    upstream.put(path, text)


def test_the_merge_has_no_conflict_and_leaves_the_centres_files_alone(next_year: Repository) -> None:
    assert next_year.git("status", "--porcelain") == ""
    assert next_year.git("diff", "HEAD^1", "HEAD", "--stat", "--", "centre") == ""
    assert next_year.text("course/course.yml").count("2027.1")


def test_the_check_says_what_to_write_now_and_stops_nothing(next_year: Repository) -> None:
    told = sorted(next_year.programme("check", "--today", TODAY).splitlines())
    wanted = [
        ("centre/centre.yml", "the course has nothing named 'research-and-the-ms-register' here"),
        ("centre/centre.yml", "'plan_start' now belongs in centre/plan.yml; write start: 2026-04-01 there"),
        (f"centre/{AUDIT}", "'related' has a new name; write see_also:"),
        (f"centre/{VISITS}", "'related' has a new name; write see_also:"),
        (f"centre/{VISITS}", "there is no session 'research-and-the-ms-register'"),
        (f"centre/{VISITS}", "the link leads to course/helping-to-shape-services/research"),
        ("centre/dates.yml", "there is no session 'research-and-the-ms-register'"),
        ("centre/local/studies-at-our-service.md", "no longer has the place 'studies-at-our-service'"),
    ]
    assert len(told) == len(wanted)
    for line, (path, words) in zip(told, wanted, strict=True):
        assert re.match(rf"{re.escape(path)}:\d+: warning: ", line), line
        assert words in line


def test_drift_names_exactly_what_changed(next_year: Repository) -> None:
    told = next_year.programme("drift", "--today", TODAY, fails=True)
    assert [line for line in told.splitlines() if line.startswith("centre/")] == [
        f"centre/{AUDIT}",
        f"centre/{VISITS}",
        "centre/local/our-waits.md",
        "centre/local/studies-at-our-service.md",
    ]
    assert f"a new name since edition 2026.1: {RENAMED}" in " ".join(told.split())
    assert "Now:    Please ask" in told
    assert "Now:    ## Anew: " in told
    assert "## Here: " not in told, "it compares the shared texts, not the centre's own words"


def test_the_site_is_built(next_year: Repository) -> None:
    site = built(next_year.root, PYTHONPATH=str(next_year.root / "hooks"))
    visits = (site / VISITS).with_suffix(".html").read_text(encoding="utf-8")
    assert "Here: " in visits
    assert "Anew: " not in visits
    assert "See research too." in visits
    assert "This page is from Sea View MS service." in visits
    waits = (site / WAITS).with_suffix(".html").read_text(encoding="utf-8")
    assert "Our own words for our-waits." in waits
    assert "Audit of our waits. Sea View MS service. October 2026. From Sea View MS service." in waits
    assert "31 March 2027" in (site / "plan/index.html").read_text(encoding="utf-8"), "the start of old"
    for there in (RENAMED, ADDED, AUDIT):
        assert (site / there).with_suffix(".html").is_file()
    assert not (site / RESEARCH).with_suffix(".html").exists()
    assert "Hunanreoli" in (site / "cy/course/self-management/index.html").read_text(encoding="utf-8")
    assert "Spring 2027" in (site / "dates.html").read_text(encoding="utf-8")
