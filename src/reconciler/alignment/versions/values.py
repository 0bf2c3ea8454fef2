"""What goes into a comparison of two versions of a source and what comes out of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import Self

from reconciler.alignment.word_changes import WordChange, keys_of
from reconciler.model import Segment, Statement, StatementKind


class Fate(StrEnum):
    """What became of a statement in the new version of its source.

    *Kept* and *moved* have the same words; *moved* stands elsewhere among the statements that
    both versions have. *Changed* is worded otherwise, *split* has several new statements in its
    place, *merged* shares one new statement with other old ones. *Gone* is in the old version
    only, *new* in the new one only.
    """

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    GONE = "gone"
    NEW = "new"

    @property
    def stands(self) -> bool:
        """Whether what was decided on the statement holds on as it is."""
        return self in (Fate.KEPT, Fate.MOVED)

    @property
    def is_reworded(self) -> bool:
        """Whether there is a counterpart with other words, on which a decision is to be made again."""
        return self in (Fate.CHANGED, Fate.SPLIT, Fate.MERGED)


@dataclass(frozen=True, slots=True)
class Passage:
    """One statement of a version: its text, its kind, and where it stands in the version's text."""

    start: int
    end: int
    kind: StatementKind
    text: str

    @classmethod
    def of(cls, statement: Statement) -> Self:
        """Return a statement of a case as a passage."""
        return cls(statement.start, statement.end, statement.kind, statement.text)

    @classmethod
    def of_segments(cls, text: str, segments: Iterable[Segment]) -> tuple[Self, ...]:
        """Return the statements of a text that is no part of a case yet."""
        return tuple(cls(each.start, each.end, each.kind, text[each.start : each.end]) for each in segments)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A statement of the new version that a statement which is gone could be attached to by hand."""

    new: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of one statement, or that a statement is new.

    `old` and `new` are positions in the lists that were compared: `old` is None when NEW; `new`
    is empty when GONE, has several when SPLIT (in their order) and one otherwise. Of a statement
    that is reworded, `difference` says how, in order, as spans of the two versions' texts (not
    of the statement's own), each span within one statement; it is empty when only the cut is
    another. `likeness` is between 0 and 1, `elsewhere` whether it stands at another place among
    its neighbours (always when MOVED). `suggestions` are for GONE, the likest first.
    """

    old: int | None
    new: tuple[int, ...]
    fate: Fate
    difference: tuple[WordChange, ...] = ()
    likeness: float = 1.0
    elsewhere: bool = False
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a source, statement by statement.

    `old` has exactly one entry for each old statement, in order. `new` has for each new
    statement all entries that lead to it: one, or several when it is merged; an entry of fate
    NEW stands here only.
    """

    old: tuple[Carried, ...]
    new: tuple[tuple[Carried, ...], ...]

    def count(self, fate: Fate) -> int:
        """Return how many old statements (for NEW: new ones) have this fate."""
        found = self.added if fate is Fate.NEW else self.old
        return sum(carried.fate is fate for carried in found)

    @property
    def added(self) -> tuple[Carried, ...]:
        """The entries of the statements that are new, in order."""
        return tuple(carried for carried in chain.from_iterable(self.new) if carried.fate is Fate.NEW)

    @property
    def is_identical(self) -> bool:
        """Whether every statement of both versions is kept: there is nothing to report."""
        return not self.added and all(carried.fate is Fate.KEPT for carried in self.old)


@dataclass(frozen=True, slots=True)
class Worded:
    """The statements of one version, and of each its words and marks, a line each, as they are compared."""

    passages: Sequence[Passage]
    keys: Sequence[str]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Self:
        """Find the words of all statements."""
        return cls(passages, ["\n".join(keys_of(each.text)) for each in passages])

    def __len__(self) -> int:
        """Return the number of statements."""
        return len(self.passages)

    def words(self, place: int) -> list[str]:
        """Return the words and marks of one statement."""
        key = self.keys[place]
        return key.split("\n") if key else []


@dataclass(frozen=True, slots=True)
class Link:
    """Statements of the old version and those of the new one in their place; one side has just one."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    likeness: float = 1.0
    same_words: bool = False
    elsewhere: bool = False

    def mirrored(self) -> Self:
        """Return the same link with the versions exchanged."""
        return replace(self, old=self.new, new=self.old)
