"""The tree → text for the notes of slides: without numbers of sources, which are listed on the handout."""

from collections.abc import Iterable

from programme.formats.plain_text.pieces import Pieces
from programme.tree import nodes as tree


class Spoken(Pieces):
    """`texts` gives each paragraph and point as a line."""

    def inline(self, inside: Iterable[tree.Inline]) -> str:
        return super().inline(one for one in inside if not isinstance(one, tree.Cite))

    def texts(self, blocks: Iterable[tree.Block]) -> list[str]:
        shown = [piece for piece in self.blocks(blocks) if piece.kind not in ("begin", "end")]
        return [f"{piece.mark} {piece.text}".strip() for piece in shown]
