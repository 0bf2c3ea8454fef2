"""What the analyst makes of claims: names, wordings, assessments, notes and searched silences, all undone."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.claims_driver import (
    chord,
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
from tests.gui.eight_sources import at

from reconciler.gui import messages
from reconciler.gui.actions import ACTIONS, Needs, SubMenu
from reconciler.gui.claims.claims_view import ClaimsView
from reconciler.gui.claims.details import DetailMaker, Part
from reconciler.gui.claims.rows import ClaimRow
from reconciler.gui.main_window import MainWindow
from reconciler.gui.views import View
from reconciler.model import Assessment, ClaimStanding, Silence, Verdict

ASSESSING = {
    "claim_corroborated": (Qt.Key.Key_C, Assessment.CORROBORATED),
    "claim_disputed": (Qt.Key.Key_D, Assessment.DISPUTED),
    "claim_single_source": (Qt.Key.Key_S, Assessment.SINGLE_SOURCE),
    "claim_unclear": (Qt.Key.Key_U, Assessment.UNCLEAR),
}


def on_disk(window: MainWindow) -> list[tuple[str, str]]:
    """Return what was said of claims, through a connection of the test's own."""
    with closing(sqlite3.connect(f"{case_of(window).path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT field, after FROM claim_edits").fetchall()


def assessed(claims: ClaimsView, row: int) -> Assessment | None:
    cell = claims.model.shown(row, 0)
    assert isinstance(cell, ClaimRow)
    return cell.assessment


def said(window: MainWindow) -> str:
    return window.status.said_text()


# Assessments ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ASSESSING)
def test_a_claim_is_assessed_by_two_keys_and_undone(claims: ClaimsView, name: str) -> None:
    window, (letter, assessment) = window_of(claims), ASSESSING[name]
    row = row_of(claims, "Onze passagers")
    claims.table.go_to(row, 3)
    chord(window, Qt.Key.Key_C, letter)
    assert assessed(claims, row) is assessment
    assert on_disk(window) == [("assessment", assessment.value)]
    assert messages.assessment_word(assessment) in said(window)
    assert [each for each, chip in claims.panel.chips.items() if chip.isChecked()] == [assessment]
    assert messages.assessment_word(assessment) in claims.model.index(row, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    window.actions_by_id["undo"].trigger()
    assert assessed(claims, row) is None
    assert not any(chip.isChecked() for chip in claims.panel.chips.values())
    window.actions_by_id["redo"].trigger()
    assert assessed(claims, row) is assessment
    window.actions_by_id[name].trigger()
    assert assessed(claims, row) is None, "once more takes it back"
    claims.panel.chips[assessment].click()
    assert assessed(claims, row) is assessment
    assert shown(window) is View.CLAIMS
    assert claims.table.current_cell() == (row, 3)


def test_what_is_done_to_claims_is_possible_only_where_they_are_seen(claims: ClaimsView) -> None:
    window = window_of(claims)
    of_claims = [spec.id for spec in ACTIONS if spec.within is SubMenu.CLAIM and spec.needs is not Needs.CASE]
    assert all(window.actions_by_id[name].isEnabled() for name in of_claims)
    key(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not any(window.actions_by_id[name].isEnabled() for name in of_claims)
    entries = case_of(window).entries()
    chord(window, Qt.Key.Key_C, Qt.Key.Key_C)
    assert case_of(window).entries() == entries


def test_a_case_to_be_read_only_is_not_changed(
    open_window: Callable[[Sequence[Path]], MainWindow], claims: ClaimsView, qtbot: QtBot
) -> None:
    window = window_of(claims)
    path = case_of(window).path
    window.close_case()
    window.opening.open_case(path, read_only=True)
    settle(window, qtbot)
    window.actions_by_id["view_claims"].trigger()
    settle(window, qtbot)
    claims.table.go_to(1, 0)
    assert not window.actions_by_id["claim_disputed"].isEnabled()
    assert not claims.panel.chips[Assessment.DISPUTED].isEnabled()
    assert claims.panel.name.isReadOnly()
    assert claims.panel.note.isReadOnly()
    del open_window


# Names and wordings ---------------------------------------------------------------------------


def test_a_name_of_ones_own_is_typed_kept_and_undone(claims: ClaimsView) -> None:
    window, row = window_of(claims), row_of(claims, "Onze passagers")
    claims.table.go_to(row, 0)
    chord(window, Qt.Key.Key_C, Qt.Key.Key_L)
    assert claims.panel.name.hasFocus()
    assert claims.panel.name.placeholderText().startswith("Onze passagers")
    QTest.keyClicks(claims.panel.name, "Victims: <b>11 or 15</b>")
    key(window, Qt.Key.Key_Return)
    assert claims.table.hasFocus()
    assert titles(claims)[row] == "Victims: <b>11 or 15</b>"
    assert on_disk(window) == [("label", "Victims: <b>11 or 15</b>")]
    window.actions_by_id["undo"].trigger()
    assert titles(claims)[row].startswith("Onze passagers")
    assert claims.panel.name.text() == ""
    window.actions_by_id["redo"].trigger()
    assert claims.panel.name.text() == "Victims: <b>11 or 15</b>"


def test_escape_and_digits_leave_the_name_as_it_was(claims: ClaimsView) -> None:
    window, row = window_of(claims), row_of(claims, "Onze passagers")
    claims.table.go_to(row, 0)
    entries = case_of(window).entries()
    chord(window, Qt.Key.Key_C, Qt.Key.Key_L)
    QTest.keyClicks(claims.panel.name, "thought better")
    key(window, Qt.Key.Key_Escape)
    assert claims.table.hasFocus()
    assert claims.panel.name.text() == ""
    chord(window, Qt.Key.Key_C, Qt.Key.Key_L)
    QTest.keyClicks(claims.panel.name, "15")
    key(window, Qt.Key.Key_Return)
    assert "more than digits" in said(window)
    assert claims.panel.name.text() == ""
    assert case_of(window).entries() == entries


def test_the_other_sources_are_measured_against_the_words_that_are_chosen(claims: ClaimsView) -> None:
    window, row = window_of(claims), row_of(claims, "Onze passagers")
    before = states(claims, row)
    assert before.count("says otherwise") == 1
    claims.table.go_to(row, 3)
    chord(window, Qt.Key.Key_C, Qt.Key.Key_W)
    assert titles(claims)[row] == "Quinze passagers ont été blessés, dont deux grièvement."
    assert states(claims, row).split(", ")[2] == "says"
    assert states(claims, row).count("says otherwise") == 5
    window.actions_by_id["undo"].trigger()
    assert states(claims, row) == before
    window.actions_by_id["redo"].trigger()
    assert states(claims, row).count("says otherwise") == 5
    claims.table.go_to(row, 6)
    chord(window, Qt.Key.Key_C, Qt.Key.Key_W)
    assert "Choose a cell that says something" in said(window)


def test_a_note_is_kept_when_it_is_left_and_when_the_case_is_closed(claims: ClaimsView, qtbot: QtBot) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    claims.table.go_to(row_of(claims, "Onze passagers"), 0)
    label = at(case, 6, 1)
    chord(window, Qt.Key.Key_C, Qt.Key.Key_N)
    QTest.keyClicks(claims.panel.note, "who counted")
    key(window, Qt.Key.Key_Escape)
    assert case.claim_standing(label) == ClaimStanding(note="who counted")
    chord(window, Qt.Key.Key_C, Qt.Key.Key_N)
    QTest.keyClicks(claims.panel.note, "? ")
    path = case.path
    window.close_case()
    window.opening.open_case(path)
    settle(window, qtbot)
    assert case_of(window).claim_standing(label).note == "who counted?"


# Searched silences ----------------------------------------------------------------------------


@pytest.mark.parametrize("which", [Qt.Key.Key_0, Qt.Key.Key_Agrave], ids=["0", "à"])
def test_a_silent_cell_is_searched_by_one_key_and_open_again_by_the_same(
    claims: ClaimsView, which: Qt.Key
) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    row = row_of(claims, "Les secours")
    claims.table.go_to(row, 2)
    key(window, which)
    assert states(claims, row).split(", ")[1] == "searched"
    assert case.silences() == (Silence(at(case, 7, 3), case.sources[1].id),)
    window.actions_by_id["undo"].trigger()
    assert states(claims, row).split(", ")[1] == "silent"
    window.actions_by_id["redo"].trigger()
    key(window, which)
    assert states(claims, row).split(", ")[1] == "silent"
    assert case.silences() == ()


def test_what_is_no_silence_is_said_instead(claims: ClaimsView) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    entries, row = case.entries(), row_of(claims, "Onze passagers")
    for column, words in ((8, "A proposal waits"), (3, "C says something")):
        claims.table.go_to(row, column)
        key(window, Qt.Key.Key_0)
        assert words in said(window)
    assert case.entries() == entries


def test_on_the_claim_itself_one_key_searches_all_that_is_silent_in_one_act(claims: ClaimsView) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    row, entries = row_of(claims, "Onze passagers"), len(case.entries())
    before = states(claims, row)
    claims.table.go_to(row, 0)
    key(window, Qt.Key.Key_0)
    assert states(claims, row) == before.replace("silent", "searched")
    assert states(claims, row).endswith("open"), "where a proposal waits it is looked at first"
    rescue = row_of(claims, "Les secours")
    claims.table.go_to(rescue, 0)
    key(window, Qt.Key.Key_0)
    assert states(claims, rescue).count("searched") == 7
    assert len(case.entries()) == entries + 2
    assert "H4 in A, B, C, D, E, F, G" in window.actions_by_id["undo"].text()
    assert claims.filters.account_text().startswith("31 of ")
    key(window, Qt.Key.Key_0)
    assert states(claims, rescue).count("silent") == 7
    window.actions_by_id["undo"].trigger()
    assert states(claims, rescue).count("searched") == 7
    window.actions_by_id["undo"].trigger()
    assert states(claims, rescue).count("silent") == 7


def test_the_gauge_reaches_the_end_when_all_is_matched_or_searched(claims: ClaimsView, qtbot: QtBot) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    waiting = [number for number in case.matches if case.standing(number).verdict is None]
    window.session.decide_all(waiting, Verdict.REJECTED)
    settle(window, qtbot)
    assert "100" not in claims.filters.account_text()
    for row in range(claims.model.rowCount()):
        claims.table.go_to(row, 0)
        key(window, Qt.Key.Key_0)
    assert claims.filters.account_text().startswith("35 of 35 ")
    assert "100 %" in claims.filters.account_text()


# What a claim is made of ----------------------------------------------------------------------


def test_the_panel_leads_to_statements_and_findings(claims: ClaimsView, qtbot: QtBot) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    claims.table.go_to(row_of(claims, "Onze passagers"), 0)
    details = claims.panel.details
    qtbot.waitUntil(lambda: any(row.title == "C2" for row in details.rows.rows))
    rows = details.rows.rows
    assert [row.title for row in rows if row.part is Part.STATEMENT] == ["A2", "B2", "C2", "D2", "E2", "G2"]
    finding = next(row for row in rows if row.part is Part.FINDING)
    assert (finding.title, finding.quiet) == ("Figure", "contradiction")
    assert "Quinze" in finding.text
    details.setFocus()
    details.setCurrentIndex(details.rows.index(rows.index(finding)))
    key(window, Qt.Key.Key_Return)
    assert finding.match is not None
    assert window.session.current == finding.match
    assert all(in_view(window, end) for end in case.ends(finding.match))
    window.actions_by_id["view_claims"].trigger()
    place = next(number for number, row in enumerate(rows) if row.title == "E2")
    QTest.mouseClick(
        details.viewport(),
        Qt.MouseButton.LeftButton,
        pos=details.visualRect(details.rows.index(place)).center(),
    )
    assert in_view(window, at(case, 4, 1))


def test_the_panel_names_no_finding_of_a_match_that_is_gone(claims: ClaimsView, qtbot: QtBot) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    claims.table.go_to(row_of(claims, "Onze passagers"), 0)
    qtbot.waitUntil(lambda: any(row.part is Part.FINDING for row in claims.panel.details.rows.rows))
    table, record = claims.model.table, claims.current_record()
    assert table is not None
    assert record is not None
    before = {each.match for each in record.findings}
    assert window.session.remove_source(max(case.statement(case.ends(each)[1]).source for each in before))
    # The claims of a large case are gathered a moment later: until then those of before are shown.
    rows = DetailMaker().details(case, table, record)
    named = {row.match for row in rows if row.part is Part.FINDING}
    assert named
    assert named == before & set(case.matches) != before


def test_the_panel_gives_its_room_to_the_table(claims: ClaimsView, qtbot: QtBot) -> None:
    window = window_of(claims)
    width = claims.table.width()
    chord(window, Qt.Key.Key_C, Qt.Key.Key_P)
    assert not claims.panel.isVisible()
    qtbot.waitUntil(lambda: claims.table.width() > width)
    chord(window, Qt.Key.Key_C, Qt.Key.Key_N)
    assert claims.panel.note.hasFocus()
