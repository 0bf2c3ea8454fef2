"""PySide6 6.12.0 lost a reference to None with each void call, until CPython 3.11 died of it.

This is why PySide6 is pinned; a newer release may be taken once this passes with it on 3.11.
From Python 3.12 on None is immortal, its count never moves, and the probe passes whatever Qt does.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QTextCursor, QTextDocument

CALLS = 5000
NOISE = 200  # whatever else takes or drops a None meanwhile


def insert_text() -> None:
    cursor = QTextCursor(QTextDocument())
    for _ in range(CALLS):
        cursor.insertText("a")


def fill_path() -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    path = QPainterPath()
    path.addRect(QRectF(0, 0, 2, 2))
    painter = QPainter(image)
    for _ in range(CALLS):
        painter.fillPath(path, Qt.GlobalColor.black)
    painter.end()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("void_calls", [insert_text, fill_path])
def test_void_calls_keep_every_reference_to_none(void_calls: Callable[[], None]) -> None:
    void_calls()
    before = sys.getrefcount(None)
    void_calls()
    assert abs(sys.getrefcount(None) - before) < NOISE
