"""Where the keys are among the articles, and taking them somewhere."""

from PySide6.QtCore import Qt

from reconciler.gui.panes.contents import PaneContents
from reconciler.gui.panes.pane_row import PaneRow
from reconciler.gui.session import Session
from reconciler.model import StatementId


class PaneKeys:
    """Says which pane and which statement the keys are at; panes are counted from 0 at the left."""

    def __init__(self, session: Session, contents: PaneContents, row: PaneRow) -> None:
        self._session = session
        self._contents = contents
        self._row = row

    def focus_pane(self, index: int) -> bool:
        """Give the keys to a pane; False where there is none."""
        if index >= len(self._contents.sources):
            return False
        self._row.views()[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def focused_pane(self) -> int | None:
        """Return which pane has the keys, or None."""
        # The window's focus, so that a menu or a dialog above it makes no difference.
        focused = self._row.window().focusWidget()
        return next((pane for pane, view in enumerate(self._row.views()) if view is focused), None)

    def focused(self) -> tuple[int, int] | None:
        """Return the pane and the place of the statement that the keys act on, or None."""
        pane = self.focused_pane()
        place = self._row.views()[pane].focus_place() if pane is not None else None
        return (pane, place) if pane is not None and place is not None else None

    def focused_statement(self) -> StatementId | None:
        """Return the statement that the keys act on in the pane that has them, or None."""
        at = self.focused()
        return self._contents.statement(*at).id if at is not None else None

    def statement_in_use(self) -> StatementId | None:
        """Return the statement that the keys act on or, with the keys elsewhere, the one selected last."""
        selected = [one for one in self._session.selected if self._contents.where(one) is not None]
        return self.focused_statement() or (selected[-1] if selected else None)

    def begin_split(self, statement: StatementId) -> bool:
        """Let the keys choose where a statement is split; answers False where it can't be."""
        where = self._contents.where(statement)
        if where is None:
            return False
        view, place = self._row.views()[where[0]], where[1]
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        view.set_focus_place(place)
        view.reveal(place)
        view.picker.end()
        return view.caret.begin(place)

    def begin_picking(self, statement: StatementId) -> bool:
        """Let the keys choose another statement in the place of one; answers False where it is not shown."""
        where = self._contents.where(statement)
        if where is None or self._contents.is_former(where[0]):
            return False
        pane, place = where
        view = self._row.views()[pane]
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        view.caret.end()
        view.picker.begin(place, sorted({*self._contents.matched(pane), place}))
        return True

    def reveal(self, statement: StatementId) -> None:
        """Bring a statement that is shown into view, and the keys of its article to it."""
        where = self._contents.where(statement)
        if where is not None:
            view = self._row.views()[where[0]]
            view.set_focus_place(where[1])
            view.reveal(where[1])

    def selected_text(self) -> str:
        """Return the text that is selected for copying, or nothing."""
        return next((text for view in self._row.views() if (text := view.selected_text())), "")
