"""Languages: catalogues are whole, templates have no loose words, and a translation is laid over its text."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from example_centres import with_centre
from programme.__main__ import main
from programme.extracting import catalogue, state
from programme.language import Language
from programme.load import load
from programme.pages import Page, pages_of_all
from programme.search.words import safety
from programme.tongues import told
from programme.translating import changed
from programme.translations.reading import translatable
from programme.whole import Programme

FRAME = Path(__file__).parent.parent / "hooks" / "theme"
FOR_AUTHORS = {"partials/problems.html"}
"""Shown in the preview alone: words for authors stay English."""
HELLO = "course/first/hello.md"


def _name(file: Path) -> str:
    return file.relative_to(FRAME).as_posix()


@pytest.fixture(scope="module")
def welsh(programme: Programme) -> Programme:
    (found,) = (one for one in programme.others if one.language.code == "cy")
    return found


@pytest.fixture
def base(tmp_path: Path, root: Path) -> Path:
    """The smallest repository, with a catalogue of Welsh words."""
    folder = tmp_path / "repository"
    shutil.copytree(Path(__file__).parent / "base", folder)
    (folder / "translations/cy").mkdir(parents=True)
    shutil.copyfile(root / "translations/cy/programme.po", folder / "translations/cy/programme.po")
    shutil.copyfile(root / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def test_the_welsh_catalogue_is_whole_and_current(root: Path) -> None:
    """Mend it with: programme translations --words cy."""
    text = (root / "translations/cy/programme.po").read_text(encoding="utf-8")
    found = state(root, text, "cy")
    assert (found.missing, found.unused) == ((), ())
    assert catalogue(root, "cy", text) == text


def test_translated_words_keep_their_names_and_marks(root: Path) -> None:
    marks = re.compile(r"\{\w+\}|%\(\w+\)s|</?\w+")
    with (root / "translations/cy/programme.po").open(encoding="utf-8") as file:
        known = read_po(file)
    for message in known:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id:
            for string in strings:
                assert set(marks.findall(string)) == set(marks.findall(ids[-1])), message.id


def test_welsh_has_six_plural_forms(welsh: Programme) -> None:
    counts = (0, 1, 2, 3, 6, 8)
    forms = [welsh.language.ngettext("1 page, %(size)s", "%(count)s pages", count) for count in counts]
    assert [form.split(",")[0].replace("%(count)s ", "") for form in forms] == [
        *("tudalen", "dudalen", "dudalen", "tudalen", "thudalen", "tudalen")
    ]


@pytest.mark.parametrize("file", sorted(FRAME.rglob("*.html")), ids=_name)
def test_the_frame_has_no_loose_words(file: Path) -> None:
    """All that people read goes through gettext: between tags, and in attributes that are read out."""
    if file.relative_to(FRAME).as_posix() in FOR_AUTHORS:
        return
    text = re.sub(r"\{#.*?#\}", "", file.read_text(encoding="utf-8"), flags=re.S)
    text = re.sub(r"\{% trans.*?%\}.*?\{% endtrans %\}", "", text, flags=re.S)
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text, flags=re.S)
    read_out = r'(?:aria-label|alt|title|placeholder|data-[\w-]+)="([^"]* [^"]*)"'
    loose = re.findall(r"[A-Za-z]{3,}", " ".join(re.findall(read_out, text)))
    between = re.sub(r"<!--.*?-->|<[^>]*>|@size of [\w ]*@|\{\w+\}", " ", text, flags=re.S)
    assert loose + re.findall(r"[A-Za-z]{4,}", between) == []


def test_shipped_welsh_is_marked_as_a_draft_and_current(welsh: Programme) -> None:
    held = {one.path: one.held for one in translatable(welsh) if one.held}
    assert len(held) >= 10
    assert not [path for path, one in held.items() if one.stale or one.reviewed_by]


def test_every_page_is_there_in_every_language(programme: Programme) -> None:
    pages = list(pages_of_all(programme))
    english = {page.uri for page in pages if page.language.is_source}
    welsh = {page.uri: page for page in pages if page.language.code == "cy"}
    assert set(welsh) == english
    assert not welsh["index.md"].shared
    assert welsh["index.md"].draft
    assert welsh["course/glossary.md"].shared


def test_words_of_another_language_are_marked(programme: Programme, welsh: Programme) -> None:
    glossary = programme.glossary
    assert told(welsh.language, "Fatigue", glossary) == '<span lang="en" dir="ltr">Fatigue</span>'
    assert told(programme.language, "Fatigue", glossary) == "Fatigue"
    assert told(welsh.language, "Y cwrs", welsh.course, "title") == "Y cwrs"


def test_links_lead_to_the_same_heading_in_every_language(programme: Programme, welsh: Programme) -> None:
    bodies = {body.uri: body.text for body in welsh.bodies if body.path.startswith("translations/")}
    relapse = bodies["course/understanding-your-ms-service/relapse.md"]
    assert "{ #first-when-to-get-help-fast }" in relapse


@pytest.mark.parametrize(("code", "direction"), [("cy", "ltr"), ("ar", "rtl"), ("pt-BR", "ltr")])
def test_direction(code: str, direction: str) -> None:
    assert Language(code).direction == direction


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), "translations", *words])


@pytest.mark.parametrize("code", ["zz-zz", "../x", "en", "welsh", "c/y"])
@pytest.mark.parametrize("option", ["--words", "--start", "--done", "--diff"])
def test_what_is_no_language_is_said_and_nothing_written(
    base: Path, option: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(base.rglob("*"))
    assert run(base, option, code, *([] if option == "--words" else [HELLO])) == 2
    assert f"'{code}' is not the code of another language; write cy for Welsh" in capsys.readouterr().err
    assert sorted(base.rglob("*")) == before


def test_a_translation_from_its_beginning_to_a_newer_text(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(base, "--start", "cy", HELLO) == 0
    made = base / "translations/cy" / HELLO
    made.write_text(made.read_text(encoding="utf-8").replace("title: Hello", "title: Helô"), encoding="utf-8")
    programme, problems = load(base)
    assert programme is not None
    assert problems == []
    (session, _) = programme.others[0].sessions
    assert session.meta.title == "Helô"
    assert session.meta.review == next(programme.sessions).meta.review
    assert run(base) == 0

    shared = base / HELLO
    shared.write_text(shared.read_text(encoding="utf-8").replace("find the door", "find a door"))
    capsys.readouterr()
    assert run(base) == 1
    assert f"stale: {HELLO}" in capsys.readouterr().out
    assert run(base, "--diff", "cy", HELLO) == 1
    told = capsys.readouterr().out
    assert re.search(r"Then: .*find the door.*\n(.*\n)*.*Now: .*find a door", told)
    assert len(told.split("\n")) < 8
    assert run(base, "--done", "cy", HELLO) == 0
    assert run(base, "--diff", "cy", HELLO) == 0
    assert run(base) == 0


def test_a_new_date_of_review_makes_no_translation_stale(base: Path) -> None:
    assert run(base, "--start", "cy", HELLO) == 0
    shared = base / HELLO
    shared.write_text(shared.read_text(encoding="utf-8").replace("2028-11-20", "2029-01-02"))
    assert run(base) == 0


def test_what_cannot_be_compared_is_told(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(base, "--diff", "cy", HELLO) == 2
    assert "begin it with --start cy" in capsys.readouterr().err
    assert run(base, "--start", "cy", HELLO) == 0
    shutil.rmtree(base / "translations/.based-on")
    assert run(base, "--diff", "cy", HELLO) == 2
    assert "nobody kept what translations/cy" in capsys.readouterr().err


def test_what_shipped_welsh_was_made_from_is_kept(programme: Programme, welsh: Programme) -> None:
    for source in translatable(welsh):
        if source.held:
            assert list(changed(programme, "cy", source.path)) == [], source.path


def test_what_cannot_be_begun_is_told(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(base, "--start", "cy", "plan/plan.yml") == 2
    assert "can be translated" in capsys.readouterr().err
    assert not (base / "translations/cy/plan").exists()


@pytest.mark.parametrize(
    ("nation", "more", "languages"),
    [
        ("wales", "", ["cy"]),
        ("england", "", []),
        ("england", "site_languages: [cy]\n", ["cy"]),
        ("wales", "site_languages: [en]\n", []),
    ],
)
def test_a_centre_names_its_languages(base: Path, nation: str, more: str, languages: list[str]) -> None:
    assert run(base, "--start", "cy", HELLO) == 0
    (base / "centre").mkdir()
    facts = "contacts: [{purpose: Relapses, phone: 01632 960001, hours: 'Monday to Friday, 9am to 5pm'}]\n"
    (base / "centre/centre.yml").write_text(f"name: Sea View\nnation: {nation}\n{facts}{more}")
    programme, problems = load(base)
    assert programme is not None, problems
    assert [one.language.code for one in programme.others] == languages


@pytest.fixture
def fork(tmp_path: Path, root: Path) -> Path:
    """The real course with an example centre in Wales, and words of its own in one place."""
    folder = with_centre(tmp_path / "fork", "sea-view")
    shutil.copytree(root / "translations", folder / "translations")
    (folder / "centre/local").mkdir(exist_ok=True)
    (folder / LOCAL).write_text("Phone us before noon on 029 2018 0001.\n", encoding="utf-8")
    return folder


LOCAL = "centre/local/relapse-advice-here.md"


def _put(folder: Path, path: str, *pairs: tuple[str, str]) -> None:
    assert run(folder, "--start", "cy", path) == 0
    file = folder / "centre/translations/cy" / path.removeprefix("centre/")
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def _welsh(folder: Path) -> dict[str, Page]:
    programme, problems = load(folder)
    assert programme is not None, problems
    assert problems == []
    return {page.uri: page for page in pages_of_all(programme) if page.language.code == "cy"}


def test_a_centres_own_facts_are_marked_as_english(fork: Path) -> None:
    pages = _welsh(fork)
    who = pages["course/navigating-the-nhs/who-to-call.md"].text
    assert '<span lang="en" dir="ltr">Relapse advice and questions</span>' in who
    assert "[029 2018 0001](tel:+44-29-2018-0001)" in who
    relapse = pages["course/understanding-your-ms-service/relapse.md"].text
    assert '<div lang="en" dir="ltr" markdown="1">\n\nPhone us before noon' in relapse


def test_a_centre_translates_its_own_facts_dates_and_words(fork: Path) -> None:
    facts = ("purpose: Relapse advice and questions", "purpose: Cyngor a chwestiynau am atglafychiad")
    hours = ("hours: Monday to Friday, 9:00 to 16:30", "hours: Dydd Llun i ddydd Gwener, 9:00 i 16:30")
    _put(fork, "centre/centre.yml", facts, hours)
    _put(fork, "centre/dates.yml", ("title: Spring group, for people new to MS", "title: Grŵp y gwanwyn"))
    _put(fork, LOCAL, ("Phone us before noon on", "Ffoniwch ni cyn hanner dydd ar"))
    pages = _welsh(fork)
    who = pages["course/navigating-the-nhs/who-to-call.md"].text
    assert "**Cyngor a chwestiynau am atglafychiad**" in who
    assert "Pryd: Dydd Llun i ddydd Gwener, 9:00 i 16:30" in who
    assert "\n## Grŵp y gwanwyn { #spring-2027 }" in pages["dates.md"].text
    relapse = pages["course/understanding-your-ms-service/relapse.md"].text
    assert "Ffoniwch ni cyn hanner dydd ar 029 2018 0001." in relapse
    assert "Phone us before noon" not in relapse


def test_a_centres_translation_says_what_the_centre_says(fork: Path) -> None:
    _put(
        fork,
        "centre/centre.yml",
        ("Monday to Friday, 9:00 to 16:30", "Dydd Llun i ddydd Gwener, 9:00 i 17:30"),
    )
    _put(fork, LOCAL, ("029 2018 0001", "029 2018 0002"))
    _, problems = load(fork)
    assert [(one.path, one.rule) for one in problems] == [
        ("centre/translations/cy/centre.yml", "translation-numbers"),
        ("centre/translations/cy/local/relapse-advice-here.md", "translation-numbers"),
    ]


def test_words_to_search_for_come_on_top_of_the_english_ones(programme: Programme, welsh: Programme) -> None:
    english, both = (safety(one) for one in (programme, welsh))
    assert set(english["fillers"]) < set(both["fillers"])
    for one, two in zip(english["signs"], both["signs"], strict=True):
        assert one["id"] == two["id"]
        assert two["phrases"][: len(one["phrases"])] == one["phrases"]
        assert len(two["phrases"]) > len(one["phrases"]) + 2, one["id"]


def test_every_sign_of_danger_is_told_in_welsh(welsh: Programme) -> None:
    held = welsh.safety.held
    assert held is not None
    for index, sign in enumerate(welsh.safety.value.signs):
        assert {("signs", index, "title"), ("signs", index, "help")} <= held.paths, sign.id
