"""The file of the open case: whether it is in its place, under which name, with all in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reconciler.errors import CaseError

if TYPE_CHECKING:
    from reconciler.gui.session import Session

FOLD_BACK_MS = 2000
"""So long after the last act the log is folded into the one file, which can then be copied."""


class CaseFile(QObject):
    """Looks after the file of a session's case; it goes with the case from name to name."""

    gone_changed = Signal()

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._is_gone = False
        self._quiet = QTimer(self, interval=FOLD_BACK_MS, singleShot=True)
        self._quiet.timeout.connect(self._checkpoint)

    @property
    def is_gone(self) -> bool:
        """Whether it was moved, deleted or replaced while the case is open, as far as was looked."""
        return self._is_gone

    def look(self) -> bool:
        """Look whether the file that was opened still stands in its place, and answer that."""
        case = self._session.case
        is_gone = case is not None and not case.is_in_place
        if is_gone != self._is_gone:
            self._is_gone = is_gone
            self.gone_changed.emit()
        return not is_gone

    def save_as(self, path: Path) -> None:
        """Go on in a copy at `path`; the file chooser has asked before one is replaced.

        Raises:
            CaseError: the copy could not be made; the case stays where it was.
        """
        if self._session.case is not None:
            self._session.case.save_as(path, replace=True)
            self.look()

    def rename(self, name: str) -> None:
        """Give the file another name in its folder.

        Raises:
            CaseError: the case keeps its name.
        """
        if self._session.case is not None and name.strip():
            self._session.case.rename(name.strip())

    def fold_back(self) -> CaseError | None:
        """Put all that was decided into the one file, before it is let go of; answers why that can't be."""
        try:
            if self._session.case is not None:
                self._session.case.fold_back()
        except CaseError as error:
            return error
        return None

    def fold_back_soon(self) -> None:
        """Put all into the one file once nothing is done for a while."""
        self._quiet.start()

    def let_go(self) -> None:
        """Fold nothing back any more: the case is being closed, which does it."""
        self._quiet.stop()

    def _checkpoint(self) -> None:
        if self._session.case is not None and not self._session.unsaved_acts:
            self._session.case.checkpoint()
