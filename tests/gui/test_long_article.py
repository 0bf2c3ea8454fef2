"""A long article, of which only what is near the reader is kept in lines: nothing jumps, nothing is lost."""

import gc
import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QTextCursor, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.articles import Piece, article, hit_box

from reconciler.gui.panes.article_layout import KEPT
from reconciler.gui.panes.article_page import AT_ONCE, Anchor
from reconciler.gui.panes.article_text import TypeLook
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.facing import Facing
from reconciler.gui.panes.statement_access import StatementList
from reconciler.gui.panes.typesetting import Typesetter
from reconciler.gui.theme import light
from reconciler.model import SourceId, Statement, StatementId, StatementKind

COUNT = 3000
KINDS = (StatementKind.TITLE, StatementKind.HEADING, StatementKind.LEAD, StatementKind.BOILERPLATE)


def pieces(count: int) -> list[Piece]:
    """Return statements whose heights are guessed badly: of narrow letters, of wide ones, of any kind."""
    chance = random.Random(7)  # noqa: S311
    found = []
    for number in range(count):
        word = chance.choice(("illicit", "WWWWMM", "harbour", "préfecture", "🚢 W"))
        words = f"Number {number}: " + f"{word} " * chance.randint(1, 40) + "end."
        kind = chance.choice((StatementKind.SENTENCE,) * 4 + KINDS)
        found.append((kind, words, chance.choice((" ", "\n\n"))))
    return found


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    """An article of which all has its place and next to nothing has been measured."""
    found = ArticleView(Facing.RIGHT, light())
    qtbot.addWidget(found)
    found.resize(420, 520)
    found.show()
    qtbot.waitExposed(found)
    found.set_patient(True)
    found.set_article(*article(pieces(COUNT)))
    found.set_patient(False)
    while found.filled < COUNT:
        found._write_slice()  # to write all without measuring any meanwhile
    assert not found.is_measured
    return found


def measured(qtbot: QtBot, view: ArticleView) -> None:
    qtbot.waitUntil(lambda: view.is_measured, timeout=20_000)


def seen(view: ArticleView) -> dict[int, tuple[float, float]]:
    """Return where the statements in view stand in the window."""
    return {place: (view.card(place).top(), view.card(place).bottom()) for place in view.visible()}


def is_as_high_as_its_text(view: ArticleView, place: int) -> bool:
    lines = view.lines(place)
    last = lines.lineAt(lines.lineCount() - 1)
    card = view.card(place)
    return abs(lines.position().y() + last.y() + last.height() + 6 - view.position() - card.bottom()) <= 1


def test_what_is_read_stays_where_it_is_while_all_else_is_measured(view: ArticleView, qtbot: QtBot) -> None:
    view.set_anchor(Anchor(COUNT // 2, 0.0, 170.0))
    before, height = seen(view), view.extents().height
    assert view.card(COUNT // 2).top() == 170
    assert all(is_as_high_as_its_text(view, place) for place in before)
    measured(qtbot, view)
    assert seen(view) == before
    assert view.extents().height != height, "the guesses were right: nothing was tried"


def test_scrolling_moves_what_is_in_view_by_just_so_much(view: ArticleView) -> None:
    view.set_anchor(Anchor(COUNT // 2, 0.0, 170.0))
    bar = view.verticalScrollBar()
    for by in (40,) * 60 + (-40,) * 120:
        before = seen(view)
        bar.setValue(bar.value() + by)
        after = seen(view)
        both = before.keys() & after.keys()
        assert both
        assert all(after[place] == (before[place][0] - by, before[place][1] - by) for place in both)
        assert all(is_as_high_as_its_text(view, place) for place in after)


def test_a_leap_ends_on_statements_as_high_as_they_are(view: ArticleView) -> None:
    bar = view.verticalScrollBar()
    for share in (0.9, 0.1, 0.55, 0.31):
        bar.setValue(round(bar.maximum() * share))
        assert all(is_as_high_as_its_text(view, place) for place in seen(view))


def test_the_end_is_the_end_and_stays_it(view: ArticleView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.position() == view.verticalScrollBar().maximum()
    before = seen(view)
    assert COUNT - 1 in before
    measured(qtbot, view)
    assert view.position() == view.verticalScrollBar().maximum()
    assert seen(view) == before
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.position() == 0
    assert 0 in view.visible()


@pytest.mark.parametrize("act", ["zoom", "narrow", "face", "theme"])
def test_what_is_read_stays_when_all_is_set_anew(view: ArticleView, qtbot: QtBot, act: str) -> None:
    view.set_anchor(Anchor(2000, 0.0, 170.0))
    match act:
        case "zoom":
            view.set_text_size(17)
        case "narrow":
            view.resize(300, 520)
        case "face":
            view.set_type(TypeLook(family="sans", spacing=1.7))
        case "theme":
            view.set_theme(light())
    assert view.card(2000).top() == 170
    before = seen(view)
    assert all(is_as_high_as_its_text(view, place) for place in before)
    measured(qtbot, view)
    assert seen(view) == before


def test_a_selection_over_statements_that_were_never_in_lines_is_copied_whole(view: ArticleView) -> None:
    texts = [words for _kind, words, _after in pieces(COUNT)]
    cursor = view.textCursor()
    cursor.setPosition(view.document().findBlockByNumber(10).position() + 7)
    last = view.document().findBlockByNumber(2500)
    cursor.setPosition(last.position() + len("Number 2500"), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("10: ")
    assert copied.endswith("Number 2500")
    assert " ".join(copied.split()) == " ".join(
        " ".join([texts[10][7:], *texts[11:2500], "Number 2500"]).split()
    )


def test_a_selection_is_dragged_over_what_was_scrolled_past(view: ArticleView) -> None:
    view.set_anchor(Anchor(100, 0.0, 20.0))
    start = in_first_line(view, 100, "Number ")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    view.set_anchor(Anchor(2200, 0.0, 20.0))
    end = in_first_line(view, 2200, "Number 2200")
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    chosen = view.selected_text()
    assert chosen.startswith("100: ")
    assert chosen.endswith("Number 2200")
    view.set_anchor(Anchor(1100, 0.0, 20.0))
    height = view.viewport().height()
    assert marked(view, QRect(40, 0, 380, height)) > 380 * height / 4
    view.set_anchor(Anchor(100, 0.0, 20.0))
    assert not marked(view, QRect(0, 0, start.x() - 3, start.y() + 4))
    assert marked(view, QRect(start.x() + 3, start.y() - 4, 10, 8)) > 40


def marked(view: ArticleView, area: QRect) -> int:
    """Return how many pixels in a part of the window are of the ground of a selection."""
    image = view.viewport().grab(area).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(*point) == light().accent for point in points)


def in_first_line(view: ArticleView, place: int, before: str) -> QPoint:
    """Return the point of the viewport at which a statement's first words end."""
    lines = view.lines(place)
    at: object = lines.lineAt(0).cursorToX(len(before))
    x = at[0] if isinstance(at, tuple) else at
    assert isinstance(x, float)
    return (lines.position() + QPointF(x + 1, 8 - view.position())).toPoint()


def test_a_screen_reader_is_told_all_of_it_and_where_it_is(view: ArticleView) -> None:
    told = StatementList(view)
    assert told.childCount() == COUNT
    far = told.child(2900)
    assert far is not None
    assert far.text(QAccessible.Text.Name).startswith("Number 2900: ")
    assert far.rect().top() > view.mapToGlobal(QPoint(0, view.height())).y()
    assert far.state().offscreen
    view.reveal(2900)
    assert view.viewport().rect().contains(view.card(2900).toRect())
    assert far.rect().height() == view.card(2900).toRect().height()
    assert is_as_high_as_its_text(view, 2900)
    assert not far.state().offscreen


def test_what_is_found_far_down_is_marked_on_its_words(view: ArticleView) -> None:
    view.reveal(2700)
    (run, *_more) = view.lines(2700).glyphRuns(7, 4)
    word = run.boundingRect().translated(view.lines(2700).position() - QPointF(0, view.position()))
    box = hit_box(view, 2700, 7, 11)
    assert box.left() == pytest.approx(word.left(), abs=3)
    assert box.top() == pytest.approx(word.top(), abs=3)
    assert box.width() == pytest.approx(word.width(), abs=5)


def test_only_what_is_near_the_reader_is_kept_in_lines(view: ArticleView, qtbot: QtBot) -> None:
    def in_lines() -> int:
        gc.collect()
        return sum(isinstance(each, QTextLayout) for each in gc.get_objects())

    elsewhere = in_lines()
    bar = view.verticalScrollBar()
    while bar.value() < bar.maximum() // 2:
        bar.setValue(bar.value() + 450)
        view.grab()
    measured(qtbot, view)
    assert KEPT // 2 < in_lines() - elsewhere <= KEPT


def test_an_article_cut_otherwise_far_down_stays_where_it_is(view: ArticleView) -> None:
    view.set_anchor(Anchor(4 * AT_ONCE, 0.0, 100.0))
    found = pieces(COUNT)
    kind, words, after = found[30]
    cut = [*found[:30], (kind, words[:10], " "), (kind, words[10:], after), *found[31:]]
    view.replace_article(*article(cut), lambda place: place + (place > 30))
    assert view.card(4 * AT_ONCE + 1).top() == 100
    assert all(is_as_high_as_its_text(view, place) for place in view.visible())


@pytest.mark.parametrize("width", [40.0, 180.0, 333.3, 900.0])
@pytest.mark.parametrize("points", [8.0, 11.0, 19.5])
@pytest.mark.usefixtures("qtbot")
def test_a_measured_height_is_that_of_the_lines(width: float, points: float) -> None:
    setter = Typesetter(TypeLook(points=points), width)
    texts = [
        "",
        "One.",
        "A sentence of several words that runs over a few lines wherever it is set. " * 3,
        "Unbreakablewordthatislongerthananylineitcouldstandin" * 5,
        "🚢 words 🚢 " * 12,
        "وقع الحادث عند الفجر " * 9,
        "事故は土曜日の早朝に起きた。" * 9,
        "e\u0301\u0302\u0303\u0304 combining " * 9,
        "tab\tand\u2028line\u2029breaks\n" * 9,
    ]
    for number, text in enumerate(texts):
        for kind in StatementKind:
            statement = Statement(StatementId(number + 1), SourceId(1), 1, 0, len(text), kind, text)
            lines = setter.set(statement)
            last = lines.lineAt(lines.lineCount() - 1)
            assert setter.measure(statement) == round(last.y() + last.height()) + 12
            tops = [lines.lineAt(line).y() for line in range(lines.lineCount())]
            assert tops == sorted(set(tops))


@pytest.mark.parametrize("facing", list(Facing))
def test_numbers_of_five_digits_are_seen_whole(qtbot: QtBot, facing: Facing) -> None:
    pane = ArticleView(facing, light())

    def numbers(first: int) -> QImage:
        """Return the picture of a statement with this number."""
        text, statements = article([(StatementKind.SENTENCE, "Words", "")])
        pane.set_article(text, [replace(each, ordinal=first) for each in statements])
        QApplication.processEvents()
        return pane.viewport().grab(pane.viewport().rect()).toImage().copy(0, 0, 420, 60)

    qtbot.addWidget(pane)
    pane.resize(420, 520)
    pane.show()
    qtbot.waitExposed(pane)
    inked = []
    for number in (11111, 21111, 11112):
        image = numbers(number)
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        inked.append({point for point in points if image.pixelColor(*point).lightness() < 190})
    assert inked[1] - inked[0], "the first digit is not seen"
    assert inked[2] - inked[0], "the last digit is not seen"
