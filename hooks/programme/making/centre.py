"""programme new centre: the questions, and centre/centre.yml with a comment at each key."""

import argparse
from typing import Any

from pydantic import BaseModel

from programme.asking import Check, ask, choose, field, yes
from programme.everyday import MAKE
from programme.making import LOOK, Made, free
from programme.model.base import NATIONS
from programme.model.centre import Centre
from programme.model.contact import Contact
from programme.rendering import render
from programme.whole import Programme

PATH = "centre/centre.yml"
NEXT = f"""
What to do next:
1. {LOOK}
2. Open {PATH} in Notepad or any text editor. Lines with # are for you; the site leaves them out.
3. Before you put the site out, see what is missing: {MAKE} check --publish"""


def make(programme: Programme, options: argparse.Namespace) -> Made:
    """Asks what a site needs and what helps most; all other keys stand in the file as comments."""
    free(options.root, PATH)
    print("A few questions about your centre. Give team lines and shared mailboxes, never a person's own.")
    print("Enter leaves a question out. You can change everything later in", PATH)
    facts: dict[str, Any] = {
        "name": ask("What is your service called?", "As people know it.", field(Centre, "name"), needed=True),
        "nation": choose("Which nation is it in?", {str(key): name for key, name in NATIONS.items()}),
        "contacts": [
            _contact("What is the line for that people use most?", "Relapses and questions", options)
        ],
    }
    while yes("Is there another line or mailbox to give?"):
        facts["contacts"].append(_contact("What is it for?", "", options))
    facts["urgent"] = ask(
        "What do people do when they need you the same day?",
        "One or two sentences, for example: Phone us before 11:00 and say that it is urgent.",
        _no_sentence,
    )
    facts["accessibility_contact"] = _for_access(facts["contacts"][0], options)
    facts["site_address"] = ask(
        "At which web address will your site stand, if you know it?",
        "For example https://ms.your-trust.nhs.uk/course/",
        field(Centre, "site_address"),
    )
    text = render("new/centre.yml", facts=facts, about=_about(Centre), contact=_about(Contact))
    return Made({PATH: text + "\n"}, NEXT)


def _contact(question: str, purpose: str, options: argparse.Namespace) -> dict[str, Any]:
    hint = f"Enter alone writes: {purpose}" if purpose else ""
    said = ask(question, hint, field(Contact, "purpose"), needed=not purpose)
    found: dict[str, Any] = {"purpose": said or purpose}
    found["phone"] = ask("Its phone number?", "With the area code.", field(Contact, "phone"))
    only = "" if found["phone"] else "Without a phone number, this one is needed."
    found["email"] = ask("Its e-mail address?", only, field(Contact, "email"), needed=bool(only))
    found["hours"] = ask(
        "When is it answered?", "For example Monday to Friday, 9:00 to 17:00", field(Contact, "hours")
    )
    found["outside_hours"] = ask(
        "What do people do at other times?",
        "For example Leave a message, or phone your GP surgery",
        _more_than_a_word("outside_hours"),
    )
    found["answered_within"] = ask(
        "How soon do people hear back?",
        "For example 2 working days",
        _more_than_a_word("answered_within"),
    )
    found["checked_on"] = options.today if yes("Have you tried this line today, and did it work?") else ""
    return found


def _for_access(first: dict[str, Any], options: argparse.Namespace) -> dict[str, Any]:
    """Every public site needs someone to tell (accessibility regulations 2018); often it is the same line."""
    question = (
        "Who helps people who cannot use the site, or need large print? A phone number or e-mail address"
    )
    said = ask(question, "Enter alone writes the line that you gave first.", _phone_or_email)
    found = {"purpose": "Help to use this site, or to get it in another format"}
    if not said:
        return found | {key: first[key] for key in ("phone", "email", "hours", "checked_on") if first[key]}
    return found | {"email" if "@" in said else "phone": said}


def _no_sentence(said: str) -> str | None:
    """Often n is typed here for no, and would stand on the site."""
    return field(Centre, "urgent")(said) if " " in said else "write a whole sentence, or press Enter alone"


def _more_than_a_word(key: str) -> Check:
    """The same for a fact about a contact, which can be one long word."""
    wrong = field(Contact, key)
    return lambda said: wrong(said) if len(said) > 3 else "write a few words, or press Enter alone"


def _phone_or_email(said: str) -> str | None:
    return field(Contact, "email" if "@" in said else "phone")(said)


def _about(model: type[BaseModel]) -> dict[str, str]:
    """Key → its sentence, in the order of the model."""
    fields = model.model_fields.items()
    return {one.alias or name: " ".join((one.description or "").split()) for name, one in fields}
