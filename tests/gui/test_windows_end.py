"""A window that was closed leaves nothing behind: neither itself nor what it held."""

import gc

from pytestqt.qtbot import QtBot

from reconciler.gui.app import make_window
from reconciler.gui.main_window import MainWindow
from reconciler.settings import Places, PreferencesFile


def windows() -> int:
    gc.collect()
    return sum(type(one) is MainWindow for one in gc.get_objects())


def test_a_closed_window_is_gone(qtbot: QtBot, places: Places) -> None:
    before = windows()
    window = make_window(places, PreferencesFile.load(places.preferences))
    window.show()
    assert windows() == before + 1
    window.close()
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    del window
    assert windows() == before
