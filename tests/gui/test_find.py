"""Find: words and phrases in all sources, notes and history; marked, counted, listed and gone to."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reconciler.case import Case
from reconciler.gui.dialogs.history import HistoryDialog
from reconciler.gui.find_results import FindResults
from reconciler.gui.finding import AT_ONCE, Finding
from reconciler.gui.main_window import MainWindow
from reconciler.gui.menus import FindField
from reconciler.model import Article, MatchId, Segment, SourceDraft, StatementId, StatementKind, Verdict

MakeWindow = Callable[[Sequence[Path]], MainWindow]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def draft(name: str, sentences: Sequence[str]) -> SourceDraft:
    text, segments = "", []
    for line in sentences:
        segments.append(Segment(len(text), len(text) + len(line), StatementKind.SENTENCE))
        text += line + "\n"
    digest = name.encode().hex().ljust(64, "0")
    return SourceDraft(Article(name, text, digest, title=name, outlet=name), "fr", tuple(segments))


@pytest.fixture
def searched(open_window: MakeWindow, tmp_path: Path) -> MainWindow:
    """A window on three articles; the first and the third speak of a raid."""
    path = tmp_path / "search.reconciler"
    with Case.create(path, analyst="Ada") as case:
        filling = ("Rien à voir ici.",) * 40
        case.add_sources(
            [
                draft("Le Soir", ("Le raid de nuit a échoué.", *filling, "Un raid, de nuit.")),
                draft("Sputnik", ("Aucun mot là-dessus.", "Le préfet parle des RAIDS.")),
                draft("Tass", ("Une nuit sans raid.", "De nuit, le calme.")),
            ]
        )
        case.link([StatementId(1)], [StatementId(43)])
        case.annotate(MatchId(1), "vérifier l’heure du raid")
    window = open_window([path])
    window.resize(1280, 800)
    assert window.session.case is not None
    window.panes.show_sources(*(source.id for source in window.session.case.sources[:2]))
    QApplication.processEvents()
    return window


def field(window: MainWindow) -> FindField:
    return window.tool_bar.find_field


def results(window: MainWindow) -> FindResults:
    return window.searching.results


def look_for(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Type into the search field, as the key opens it, and wait until all is searched."""
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F, CONTROL)
    assert window.focusWidget() is field(window)
    field(window).clear()
    field(window).insert(text)
    field(window).search_now()
    qtbot.waitUntil(lambda: window.finding.is_ready)


def marked(window: MainWindow, side: int) -> list[int]:
    view = window.panes.views()[side]
    return sorted(view._hits)


def ordinal(window: MainWindow) -> tuple[str, int] | None:
    """Return letter and number of the statement that the search stands at."""
    case, found = window.session.case, window.panes.found_statement()
    if case is None or found is None:
        return None
    return case.source(case.statement(found).source).letter, case.statement(found).ordinal


def test_what_is_found_is_marked_counted_and_listed_by_where_it_stands(
    searched: MainWindow, qtbot: QtBot
) -> None:
    look_for(searched, qtbot, "RAID")
    assert marked(searched, 0) == [0, 41]
    assert marked(searched, 1) == [1]
    panel = results(searched)
    assert panel.isVisible()
    lines = panel.lines()
    assert [line for line in lines if line.endswith((": 1", ": 2"))] == [
        "A · Le Soir: 2", "B · Sputnik: 1", "C · Tass: 1", "Notes: 1", "History: 1",
    ]  # fmt: skip
    assert "A1, Le raid de nuit a échoué." in lines
    assert any("vérifier l’heure du raid" in line and line.startswith("A1 ↔ B1") for line in lines)
    assert panel.words().startswith("4 statement")
    assert searched.tool_bar.hits.text().startswith("4")


@pytest.mark.parametrize(
    ("typed", "count"),
    [("nuit raid", 3), ('"raid de nuit"', 2), ("prefet", 1), ("aid", 0), ("rai nui", 3), ("raid préfet", 1)],
)
def test_words_in_any_order_phrases_as_they_stand_accents_no_matter(
    searched: MainWindow, qtbot: QtBot, typed: str, count: int
) -> None:
    look_for(searched, qtbot, typed)
    assert searched.panes.found().in_sources == count


def test_enter_and_f3_go_from_one_statement_to_the_next_through_all_sources(
    searched: MainWindow, qtbot: QtBot
) -> None:
    look_for(searched, qtbot, "raid")
    seen = []
    for _ in range(5):
        QTest.keyClick(field(searched), Qt.Key.Key_Return)
        seen.append(ordinal(searched))
    assert seen == [("A", 1), ("A", 42), ("B", 2), ("C", 1), ("A", 1)]
    assert searched.tool_bar.hits.text() == "1 of 4"
    assert searched.focusWidget() is field(searched)
    searched.focus_queue()
    QTest.keyClick(searched.focusWidget(), Qt.Key.Key_F3)
    assert ordinal(searched) == ("A", 42)
    QTest.keyClick(searched.focusWidget(), Qt.Key.Key_F3, SHIFT)
    assert ordinal(searched) == ("A", 1)
    # The list is there while the keys are in the field or in it.
    qtbot.waitUntil(lambda: not results(searched).isVisible())


def test_the_list_leads_to_a_statement_of_a_source_that_is_not_shown(
    searched: MainWindow, qtbot: QtBot
) -> None:
    look_for(searched, qtbot, "calme")
    QTest.keyClick(field(searched), Qt.Key.Key_Down)
    assert searched.focusWidget() is results(searched).list
    QTest.keyClick(results(searched).list, Qt.Key.Key_Return)
    assert ordinal(searched) == ("C", 2)
    pane = searched.panes.focused_pane()
    assert pane is not None
    case = searched.session.case
    assert case is not None
    assert searched.panes.shown_sources()[pane] == case.sources[2].id
    assert searched.panes.views()[pane].focus_place() == 1
    assert not results(searched).isVisible()


def test_arrows_pass_over_headings_and_lead_back_to_the_field(searched: MainWindow, qtbot: QtBot) -> None:
    look_for(searched, qtbot, "raid")
    QTest.keyClick(field(searched), Qt.Key.Key_Down)
    view = results(searched).list
    words = [str(view.currentIndex().data())]
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
        words.append(str(view.currentIndex().data()))
    assert [word[:2] for word in words] == ["A1", "A4", "B2", "C1"]
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert searched.focusWidget() is field(searched)
    QTest.keyClick(field(searched), Qt.Key.Key_Escape)
    assert not results(searched).isVisible()
    assert marked(searched, 0) == []


def test_a_note_leads_to_its_match_and_an_act_to_the_history(searched: MainWindow, qtbot: QtBot) -> None:
    case = searched.session.case
    assert case is not None
    searched.session.set_current(None)
    look_for(searched, qtbot, "heure")
    assert [line for line in results(searched).lines() if ":" in line][:2] != []
    QTest.keyClick(field(searched), Qt.Key.Key_Down)
    QTest.keyClick(results(searched).list, Qt.Key.Key_Return)
    assert searched.session.current == MatchId(1)
    look_for(searched, qtbot, "heure")
    QTest.keyClick(field(searched), Qt.Key.Key_Down)
    QTest.keyClick(results(searched).list, Qt.Key.Key_Down)
    QTest.keyClick(results(searched).list, Qt.Key.Key_Return)
    (dialog,) = searched.findChildren(HistoryDialog)
    assert dialog.isVisible()
    assert "heure" in str(dialog._table.currentIndex().siblingAtColumn(0).data())


def test_what_is_decided_after_is_found_as_well_and_what_is_gone_is_not(
    searched: MainWindow, qtbot: QtBot
) -> None:
    look_for(searched, qtbot, "zeppelin")
    assert "Nothing found" in results(searched).words()
    searched.session.annotate(MatchId(1), "un zeppelin")
    look_for(searched, qtbot, "zeppelin")
    assert searched.panes.found().notes == (MatchId(1),)
    assert len(searched.panes.found().acts) == 1
    searched.session.annotate(MatchId(1), "")
    look_for(searched, qtbot, "zeppelin")
    assert searched.panes.found().notes == ()
    searched.session.undo()
    look_for(searched, qtbot, "zeppelin")
    assert searched.panes.found().notes == (MatchId(1),)


def test_after_a_statement_was_split_both_parts_are_searched(searched: MainWindow, qtbot: QtBot) -> None:
    look_for(searched, qtbot, "échoué")
    case = searched.session.case
    assert case is not None
    first = case.statements(case.sources[0].id)[0]
    searched.session.perform(lambda case: case.split(first.id, first.start + len("Le raid de nuit ")))
    qtbot.waitUntil(lambda: searched.finding.is_ready and not searched.background.jobs)
    assert marked(searched, 0) == [1]
    assert searched.panes.found().in_sources == 1


def test_markup_in_an_article_is_shown_as_it_is_written(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "markup.reconciler"
    with Case.create(path) as case:
        case.add_sources([draft("<b>One</b>", ("<img src=x> raid & <b>nuit</b>",)), draft("Two", ("raid",))])
    window = open_window([path])
    look_for(window, qtbot, "raid")
    assert "A · <b>One</b>: 1" in results(window).lines()
    assert "A1, <img src=x> raid & <b>nuit</b>" in results(window).lines()


def test_a_large_case_is_searched_by_the_index_as_a_small_one_is_by_eye(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.reconciler"
    lines = [
        f"Line {number} of {'harbour' if number % 3 == 0 else 'town'} news." for number in range(AT_ONCE)
    ]
    with Case.create(path) as case:
        case.add_sources([draft("One", lines), draft("Two", lines[::-1])])
    window = open_window([path])
    look_for(window, qtbot, "harbour")
    by_index = window.panes.found()
    expected = [number for number in range(AT_ONCE) if number % 3 == 0]
    assert [list(places) for _source, places in by_index.statements] == [
        expected,
        sorted(AT_ONCE - 1 - number for number in expected),
    ]
    assert f"… and {len(expected) - 200} more" in results(window).lines()


def test_while_a_large_case_is_made_ready_the_list_says_so(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.reconciler"
    with Case.create(path) as case:
        case.add_sources([draft("One", ["A harbour."] * AT_ONCE), draft("Two", ["A town."] * 5)])
    window = open_window([path])
    field(window).setFocus()
    QTest.keyClicks(field(window), "harbour")
    field(window).search_now()
    assert "Searching the articles" in results(window).words()
    qtbot.waitUntil(lambda: window.panes.found().in_sources == AT_ONCE)
    assert "Searching" not in results(window).words()
    assert len(marked(window, 0)) == AT_ONCE


def test_closing_the_case_while_it_is_made_ready_leaves_nothing_behind(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.reconciler"
    with Case.create(path) as case:
        case.add_sources([draft("One", ["A harbour."] * 3000), draft("Two", ["A town."] * 5)])
    window = open_window([path])
    window.finding.prepare()
    window.close_case()
    qtbot.waitUntil(lambda: not window.background.jobs)
    assert isinstance(window.finding, Finding)
    assert not window.finding.is_ready
    assert window.panes.find("harbour") == 0


def test_a_verdict_while_searching_keeps_the_place(searched: MainWindow, qtbot: QtBot) -> None:
    look_for(searched, qtbot, "raid")
    QTest.keyClick(field(searched), Qt.Key.Key_Return)
    QTest.keyClick(field(searched), Qt.Key.Key_Return)
    searched.session.set_current(MatchId(1))
    searched.session.decide(Verdict.REJECTED)
    assert ordinal(searched) == ("A", 42)
    QTest.keyClick(field(searched), Qt.Key.Key_Return)
    assert ordinal(searched) == ("B", 2)


@pytest.mark.parametrize("typed", ["raid", "zeppelin"])
def test_all_that_the_list_says_can_be_read(searched: MainWindow, qtbot: QtBot, typed: str) -> None:
    look_for(searched, qtbot, typed)
    panel = results(searched)
    for label in panel.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
        assert panel.rect().contains(label.geometry())
    assert panel.list.isVisible() == (typed == "raid")
