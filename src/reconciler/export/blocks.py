"""What a report is made of, whatever it is written as: headings, paragraphs, tables, pairs of wordings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar, overload

From = TypeVar("From")
Into = TypeVar("Into")


class Tone(StrEnum):
    """How a piece of text is set."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    CODE = "code"
    SHARED = "shared"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in one tone; `link` is where they lead: http, https, or "#" and the places of a `Pair`."""

    text: str
    tone: Tone = Tone.PLAIN
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces that stand in one line. `language` is that of words quoted from a source, else None."""

    pieces: tuple[Piece, ...]
    language: str | None = None
    state: str = ""
    """How the line is marked, beside its words: a state of a cell or of a match."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section (level 2) or of a part of it (level 3)."""

    text: str
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text of its own; `is_warning` sets it in a frame."""

    line: Line
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of the summary."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    lines: tuple[Line, ...]


Row = tuple[tuple[Line, ...], ...]
"""The cells of a row of a table; each is some lines."""


@dataclass(frozen=True, slots=True)
class Made(Sequence[Into], Generic[From, Into]):
    """Values each of which is made anew from an item whenever it is asked for: many need little memory."""

    items: Sequence[From]
    make: Callable[[From], Into]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.items)

    @overload
    def __getitem__(self, place: int) -> Into: ...
    @overload
    def __getitem__(self, place: slice) -> "Made[From, Into]": ...
    def __getitem__(self, place: int | slice) -> "Into | Made[From, Into]":
        """Make one, or say of which to make some."""
        if isinstance(place, slice):
            return Made(self.items[place], self.make)
        return self.make(self.items[place])


@dataclass(frozen=True, slots=True)
class Table:
    """A table: each cell is some lines. `role` tells tables apart that are set differently."""

    head: tuple[str, ...]
    rows: Sequence[Row]
    role: str = "plain"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings of one thing, with what stands for them and what is noted below."""

    places: tuple[str, str]
    outlets: tuple[str, str]
    wordings: tuple[Line, Line]
    standing: Line
    notes: tuple[Line, ...] = ()


Block = Heading | Paragraph | Figures | Items | Table | Pair


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its head, then its blocks. `made` is the one line that two of one case differ in."""

    title: str
    subtitle: str
    made: str
    language: str
    program: str
    contents: str
    blocks: tuple[Block, ...]


def plain(text: str, tone: Tone = Tone.PLAIN, *, state: str = "", language: str | None = None) -> Line:
    """Return a line of one piece."""
    return Line((Piece(text, tone),), language, state)
