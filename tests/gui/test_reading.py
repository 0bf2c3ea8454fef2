"""Reading two articles against each other: counterparts light up, come level, are jumped to and left."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.gui.main_window import MainWindow
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.painted_article import VEIL
from reconciler.gui.panes.panes_view import PanesView
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme, dark, light
from reconciler.model import (
    Article,
    MatchId,
    Proposal,
    Reason,
    Segment,
    SourceDraft,
    StatementKind,
    Verdict,
)

MakeWindow = Callable[[Sequence[Path]], MainWindow]
LEVEL = 1
"""How many pixels apart two statements may stand that are level."""
LENGTH = 60
PAIRS = ((2, 3, 0.9), (10, 40, 0.9), (10, 5, 0.6), (30, 31, 0.8), (45, 8, 0.7))
"""One statement with two counterparts, one of them far away; a crossing match."""


def draft(name: str) -> SourceDraft:
    text, segments = "", []
    for number in range(LENGTH):
        line = f"{name} says in sentence {number} what it knows of the {'harbour ' * (1 + number % 9)}today."
        segments.append(Segment(len(text), len(text) + len(line), StatementKind.SENTENCE))
        text += line + "\n\n"
    digest = name.encode().hex().ljust(64, "0")
    return SourceDraft(Article(name, text, digest, title=name, outlet=name), "en", tuple(segments))


def make_case(path: Path, pairs: Sequence[tuple[int, int, float]] = PAIRS) -> Case:
    case = Case.create(path)
    case.add_sources([draft("Harbour News"), draft("The Tide")], "2024-05-06")
    first, second = case.sources
    lefts, rights = case.statements(first.id), case.statements(second.id)
    proposals = tuple(
        Proposal(lefts[left].id, rights[right].id, confidence, (Reason("words", confidence),))
        for left, right, confidence in pairs
    )
    case.record_run("test", "{}", [PairAlignment(first.id, second.id, proposals)])
    return case


@pytest.fixture
def reading(open_window: MakeWindow, tmp_path: Path) -> MainWindow:
    """A window on two long articles."""
    path = tmp_path / "reading.reconciler"
    make_case(path).close()
    window = open_window([path])
    window.resize(1280, 800)
    QApplication.processEvents()
    return window


def press(window: MainWindow, key: str) -> None:
    """Press a key by its name where the keyboard is."""
    shift = Qt.KeyboardModifier.ShiftModifier if key.isupper() else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.focusWidget(), Qt.Key(ord(key.upper())), shift)


def read(panes: PanesView, side: int, place: int) -> ArticleView:
    """Put the keys on a statement and bring it into view, as reading does."""
    view = panes.views()[side]
    panes.focus_pane(side)
    view.set_focus_place(place)
    view.scroll_to(view.position() + view.card(place).top() - 150)
    return view


def top(view: ArticleView, place: int) -> float:
    return view.card(place).top()


def is_in_view(view: ArticleView, place: int) -> bool:
    return view.card(place).top() >= 0 and view.card(place).bottom() <= view.viewport().height()


def said(window: MainWindow) -> list[str]:
    return [label.text() for label in window.status.findChildren(QLabel)]


def match_of(session: Session, left: int, right: int) -> MatchId:
    case = session.case
    assert case is not None
    first, second = case.sources
    found = case.match_between(case.statements(first.id)[left].id, case.statements(second.id)[right].id)
    assert found is not None
    return found.id


def turn_wheel(view: ArticleView, keys: Qt.KeyboardModifier) -> None:
    """Turn the wheel over an article by three notches towards its end."""
    at = QPointF(50, 50)
    event = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, -360), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize(("side", "place", "other"), [(0, 30, 31), (1, 8, 45), (0, 45, 8)])
def test_the_counterpart_is_brought_level_with_the_statement_that_is_read(
    reading: MainWindow, side: int, place: int, other: int
) -> None:
    view = read(reading.panes, side, place)
    before = top(view, place)
    current = reading.session.current
    press(reading, "b")
    assert top(view, place) == before
    assert abs(top(reading.panes.views()[1 - side], other) - before) <= LEVEL
    assert reading.session.current == current
    assert reading.panes.focused_pane() == side


def test_the_statement_gives_way_where_the_other_article_begins_too_late(reading: MainWindow) -> None:
    view = read(reading.panes, 0, 2)
    view.scroll_to(view.position() + top(view, 2))
    press(reading, "b")
    assert abs(top(view, 2) - top(reading.panes.views()[1], 3)) <= LEVEL
    assert is_in_view(view, 2)


def test_without_a_counterpart_the_status_bar_says_so(reading: MainWindow) -> None:
    view = read(reading.panes, 0, 20)
    before = view.position()
    press(reading, "b")
    assert "Nothing corresponds to this statement" in said(reading)
    press(reading, "g")
    assert "No further counterpart of this statement" in said(reading)
    assert view.position() == before


def test_a_jump_goes_from_counterpart_to_counterpart_and_back_to_the_same_words(reading: MainWindow) -> None:
    left, right = reading.panes.views()
    read(reading.panes, 0, 10)
    right.scroll_to(700)
    before = left.position(), right.position(), reading.session.current
    press(reading, "g")
    assert (reading.panes.focused_pane(), right.focus_place()) == (1, 40)
    assert is_in_view(right, 40)
    assert reading.session.current == match_of(reading.session, 10, 40)
    press(reading, "g")
    assert right.focus_place() == 5
    assert reading.session.current == match_of(reading.session, 10, 5)
    press(reading, "g")
    assert right.focus_place() == 40
    press(reading, "G")
    assert (reading.panes.focused_pane(), left.focus_place()) == (0, 10)
    assert (left.position(), right.position(), reading.session.current) == before


def test_a_jump_from_the_queue_leads_back_to_the_queue(reading: MainWindow) -> None:
    reading.focus_queue()
    reading.session.set_current(match_of(reading.session, 45, 8))
    start = reading.focusWidget()
    press(reading, "g")
    assert (reading.panes.focused_pane(), reading.panes.views()[1].focus_place()) == (1, 8)
    press(reading, "G")
    assert reading.focusWidget() is start
    press(reading, "G")
    assert "Nowhere to go back to" in said(reading)


def test_rejected_matches_lead_nowhere(reading: MainWindow) -> None:
    reading.session.set_current(match_of(reading.session, 45, 8))
    reading.session.decide(Verdict.REJECTED)
    read(reading.panes, 0, 45)
    press(reading, "g")
    assert reading.panes.focused_pane() == 0


def test_the_statement_at_the_keys_lights_its_counterparts_up(reading: MainWindow) -> None:
    left, right = reading.panes.views()
    read(reading.panes, 0, 9)
    strip = reading.panes.panes()[1].overview
    before = strip.grab().toImage()
    assert right.lit() == frozenset()
    QTest.keyClick(left, Qt.Key.Key_Down)
    assert right.lit() == {40, 5}
    assert strip.grab().toImage() != before
    reading.focus_queue()
    assert right.lit() == frozenset()


def test_the_mouse_lights_up_what_it_is_over_and_then_the_keys_again(reading: MainWindow) -> None:
    left, right = reading.panes.views()
    read(reading.panes, 0, 10)
    left.hovered.emit(2)
    assert right.lit() == {3}
    left.hovered.emit(-1)
    assert right.lit() == {40, 5}


def test_with_shift_one_article_is_scrolled_alone(reading: MainWindow) -> None:
    left, right = reading.panes.views()
    before = left.position(), right.position()
    turn_wheel(left, Qt.KeyboardModifier.ShiftModifier)
    assert left.position() > before[0]
    assert right.position() == before[1]
    turn_wheel(left, Qt.KeyboardModifier.NoModifier)
    assert right.position() > before[1]


def test_focus_mode_dims_what_has_been_decided_and_is_kept_with_the_case(
    reading: MainWindow, qtbot: QtBot
) -> None:
    left = reading.panes.views()[0]
    session = reading.session
    session.set_current(match_of(session, 10, 40))
    session.decide(Verdict.CONFIRMED)
    session.set_current(match_of(session, 2, 3))
    press(reading, "f")
    assert not left.is_dimmed(10), "one of its matches still waits for a verdict"
    session.decide(Verdict.CONFIRMED)
    assert not left.is_dimmed(2), "what is current stands out"
    session.set_current(match_of(session, 30, 31))
    assert left.is_dimmed(2)
    assert not left.is_dimmed(3), "a statement without matches is not decided"
    session.undo()
    assert not left.is_dimmed(2)
    session.redo()
    session.set_current(match_of(session, 30, 31))
    path = session.case.path if session.case is not None else None
    assert path is not None
    reading.close_case()
    reading.opening.open_case(path)
    qtbot.waitUntil(lambda: session.case is not None)
    session.set_current(match_of(session, 30, 31))
    assert reading.actions_by_id["focus_mode"].isChecked()
    assert left.is_dimmed(2)
    reading.focus_queue()
    press(reading, "f")
    assert not left.is_dimmed(2)


@pytest.mark.parametrize("theme", [light(), dark()], ids=["light", "dark"])
def test_dimmed_text_can_still_be_read(theme: Theme) -> None:
    for ground in (theme.page, *(theme.state(state).fill for state in MatchState)):
        veiled_text, veiled_ground = (_under_veil(color, theme) for color in (theme.text, ground))
        assert _contrast(veiled_text, veiled_ground) >= 4.5


def _under_veil(color: QColor, theme: Theme) -> tuple[float, ...]:
    page = theme.page
    pairs = ((color.redF(), page.redF()), (color.greenF(), page.greenF()), (color.blueF(), page.blueF()))
    return tuple(own * (1 - VEIL) + below * VEIL for own, below in pairs)


def _contrast(one: Sequence[float], other: Sequence[float]) -> float:
    def luminance(rgb: Sequence[float]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
