"""Garbage is collected on the GUI thread only, in short walks, and never what was loaded to stay.

Python collects on whichever thread happens to make the next object. On the worker that may delete a
Qt object while the GUI thread is in Qt: the two then wait for each other for ever. So collection is
switched off and done by a timer here, a little at a time. When the window comes to rest, whatever became
garbage meanwhile is collected, and what stays is set aside before walking over it would be felt.

What becomes free lies between what stays, and the C library of Linux keeps it for good: a window that
is open for days would hold what its largest moment took. So now and then it is given back.
"""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow

BEAT_MS = 1000
REST_BEATS = 2
"""So many beats in a row in which next to nothing was made are a rest: nobody waits for the window."""
SHARE = 8
"""Where what was made since is more than such a part of what is set aside, it is set aside as well."""

MOST_WALKED = 400_000
"""So many objects that were set aside are walked over again at most, in .15 s of a rest: no large case."""


class Collector(QObject):
    """Takes garbage collection over for as long as the window lives.

    Until `spare` is called nothing is collected: loading makes millions of objects that stay, and
    walking them over and over takes a fifth of the start.
    """

    def __init__(self, parent: QObject | None = None, most_walked: int = MOST_WALKED) -> None:
        super().__init__(parent)
        self._most_walked = most_walked
        gc.disable()
        self._quiet = self._made = 0
        self._give_back: Callable[[int], object] | None = None
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self.beat)

    def look_after(self, window: "MainWindow") -> None:
        """Begin once a window has loaded what it starts with, and leave out what is opened in it."""
        window.background.idle.connect(self.spare)
        window.session.opened.connect(self.set_aside)

    def spare(self) -> None:
        """Leave out what is loaded now, once, and begin: a full walk over it would take 60 ms."""
        if not self._timer.isActive():
            gc.freeze()
            self._timer.start()

    def set_aside(self) -> None:
        """Leave out what was made until now, too: walking over a large case takes half a second."""
        if self._timer.isActive():
            gc.freeze()

    def beat(self) -> None:
        """Collect as much as is due by what was made; all of it when the window comes to rest."""
        young, (most, *_) = gc.get_count()[0], gc.get_threshold()
        if young > most:
            self._quiet = 0
            generation = self._due(young)
            gc.collect(generation)
            if generation:
                self.give_back()
            return
        self._quiet += 1
        if self._quiet == 1:
            gc.collect(1)
            self.give_back()
        elif self._quiet == REST_BEATS:
            self._collect_all()
            self.give_back()

    def _due(self, young: int) -> int:
        """Return the oldest generation that Python would have collected while so much was made.

        Not by the beats: in one of them a case may be lined up anew, and its garbage would lie about for
        two minutes.
        """
        most, walks, long_walks = gc.get_threshold()
        before, self._made = self._made, self._made + young
        if self._made > most * walks * long_walks:
            self._made = 0
            return 2
        return int(self._made // (most * walks) > before // (most * walks))

    def _collect_all(self) -> None:
        """Collect what became garbage; what is set aside is looked at, too, where much was made since.

        So many that it would be felt are not.
        """
        self._made = 0
        kept = gc.get_freeze_count()
        much = kept <= self._most_walked and len(gc.get_objects()) > kept // SHARE
        if much:
            gc.unfreeze()
        gc.collect()
        if much:
            gc.freeze()

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
