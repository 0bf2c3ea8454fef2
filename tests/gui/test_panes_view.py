"""Two linked panes: what is shown of the matches, what mouse and keys do, what scrolling keeps together."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.campaign import cases
from tests.gui.driving import case_of
from tests.gui.eight_sources import make_case

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.case.intake import compare_versions
from reconciler.gui.main_window import MainWindow
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.link_band import LinkBand
from reconciler.gui.panes.panes_view import PanesView
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, dark, light
from reconciler.model import (
    Article,
    MatchId,
    Proposal,
    Reason,
    Segment,
    SourceDraft,
    SourceId,
    StatementId,
    StatementKind,
    Verdict,
)

LEFT = (
    "The ferry struck the pier at dawn.",
    "Forty people were aboard 🚢 when it happened, the harbour office said on Monday morning.",
    "No one was hurt.",
    *(
        f"Paragraph {n} of the first report goes on about the harbour and its long history."
        for n in range(30)
    ),
    "The pier will stay closed until June.",
)
RIGHT = (
    "Ferry hits pier.",
    *(f"The second report, in line {n}, speaks of tides, winds and the price of fuel." for n in range(12)),
    "The harbour office counted forty passengers.",
    "وقع الحادث عند الفجر.",
    *(f"Witness {n} had seen nothing of it, he told this paper over coffee." for n in range(25)),
    "Until June nobody may set foot on the pier.",
)
PAIRS = (
    (0, 0, 0.9),
    (1, 13, 0.8),
    (2, 13, 0.4),
    (10, 5, 0.3),
    (33, 40, 0.7),
)


def draft(name: str, sentences: Sequence[str]) -> SourceDraft:
    text, segments = "", []
    for number, sentence in enumerate(sentences):
        if number:
            text += "\n\n" if number % 4 == 0 else " "
        kind = StatementKind.SENTENCE if number else StatementKind.TITLE
        segments.append(Segment(len(text), len(text) + len(sentence), kind))
        text += sentence
    digest = name.encode().hex().ljust(64, "0")
    return SourceDraft(Article(name, text, digest, title=sentences[0], outlet=name), "en", tuple(segments))


def propose(session: Session, pairs: Sequence[tuple[int, int, float]]) -> None:
    assert session.case is not None
    first, second = session.case.sources[:2]
    lefts, rights = session.case.statements(first.id), session.case.statements(second.id)
    proposals = tuple(
        Proposal(lefts[left].id, rights[right].id, confidence, (Reason("words", confidence),))
        for left, right, confidence in pairs
    )
    session.proposing.record_run("test", "{}", [PairAlignment(first.id, second.id, proposals)])


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    del qtbot
    case = Case.create(tmp_path / "pier.reconciler")
    case.add_sources([draft("Harbour News", LEFT), draft("The Tide", RIGHT)], "2024-05-06")
    session = Session()
    session.set_case(case)
    propose(session, PAIRS)
    return session


@pytest.fixture
def panes(qtbot: QtBot, session: Session) -> PanesView:
    view = PanesView(session, light())
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def statement(session: Session, side: int, place: int) -> StatementId:
    assert session.case is not None
    return session.case.statements(session.case.sources[side].id)[place].id


def match(session: Session, left: int, right: int) -> MatchId:
    assert session.case is not None
    found = session.case.match_between(statement(session, 0, left), statement(session, 1, right))
    assert found is not None
    return found.id


def click(view: ArticleView, place: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    point = view.card(place).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, point)


def top(view: ArticleView, place: int) -> float:
    return view.card(place).top()


def band(panes: PanesView) -> LinkBand:
    found = panes.findChild(LinkBand)
    assert isinstance(found, LinkBand)
    return found


def test_a_click_makes_the_best_match_current_and_selects_the_statement(
    panes: PanesView, session: Session
) -> None:
    click(panes.views()[0], 1)
    assert session.current == match(session, 1, 13)
    assert session.selected == (statement(session, 0, 1),)


def test_clicking_on_goes_round_the_matches_of_a_statement(panes: PanesView, session: Session) -> None:
    panes.show_match(match(session, 1, 13))
    seen = []
    for _ in range(3):
        click(panes.views()[1], 13)
        seen.append(session.current)
    assert seen == [match(session, 1, 13), match(session, 2, 13), match(session, 1, 13)]


def test_after_a_click_the_other_article_comes_level_and_this_one_stays(
    panes: PanesView, session: Session
) -> None:
    left, right = panes.views()
    left.verticalScrollBar().setValue(round(left.extents().tops[10]) - 24)
    click(left, 10)
    assert session.current == match(session, 10, 5)
    assert top(left, 10) == pytest.approx(24, abs=1)
    assert top(right, 5) == pytest.approx(24, abs=1.5)


def test_a_match_from_elsewhere_is_shown_level_where_people_read(panes: PanesView, session: Session) -> None:
    session.set_current(match(session, 10, 5))
    left, right = panes.views()
    assert top(left, 10) == top(right, 5)
    assert top(left, 10) == pytest.approx(left.viewport().height() / 3, abs=1.5)


def test_ctrl_and_shift_click_select_for_linking(panes: PanesView, session: Session) -> None:
    left, right = panes.views()
    click(left, 1)
    click(left, 3, Qt.KeyboardModifier.ShiftModifier)
    assert session.selected == tuple(statement(session, 0, place) for place in (1, 2, 3))
    click(left, 2, Qt.KeyboardModifier.ControlModifier)
    place = right.visible()[1]
    click(right, place, Qt.KeyboardModifier.ControlModifier)
    assert session.selected == (
        statement(session, 0, 1),
        statement(session, 0, 3),
        statement(session, 1, place),
    )
    assert session.current == match(session, 1, 13)


def test_keys_walk_choose_and_select(panes: PanesView, session: Session, qtbot: QtBot) -> None:
    panes.activateWindow()
    panes.focus_pane(0)
    qtbot.waitUntil(lambda: panes.focused_pane() == 0)
    view = panes.views()[0]
    assert panes.focused_statement() == statement(session, 0, 0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert panes.focused_statement() == statement(session, 0, 2)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert session.current == match(session, 2, 13)
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert list(session.selected) == [statement(session, 0, 2)]
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert list(session.selected) == []
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Down)
    last = len(LEFT) - 1
    assert panes.focused_statement() == statement(session, 0, last)
    assert view.card(last).bottom() <= view.viewport().height()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_A, Qt.Key.Key_J, Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_Backspace]
)
def test_the_windows_own_keys_pass_through_a_pane(panes: PanesView, key: Qt.Key) -> None:
    view = panes.views()[0]
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "a")
    event.accept()
    before = view.position()
    view.keyPressEvent(event)
    assert not event.isAccepted()
    assert view.position() == before
    override = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(view, override)
    assert not override.isAccepted()


def test_scrolling_one_article_brings_its_match_level_in_the_other(
    panes: PanesView, session: Session
) -> None:
    session.decide(Verdict.CONFIRMED)
    left, right = panes.views()
    bar = left.verticalScrollBar()
    for _ in range(200):
        if top(left, 20) <= left.viewport().height() / 3:
            break
        bar.setValue(bar.value() + 20)
    eye = left.viewport().height() / 3
    at_eye = (left.position() + eye - left.extents().bottoms[1]) / (
        left.extents().tops[33] - left.extents().bottoms[1]
    )
    other = (right.position() + eye - right.extents().bottoms[13]) / (
        right.extents().tops[40] - right.extents().bottoms[13]
    )
    assert at_eye == pytest.approx(other, abs=0.02)


def test_both_articles_reach_their_ends_together_whichever_is_scrolled(panes: PanesView) -> None:
    for one, other in (panes.views(), panes.views()[::-1]):
        one.verticalScrollBar().setValue(one.verticalScrollBar().maximum())
        assert other.position() == pytest.approx(other.verticalScrollBar().maximum(), abs=2)
        one.verticalScrollBar().setValue(0)
        assert other.position() == pytest.approx(0, abs=2)


def test_linked_scrolling_can_be_switched_off(panes: PanesView) -> None:
    panes.set_linked_scrolling(on=False)
    panes.views()[0].verticalScrollBar().setValue(400)
    assert panes.views()[1].position() == 0


def test_a_rejected_match_is_not_followed(panes: PanesView, session: Session) -> None:
    left, right = panes.views()
    for left_place, right_place in ((1, 13), (2, 13), (10, 5)):
        session.set_current(match(session, left_place, right_place))
        session.decide(Verdict.REJECTED)
    left.verticalScrollBar().setValue(0)
    bar = left.verticalScrollBar()
    while top(left, 16) > left.viewport().height() / 3:
        bar.setValue(bar.value() + 25)
    assert right.extents().place_at(right.position() + right.viewport().height() / 3) in range(16, 24)


@pytest.mark.parametrize("change", ["resize", "text size", "theme"])
def test_what_is_read_stays_where_it_is(panes: PanesView, change: str) -> None:
    left, right = panes.views()
    left.verticalScrollBar().setValue(900)
    eye = left.viewport().height() // 3
    before = [
        view.place_at(QPoint(60, eye)) or view.extents().place_at(view.position() + eye)
        for view in (left, right)
    ]
    if change == "resize":
        panes.resize(620, 600)
    elif change == "text size":
        panes.set_text_size(17)
    else:
        panes.set_theme(dark())
    QApplication.processEvents()
    after = [view.extents().place_at(view.position() + eye) for view in (left, right)]
    assert after == before


def test_scroll_positions_are_restored_at_another_width(
    qtbot: QtBot, panes: PanesView, session: Session
) -> None:
    panes.views()[0].verticalScrollBar().setValue(700)
    kept = panes.scroll_positions()
    other = PanesView(session, light())
    qtbot.addWidget(other)
    other.restore_scroll_positions(kept)
    other.resize(700, 500)
    other.show()
    qtbot.waitExposed(other)
    assert other.scroll_positions()[::2] == kept[::2]


def test_states_are_told_in_the_headers_and_change_with_a_verdict(panes: PanesView, session: Session) -> None:
    headers = [pane.header for pane in panes.panes()]
    assert [header.linked.text() for header in headers] == ["5 of 34 linked", "4 of 41 linked"]
    session.set_current(match(session, 10, 5))
    session.decide(Verdict.REJECTED)
    assert [header.linked.text() for header in headers] == ["4 of 34 linked", "3 of 41 linked"]
    session.undo()
    assert headers[0].linked.text() == "5 of 34 linked"


def test_the_header_says_what_the_source_is(panes: PanesView) -> None:
    header = panes.panes()[0].header
    assert header.outlet.text() == "Harbour News"
    assert header.title.text() == LEFT[0]
    assert "assumed" in header.facts.text()
    assert "English" in header.facts.text()


def test_a_ribbon_is_clicked_between_its_statements(panes: PanesView, session: Session) -> None:
    panes.views()[0].verticalScrollBar().setValue(0)
    gutter = band(panes)
    gutter.grab()
    y = (top(panes.views()[0], 0) + top(panes.views()[1], 0)) / 2 + 14
    QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPointF(gutter.width() / 2, y).toPoint())
    assert session.current == match(session, 0, 0)
    assert gutter.describe(match(session, 0, 0)) == "1 ↔ 1 · proposed · 90 % likely"


def test_a_ribbon_out_of_view_can_not_be_hit_where_nothing_is_drawn(panes: PanesView) -> None:
    gutter = band(panes)
    gutter.grab()
    assert gutter.match_at(QPointF(gutter.width() - 2, gutter.height() - 2)) is None


def test_find_goes_across_both_articles_and_around(panes: PanesView, session: Session) -> None:
    assert panes.find("PIER") == 4
    seen = []
    for _ in range(5):
        panes.find_next()
        seen.append(panes.found_statement())
    expected = [(0, 0), (0, 33), (1, 0), (1, 40), (0, 0)]
    assert seen == [statement(session, side, place) for side, place in expected]
    panes.find_previous()
    assert panes.found_statement() == statement(session, 1, 40)
    view = panes.views()[1]
    assert view.card(40).bottom() <= view.viewport().height()
    panes.clear_find()
    assert panes.found_statement() is None


def test_hits_are_seen_in_the_article_and_in_the_strip(panes: PanesView) -> None:
    pane = panes.panes()[0]
    before = pane.view.grab().toImage(), pane.overview.grab().toImage()
    panes.find("aboard")
    after = pane.view.grab().toImage(), pane.overview.grab().toImage()
    assert before[0] != after[0]
    assert before[1] != after[1]
    panes.clear_find()
    assert pane.view.grab().toImage() == before[0]


def test_a_copied_selection_is_plain_text_in_the_sources_words(panes: PanesView) -> None:
    view = panes.views()[0]
    cursor = view.textCursor()
    first = view.document().findBlockByNumber(1)
    cursor.setPosition(first.position() + len("Forty people were aboard 🚢 ".encode("utf-16-le")) // 2)
    last = view.document().findBlockByNumber(4)
    cursor.setPosition(last.position() + len("Paragraph"), cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.formats() == ["text/plain"]
    assert data.text().startswith("when it happened")
    assert data.text().endswith("long history.\n\nParagraph")


def test_the_menu_is_asked_for_the_statement_under_the_mouse(
    panes: PanesView, session: Session, qtbot: QtBot
) -> None:
    view = panes.views()[0]
    with qtbot.waitSignal(panes.statement_menu_requested) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=view.card(2).center().toPoint())
        from PySide6.QtGui import QContextMenuEvent

        point = view.card(2).center().toPoint()
        QApplication.sendEvent(
            view.viewport(),
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point)),
        )
    assert asked.args is not None
    assert asked.args[0] == statement(session, 0, 2)


def test_dragging_the_strip_scrolls_the_article(panes: PanesView) -> None:
    pane = panes.panes()[0]
    QTest.mouseClick(pane.overview, Qt.MouseButton.LeftButton, pos=QPoint(5, pane.overview.height() - 3))
    assert pane.view.position() == pane.view.verticalScrollBar().maximum()


def test_without_the_strip_there_is_a_scroll_bar(panes: PanesView) -> None:
    panes.set_overview_visible(on=False)
    pane = panes.panes()[0]
    assert pane.bar.isVisible()
    pane.bar.setValue(300)
    assert pane.view.position() == 300


def test_a_third_source_can_be_chosen_and_its_matches_shown(panes: PanesView, session: Session) -> None:
    assert session.case is not None
    session._tell(session.case.add_sources([draft("Coast Post", ("A ferry ran into a pier.", "It sank."))]))
    first, _, third = session.case.sources
    assert panes.shown_sources() == tuple(source.id for source in session.case.sources[:2])
    panes.show_sources(first.id, SourceId(third.id))
    assert panes.panes()[1].header.outlet.text() == "Coast Post"
    panes.show_match(match(session, 0, 0))
    assert panes.shown_sources() == tuple(source.id for source in session.case.sources[:2])


def test_the_bar_of_a_statement_follows_the_strongest_state(panes: PanesView, session: Session) -> None:
    session.set_current(match(session, 2, 13))
    session.decide(Verdict.REJECTED)
    left, right = panes.views()
    assert left.state(2) is MatchState.REJECTED
    assert right.state(13) is MatchState.PROPOSED
    session.set_current(match(session, 1, 13))
    session.decide(Verdict.UNSURE)
    assert right.state(13) is MatchState.UNSURE
    assert left.state(5) is None


def test_a_source_that_is_taken_out_while_its_match_is_current_leaves_the_panes(
    open_window: Callable[[list[Path]], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "eight.reconciler"
    make_case(path, confirmed=False)
    window = open_window([])
    window.resize(1900, 900)
    assert window.opening.open_case(path)
    qtbot.waitUntil(lambda: not window.background.jobs, timeout=60_000)
    case = window.session.case
    assert case is not None
    order = [source.id for source in case.sources]
    window.panes.show_sources(*order[:4])
    ends = {number: [case.statement(end).source for end in case.ends(number)] for number in case.matches}
    last = next(number for number, (left, right) in ends.items() if right == order[3])
    window.session.set_current(last)
    assert order[3] in window.panes.shown_sources()
    window.session.remove_source(order[3])
    assert order[3] not in window.panes.shown_sources()
    assert window.session.current in case.matches
    names = [pane.header.accessibleName() for pane in window.panes.panes() if pane.isVisible()]
    assert len(names) == len(window.panes.shown_sources())


def farthest(one: QImage, other: QImage) -> int:
    """Return by how much a colour of two pictures differs at most, of 255."""
    colours = (np.frombuffer(each.constBits(), np.uint8).astype(int) for each in (one, other))
    return int(np.abs(np.subtract(*colours)).max())


def test_ribbons_painted_before_are_shown_as_they_are_now(
    qtbot: QtBot, panes: PanesView, session: Session
) -> None:
    used = band(panes)
    one, other = match(session, 1, 13), match(session, 10, 5)

    left, right = panes.views()
    acts: Sequence[Callable[[], object]] = (
        lambda: session.set_current(one),
        lambda: session.decide(Verdict.CONFIRMED),
        lambda: session.set_current(other),
        lambda: session.decide(Verdict.UNSURE),
        lambda: left.verticalScrollBar().setValue(37),
        lambda: session.set_current(one),
        lambda: used.highlight(frozenset((other,))),
        lambda: used.set_focus_mode(True),
        lambda: used.set_focus_mode(False),
        session.undo,
    )
    for number, act in enumerate(acts):
        act()
        fresh = LinkBand(session, (left, right), light(), panes)
        qtbot.addWidget(fresh)
        fresh.resize(used.size())
        fresh.set_links(used._links)
        fresh.set_focus_mode(number == 7)
        fresh.highlight(used.highlighted())
        # Where an edge lies over the fill, a picture rounds once more: nothing that an eye could tell.
        assert farthest(used.grab().toImage(), fresh.grab().toImage()) <= 2, f"act {number}"


@pytest.fixture
def eight(open_window: Callable[[list[Path]], MainWindow], tmp_path: Path) -> MainWindow:
    """A window on eight articles, nothing decided."""
    path = tmp_path / "eight.reconciler"
    make_case(path, confirmed=False)
    return open_window([path])


def give_later_text(window: MainWindow, source: SourceId, *more: str) -> None:
    """Give a source a later text: what it says now, and then more."""
    before = case_of(window).statements(source)
    later = cases.draft("Later", (*(each.text for each in before), *more))
    comparison = compare_versions(before, later)
    assert window.session.perform(lambda case: case.update_source(source, later, comparison))


def test_a_former_version_is_left_for_the_next_match_when_the_other_source_is_taken_out(
    eight: MainWindow,
) -> None:
    window = eight
    case = case_of(window)
    first, second = (source.id for source in case.sources[:2])
    give_later_text(window, first)
    ends = {number: {case.statement(end).source for end in case.ends(number)} for number in case.matches}
    window.panes.show_sources(first, second)
    window.session.set_current(next(number for number, both in ends.items() if both == {first, second}))
    window.panes.show_version(first, 1)
    window.session.remove_source(second)
    assert second not in window.panes.shown_sources()
    assert window.panes.shown_version(first) is None
    assert window.session.current in case.matches


def test_what_was_found_is_gone_to_also_where_its_source_stands_in_a_shorter_former_version(
    eight: MainWindow,
) -> None:
    window = eight
    panes = window.panes
    first, second, third = (source.id for source in case_of(window).sources[:3])
    give_later_text(window, first, *(f"The lighthouse was lit, line {n}." for n in range(9)))
    panes.show_sources(first, second)
    panes.show_version(first, 1)
    panes.show_sources(second, third)
    assert panes.find("lighthouse") == 9
    panes.find_next()
    assert first in panes.shown_sources()
    pane = panes.shown_sources().index(first)
    focus = panes.views()[pane].focus_place()
    assert focus is None or focus < len(panes.views()[pane].extents().tops)


def test_what_fails_while_an_article_is_painted_fails_once(qtbot: QtBot, panes: PanesView) -> None:
    view = panes.views()[0]
    qtbot.waitUntil(lambda: view.filled > 0)
    before = view.grab().toImage()
    view.set_hits({0: [None]}, None)  # type: ignore[list-item]
    with pytest.raises(AttributeError) as fault:
        view.viewport().repaint()
    assert fault.value.__traceback__ is not None, "who holds it holds the painter, too"
    view.set_hits({}, None)
    assert view.grab().toImage() == before
