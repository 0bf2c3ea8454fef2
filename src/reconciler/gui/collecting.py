"""Garbage is collected on the GUI thread only, and never what was loaded to stay.

Python collects on whichever thread happens to make the next object. On the worker that may delete a
Qt object while the GUI thread is in Qt: the two then wait for each other for ever. So collection is
switched off and done by a timer here, a little at a time.

What becomes free lies between what stays, and the C library of Linux keeps it for good: a window that
is open for days would hold what its largest moment took. So now and then it is given back.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

BEAT_MS = 1000


class Collector(QObject):
    """Takes garbage collection over for as long as the window lives.

    Until `spare` is called nothing is collected: loading makes millions of objects that stay, and
    walking them over and over takes a fifth of the start.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._spared = False
        self._is_busy = False
        self._give_back: Callable[[int], object] | None = None
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._collect)

    def spare(self) -> None:
        """Leave out what is loaded now, once, and begin: a full walk over it would take 60 ms."""
        if not self._spared:
            self._spared = True
            gc.freeze()
            self._timer.start()

    def _collect(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        due = [
            generation
            for generation, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > limit
        ]
        if due:
            gc.collect(due[-1])
        rests, self._is_busy = self._is_busy and not due, bool(due)
        if rests or (due and due[-1] > 0):
            self.give_back()

    def give_back(self) -> None:
        """Give free memory back to the system, where the C library keeps it; takes some milliseconds."""
        if self._give_back is None:
            self._give_back = _giver()
        self._give_back(0)


def _giver() -> Callable[[int], object]:
    """Return what gives free memory back; it does nothing where the C library sees to that by itself."""
    import ctypes  # not needed before the window is up

    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # macOS, Windows, other C libraries
        return lambda _kept: None
    trim.argtypes = [ctypes.c_size_t]
    found: Callable[[int], object] = trim
    return found
