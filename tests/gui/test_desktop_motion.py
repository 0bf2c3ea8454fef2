"""Motion as the desktop wants it: asked of a portal of settings on a bus of the test's own."""

import os
import shutil
import subprocess
import sys

import pytest

# A process of its own: Qt keeps the bus it has met first. The portal answers on a connection of its own.
SCRIPT = """
import sys
from PySide6.QtCore import QElapsedTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject
from PySide6.QtWidgets import QApplication
from reconciler.gui.motion import Mover
from reconciler.settings import Motion

SERVICE, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
settings = eval(sys.argv[1])
app = QApplication(sys.argv[:1])
bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "portal")

class Portal(QDBusVirtualObject):
    def introspect(self, path):
        return ""
    def handleMessage(self, message, connection):
        value = settings.get("/".join(message.arguments()))
        if value is None:
            answer = message.createErrorReply("org.freedesktop.portal.Error.NotFound", "no such setting")
        else:
            answer = message.createReply()
            answer.setArguments([QDBusVariant(QDBusVariant(value))])
        connection.send(answer)
        return True

portal = Portal()
assert bus.registerService(SERVICE) and bus.registerVirtualObject(PATH, portal)

def until(what):
    clock = QElapsedTimer()
    clock.start()
    while not what() and clock.elapsed() < 20000:
        app.processEvents()
    return what()

told = []
mover = Mover()
mover.changed.connect(told.append)
mover.set_motion(Motion.SYSTEM)
flash = app.cursorFlashTime()
print(until(lambda: told and told[-1] is False), app.cursorFlashTime())
print(mover.set_motion(Motion.ON), mover.set_motion(Motion.SYSTEM))
change = QDBusMessage.createSignal(PATH, "org.freedesktop.portal.Settings", "SettingChanged")
group, _, name = sys.argv[2].partition("/")
change.setArguments([group, name, QDBusVariant(eval(sys.argv[3]))])
assert bus.send(change)
print(until(lambda: told[-1] is True), app.cursorFlashTime() == flash)
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a bus of its own")
@pytest.mark.parametrize(
    ("settings", "changed", "to"),
    [
        ({"org.freedesktop.appearance/reduced-motion": 1}, "org.freedesktop.appearance/reduced-motion", "0"),
        (
            {"org.gnome.desktop.interface/enable-animations": False},
            "org.gnome.desktop.interface/enable-animations",
            "True",
        ),
    ],
)
def test_nothing_moves_where_the_desktop_says_so_until_it_says_otherwise(
    settings: dict[str, object], changed: str, to: str
) -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", SCRIPT, repr(settings), changed, to],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == ["True 0", "True False", "True True"], done.stderr
