"""How the sources compare: counts, and a way from each to what is behind it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.claims_driver import in_view, key, settle, shown
from tests.gui.driving import case_of
from tests.gui.eight_sources import ARTICLES, Told, at, draft, propose

from reconciler.case import Case
from reconciler.gui.claims.counts import Count, CountsTable
from reconciler.gui.claims.sources_view import SourcesView
from reconciler.gui.main_window import MainWindow
from reconciler.gui.views import View
from reconciler.model import Verdict

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sources(claims_panes: MainWindow, qtbot: QtBot) -> SourcesView:
    """The comparison of the eight articles."""
    key(claims_panes, Qt.Key.Key_4, CONTROL)
    settle(claims_panes, qtbot)
    view = claims_panes.views.sources
    qtbot.waitUntil(lambda: view.profiles.counts.rowCount() == 8)
    return view


def window_of(view: SourcesView) -> MainWindow:
    window = view.window()
    assert isinstance(window, MainWindow)
    return window


def numbers(table: CountsTable) -> list[list[str]]:
    """Return what each row of a table says behind its name."""
    return [[count.text for count in row[1:]] for row in table.counts.rows]


def listed(view: SourcesView) -> list[str]:
    return [row.title for row in view.details.rows.rows]


def choose(table: CountsTable, row: int, column: int) -> Count:
    table.setCurrentIndex(table.counts.index(row, column))
    return table.counts.rows[row][column]


def test_the_sources_are_shown_by_key_and_have_the_keyboard(sources: SourcesView) -> None:
    window = window_of(sources)
    assert shown(window) is View.SOURCES
    assert sources.profiles.hasFocus()
    (button,) = (each for each in window.tool_bar.switch.buttons if each.isChecked())
    assert button.defaultAction() is window.actions_by_id["view_sources"]
    key(window, Qt.Key.Key_Eacute, CONTROL)
    assert shown(window) is View.CLAIMS
    key(window, Qt.Key.Key_Apostrophe, CONTROL)
    assert shown(window) is View.SOURCES


def test_each_source_is_counted_and_each_count_lists_what_is_behind_it(sources: SourcesView) -> None:
    rows = sources.profiles.counts.rows
    assert [row[0].text for row in rows] == [told.outlet for told in ARTICLES]
    assert [row[1].text for row in rows] == [str(len(told.sentences)) for told in ARTICLES]
    assert [row[2].text for row in rows] == ["2", "0", "0", "0", "0", "1", "0", "2"]
    for row in range(8):
        for column in range(1, 5):
            count = choose(sources.profiles, row, column)
            assert len(listed(sources)) == int(count.text)
            assert sources.sentence() == count.sentence
    choose(sources.profiles, 0, 2)
    assert listed(sources) == ["A3", "A6"]
    assert "Le Phare de Vauquier alone has 2 claim" in sources.sentence()
    choose(sources.profiles, 2, 4)
    assert listed(sources) == ["C3", "C5"]


def test_what_is_left_out_is_shown_beside_the_source_that_leaves_it_out(
    sources: SourcesView, qtbot: QtBot
) -> None:
    window, case = window_of(sources), case_of(window_of(sources))
    count = choose(sources.profiles, 5, 3)
    assert count.text == "3"
    sources.profiles.setFocus()
    sources.details.setFocus()
    sources.details.setCurrentIndex(sources.details.rows.index(0))
    key(window, Qt.Key.Key_Return)
    assert shown(window) is View.PANES
    assert case.sources[5].id in window.panes.shown_sources()
    qtbot.waitUntil(lambda: in_view(window, count.found[0].statement))


def test_a_click_on_a_statement_opens_it(sources: SourcesView) -> None:
    window, case = window_of(sources), case_of(window_of(sources))
    choose(sources.profiles, 7, 2)
    place = sources.details.visualRect(sources.details.rows.index(1)).center()
    QTest.mouseClick(sources.details.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert in_view(window, at(case, 7, 3))


def test_what_two_sources_share_stands_twice_in_the_matrix(sources: SourcesView) -> None:
    matrix = numbers(sources.pairs)
    assert all(matrix[one][one] == "·" for one in range(8))
    assert matrix == [list(row) for row in zip(*matrix, strict=True)]
    assert matrix[0][1:4] == ["4", "4", "3"]
    choose(sources.pairs, 0, 2)
    assert len(listed(sources)) == 4
    assert sources.sentence().startswith("Le Phare de Vauquier and Agence Littoral share 4 claim")
    assert sources.pairs.counts.headerData(2, Qt.Orientation.Horizontal) == "B"


def test_claims_stand_on_the_days_of_their_first_articles(sources: SourcesView) -> None:
    assert [row[0].text for row in sources.days.counts.rows] == [
        "12 March 2024",
        "13 March 2024",
        "15 March 2024",
    ]
    assert [row[1].text for row in sources.days.counts.rows] == ["6", "3", "1"]
    choose(sources.days, 2, 1)
    assert listed(sources) == ["F4"]


def test_the_counts_follow_each_act(sources: SourcesView, qtbot: QtBot) -> None:
    window, case = window_of(sources), case_of(window_of(sources))
    choose(sources.profiles, 7, 2)
    match = case.match_between(at(case, 0, 1), at(case, 7, 1))
    assert match is not None
    window.session.decide_all([match.id], Verdict.CONFIRMED)
    settle(window, qtbot)
    assert numbers(sources.profiles)[7][1] == "1"
    assert listed(sources) == ["H4"], "what was looked at is looked at still"
    window.actions_by_id["undo"].trigger()
    settle(window, qtbot)
    assert numbers(sources.profiles)[7][1] == "2"


def test_keys_that_decide_are_dead_here_and_closing_empties_it(sources: SourcesView) -> None:
    window, case = window_of(sources), case_of(window_of(sources))
    entries = case.entries()
    for which in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_J):
        key(window, which)
    assert case.entries() == entries
    window.close_case()
    assert sources.profiles.counts.rowCount() == 0


def test_a_large_case_is_counted_beside_the_window_and_says_that_it_is_proposed(
    open_window: Callable[[Sequence[Path]], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.reconciler"
    with Case.create(path, analyst="Ada") as case:
        told = [
            Told(f"Outlet {n}", None, tuple(f"Ferry {m} of line {n} is late." for m in range(60)))
            for n in range(8)
        ]
        case.add_sources([draft(each, "en") for each in told])
        propose(case, [((0, place), (1, place)) for place in range(60)])
    window = open_window([path])
    window.actions_by_id["view_sources"].trigger()
    view = window.views.sources
    qtbot.waitUntil(lambda: view.profiles.counts.rowCount() == 8)
    settle(window, qtbot)
    assert numbers(view.profiles)[0] == ["60", "0", "0", "0"]
    assert "proposals" in view.note_text()
