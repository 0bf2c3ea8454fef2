"""What is above the claims table: order, filters, text, and how much of all sources is accounted for."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from reconciler.case.claim_table import Account, ClaimTable
from reconciler.export.values import CellState
from reconciler.gui import messages
from reconciler.gui.claims.arrangement import NOT_ASSESSED, ClaimFilter, Order, OrderKind, Scope
from reconciler.gui.claims.looks import state_title
from reconciler.gui.flow_layout import FlowLayout
from reconciler.gui.review.filter_field import FilterField
from reconciler.gui.status import Gauge
from reconciler.gui.theme import Theme
from reconciler.model import Assessment, Source, SourceId


class ClaimsFilters(QWidget):
    """`changed` says that other claims are wanted, or another order; `left` that the text field was left."""

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = self._box(self.tr("Order of the claims"))
        self._scope = self._box(self.tr("Which claims"))
        self._state = self._box(self.tr("Claims with a cell in this state"))
        self._assessed = self._box(self.tr("Claims with this assessment"))
        self.text = FilterField(self)
        self.text.setAccessibleName(self.tr("Show only claims that hold these words"))
        self.text.setFixedWidth(190)
        self.text.textChanged.connect(lambda _text: self.changed.emit())
        self.text.left.connect(self.left)
        self._gauge = Gauge()
        self._gauge.setAccessibleName(self.tr("Share of all statements that is accounted for"))
        self._accounted = QLabel()
        self._accounted.setProperty("role", "quiet")
        self._fill_fixed()
        self._lay_out()
        self.set_theme(theme)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        return box

    def _fill_fixed(self) -> None:
        for scope, name in (
            (Scope.ALL, self.tr("All claims")),
            (Scope.FINDINGS, self.tr("With findings")),
            (Scope.SEVERAL, self.tr("In several sources")),
            (Scope.ONE, self.tr("In one source only")),
        ):
            self._scope.addItem(name, scope.value)
        self._state.addItem(self.tr("Any state"), "")
        for state in CellState:
            self._state.addItem(state_title(state), state.value)
        self._assessed.addItem(self.tr("Any assessment"), "")
        for assessment in Assessment:
            word = messages.assessment_word(assessment)
            self._assessed.addItem(word[:1].upper() + word[1:], assessment.value)
        self._assessed.addItem(self.tr("Not assessed"), NOT_ASSESSED)
        self.offer_orders(())

    def offer_orders(self, sources: tuple[Source, ...]) -> None:
        """Offer the orders that there are with these sources; the chosen one stays where it can."""
        chosen = self._order.currentData()
        with QSignalBlocker(self._order):
            self._order.clear()
            self._order.addItem(self.tr("Order of the articles"), _key(Order()))
            self._order.addItem(self.tr("Findings first"), _key(Order(OrderKind.FINDINGS)))
            self._order.addItem(self.tr("Most agreed first"), _key(Order(OrderKind.AGREEMENT)))
            self._order.addItem(self.tr("Earliest first"), _key(Order(OrderKind.DATE)))
            for source in sources:
                name = self.tr("Order in {letter}").format(letter=source.letter)
                self._order.addItem(name, _key(Order(OrderKind.SOURCE, source.id)))
            self._order.setCurrentIndex(max(self._order.findData(chosen), 0))

    def _lay_out(self) -> None:
        gauge = QWidget()
        inner = QHBoxLayout(gauge)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(self._gauge)
        inner.addWidget(self._accounted)
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        for widget in (self._order, self._scope, self._state, self._assessed, self.text):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 16, 8)
        layout.setSpacing(16)
        layout.addWidget(row, 1)
        layout.addWidget(gauge, 0, Qt.AlignmentFlag.AlignVCenter)

    # What is chosen ---------------------------------------------------------------------------

    @property
    def filter(self) -> ClaimFilter:
        """Which claims are wanted."""
        state = self._state.currentData()
        return ClaimFilter(
            self.text.text(),
            Scope(self._scope.currentData()),
            CellState(state) if state else None,
            self._assessed.currentData(),
        )

    def set_filter(self, which: ClaimFilter) -> None:
        """Choose which claims are wanted."""
        before = self.filter
        boxes = (self._scope, self._state, self._assessed)
        values = (which.scope.value, which.state.value if which.state else "", which.assessed)
        for box, value in zip(boxes, values, strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(box.findData(value), 0))
        with QSignalBlocker(self.text):
            self.text.setText(which.text)
        if self.filter != before:
            self.changed.emit()

    @property
    def order(self) -> Order:
        """The order that is wanted."""
        kind, _, source = str(self._order.currentData()).partition(" ")
        return Order(OrderKind(kind), SourceId(int(source)) if source else None)

    def set_order(self, order: Order) -> None:
        """Choose the order."""
        self._order.setCurrentIndex(max(self._order.findData(_key(order)), 0))

    def place(self) -> tuple[str, ...]:
        """Return what is chosen, as words."""
        which = self.filter
        state = which.state.value if which.state is not None else ""
        return which.text, which.scope.value, state, which.assessed, str(self._order.currentData())

    def put_back(self, place: Sequence[str]) -> None:
        """Choose what `place` said, as far as it can be chosen; without any, nothing is filtered."""
        before = self.place()
        text, *words = place if len(place) == 5 else ("", "", "", "", "")
        boxes = (self._scope, self._state, self._assessed, self._order)
        for box, word in zip(boxes, words, strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(box.findData(word), 0))
        with QSignalBlocker(self.text):
            self.text.setText(text)
        if self.place() != before:
            self.changed.emit()

    def open_orders(self) -> None:
        """Open the list of orders."""
        self._order.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._order.showPopup()

    def focus_text(self) -> None:
        """Give the keyboard to the text filter."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    # How much is accounted for ----------------------------------------------------------------

    def show_account(self, table: ClaimTable | None) -> None:
        """Say how much of all sources is accounted for."""
        self._gauge.setVisible(table is not None)
        if table is None:
            self._accounted.setText("")
            return
        account = table.account
        self._gauge.show_share(account.share)
        self._accounted.setText(self._account_words(account))
        self._accounted.setToolTip(
            self.tr("{matched} stand in a confirmed match, {searched} were searched for in all other sources")
            .format(matched=messages.number(account.matched), searched=messages.number(account.searched))
        )  # fmt: skip

    def _account_words(self, account: Account) -> str:
        done = messages.number(account.matched + account.searched)
        # Rounded up, all would seem done while one statement is still open.
        share = int(account.share * 100) / 100
        return self.tr("{done} of %n statement(s) accounted for, {share}", None, account.total).format(
            done=done, share=messages.percent(share)
        )

    def account_text(self) -> str:
        """Return what is said of how much is accounted for."""
        return self._accounted.text()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._gauge.set_theme(theme)


def _key(order: Order) -> str:
    return order.kind.value if order.source is None else f"{order.kind.value} {order.source}"
