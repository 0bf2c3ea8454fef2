"""Where the analyst is in the window, taken down for the case file and put back from it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer

from reconciler.gui.panes.arranging import FEWEST
from reconciler.gui.review.arrangement import Filter, Order
from reconciler.gui.review.narrowing import facet_words, facets_of
from reconciler.gui.view_state import ViewState
from reconciler.gui.views import View
from reconciler.model import MatchId, SignalKind, SourceId

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow


def capture(window: "MainWindow") -> ViewState:
    """Return the window's state as it is now."""
    filters = window.queue.filters
    return ViewState(
        match=window.session.current,
        filter=filters.filter.value,
        order=filters.order.value,
        search=filters.text,
        sources=tuple(window.panes.chosen_sources()),
        scroll=tuple(window.panes.scroll_positions()),
        text_size=window.text_size,
        linked_scrolling=window.actions_by_id["linked_scrolling"].isChecked(),
        overview=window.actions_by_id["overview"].isChecked(),
        focus_mode=window.actions_by_id["focus_mode"].isChecked(),
        differs=tuple(sorted(filters.kinds)),
        facets=facet_words(filters.facets),
        signals=window.actions_by_id["signals"].isChecked(),
        signal_kinds=tuple(sorted(window.commands.view.signal_kinds_chosen())),
        geometry=window.saveGeometry().toBase64().toStdString(),
        columns=window.columns.saveState().toBase64().toStdString(),
        view=(window.views.shown or View.PANES).value,
        claims=window.views.claims_place(),
    )


def restore(window: "MainWindow") -> None:
    """Put the window back to where its case was left; a case never left keeps the window as it is."""
    case = window.session.case
    if case is None or case.view_state is None:
        window.commands.reading.set_focus_mode(on=False)
        return
    state = ViewState.from_json(case.view_state)
    put_back(window, state)
    window.queue.focus_list()
    if state.view in set(View):
        window.views.show(View(state.view))


def put_back(window: "MainWindow", state: ViewState, *, geometry: bool = True) -> None:
    """Put the window to where a state of its case was taken down; its own place only where wanted."""
    case = window.session.case
    if case is None:
        return
    if geometry:
        window.restoreGeometry(_bytes(state.geometry))
    window.columns.restoreState(_bytes(state.columns))
    if state.text_size:
        window.set_text_size(state.text_size)
    window.set_overview(state.overview)
    window.set_linked_scrolling(state.linked_scrolling)
    window.commands.reading.set_focus_mode(state.focus_mode)
    filters, there = window.queue.filters, {source.id for source in case.sources}
    filters.set_filter(Filter(state.filter) if state.filter in set(Filter) else Filter.TO_REVIEW)
    filters.set_kinds(_kinds(state.differs))
    filters.set_facets(facets_of(state.facets, frozenset(there)))
    window.commands.view.show_signals(_kinds(state.signal_kinds), on=state.signals)
    filters.set_order(Order(state.order) if state.order in set(Order) else Order.DOCUMENT)
    filters.set_text(state.search)
    window.views.put_claims_back(state.claims)
    shown = [SourceId(one) for one in state.sources if one in there]
    if len(shown) >= FEWEST:
        window.panes.show_sources(*shown)
    if state.match is not None:
        window.session.set_current(MatchId(state.match))
    # The panes know where a statement stands only once they are laid out in their new size.
    QTimer.singleShot(0, window.panes, lambda: window.panes.restore_scroll_positions(state.scroll))


def _kinds(words: Iterable[str]) -> frozenset[SignalKind]:
    return frozenset(SignalKind(word) for word in words if word in set(SignalKind))


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))
