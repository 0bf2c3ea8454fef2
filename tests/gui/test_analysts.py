"""Who decides: the name that each decision carries, only mine, and the blind mode that it records."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QInputDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.driving import caught_up

from reconciler.gui.main_window import MainWindow
from reconciler.gui.review.arrangement import Filter, Order
from reconciler.gui.review.narrowing import Trait
from reconciler.gui.review.queue_model import queue_row
from reconciler.gui.status import Gauge
from reconciler.gui.strength import Strength
from reconciler.model import MatchId, Verdict
from reconciler.settings import Places, PreferencesFile, login_name

MakeWindow = Callable[[Sequence[Path]], MainWindow]
TELLING = re.compile(r"\d+\s?%|percent|likely|\bstrong\b|\bweak\b", re.IGNORECASE)


def press(
    window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.focusWidget(), key, keys)


def dialog_of(window: MainWindow) -> QInputDialog:
    (found,) = (each for each in window.findChildren(QInputDialog) if each.isVisible())
    return found


def rename(window: MainWindow, name: str) -> None:
    """Type another analyst's name into the dialog that the key opens."""
    press(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(window)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(name)
    QTest.keyClick(field, Qt.Key.Key_Return)


def order_of(window: MainWindow) -> Order:
    return window.queue.filters.order


def on_disk(window: MainWindow, sql: str) -> list[tuple[object, ...]]:
    case = window.session.case
    assert case is not None
    with closing(sqlite3.connect(f"{case.path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchall()


def shown_words(widget: QWidget) -> list[str]:
    """Return all that a widget and its children say, to the eye, on hovering and to a screen reader."""
    words: list[str] = []
    for each in (widget, *widget.findChildren(QWidget)):
        if each.isVisible() and not isinstance(each, Gauge):  # it tells how much is decided, in percent
            words += [each.toolTip(), each.accessibleName(), each.accessibleDescription()]
            if isinstance(each, QLabel | QPushButton):
                words.append(each.text())
    return [word for word in words if word]


def test_the_login_name_is_used_unasked_until_it_is_changed_and_then_kept(
    window: MainWindow, places: Places
) -> None:
    assert window.findChildren(QInputDialog) == []
    assert window.status.analyst_text() == login_name()
    press(window, Qt.Key.Key_A)
    rename(window, "  Grace   Hopper ")
    assert window.status.analyst_text() == "Grace Hopper"
    press(window, Qt.Key.Key_A)
    assert on_disk(window, "SELECT analyst FROM decisions ORDER BY id") == [
        (login_name(),),
        ("Grace Hopper",),
    ]
    assert PreferencesFile.load(places.preferences).value.analyst == "Grace Hopper"
    rename(window, "")
    assert window.status.analyst_text() == login_name()
    assert PreferencesFile.load(places.preferences).value.analyst == ""


def test_the_name_in_the_status_bar_opens_the_same_question(window: MainWindow) -> None:
    name = next(
        each for each in window.status.findChildren(QPushButton) if "Analyst" in each.accessibleName()
    )
    QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    assert dialog_of(window).textValue() == login_name()


def test_a_name_is_kept_for_the_next_case_and_the_next_start(
    window: MainWindow, open_window: MakeWindow
) -> None:
    rename(window, "Ada & Co")
    path = window.session.case.path if window.session.case is not None else None
    assert path is not None
    window.close_case()
    again = open_window([path])
    assert again.session.case is not None
    assert again.session.case.analyst == "Ada & Co"
    assert again.status.analyst_text() == "Ada && Co"


def test_only_mine_follows_who_the_analyst_is(window: MainWindow) -> None:
    first = window.session.current
    press(window, Qt.Key.Key_A)
    rename(window, "Grace")
    second = window.session.current
    press(window, Qt.Key.Key_R)
    window.queue.filters.set_filter(Filter.ALL)
    window.queue.filters.set_facets(frozenset({Trait.MINE}))
    assert window.queue.visible_matches() == (second,)
    rename(window, "")
    assert window.queue.visible_matches() == (first,)


def test_blind_mode_hides_what_the_program_thinks_everywhere(window: MainWindow) -> None:
    session, current = window.session, window.session.current
    case = session.case
    assert case is not None
    assert current is not None
    before = [*shown_words(window), queue_row(session, current).in_words]
    assert sum(bool(TELLING.search(word)) for word in before) >= 3
    picture = window.queue.grab().toImage()
    press(window, Qt.Key.Key_F2)
    assert window.actions_by_id["blind"].isChecked()
    assert window.status.blind_text() == "Confidence hidden"
    words = [queue_row(session, one).in_words for one in window.queue.visible_matches()]
    words += shown_words(window) + [window.panes.bands()[0].describe(one) for one in case.matches]
    words += [action.text() for action in window.findChildren(QAction) if action.isVisible()]
    assert [word for word in words if TELLING.search(word)] == []
    assert "Why these two" not in words
    assert window.queue.grab().toImage() != picture
    press(window, Qt.Key.Key_F2)
    assert window.status.blind_text() == ""
    assert [*shown_words(window), queue_row(session, current).in_words] == before


def test_what_is_copied_while_blind_does_not_tell_either(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F2)
    window.actions_by_id["copy_match"].trigger()
    assert not TELLING.search(QGuiApplication.clipboard().text().splitlines()[-1])


def test_blind_ribbons_do_not_tell_how_likely_a_match_is(window: MainWindow) -> None:
    def confidences() -> set[float]:
        return {link.confidence for link in window.panes._links.all()}

    assert len(confidences()) > 3
    press(window, Qt.Key.Key_F2)
    assert len(confidences()) == 1


def test_orders_and_filters_by_certainty_are_off_while_blind(window: MainWindow) -> None:
    window.queue.filters.set_order(Order.LEAST_CERTAIN)
    window.queue.filters.set_facets(frozenset({Strength.STRONG, Trait.NOTED}))
    press(window, Qt.Key.Key_F2)
    assert order_of(window) is Order.DOCUMENT
    assert window.queue.filters.facets == {Trait.NOTED}
    window.queue.filters.set_order(Order.MOST_CERTAIN)
    assert order_of(window) is Order.DOCUMENT
    box = next(each for each in window.queue.findChildren(QComboBox) if each.count() == len(Order))
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert order_of(window) is Order.STRONGEST, "the keyboard passes over what is off"
    press(window, Qt.Key.Key_F2)
    window.queue.filters.set_order(Order.MOST_CERTAIN)
    assert order_of(window) is Order.MOST_CERTAIN


def test_a_decision_records_whether_confidence_was_hidden(window: MainWindow) -> None:
    first = window.session.current
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_A)
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_A)
    assert on_disk(window, "SELECT score_visible FROM decisions ORDER BY id") == [(0,), (1,)]
    window.session.set_current(first)
    lines = [label.text() for label in caught_up(window.inspector).findChildren(QLabel) if label.isVisible()]
    assert any("confidence hidden" in line for line in lines)


def test_who_works_blind_works_blind_again_after_a_restart(
    window: MainWindow, open_window: MakeWindow, qtbot: QtBot
) -> None:
    press(window, Qt.Key.Key_F2)
    path = window.session.case.path if window.session.case is not None else None
    assert path is not None
    window.close_case()
    again = open_window([path])
    qtbot.waitUntil(lambda: again.session.case is not None)
    assert again.actions_by_id["blind"].isChecked()
    assert again.status.blind_text() == "Confidence hidden"
    press(again, Qt.Key.Key_A)
    assert on_disk(again, "SELECT score_visible FROM decisions") == [(0,)]
    match: MatchId = again.queue.visible_matches()[0]
    assert queue_row(again.session, match).confidence is None
    assert again.session.decide(Verdict.REJECTED)
