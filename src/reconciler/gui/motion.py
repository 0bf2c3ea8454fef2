"""Whether anything moves by itself: menus that slide, tips that fade, a caret that blinks, a busy bar."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reconciler.settings import Motion

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Mover:
    """Lets things move or stand still; knows how they were when the program began."""

    def __init__(self) -> None:
        self._effects = {effect: QApplication.isEffectEnabled(effect) for effect in _EFFECTS}
        self._flash = QApplication.cursorFlashTime()
        self._system_moves = _system_moves()

    def set_motion(self, motion: Motion) -> bool:
        """Let things move as it is set; answers whether they do."""
        moves = self._system_moves if motion is Motion.SYSTEM else motion is Motion.ON
        for effect, as_before in self._effects.items():
            QApplication.setEffectEnabled(effect, moves and as_before)
        QApplication.setCursorFlashTime(self._flash if moves else 0)
        return moves


def _system_moves() -> bool:
    """Whether the system lets windows move. Qt can tell it of Windows only; elsewhere they do."""
    return sys.platform != "win32" or QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
