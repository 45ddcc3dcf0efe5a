"""Dates of a centre: its page, its flyers, its calendars, and what is past."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar, Timezone

from example_centres import built, with_centre
from markup import Element, tree
from programme.addresses import all_pages, made_files
from programme.files import files
from programme.files.dates_calendar import UK_TIME
from programme.load import load
from programme.menu import menu
from programme.model.dates import Access, Help, Leader
from programme.nav import fill
from programme.pages import Page, pages
from programme.paper.qr import square_code
from programme.today import told_today
from programme.when import clock, long_day
from programme.whole import Programme

LONDON = ZoneInfo("Europe/London")


def page(programme: Programme, uri: str) -> Page:
    return next(one for one in pages(programme) if one.uri == uri)


def shown(programme: Programme, uri: str = "dates.md") -> Element:
    return tree(page(programme, uri).text)


def text(element: Element) -> str:
    return " ".join(element.text.split())


def events(content: bytes) -> Iterator[tuple[datetime, datetime, str]]:
    """(begin, end, title) as icalendar reads them back."""
    for event in Calendar.from_ical(content).walk("VEVENT"):
        yield event.decoded("dtstart"), event.decoded("dtend"), str(event["summary"])


# --- The page -----------------------------------------------------------------------------------------------


def test_the_shared_course_has_no_dates(programme: Programme, root: Path) -> None:
    assert not [one.uri for one in pages(programme) if one.uri.startswith("dates")]
    assert not [uri for uri, _ in files(programme) if uri.startswith("dates")]
    assert "dates.md" not in fill(menu(root), programme)
    assert "Next dates" not in page(programme, "index.md").text


def test_the_page_stands_in_the_menu_of_a_centre(sea_view: Programme, root: Path) -> None:
    assert fill(menu(root), sea_view)[:2] == [{"Home": "index.md"}, "dates.md"]


def test_addresses_name_the_pages_and_files(sea_view: Programme, made: dict[str, bytes]) -> None:
    assert {one.uri for one in pages(sea_view)} == {uri for uri, _ in all_pages(sea_view)}
    assert sorted(made) == sorted(uri for uri, _ in made_files(sea_view))


def test_each_run_says_when_where_and_how_to_book(sea_view: Programme) -> None:
    sections = shown(sea_view).all("section")
    assert [section.all("h2")[0].text for section in sections] == [run.title for run in sea_view.runs]
    for section, run in zip(sections, sea_view.runs, strict=True):
        days = [item.attrs["data-until"] for item in section.all("li") if "data-until" in item.attrs]
        assert days == [meeting.on.isoformat() for meeting in run.meetings]
        assert section.attrs["data-until"] == days[-1]
        said = text(section)
        assert all(long_day(meeting.on) in said for meeting in run.meetings)
        hrefs = [link.attrs["href"] for link in section.all("a")]
        assert f"dates/{run.id}.ics" in hrefs
        assert any(href.startswith("tel:+44-29-2018-") for href in hrefs)
    spring = text(sections[1])
    for words in (
        "10:30am to 12:30pm",
        "Cancelled: Thursday 18 February 2027",
        "AB1 2DE",
        "Bus 6 stops at the door.",
        "Book by Thursday 7 January 2027.",
        "Sam Example",
        "Tell us what you need: The course team, by 7 January.",
    ):
        assert words in spring
    assert "This group is full." in text(sections[2])
    assert "How to book" not in text(sections[2])


def test_without_booking_it_names_the_first_contact(sea_view: Programme) -> None:
    assert sea_view.runs[0].booking is None
    assert "029 2018 0001" in text(shown(sea_view).all("section")[0])


def test_a_secret_link_is_never_made_up(sea_view: Programme) -> None:
    assert "https://book.seaview.example/ms" in page(sea_view, "dates.md").text
    assert "Join the meeting" not in page(sea_view, "dates.md").text


def test_the_first_page_lists_the_next_runs(sea_view: Programme) -> None:
    home = shown(sea_view, "index.md")
    section = next(one for one in home.all("section") if "data-next-dates" in one.attrs)
    links = [link.attrs["href"] for link in section.all("a")]
    assert links == [*(f"dates.md#{run.id}" for run in sea_view.runs), "dates.md"]
    assert "Thursday 14 January 2027 to Thursday 15 April 2027" in text(section)


def test_flyer_has_what_paper_needs(sea_view: Programme) -> None:
    flyer = text(shown(sea_view, "dates/spring-2027-flyer.md"))
    for words in (
        "Sea View MS service",
        "Always from 10:30am to 12:30pm",
        "029 2018 0002",
        "https://ms.seaview.example",
    ):
        assert words in flyer
    assert "18 February" not in flyer, "a cancelled meeting is not on paper"


def test_the_code_of_the_flyers_opens_the_page_of_all_dates(
    sea_view: Programme, made: dict[str, bytes]
) -> None:
    assert made["dates/address.svg"].decode() == square_code("https://ms.seaview.example/course/dates.html")
    assert sea_view.centre
    nowhere = sea_view.centre.value.model_copy(update={"site_address": None})
    without = replace(sea_view, centre=replace(sea_view.centre, value=nowhere))
    assert "dates/address.svg" not in dict(files(without))


def test_an_author_cannot_write_markup_into_it(sea_view: Programme) -> None:
    nasty = "<script>alert(1)</script> [x](javascript:y) **b**"
    assert sea_view.dates
    run = sea_view.runs[1]
    assert run.place
    place = run.place.model_copy(update={"name": nasty, "access": Access(other=nasty, step_free=nasty)})
    leads = (Leader(role=nasty, name=nasty),)
    words = {
        "title": nasty,
        "about": nasty,
        "help": Help(what=nasty, tell=nasty),
        "place": place,
        "leads": leads,
    }
    value = sea_view.dates.value.model_copy(update={"runs": (run.model_copy(update=words),)})
    changed = replace(sea_view, dates=replace(sea_view.dates, value=value))
    for uri in ("dates.md", "dates/spring-2027-flyer.md", "index.md"):
        made = tree(page(changed, uri).text)
        assert nasty in text(made)
        assert not made.all("script")
        assert not [link for link in made.all("a") if "javascript" in link.attrs["href"]]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(9), "9am"),
        (time(12), "midday"),
        (time(12, 30), "12:30pm"),
        (time(13, 5), "1:05pm"),
        (time(0, 15), "12:15am"),
    ],
)
def test_times_as_people_say_them(at: time, said: str) -> None:
    assert clock(at) == said


# --- What is past -------------------------------------------------------------------------------------------


def test_a_build_that_is_told_no_day_leaves_nothing_out(sea_view: Programme) -> None:
    assert sea_view.today is None
    assert len(sea_view.runs) == 3


def test_what_is_past_on_the_day_falls_away(sea_view: Programme) -> None:
    later = replace(sea_view, today=date(2027, 3, 2))
    assert [run.id for run in later.runs] == ["spring-2027", "online-2027"]
    days = [item.attrs["data-until"] for item in shown(later).all("li") if "data-until" in item.attrs]
    assert days == ["2027-04-08", "2027-04-15", "2027-03-02"], "a meeting of today is not past"
    assert "dates/autumn-2026.ics" not in dict(files(later))
    assert not [one.uri for one in pages(later) if "autumn" in one.uri]
    assert "Autumn group" not in page(later, "index.md").text


def test_when_all_is_past_the_page_says_whom_to_ask(sea_view: Programme) -> None:
    later = replace(sea_view, today=date(2028, 1, 1))
    said = text(shown(later))
    assert "There are no dates at the moment." in said
    assert "029 2018 0001" in said
    assert "Next dates" not in page(later, "index.md").text
    assert not list(events(dict(files(later))["dates/all.ics"]))


def test_the_day_of_a_build() -> None:
    assert told_today({}) is None
    assert told_today({"PROGRAMME_TODAY": " 2027-02-01 "}) == date(2027, 2, 1)
    with pytest.raises(ValueError, match="PROGRAMME_TODAY is 'tomorrow', which is no day"):
        told_today({"PROGRAMME_TODAY": "tomorrow"})


# --- Calendars ----------------------------------------------------------------------------------------------


def test_calendars_read_back(sea_view: Programme, made: dict[str, bytes]) -> None:
    wanted = []
    for run in sea_view.runs:
        own = [
            (datetime.combine(one.on, one.begin, LONDON), datetime.combine(one.on, one.end, LONDON))
            for one in run.meetings
        ]
        assert [(begin, end) for begin, end, _ in events(made[f"dates/{run.id}.ics"])] == own
        assert all(run.title in title for _, _, title in events(made[f"dates/{run.id}.ics"]) if run.title)
        wanted += own
    assert [(begin, end) for begin, end, _ in events(made["dates/all.ics"])] == wanted
    assert len({str(one["uid"]) for one in Calendar.from_ical(made["dates/all.ics"]).walk("VEVENT")}) == len(
        wanted
    )


def test_another_parser_reads_the_same(made: dict[str, bytes]) -> None:
    theirs = IcsCalendarStream.calendar_from_ics(made["dates/all.ics"].decode()).events
    ours = Calendar.from_ical(made["dates/all.ics"]).walk("VEVENT")
    assert len(theirs) == len(ours) > 5
    for one, other in zip(theirs, ours, strict=True):
        assert (one.dtstart, one.dtend) == (other.decoded("dtstart"), other.decoded("dtend"))
        assert (one.uid, one.summary, one.location) == (other["uid"], other["summary"], other["location"])
        assert one.status.value == str(other["status"])
        assert one.description == str(other["description"])


def test_the_form_of_the_file(made: dict[str, bytes]) -> None:
    lines = made["dates/spring-2027.ics"].split(b"\r\n")
    assert b"\n" not in b"".join(lines), "each line ends in CRLF"
    assert max(map(len, lines)) <= 75, "long lines are folded (RFC 5545, 3.1)"
    assert b"DTSTART;TZID=Europe/London:20270114T103000" in lines
    assert b"URL:https://ms.seaview.example/course/dates.html#spring-2027" in lines


def test_uk_time_is_that_of_the_official_list() -> None:
    """On each day of the two months in which the clocks change, for the next years."""
    zone = Timezone.from_ical(UK_TIME).to_tz(lookup_tzid=False)
    wrong = []
    for year, month, day in product(range(2026, 2037), (3, 10), range(1, 32)):
        at = datetime(year, month, day, 12)
        if at.replace(tzinfo=zone).utcoffset() != at.replace(tzinfo=LONDON).utcoffset():
            wrong.append(at)
    assert wrong == []
    assert datetime(2027, 7, 1, 12, tzinfo=zone).utcoffset() == timedelta(hours=1)


def test_a_meeting_that_moves_keeps_its_uid(sea_view: Programme, made: dict[str, bytes]) -> None:
    assert sea_view.dates
    first = sea_view.runs[1].meetings[0]
    meetings = (first.model_copy(update={"on": date(2027, 1, 15)}), *sea_view.runs[1].meetings[1:])
    run = sea_view.runs[1].model_copy(update={"meetings": meetings})
    value = sea_view.dates.value.model_copy(update={"runs": (run,), "checked_on": date(2026, 12, 1)})
    moved = dict(files(replace(sea_view, dates=replace(sea_view.dates, value=value))))[
        "dates/spring-2027.ics"
    ]
    before, after = (
        Calendar.from_ical(one).walk("VEVENT")[0] for one in (made["dates/spring-2027.ics"], moved)
    )
    assert before["uid"] == after["uid"]
    assert before.decoded("dtstart") != after.decoded("dtstart")
    assert after["sequence"] > before["sequence"], "a calendar takes the newer one (RFC 5545, 3.8.7.4)"
    assert after.decoded("dtstamp") > before.decoded("dtstamp")


def test_what_is_cancelled_says_so(made: dict[str, bytes]) -> None:
    said = [
        (str(one["status"]), str(one["summary"]))
        for one in Calendar.from_ical(made["dates/all.ics"]).walk("VEVENT")
    ]
    cancelled = [title for status, title in said if status == "CANCELLED"]
    assert cancelled == ["Cancelled: Spring group, for people new to MS, Sea View MS service"]
    assert not [title for status, title in said if status == "CONFIRMED" and "Cancelled" in title]


def test_no_secret_link_in_a_calendar(made: dict[str, bytes]) -> None:
    unfolded = re.sub(rb"\r\n ", b"", made["dates/all.ics"]).decode()
    assert set(re.findall(r"https://[\w.]+", unfolded)) == {
        "https://ms.seaview.example",
        "https://book.seaview.example",
    }


def test_files_are_the_same_each_time(sea_view: Programme, made: dict[str, bytes]) -> None:
    assert dict(files(sea_view)) == made


# --- A real build -------------------------------------------------------------------------------------------


def test_a_build_can_be_told_the_day(tmp_path: Path) -> None:
    site = built(with_centre(tmp_path / "fork", "sea-view"), PROGRAMME_TODAY="2027-02-20")
    made = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if "dates" in str(file.relative_to(site))
    }
    assert "dates/spring-2027.ics" in made
    assert not [name for name in made if "autumn" in name]
    page = (site / "dates.html").read_text(encoding="utf-8")
    assert "Thursday 8 April 2027" in page
    assert "January" not in page.split("How to book")[0]


def test_a_day_that_is_none_stops_a_build(tmp_path: Path) -> None:
    fork = with_centre(tmp_path / "fork", "sea-view")
    with pytest.raises(
        AssertionError, match="PROGRAMME_TODAY is 'soon', which is no day; write it as 2027-02-01"
    ):
        built(fork, PROGRAMME_TODAY="soon")


def test_a_session_that_is_left_out_or_gone_is_not_named(tmp_path: Path) -> None:
    for folder in ("base", "cases/dates-of-what-is-left-out"):
        shutil.copytree(Path(__file__).parent / folder, tmp_path, dirs_exist_ok=True)
    dates = tmp_path / "centre/dates.yml"
    for old, new in (("", ""), ("[hello, goodbye]", "[hello, goodbye, of-an-earlier-edition]")):
        dates.write_text(dates.read_text().replace(old, new) if old else dates.read_text())
        programme, problems = load(tmp_path)
        assert programme, problems
        assert {one.severity for one in problems} == {"warning"}
        page = next(one for one in pages(programme) if one.uri == "dates.md")
        assert "[Goodbye](course/first/goodbye.md)" in page.text
        assert "Hello" not in page.text
        assert "whole course" not in page.text
        assert b"Hello" not in dict(files(programme))["dates/one.ics"]
