"""The journal in memory: what stands for each match, and what can be undone.

A pure fold of the entries and their rows in the order in which they were written, so that it is
the same after a restart. Undoing adds an entry that names the one it takes back; what can be
undone and redone follows from that chain alone.
"""

from collections.abc import Mapping

from reconciler.case import voices
from reconciler.case.records import Carrying, EntryRows, Outcome
from reconciler.model import Act, Decision, Entry, EntryId, EntryKind, MatchId, Standing, Subject

_UNTOUCHED = Standing()


class Ledger:
    """All entries so far. Changed by `append` alone."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._by_id: dict[EntryId, Entry] = {}
        self._of_entry: dict[EntryId, EntryRows] = {}
        self._of_match: dict[MatchId, list[Decision]] = {}
        self._standing: dict[MatchId, Standing] = {}
        self._standings: dict[Standing, Standing] = {}
        self._done: list[EntryId] = []
        self._undone: list[EntryId] = []
        self._void: set[EntryId] = set()
        self._turns: dict[EntryId, EntryId] = {}
        self._settings: dict[str, str] = {}
        self._remarks: dict[Subject, str] = {}
        self._carryings: list[Carrying] = []
        self._into: dict[MatchId, list[Carrying]] = {}

    def append(self, entry: Entry, rows: EntryRows) -> None:
        """Take in one entry with its rows.

        Raises:
            ValueError: an undo or redo that does not name the entry whose turn it is.
        """
        self._turn(entry)
        self._entries.append(entry)
        self._by_id[entry.id] = entry
        self._of_entry[entry.id] = rows
        for decision in rows.decisions:
            self._of_match.setdefault(decision.match, []).append(decision)
            self._standing.pop(decision.match, None)
        self._settings.update((edit.field, edit.after) for edit in rows.settings)
        self._remarks.update((remark.about, remark.after) for remark in rows.remarks)
        self._carryings += rows.carryings
        for carrying in rows.carryings:
            if carrying.match is not None:
                self._into.setdefault(carrying.match, []).append(carrying)

    def _turn(self, entry: Entry) -> None:
        if entry.kind is EntryKind.UNDO:
            taken = _next(self._done, entry)
            self._undone.append(taken)
            self._void.add(taken)
            self._turns[taken] = entry.id
        elif entry.kind is EntryKind.REDO:
            taken = _next(self._undone, entry)
            self._done.append(taken)
            self._void.discard(taken)
            self._turns[taken] = entry.id
        elif entry.kind is EntryKind.ADD_SOURCES and not self._entries:
            pass  # the articles that the case was made of: undoing goes back to them, never behind them
        else:
            self._done.append(entry.id)
            self._undone.clear()

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

    @property
    def settings(self) -> Mapping[str, str]:
        """What each setting that was ever changed is now, as text."""
        return self._settings

    @property
    def remarks(self) -> Mapping[Subject, str]:
        """What is said now of each subject that something was ever said of; empty where taken back."""
        return self._remarks

    def said(self, about: Subject) -> str:
        """Return what is said of a silence, a pin or a claim; an empty text says nothing."""
        return self._remarks.get(about, "")

    def standing(self, match: MatchId) -> Standing:
        """Return what stands for the match: what its last row says."""
        known = self._standing.get(match)
        if known is None:
            rows = self._of_match.get(match)
            found = rows[-1].standing if rows else _UNTOUCHED
            # Few of them differ in a large case, and all are asked for again and again.
            known = self._standing[match] = self._standings.setdefault(found, found)
        return known

    def decisions(self, match: MatchId) -> tuple[Decision, ...]:
        """Return all rows of the match, oldest first."""
        return tuple(self._of_match.get(match, ()))

    def rows_of(self, entry: EntryId) -> EntryRows:
        """Return the rows of one entry."""
        return self._of_entry[entry]

    def last_turn(self, entry: EntryId) -> EntryId:
        """Return the last undo or redo of an entry, or the entry itself where there was none."""
        return self._turns.get(entry, entry)

    def before(self, decision: Decision) -> Standing:
        """Return what stood for the match before this row."""
        earlier = _UNTOUCHED
        for row in self._of_match[decision.match]:
            if row.id == decision.id:
                break
            earlier = row.standing
        return earlier

    def carried_into(self, match: MatchId) -> tuple[Carrying, ...]:
        """Return from where a match was carried over, as far as that was not undone."""
        return tuple(each for each in self._into.get(match, ()) if each.entry not in self._void)

    def is_flagged(self, match: MatchId) -> bool:
        """Whether the match waits for a verdict: it was carried over to other words, or analysts disagree."""
        if self.standing(match).verdict is not None or self._is_unlinked(match):
            return False
        if self.is_disputed(match):
            return True
        return any(each.outcome is Outcome.CHANGED for each in self.carried_into(match))

    def is_disputed(self, match: MatchId) -> bool:
        """Whether two analysts disagree on the match, and nobody settled it."""
        return bool(voices.dispute(self._of_match.get(match, ())))

    def is_void(self, entry: EntryId) -> bool:
        """Whether an entry is undone now."""
        return entry in self._void

    def was_said(self, about: Subject) -> bool:
        """Whether something was said of a subject in an entry that is not undone now."""
        return about in self._remarks and any(
            remark.about == about
            for entry, rows in self._of_entry.items()
            for remark in rows.remarks
            if entry not in self._void and self._by_id[entry].kind not in (EntryKind.UNDO, EntryKind.REDO)
        )

    def _is_unlinked(self, match: MatchId) -> bool:
        rows = self._of_match.get(match, ())
        last = rows[-1] if rows else None
        if last is not None and last.act is Act.REDO:
            last = next((row for row in rows if row.id == last.undoes), None)
        return last is not None and last.act is Act.UNLINK

    def carried_from(self) -> frozenset[MatchId]:
        """Return the matches of which it is told what became with a new version, whether undone or not."""
        return frozenset(each.former for each in self._carryings)

    def orphans(self) -> tuple[MatchId, ...]:
        """Return the matches whose statements are gone, with nothing in whose place they stand now."""
        ends: dict[MatchId, Outcome] = {
            each.former: each.outcome for each in self._carryings if each.entry not in self._void
        }
        return tuple(sorted(match for match, outcome in ends.items() if outcome is Outcome.GONE))


def _next(stack: list[EntryId], entry: Entry) -> EntryId:
    if not stack or stack[-1] != entry.undoes:
        raise ValueError(f"entry {entry.id} takes back {entry.undoes}, whose turn it is not")
    return stack.pop()
