"""The options of the blocks that a text may hold, written indented under the block's first line."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from programme.model.base import Line, Minutes, Source

ActivityKind = Literal["discuss", "write", "try", "reflect"]
Drawing = Literal["empty", "circle", "chairs", "line", "up-and-down"]
Names = Annotated[tuple[Line, ...], Field(min_length=1, max_length=20)]
Few = Annotated[int, Field(ge=1, le=20)]


class NoOptions(Source):
    """A block without options."""


class FormPart(Source):
    """One part of an activity's paper form. It has one of the first nine keys; the others add to it."""

    lines: Few | None = None
    """How many lines to write on, without names."""
    named_lines: Names | None = None
    """Names of lines, or the words that they begin with; each gets room to write."""
    boxes: Names | None = None
    """Names of boxes to write in."""
    ticks: Names | None = None
    """Things to tick, each with a small box before it."""
    table: Names | None = None
    """The headings of the columns of a table to fill in."""
    beside_list: Annotated[int, Field(ge=1, le=5)] | None = None
    """Which list of the activity's text (1 is the first) gets room to write beside each of its points."""
    scale: Line | None = None
    """The question that a line from 0 to 10 answers."""
    drawing: Drawing | None = None
    """Room to draw: empty, or with a circle, chairs, a line, or a line between up and down."""
    say: Line | None = None
    """Words printed in the form."""
    each: Few | None = None
    """How many lines each named line, box, thing to tick or point of a list gets."""
    choices: Names | None = None
    """Words to tick in each box, row or point, for example yes and no."""
    rows: Names | None = None
    """Names of the rows of a table, which stand in its first column."""
    empty_rows: Few | None = None
    """How many empty rows a table has."""
    names: Names | None = None
    """Words along a line that is drawn."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = [key for key in KINDS_OF_FORM if getattr(self, key) is not None]
        if len(kinds) != 1:
            there = f"there are {' and '.join(kinds)}" if kinds else "nothing says what it is"
            raise ValueError(f"{there}; write exactly one of {', '.join(KINDS_OF_FORM)}")
        for key, kinds_with_it in GOES_WITH.items():
            if getattr(self, key) is not None and kinds[0] not in kinds_with_it:
                raise ValueError(
                    f"{key} does not go with {kinds[0]}; it goes with {', '.join(kinds_with_it)}"
                )
        if self.table and not (self.rows or self.empty_rows):
            raise ValueError("this table has no rows; write rows: or empty_rows: below it")
        if self.beside_list and not (self.each or self.choices):
            raise ValueError("nothing stands beside the list; write each: or choices: below it")
        return self


KINDS_OF_FORM = (
    "lines",
    "named_lines",
    "boxes",
    "ticks",
    "table",
    "beside_list",
    "scale",
    "drawing",
    "say",
)
GOES_WITH = {
    "each": ("named_lines", "boxes", "ticks", "beside_list"),
    "choices": ("boxes", "table", "beside_list"),
    "rows": ("table",),
    "empty_rows": ("table",),
    "names": ("drawing",),
}
"""A key of a form part that adds to others → the keys that it adds to."""


class ActivityOptions(Source):
    """/// activity | Title: something to do, alone or in a group, that also works on paper."""

    minutes: Minutes
    """How long it takes, in minutes."""
    kind: ActivityKind
    """What people do: discuss, write, try or reflect."""
    needs: tuple[Line, ...] = ()
    """What must be to hand, for example pens; the run sheet gathers them."""
    paper: Line
    """How it is done on paper, for example: three lines to write on."""
    form: tuple[FormPart, ...] = ()
    """The same as a form to print, part by part; without it the handout has 4 empty lines."""
