"""Questions on the terminal. What is typed is checked at once by the model that will read it."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ValidationError

from programme.hints import nearest, short
from programme.sentences import sentences

Check = Callable[[str], str | None]
"""What is wrong with an answer, or None."""


class NoAnswerError(Exception):
    """The answers ended before a question that needs one. Nothing is written then."""


def ask(question: str, hint: str = "", wrong: Check | None = None, needed: bool = False) -> str:
    """The answer to `question`, asked again until nothing is wrong with it; "" when Enter alone is fine."""
    print(f"\n{question}" + (f"\n  {hint}" if hint else ""))
    while True:
        try:
            said = " ".join(input("> ").split())
        except EOFError:
            said = ""
            if needed:
                raise NoAnswerError(question) from None
        if not said and not needed:
            return ""
        reason = (wrong(said) if wrong else None) if said else "this one is needed"
        if not reason:
            return said
        print(f"  That cannot be: {reason}" + ("" if reason.endswith("?") else "."))


def field(model: type[BaseModel], key: str, read: Callable[[str], Any] = str) -> Check:
    """A check of the `key` of `model`; `read` makes of an answer what stands in the file."""

    def wrong(said: str) -> str | None:
        try:
            model.model_validate({key: read(said)})
        except ValidationError as error:
            before = f"'{key}' cannot be '{short(said)}': "  # what people see anyway: they have just typed it
            told = [(text, advice) for at, _, text, advice in sentences(model, error) if at[:1] == (key,)]
            return f"{told[0][0].removeprefix(before)}; {told[0][1]}" if told else None
        return None

    return wrong


def choose(question: str, names: dict[str, str], needed: bool = True) -> str:
    """The key of one of `names`, chosen by its number or by its name."""
    listed = "\n".join(f"  {number} {name}" for number, name in enumerate(names.values(), 1))
    keys = list(names)

    def meant(said: str) -> str | None:
        if said.isdigit() and 0 < int(said) <= len(keys):
            return keys[int(said) - 1]
        same = {key.lower(): key for key in keys} | {name.lower(): key for key, name in names.items()}
        return same.get(said.lower()) or same.get(nearest(said.lower(), same) or "")

    def wrong(said: str) -> str | None:
        return None if meant(said) else f"write a number from 1 to {len(keys)}"

    said = ask(f"{question}\n{listed}", "", wrong, needed)
    key = meant(said) or ""
    if key and said.lower() not in (
        key.lower(),
        names[key].lower(),
    ):  # a number or a slip: say what was taken
        print(f"  {names[key]}")
    return key


def yes(question: str) -> bool:
    """True when the answer is y or yes; Enter is no."""
    return ask(question, "y or n; Enter alone is no", _not_yes_or_no).lower().startswith("y")


def _not_yes_or_no(said: str) -> str | None:
    return None if said.lower() in ("y", "yes", "n", "no") else "write y or n"


def lines(question: str, hint: str = "", wrong: Check | None = None) -> list[str]:
    """Answers, one a line, until Enter alone."""
    found = [ask(question, f"{hint} Enter alone goes on.".strip(), wrong)]
    while found[-1]:
        found.append(ask("And another?", "", wrong))
    return found[:-1]
