"""What decisions imply: suggestions, and contradictions to settle with the three wordings side by side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.claims_driver import chord, settle, window_of
from tests.gui.driving import case_of
from tests.gui.eight_sources import Place, at

from reconciler.gui.claims.claims_view import ClaimsView
from reconciler.gui.dialogs.triangles import TrianglesDialog
from reconciler.gui.main_window import MainWindow
from reconciler.model import MatchId, Verdict

C5, D4, F2 = (2, 4), (3, 3), (5, 1)
E4, F4, G3 = (4, 3), (5, 3), (6, 2)


def match(window: MainWindow, one: Place, other: Place) -> MatchId:
    case = case_of(window)
    found = case.match_between(at(case, *one), at(case, *other))
    assert found is not None
    return found.id


def verdict(window: MainWindow, one: Place, other: Place) -> Verdict | None:
    return case_of(window).standing(match(window, one, other)).verdict


def ask(claims: ClaimsView, qtbot: QtBot) -> TrianglesDialog:
    """Open the dialog by its keys."""
    window = window_of(claims)
    claims.table.setFocus()
    chord(window, Qt.Key.Key_C, Qt.Key.Key_T)
    settle(window, qtbot)
    (dialog,) = (each for each in window.findChildren(TrianglesDialog) if each.isVisible())
    return dialog


def decide(claims: ClaimsView, qtbot: QtBot, one: Place, other: Place, chosen: Verdict | None) -> None:
    window = window_of(claims)
    number = match(window, one, other)
    if chosen is None:
        window.session.perform(lambda case: case.clear([number]))
    else:
        window.session.perform(lambda case: case.decide([number], chosen))
    settle(window, qtbot)


def rows(dialog: TrianglesDialog) -> list[str]:
    return [str(dialog.model.index(row).data()) for row in range(dialog.model.rowCount())]


@pytest.fixture
def conflict(claims: ClaimsView, qtbot: QtBot) -> TrianglesDialog:
    """C5 = D4 = F2 is confirmed, C5 = F2 rejected."""
    decide(claims, qtbot, C5, F2, Verdict.REJECTED)
    return ask(claims, qtbot)


def test_without_any_it_is_said_that_decisions_contradict_each_other_nowhere(
    claims: ClaimsView, qtbot: QtBot
) -> None:
    assert not claims.settle.isVisible()
    dialog = ask(claims, qtbot)
    assert rows(dialog) == []
    assert "nowhere" in dialog.summary.text()


def test_a_contradiction_is_shown_with_its_three_wordings(
    claims: ClaimsView, conflict: TrianglesDialog
) -> None:
    assert "1 contradiction" in claims.settle.text()
    assert "1 contradiction" in conflict.summary.text()
    assert rows(conflict) == ["C5 = D4 = F2, but C5 ≠ F2"]
    assert [corner.words.toPlainText() for corner in conflict.corners] == [
        "Un syndicat de marins dénonce un entretien insuffisant du navire.",
        "Le syndicat des marins affirme que l’entretien du navire était insuffisant.",
        "Le syndicat des marins dénonce un entretien insuffisant du navire.",
    ]
    spoken = conflict.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "To settle: C5 and D4 match, D4 and F2 match, C5 and F2 do not"


def test_the_words_that_the_others_say_too_are_marked_in_each_wording(conflict: TrianglesDialog) -> None:
    first, second, third = (set(" ".join(corner.words.marked_words()).split()) for corner in conflict.corners)
    assert {"syndicat", "marins", "dénonce", "entretien", "insuffisant", "navire"} <= first
    assert {"syndicat", "marins", "entretien", "insuffisant"} <= second
    assert "affirme" not in second, "nobody else says that"
    assert "dénonce" in third


@pytest.mark.parametrize(
    "settling",
    [
        (Qt.Key.Key_1, (C5, D4), Verdict.REJECTED),
        (Qt.Key.Key_Ampersand, (C5, D4), Verdict.REJECTED),
        (Qt.Key.Key_Eacute, (D4, F2), Verdict.REJECTED),
        (Qt.Key.Key_A, (C5, F2), Verdict.CONFIRMED),
    ],
)
def test_one_key_settles_it_and_another_takes_that_back(
    claims: ClaimsView,
    conflict: TrianglesDialog,
    qtbot: QtBot,
    settling: tuple[Qt.Key, tuple[Place, Place], Verdict],
) -> None:
    window, (pressed, pair, becomes) = window_of(claims), settling
    before = verdict(window, *pair)
    QTest.keyClick(conflict.list, pressed)
    settle(window, qtbot)
    assert verdict(window, *pair) is becomes
    assert rows(conflict) == []
    assert not claims.settle.isVisible()
    QTest.keyClick(conflict.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    assert verdict(window, *pair) is before
    assert rows(conflict) == ["C5 = D4 = F2, but C5 ≠ F2"]


def test_what_two_matches_imply_is_suggested_and_confirmed_or_rejected(
    claims: ClaimsView, qtbot: QtBot
) -> None:
    window = window_of(claims)
    decide(claims, qtbot, C5, F2, None)
    dialog = ask(claims, qtbot)
    assert rows(dialog) == ["C5 = D4 = F2"]
    assert "1 suggestion" in dialog.summary.text()
    dialog.edges[2].other.click()
    settle(window, qtbot)
    assert rows(dialog) == ["C5 = D4 = F2, but C5 ≠ F2"]
    dialog.edges[2].button.click()
    settle(window, qtbot)
    assert verdict(window, C5, F2) is Verdict.CONFIRMED
    assert rows(dialog) == []


def test_all_that_is_suggested_and_proposed_is_confirmed_in_one_act(claims: ClaimsView, qtbot: QtBot) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    decide(claims, qtbot, C5, F2, None)
    decide(claims, qtbot, (0, 3), (1, 2), None)
    dialog = ask(claims, qtbot)
    assert len(rows(dialog)) == 2
    entries = len(case.entries())
    dialog.confirm_all.click()
    settle(window, qtbot)
    assert rows(dialog) == []
    assert len(case.entries()) == entries + 1
    assert verdict(window, C5, F2) is verdict(window, (0, 3), (1, 2)) is Verdict.CONFIRMED
    assert not dialog.confirm_all.isVisible()
    QTest.keyClick(dialog.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    assert len(rows(dialog)) == 2


def test_what_was_never_proposed_is_linked(claims: ClaimsView, qtbot: QtBot) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    decide(claims, qtbot, F4, G3, Verdict.CONFIRMED)
    dialog = ask(claims, qtbot)
    assert rows(dialog) == ["E4 = G3 = F4"]
    assert "not proposed" in dialog.edges[2].words.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_A)
    settle(window, qtbot)
    assert verdict(window, E4, F4) is Verdict.CONFIRMED
    window.actions_by_id["undo"].trigger()
    settle(window, qtbot)
    assert case.match_between(at(case, *E4), at(case, *F4)) is None


def test_a_searched_silence_contradicts_as_well_and_gives_way(claims: ClaimsView, qtbot: QtBot) -> None:
    window, case = window_of(claims), case_of(window_of(claims))
    window.session.perform(lambda case: case.set_silence(at(case, *E4), case.sources[5].id, True))
    decide(claims, qtbot, F4, G3, Verdict.CONFIRMED)
    dialog = ask(claims, qtbot)
    assert rows(dialog) == ["E4 = G3 = F4, but E4 ≠ F4"]
    assert "searched" in dialog.edges[2].words.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_A)
    settle(window, qtbot)
    assert case.silences() == ()
    assert rows(dialog) == []


def test_a_case_that_is_closed_takes_the_dialog_with_it(
    claims: ClaimsView, conflict: TrianglesDialog
) -> None:
    window_of(claims).close_case()
    assert not conflict.isVisible()
