"""An article in its pane: typography, untrusted text, other scripts, and long ones written in slices."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.gui.articles import Piece, article, hit_box

from reconciler.gui.panes.article_page import AT_ONCE, Anchor
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.facing import Facing
from reconciler.gui.panes.pane_header import ElidedLabel
from reconciler.gui.panes.source_pane import SourcePane
from reconciler.gui.panes.statement_cards import CardLook, paint_card
from reconciler.gui.theme import MatchState, dark, light
from reconciler.model import StatementKind

SENTENCE = StatementKind.SENTENCE


def shown(qtbot: QtBot, pieces: Sequence[Piece], facing: Facing = Facing.RIGHT) -> ArticleView:
    view = ArticleView(facing, light())
    qtbot.addWidget(view)
    view.resize(380, 500)
    view.set_article(*article(pieces))
    view.show()
    qtbot.waitExposed(view)
    return view


def darkest(view: ArticleView, place: int) -> QColor:
    """Return the darkest colour in the text of a statement."""
    card = view.card(place).toRect().adjusted(8, 4, -8, -4)
    image = view.viewport().grab(card).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return min((image.pixelColor(*point) for point in points), key=lambda color: color.lightness())


def gap(view: ArticleView, place: int) -> float:
    extents = view.extents()
    return extents.tops[place] - extents.bottoms[place - 1]


def test_each_statement_has_a_line_of_its_own_and_a_paragraph_more_room(qtbot: QtBot) -> None:
    view = shown(
        qtbot,
        [
            (SENTENCE, "One.", " "),
            (SENTENCE, "Two.", ""),
            (SENTENCE, "Three.", "\r\n \r\n"),
            (SENTENCE, "Four.", "\n"),
        ],
    )
    assert view.document().blockCount() == 4
    assert gap(view, 1) == gap(view, 2)
    assert gap(view, 3) > 2 * gap(view, 2)


def test_titles_and_headings_stand_out_and_boilerplate_steps_back(qtbot: QtBot) -> None:
    kinds = (StatementKind.TITLE, StatementKind.HEADING, SENTENCE, StatementKind.BOILERPLATE)
    view = shown(qtbot, [(kind, "Some words", "\n") for kind in kinds])
    fonts = [view.lines(place).font() for place in range(4)]
    sizes = [one.pointSizeF() for one in fonts]
    assert sizes[0] > sizes[1] > sizes[2] > sizes[3]
    assert [one.bold() for one in fonts] == [True, True, False, False]
    assert darkest(view, 3) == light().quiet
    assert darkest(view, 2) == light().text
    view.set_theme(dark())
    view.set_theme(light())
    assert darkest(view, 3) == light().quiet


@pytest.mark.parametrize(
    "words",
    [
        "<b>bold</b> &amp; <img src='http://example.org/x.png'>",
        "a\u2029b\u2028c\nd\x00e\ufdd0f\ufdd1g\ufffch",
        "[link](http://example.org) file:///etc/passwd",
    ],
)
def test_no_markup_is_interpreted_and_nothing_splits_a_statement(qtbot: QtBot, words: str) -> None:
    view = shown(qtbot, [(SENTENCE, words, " "), (SENTENCE, "After.", "")])
    assert view.document().blockCount() == 2
    assert len(view.document().findBlockByNumber(0).text()) == len(words)
    assert view.document().findBlockByNumber(0).text().startswith(words[0])
    assert not view.document().findBlockByNumber(0).begin().fragment().charFormat().isImageFormat()


def test_nothing_is_ever_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    view = shown(qtbot, [(SENTENCE, "Text.", "")])
    kind = QTextDocument.ResourceType.ImageResource.value
    picture = tmp_path / "picture.png"
    QPixmap(4, 4).save(str(picture))
    assert view.document().resource(kind, QUrl.fromLocalFile(str(picture))) is None


def test_a_hit_after_astral_characters_is_marked_where_it_stands(qtbot: QtBot) -> None:
    view = shown(qtbot, [(SENTENCE, "🚢🚢🚢 pier", "")])
    (run,) = view.lines(0).glyphRuns(7, 4)
    word = run.boundingRect().translated(view.lines(0).position())
    box = hit_box(view, 0, 4, 8)
    assert box.left() == pytest.approx(word.left(), abs=3)
    assert box.width() == pytest.approx(word.width(), abs=4)


def test_right_to_left_text_is_set_from_the_right(qtbot: QtBot) -> None:
    words = "وقع الحادث عند الفجر"
    view = shown(qtbot, [(SENTENCE, words, " "), (SENTENCE, "Left to right.", "")])
    card = view.card(0)
    layout = view.lines(0)
    line = layout.lineAt(0).naturalTextRect().translated(layout.position())
    assert line.right() > card.right() - 24
    first_word = hit_box(view, 0, 0, 3)
    assert first_word.right() > card.right() - 24
    assert first_word.left() > card.center().x()


def test_tall_and_wide_characters_stay_inside_their_card(qtbot: QtBot) -> None:
    view = shown(qtbot, [(SENTENCE, "🚢 words 🚢 " * 12, " "), (SENTENCE, "Next.", "")])
    layout = view.lines(0)
    last = layout.lineAt(layout.lineCount() - 1)
    assert layout.position().y() + last.rect().bottom() <= view.extents().bottoms[0]
    assert view.extents().bottoms[0] < view.extents().tops[1]


def test_long_articles_are_written_in_slices_and_wholly(qtbot: QtBot) -> None:
    count = AT_ONCE + 600
    view = ArticleView(Facing.LEFT, light())
    qtbot.addWidget(view)
    view.resize(380, 500)
    view.set_article(*article([(SENTENCE, f"Sentence number {n}.", " ") for n in range(count)]))
    view.show()
    assert view.document().blockCount() == AT_ONCE
    view.set_anchor(Anchor(count - 100, 0.0, 0.0))
    qtbot.waitUntil(lambda: view.document().blockCount() == count)
    extents = view.extents()
    assert len(extents.tops) == len(extents.bottoms) == count
    assert list(extents.tops) == sorted(extents.tops)
    assert all(top < bottom for top, bottom in zip(extents.tops, extents.bottoms, strict=True))
    qtbot.waitUntil(lambda: view.visible().start in (count - 101, count - 100))


def test_no_line_gets_too_long_to_read(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pane = SourcePane(Facing.RIGHT, light(), window)
    pane.resize(1600, 500)
    pane.view.set_article(*article([(SENTENCE, "words and " * 60, "")]))
    window.resize(1600, 500)
    window.show()
    qtbot.waitExposed(window)
    layout = pane.view.lines(0)
    assert 50 <= layout.lineAt(0).textLength() <= 95
    assert pane.view.geometry().right() == pane.width() - 1


def test_a_long_title_is_cut_and_told_whole_as_plain_words(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.setText("<i>A title</i> that is much too long for its place")
    assert "&lt;i&gt;A title" in label.toolTip()
    label.resize(900, 20)
    label.grab()
    assert label.toolTip() == ""


@pytest.mark.parametrize("facing", [Facing.LEFT, Facing.RIGHT, Facing.BOTH])
@pytest.mark.parametrize("x", [0.0, 5.3, 30.25])
@pytest.mark.parametrize("top", [-40.0, 7.2, 12.5])
@pytest.mark.usefixtures("qapp")
def test_a_card_is_filled_wherever_it_lies(facing: Facing, x: float, top: float) -> None:
    picture = QImage(400, 120, QImage.Format.Format_RGB32)
    picture.fill(light().page)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look = CardLook(number=1, state=MatchState.CONFIRMED)
    paint_card(painter, QRectF(x, top, 300, 90), facing, light(), look)
    painter.end()
    assert picture.pixelColor(150, 25) == light().state(MatchState.CONFIRMED).fill
    assert picture.pixelColor(380, 25) == light().page
