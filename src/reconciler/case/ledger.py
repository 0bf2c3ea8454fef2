"""The journal in memory: what stands for each match, and what can be undone.

A pure fold of the entries and their rows in the order in which they were written, so that it is
the same after a restart. Undoing adds an entry that names the one it takes back; what can be
undone and redone follows from that chain alone.
"""

from collections.abc import Sequence

from reconciler.case.records import SourceEdit
from reconciler.model import Decision, Entry, EntryId, EntryKind, MatchId, Standing

_UNTOUCHED = Standing()


class Ledger:
    """All entries so far. Changed by `append` alone."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._by_id: dict[EntryId, Entry] = {}
        self._of_entry: dict[EntryId, tuple[Decision, ...]] = {}
        self._edits: dict[EntryId, tuple[SourceEdit, ...]] = {}
        self._of_match: dict[MatchId, list[Decision]] = {}
        self._done: list[EntryId] = []
        self._undone: list[EntryId] = []

    def append(self, entry: Entry, decisions: Sequence[Decision], edits: Sequence[SourceEdit]) -> None:
        """Take in one entry with its rows.

        Raises:
            ValueError: an undo or redo that does not name the entry whose turn it is.
        """
        if entry.kind is EntryKind.UNDO:
            self._undone.append(_next(self._done, entry))
        elif entry.kind is EntryKind.REDO:
            self._done.append(_next(self._undone, entry))
        elif entry.kind is EntryKind.ADD_SOURCES and not self._entries:
            pass  # the articles that the case was made of: undoing goes back to them, never behind them
        else:
            self._done.append(entry.id)
            self._undone.clear()
        self._entries.append(entry)
        self._by_id[entry.id] = entry
        self._of_entry[entry.id] = tuple(decisions)
        self._edits[entry.id] = tuple(edits)
        for decision in decisions:
            self._of_match.setdefault(decision.match, []).append(decision)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The history, oldest first."""
        return tuple(self._entries)

    @property
    def undoable(self) -> Entry | None:
        """The entry that an undo would take back."""
        return self._by_id[self._done[-1]] if self._done else None

    @property
    def redoable(self) -> Entry | None:
        """The entry that a redo would bring back."""
        return self._by_id[self._undone[-1]] if self._undone else None

    @property
    def last_entry(self) -> int:
        """The number of the last entry, 0 before the first."""
        return self._entries[-1].id if self._entries else 0

    def standing(self, match: MatchId) -> Standing:
        """Return what stands for the match: what its last row says."""
        rows = self._of_match.get(match)
        return rows[-1].standing if rows else _UNTOUCHED

    def decisions(self, match: MatchId) -> tuple[Decision, ...]:
        """Return all rows of the match, oldest first."""
        return tuple(self._of_match.get(match, ()))

    def rows_of(self, entry: EntryId) -> tuple[Decision, ...]:
        """Return the decisions of one entry."""
        return self._of_entry[entry]

    def edits_of(self, entry: EntryId) -> tuple[SourceEdit, ...]:
        """Return the changes to sources of one entry."""
        return self._edits[entry]

    def before(self, decision: Decision) -> Standing:
        """Return what stood for the match before this row."""
        earlier = _UNTOUCHED
        for row in self._of_match[decision.match]:
            if row.id == decision.id:
                break
            earlier = row.standing
        return earlier


def _next(stack: list[EntryId], entry: Entry) -> EntryId:
    if not stack or stack[-1] != entry.undoes:
        raise ValueError(f"entry {entry.id} takes back {entry.undoes}, whose turn it is not")
    return stack.pop()
