"""The matches of the review queue as a Qt list model; rows are made when they are first looked at."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from reconciler.gui import evidence_words, messages
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState
from reconciler.model import MadeBy, MatchId, Relation, SignalKind, shown_confidence

ROW_ROLE = Qt.ItemDataRole.UserRole
FEW = 4
"""So many places are looked for one by one."""
MANY = 1000
"""So many rows are not put in one after the other."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """All that is shown of a match in one row of the queue; `confidence` is None while it is hidden."""

    match: MatchId
    name: str
    state: MatchState
    confidence: float | None
    gist: str
    has_note: bool
    by_hand: bool
    unsaved: bool
    kinds: tuple[SignalKind, ...] = ()
    again: bool = False
    pinned: bool = False
    contradicts: bool = False

    @property
    def in_words(self) -> str:
        """Return the row as a sentence, for a screen reader."""
        parts = [
            self.name.replace("↔", QCoreApplication.translate("QueueModel", "and")),
            messages.state_word(self.state),
            messages.relation_word(Relation.CONTRADICTS) if self.contradicts else "",
            QCoreApplication.translate("QueueModel", "to look at again: its words changed")
            if self.again
            else "",
            QCoreApplication.translate("QueueModel", "linked by hand") if self.by_hand else "",
            self._likely(),
            QCoreApplication.translate("QueueModel", "pinned") if self.pinned else "",
            QCoreApplication.translate("QueueModel", "has a note") if self.has_note else "",
            QCoreApplication.translate("QueueModel", "not saved yet") if self.unsaved else "",
            self._differs(),
            self.gist,
        ]
        return ", ".join(part for part in parts if part)

    def _likely(self) -> str:
        if self.confidence is None:
            return ""
        text = QCoreApplication.translate("QueueModel", "{number} percent likely")
        return text.format(number=round(shown_confidence(self.confidence) * 100))

    def _differs(self) -> str:
        if not self.kinds:
            return ""
        text = QCoreApplication.translate("QueueModel", "differs in {kinds}")
        return text.format(kinds=evidence_words.kind_words(self.kinds))


def queue_row(session: Session, match_id: MatchId) -> QueueRow:
    """Return what the queue shows of a match; the gist is the shorter statement on one line."""
    case = session.case
    assert case is not None  # noqa: S101
    match = case.matches[match_id]
    standing = session.standing(match_id)
    shorter = min((case.statement(end).text for end in (match.left, match.right)), key=len)
    return QueueRow(
        match=match_id,
        name=messages.match_name(case, match),
        state=MatchState.of(standing),
        confidence=match.confidence if case.score_visible else None,
        gist=" ".join(shorter.split()),
        has_note=bool(standing.note),
        by_hand=match.made_by is MadeBy.HAND,
        unsaved=match_id in session.unsaved,
        kinds=session.differing.strongest(match_id),
        again=standing.verdict is None and case.is_flagged(match_id),
        pinned=case.is_pinned(match_id),
        contradicts=standing.relation is Relation.CONTRADICTS,
    )


def shared_head(one: tuple[MatchId, ...], other: tuple[MatchId, ...]) -> int:
    """Return how many matches two orders begin with alike; halved, as comparing slices is quick."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


class QueueModel(QStringListModel):
    """The matches shown, in order. Going from one list to another keeps the rows that both have.

    The base class only counts rows: the view asks for their number once for each row when it lays
    them out, and an answer from Python would take some 10 ms for 5,000 of them.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._matches: tuple[MatchId, ...] = ()
        self._places: dict[MatchId, int] | None = {}
        self._last = 0
        self._rows: dict[MatchId, QueueRow] = {}

    @property
    def matches(self) -> tuple[MatchId, ...]:
        """The matches shown, in order."""
        return self._matches

    def place(self, match: MatchId | None) -> int | None:
        """Return the row of a match, or None when it is not shown."""
        if match is None:
            return None
        if self._places is not None:
            return self._places.get(match)
        # One place after a verdict: looking it up in the tuple is far quicker than making a table of all.
        near = range(max(self._last - 1, 0), min(self._last + 2, len(self._matches)))
        place = next((row for row in near if self._matches[row] == match), None)
        if place is None:
            with suppress(ValueError):
                place = self._matches.index(match)
        self._last = self._last if place is None else place
        return place

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a row as a `QueueRow`, its gist, or its words for a screen reader."""
        if not index.isValid() or index.row() >= len(self._matches):
            return None
        if role == ROW_ROLE:
            return self.row(self._matches[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(self._matches[index.row()]).gist
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row(self._matches[index.row()]).in_words
        return None

    def row(self, match: MatchId) -> QueueRow:
        """Return what is shown of a match."""
        made = self._rows.get(match)
        if made is None:
            made = self._rows[match] = queue_row(self._session, match)
        return made

    def show_matches(self, matches: Sequence[MatchId]) -> None:
        """Show other matches; rows that stay at both ends are left alone: the view keeps its place."""
        old, new = self._matches, tuple(matches)
        if old == new:
            return
        head = shared_head(old, new)
        tail = shared_head(old[head:][::-1], new[head:][::-1])
        if len(new) - head - tail > max(head + tail, MANY):
            # Hardly a row stays; to put so many in one after the other takes longer than a frame.
            self._hold(new)
            self.setStringList([""] * len(new))
            return
        if len(old) > head + tail:
            self._hold(old[:head] + old[len(old) - tail :])
            self.removeRows(head, len(old) - head - tail)
        if len(new) > head + tail:
            self._hold(new)
            self.insertRows(head, len(new) - head - tail)

    def refresh(self, matches: Iterable[MatchId]) -> None:
        """Make the rows of these matches anew."""
        changed = tuple(matches)
        if self._places is None and len(changed) > FEW:
            self._places = dict(zip(self._matches, range(len(self._matches)), strict=True))
        if self._matches and len(changed) > MANY:
            for match in changed:
                self._rows.pop(match, None)
            self.dataChanged.emit(self.index(0), self.index(len(self._matches) - 1))
            return
        for match in changed:
            self._rows.pop(match, None)
            place = self.place(match)
            if place is not None:
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def make_anew(self) -> None:
        """Make all rows anew, each in its place."""
        self._rows.clear()
        if self._matches:
            self.dataChanged.emit(self.index(0), self.index(len(self._matches) - 1))

    def refresh_kinds(self, matches: Iterable[MatchId]) -> None:
        """Make those rows anew that were made before it was known in what their match differs."""
        kinds = self._session.differing.known
        rows = [row for match in matches if (row := self._rows.get(match)) is not None]
        self.refresh([row.match for row in rows if frozenset(row.kinds) != kinds.get(row.match)])

    def forget(self) -> None:
        """Make all rows anew, for another case or other statements."""
        self._rows.clear()
        self._hold(())
        self.setStringList([])

    def _hold(self, matches: tuple[MatchId, ...]) -> None:
        self._matches = matches
        self._places = None
