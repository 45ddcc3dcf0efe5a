"""A short address for each session, for people who copy it from paper: a page that leads on at once.

It leads on without a script too. A server's own redirects would be faster, and few centres can set them.
"""

from collections.abc import Iterator

from programme import addresses as at
from programme.language import N_
from programme.rendering import render
from programme.whole import Programme

SAID = N_("Go on to: {title}")


def files(programme: Programme) -> Iterator[tuple[str, bytes]]:
    """(uri, content) for each session in each language that has its text."""
    for one in (programme, *programme.others):
        for session in (each for each in one.sessions if one.shows(each.prose.path)):
            uri = one.language.folder + at.short(session.body.uri)
            to = at.link(uri, one.language.folder + at.html(session.body.uri))
            said = one.language.gettext(SAID).format(title=session.meta.title)
            page = render("short.html", programme=one, said=said, to=to)
            yield at.html(uri), page.encode()
