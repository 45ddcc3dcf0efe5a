"""Ways to reach people, and where they are: phone, e-mail, hours, postcode. Checked, never looked up."""

import re
from typing import Annotated, Self

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from phonenumbers.shortnumberinfo import is_valid_short_number_for_region
from pydantic import AfterValidator, ValidationInfo, model_validator

from programme.model.base import Date, Line, Source, Url
from programme.model.hours import wrong_hours

_DIGITS = re.compile(r"\+?\d[\d ()-]*(?:,? (?:ext\.?|extension|x) ?\d{1,7})?")
_DRAMA = re.compile(r"(?:\+44|0)(?:1632960\d{3}|7700900\d{3})")
"""Numbers that Ofcom keeps free for plays and examples, and so in no list of those in use."""
_PHONE_FORM = "write it with its area code, as 029 2018 0001, and nothing but the number"
_POSTCODE = re.compile(
    r"\b(?:[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY])|GIR)"
    r" ?(?:0AA|\d[ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
"""The form of every UK postcode (Office for National Statistics, Postcode Directory; BS 7666)."""


def parsed(phone: str) -> phonenumbers.PhoneNumber:
    """A phone number that was checked, as its library knows it."""
    return phonenumbers.parse(phone, "GB")


def _phone(value: str) -> str:
    if not _DIGITS.fullmatch(value):
        raise ValueError(f"this is not a phone number; {_PHONE_FORM}")
    if _DRAMA.fullmatch(re.sub(r"[ ()-]", "", value)):
        return value
    try:
        number = parsed(value)
    except phonenumbers.NumberParseException:
        raise ValueError(f"this is not a phone number; {_PHONE_FORM}") from None
    short = is_valid_short_number_for_region(number, "GB")
    if not short and not phonenumbers.is_valid_number_for_region(number, "GB"):
        raise ValueError(f"there is no such phone number in the UK; count its digits, and {_PHONE_FORM}")
    return value


def _email(value: str) -> str:
    try:
        return validate_email(value, check_deliverability=False).normalized
    except EmailNotValidError:
        raise ValueError("this is not an e-mail address; write it as team@example.org") from None


def _hours(value: str, info: ValidationInfo) -> str:
    if (info.context or {}).get("translated"):  # its days have other names; its numbers are those of English
        return value
    if wrong := wrong_hours(value):
        raise ValueError("; ".join(wrong))
    return value


def _address(value: str) -> str:
    if re.match(r"https?://|www\.", value):
        raise ValueError(
            "this is a web address; write site_address: for it, and here street, town and postcode"
        )
    if not _POSTCODE.search(value):
        raise ValueError(
            "it has no postcode of the UK; end it with one, as in 1 High Street, Anytown, AB1 2DE"
        )
    return value


Phone = Annotated[Line, AfterValidator(_phone)]
"""A phone number of the UK."""
Email = Annotated[Line, AfterValidator(_email)]
"""An e-mail address."""
Hours = Annotated[Line, AfterValidator(_hours)]
"""Opening hours as people write them."""
PostalAddress = Annotated[Line, AfterValidator(_address)]
"""An address on one line, with its postcode."""


class Reach(Source):
    """How to reach someone: by phone or by e-mail."""

    phone: Phone | None = None
    """Phone number of the team, never a person's own."""
    email: Email | None = None
    """E-mail address of the team."""

    @property
    def tel(self) -> str:
        """The phone number as a link: +44-29-2018-0001, and ;ext=45 for an extension."""
        said = phonenumbers.format_number(parsed(self.phone or ""), phonenumbers.PhoneNumberFormat.RFC3966)
        found = re.fullmatch(r"tel:(\+44-)?(\d{3,6})", said)  # 111 is dialled as it is
        return found[2] if found else said.removeprefix("tel:")


class Contact(Reach):
    """One way to reach the service."""

    purpose: Line
    """What this line is for, for example relapse advice."""
    hours: Hours | None = None
    """When it is answered, for example Monday to Friday, 9:00 to 17:00."""
    outside_hours: Line | None = None
    """What to do when it is not answered, for example leave a message, or phone your GP surgery."""
    answered_within: Line | None = None
    """How soon people hear back, for example 2 working days."""
    checked_on: Date | None = None
    """Day on which someone last tried it and it worked."""

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if not self.phone and not self.email:
            raise ValueError("there is no way to reach it; write phone: or email: below it")
        return self


class Group(Reach):
    """One local service or group."""

    name: Line
    """What it is called."""
    what: Line | None = None
    """What it gives to people with MS, in one sentence."""
    when: Line | None = None
    """When it meets or is open."""
    url: Url | None = None
    """Its web address."""
    checked_on: Date | None = None
    """Day on which someone last made sure that this is right."""
