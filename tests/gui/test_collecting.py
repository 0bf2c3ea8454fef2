"""What is no longer needed goes, and memory that became free back to the system, while the window is open."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QObject

from reconciler.gui.collecting import REST_BEATS, Collector
from reconciler.gui.main_window import MainWindow

STATUS = Path("/proc/self/statm")
PIECES, PIECE = 60_000, 1000


class Knot:
    """Holds on to itself, as a dialog does to a function of its own that a button calls."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp: QObject) -> Iterator[Collector]:
    """A collector that has begun; what it sets aside is there again for the other tests."""
    made = Collector(qapp)
    made.spare()
    yield made
    gc.unfreeze()
    made.deleteLater()


def held() -> int:
    """Return the bytes of memory that the process holds."""
    return int(STATUS.read_text().split()[1]) * 4096


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems take it back by themselves")
def test_what_is_free_between_what_stays_goes_back_to_the_system(qapp: QObject) -> None:
    collector = Collector(qapp)
    pieces = [bytearray(PIECE) for _ in range(PIECES)]
    stays = pieces[::50]
    pieces.clear()
    before = held()
    collector.give_back()
    assert before - held() > PIECES * PIECE // 3
    assert len(stays) == PIECES // 50


def test_what_is_closed_goes_as_soon_as_the_window_rests(collector: Collector) -> None:
    knot = Knot()
    gc.collect(1)  # it has been there for long
    gone = ref(knot)
    del knot
    for _ in range(REST_BEATS):
        collector.beat()
    assert gone() is None


def test_what_much_work_leaves_behind_goes_at_once(collector: Collector) -> None:
    knot = Knot()
    gc.collect(1)
    gone = ref(knot)
    del knot
    made = [[each] for each in range(100_000)]
    collector.beat()
    assert gone() is None
    assert made


def test_a_case_that_is_opened_is_not_walked_over(collector: Collector, window: MainWindow) -> None:
    collector.look_after(window)
    case = [[each] for each in range(50_000)]
    window.session.opened.emit()
    assert len(gc.get_objects()) < len(case)


@pytest.mark.parametrize(("most_walked", "goes"), [(sys.maxsize, True), (0, False)])
def test_what_was_set_aside_goes_when_much_was_made_since_unless_a_walk_over_it_is_long(
    qapp: QObject, most_walked: int, *, goes: bool
) -> None:
    collector, knot = Collector(qapp, most_walked), Knot()
    gone = ref(knot)
    collector.spare()
    del knot
    for _ in range(REST_BEATS):
        collector.beat()
    assert gone() is not None, "what is loaded to stay is not walked over at each rest"
    made = [[each] for each in range(gc.get_freeze_count())]
    for _ in range(REST_BEATS + 1):
        collector.beat()
    gc.unfreeze()
    assert (gone() is None) is goes
    assert made
