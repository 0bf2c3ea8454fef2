"""The worker: values in, values out, and an end that nobody waits for."""

from threading import Event

from pytestqt.qtbot import QtBot

from reconciler.gui.background import Background, Task


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
