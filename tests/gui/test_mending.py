"""Mending statements in the window: what keys, menus and the mouse do, and what becomes of decisions."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.driving import caught_up, written

from reconciler.gui.inspector.former_view import FormerView
from reconciler.gui.main_window import MainWindow
from reconciler.gui.mending import KIND_ACTIONS
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.word_gaps import gaps, likeliest, nearest, words_around
from reconciler.gui.review.arrangement import Filter
from reconciler.gui.review.queue_model import queue_row
from reconciler.model import EntryKind, MatchId, Relation, SignalKind, Statement, StatementKind, Verdict

Open = Callable[[Sequence[Path]], MainWindow]
NO_KEYS = Qt.KeyboardModifier.NoModifier
FIRST = (
    "Ferry strikes the old pier at dawn\n\n"
    "A ferry with forty passengers struck the old pier in Port Ellis on Monday. "
    "Nobody was hurt, the harbour office said.\n\n"
    "Repairs to the pier will take until June.\n"
)
SECOND = (
    "Forty aboard as ferry hits pier\n\n"
    "Forty passengers were aboard the ferry that struck the pier of Port Ellis on Monday.\n\n"
    "According to the harbour office nobody was hurt.\n\n"
    "The pier stays closed until June for repairs.\n"
)


@pytest.fixture
def mended(open_window: Open, tmp_path: Path) -> MainWindow:
    """The window on two articles on one accident."""
    return open_window(written(tmp_path, (FIRST, SECOND), ("morning.txt", "noon.txt")))


def texts(window: MainWindow, source: int = 0) -> list[str]:
    """Return the statements of a source."""
    return [each.text for each in statements(window, source)]


def statements(window: MainWindow, source: int = 0) -> tuple[Statement, ...]:
    """Return the statements of a source."""
    case = window.session.case
    assert case is not None
    return case.statements(case.sources[source].id)


def go_to(window: MainWindow, beginning: str, source: int = 0) -> ArticleView:
    """Put the keys on the statement that begins so."""
    view = window.panes.views()[source]
    window.panes.focus_pane(source)
    place = next(number for number, text in enumerate(texts(window, source)) if text.startswith(beginning))
    view.set_focus_place(place)
    return view


def undoable(window: MainWindow) -> EntryKind | None:
    """Return what kind of act undo would take back."""
    case = window.session.case
    assert case is not None
    return None if case.undoable is None else case.undoable.kind


def is_cutting(view: ArticleView) -> bool:
    """Whether the caret that cuts a statement is shown."""
    return view.caret.is_on


def decide(window: MainWindow, left: str, right: str) -> None:
    """Confirm the match of two statements, proposed or not."""
    ends = [
        next(each for each in statements(window, source) if each.text.startswith(beginning))
        for source, beginning in enumerate((left, right))
    ]
    window.session.clear_selection()
    for end in ends:
        window.session.select_statement(end.id, extend=True)
    assert window.session.link()


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the program has looked again."""
    case = window.session.case
    assert case is not None
    qtbot.waitUntil(lambda: case.is_aligned and not window.background.jobs, timeout=30_000)


def test_gaps_are_after_the_spaces_between_words() -> None:
    text = "One two.  Three"
    assert [text[place:] for place in gaps(text)] == ["two.  Three", "Three"]
    assert gaps("One") == ()
    assert gaps(" One ") == ()
    assert [len("東京。大阪"[place:]) for place in gaps("東京。大阪")] == [2]


def test_the_caret_begins_after_the_sentence_nearest_to_the_middle() -> None:
    text = "It rained; nobody came. The match was off, said Mr. Lee"
    places = gaps(text)
    assert words_around(text, places[likeliest(text, places)]) == ("came.", "The")
    assert words_around("one two three", 4) == ("one", "two")
    assert nearest((4, 8), 5) == 0
    assert nearest((4, 8), 50) == 1


def test_keys_choose_the_gap_and_enter_splits(mended: MainWindow, qtbot: QtBot) -> None:
    view = go_to(mended, "A ferry")
    before = texts(mended)
    QTest.keyClick(view, Qt.Key.Key_S)
    assert is_cutting(view)
    start = view.caret.offset
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.caret.offset == len("A ferry ") != start
    QTest.keyClick(view, Qt.Key.Key_A)
    assert undoable(mended) is None
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not is_cutting(view)
    assert texts(mended)[1:3] == ["A ferry", before[1].removeprefix("A ferry ")]
    assert view.hasFocus()
    assert view.focus_place() == 1
    assert undoable(mended) is EntryKind.SPLIT
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(mended) == before
    settled(mended, qtbot)


def test_up_and_down_go_to_the_gap_on_the_next_line(mended: MainWindow) -> None:
    view = go_to(mended, "A ferry")
    QTest.keyClick(view, Qt.Key.Key_S)
    QTest.keyClick(view, Qt.Key.Key_Home)
    first = view.caret.rect()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.caret.rect().top() > first.top()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.caret.rect().top() == first.top()


def test_escape_leaves_a_statement_whole(mended: MainWindow) -> None:
    view = go_to(mended, "A ferry")
    before = texts(mended)
    QTest.keyClick(view, Qt.Key.Key_S)
    assert is_cutting(view)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not is_cutting(view)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert texts(mended) == before


def test_choosing_another_statement_leaves_it_whole_and_the_other_way_round(mended: MainWindow) -> None:
    view = go_to(mended, "A ferry")
    statement = mended.panes.focused_statement()
    assert statement is not None
    QTest.keyClick(view, Qt.Key.Key_S)
    assert mended.panes.begin_picking(statement)
    assert view.picker.is_on
    assert not is_cutting(view)
    mended.actions_by_id["split_statement"].trigger()
    assert is_cutting(view)
    assert not view.picker.is_on


def test_a_click_moves_the_caret_and_one_elsewhere_leaves_it(mended: MainWindow) -> None:
    view = go_to(mended, "A ferry")
    QTest.keyClick(view, Qt.Key.Key_S)
    card = view.card(1)
    at = QPoint(round(card.left()) + 60, round(card.top()) + 16)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, at)
    assert view.caret.offset in (len("A "), len("A ferry "), len("A ferry with "))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, view.card(0).center().toPoint())
    assert not view.caret.is_on


def test_the_menu_splits_where_the_mouse_is(mended: MainWindow, qtbot: QtBot) -> None:
    view = go_to(mended, "Nobody")
    place = view.focus_place()
    assert place is not None
    whole = texts(mended)[place]
    gap = whole.index("hurt,")
    menu = QMenu(mended)
    mended.commands.mend.fill_menu(menu, statements(mended)[place].id, gap)
    entries = [action.text() for action in menu.actions() if action.text()]
    assert "was | hurt," in entries[0]
    assert any(isinstance(action.menu(), QMenu) for action in menu.actions())
    split = menu.actions()[1]
    assert isinstance(split, QAction)
    split.trigger()
    assert texts(mended)[place : place + 2] == ["Nobody was", "hurt, the harbour office said."]
    settled(mended, qtbot)


def test_the_menu_knows_the_gap_under_the_mouse(mended: MainWindow) -> None:
    view = go_to(mended, "A ferry")
    left = view.caret.gap_near(1, view.card(1).topLeft().toPoint().toPointF())
    right = view.caret.gap_near(1, view.card(1).bottomRight().toPoint().toPointF())
    assert left == len("A ")
    assert right == texts(mended)[1].rindex(" ") + 1


def test_merging_joins_the_statement_with_the_next(mended: MainWindow, qtbot: QtBot) -> None:
    view = go_to(mended, "A ferry")
    first, second = texts(mended)[1:3]
    QTest.keyClick(view, Qt.Key.Key_M)
    assert texts(mended)[1] == f"{first} {second}"
    settled(mended, qtbot)
    view = go_to(mended, "Repairs")
    before = texts(mended)
    QTest.keyClick(view, Qt.Key.Key_M)
    assert texts(mended) == before


def test_what_a_statement_says_is_read_anew_also_where_its_article_stands_alone(
    mended: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not mended.background.jobs, timeout=20_000)
    case = mended.session.case
    assert case is not None
    mended.session.remove_source(case.sources[1].id)
    whole = next(each for each in statements(mended) if each.text.startswith("Nobody was hurt"))
    assert SignalKind.ATTRIBUTION in {each.kind for each in whole.signals}
    offset = whole.text.index("said")
    assert mended.session.perform(lambda case: case.split(whole.id, whole.start + offset))
    go_to(mended, "Nobody was hurt")
    mended.actions_by_id["merge_statements"].trigger()

    def said() -> set[SignalKind]:
        merged = next(each for each in statements(mended) if each.text == whole.text)
        return {signal.kind for signal in merged.signals}

    qtbot.waitUntil(lambda: SignalKind.ATTRIBUTION in said(), timeout=5_000)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_T, StatementKind.TITLE),
        (Qt.Key.Key_L, StatementKind.LEAD),
        (Qt.Key.Key_H, StatementKind.HEADING),
        (Qt.Key.Key_X, StatementKind.BOILERPLATE),
    ],
)
def test_a_key_changes_the_kind_and_undo_brings_it_back(
    mended: MainWindow, qtbot: QtBot, key: Qt.Key, kind: StatementKind
) -> None:
    view = go_to(mended, "Repairs")
    place = view.focus_place()
    assert place is not None
    QTest.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)
    assert statements(mended)[place].kind is kind
    assert view.hasFocus()
    settled(mended, qtbot)
    QTest.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert statements(mended)[place].kind is StatementKind.SENTENCE
    settled(mended, qtbot)


def test_what_is_not_part_of_the_article_is_proposed_no_more_and_a_decision_stands(
    mended: MainWindow, qtbot: QtBot
) -> None:
    decide(mended, "Nobody", "According")
    view = go_to(mended, "Repairs")
    QTest.keyClick(view, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    settled(mended, qtbot)
    case = mended.session.case
    assert case is not None
    assert case.matches_of(statements(mended)[3].id) == ()
    view = go_to(mended, "Nobody")
    QTest.keyClick(view, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    settled(mended, qtbot)
    match = case.match_between(statements(mended)[2].id, statements(mended, 1)[2].id)
    assert match is not None
    assert case.standing(match.id).verdict is Verdict.CONFIRMED
    assert mended.session.current == match.id


def test_after_a_split_the_parts_are_aligned_anew_and_what_was_decided_comes_back(
    mended: MainWindow, qtbot: QtBot
) -> None:
    case = mended.session.case
    assert case is not None
    decide(mended, "A ferry", "Forty passengers")
    runs = len(case.runs)
    mended.commands.mend.split_at(statements(mended)[1].id, len("A ferry with forty passengers "))
    settled(mended, qtbot)
    assert len(case.runs) > runs
    flagged = [match for match in case.matches if case.is_flagged(match)]
    assert len(flagged) == 1
    assert mended.session.current == flagged[0]
    assert case.formers(flagged[0])[0].standing.verdict is Verdict.CONFIRMED
    second = statements(mended)[2]
    assert {signal.text for signal in second.signals} >= {"Port Ellis"}


def test_without_a_statement_in_use_nothing_is_mended(mended: MainWindow) -> None:
    before = texts(mended)
    mended.focus_queue()
    mended.session.clear_selection()
    QTest.keyClick(mended.focusWidget(), Qt.Key.Key_M)
    assert texts(mended) == before
    assert mended.status.said_text() == "Choose a statement in one of the articles first"


def test_the_article_stays_where_it_is_read(open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    paths = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.txt"
        path.write_text(
            "".join(f"Report {name} tells in part {n} of the long story of the pier.\n\n" for n in range(60)),
            encoding="utf-8",
        )
        paths.append(path)
    window = open_window(paths)
    view = window.panes.views()[0]
    window.panes.focus_pane(0)
    view.set_focus_place(40)
    view.reveal(40)
    top = view.card(40).top()
    QTest.keyClick(view, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert abs(view.card(40).top() - top) < 12
    assert view.focus_place() == 40
    settled(window, qtbot)


@pytest.mark.parametrize("name", ["merge_statements", *KIND_ACTIONS.values()])
def test_every_mending_is_undone_and_done_again(mended: MainWindow, qtbot: QtBot, name: str) -> None:
    view = go_to(mended, "Nobody" if name != "kind_sentence" else "Ferry")
    before = [(each.id, each.text, each.kind) for each in statements(mended)]
    mended.actions_by_id[name].trigger()
    after = [(each.id, each.text, each.kind) for each in statements(mended)]
    assert after != before
    mended.actions_by_id["undo"].trigger()
    assert [(each.id, each.text, each.kind) for each in statements(mended)] == before
    assert view.text_at(2) == before[2][1]
    mended.actions_by_id["redo"].trigger()
    assert [(each.id, each.text, each.kind) for each in statements(mended)] == after
    settled(mended, qtbot)


@pytest.fixture
def flagged(mended: MainWindow, qtbot: QtBot) -> MatchId:
    """A match that was confirmed before its left statement was split; it is the current one."""
    decide(mended, "A ferry", "Forty passengers")
    mended.session.relate(Relation.AGREES)
    go_to(mended, "A ferry")
    mended.commands.mend.split_at(statements(mended)[1].id, len("A ferry with forty passengers "))
    settled(mended, qtbot)
    assert mended.session.current is not None
    return mended.session.current


def test_a_match_on_other_words_has_a_filter_of_its_own(mended: MainWindow, flagged: MatchId) -> None:
    chip = mended.queue.findChild(QPushButton, f"filter_{Filter.AGAIN}")
    assert isinstance(chip, QPushButton)
    assert chip.isVisible()
    assert "1" in chip.text()
    chip.click()
    assert mended.queue.visible_matches() == (flagged,)
    row = queue_row(mended.session, flagged)
    assert row.again
    assert "look at again" in row.in_words
    mended.focus_queue()
    QTest.keyClick(mended.focusWidget(), Qt.Key.Key_A)
    assert mended.queue.visible_matches() == ()
    mended.queue.filters.set_filter(Filter.TO_REVIEW)
    assert not chip.isVisible()


def test_the_inspector_shows_both_wordings_and_one_key_takes_the_verdict_up(
    mended: MainWindow, flagged: MatchId
) -> None:
    former = caught_up(mended.inspector).findChild(FormerView)
    assert isinstance(former, FormerView)
    assert former.isVisible()
    assert former.verdict_text().startswith("confirmed · agrees")
    left, right = former.texts()
    assert left.toPlainText().startswith("A ferry with forty passengers struck")
    assert "A ferry with forty passengers" in left.changed_words()
    assert not right.isVisible()
    mended.focus_queue()
    QTest.keyClick(mended.focusWidget(), Qt.Key.Key_T)
    standing = mended.session.standing(flagged)
    assert (standing.verdict, standing.relation) == (Verdict.CONFIRMED, Relation.AGREES)
    assert mended.session.current != flagged
    assert not mended.actions_by_id["take_up"].isEnabled()
    mended.session.set_current(flagged)
    caught_up(mended.inspector)
    assert not former.isVisible()
