"""What one person needs to lead a session: its run sheet, and cards of its activities."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from programme.formats.manuscripts import Print
from programme.formats.words import PaperWords
from programme.language import N_
from programme.paper import forms
from programme.paper.code import array, call, content, string
from programme.paper.handout import SIZES, sheet
from programme.paper.render import Renderer
from programme.paper.sheets import Use, facts
from programme.tree import nodes as tree
from programme.tree.walk import walk
from programme.whole import Session

READERS = N_("What readers see")
BY_HAND = N_("Make the sheets you need by hand, or copy the text from here.")
"""Words of the template of run sheets that only make sense on its page."""
READY = N_("What to have ready")
TODAY = N_("For today")
ON_THE_DAY = (N_("Staff contact today, and their number:"), N_("Where someone can rest:"))
"""Others of its words: what is under them has boxes to tick, or lines to write on."""


def run_sheet_code(document: tree.Document, use: Use, renderer: Renderer) -> str:
    """The page of the run sheet, with what it is for on top, and room to write at the end."""
    say, words = use.language.gettext, use.how.words
    blocks = _for_paper([one for one in document.blocks if not isinstance(one, tree.Section)], say)
    sources = [one for one in blocks if isinstance(one, tree.Sources)]
    text = [one for one in blocks if not isinstance(one, tree.Sources)]
    review = [one for one in document.blocks if isinstance(one, tree.Section)]
    to_write = tree.WriteLines(tuple(map(say, ON_THE_DAY)), 1)
    inside = [
        renderer.blocks(text[:2]),
        facts(use),
        *(_timetable(one, renderer) for one in text[2:]),
        renderer.heading(2, string(say(TODAY))),
        forms.part(to_write, words, renderer.size),
        forms.part(tree.WriteLines((words.next_time,), 4), words, renderer.size),
        renderer.blocks([*review, *sources]),
    ]
    return sheet(document.title, document.language, use.how, document.code, inside)


def _timetable(one: tree.Block, renderer: Renderer) -> str:
    """Time, what, and minutes: narrow enough for large print, which leaves out the minutes from the start.
    Other blocks as they are."""
    if not isinstance(one, tree.Table) or not one.caption:
        return renderer.block(one)
    kept = 4 if renderer.size == SIZES[0] else 3

    def cells(rows: Iterable[tuple[tree.Cell, ...]]) -> str:
        return array(renderer.cell(cell) for row in rows for cell in row[:kept])

    columns = array(["auto", "1fr", "auto", "auto"][:kept])
    return call("grid-of", columns, renderer.inline(one.caption), cells(one.head), cells(one.rows))


def _for_paper(blocks: list[tree.Block], say: Callable[[str], str]) -> list[tree.Block]:
    """With boxes to tick in the list of what to have ready; without what only makes sense on a screen."""
    made: list[tree.Block] = []
    heading = ""
    for one in blocks:
        if isinstance(one, tree.Heading):
            heading = tree.plain(one.inside)
        if isinstance(one, tree.ListOf) and heading == say(READY):
            one = replace(one, items=tuple(replace(item, tick=True) for item in one.items))
        elif isinstance(one, tree.Paragraph):
            one = replace(one, inside=_without_link(one.inside, say(READERS)))
        hidden = isinstance(one, tree.Paragraph) and tree.plain(one.inside) == say(BY_HAND)
        made += [] if hidden or _for_today(one, heading, say) else [one]
    return made


def _for_today(one: tree.Block, heading: str, say: Callable[[str], str]) -> bool:
    """What `run_sheet_code` puts at the end, with room to write."""
    return heading == say(TODAY) and not isinstance(one, tree.Sources)


def _without_link(inside: tree.Inlines, words: str) -> tree.Inlines:
    """`inside` up to the link with these `words`, which end their paragraph."""
    for number, one in enumerate(inside):
        if isinstance(one, tree.Link) and tree.plain(one.inside) == words:
            return inside[:number]
    return inside


def activities_of(document: tree.Document) -> list[tree.Activity]:
    return [one for one in walk(document.blocks) if isinstance(one, tree.Activity)]


def cards_code(session: Session, document: tree.Document, how: Print, renderer: Renderer) -> str:
    """A card for each activity: what it is called, how long it takes, what to have, and what to do."""
    words = how.words
    title = words.cards.format(title=session.meta.title)
    made = [_card(one, words, renderer) for one in activities_of(document)]
    return sheet(title, document.language, how, document.code, [call("cards", *made)])


def _card(one: tree.Activity, words: PaperWords, renderer: Renderer) -> str:
    how = {"discuss": words.discuss, "write": words.write, "try": words.try_, "reflect": words.reflect}
    told = [words.activity_facts.format(minutes=one.minutes, how=how[one.kind])]
    told += [words.needs.format(needs=", ".join(one.needs))] if one.needs else []
    title = renderer.heading(1, renderer.inline(one.title))
    bare = tuple(_without_room(block) for block in one.blocks)
    return content([title, call("para", string(" ".join(told))), renderer.blocks(bare)])


def _without_room(block: tree.Block) -> tree.Block:
    """People write on their handout, not on the card."""
    if isinstance(block, tree.ListOf):
        return replace(block, items=tuple(replace(item, room=None) for item in block.items))
    return block
