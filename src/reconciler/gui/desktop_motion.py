"""Whether the desktop wants things to move, where Qt does not tell: asked by D-Bus, heard when it changes.

Desktops of Linux keep it in the portal of settings: "reduced-motion" is 1 where nothing is to move
(org.freedesktop.appearance), and GNOME's "enable-animations" is false there. Whoever does not answer, or
is not there, wants nothing: the window does not wait for it.
"""

import os
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_REDUCED = ("org.freedesktop.appearance", "reduced-motion")
_ANIMATED = ("org.gnome.desktop.interface", "enable-animations")
_PATIENCE_MS = 3000


def _has_bus() -> bool:
    """Whether a bus runs: none is started for this."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    is_there = runtime is not None and (Path(runtime) / "bus").exists()
    return is_there or "DBUS_SESSION_BUS_ADDRESS" in os.environ


class DesktopMotion(QObject):
    """What the desktop says; `changed` tells that it says otherwise than before."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said: dict[tuple[str, str], bool] = {}
        if not _has_bus():
            return
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        took = SLOT("take_change(QDBusMessage)")
        bus.connect(_SERVICE, _PATH, _SETTINGS, "SettingChanged", self, took)  # type: ignore[call-overload]  # typed as bytes, which are refused
        for key in (_REDUCED, _ANIMATED):
            message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SETTINGS, "Read")
            message.setArguments(list(key))
            # Not started for this alone: a desktop that has it runs it.
            message.setAutoStartService(False)
            watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _PATIENCE_MS), self)
            watcher.setProperty("asked", "/".join(key))
            watcher.finished.connect(self._take_answer)

    @property
    def moves(self) -> bool:
        """Whether things may move: nobody said that they should not."""
        return not self._said.get(_REDUCED, False) and self._said.get(_ANIMATED, True)

    @Slot(QDBusMessage)
    def take_change(self, message: QDBusMessage) -> None:
        """Take a setting that the desktop says was changed."""
        arguments = message.arguments()
        if len(arguments) == 3:
            self._take((str(arguments[0]), str(arguments[1])), arguments[2])

    def _take_answer(self, watcher: QDBusPendingCallWatcher) -> None:
        if not watcher.isError():
            group, _, name = str(watcher.property("asked")).partition("/")
            self._take((group, name), next(iter(watcher.reply().arguments()), None))
        watcher.deleteLater()

    def _take(self, key: tuple[str, str], value: object) -> None:
        while isinstance(value, QDBusVariant):
            value = value.variant()
        if key not in (_REDUCED, _ANIMATED) or not isinstance(value, bool | int):
            return
        before = self.moves
        self._said[key] = bool(value)
        if self.moves != before:
            self.changed.emit()
