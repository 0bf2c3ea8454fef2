"""Work off the GUI thread: the only file that knows threads.

One worker takes jobs in their order; language pipelines belong to it. What nobody waits for stands still
while keys are pressed, as both threads share one Python. Values go in, values come out: no widget, no
case and no database connection crosses over. Results arrive on the GUI thread; those of a cancelled job
are dropped, and one that has not begun leaves the queue at once. Garbage is collected on the GUI thread
only (`collecting`).
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reconciler.errors import Cancelled

T = TypeVar("T")
PATIENCE = 2.0
GIVE_WAY_MS = 250
"""So long after a key patient work stands still, and at most so long each time it asks whether to stop."""
log = logging.getLogger(__name__)


class Task:
    """What work is given: a way to say how far it is and to ask whether it should stop."""

    def __init__(self, tell: Callable[[float], None], room: Event | None = None) -> None:
        self._tell = tell
        self._room = room
        self._stop = Event()

    def progress(self, share: float) -> None:
        """Say how much is done, from 0 to 1."""
        self._tell(share)

    def cancelled(self) -> bool:
        """Whether the work should stop, by raising `Cancelled`; patient work waits while keys are pressed.

        For the worker: the GUI thread asks `is_cancelled`, and never waits.
        """
        if self._room is not None and not self._stop.is_set():
            self._room.wait(GIVE_WAY_MS / 1000)
        return self._stop.is_set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; what it still answers is dropped."""
        self._stop.set()


class Job(Generic[T]):
    """One piece of work under way, with what becomes of its result."""

    def __init__(
        self, name: str, task: Task, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        self.name = name
        self.task = task
        self.done = done
        self.failed = failed
        self.place: Future[None] | None = None

    def cancel(self) -> None:
        """Stop it; neither `done` nor `failed` will be called."""
        self.task.cancel()
        if self.place is not None:
            self.place.cancel()


class Background(QObject):
    """The worker thread and the jobs that wait for it."""

    busy_changed = Signal()
    idle = Signal()
    progressed = Signal(object, float)
    _finished = Signal(object, object, object)
    _told = Signal(object, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reconciler-worker")
        self._jobs: list[Job[Any]] = []
        self._submitted: list[Future[None]] = []
        self.has_ended = False
        self._room = Event()
        self._room.set()
        self._given_way = QTimer(self, interval=GIVE_WAY_MS, singleShot=True)
        self._given_way.timeout.connect(self._room.set)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def jobs(self) -> tuple[Job[Any], ...]:
        """The jobs that are under way or wait, the oldest first."""
        return tuple(self._jobs)

    def run(
        self,
        name: str,
        work: Callable[[Task], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        patient: bool = False,
    ) -> Job[T]:
        """Do `work` on the worker, then call `done` or `failed` on the GUI thread.

        `patient` work gives way to keys: for what the analyst did not ask for, one piece at a time, as
        all other work would pile up behind it.
        """
        room = self._room if patient else None
        job: Job[T] = Job(name, Task(lambda share: self._told.emit(job, share), room), done, failed)
        self._jobs.append(job)
        job.place = self._pool.submit(self._work, job, work)
        job.place.add_done_callback(lambda place: self._leave_queue(job, place))
        self._submitted = [*(one for one in self._submitted if not one.done()), job.place]
        self.busy_changed.emit()
        return job

    def _leave_queue(self, job: Job[T], place: "Future[None]") -> None:
        if place.cancelled():
            self._finished.emit(job, None, None)

    def _work(self, job: Job[T], work: Callable[[Task], T]) -> None:
        result: T | None = None
        error: Exception | None = None
        try:
            if not job.task.cancelled():
                result = work(job.task)
        except Exception as caught:  # whatever it is belongs to the GUI thread
            error = caught
        self._finished.emit(job, result, error)

    def _pass_on(self, job: Job[Any], share: float) -> None:
        if job in self._jobs and not job.task.is_cancelled:
            self.progressed.emit(job, share)

    def _deliver(self, job: Job[Any], result: object, error: Exception | None) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        try:
            if job.task.is_cancelled or isinstance(error, Cancelled):
                return
            if error is not None:
                job.failed(error)
            else:
                job.done(result)
        finally:
            self.busy_changed.emit()
            if not self._jobs:
                self.idle.emit()

    def give_way(self) -> None:
        """Leave the next moment to the keys: patient work stands still where it asks whether to stop."""
        if self._jobs:
            self._room.clear()
            self._given_way.start()

    def cancel_all(self) -> None:
        """Stop everything that is under way or waits."""
        for job in self._jobs:
            job.cancel()

    def stop(self, patience: float = PATIENCE) -> bool:
        """Stop everything; answers whether the worker ended within `patience` seconds.

        Work that goes on all the same holds nothing but values, so the process may end under it.
        """
        self.cancel_all()
        self._room.set()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._jobs.clear()
        running = [work for work in self._submitted if work.running()]
        self.has_ended = not wait(running, patience).not_done
        if self.has_ended:
            self._pool.shutdown(wait=True)
        return self.has_ended
