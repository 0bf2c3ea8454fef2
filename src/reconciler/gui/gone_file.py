"""A case file that was moved, deleted or replaced while it is open: noticed, told, saved elsewhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reconciler.gui.notice_bar import Choice

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow

LOOK_MS = 2000
NOTICE = "file_gone"


class GoneFile(QObject):
    """Looks after the file now and then, beside the look that follows each act, and tells when it is gone."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(window.session.file.look)
        window.session.opened.connect(self._begin)
        window.session.closing.connect(self._look.stop)
        window.session.file.gone_changed.connect(self.tell)

    def _begin(self) -> None:
        if self._window.session.case is not None:
            self._look.start()

    def tell(self) -> None:
        """Say that the file is gone, for as long as it is, and what can be done."""
        session, notices = self._window.session, self._window.notices
        if not session.file.is_gone or session.case is None:
            notices.clear_notice(NOTICE)
            return
        told, way_out = self._read_before() if session.read_only else self._lost_with_window()
        notices.show_notice(
            NOTICE, told.format(name=session.case.path.name), [way_out], alarm=True, closes=False
        )

    def _lost_with_window(self) -> tuple[str, Choice]:
        told = self.tr(
            "The file of this case, {name}, is no longer in its place: it was moved, deleted or replaced. "
            "What you decide is lost when this window closes, unless you save the case again."
        )
        return told, Choice(self.tr("Save case as…"), self._window.commands.case.save_as)

    def _read_before(self) -> tuple[str, Choice]:
        told = self.tr(
            "The file of this case, {name}, is no longer in its place: it was moved, deleted or replaced. "
            "What is shown was read before; open the case where it is now."
        )
        return told, Choice(self.tr("Open case…"), self._window.commands.case.open_case)
