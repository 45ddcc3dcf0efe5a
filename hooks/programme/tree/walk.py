"""All blocks of a tree, in order."""

from collections.abc import Iterator

from programme.tree.nodes import (
    Activity,
    Answer,
    Block,
    Blocks,
    Check,
    Explained,
    Heading,
    Help,
    Item,
    Sources,
)


def headings(blocks: Blocks) -> Iterator[Heading]:
    """All headings in order; activities, checks and help boxes have one of level 3."""
    for block in walk(blocks):
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Activity | Help):
            yield Heading(3, block.title, line=block.line)
        elif isinstance(block, Check):
            yield Heading(3, block.question, line=block.line)
        elif isinstance(block, Sources):
            yield block.heading


def walk(blocks: Blocks) -> Iterator[Block]:
    """All blocks, those inside others too, in order."""
    for block in blocks:
        yield block
        yield from walk(_inside(block))


def _inside(block: Block) -> Blocks:
    found: list[Block] = [*getattr(block, "blocks", ())]
    for part in (
        *getattr(block, "items", ()),
        *getattr(block, "entries", ()),
        *getattr(block, "answers", ()),
    ):
        match part:
            case Item() | Explained():
                found += part.blocks
            case Answer():
                found += part.reply
    for row in (*getattr(block, "head", ()), *getattr(block, "rows", ())):
        for cell in row:
            found += cell.blocks
    return tuple(found)
