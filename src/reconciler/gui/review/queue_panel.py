"""The review queue: filters, order, the list, and going from one match to the next."""

import time
from collections.abc import Callable, Container, Mapping

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reconciler.gui.review.arrangement import (
    Arrangement,
    Filter,
    Order,
    arrange,
    nearest,
)
from reconciler.gui.review.contents import QueueContents
from reconciler.gui.review.empty_page import EmptyPage
from reconciler.gui.review.kind_filter import ALL_KINDS
from reconciler.gui.review.queue_delegate import QueueDelegate
from reconciler.gui.review.queue_filters import QueueFilters
from reconciler.gui.review.queue_list import QueueList
from reconciler.gui.review.queue_model import QueueModel
from reconciler.gui.review.trail import Trail
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Change, Difference, MatchId, Relation, Verdict

CONTRADICTION = "contradiction"
LATER_MS = 150
"""While matches are still compared, a list filtered by kind grows so often, not with each of them."""
STANDSTILL_S = 0.012
PREPARE_S = 0.003
"""How long at a time the texts are made ready to be looked up in, between events."""


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
        self._has_letters = False
        self._trail = Trail()
        self._stepping = False
        self._build(theme)
        session.opened.connect(self._fill)
        session.changed.connect(self._follow_change)
        session.current_changed.connect(self._show_current)
        session.unsaved_changed.connect(self._refresh_unsaved)
        session.differing.learned.connect(self._learn_kinds)
        session.analyst_changed.connect(self._arrange)
        session.blind_changed.connect(self._take_blindness)
        self._unsaved = session.unsaved
        self._fill()

    # What is shown ----------------------------------------------------------------------------

    @property
    def trail(self) -> Trail:
        """From which matches the analyst jumped away."""
        return self._trail

    @trail.setter
    def trail(self, trail: Trail) -> None:
        self._trail = trail

    def undecided_matches(self) -> tuple[MatchId, ...]:
        """Return those of the matches shown that have no verdict, in order."""
        verdict = self._contents.verdict
        return tuple([one for one in self._model.matches if verdict(one) is None])

    def undecided_up_to(self, match: MatchId) -> tuple[MatchId, ...]:
        """Return the undecided matches shown from the first one to a match, which need not be shown."""
        if match not in self._contents:
            return ()
        places = self._contents.passing(self.filters.order)
        return tuple([one for one in self.undecided_matches() if places[one] <= places[match]])

    def visible_matches(self) -> tuple[MatchId, ...]:
        """Return the matches shown, in order."""
        return self._model.matches

    def open_count(self) -> int:
        """Return how many matches of the case have no verdict yet."""
        return self._arranged.open

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._delegate.theme = theme
        self.filters.set_theme(theme)
        self._list.viewport().update()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    # Moving -----------------------------------------------------------------------------------

    def next(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) match shown; answers False and stays at the end."""
        return self._step(
            self._model.matches, step, self._contents.places(self.filters.filter, self.filters.order)
        )

    def next_undecided(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) match shown that has no verdict; False at the end."""
        to_review = self.filters.filter is Filter.TO_REVIEW
        shown = self._model.matches if to_review else self.undecided_matches()
        return self._step(shown, step, self._contents.passing(self.filters.order))

    def next_finding(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) match shown in which something differs; False at the end.

        With a filter by kind, in a kind of it. What is not known yet is compared on the way, for no
        longer than the window may stand still.
        """
        wanted = self.filters.kinds or ALL_KINDS
        return self._walk(step, lambda _match, noted: any(each.kind in wanted for each in noted))

    def next_contradiction(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) match shown that contradicts; False at the end.

        The analyst said so, or the program holds two figures or dates to be at odds and nobody said
        that the match agrees, merely differs or is none.
        """

        def contradicts(match: MatchId, noted: tuple[Difference, ...]) -> bool:
            standing = self._session.standing(match)
            if standing.relation is not None or standing.verdict is Verdict.REJECTED:
                return standing.relation is Relation.CONTRADICTS
            return any(each.cause == CONTRADICTION for each in noted)

        return self._walk(step, contradicts)

    def _walk(self, step: int, wanted: Callable[[MatchId, tuple[Difference, ...]], bool]) -> bool:
        deadline = time.perf_counter() + STANDSTILL_S
        places, among = self._contents.places(self.filters.filter, self.filters.order), self._model.matches
        differing = self._session.differing
        row = nearest(places, among, self._session.current, step)
        while row is not None and 0 <= row < len(among):
            match = among[row]
            if match not in differing.known and time.perf_counter() > deadline:
                return False
            if wanted(match, differing.noted(match)):
                self._session.set_current(match)
                return True
            row += step
        return False

    def back(self) -> bool:
        """Go back to where the last jump began; answers False when there is no way back."""
        return self._turn(self._trail.back)

    def forward(self) -> bool:
        """Go forward again after `back`; answers False when there was none."""
        return self._turn(self._trail.forward)

    def _turn(self, way: Callable[[MatchId | None, Container[MatchId]], MatchId | None]) -> bool:
        match = way(self._session.current, self._contents)
        if match is not None:
            self._move(match)
        return match is not None

    def _move(self, match: MatchId) -> None:
        """Go to a match without a jump to come back from."""
        self._stepping = True
        self._session.set_current(match)
        self._stepping = False

    def select_first_undecided(self) -> bool:
        """Go to the first match shown that has no verdict, or to the first one if all have."""
        shown = self._model.matches
        verdict = self._contents.verdict
        first = next((one for one in shown if verdict(one) is None), shown[0] if shown else None)
        if first is not None:
            self._move(first)
        return first is not None

    def _step(self, among: tuple[MatchId, ...], step: int, places: Mapping[MatchId, int]) -> bool:
        row = nearest(places, among, self._session.current, step)
        if row is None:
            self.end_reached.emit(step)
            return False
        self._move(among[row])
        return True

    # Following the session --------------------------------------------------------------------

    def _fill(self) -> None:
        ready = self._session.ready
        self._contents.fill(None if ready is None else ready.queue)
        self._trail.forget()
        self._prepare.start()
        self._known = self._session.current
        self._has_letters = self._names_sources()
        self._take_blindness()

    def _take_blindness(self) -> None:
        """Show what the program thinks of matches, or nothing that follows from it."""
        case = self._session.case
        blind = case is not None and not case.score_visible
        self.filters.take_blindness(blind=blind)
        self._syncing = True
        self._model.forget()
        self._syncing = False
        self._arrange()

    def _follow_change(self, change: Change) -> None:
        place = self._model.place(self._known)
        gone = self._known is not None and self._session.current is None
        if change.structure:
            self._contents.follow(change)
            self._prepare.start()
        else:
            self._contents.refresh(change.matches)
        self._syncing = True
        if self._has_letters != self._names_sources():
            # From three sources on each match is named with their letters.
            self._has_letters = not self._has_letters
            self._model.make_anew()
        else:
            self._model.refresh(change.matches)
        self._syncing = False
        self._arrange()
        if gone:
            self._take_place(place)

    def _names_sources(self) -> bool:
        return self._session.case is not None and len(self._session.case.sources) > 2

    def _take_place(self, place: int | None) -> None:
        """Go to the match that now stands where one stood that is gone."""
        shown = self._model.matches
        if place is not None and shown:
            self._move(shown[min(place, len(shown) - 1)])

    def _arrange(self) -> None:
        self._arranged = self.filters.arrangement()
        self._syncing = True
        self._model.show_matches(self._arranged.shown)
        self._syncing = False
        self.filters.show_arrangement(self._arranged)
        if self._arranged.shown:
            had_focus = self._empty.has_focus()
            self._stack.setCurrentWidget(self._list)
            if had_focus:
                self.focus_list()
        else:
            self._explain_empty()
            self._stack.setCurrentWidget(self._empty)
        if not self._session.leaves_current:
            self._show_current(self._session.current)
        self.arrangement_changed.emit()

    def renew_keys(self) -> None:
        """Name the keys that actions have now."""
        if self._stack.currentWidget() is self._empty:
            self._explain_empty()

    def _explain_empty(self) -> None:
        filters, case = self.filters, self._session.case
        narrowed = bool(filters.kinds or filters.facets)
        self._empty.explain(self._arranged, filters.filter, filters.text, case, narrowed=narrowed)

    def _show_current(self, match: MatchId | None) -> None:
        if self._known is not None and match != self._known and not self._stepping:
            self._trail.jumped(self._known)
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
        if (self.filters.kinds or self.filters.order is Order.STRONGEST) and not self._later.isActive():
            self._later.start()

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
        self.setAccessibleName(self.tr("Review queue"))
        self._later = QTimer(self, interval=LATER_MS, singleShot=True)
        self._later.timeout.connect(self._arrange)
        self._prepare = QTimer(self, interval=0)
        self._prepare.timeout.connect(self._prepare_some)
        self.filters = QueueFilters(self._session, self._contents, theme, self)
        self.filters.changed.connect(self._arrange)
        self.filters.filtered.connect(self._filter_changed)
        self.filters.left.connect(self.focus_list)
        self._list = self._make_list()
        self._empty = EmptyPage(self)
        self._empty.clear_requested.connect(self.filters.clear)
        self._empty.filter_requested.connect(self.filters.set_filter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self._stack, 1)

    def _make_list(self) -> QueueList:
        view = QueueList(self)
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setAccessibleName(self.tr("Matches"))
        view.selectionModel().currentChanged.connect(self._row_chosen)
        view.stepped.connect(self.next)
        view.menu_requested.connect(self._menu)
        return view

    def _prepare_some(self) -> None:
        if not self._contents.prepare(PREPARE_S):
            self._prepare.stop()

    def _filter_changed(self) -> None:
        self._arrange()
        if self._model.place(self._session.current) is None and self._model.matches:
            self._list.scrollToTop()
