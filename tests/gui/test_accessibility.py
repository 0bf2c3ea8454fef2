"""What a screen reader is told, how the keyboard gets everywhere and out again, that focus can be seen."""

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reconciler.gui.main_window import MainWindow
from reconciler.gui.theme import dark, light
from reconciler.gui.themes import high_contrast
from reconciler.gui.views import View
from reconciler.model import Verdict

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def told(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the seeds while a screen reader listens."""
    QAccessible.setActive(True)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.session.differing.is_complete and not window.background.jobs)
    window.inspector.catch_up()
    yield window
    QAccessible.setActive(False)


def interface(widget: QWidget) -> QAccessibleInterface:
    """Return what stands for a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(of: QAccessibleInterface) -> str:
    """Return a name as it is spoken."""
    return of.text(QAccessible.Text.Name)


def statements(window: MainWindow, pane: int) -> list[QAccessibleInterface]:
    """Return the statements of an article as a screen reader walks through them."""
    article = interface(window.panes.views()[pane])
    return [article.child(place) for place in range(article.childCount())]


# Statements ------------------------------------------------------------------------------------


def test_every_statement_says_which_one_it_is_how_it_stands_and_what_it_says(told: MainWindow) -> None:
    case, session = told.session.case, told.session
    assert case is not None
    for pane, source in enumerate(case.sources):
        items = statements(told, pane)
        texts = case.statements(source.id)
        assert len(items) == len(texts)
        for item, statement in zip(items, texts, strict=True):
            assert name(item).startswith(f"Statement {statement.ordinal} of {len(texts)}")
            assert name(item).endswith(statement.text)
            assert item.role() in (QAccessible.Role.ListItem, QAccessible.Role.Heading)
    match = next(
        number for number in case.matches if session.differing.known[number] and number == session.current
    )
    session.decide(Verdict.CONFIRMED)
    left = case.statement(case.matches[match].left)
    right = case.statement(case.matches[match].right)
    words = name(statements(told, 0)[left.ordinal - 1])
    assert f"confirmed, matches statement {right.ordinal} of Sputnik Afrique, " in words
    assert "attribution, certainty differ" in words


def test_titles_are_headings_and_furniture_is_named(told: MainWindow) -> None:
    items = statements(told, 1)
    roles = {item.role() for item in items if ", title" in name(item)}
    assert roles == {QAccessible.Role.Heading}
    assert any(", date, byline or address: " in name(item) for item in items)


def test_the_statement_that_has_the_keys_is_focused_and_no_other(told: MainWindow) -> None:
    told.panes.focus_pane(0)
    for _ in range(3):
        QTest.keyClick(told.focusWidget(), Qt.Key.Key_Down)
    items = statements(told, 0)
    focused = [place for place, item in enumerate(items) if item.state().focused]
    assert focused == [told.panes.views()[0].focus_place()]
    article = interface(told.panes.views()[0])
    assert name(article.focusChild()) == name(items[focused[0]])
    assert items[-1].state().offscreen
    assert not items[focused[0]].state().offscreen
    told.focus_queue()
    assert not any(item.state().focused for item in items)


def test_a_statement_is_found_where_it_lies_on_the_screen(told: MainWindow) -> None:
    article = interface(told.panes.views()[0])
    items = statements(told, 0)
    middle = items[1].rect().center()
    at = article.childAt(middle.x(), middle.y())
    assert name(at) == name(items[1])
    assert article.indexOfChild(at) == 1


def test_what_a_screen_reader_still_holds_does_no_harm_when_it_is_gone(
    told: MainWindow, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak("en")
    held = [*statements(told, 0), *statements(told, 1)]
    told.preferring.take(replace(told.preferring.current(), language="fr"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert not any(item.isValid() for item in held)
    assert {name(item) for item in held} == {""}
    assert name(statements(told, 0)[1]).startswith("Énoncé 2 sur 15, ")
    again = statements(told, 0)
    told.close_case()
    qtbot.waitUntil(lambda: not told.background.jobs)
    assert not any(item.isValid() for item in again)


# Everything else -------------------------------------------------------------------------------


def unnamed(widget: QWidget) -> list[str]:
    """Return what takes the keyboard and has no name, or a name with markup in it."""
    found = []
    for part in [widget, *widget.findChildren(QWidget)]:
        if part.isVisibleTo(widget) and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            of = interface(part)
            words = name(of) + of.text(QAccessible.Text.Description)
            if not name(of).strip() or "<qt>" in words:
                found.append(f"{type(part).__name__} {part.objectName()}: {words}")
    return found


def test_every_control_of_the_window_has_a_name(told: MainWindow) -> None:
    assert unnamed(told) == []
    queue = interface(told.queue)
    assert name(queue) == "Review queue"
    assert name(interface(told.inspector)) == "Inspector"


DIALOGS = ("history", "keys", "guide", "about", "preferences", "matching", "findings", "statistics",
           "analyst", "add_link", "source_properties", "silence", "confirm_sure")  # fmt: skip


@pytest.mark.parametrize("action", DIALOGS)
def test_dialogs_have_names_for_all_and_tab_goes_round(told: MainWindow, action: str, qtbot: QtBot) -> None:
    told.panes.focus_pane(0)
    told.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: bool(open_dialogs(told)))
    dialog = open_dialogs(told)[0]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.windowTitle()
    assert unnamed(dialog) == []
    forward, back = round_trip(dialog, Qt.Key.Key_Tab), round_trip(dialog, Qt.Key.Key_Backtab)
    assert set(forward) == set(back)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def open_dialogs(window: MainWindow) -> list[QDialog]:
    """Return the dialogs that are open."""
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def round_trip(window: QWidget, key: Qt.Key) -> list[str]:
    """Press Tab until the keyboard is where it was; return what it came by."""
    start = QApplication.focusWidget()
    assert start is not None
    came_by = []
    for _ in range(200):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.isAncestorOf(focused)
        came_by.append(f"{type(focused).__name__} {name(interface(focused))}")
        QTest.keyClick(focused, key)
        if QApplication.focusWidget() is start:
            return came_by
    raise AssertionError(f"the keyboard never came back: {came_by[-6:]}")


def test_tab_comes_by_everything_from_left_to_right_and_back(told: MainWindow, qtbot: QtBot) -> None:
    told.focus_find()  # what is looked up in is made ready then, and can be cancelled meanwhile
    qtbot.waitUntil(lambda: not told.background.jobs)
    told.focus_queue()
    forward = round_trip(told, Qt.Key.Key_Tab)
    wanted = [
        part
        for part in told.findChildren(QWidget)
        if part.isVisibleTo(told) and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    names = [f"{type(part).__name__} {name(interface(part))}" for part in wanted]
    assert sorted(forward) == sorted(names)
    order = [
        "QueueList Matches",
        next(each for each in forward if each.startswith("ArticleView Source A")),
        next(each for each in forward if each.startswith("ArticleView Source B")),
        next(each for each in forward if each.startswith("StatementText")),
        next(each for each in forward if each.startswith("DifferenceRow")),
        next(each for each in forward if each.startswith("FoldLine")),
        next(each for each in forward if each.startswith("ReasonRow")),
        "VerdictButton Confirm",
        "NoteField Note on this match",
        next(each for each in forward if "Analyst: " in each),
        "KeyButton Add source",
        "FindField Find in all sources",
        next(each for each in forward if "To review" in each),
        "KeyButton What counts as a match",
    ]
    assert [each for each in forward if each in order] == order
    assert round_trip(told, Qt.Key.Key_Backtab)[1:] == forward[:0:-1]


@pytest.mark.parametrize("view", [View.CLAIMS, View.SOURCES])
def test_tab_comes_by_everything_in_the_other_views_too(told: MainWindow, view: View, qtbot: QtBot) -> None:
    told.focus_find()
    qtbot.waitUntil(lambda: not told.background.jobs)
    told.views.show(view)
    qtbot.waitUntil(lambda: told.views.following.is_ready and not told.background.jobs)
    told.tool_bar.find_field.setFocus()
    forward = round_trip(told, Qt.Key.Key_Tab)
    wanted = [
        f"{type(part).__name__} {name(interface(part))}"
        for part in told.findChildren(QWidget)
        if part.isVisibleTo(told) and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert sorted(forward) == sorted(wanted)
    assert unnamed(told) == []
    assert [each for each in forward if not each.partition(" ")[2].strip()] == []
    assert round_trip(told, Qt.Key.Key_Backtab)[1:] == forward[:0:-1]


@pytest.mark.parametrize("theme", [light(), dark(), high_contrast(dark=False), high_contrast(dark=True)])
def test_wherever_the_keyboard_is_can_be_seen(told: MainWindow, theme: object) -> None:
    told.apply_theme(theme)  # type: ignore[arg-type]  # one of the four above
    told.tool_bar.find_field.setFocus()
    unseen, start = [], QApplication.focusWidget()
    while True:
        focused = QApplication.focusWidget()
        assert focused is not None
        with_focus = look(told, focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if not differs(with_focus, look(told, focused)):
            unseen.append(f"{type(focused).__name__} {focused.accessibleName()}")
        if QApplication.focusWidget() is start:
            break
    assert unseen == []


def look(window: MainWindow, widget: QWidget) -> QImage:
    """Return how a widget looks where it stands, with what is around it."""
    area = widget.rect().translated(widget.mapTo(window, widget.rect().topLeft())).adjusted(-2, -2, 2, 2)
    return window.grab(area).toImage()


def differs(one: QImage, other: QImage) -> bool:
    """Whether enough of two images differs to be seen: a line along an edge, not a caret."""
    changed = sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(min(one.width(), other.width()))
        for y in range(min(one.height(), other.height()))
    )
    return changed > 40


def test_the_tree_can_be_printed(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text(
        "A bridge fell.\n\nTwelve people were hurt, the mayor said on Monday.", encoding="utf-8"
    )
    other = tmp_path / "two.txt"
    other.write_text("The bridge fell.\n\nFifteen people were hurt.", encoding="utf-8")
    command = [sys.executable, "packaging/accessibility_tree.py", str(article), str(other)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert 'List "Matches"' in done.stdout
    assert "Twelve people were hurt" in done.stdout
    assert "Statement 1 of 2" in done.stdout
    assert "<qt>" not in done.stdout
