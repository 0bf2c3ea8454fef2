"""Memory that became free goes back to the system, while the window is open."""

import gc
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from reconciler.gui.collecting import Collector

STATUS = Path("/proc/self/statm")
PIECES, PIECE = 60_000, 1000


def held() -> int:
    """Return the bytes of memory that the process holds."""
    return int(STATUS.read_text().split()[1]) * 4096


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems take it back by themselves")
def test_what_is_free_between_what_stays_goes_back_to_the_system(qapp: QObject) -> None:
    collector = Collector(qapp)
    gc.enable()  # for the other tests
    pieces = [bytearray(PIECE) for _ in range(PIECES)]
    stays = pieces[::50]
    pieces.clear()
    before = held()
    collector.give_back()
    assert before - held() > PIECES * PIECE // 3
    assert len(stays) == PIECES // 50
