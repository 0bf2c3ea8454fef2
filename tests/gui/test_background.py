"""The worker: values in, values out, and an end that nobody waits for."""

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reconciler.gui.background import Background, Task
from reconciler.gui.main_window import MainWindow
from reconciler.gui.review.queue_list import QueueList


def test_work_that_does_not_stop_holds_nobody_up(qtbot: QtBot) -> None:
    background, begun, let_go = Background(), Event(), Event()
    told: list[object] = []

    def work(_task: Task) -> str:
        begun.set()
        let_go.wait(30)
        return "late"

    background.run("long", work, told.append, told.append)
    background.run("never begun", lambda _task: "unused", told.append, told.append)
    assert begun.wait(10)
    assert not background.stop(patience=0.05)
    assert not background.has_ended
    assert background.jobs == ()
    let_go.set()
    assert background.stop()
    qtbot.wait(20)
    assert told == []


def test_results_and_failures_arrive_in_their_order(qtbot: QtBot) -> None:
    background = Background()
    told: list[object] = []

    def fail(_task: Task) -> None:
        raise ValueError("no")

    background.run("one", lambda _task: 1, told.append, told.append)
    background.run("two", fail, told.append, told.append)
    background.run("three", lambda _task: 3, told.append, told.append)
    qtbot.waitUntil(lambda: not background.jobs)
    assert told[0] == 1
    assert isinstance(told[1], ValueError)
    assert told[2] == 3
    assert background.stop()


def test_what_is_cancelled_before_it_began_leaves_the_queue_at_once(qtbot: QtBot) -> None:
    background, begun, let_go = Background(), Event(), Event()
    told: list[object] = []

    def work(_task: Task) -> str:
        begun.set()
        let_go.wait(30)
        return "long"

    first = background.run("long", work, told.append, told.append)
    second = background.run("not wanted", lambda _task: "unused", told.append, told.append)
    assert begun.wait(10)
    second.cancel()
    second.cancel()
    qtbot.waitUntil(lambda: background.jobs == (first,))
    let_go.set()
    qtbot.waitUntil(lambda: not background.jobs)
    assert told == ["long"]
    assert background.stop()


@pytest.mark.parametrize("action", ["preferences", "about"])
def test_a_dialog_that_is_closed_leaves_nothing_to_do_behind(
    window: MainWindow, qtbot: QtBot, action: str
) -> None:
    let_go = Event()
    busy = window.background.run("long", lambda _task: let_go.wait(30), print, print)
    window.actions_by_id[action].trigger()
    dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
    assert len(window.background.jobs) == 2
    dialog.reject()
    qtbot.waitUntil(lambda: window.background.jobs == (busy,))
    let_go.set()
    qtbot.waitUntil(lambda: not window.background.jobs)


def test_patient_work_stands_still_while_keys_are_pressed_and_goes_on_after_them(qtbot: QtBot) -> None:
    background = Background()
    steps: list[int] = []

    def work(task: Task) -> None:
        while not task.cancelled():
            steps.append(len(steps))

    def fail(error: Exception) -> None:
        raise error

    background.run("long", work, lambda _nothing: None, fail, patient=True)
    qtbot.waitUntil(lambda: bool(steps))
    for _ in range(3):
        background.give_way()
        begun = len(steps)
        qtbot.wait(20)
        assert len(steps) <= begun + 1
    at_last = len(steps)
    qtbot.waitUntil(lambda: len(steps) > at_last + 100)
    background.give_way()
    assert background.stop(), "work that stands still is stopped all the same"


def test_work_that_was_asked_for_goes_on_while_keys_are_pressed(qtbot: QtBot) -> None:
    background, begun = Background(), Event()
    steps: list[int] = []

    def work(task: Task) -> None:
        begun.wait(10)
        while len(steps) < 1000 and not task.cancelled():
            steps.append(len(steps))

    def press() -> bool:
        background.give_way()
        return not background.jobs

    def fail(error: Exception) -> None:
        raise error

    background.run("asked for", work, lambda _nothing: None, fail)
    background.give_way()
    begun.set()
    qtbot.waitUntil(press)
    assert len(steps) == 1000
    assert background.stop()


def test_the_window_never_waits_for_the_keys_that_the_worker_gives_way_to(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What arrived while keys were pressed was asked whether it is wanted, and that waited 250 ms."""
    background, told = Background(), Event()
    arrived: list[object] = []
    waiting: list[str] = []
    wait = Event.wait

    def watched(event: Event, timeout: float | None = None) -> bool:
        waiting.append(current_thread().name)
        return wait(event, timeout)

    def work(task: Task) -> str:
        task.progress(0.5)
        told.set()
        return "done"

    background.progressed.connect(lambda _job, share: arrived.append(share))
    background.run("short", work, arrived.append, arrived.append, patient=True)
    assert told.wait(10)
    background.give_way()
    monkeypatch.setattr(Event, "wait", watched)
    qtbot.waitUntil(lambda: not background.jobs)
    assert arrived == [0.5, "done"]
    assert main_thread().name not in waiting
    assert background.stop()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        del watched
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_nothing_is_painted_before_all_have_heard_that_work_begins(window: MainWindow, qtbot: QtBot) -> None:
    listed = window.queue.findChild(QueueList)
    assert listed is not None
    paints = Paints(listed.viewport())
    go_on = Event()

    def begin() -> None:
        listed.viewport().update()
        window.background.run("Work…", lambda _task: go_on.wait(10), lambda _none: None, window.fault.emit)

    begin()
    assert paints.count == 0
    qtbot.waitUntil(lambda: paints.count > 0)
    shown = [each.text() for each in window.status.findChildren(QLabel) if each.isVisible()]
    assert "Work…" in shown
    go_on.set()
    qtbot.waitUntil(lambda: not window.background.jobs)
    qtbot.waitUntil(
        lambda: (
            "Work…" not in [each.text() for each in window.status.findChildren(QLabel) if each.isVisible()]
        )
    )
