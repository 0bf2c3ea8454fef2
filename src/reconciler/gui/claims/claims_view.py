"""The claims view: who says what, as a table of claims against sources."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui import messages
from reconciler.gui.claims.arrangement import Arranger, ClaimFilter, Counts, Order, OrderKind
from reconciler.gui.claims.claim_panel import ClaimPanel
from reconciler.gui.claims.claims_filters import ClaimsFilters
from reconciler.gui.claims.claims_model import ClaimsModel
from reconciler.gui.claims.claims_table import ClaimsTable
from reconciler.gui.claims.following import Following
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Assessment, ClaimBasis, StatementId

if TYPE_CHECKING:
    from reconciler.case.claim_table import ClaimTable
    from reconciler.export.values import ClaimRecord

PANEL_WIDTH = 320
PLACE_WORDS = 7
"""What `ClaimsView.place` is made of; a foreign file may hold anything."""
PREPARE_S = 0.004


class ClaimsView(QWidget):
    """Follows the session's case while it is shown.

    `went` carries a claim and the column of a cell (0 for the claim itself) to which the panes are to
    be brought; `current_changed` says that another claim or cell is current.
    """

    went = Signal(object, int)
    current_changed = Signal()
    menu_requested = Signal(QPoint)
    triangles_wanted = Signal()

    def __init__(
        self,
        session: Session,
        following: Following,
        theme: Theme,
        points: float,
        *,
        assess: dict[Assessment, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._arranger = Arranger()
        self._at: StatementId | None = None
        self._column = 0
        self._filling = False
        self._is_opening = False
        self._put_back: tuple[str, ...] = ()
        self.following = following
        self._prepare = QTimer(self, interval=0)
        self._prepare.timeout.connect(self._prepare_slice)
        self.model = ClaimsModel(self)
        self.table = ClaimsTable(self.model, theme, points, self)
        self.filters = ClaimsFilters(theme, self)
        self.panel = ClaimPanel(theme, points, assess, self)
        self._build()
        self.following.renewed.connect(self._take)
        self.filters.changed.connect(self._fill)
        self.filters.left.connect(self.focus_table)
        self.table.went.connect(self._go)
        self.table.order_wanted.connect(self._order_by)
        self.table.moved.connect(self._note_place)
        self.table.menu_requested.connect(self.menu_requested)
        self.panel.left.connect(self.focus_table)
        session.opened.connect(self._open)
        session.closing.connect(self._close)
        self.set_theme(theme)
        self._open()

    def _build(self) -> None:
        self._basis = QLabel()
        self._basis.setTextFormat(Qt.TextFormat.PlainText)
        self._basis.setContentsMargins(16, 6, 16, 6)
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._all = QPushButton(self.tr("Take all filters off"))
        self._all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._all.clicked.connect(self.clear_filters)
        empty = QWidget()
        inner = QVBoxLayout(empty)
        inner.setContentsMargins(16, 24, 16, 16)
        inner.setSpacing(12)
        inner.addWidget(self._sentence)
        inner.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        self._pages = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.table)
        self._split.addWidget(self.panel)
        self._split.setCollapsible(0, False)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes([1000, PANEL_WIDTH])
        self._pages.addWidget(self._split)
        self._pages.addWidget(empty)
        foot = self._make_foot()
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.NoFrame)
        rule.setFixedHeight(1)
        self._rule = rule
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self._basis)
        layout.addWidget(rule)
        layout.addWidget(self._pages, 1)
        layout.addWidget(foot)

    def _make_foot(self) -> QWidget:
        self._summary = QLabel()
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        foot = QWidget()
        foot.setObjectName("claims_foot")
        self._foot = QHBoxLayout(foot)
        self._foot.setContentsMargins(16, 6, 16, 6)
        self._foot.addWidget(self._summary)
        self.settle = QPushButton()
        self.settle.setProperty("role", "quiet")
        self.settle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.settle.clicked.connect(self.triangles_wanted)
        self._foot.addWidget(self.settle)
        self._foot.addStretch(1)
        return foot

    # Appearance -------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.table.set_theme(theme)
        self.panel.set_theme(theme)
        self.filters.set_theme(theme)
        self._rule.setStyleSheet(f"background: {theme.line.name()};")
        self._color_settle(alarming=self._conflicts())
        self._basis.setStyleSheet(f"color: {theme.text.name()}; background: {theme.differs_fill.name()};")

    def _conflicts(self) -> bool:
        table = self.following.table
        return table is not None and any(each.is_conflict for each in table.triangles)

    def set_text_size(self, points: float) -> None:
        """Set the words of the claims in another size."""
        self.table.set_text_size(points)
        self.panel.set_text_size(points)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the case from now on."""
        super().showEvent(event)
        self.following.look(self, on=True)
        if not self.following.is_ready:
            self._explain()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the table as it is until somebody looks again."""
        super().hideEvent(event)
        self.panel.commit()
        self.following.look(self, on=False)

    # What is shown ----------------------------------------------------------------------------

    def _close(self) -> None:
        self.panel.commit()
        self._put_back = ()

    def _open(self) -> None:
        case = self._session.case
        self._at = None
        self.model.show(None, ())
        self._is_opening = True
        self.filters.offer_orders(() if case is None else case.sources)
        self.filters.put_back(())
        self.put_back(self._put_back)
        self._is_opening = False
        self._take(self.following.table)

    def place(self) -> tuple[str, ...]:
        """Return which claims are shown, in which order, and where the analyst is among them, as words."""
        at = "" if self._at is None else str(self._at)
        return (*self.filters.place(), at, str(self.current_column()))

    def put_back(self, place: tuple[str, ...]) -> None:
        """Go back to where `place` was taken; of a case that is just being opened once it is open."""
        self._put_back = place
        *filters, at, column = place if len(place) == PLACE_WORDS else ("", "0")
        self.filters.put_back(filters)
        if at.isdecimal():
            self._at = StatementId(int(at))
            self._column = int(column) if column.isdecimal() else 0
            row = self.model.row_of(self._at)
            if row is not None:
                self.table.go_to(row, min(self._column, self.model.columnCount() - 1))

    def _take(self, table: "ClaimTable | None") -> None:
        before = self.model.table
        self._prepare.start()
        if table is not None and (before is None or before.sources != table.sources):
            self.filters.offer_orders(table.sources)
        self.filters.show_account(table)
        self._fill()
        proposed = table is not None and table.basis is ClaimBasis.PROPOSED and len(table.sources) > 1
        self._basis.setVisible(proposed)
        self._basis.setText(
            self.tr("Nothing is confirmed yet: these claims follow from the program's proposals.")
            if proposed
            else ""
        )
        self._show_current()

    def _prepare_slice(self) -> None:
        """Make texts ready between events, so that the first letter of a filter waits for nothing."""
        table = self.following.table
        if table is None or self._arranger.prepare(table, PREPARE_S):
            self._prepare.stop()

    def _fill(self) -> None:
        """Show the claims that are wanted in the order that is wanted; the current one stays current."""
        if self._is_opening:
            return
        table = self.following.table
        at, column = self._at, self._column
        places = (
            () if table is None else self._arranger.arrange(table, self.filters.filter, self.filters.order)
        )
        self._filling = True
        try:
            moved = self.model.show(table, places)
            row = None if at is None else self.model.row_of(at)
            if moved and row is not None:
                self.table.go_to(row, min(column, self.model.columnCount() - 1))
        finally:
            self._filling = False
        if self.table.current_cell() is None and places:
            self.table.go_to(0, 0)
        self.table.mark_order(self._order_column())
        self._explain()

    def _order_column(self) -> int:
        """Return the column in whose order the claims come, or -1."""
        order, table = self.filters.order, self.model.table
        if order.kind is OrderKind.DOCUMENT:
            return 0
        if order.kind is OrderKind.SOURCE and table is not None:
            ids = [source.id for source in table.sources]
            return ids.index(order.source) + 1 if order.source in ids else -1
        return -1

    def _order_by(self, column: int) -> None:
        table = self.model.table
        if table is not None:
            source = table.sources[column - 1].id if column else None
            self.filters.set_order(Order(OrderKind.SOURCE, source) if source is not None else Order())

    def _explain(self) -> None:
        """Say what there is or, where nothing is shown, why."""
        table = self.following.table
        sentence = ""
        if table is None:
            sentence = self.tr("Gathering the claims…")
        elif not table.claims:
            sentence = self.tr("There are no claims yet: the sources hold no statement that is compared.")
        elif not self.model.places:
            sentence = self.tr("None of %n claim(s) is like that.", None, len(table.claims))
        self._sentence.setText(sentence)
        self._all.setVisible(table is not None and bool(table.claims))
        self._pages.setCurrentIndex(1 if sentence else 0)
        found = self.following.counts
        self._summary.setText("" if found is None else self._summary_words(found))
        self._offer_triangles(found)

    def _offer_triangles(self, found: Counts | None) -> None:
        """Say what decisions imply that nobody decided; what contradicts them comes first."""
        conflicts = found.conflicts if found is not None else 0
        suggestions = found.suggestions if found is not None else 0
        self.settle.setVisible(bool(conflicts or suggestions))
        self.settle.setText(
            self.tr("%n contradiction(s) among your decisions to settle…", None, conflicts)
            if conflicts
            else self.tr("%n match(es) implied by your decisions…", None, suggestions)
        )
        self._color_settle(alarming=bool(conflicts))

    def _color_settle(self, *, alarming: bool) -> None:
        ink = self._theme.alarm if alarming else self._theme.accent
        sheet = f"QPushButton {{ color: {ink.name()}; font-weight: 600; }}"
        if self.settle.styleSheet() != sheet:
            self.settle.setStyleSheet(sheet)

    def _summary_words(self, found: Counts) -> str:
        shown = len(self.model.places)
        parts = [
            self.tr("%n claim(s)", None, found.claims)
            if shown == found.claims
            else self.tr("{shown} of %n claim(s)", None, found.claims).format(shown=messages.number(shown)),
            self.tr("%n disputed", None, found.disputed) if found.disputed else "",
            self.tr("%n agreed", None, found.agreed) if found.agreed else "",
            self.tr("%n in one source only", None, found.alone) if found.alone else "",
        ]
        if not self._session.differing.is_complete:
            share = messages.percent(self._session.differing.share)
            parts.append(self.tr("comparing… {share}").format(share=share))
        return " · ".join(part for part in parts if part)

    def renew(self) -> None:
        """Show the current claim as it is kept."""
        self._show_current()

    def summary_text(self) -> str:
        """Return what is said of all claims below the table."""
        return self._summary.text()

    def basis_text(self) -> str:
        """Return what is said of what the claims follow from; nothing once something is confirmed."""
        return self._basis.text()

    def empty_text(self) -> str:
        """Return why no claim is shown; nothing where one is."""
        return self._sentence.text()

    # Where the analyst is ---------------------------------------------------------------------

    def _note_place(self) -> None:
        record = self.current_record()
        if record is not None and not self._filling:
            self._at = record.label
            self._column = self.current_column()
        if not self._filling:
            self._show_current()

    def _show_current(self) -> None:
        """Show in the panel what the current claim is."""
        record, table, case = self.current_record(), self.model.table, self._session.case
        if record is None or table is None or case is None:
            self.panel.clear()
        else:
            self.panel.show_claim(case, table, record, self.current_number())
        self.current_changed.emit()

    def current_number(self) -> int:
        """Return the number of the current claim, counted from 1 in the order of the articles; 0 for none."""
        cell = self.table.current_cell()
        return 0 if cell is None else self.model.places[cell[0]] + 1

    def current_record(self) -> "ClaimRecord | None":
        """Return the current claim, or None."""
        cell = self.table.current_cell()
        return None if cell is None else self.model.record(cell[0])

    def current_column(self) -> int:
        """Return the column of the current cell, 0 for the claim itself."""
        cell = self.table.current_cell()
        return 0 if cell is None else cell[1]

    def _go(self, row: int, column: int) -> None:
        self.table.go_to(row, column)
        record = self.model.record(row)
        if record is not None:
            self.went.emit(record, column)

    def go_to_panes(self) -> None:
        """Bring the panes to the current cell."""
        cell = self.table.current_cell()
        if cell is not None:
            self._go(*cell)

    def step(self, rows: int) -> None:
        """Go so many claims on."""
        self.table.step(rows)

    def focus_table(self) -> None:
        """Give the keyboard to the table, or to the one button while it is empty."""
        if self._pages.currentIndex() == 0:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._all.isVisible():
            self._all.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_panel_visible(self, on: bool) -> None:
        """Show the current claim beside the table, or give its room to the table."""
        if not on:
            self.panel.commit()
        self.panel.setVisible(on)

    def clear_filters(self) -> None:
        """Show all claims again."""
        self.filters.set_filter(ClaimFilter())
        self.focus_table()
