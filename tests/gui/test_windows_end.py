"""A window that was closed leaves nothing behind: neither itself nor what it held."""

import gc
import weakref

from pytestqt.qtbot import QtBot

from reconciler.gui.app import make_window
from reconciler.settings import Places, PreferencesFile


def test_a_closed_window_is_gone(qtbot: QtBot, places: Places) -> None:
    window = make_window(places, PreferencesFile.load(places.preferences))
    window.show()
    seen = weakref.ref(window)
    window.close()
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    del window
    gc.unfreeze()  # what was set aside as long-lived is looked at as well
    gc.collect()
    assert seen() is None
