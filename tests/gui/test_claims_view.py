"""The claims view: who says what, kept up with every act, sorted, filtered, and a way back to the panes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.claims_driver import (
    click,
    in_view,
    key,
    row_of,
    settle,
    shown,
    states,
    titles,
    window_of,
)
from tests.gui.driving import case_of
from tests.gui.eight_sources import ARTICLES, Told, at, draft, make_case, propose

from reconciler.case import Case
from reconciler.export.values import CellState
from reconciler.gui.claims.arrangement import NOT_ASSESSED, Arranger, ClaimFilter, Order, OrderKind, Scope
from reconciler.gui.claims.claims_header import ClaimsHeader
from reconciler.gui.claims.claims_view import ClaimsView
from reconciler.gui.claims.counts import CountsTable
from reconciler.gui.claims.rows import CellRow, ClaimRow
from reconciler.gui.main_window import MainWindow
from reconciler.gui.theme import dark, light
from reconciler.gui.views import View
from reconciler.model import ClaimField, Verdict
from reconciler.settings import ThemeChoice

MakeWindow = Callable[[Sequence[Path]], MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier


# What is shown --------------------------------------------------------------------------------


def test_the_views_are_switched_by_key_and_by_the_tool_bar(claims_panes: MainWindow) -> None:
    buttons = {button.text(): button for button in claims_panes.tool_bar.switch.buttons}
    assert buttons["Panes"].isChecked()
    key(claims_panes, Qt.Key.Key_Eacute, CONTROL)
    assert shown(claims_panes) is View.CLAIMS
    assert (buttons["Panes"].isChecked(), buttons["Claims"].isChecked()) == (False, True)
    assert claims_panes.views.claims.table.hasFocus()
    key(claims_panes, Qt.Key.Key_Ampersand, CONTROL)
    assert shown(claims_panes) is View.PANES
    assert claims_panes.queue.isVisible()
    buttons["Claims"].click()
    assert shown(claims_panes) is View.CLAIMS
    buttons["Claims"].click()
    assert claims_panes.actions_by_id["view_claims"].isChecked(), "a second click leaves it on"


def test_each_source_says_its_part_of_each_claim(claims: ClaimsView) -> None:
    assert claims.model.rowCount() == 12
    assert claims.model.columnCount() == 9
    hurt = row_of(claims, "Onze passagers ont été blessés, dont deux grièvement.")
    assert states(claims, hurt) == (
        "attributed, says, says otherwise, attributed, attributed, silent, says, open"
    )
    engines = row_of(claims, "Les moteurs ne répondaient plus.")
    assert states(claims, engines) == "attributed, hedged, says, hedged, silent, attributed, silent, silent"
    rescue = row_of(claims, "Les secours")
    assert states(claims, rescue) == "silent, silent, silent, silent, silent, silent, silent, says"
    row = claims.model.shown(hurt, 0)
    assert isinstance(row, ClaimRow)
    assert row.said_by.startswith("6 outlet")
    assert "contradiction" in row.badge
    assert row.date == "12 March 2024"


def test_the_gauge_and_the_summary_count_what_is_accounted_for(claims: ClaimsView, qtbot: QtBot) -> None:
    window, total = window_of(claims), sum(len(told.sentences) for told in ARTICLES)
    assert claims.filters.account_text().startswith(f"30 of {total} ")
    assert claims.summary_text().startswith("12 claim")
    case = case_of(window)
    alone = at(case, 7, 3)
    others = [source.id for source in case.sources[:7]]
    for source in others:
        window.session.perform(partial(Case.set_silence, statement=alone, source=source, searched=True))
    settle(window, qtbot)
    assert claims.filters.account_text().startswith(f"31 of {total} ")


def test_before_anything_is_confirmed_it_is_said_that_proposals_are_shown(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    make_case(tmp_path / "eight.reconciler", confirmed=False)
    window = open_window([tmp_path / "eight.reconciler"])
    window.actions_by_id["view_claims"].trigger()
    settle(window, qtbot)
    view = window.views.claims
    assert "proposals" in view.basis_text()
    key(window, Qt.Key.Key_1, CONTROL)
    key(window, Qt.Key.Key_A)
    key(window, Qt.Key.Key_2, CONTROL)
    settle(window, qtbot)
    assert view.basis_text() == ""


# Keeping up -----------------------------------------------------------------------------------


def test_only_the_rows_that_changed_are_told(claims: ClaimsView, qtbot: QtBot) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    told: list[int] = []
    claims.model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    waiting = case.match_between(at(case, 0, 1), at(case, 7, 1))
    assert waiting is not None
    row = row_of(claims, "Onze passagers")
    assert states(claims, row).endswith("open")
    window.session.decide_all([waiting.id], Verdict.REJECTED)
    settle(window, qtbot)
    assert states(claims, row).endswith("silent")
    assert sorted(set(told)) == sorted({row, row_of(claims, "une dizaine")})
    window.actions_by_id["undo"].trigger()
    settle(window, qtbot)
    assert states(claims, row).endswith("open")


def test_what_is_done_in_the_panes_is_there_when_the_claims_are_shown_again(
    claims: ClaimsView, qtbot: QtBot
) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    claims.table.go_to(row_of(claims, "Onze passagers"), 3)
    key(window, Qt.Key.Key_1, CONTROL)
    waiting = case.match_between(at(case, 0, 1), at(case, 7, 1))
    assert waiting is not None
    window.session.decide_all([waiting.id], Verdict.CONFIRMED)
    key(window, Qt.Key.Key_2, CONTROL)
    settle(window, qtbot)
    row = row_of(claims, "dizaine")
    assert claims.model.rowCount() == 11
    assert claims.table.current_cell() == (row, 3), "where the analyst was"
    assert states(claims, row).endswith("hedged")


def test_a_large_case_is_worked_out_beside_the_window(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot
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
    settle(window, qtbot)
    window.views.following._open()
    window.actions_by_id["view_claims"].trigger()
    view = window.views.claims
    assert "Gathering" in view.empty_text()
    settle(window, qtbot)
    assert view.empty_text() == ""
    assert view.model.rowCount() == 420
    window.background.cancel_all()
    window.session.decide_all([next(iter(case_of(window).matches))], Verdict.CONFIRMED)
    window.background.cancel_all()
    settle(window, qtbot)
    assert view.basis_text() == "", "what was cancelled is worked out again"


def test_a_case_reopens_in_the_view_that_it_was_left_in(claims: ClaimsView, qtbot: QtBot) -> None:
    window, path = window_of(claims), case_of(window_of(claims)).path
    claims.filters.set_filter(ClaimFilter("blessés", Scope.FINDINGS))
    claims.filters.set_order(Order(OrderKind.SOURCE, case_of(window).sources[2].id))
    claims.table.go_to(row_of(claims, "Onze passagers"), 5)
    before = titles(claims)
    window.close_case()
    window.opening.open_case(path)
    settle(window, qtbot)
    assert shown(window) is View.CLAIMS
    assert titles(claims) == before
    assert claims.filters.filter == ClaimFilter("blessés", Scope.FINDINGS)
    assert claims.filters.order.kind is OrderKind.SOURCE
    assert claims.table.current_cell() == (row_of(claims, "Onze passagers"), 5)
    assert claims.table.hasFocus()
    key(window, Qt.Key.Key_1, CONTROL)
    window.close_case()
    window.opening.open_case(path)
    assert shown(window) is View.PANES


@pytest.mark.parametrize("kept", ['["x"]', '["", "?", "?", "?", "?", "77777", "99"]', "7"])
def test_a_place_that_is_none_is_taken_for_none(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot, kept: str
) -> None:
    path = tmp_path / "eight.reconciler"
    make_case(path)
    with Case.open(path) as case:
        case.save_view_state(f'{{"view": "claims", "claims": {kept}}}')
    window = open_window([path])
    settle(window, qtbot)
    view = window.views.claims
    assert shown(window) is View.CLAIMS
    assert view.filters.filter.is_empty
    assert view.model.rowCount() == 12


def test_closing_a_case_and_opening_another_begins_in_the_panes(
    claims: ClaimsView, seeds: tuple[Path, Path]
) -> None:
    window = window_of(claims)
    window.close_case()
    assert shown(window) is None
    assert claims.model.rowCount() == 0
    window.opening.open_articles(seeds)


# Order and filters ----------------------------------------------------------------------------


def test_the_orders_of_the_claims(claims: ClaimsView) -> None:
    first = titles(claims)
    claims.filters.set_order(Order(OrderKind.FINDINGS))
    assert "contradiction" in claims.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    claims.filters.set_order(Order(OrderKind.AGREEMENT))
    assert states(claims, 0).count("silent") == 1
    claims.filters.set_order(Order(OrderKind.DATE))
    dates = [claims.model.shown(row, 0) for row in range(claims.model.rowCount())]
    told = [row.date for row in dates if isinstance(row, ClaimRow)]
    assert told[:2] == ["12 March 2024"] * 2
    assert told[-3:] == ["15 March 2024", "", ""], "what has no date comes last"
    head = claims.table.horizontalHeader()
    assert isinstance(head, ClaimsHeader)
    head.sectionClicked.emit(6)
    assert [states(claims, row).split(", ")[5] for row in range(5)][-1] == "silent"
    assert "contrôlé" in titles(claims)[0]
    assert head.sorted_by == 6
    head.sectionClicked.emit(0)
    assert titles(claims) == first


def test_the_filters_and_the_way_out_of_an_empty_list(claims: ClaimsView, qtbot: QtBot) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    key(window, Qt.Key.Key_F8)
    QTest.keyClicks(claims.filters.text, "maire ENQUÊTE")
    assert len(titles(claims)) == 1
    assert "1 of 12" in claims.summary_text()
    claims.filters.text.setText("<b>nowhere</b>")
    assert titles(claims) == []
    assert "None of 12" in claims.empty_text()
    key(window, Qt.Key.Key_Escape)
    key(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    assert len(titles(claims)) == 12
    claims.filters.set_filter(ClaimFilter(state=CellState.OTHERWISE))
    assert all("says otherwise" in states(claims, row) for row in range(claims.model.rowCount()))
    assert titles(claims)
    claims.filters.set_filter(ClaimFilter(scope=Scope.ONE))
    assert len(titles(claims)) == 5
    window.session.perform(lambda case: case.edit_claim(at(case, 4, 3), ClaimField.ASSESSMENT, "disputed"))
    settle(window, qtbot)
    claims.filters.set_filter(ClaimFilter(assessed="disputed"))
    assert titles(claims) == ["Le maire demande l’ouverture d’une enquête indépendante."]
    claims.filters.set_filter(ClaimFilter(assessed=NOT_ASSESSED))
    assert len(titles(claims)) == 11
    del case


# The way to the panes -------------------------------------------------------------------------


def test_enter_brings_both_statements_of_a_cell_into_view(claims: ClaimsView) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    claims.table.go_to(row_of(claims, "Les moteurs ne répondaient plus."), 0)
    for _ in range(6):
        key(window, Qt.Key.Key_Right)
    key(window, Qt.Key.Key_Return)
    QApplication.processEvents()
    label, there = at(case, 2, 2), at(case, 5, 2)
    match = case.match_between(label, there)
    assert match is not None
    assert window.session.current == match.id
    assert in_view(window, label)
    assert in_view(window, there)
    assert window.panes.focused_statement() == there


def test_a_click_goes_where_something_is_said_and_else_only_chooses(claims: ClaimsView) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    row = row_of(claims, "Onze passagers")
    click(claims, row, 6)
    assert shown(window) is View.CLAIMS
    assert claims.table.current_cell() == (row, 6)
    click(claims, row, 0)
    assert shown(window) is View.CLAIMS
    click(claims, row, 3)
    assert shown(window) is View.PANES
    assert in_view(window, at(case, 2, 1))
    window.actions_by_id["view_claims"].trigger()
    assert claims.table.current_cell() == (row, 3)
    click(claims, row, 8)
    match = case.match_between(at(case, 0, 1), at(case, 7, 1))
    assert match is not None
    assert window.session.current == match.id, "an open cell leads to the proposal that waits"


def test_a_double_click_on_a_silent_cell_shows_the_claim_beside_that_source(claims: ClaimsView) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    row = row_of(claims, "Les secours")
    click(claims, row, 2, double=True)
    QApplication.processEvents()
    assert window.panes.shown_sources() == (case.sources[7].id, case.sources[1].id)
    assert window.panes.focused_statement() == at(case, 7, 3)
    assert window.session.current is None


def test_what_decides_matches_is_dead_where_no_match_is_seen(claims: ClaimsView) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    entries = case.entries()
    for which in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_U, Qt.Key.Key_1, Qt.Key.Key_Backspace, Qt.Key.Key_L):
        key(window, which)
    assert case.entries() == entries
    claims.table.go_to(0, 0)
    key(window, Qt.Key.Key_J)
    assert claims.table.current_cell() == (1, 0)
    key(window, Qt.Key.Key_1, CONTROL)
    assert window.actions_by_id["confirm"].isEnabled()


# For all ears and eyes ------------------------------------------------------------------------


def test_every_cell_speaks(claims: ClaimsView) -> None:
    row = row_of(claims, "Onze passagers")
    role = Qt.ItemDataRole.AccessibleTextRole
    words = [claims.model.index(row, column).data(role) for column in range(claims.model.columnCount())]
    assert words[0].startswith(f"Claim {claims.model.places[row] + 1}, Onze passagers ont été blessés")
    assert (
        words[3]
        == "La Dépêche des Îles, says otherwise: Quinze passagers ont été blessés, dont deux grièvement."
    )
    assert words[6] == "Maritime Hebdo, silent"
    assert words[7].startswith("Le Matin national, says, the claim's wording: Onze")
    assert claims.model.headerData(3, Qt.Orientation.Horizontal, role) == "C, La Dépêche des Îles"


def test_hostile_words_are_shown_as_they_are(open_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "hostile.reconciler"
    words = "<b>Bold</b> \u202ereversed <img src='http://localhost/x'> says the mayor of the town."
    with Case.create(path, analyst="Ada") as case:
        case.add_sources([draft(Told("<i>Outlet</i>", None, (words, "x" * 20_000)), "en")])
    window = open_window([path])
    window.actions_by_id["view_claims"].trigger()
    settle(window, qtbot)
    view = window.views.claims
    cell = view.model.shown(0, 1)
    assert isinstance(cell, CellRow)
    assert cell.words.startswith("<b>Bold</b>")
    tip = view.model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img" in tip
    window.grab()


def test_the_view_stays_in_another_language(
    claims: ClaimsView, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak("en")
    window = window_of(claims)
    claims.filters.set_order(Order(OrderKind.FINDINGS))
    claims.table.go_to(row_of(claims, "Onze passagers"), 4)
    window.preferring.take(replace(window.preferring.current(), language="fr"))
    settle(window, qtbot)
    assert shown(window) is View.CLAIMS
    view = window.views.claims
    assert view is not claims
    qtbot.waitUntil(view.table.hasFocus)
    assert view.table.current_cell() == (row_of(view, "Onze passagers"), 4)
    assert view.filters.order == Order(OrderKind.FINDINGS)
    assert view.model.headerData(0, Qt.Orientation.Horizontal) == "Affirmation"
    words = view.model.index(row_of(view, "Onze passagers"), 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("La Dépêche des Îles, dit autre chose\u00a0:")


def test_other_colours_are_taken_at_once(claims: ClaimsView) -> None:
    window = window_of(claims)
    window.apply_theme(dark())
    seen = claims.table.viewport().grab().toImage()
    between = claims.table.columnViewportPosition(3) + 1
    assert seen.pixelColor(between, claims.table.rowViewportPosition(2) + 1) == dark().page
    window.apply_theme(light())


def test_all_claims_are_made_ready_to_be_searched_however_short_each_moment_is(claims: ClaimsView) -> None:
    table, arranger = claims.model.table, Arranger()
    assert table is not None
    rounds = [arranger.prepare(table, 0.0) for _ in range(len(table.claims) + 1)]
    assert not rounds[0]
    assert rounds[-1]


@pytest.mark.parametrize(("first", "then"), [("light", "dark"), ("dark", "light")])
def test_another_theme_reaches_the_ground_of_a_claims_details(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot, first: str, then: str
) -> None:
    make_case(tmp_path / "eight.reconciler")
    window = open_window([tmp_path / "eight.reconciler"])
    window.preferring.take(replace(window.preferring.current(), theme=ThemeChoice(first)))
    window.views.show(View.CLAIMS)
    details = window.views.claims.panel.details
    qtbot.waitUntil(lambda: bool(details.rows.rows))
    counted = window.views.sources.findChildren(CountsTable)
    assert counted
    window.preferring.take(replace(window.preferring.current(), theme=ThemeChoice(then)))
    ground = details.viewport().grab().toImage()
    assert ground.pixelColor(2, 2).name() == window.theme.page.name()
    cells = window.views.claims.table.viewport().grab().toImage()
    assert cells.pixelColor(cells.width() - 1, cells.height() - 2).name() == window.theme.page.name()
    assert {each.viewport().palette().base().color().name() for each in counted} == {window.theme.page.name()}
