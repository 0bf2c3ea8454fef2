"""The review queue: filters, order, the list, and going from one match to the next."""

import time

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from reconciler.gui.review.arrangement import (
    Arrangement,
    Filter,
    KindCounts,
    Order,
    arrange,
    count_kinds,
    differing,
    in_order,
    in_passing,
    nearest,
)
from reconciler.gui.review.contents import QueueContents
from reconciler.gui.review.empty_page import EmptyPage
from reconciler.gui.review.filter_chips import FilterChips
from reconciler.gui.review.kind_filter import ALL_KINDS, KindFilter
from reconciler.gui.review.queue_delegate import QueueDelegate
from reconciler.gui.review.queue_list import QueueList
from reconciler.gui.review.queue_model import QueueModel
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Change, MatchId, SignalKind

LATER_MS = 150
"""While matches are still compared, a list filtered by kind grows so often, not with each of them."""
STANDSTILL_S = 0.012


class QueuePanel(QWidget):
    """The matches to go through. It moves the session's current match in the order that it shows.

    A match that gets a verdict may leave the list; its place is kept, so that `next_undecided`
    goes on from there and nothing jumps. `end_reached` tells that a step led nowhere.
    """

    match_menu_requested = Signal(object, object)
    arrangement_changed = Signal()
    end_reached = Signal(int)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._contents = QueueContents(session)
        self._model = QueueModel(session, self)
        self._delegate = QueueDelegate(theme, self)
        self._arranged: Arrangement = arrange((), Filter.TO_REVIEW)
        self._known: MatchId | None = None
        self._syncing = False
        self._build(theme)
        session.opened.connect(self._fill)
        session.changed.connect(self._follow_change)
        session.current_changed.connect(self._show_current)
        session.unsaved_changed.connect(self._refresh_unsaved)
        session.differing.learned.connect(self._learn_kinds)
        self._unsaved = session.unsaved
        self._fill()

    # What is shown ----------------------------------------------------------------------------

    @property
    def filter(self) -> Filter:
        """Which matches are shown."""
        return self._chips.filter

    def set_filter(self, which: Filter) -> None:
        """Show other matches."""
        self._chips.set_filter(which)

    @property
    def order(self) -> Order:
        """In which order they are shown."""
        return Order(self._order_box.currentData())

    def set_order(self, order: Order) -> None:
        """Show the matches in another order."""
        self._order_box.setCurrentIndex(self._order_box.findData(order.value))

    @property
    def filter_text(self) -> str:
        """What was typed into the text filter."""
        return self._text.text()

    def set_filter_text(self, text: str) -> None:
        """Show only matches whose statements or note hold the words of this text."""
        self._text.setText(text)

    @property
    def kinds(self) -> frozenset[SignalKind]:
        """The kinds of difference that the matches shown must have one of; none for no such filter."""
        return self._kinds.kinds

    def set_kinds(self, kinds: frozenset[SignalKind]) -> None:
        """Show only matches that differ in one of these kinds; with none, whether they differ or not."""
        self._kinds.set_kinds(kinds)

    def visible_matches(self) -> tuple[MatchId, ...]:
        """Return the matches shown, in order."""
        return self._model.matches

    def open_count(self) -> int:
        """Return how many matches of the case have no verdict yet."""
        return self._arranged.open

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._delegate.theme = theme
        self._kinds.set_theme(theme)
        self._list.viewport().update()

    def focus_filter(self) -> None:
        """Put the keyboard into the text filter."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._text.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    # Moving -----------------------------------------------------------------------------------

    def next(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) match shown; answers False and stays at the end."""
        return self._step(self._model.matches, step, self._full_order())

    def next_undecided(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) match shown that has no verdict; False at the end."""
        shown = self._model.matches
        if self.filter is not Filter.TO_REVIEW:
            verdict = self._contents.verdict
            shown = tuple([one for one in shown if verdict(one) is None])
        passing = in_passing(self._contents.items, self.order)
        return self._step(shown, step, tuple([item.match for item in passing]))

    def next_finding(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) match shown in which something differs; False at the end.

        With a filter by kind, in a kind of it. What is not known yet is compared on the way, for no
        longer than the window may stand still.
        """
        deadline = time.perf_counter() + STANDSTILL_S
        full, among = self._full_order(), self._model.matches
        wanted, known = self.kinds or ALL_KINDS, self._session.differing
        match = self._session.current
        while (row := nearest(full, among, match, step)) is not None:
            match = among[row]
            found = known.known.get(match)
            if found is None and time.perf_counter() < deadline:
                found = frozenset(each.kind for each in known.noted(match))
            if found is None:
                break
            if not wanted.isdisjoint(found):
                self._session.set_current(match)
                return True
        return False

    def select_first_undecided(self) -> bool:
        """Go to the first match shown that has no verdict, or to the first one if all have."""
        shown = self._model.matches
        verdict = self._contents.verdict
        first = next((one for one in shown if verdict(one) is None), shown[0] if shown else None)
        if first is not None:
            self._session.set_current(first)
        return first is not None

    def _step(self, among: tuple[MatchId, ...], step: int, full: tuple[MatchId, ...]) -> bool:
        row = nearest(full, among, self._session.current, step)
        if row is None:
            self.end_reached.emit(step)
            return False
        self._session.set_current(among[row])
        return True

    def _full_order(self) -> tuple[MatchId, ...]:
        """Return all matches as they are shown; one that is not shown any more keeps its place."""
        put = in_order if self.filter is Filter.ALL else in_passing
        return tuple([item.match for item in put(self._contents.items, self.order)])

    # Following the session --------------------------------------------------------------------

    def _fill(self) -> None:
        self._contents.fill()
        self._syncing = True
        self._model.forget()
        self._syncing = False
        self._known = self._session.current
        self._arrange()

    def _follow_change(self, change: Change) -> None:
        place = self._model.place(self._known)
        gone = self._known is not None and self._session.current is None
        if change.structure:
            self._contents.fill()
        else:
            self._contents.refresh(change.matches)
        self._syncing = True
        self._model.refresh(change.matches)
        self._syncing = False
        self._arrange()
        if gone:
            self._take_place(place)

    def _take_place(self, place: int | None) -> None:
        """Go to the match that now stands where one stood that is gone."""
        shown = self._model.matches
        if place is not None and shown:
            self._session.set_current(shown[min(place, len(shown) - 1)])

    def _arrange(self) -> None:
        found = self._contents.finder(self._text.text())
        found = differing(self._session.differing.known, self.kinds, found)
        self._arranged = arrange(self._contents.items, self.filter, self.order, found)
        self._syncing = True
        self._model.show_matches(self._arranged.shown)
        self._syncing = False
        self._chips.show_counts(self._arranged.counts)
        self._left.setText(self.tr("%n left", "", self._arranged.open))
        if self._arranged.shown:
            had_focus = self._empty.has_focus()
            self._stack.setCurrentWidget(self._list)
            if had_focus:
                self.focus_list()
        else:
            self._explain_empty()
            self._stack.setCurrentWidget(self._empty)
        self._show_current(self._session.current)
        self.arrangement_changed.emit()

    def _explain_empty(self) -> None:
        narrowed = bool(self.kinds)
        self._empty.explain(
            self._arranged, self.filter, self._text.text(), self._session.case, narrowed=narrowed
        )

    def _clear_filters(self) -> None:
        self._kinds.set_kinds(frozenset())
        self._text.clear()

    def _show_current(self, match: MatchId | None) -> None:
        self._known = match
        place = self._model.place(match)
        index = self._model.index(place) if place is not None else QModelIndex()
        self._syncing = True
        if index != self._list.currentIndex():
            self._list.setCurrentIndex(index)
        if place is not None:
            self._list.scrollTo(index)
        elif self._list.selectionModel().hasSelection():
            self._list.clearSelection()
        self._syncing = False

    def _learn_kinds(self, learned: frozenset[MatchId]) -> None:
        self._syncing = True
        self._model.refresh_kinds(learned)
        self._syncing = False
        if self.kinds and not self._later.isActive():
            self._later.start()

    def _count_kinds(self) -> KindCounts:
        found = self._contents.finder(self._text.text())
        return count_kinds(self._contents.items, self.filter, self._session.differing.known, found)

    def _refresh_unsaved(self) -> None:
        now = self._session.unsaved
        self._model.refresh(now ^ self._unsaved)
        self._unsaved = now

    def _row_chosen(self, index: QModelIndex) -> None:
        if not self._syncing and index.isValid():
            self._session.set_current(self._model.matches[index.row()])

    def _menu(self, row: int, place: QPoint) -> None:
        self.match_menu_requested.emit(self._model.matches[row], place)

    # Building ---------------------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.setObjectName("queue")
        self._later = QTimer(self, interval=LATER_MS, singleShot=True)
        self._later.timeout.connect(self._arrange)
        self._chips = FilterChips(self)
        self._chips.filter_changed.connect(self._filter_changed)
        self._kinds = KindFilter(theme, self._count_kinds, self._chips)
        self._kinds.kinds_changed.connect(self._filter_changed)
        self._chips.add_chip(self._kinds)
        self._text = FilterField(self)
        self._text.textChanged.connect(self._arrange)
        self._text.left.connect(self.focus_list)
        self._order_box = self._make_order_box()
        self._list = self._make_list()
        self._empty = EmptyPage(self)
        self._empty.clear_requested.connect(self._clear_filters)
        self._empty.filter_requested.connect(self.set_filter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 8)
        top.setSpacing(8)
        top.addLayout(self._make_heading())
        top.addWidget(self._chips)
        top.addWidget(self._text)
        top.addWidget(self._order_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    def _make_heading(self) -> QHBoxLayout:
        heading = QLabel(self.tr("Review queue"), self)
        heading.setProperty("role", "heading")
        self._left = QLabel(self)
        self._left.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        row.addWidget(self._left)
        return row

    def _make_order_box(self) -> QComboBox:
        box = QComboBox(self)
        for order, text in (
            (Order.DOCUMENT, self.tr("Document order")),
            (Order.MOST_CERTAIN, self.tr("Most certain first")),
            (Order.LEAST_CERTAIN, self.tr("Least certain first")),
        ):
            box.addItem(text, order.value)
        box.setAccessibleName(self.tr("Order of the review queue"))
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.currentIndexChanged.connect(self._arrange)
        box.activated.connect(self.focus_list)
        return box

    def _make_list(self) -> QueueList:
        view = QueueList(self)
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setAccessibleName(self.tr("Matches"))
        view.selectionModel().currentChanged.connect(self._row_chosen)
        view.stepped.connect(self.next)
        view.menu_requested.connect(self._menu)
        return view

    def _filter_changed(self) -> None:
        self._arrange()
        if self._model.place(self._session.current) is None and self._model.matches:
            self._list.scrollToTop()


class FilterField(QLineEdit):
    """The text filter of the queue: Esc empties it and leaves."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Filter by text"))
        self.setAccessibleName(self.tr("Show only matches whose statements or note hold these words"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc, Return and Down; Esc empties the field first."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
