"""The finished site of the real programme, as `mkdocs build --strict` makes it."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from programme.addresses import all_pages
from programme.pages import pages
from programme.run_sheet import run_sheet
from programme.text import filled
from programme.whole import Programme

READS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "object": "data"}


class Tags(HTMLParser):
    """Every start tag of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def html(site: Path, uri: str) -> str:
    return (site / uri.removesuffix(".md")).with_suffix(".html").read_text(encoding="utf-8")


def article(text: str) -> str:
    return text[text.index("<main") : text.index("</main>")]


def test_every_page_is_there_once(programme: Programme, site: Path) -> None:
    made = [page.uri for page in pages(programme)]
    assert len(made) == len(set(made))
    assert set(made) == {uri for uri, _ in all_pages(programme)}
    assert all((site / uri.removesuffix(".md")).with_suffix(".html").is_file() for uri in made)


def test_the_short_address_of_a_session_leads_to_it(programme: Programme, site: Path) -> None:
    for session in programme.sessions:
        short = site / "s" / f"{session.id}.html"
        found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', short.read_text(encoding="utf-8"))
        assert found, short
        target = (short.parent / found[1]).resolve()
        assert target == (site / session.body.uri).with_suffix(".html").resolve()
        assert target.is_file()


def test_nothing_is_read_from_elsewhere(site: Path) -> None:
    """No script, style, font or picture comes from another host, in any page or style sheet."""
    for file in site.rglob("*.html"):
        for tag, attributes in Tags(file.read_text(encoding="utf-8")).tags:
            if tag == "link" and attributes.get("rel") == "canonical":
                continue
            address = attributes.get(READS.get(tag, ""), "") or ""
            assert not urlsplit(address).netloc, f"{file}: <{tag}> reads {address}"
    for file in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(https?:)?//", file.read_text(encoding="utf-8")), file


def test_every_page_has_title_description_and_one_heading(site: Path) -> None:
    seen: dict[tuple[str, str], Path] = {}
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        title = re.search(r"<title[^>]*>(.*?)</title>", text)
        language = re.search(r'<html lang="([^"]*)"', text)  # a page that is not translated keeps its title
        assert title, file
        assert language, file
        known = title[1], language[1]
        assert known not in seen, f"{file} and {seen.get(known)} have the same title"
        seen[known] = file
        assert len(re.findall(r"<h1[ >]", text)) == 1, file
        if file.name != "404.html":
            assert re.search(r'<meta name="description"[^>]* content="[^"]{10,}"', text), file


def test_notes_for_facilitators_are_not_on_reader_pages(programme: Programme, site: Path) -> None:
    """Removed, not hidden: no word of them is in the page."""
    for session in programme.sessions:
        notes = [block for block in session.body.blocks if block.name == "facilitator"]
        assert notes, f"{session.id} has no notes to look for"
        text = html(site, session.body.uri)
        assert "box-facilitator" not in text
        for note in notes:
            assert note.title not in text


@pytest.mark.parametrize("kind", ["Course", "LearningResource"])
def test_structured_data(site: Path, kind: str) -> None:
    found = []
    for file in site.rglob("*.html"):
        for data in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', file.read_text(encoding="utf-8")
        ):
            found.append(json.loads(data))
    assert [data for data in found if data["@type"] == kind and data["@context"] == "https://schema.org"]


def test_session_page_has_all_its_parts(programme: Programme, site: Path) -> None:
    for session in programme.sessions:
        text = article(html(site, session.body.uri))
        for outcome in session.meta.outcomes:
            assert re.sub(r"\W", "", outcome) in re.sub(r"\W", "", re.sub("<[^>]+>", "", text))
        assert "not yet been reviewed by clinicians and people with MS" in text
        assert "Next review due" in text
        assert 'id="sources-used"' in text
        assert text.count('class="box box-activity"') >= 2
        assert text.count('class="box box-check"') >= 2
        assert text.count("<details") == text.count("<summary")
        assert not re.search(r"\[@|\{\{|^///", re.sub("<pre.*?</pre>", "", text, flags=re.S), re.M)


def test_every_citation_leads_to_its_source(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        wanted = set(re.findall(r'href="#(source-\d+)"', text))
        there = re.findall(r'id="(source-\d+)"', text)
        assert sorted(there) == sorted(wanted), file


def test_help_box_names_whom_to_call_in_every_nation(site: Path) -> None:
    text = article(html(site, "course/understanding-your-ms-service/relapse.md"))
    box = text[text.index("box-help") : text.index("</section>", text.index("box-help"))]
    order = [box.index(words) for words in ("Call 999 now if", "Get help today if", "Tell your MS team if")]
    assert order == sorted(order)
    for nation in ("England", "Scotland", "Wales", "Northern Ireland"):
        assert f"<strong>{nation}:</strong>" in box


def test_run_sheet_adds_up(programme: Programme, site: Path) -> None:
    for session in programme.sessions:
        text = html(site, f"facilitators/{session.module_id}/{session.id}.md")
        rows = re.findall(
            r"<tr><td>(\d\d):(\d\d)</td><th scope=\"row\">(.*?)</th><td>(\d+)</td><td>(\d+)</td></tr>", text
        )
        clock = int(rows[0][0]) * 60 + int(rows[0][1])
        total = 0
        for hour, minute, _, minutes, start in rows:
            assert (int(hour) * 60 + int(minute), int(start)) == (clock + total, total)
            total += int(minutes)
        assert f"{total} minutes in all" in text
        assert 60 <= total <= 120
        assert sum(what == "Break" for _, _, what, _, _ in rows) == 1
        for need in {
            need for block in session.body.blocks if block.name == "activity" for need in block.options.needs
        }:
            assert need in text


def test_the_schedule_says_for_which_session_each_thing_is(site: Path) -> None:
    """What many meetings need stands once; the rest at its session: "the 3 lines" alone say nothing."""
    text = article(html(site, "facilitators/index.md"))
    ready = text[text.index('id="what-to-have-ready') : text.index('class="review"')]
    often, _, others = ready.partition("<ul>")
    assert "pens" in often
    assert "pens" not in others
    assert re.search(r"Living with fatigue</a>. Slips of paper.</li>", others)


def test_notes_name_the_break_where_the_run_sheet_has_it(programme: Programme) -> None:
    for session in programme.sessions:
        lines = filled(programme, session.body)
        whats = [row.what for row in run_sheet(session, programme.course.value.meeting, lines).rows]
        for said in re.findall(r'[Bb]reak[^.]*? after "([^"]+)"', session.body.text):
            assert said.rstrip("?") in whats[whats.index("Break") - 1], session.prose.path


def test_pathways_lead_through_their_sessions_in_order(programme: Programme, site: Path) -> None:
    assert programme.course.value.pathways
    for way in programme.course.value.pathways:
        text = article(html(site, f"course/pathways/{way.id}.md"))
        found = re.findall(r'<h2 id="([\w-]+)">\d+\. <a href="\.\./[\w-]+/([\w-]+)\.html">', text)
        assert found == [(step.session, step.session) for step in way.steps]
