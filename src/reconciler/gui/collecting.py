"""Garbage is collected on the GUI thread only, and never what was loaded to stay.

Python collects on whichever thread happens to make the next object. On the worker that may delete a
Qt object while the GUI thread is in Qt: the two then wait for each other for ever. So collection is
switched off and done by a timer here, a little at a time.
"""

import gc

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
