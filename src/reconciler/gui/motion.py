"""Whether anything moves by itself: menus that slide, tips that fade, a caret that blinks, a busy bar."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reconciler.settings import Motion

if TYPE_CHECKING:
    from reconciler.gui.desktop_motion import DesktopMotion

ASKED_AFTER_MS = 300
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Mover(QObject):
    """Lets things move or stand still; knows how they were when the program began.

    `changed` says that things move, or move no more, because the desktop says so now.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effects = {effect: QApplication.isEffectEnabled(effect) for effect in _EFFECTS}
        self._flash = QApplication.cursorFlashTime()
        self._motion = Motion.ON
        self._system_moves = _system_moves()
        self._desktop: DesktopMotion | None = None
        if sys.platform.startswith("linux"):
            # Once the window is there: it waits for no desktop.
            self._soon = QTimer(self, interval=ASKED_AFTER_MS, singleShot=True)
            self._soon.timeout.connect(self._ask_desktop)
            self._soon.start()

    def set_motion(self, motion: Motion) -> bool:
        """Let things move as it is set; answers whether they do."""
        self._motion = motion
        moves = self._wanted() if motion is Motion.SYSTEM else motion is Motion.ON
        for effect, as_before in self._effects.items():
            QApplication.setEffectEnabled(effect, moves and as_before)
        QApplication.setCursorFlashTime(self._flash if moves else 0)
        return moves

    def _ask_desktop(self) -> None:
        from reconciler.gui.desktop_motion import DesktopMotion

        self._desktop = DesktopMotion(self)
        self._desktop.changed.connect(self._follow_desktop)

    def _wanted(self) -> bool:
        return self._system_moves if self._desktop is None else self._desktop.moves

    def _follow_desktop(self) -> None:
        if self._motion is Motion.SYSTEM:
            self.changed.emit(self.set_motion(Motion.SYSTEM))


def _system_moves() -> bool:
    """Whether Windows or macOS lets windows move; a desktop of Linux is asked by `DesktopMotion`."""
    if sys.platform == "win32":
        return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    if sys.platform == "darwin":
        # Qt does not tell of it; this reads what System Settings writes: com.apple.universalaccess.
        kept = QSettings(
            QSettings.Format.NativeFormat, QSettings.Scope.UserScope, "apple.com", "universalaccess"
        )
        return str(kept.value("reduceMotion")).lower() not in ("1", "true")
    return True
