"""The history as a Qt table model: the latest act first; a row is put into words when it is looked at."""

from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from reconciler.case.remarks import Retraction
from reconciler.case.reverting import Reversal
from reconciler.gui.history_rows import (
    ActGroup,
    ActRow,
    Fate,
    act_row,
    fate_word,
    fates,
    group_of,
    reversal_words,
)
from reconciler.gui.review.arrangement import fold, terms
from reconciler.gui.theme import Theme
from reconciler.gui.tips import plain_tip
from reconciler.model import Entry, EntryId

if TYPE_CHECKING:
    from reconciler.case import Case

SLICE_S = 0.006
"""How long one slice of a search takes: less than a frame, so that typing goes on."""
Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """The acts of a case that a filter lets through. Looking for words goes on in slices."""

    filled = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._case: Case | None = None
        self._entries: tuple[Entry, ...] = ()
        self._shown: tuple[Entry, ...] = ()
        self._fates: dict[EntryId, Fate] = {}
        self._by_id: dict[EntryId, Entry] = {}
        self._rows: dict[EntryId, ActRow] = {}
        self._folded: dict[EntryId, str] = {}
        self._terms: tuple[str, ...] = ()
        self._group: ActGroup | None = None
        self._analyst: str | None = None
        self._search: Iterator[Entry | None] | None = None
        self._found: list[Entry] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def shown(self) -> tuple[Entry, ...]:
        """The acts shown, the latest first."""
        return self._shown

    @property
    def total(self) -> int:
        """How many acts the history has."""
        return len(self._entries)

    @property
    def is_searching(self) -> bool:
        """Whether words are still looked for."""
        return self._search is not None

    def analysts(self) -> tuple[str, ...]:
        """Return everybody who did something, in the order of their first act."""
        return tuple(dict.fromkeys(entry.analyst for entry in self._entries))

    def show_case(self, case: "Case | None", *, anew: bool = True) -> None:
        """Show the history of a case as it is now; `anew` makes rows again that were made already."""
        self._case = case
        self._entries = case.entries() if case is not None else ()
        self._by_id = {entry.id: entry for entry in self._entries}
        was, self._fates = self._fates, fates(self._entries)
        if anew:
            self._rows.clear()
            self._folded.clear()
        for number in {one for one, _fate in was.items() ^ self._fates.items()}:
            self._rows.pop(number, None)
            self._folded.pop(number, None)
        self._fill()

    def set_filter(self, text: str, group: ActGroup | None, analyst: str | None) -> None:
        """Show the acts of a group, of an analyst, in whose line each of the words stands."""
        self._terms, self._group, self._analyst = terms(text), group, analyst
        self._fill()

    def place(self, entry: EntryId | None) -> int | None:
        """Return the row of an act, or None when it is not shown."""
        return next((row for row, each in enumerate(self._shown) if each.id == entry), None)

    def row(self, entry: Entry) -> ActRow:
        """Return what is shown of an act."""
        made = self._rows.get(entry.id)
        if made is None:
            assert self._case is not None  # noqa: S101
            undone = self._by_id.get(entry.undoes) if entry.undoes is not None else None
            made = act_row(self._case, entry, self._fates.get(entry.id, Fate.STANDS), undone)
            self._rows[entry.id] = made
        return made

    # Filtering --------------------------------------------------------------------------------

    def _fill(self) -> None:
        self._timer.stop()
        self._search = None
        group, analyst = self._group, self._analyst
        kept: Sequence[Entry] = [
            entry
            for entry in reversed(self._entries)
            if (group is None or group_of(entry.kind) is group) and analyst in (None, entry.analyst)
        ]
        if not self._terms:
            self._show(kept)
            return
        self._found = []
        self._search = self._holding(kept)
        self._timer.start()
        self._go_on()

    def _holding(self, entries: Sequence[Entry]) -> Iterator[Entry | None]:
        for entry in entries:
            text = self._folded.get(entry.id)
            if text is None:
                text = self._folded[entry.id] = fold(self.row(entry).in_words)
            yield entry if all(term in text for term in self._terms) else None

    def _go_on(self) -> None:
        """Look through as many acts as there is time for."""
        until = perf_counter() + SLICE_S
        while self._search is not None and perf_counter() < until:
            for _one in range(32):
                found = next(self._search, self)
                if found is self:
                    self._timer.stop()
                    self._search = None
                    self._show(self._found)
                    return
                if isinstance(found, Entry):
                    self._found.append(found)

    def _show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._shown = tuple(entries)
        self.endResetModel()
        self.filled.emit()

    # Qt ---------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many acts are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return what is said of each: what, what became of it, who and when."""
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column is called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Act"), self.tr("Since then"), self.tr("By"), self.tr("When"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or the whole line for a screen reader."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.ForegroundRole,
        ):
            return None
        row = self.row(self._shown[index.row()])
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.text if row.fate is Fate.STANDS and index.column() == 0 else self._theme.quiet
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return row.in_words
        words = (row.what, fate_word(row.fate), row.who, row.when)[index.column()]
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words


class ReversalModel(QAbstractListModel):
    """What reverting an act would make of each of its matches, in words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._reversals: tuple[Reversal | Retraction, ...] = ()

    def show_reversals(self, case: "Case | None", reversals: Sequence[Reversal | Retraction]) -> None:
        """Show what would change; what overwrites a later decision comes first."""
        self.beginResetModel()
        self._case = case
        self._reversals = tuple(sorted(reversals, key=lambda each: not each.overwrites))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many matches would change."""
        return 0 if parent is not None and parent.isValid() else len(self._reversals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line in words."""
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if self._case is None or not index.isValid() or role not in wanted:
            return None
        words = reversal_words(self._case, self._reversals[index.row()])
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
