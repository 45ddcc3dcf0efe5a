"""Every name between {{ and }} is one that can be filled in; nothing else is, and no code runs."""

import re
from collections.abc import Iterator

from programme.checks.lines import prose
from programme.checks.words import say
from programme.hints import did_you_mean
from programme.names import inline_names, list_names
from programme.problems import Problem
from programme.syntax import NAME
from programme.whole import Programme

_CODE = re.compile(r"\{[%#].*?(?:[%#]\}|$)")
_PLAIN = re.compile(r"[a-z][\w-]*(\.[\w-]+)*")


def known(programme: Programme) -> Iterator[Problem]:
    lists, inline = list_names(programme), inline_names(programme)
    for body in programme.bodies:
        for line, text in prose(body):
            for code in _CODE.findall(text):
                yield say(body.path, line, "name-code", text=code)
            for found in NAME.finditer(text):
                name = found[1].strip()
                if not _PLAIN.fullmatch(name):
                    yield say(body.path, line, "name-form", text=found[0])
                elif name in lists and text.strip() != found[0]:
                    yield say(body.path, line, "name-not-alone", name=name)
                elif name not in lists and name not in inline:
                    hint = did_you_mean(name, {*lists, *inline})
                    yield say(body.path, line, "unknown-name", name=name, hint=hint)
