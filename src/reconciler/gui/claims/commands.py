"""What the actions on claims do, and how the panes are brought to one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconciler.gui.views import View

if TYPE_CHECKING:
    from reconciler.export.values import ClaimRecord
    from reconciler.gui.main_window import MainWindow


class ClaimCommands(QObject):
    """Acts on the claim that is current in the claims view."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def show_panes(self) -> None:
        """Show the articles side by side."""
        self._window.views.show(View.PANES)

    def show_claims(self) -> None:
        """Show who says what."""
        self._window.views.show(View.CLAIMS)

    def go_to_panes(self) -> None:
        """Bring the panes to the current cell."""
        self._window.views.claims.go_to_panes()

    def order(self) -> None:
        """Open the list of orders."""
        self._window.views.claims.filters.open_orders()

    def bring_panes(self, record: "ClaimRecord", column: int) -> None:
        """Show in the panes what a cell stands for: a match, or a statement beside a silent source."""
        from reconciler.gui.claims.targets import target

        window, session, case = self._window, self._session, self._session.case
        if case is None:
            return
        found = target(case, record, column)
        window.views.show(View.PANES)
        own = case.statement(found.statement).source
        if found.match is None:
            session.set_current(None)
            others = (*window.panes.shown_sources(), *(each.id for each in case.sources))
            other = found.beside or next((each for each in others if each != own), None)
            shown = window.panes.shown_sources()
            if own not in shown or other not in shown:
                window.panes.show_sources(own, other)
        elif session.current == found.match:
            window.panes.show_match(found.match)
        else:
            session.set_current(found.match)
        shown = window.panes.shown_sources()
        if own in shown:
            window.panes.focus_pane(shown.index(own))
        window.panes.reveal(found.statement)
