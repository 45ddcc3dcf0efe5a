"""The lines of a text that hold prose, with code blanked out, for the rules that look into them."""

from collections.abc import Iterator

from programme.syntax import blank_code, prose_lines
from programme.whole import Body


def prose(body: Body) -> Iterator[tuple[int, str]]:
    """(line number in the file, text without code) of every line outside code blocks."""
    for index, text in prose_lines(body.text.split("\n")):
        yield index + body.first_line, blank_code(text)
