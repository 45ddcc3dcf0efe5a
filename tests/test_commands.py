"""new, adopt, drift and check as people meet them: what they ask, write and say."""

import builtins
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from programme.__main__ import main
from programme.load import load
from programme.problems import errors
from programme.then_now import then_and_now
from programme.whole import Programme

HERE = Path(__file__).parent
TODAY = "2026-11-22"
HELLO = "course/first/hello.md"
PLACE = "\n/// local | near-you\n\nAsk for groups.\n\n///\n"

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The smallest programme, with one place for a centre's own words."""
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    with (tmp_path / HELLO).open("a") as file:
        file.write(PLACE)
    return tmp_path


@pytest.fixture
def say(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Run a command, with answers piped in: its exit status, what it printed, and what it complained of."""

    def run(*words: str, answers: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        capsys.readouterr()
        status = main(["--root", str(root), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def whole(root: Path) -> Programme:
    programme, problems = load(root)
    assert [str(one) for one in errors(problems)] == []
    assert programme is not None
    return programme


def lines(*answers: str) -> str:
    return "".join(f"{answer}\n" for answer in answers)


CONTACT = ("Relapses", "029 2018 0001", "", "Monday to Friday, 9:00 to 17:00", "", "2 days", "y")
CENTRE = lines("Sea View: the MS team", "wales", *CONTACT, "n", "", "", "")


def test_new_centre_writes_what_was_said_with_a_comment_at_each_key(say: Say, root: Path) -> None:
    status, out, _ = say("new", "--today", TODAY, "centre", answers=CENTRE)
    assert status == 0
    assert "Made centre/centre.yml" in out
    centre = whole(root).centre
    assert centre is not None
    assert (centre.value.name, centre.value.nation) == ("Sea View: the MS team", "wales")
    (contact,) = centre.value.contacts
    assert (contact.phone, contact.answered_within) == ("029 2018 0001", "2 days")
    assert contact.checked_on is not None
    assert contact.checked_on.isoformat() == TODAY
    assert centre.value.accessibility_contact is not None
    assert centre.value.accessibility_contact.phone == "029 2018 0001"
    text = (root / "centre/centre.yml").read_text()
    for field in type(centre.value).model_fields:
        assert f"{field}:" in text, f"the file tells of {field}, even when it is left out"


def test_new_centre_asks_again_and_says_why(say: Say, root: Path) -> None:
    wrong = ("", "Sea View", "9", "England", "", "0123", "029 2018 0001", "me", "", "Funday, 9 to 5", "")
    status, out, _ = say("new", "centre", answers=lines(*wrong, "", "", "", "", "", "", ""))
    assert status == 0
    for reason in ("this one is needed", "write a number from 1 to 4", "no such phone number", "Funday"):
        assert reason in out
    assert "not an e-mail address; write it as team@" in out
    assert whole(root).speaks_for == ("england",)


def test_new_centre_says_only_what_is_wrong_and_what_it_understood(say: Say, root: Path) -> None:
    answers = ("Sea View", "Walse", "", "", "", "029 2018", "ms@gower.example")
    hours = ("Mon-Fry 9:00 to 17:00", "Mon-Fri 9:00 to 17:00", "n", "", "no", "")
    said = say("new", "centre", answers=lines(*answers, *hours, "maybe", "yes", "n", "n", "", "", ""))[1]
    assert "  Wales\n" in said
    assert "That cannot be: this is not an e-mail address; write it as team@example.org." in said
    assert "Without a phone number, this one is needed." in said
    assert "That cannot be: there is no day 'Fry'; write days and times" in said
    assert "That cannot be: write y or n." in said
    assert "write a whole sentence, or press Enter alone" in said
    assert said.count("write a few words, or press Enter alone") == 2
    (contact,) = (whole(root).centre or pytest.fail("no centre")).value.contacts
    assert (contact.email, contact.hours) == ("ms@gower.example", "Mon-Fri 9:00 to 17:00")


def test_every_line_that_is_switched_off_can_be_switched_on_as_it_stands(say: Say, root: Path) -> None:
    say("new", "centre", answers=CENTRE)
    file = root / "centre/centre.yml"
    head, body = file.read_text().split("# Name of the centre.")
    on = re.sub(
        r"^# (?=[a-z_]+:(?: |$)|  \S)(?!  (?:hours|outside_hours|answered_within|checked_on): )",
        "",
        body,
        flags=re.M,
    )
    file.write_text(f"{head}# {on}")
    Image.new("RGB", (200, 80)).save(root / "centre/logo.png")
    welsh = root / "translations/cy/programme.po"
    welsh.parent.mkdir(parents=True)
    welsh.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    centre = whole(root).centre
    assert centre is not None
    assert centre.value.model_fields_set == set(type(centre.value).model_fields)


def test_new_local_alone_lists_each_place_with_its_page_and_its_words(say: Say) -> None:
    status, out, _ = say("new", "local")
    assert status == 0
    assert "near-you, in: Hello\n  Ask for groups." in out
    assert "Made" not in out
    status, _, complaint = say("new", "local", "near-yuo")
    assert status == 2
    assert "there is no place 'near-yuo'; did you mean 'near-you'?" in complaint


def test_places_that_only_show_authors_how_are_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(Path(__file__).parent.parent), "new", "local"]) == 0
    out = capsys.readouterr().out
    assert "groups-near-you, in: " in out
    assert "an-example" not in out


def test_who_reads_no_further_is_told_nothing() -> None:
    """As `programme new local | head` does."""
    command = [sys.executable, "-m", "programme", "new", "local"]
    with subprocess.Popen(
        command, cwd=Path(__file__).parent.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 1


def test_answers_that_end_too_soon_write_nothing(say: Say, root: Path) -> None:
    status, _, complaint = say("new", "centre", answers=lines("Sea View"))
    assert status == 2
    assert "Nothing was written" in complaint
    assert not (root / "centre").exists()


def test_ctrl_c_writes_nothing(say: Say, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = iter(["Sea View", "wales", "Relapses"])

    def typed(prompt: str = "") -> Any:
        for answer in given:
            return answer
        raise KeyboardInterrupt

    monkeypatch.setattr(builtins, "input", typed)
    status, _, complaint = say("new", "centre")
    assert (status, complaint) == (130, "\nStopped. Nothing was written.\n")
    assert not (root / "centre").exists()


MAKE = {
    "centre": (("new", "centre"), CENTRE, "centre/centre.yml"),
    "session": (("new", "session", "first"), lines("Our gym", ""), "centre/course/first/our-gym.md"),
    "module": (("new", "module"), lines("Sport", "", "Our pool"), "centre/course/sport/our-pool.md"),
    "page": (("new", "page"), lines("Parking", ""), "centre/docs/parking.md"),
    "poster": (
        ("new", "poster"),
        lines("Faster calls", "1", "phone", "", "", "2025", ""),
        "centre/posters/faster-calls/poster.yml",
    ),
    "run": (
        ("new", "run"),
        lines("Spring 2027", "2027-01-14 10:30 to 12:30", "", "online", "By link.", "029 2018 0001", ""),
        "centre/dates.yml",
    ),
    "local": (("new", "local", "near-you"), "", "centre/local/near-you.md"),
    "adopt": (("adopt", HELLO), "", f"centre/{HELLO}"),
}


@pytest.mark.parametrize("kind", MAKE)
def test_all_that_is_made_is_accepted_at_once(kind: str, say: Say, root: Path) -> None:
    words, answers, path = MAKE[kind]
    if kind == "run":  # dates are those of a centre
        assert say("new", "centre", answers=CENTRE)[0] == 0
    status, out, complaint = say(*words, answers=answers)
    assert status == 0, complaint
    assert path in out
    assert (root / path).is_file()
    whole(root)


def test_new_run_asks_again_for_times_that_cannot_be_and_puts_days_in_order(say: Say, root: Path) -> None:
    assert say("new", "centre", answers=CENTRE)[0] == 0
    times = ("2027-01-21 9:30 to 12:30", "2027-01-14 12:30 to 10:30", "2027-01-14 1:30 to 2:30")
    answers = lines("Spring", *times, "2027-01-14 10:30 to 12:30", "", "online", "By link.", "", "")
    status, out, complaint = say("new", "run", answers=answers)
    assert status == 0, complaint
    assert "That cannot be: the meeting ends at 10:30, before it begins at 12:30; write times" in out
    assert "That cannot be: the meeting, from 01:30 to 02:30, is at night; write times" in out
    dates = whole(root).dates
    assert dates is not None
    (run,) = dates.value.runs
    assert [f"{one.on} {one.begin:%H:%M}" for one in run.meetings] == ["2027-01-14 10:30", "2027-01-21 09:30"]


@pytest.mark.parametrize("kind", [one for one in MAKE if one != "run"])
def test_nothing_that_is_there_is_overwritten(kind: str, say: Say, root: Path) -> None:
    words, answers, path = MAKE[kind]
    say(*words, answers=answers)
    (root / path).write_text(text := (root / path).read_text() + "\n# mine\n")
    status, out, complaint = say(*words, answers=answers)
    assert status == 2
    assert "there" in complaint + out
    assert (root / path).read_text() == text


@pytest.mark.parametrize("kind", ["session", "module", "page", "poster"])
def test_what_is_still_to_be_written_is_not_published(kind: str, say: Say) -> None:
    words, answers, path = MAKE[kind]
    assert say(*words, answers=answers)[0] == 0
    status, out, _ = say("check", "--today", TODAY, "--publish")
    assert status == 1
    assert {line.split(":")[0].rpartition("/")[0] for line in out.splitlines()} == {path.rpartition("/")[0]}
    assert all("still stands here" in line for line in out.splitlines())


def test_a_poster_brings_its_file(say: Say, root: Path) -> None:
    from PIL import Image

    Image.new("RGB", (40, 60)).save(root / "My poster.PNG")
    answers = lines(
        "Faster calls", "1", "phone", "", "", "2025", f"'{root / 'My poster.PNG'}'", "One page.", ""
    )
    assert say("new", "poster", answers=answers)[0] == 0
    (root / "My poster.PNG").unlink()
    part = next(one for one in whole(root).posters if one.id == "faster-calls")
    assert part.file is not None
    assert part.file.name == "my-poster.png"
    assert part.source.value.licence == "CC BY 4.0"


def test_a_second_run_leaves_the_first_as_it_is(say: Say, root: Path) -> None:
    assert say("new", "centre", answers=CENTRE)[0] == 0
    mine = (
        "checked_on: 2026-01-01  # by me\nruns: # ours\n\n# the first\n- id: old # keep\n"
        "  online: {how: By link.}\n"
        '  meetings:\n  - {on: 2026-01-14, from: "10:30", to: "12:30"}\n'
    )
    (root / "centre/dates.yml").write_text(mine)
    words, answers, _ = MAKE["run"]
    assert say(*words, "--today", TODAY, answers=answers)[0] == 0
    dates = whole(root).dates
    assert dates is not None
    assert [run.id for run in dates.value.runs] == ["old", "spring-2027"]
    text = (root / "centre/dates.yml").read_text()
    assert text.startswith(mine.replace("2026-01-01", TODAY))


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("course/first/hello.md", [f"centre/{HELLO}"]),
        ("hello", [f"centre/{HELLO}"]),
        ("course\\first\\hello.md", [f"centre/{HELLO}"]),
        ("./centre/course/first/hello.html", [f"centre/{HELLO}"]),
        ("posters/one", ["centre/posters/one/poster.yml"]),
        ("index.html", ["centre/docs/index.md"]),
    ],
)
def test_adopt_knows_what_is_meant(said: str, made: list[str], say: Say, root: Path) -> None:
    status, out, complaint = say("adopt", said)
    assert status == 0, complaint
    assert out.splitlines()[:-1] == made
    assert (root / made[0]).read_text() == (root / made[0].removeprefix("centre/")).read_text()
    whole(root)


@pytest.mark.parametrize("said", ["helo", "", "..", "../secret.md", "/etc/passwd", "hooks/x.py"])
def test_adopt_refuses_what_is_no_shared_file(said: str, say: Say, root: Path) -> None:
    status, _, complaint = say("adopt", said)
    assert status == 2
    assert "there is no shared file" in complaint
    assert not (root / "centre").exists()


def test_the_line_for_editors_stays_behind(say: Say, root: Path) -> None:
    """Its path is right in the shared folder only."""
    shared = root / "course/glossary.yml"
    shared.write_text("# yaml-language-server: $schema=../schemas/glossary.json\n" + shared.read_text())
    say("adopt", "glossary")
    assert "yaml-language-server" not in (root / "centre/course/glossary.yml").read_text()
    assert say("drift")[0] == 0


def test_drift_is_silent_while_nothing_changed_whatever_the_line_ends(say: Say, root: Path) -> None:
    say("adopt", "hello")
    say("new", "local", "near-you")
    (root / f"centre/{HELLO}").write_text("---\ntitle: Ours\n")
    for path in (HELLO, f"centre/.based-on/2026.1/{HELLO}"):
        text = (root / path).read_bytes().replace(b"\r\n", b"\n")
        (root / path).write_bytes(text.replace(b"\n", b"\r\n") if path == HELLO else text)
        found = [line for line in say("drift")[1].splitlines() if line.startswith("centre/")]
        assert found == []


def test_drift_says_what_it_said_then_and_what_it_says_now(say: Say, root: Path) -> None:
    say("adopt", "hello")
    say("new", "local", "near-you")
    text = (root / HELLO).read_text()
    (root / HELLO).write_text(
        text.replace("helps. [", "helps a lot. [").replace("Ask for groups.", "Ask us.")
    )
    status, out, _ = say("drift")
    assert status == 1
    assert [line for line in out.splitlines() if line.startswith("centre/")] == [
        f"centre/{HELLO}",
        "centre/local/near-you.md",
    ]
    assert "Then:   A friendly word helps. [@leaflet]" in out
    assert "Now:    A friendly word helps a lot. [@leaflet]" in out
    assert "Then:   Ask for groups.\n  Now:    Ask us." in out

    assert say("drift", "--seen", f"centre/{HELLO}", "centre\\local\\near-you.md")[0] == 0
    status, out, _ = say("drift")
    assert status == 0
    assert "Nothing has changed" in out


def test_drift_tells_of_files_that_are_gone_renamed_or_not_known(say: Say, root: Path) -> None:
    say("adopt", "hello")
    say("adopt", "goodbye")
    say("new", "local", "near-you")
    shutil.copy(root / "course/glossary.yml", root / "centre/course/glossary.yml")
    (root / HELLO).rename(root / "course/first/welcome.md")
    (root / "course/first/welcome.md").write_text(
        (root / f"centre/{HELLO}").read_text().replace("title: Hello", "title: Welcome").replace(PLACE, "")
    )
    (root / "course/first/goodbye.md").unlink()
    out = say("drift")[1]
    told = out.split("\ncentre/")
    assert [one.split("\n")[0].removeprefix("centre/") for one in told] == [
        "course/first/goodbye.md",
        HELLO,
        "course/glossary.yml",
        "local/near-you.md",
    ]
    for words, said in zip(
        (
            "is gone",
            "a new name since you took it: course/first/welcome.md",
            "nobody noted",
            "not shown any more",
        ),
        told,
        strict=True,
    ):
        assert words in said
    assert say("drift", "--seen", "centre/course/glossary.yml")[0] == 0
    assert "glossary" not in say("drift")[1]


def test_drift_names_contacts_that_nobody_checked_for_six_months(say: Say) -> None:
    say("new", "--today", TODAY, "centre", answers=CENTRE)
    assert say("drift", "--today", "2027-05-20")[0] == 0
    status, out, _ = say("drift", "--today", "2027-06-01")
    assert status == 1
    assert "Relapses, last checked on 22 November 2026" in out


def test_seen_is_all_or_nothing(say: Say, root: Path) -> None:
    status, _, complaint = say("drift", "--seen", HELLO, "centre/course/first/helo.md")
    assert status == 2
    assert "no file of yours is named course/first/helo.md" in complaint
    assert not (root / "centre").exists()


def test_warnings_are_told_and_stop_nothing(say: Say, root: Path, tmp_path: Path) -> None:
    shutil.copytree(HERE / "cases/centre-adds-what-is-like-another", root, dirs_exist_ok=True)
    status, out, count = say("check", "--today", TODAY)
    assert (status, count) == (0, "1 warning.\n")
    assert ": warning: " in out
    assert '"severity": "warning"' in say("check", "--today", TODAY, "--format", "json")[1]
    assert say("check", "--today", TODAY, "--format", "github")[1].startswith("::warning file=")


def test_then_and_now_is_short_and_wrapped() -> None:
    old = "## A\n\nOne.\n\nTwo.\n\nThree " + "and more " * 20 + "\n"
    told = list(then_and_now(old, old.replace("Two.", "Two and a half.").replace("## A\n", "## A\n\nNew.\n")))
    assert told == [
        *("  After:  ## A", "  Now:    New.", ""),
        *("  Then:   Two.", "  Now:    Two and a half.", ""),
    ]
    assert all(len(line) <= 78 for line in then_and_now(old, ""))


def test_the_day_of_the_build_is_that_of_check_and_export_too(
    say: Say, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say("new", "--today", TODAY, "centre", answers=CENTRE)
    words, answers, _ = MAKE["run"]
    assert say(*words, "--today", TODAY, answers=answers)[0] == 0
    shutil.copyfile(HERE.parent / "mkdocs.yml", root / "mkdocs.yml")
    monkeypatch.delenv("PROGRAMME_TODAY", raising=False)
    assert say("export", str(tmp_path / "ever"))[0] == 0
    monkeypatch.setenv("PROGRAMME_TODAY", "2028-12-01")
    assert "the next review was due by 2028-11-20" in say("check")[1]
    assert "was due by" not in say("check", "--today", TODAY)[1]
    assert say("export", str(tmp_path / "later"))[0] == 0
    monkeypatch.setenv("PROGRAMME_TODAY", TODAY)
    assert say("export", str(tmp_path / "now"))[0] == 0
    runs = [len(list((tmp_path / name).rglob("*-flyer.md"))) for name in ("ever", "later", "now")]
    assert runs == [1, 0, 1]
    monkeypatch.setenv("PROGRAMME_TODAY", "soon")
    assert say("export", str(tmp_path / "never")) == (
        1,
        "",
        "PROGRAMME_TODAY is 'soon', which is no day; write it as 2027-02-01\n",
    )
    with pytest.raises(SystemExit):
        say("check")
