"""The options of the blocks that a text may hold, written indented under the block's first line."""

from typing import Literal

from programme.model.base import Line, Minutes, Source


class NoOptions(Source):
    """A block without options."""


class ActivityOptions(Source):
    """/// activity | Title: something to do, alone or in a group, that also works on paper."""

    minutes: Minutes
    """How long it takes, in minutes."""
    kind: Literal["discuss", "write", "try", "reflect"]
    """What people do: discuss, write, try or reflect."""
    needs: tuple[Line, ...] = ()
    """What must be to hand, for example pens; the run sheet gathers them."""
    paper: Line
    """How it is done on paper, for example: three lines to write on."""
