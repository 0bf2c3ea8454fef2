"""The inspector: everything about the current match, and the buttons that decide it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from reconciler.gui.inspector.decision_box import DecisionBox
from reconciler.gui.inspector.link_hint import LinkHint
from reconciler.gui.inspector.match_page import MatchPage
from reconciler.gui.inspector.no_match_page import NoMatchPage
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Change, MatchId

if TYPE_CHECKING:
    from reconciler.gui.inspector.orphans_page import OrphansPage


class InspectorPanel(QWidget):
    """Shows the session's current match.

    Its buttons ask for an action of the window by id (`action_requested`), so that a button, a key
    and a menu do the same; a note is written by itself when it is left. The buttons and the note are
    those of the current match at once. What is told of it is shown in the next turn of the window
    (`catch_up`), when the articles and the queue, where the eyes are, have been painted: it takes as
    long as they do, and nobody reads it while keys follow one another.
    """

    properties_requested = Signal(object)
    action_requested = Signal(str)
    note_left = Signal()
    orphan_chosen = Signal(object)
    orphans_left = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._came_from: QWidget | None = None
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self._page = MatchPage(session, theme)
        self._page.properties_requested.connect(self.properties_requested)
        self._page.take_up_requested.connect(lambda: self._request("take_up"))
        self._box = DecisionBox(session, theme)
        self._box.action_requested.connect(self._request)
        self._note = self._box.note
        self._note.finished.connect(self._write_note)
        self._note.left.connect(self._leave_note)
        self._none = NoMatchPage()
        self._theme = theme
        self._orphans: OrphansPage | None = None
        self._orphans_shown = False
        self._is_stale = False
        self._behind = QTimer(self, interval=0, singleShot=True)
        self._behind.timeout.connect(self._show_page)
        self._hint = LinkHint(session, theme)
        self._hint.link_requested.connect(lambda: self._request("link"))
        self._build()
        session.opened.connect(self._fill)
        session.changed.connect(self._follow_change)
        session.current_changed.connect(self._fill)
        session.selection_changed.connect(self._renew_selection)
        session.unsaved_changed.connect(self._renew)
        session.blind_changed.connect(self._take_blindness)
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._page.set_theme(theme)
        self._box.set_theme(theme)
        self._hint.set_theme(theme)
        self._theme = theme
        if self._orphans is not None:
            self._orphans.set_theme(theme)

    def set_text_size(self, points: float, family: str = "serif") -> None:
        """Set the statements in letters of nearly the size that articles have."""
        self._page.set_text_size(points, family)

    def renew_keys(self) -> None:
        """Name the keys that actions have now."""
        self._box.renew_keys()
        self._renew()

    def focus_note(self) -> None:
        """Put the keyboard into the note; leaving the note gives it back to where it was."""
        if self._session.current is None:
            return
        focus = QApplication.focusWidget()
        if focus is not self._note:
            self._came_from = focus
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing of the inspector that takes it."""
        self.catch_up()
        if self._session.current is not None:
            self._page.focus_first()
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit_note(self) -> None:
        """Write a note that is still being typed."""
        self._note.finish()

    # Following the session --------------------------------------------------------------------

    def catch_up(self) -> None:
        """Show now all that is to be told of the current match."""
        if self._behind.isActive():
            self._behind.stop()
            self._show_page()

    def _fill(self, _match: MatchId | None = None) -> None:
        self._is_stale = True
        self._renew()

    def _show_page(self) -> None:
        if self._is_stale:
            self._is_stale = False
            if self._page.match != self._session.current:
                self._scroll.verticalScrollBar().setValue(0)
            self._page.show_match(self._session.current)
        self._page.renew_state()

    def _take_blindness(self) -> None:
        self._page.forget()
        self._fill()
        self.catch_up()

    def _follow_change(self, change: Change) -> None:
        current = self._session.current
        if self._session.leaves_current:
            return
        if current in change.matches or change.structure or change.sources or current != self._page.match:
            self._is_stale = True
        self._renew()

    def _renew(self) -> None:
        if self.isVisible() and self._session.current is not None:
            self._behind.start()
        else:
            self._behind.stop()
            self._show_page()
        self._box.renew()
        shown = self._session.current is not None
        page = self._scroll if shown else self._none
        self._stack.setCurrentWidget(self._orphans_page() if self._orphans_shown else page)
        self._box.setVisible(shown and not self._orphans_shown)
        self._none.explain(self._session.case)
        self._renew_selection()

    def _renew_selection(self) -> None:
        if self._orphans_shown:
            self._hint.hide()
            self._orphans_page().renew()
        else:
            self._hint.renew()

    def show_orphans(self, on: bool) -> None:
        """Show the orphaned decisions, or the current match again."""
        if on == self._orphans_shown:
            return
        self._orphans_shown = on
        self._renew()
        if on:
            self._orphans_page().begin()
        else:
            self.focus_first()

    def chosen_orphan(self) -> MatchId | None:
        """Return the orphaned match that is chosen, or None while they are not shown."""
        return self._orphans_page().current() if self._orphans_shown else None

    def _orphans_page(self) -> "OrphansPage":
        """Return the list of orphaned decisions, made when it is first wanted: few cases have any."""
        if self._orphans is None:
            from reconciler.gui.inspector.orphans_page import OrphansPage

            self._orphans = OrphansPage(self._session, self._theme)
            self._orphans.chosen.connect(self.orphan_chosen)
            self._orphans.reattach_requested.connect(lambda: self._request("reattach"))
            self._orphans.left.connect(self.orphans_left)
            self._stack.addWidget(self._orphans)
        return self._orphans

    def _write_note(self, match: MatchId, note: str) -> None:
        case = self._session.case
        if case is not None and match in case.matches:
            self._session.annotate(match, note)

    def _leave_note(self) -> None:
        target, self._came_from = self._came_from, None
        if target is not None and isValid(target) and target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._note.clearFocus()
        self.note_left.emit()

    def _request(self, action: str) -> None:
        self.commit_note()
        self.action_requested.emit(action)
        self._box.renew()

    def _build(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self._box)
        self.setMinimumWidth(232)
