"""programme new run: a run of the course with its meetings, added to centre/dates.yml."""

import argparse
import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from programme.adopting import CannotAdoptError
from programme.asking import ask, choose, field, lines
from programme.based_on import text_of
from programme.checks.dates import wrong_times
from programme.checks.words import WORDS
from programme.making import LOOK, Made, session
from programme.model.dates import Booking, Dates, Leader, Meeting, Online, Place, Run
from programme.rendering import render
from programme.sentences import sentences
from programme.text_slug import slug
from programme.whole import Programme
from programme.yaml_lines import parse

PATH = "centre/dates.yml"
_MEETING = re.compile(r"(\S+),? +(?:from )?(\d{1,2}:\d\d) ?(?:to|-|–) ?(\d{1,2}:\d\d)")
_HOW = {"place": "In a room", "online": "Online", "both": "Both: people can choose"}


def make(programme: Programme, options: argparse.Namespace) -> Made:
    there = {run.id for run in programme.dates.value.runs} if programme.dates else set()

    def wrong(said: str) -> str | None:
        return session.taken(slug(said), there, "run") or field(Run, "id")(slug(said))

    name = ask("A short name for this run?", "For example: Spring 2027", wrong, needed=True)
    meetings = [
        ask("When is the first meeting?", "Write 2027-01-14 10:30 to 12:30", _wrong_meeting, needed=True)
    ]
    meetings += lines("When is the next one?", "", _wrong_meeting)
    facts: dict[str, Any] = {
        "id": slug(name),
        "title": name,
        "meetings": sorted(map(_facts, meetings), key=lambda one: (one["on"], one["from"])),
    }
    how = choose("How do people meet?", _HOW)
    if how != "online":
        facts["place"] = {
            "name": ask("What is the place called?", "With the room.", field(Place, "name"), needed=True),
            "address": ask("Its address?", "With the postcode.", field(Place, "address"), needed=True),
        }
    if how != "place":
        facts["online"] = {
            "how": ask(
                "How do people join from home?", "Never the link itself.", field(Online, "how"), needed=True
            )
        }
    if how_to_book := _booking():
        facts["booking"] = how_to_book
    facts["leads"] = [
        {"role": one} for one in lines("Who leads? By role.", "For example MS nurse.", field(Leader, "role"))
    ]
    return Made({PATH: _with(options.root, facts, options)}, LOOK, replaces=True)


def _booking() -> dict[str, str]:
    said = ask("How do people book? A phone number or an e-mail address.", "", _phone_or_email)
    return {"email" if "@" in said else "phone": said} if said else {}


def _phone_or_email(said: str) -> str | None:
    return field(Booking, "email" if "@" in said else "phone")(said)


def _facts(said: str) -> dict[str, str]:
    """A meeting as dates.yml has it, by key; its times with two digits, so that they sort."""
    day, begin, end = found.groups() if (found := _MEETING.fullmatch(said)) else ("", "", "")
    return {"on": day.rstrip(","), "from": begin.zfill(5), "to": end.zfill(5)}


def _wrong_meeting(said: str) -> str | None:
    if not _MEETING.fullmatch(said):
        return "write day, beginning and end, as 2027-01-14 10:30 to 12:30"
    facts = _facts(said)
    told = next(filter(None, (field(Meeting, key)(value) for key, value in facts.items())), None)
    rule = None if told else wrong_times(Meeting.model_validate(facts))
    return (
        f"{WORDS[rule][0].format(begin=facts['from'], end=facts['to'])}; {WORDS[rule][1]}" if rule else told
    )


def _with(root: Path, facts: dict[str, Any], options: argparse.Namespace) -> str:
    """The text of dates.yml with the run at its end. What is there stays as it is, comments too."""
    item = render("new/run.yml", facts=facts).rstrip() + "\n"
    old = text_of(root, PATH)
    if old is None:
        return render("new/dates.yml", today=options.today, item=item)
    indent = re.search(r"^runs:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]*)-", old, re.MULTILINE)
    shift = indent[1] if indent else "  "
    made = f"{old.rstrip()}\n{_moved(item, shift)}"
    made = re.sub(r"^(checked_on:[ \t]*)\S+", rf"\g<1>{options.today}", made, count=1, flags=re.MULTILINE)
    document = parse(made)
    try:
        Dates.model_validate(document.value)
    except ValidationError as error:
        reason = next(text for _, _, text, _ in sentences(Dates, error))
        raise CannotAdoptError(
            f"the run could not be put at the end of {PATH} ({reason}). Put this under runs: there:\n{item}"
        ) from None
    return made


def _moved(item: str, shift: str) -> str:
    """`item`, which is written with 2 spaces before its hyphen, with `shift` there."""
    return "".join(f"{shift}{line.removeprefix('  ')}" for line in item.splitlines(keepends=True))
