"""The claims that are shown as a Qt table; what a row says is made when it is first looked at."""

import html
from contextlib import suppress

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reconciler.case.claim_table import ClaimTable
from reconciler.export.values import ClaimRecord
from reconciler.gui import messages
from reconciler.gui.claims.rows import CellRow, ClaimRow, RowMaker, one_line
from reconciler.model import Source, StatementId

ROW_ROLE = Qt.ItemDataRole.UserRole
MANY = 200
"""Of so many rows that changed, all between the first and the last are painted anew at once."""
AnyIndex = QModelIndex | QPersistentModelIndex
_Made = tuple[ClaimRecord, int, dict[int, ClaimRow | CellRow]]


class ClaimsModel(QAbstractTableModel):
    """Claims down, sources across; column 0 is the claim itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._maker = RowMaker(self)
        self._table: ClaimTable | None = None
        self._places: tuple[int, ...] = ()
        self._made: dict[StatementId, _Made] = {}

    @property
    def table(self) -> ClaimTable | None:
        """The table that is shown, or a part of it."""
        return self._table

    @property
    def places(self) -> tuple[int, ...]:
        """The places in the table of the claims that are shown, in their order."""
        return self._places

    def record(self, row: int) -> ClaimRecord | None:
        """Return the claim in a row."""
        return self._table.claims[self._places[row]] if self._table and 0 <= row < len(self._places) else None

    def row_of(self, statement: StatementId) -> int | None:
        """Return the row of the claim that a statement belongs to, or None where it is not shown."""
        place = None if self._table is None else self._table.place_of.get(statement)
        with suppress(ValueError):
            return None if place is None else self._places.index(place)
        return None

    def show(self, table: ClaimTable | None, places: tuple[int, ...]) -> bool:
        """Show other claims, or the same with what changed; answers whether rows came, went or moved."""
        before, old_places = self._table, self._places
        if before is not None and table is not None and _same_rows(before, old_places, table, places):
            self._table, self._places = table, places
            changed = [
                row
                for row, (old, new) in enumerate(zip(old_places, places, strict=True))
                if before.claims[old] is not table.claims[new] or old != new
            ]
            if len(changed) > MANY:
                self._tell_changed(changed[0], changed[-1])
            else:
                for row in changed:
                    self._tell_changed(row, row)
            return False
        self.beginResetModel()
        if table is None or before is None or before.sources != table.sources:
            self._made.clear()
        self._table, self._places = table, places
        self.endResetModel()
        return True

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    # What Qt asks -----------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many claims are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._places)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return one more than there are sources."""
        if self._table is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._table.sources) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a `ClaimRow` or `CellRow`, its words, or its words for a screen reader."""
        if not index.isValid() or index.row() >= len(self._places):
            return None
        if role == ROW_ROLE:
            return self.shown(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.shown(index.row(), index.column()).in_words
        if role == Qt.ItemDataRole.DisplayRole:
            found = self.shown(index.row(), index.column())
            return found.title if isinstance(found, ClaimRow) else found.words
        if role == Qt.ItemDataRole.ToolTipRole:
            # A tip may be taken for markup; escaped, it is read as the characters it is.
            words = html.escape(self._all_of_it(index.row(), index.column())).replace("\n", "<br>")
            return f"<qt>{words}</qt>"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal or self._table is None:
            return None
        if section == 0 and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("Claim")
        if 0 < section <= len(self._table.sources):
            return self._source_head(self._table.sources[section - 1], role)
        return None

    def _source_head(self, source: Source, role: int) -> str | None:
        """Return what a source is called, or all that its column's tip says of it."""
        name = messages.source_name(source)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (name, one_line(source.title or ""), messages.source_date(source))
            return f"<qt>{'<br>'.join(html.escape(line) for line in lines if line)}</qt>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{letter}, {name}").format(letter=source.letter, name=name)
        return None

    def shown(self, row: int, column: int) -> ClaimRow | CellRow:
        """Return what a cell shows."""
        assert self._table is not None  # noqa: S101
        place = self._places[row]
        record = self._table.claims[place]
        first = record.claim.statements[0]
        made = self._made.get(first)
        if made is None or made[0] is not record or made[1] != place:
            made = self._made[first] = (record, place, {})
        found = made[2].get(column)
        if found is None:
            found = made[2][column] = (
                self._maker.claim(self._table, place)
                if column == 0
                else self._maker.cell(self._table, place, column - 1)
            )
        return found

    def _all_of_it(self, row: int, column: int) -> str:
        assert self._table is not None  # noqa: S101
        record = self._table.claims[self._places[row]]
        if column == 0:
            return "\n".join([one_line(record.words), *record.origin_words, record.standing.note]).strip()
        texts = [self._table.statements[each].text for each in record.cells[column - 1].statements]
        return "\n".join(map(one_line, texts)) or self.shown(row, column).in_words


def _same_rows(
    before: ClaimTable, old_places: tuple[int, ...], table: ClaimTable, places: tuple[int, ...]
) -> bool:
    """Whether the same statements stand first in the rows, under the same sources."""
    if before.sources != table.sources or len(old_places) != len(places):
        return False
    old, new = before.leads, table.leads
    return [old[place] for place in old_places] == [new[place] for place in places]
