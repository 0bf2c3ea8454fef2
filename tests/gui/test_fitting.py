"""Both languages fit, in letters of the usual size and half as large again: no word of the window is cut."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reconciler.gui.dialogs.preferences import PreferencesDialog
from reconciler.gui.main_window import MainWindow

Open = Callable[[list[Path]], MainWindow]
DIALOGS = (
    "history", "keys", "guide", "about", "matching", "findings", "statistics", "analyst", "add_link",
    "source_properties", "silence", "confirm_sure", "rename_case", "update_source", "show_original",
)  # fmt: skip
ELIDED = ("ElidedLabel", "NameField")
"""What shows names that the articles bring: they end in an ellipsis, and the tip has all of it."""
LONGEST_WORD = 40
"""A longer one is a path or an address."""
SLACK = 1
"""Pixels by which Qt's own measures differ from each other."""


@pytest.fixture(
    params=[("en", 1.0), ("fr", 1.0), ("en", 1.5), ("fr", 1.5)], ids=lambda p: f"{p[0]} {p[1]:.0%}"
)
def opened(
    request: pytest.FixtureRequest, speak: Callable[[str], None]
) -> Iterator[Callable[[Open, list[Path]], MainWindow]]:
    """Open a window of 1280 by 800 in a language, with letters of a size."""
    language, scale = request.param
    before = QApplication.font()
    speak(language)

    def make(open_window: Open, paths: list[Path]) -> MainWindow:
        font = QFont(before)
        font.setPointSizeF(before.pointSizeF() * scale)
        QApplication.setFont(font)
        window = open_window(paths)
        window.resize(1280, 800)
        QApplication.processEvents()
        return window

    yield make
    QApplication.setFont(before)


def cut(window: QWidget) -> list[str]:
    """Return what is written in a window and has not the room that it needs."""
    QApplication.processEvents()  # what was set last is laid out
    parts = [part for part in window.findChildren(QWidget) if part.isVisibleTo(window) and part.width() > 0]
    return [
        f"{type(part).__name__} {said(part)!r} has {part.width()}×{part.height()}, needs {need}"
        for part in parts
        if part.window() is window and (need := lacking(part))
    ] + [
        f"{type(part).__name__} {said(part)!r} reaches out of the window"
        for part in parts
        if part.window() is window and said(part) and not scrolls(part, window) and not inside(part, window)
    ]


def said(part: QWidget) -> str:
    """Return what is written on a part."""
    if isinstance(part, QLabel | QAbstractButton):
        return part.text().replace("&", "")
    if isinstance(part, QComboBox):
        return part.currentText()
    return part.placeholderText() if isinstance(part, QLineEdit) and not part.text() else ""


def lacking(part: QWidget) -> str:
    """Return the room that the words of a part need, if it has less."""
    text, metrics = said(part), part.fontMetrics()
    if not text:
        return ""
    wide, high = 0, metrics.height() - 2
    if isinstance(part, QLabel):
        if part.wordWrap():
            high = part.heightForWidth(part.width())
            words = [word for word in text.split() if len(word) < LONGEST_WORD]
            wide = max(metrics.horizontalAdvance(word) for word in words or [""])
        elif type(part).__name__ not in ELIDED:
            wide = part.sizeHint().width()
    elif isinstance(part, QAbstractButton):
        wide = part.minimumSizeHint().width()
        high = max(high, 0 if isinstance(part, QCheckBox) else part.minimumSizeHint().height())
    elif isinstance(part, QComboBox) and type(part).__name__ not in ELIDED:
        wide = metrics.horizontalAdvance(text) + 30
    elif isinstance(part, QLineEdit) and type(part).__name__ not in ELIDED:
        wide = metrics.horizontalAdvance(text) + 18
    return f"{wide}×{high}" if wide > part.width() + SLACK or high > part.height() + SLACK else ""


def inside(part: QWidget, window: QWidget) -> bool:
    """Whether a part lies wholly in its window."""
    place = QRect(part.mapTo(window, part.rect().topLeft()), part.size())
    return window.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place)


def scrolls(part: QWidget, window: QWidget) -> bool:
    """Whether a part stands in something that scrolls."""
    above: QWidget | None = part
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def tabs_cut(window: QWidget) -> list[str]:
    """Return the tabs whose words have too little room."""
    return [
        bar.tabText(place)
        for bar in window.findChildren(QTabBar)
        for place in range(bar.count())
        if bar.tabRect(place).width() < bar.fontMetrics().horizontalAdvance(bar.tabText(place))
    ]


def shown_dialog(window: MainWindow) -> QDialog | None:
    """Return the dialog that is open."""
    return next((dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), None)


def test_nothing_is_cut_in_the_window_and_its_dialogs(
    opened: Callable[[Open, list[Path]], MainWindow],
    open_window: Open,
    seeds: tuple[Path, Path],
    qtbot: QtBot,
) -> None:
    window = opened(open_window, list(seeds))
    found = {"window": cut(window) + tabs_cut(window)}
    for action in DIALOGS:
        window.panes.focus_pane(0)
        window.actions_by_id[action].trigger()
        dialog = shown_dialog(window)
        assert dialog is not None, action
        qtbot.waitUntil(lambda: not window.background.jobs)
        qtbot.wait(40)
        found[action] = cut(dialog) + tabs_cut(dialog)
        dialog.reject()
        qtbot.waitUntil(lambda shown=dialog: not shown.isVisible())  # type: ignore[misc]
    window.actions_by_id["view_claims"].trigger()
    QApplication.processEvents()
    found["claims"] = cut(window)
    assert {name: each for name, each in found.items() if each} == {}


def test_the_window_fits_a_small_screen_at_150_percent(open_window: Open, seeds: tuple[Path, Path]) -> None:
    window = open_window(list(seeds))
    assert window.minimumSizeHint().width() <= 1280 / 1.5
    assert window.minimumSizeHint().height() <= 800 / 1.5


@pytest.mark.parametrize("language", ["en", "fr"])
def test_in_a_narrow_window_the_search_field_stays_while_something_is_found(
    open_window: Open, seeds: tuple[Path, Path], speak: Callable[[str], None], language: str, qtbot: QtBot
) -> None:
    """A field that gives way to an arrow takes no keys: what is typed then would decide matches."""
    speak(language)
    window = open_window(list(seeds))
    window.resize(round(1280 / 1.5), 533)
    QApplication.processEvents()
    window.actions_by_id["find"].trigger()
    field = window.tool_bar.find_field
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "Belgi")
    qtbot.waitUntil(lambda: bool(window.tool_bar.hits.text()))
    window.tool_bar.show_hit(103, 118)
    QApplication.processEvents()
    assert window.width() == round(1280 / 1.5)
    assert field.isVisible()
    assert field.hasFocus()


@pytest.mark.parametrize("action", [*DIALOGS, "export", "preferences"])
def test_no_dialog_is_larger_than_the_screen(
    open_window: Open, seeds: tuple[Path, Path], action: str
) -> None:
    window = open_window(list(seeds))
    window.panes.focus_pane(0)
    window.actions_by_id[action].trigger()
    dialog = shown_dialog(window)
    assert dialog is not None
    room = window.screen().availableSize().expandedTo(window.size())
    assert (dialog.width() <= room.width(), dialog.height() <= room.height()) == (True, True)


def test_nothing_is_cut_in_the_preferences_and_on_the_start_page(
    opened: Callable[[Open, list[Path]], MainWindow], open_window: Open, qtbot: QtBot
) -> None:
    window = opened(open_window, [])
    found = {"start": cut(window)}
    window.preferring.show()
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not window.background.jobs)
    for row in range(dialog.contents.count()):
        dialog.contents.setCurrentRow(row)
        QApplication.processEvents()
        found[dialog.page().objectName()] = cut(dialog)
        assert dialog.page().minimumSizeHint().width() <= dialog.page().width()
    dialog.reject()
    assert {name: each for name, each in found.items() if each} == {}
