"""The one tree that every file for paper, print and e-readers is made from: its nodes, and nothing else.

A renderer maps each kind of node to its own form. All kinds are in `Inline` and `Block`, so that mypy and a
`match` with `assert_never` show a renderer what it forgot. Nodes hold words, never Markdown or HTML.
`line` is the line of the author's file (`Document.source`), 0 where our own templates put the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from programme.model.base import NationId
from programme.model.blocks import ActivityKind, Drawing


@dataclass(frozen=True)
class Text:
    """Words as they are shown. White space is single; a line break is `Break`."""

    text: str


@dataclass(frozen=True)
class Strong:
    """Bold. Emphasis is bold too: italics are hard to read (UKAAF, Clear print)."""

    inside: tuple["Inline", ...]


@dataclass(frozen=True)
class Link:
    """`to` is an address from https:// (mailto:, tel:) on, or `uri#anchor` of a page of the site."""

    to: str
    inside: tuple["Inline", ...]

    @property
    def outside(self) -> bool:
        """True when it leads away from the site."""
        return ":" in self.to.split("/")[0]


@dataclass(frozen=True)
class Cite:
    """A source by its number in the document's `Sources`."""

    number: int


@dataclass(frozen=True)
class Lang:
    """Words in another language: `language` is a BCP 47 tag, for example cy."""

    language: str
    inside: tuple["Inline", ...]
    right_to_left: bool = False


@dataclass(frozen=True)
class Code:
    """Words to type, or a name of a file."""

    text: str


@dataclass(frozen=True)
class Raised:
    """A small sign above (`up`) or below the line, as in m²."""

    up: bool
    inside: tuple["Inline", ...]


@dataclass(frozen=True)
class Break:
    """A line break in a paragraph."""


Inline: TypeAlias = Text | Strong | Link | Cite | Lang | Code | Raised | Break
Inlines: TypeAlias = tuple[Inline, ...]
SectionKind: TypeAlias = Literal["effort", "keypoints", "safety", "review"]


@dataclass(frozen=True)
class Heading:
    """`level` 1 is the title of the document; levels never skip. `id` is its anchor on the site's page."""

    level: int
    inside: Inlines
    id: str = ""
    line: int = 0


@dataclass(frozen=True)
class Paragraph:
    """`role` is lead for the summary under a title, label for the few words that name a box, else empty.
    `room` counts the empty lines to write on under it; only sheets of facilitators have them."""

    inside: Inlines
    role: Literal["", "lead", "label"] = ""
    line: int = 0
    room: int = 0


@dataclass(frozen=True)
class Room:
    """Room to write beside one point of a list: words to tick, then lines."""

    choices: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True)
class Item:
    """One point of a list. `tick` asks for a box to tick before it."""

    blocks: tuple["Block", ...]
    room: Room | None = None
    tick: bool = False


@dataclass(frozen=True)
class ListOf:
    """A list with numbers from `start` on, or with bullets. `tight`: its points are one paragraph each."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    tight: bool = True
    line: int = 0


@dataclass(frozen=True)
class Explained:
    """A word and what it means."""

    term: Inlines
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Definitions:
    """Words with what they mean."""

    entries: tuple[Explained, ...]
    line: int = 0


@dataclass(frozen=True)
class Cell:
    """One cell. `header` says for what it is the header: its column, its row, or the rows below it."""

    blocks: tuple["Block", ...]
    header: Literal["", "column", "row", "rows"] = ""
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """`head` holds the rows of headers (a table without is a Problem), `rows` all others."""

    caption: Inlines
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    line: int = 0


@dataclass(frozen=True)
class CodeBlock:
    """Lines to type, spaces kept."""

    text: str
    line: int = 0


@dataclass(frozen=True)
class Picture:
    """`uri` is its site path. `alt` is never empty: a picture without words is a Problem."""

    uri: str
    alt: str
    line: int = 0


@dataclass(frozen=True)
class Quote:
    """Words of someone else."""

    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True)
class WriteLines:
    """Empty lines to write on: `each` for each of `names`, or `each` in all where there are no names."""

    names: tuple[str, ...]
    each: int


@dataclass(frozen=True)
class WriteBoxes:
    """Boxes to write in, each with its name, words to tick and `each` lines of room."""

    names: tuple[str, ...]
    each: int
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ticks:
    """A box to tick before each of `names`, and `each` lines beside it."""

    names: tuple[str, ...]
    each: int = 0


@dataclass(frozen=True)
class WriteTable:
    """A table to fill in. With `rows`, they name the rows in the first column, headed `columns[0]`; an empty
    string is an empty row. `choices` are ticked in each row, in a column of their own."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scale:
    """A line from 0 to 10 to mark, under the question that it answers."""

    question: str


@dataclass(frozen=True)
class Space:
    """Room to draw, with a drawing of ours in it to begin from; `names` are written along it."""

    drawing: Drawing
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Say:
    """Words printed in the form."""

    text: str


FormPart: TypeAlias = WriteLines | WriteBoxes | Ticks | WriteTable | Scale | Space | Say


@dataclass(frozen=True)
class Activity:
    """Something to do. `paper` says in words what `form` is; the form stands after the text."""

    title: Inlines
    minutes: int
    kind: ActivityKind
    needs: tuple[str, ...]
    paper: str
    form: tuple[FormPart, ...]
    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True)
class Answer:
    """What somebody may say to a check, and the reply."""

    said: Inlines
    reply: tuple["Block", ...]


@dataclass(frozen=True)
class Check:
    """A question. The replies stand apart from the answers on paper, and nothing is scored."""

    question: Inlines
    blocks: tuple["Block", ...]
    answers: tuple[Answer, ...]
    line: int = 0


@dataclass(frozen=True)
class Help:
    """The safety net, its headings of level 4 in the order of danger. Never cut, never left out."""

    title: Inlines
    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True)
class Words:
    """Words explained where they first appear."""

    entries: tuple[Explained, ...]
    line: int = 0


@dataclass(frozen=True)
class Nation:
    """What holds in the named nations only."""

    nations: tuple[NationId, ...]
    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True)
class Keypoint:
    """One sentence to remember."""

    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True)
class Stop:
    """A good place to stop."""

    title: Inlines
    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True)
class Notes:
    """Notes for the person who leads. Only in run sheets; in a document for readers it is a Problem."""

    title: Inlines
    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True)
class Section:
    """Blocks of ours with a purpose: how long it takes, the key points, who to call, the state of review."""

    kind: SectionKind
    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True)
class Sources:
    """The sources that `Cite` names, in order: the first is number 1."""

    heading: Heading
    entries: tuple[Inlines, ...]
    line: int = 0


Block: TypeAlias = (
    Heading
    | Paragraph
    | ListOf
    | Definitions
    | Table
    | CodeBlock
    | Picture
    | Quote
    | Activity
    | Check
    | Help
    | Words
    | Nation
    | Keypoint
    | Stop
    | Notes
    | Section
    | Sources
)
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """One page of the site as a tree. `uri` is its site path, `source` the file its author wrote.

    The first block is its heading of level 1, whose words are `title`. `code` tells editions of a session
    apart (`currency`), and is empty for other pages.
    """

    uri: str
    source: str
    title: str
    blocks: Blocks
    language: str = "en-GB"
    code: str = ""

    @property
    def right_to_left(self) -> bool:
        return self.language.split("-")[0] in RIGHT_TO_LEFT


RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi"})


def plain(inside: Sequence[Inline]) -> str:
    """The words alone, without numbers of sources."""
    return "".join(map(_words, inside))


def _words(one: Inline) -> str:
    match one:
        case Text(text) | Code(text):
            return text
        case Break():
            return " "
        case Cite():
            return ""
        case Strong(inside) | Link(_, inside) | Lang(_, inside) | Raised(_, inside):
            return plain(inside)
