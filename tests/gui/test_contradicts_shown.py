"""What the analyst holds to contradict is told by a mark and a word wherever its match is shown."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from tests.gui.driving import caught_up

from reconciler.gui import messages
from reconciler.gui.inspector.state_label import StateLabel
from reconciler.gui.main_window import MainWindow
from reconciler.gui.marks import Mark
from reconciler.gui.panes.ribbon_label import RibbonLabel
from reconciler.gui.review.arrangement import Filter
from reconciler.gui.review.queue_list import QueueList
from reconciler.gui.review.queue_model import queue_row
from reconciler.gui.theme import light
from reconciler.model import Relation, SignalKind, shown_confidence


def in_alarm(widget: QWidget) -> bool:
    """Say whether something is painted in the colour that is kept for contradictions."""
    image = widget.grab().toImage()
    alarm = light().alarm.rgb()
    return any(image.pixel(x, y) == alarm for y in range(image.height()) for x in range(image.width()))


def test_queue_ribbon_and_inspector_say_that_a_match_contradicts(window: MainWindow) -> None:
    match = window.session.current
    assert match is not None
    window.session.relate(Relation.AGREES)
    label = caught_up(window.inspector).findChildren(StateLabel)[0]
    assert "contradicts" not in queue_row(window.session, match).in_words
    assert label.accessibleName() == "confirmed"
    assert "contradicts" not in window.panes.bands()[0].describe(match)
    narrow = label.sizeHint().width()
    every = window.queue.findChild(QPushButton, f"filter_{Filter.ALL}")
    assert every is not None
    every.click()
    window.session.set_current(match)
    rows = window.queue.findChildren(QueueList)[0]
    assert not in_alarm(rows)

    window.session.relate(Relation.CONTRADICTS)
    assert ", confirmed, contradicts," in queue_row(window.session, match).in_words
    caught_up(window.inspector)
    assert label.accessibleName() == "confirmed · contradicts"
    assert label.sizeHint().width() > narrow
    assert in_alarm(rows)
    assert in_alarm(window.panes.bands()[0])
    assert " · confirmed · contradicts" in window.panes.bands()[0].describe(match)


@pytest.mark.parametrize(("confidence", "shown"), [(0.9996, 99), (1.0, 99), (0.0, 1), (0.004, 1), (0.42, 42)])
def test_no_proposal_is_called_certain(confidence: float, shown: int) -> None:
    assert round(shown_confidence(confidence) * 100) == shown
    assert messages.likelihood(confidence) == f"{shown} % likely"


def test_the_label_on_a_ribbon_is_whole_in_the_narrowest_gutter_and_keeps_its_mark(
    qapp: QApplication,
) -> None:
    del qapp
    label = RibbonLabel("contradicts", Mark.CONTRADICTS, (SignalKind.FIGURE,), light().alarm)
    for width in (40, 56, 90, 160):
        image = QImage(width, 40, QImage.Format.Format_RGB32)
        image.fill(light().ground)
        with QPainter(image) as painter:
            label.paint(painter, QRect(0, 0, width, 40), 20, light())
        rim = {image.pixel(x, y) for x in (0, width - 1) for y in range(40)}
        assert rim == {QColor(light().ground).rgb()}, width
        inks = {image.pixel(x, y) for x in range(width) for y in range(40)}
        assert light().alarm.rgb() in inks, width
