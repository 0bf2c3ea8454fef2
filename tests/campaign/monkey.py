"""Random acts in a real window: what must not be is an exception, a Qt warning, or anything left behind.

Actions are triggered as chance has it and dialogs closed again; sources come, go and get later texts,
colours and languages change, the window gets other sizes. What must be at the end: every view says what
the same view of another window says that opens the file afresh, no job, thread or timer is left, and the
memory has not grown by more than 50 MB since the first of eight "hours".

    python tests/campaign/monkey.py --acts 20000 --seed 1

What chance has in store for an act follows from the seed and the act's number alone, so that
``--seed`` and ``--acts`` of a line that tells of a fault play the same acts again.
"""

import argparse
import gc
import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QThread, QThreadPool, QTimer, QtMsgType, qInstallMessageHandler
from shiboken6 import isValid

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.campaign.cases import article, draft, rich_case
from tests.campaign.shown import close_dialogs, differing, say, settle, turn, wait

from reconciler.case import Case, check
from reconciler.case.intake import compare_versions
from reconciler.gui.actions import ACTIONS
from reconciler.gui.app import make_application, make_window
from reconciler.gui.collecting import Collector
from reconciler.gui.main_window import SAY_MS, MainWindow
from reconciler.model import SourceId
from reconciler.settings import Places, PreferencesFile, ThemeChoice

LEFT_OUT = frozenset(
    {
        *("quit", "close_case", "delete_case", "new_case", "open_case", "save_case_as", "rename_case"),
        *("show_in_folder", "add_source", "update_source", "export_original", "report_bug"),
        *("full_screen", "claim_label", "claim_note", "tour"),
    }
)
"""Actions that leave the case, ask the system for a file, or leave the window."""
HOURS = 8
MOST_GROWTH = 50 << 20
LONG = 4000
"""Acts from which on growth tells something: what is loaded on first use is loaded by then."""
REST_S = 4.0
MOST_SOURCES = 5
MOST_JOBS = 8
"""So many jobs may wait for the worker: random acts come faster than those of any hand."""
HARMLESS = ("propagateSizeHints", "plugin does not support raise", "grabbing the keyboard")


@dataclass(frozen=True, slots=True)
class Player:
    """The window that is played with, and what was found wrong so far."""

    window: MainWindow
    seed: int
    faults: list[str]

    def play(self, acts: int) -> None:
        """Do so many random acts, and ask at the end whether the memory grew."""
        after_an_hour = 0
        start = time.monotonic()
        for number in range(acts):
            before = len(self.faults)
            name = self.act(random.Random(f"{self.seed}/{number}"))  # noqa: S311
            self.faults[before:] = [f"act {number} ({name}): {each}" for each in self.faults[before:]]
            if number == acts // HOURS:
                after_an_hour = at_rest(self.window)
            if acts >= LONG and number % (acts // HOURS) == 0:
                took = time.monotonic() - start
                print(f"act {number}: {memory() >> 20} MB, {threads()} threads, {took:.0f} s", flush=True)
        grown = at_rest(self.window) - after_an_hour
        if acts >= LONG:
            print(f"memory grew by {grown / (1 << 20):.1f} MB after the first eighth")
        if acts >= LONG and grown > MOST_GROWTH:
            self.faults.append(f"memory grew by {grown >> 20} MB")

    def act(self, chance: random.Random) -> str:
        """Do one random act; returns what it was."""
        names = [spec.id for spec in ACTIONS if spec.id not in LEFT_OUT]
        name = chance.choice(names)
        if chance.random() < 0.15:
            acts = (
                *(self._add_or_remove, self._bring_up_to_date, self._go_somewhere),
                *(self._look_different, self._filter, self._resize),
            )
            act = chance.choices(acts, (3, 1, 14, 1, 2, 1))[0]
            name = act.__name__.strip("_")
            act(chance)
        elif self.window.actions_by_id[name].isEnabled():
            self.window.actions_by_id[name].trigger()
        turn()
        close_dialogs(self.window)
        turn()
        wait(lambda: len(self.window.background.jobs) <= MOST_JOBS)
        return name

    def _source(self, chance: random.Random) -> SourceId | None:
        case = self.window.session.case
        return None if case is None or not case.sources else chance.choice(case.sources).id

    def _add_or_remove(self, chance: random.Random) -> None:
        case, source = self.window.session.case, self._source(chance)
        if case is None:
            return
        if (
            source is None
            or len(case.sources) < 2
            or (len(case.sources) < MOST_SOURCES and chance.random() < 0.5)
        ):
            name = f"More {chance.randrange(10**9)}"
            self.window.opening.add_drafts([draft(name, article(name, chance.randint(1, 30)))])
        else:
            self.window.session.remove_source(source)

    def _bring_up_to_date(self, chance: random.Random) -> None:
        """Give a source a later text: some of its statements are gone, some are new."""
        case, source = self.window.session.case, self._source(chance)
        if case is None or source is None:
            return
        lines = [each.text for each in case.statements(source)]
        kept = [line for line in lines if chance.random() < 0.9]
        later = draft("Later", (*kept, f"It was said later that {chance.randrange(10**9)} came."))
        comparison = compare_versions(case.statements(source), later)
        if self.window.session.perform(lambda case: case.update_source(source, later, comparison)):
            self.window.lining_up.align_again()

    def _go_somewhere(self, chance: random.Random) -> None:
        case, source = self.window.session.case, self._source(chance)
        if case is not None and case.matches and source is not None:
            self.window.session.set_current(chance.choice(list(case.matches)))
            if case.statements(source):
                self.window.session.select_statement(chance.choice(case.statements(source)).id)

    def _look_different(self, chance: random.Random) -> None:
        """Choose other colours or another language."""
        now = self.window.preferring.current()
        theme, language = chance.choice(list(ThemeChoice)), chance.choice(("en", "fr"))
        wanted = replace(now, theme=theme) if chance.random() < 0.5 else replace(now, language=language)
        self.window.preferring.take(wanted)

    def _filter(self, chance: random.Random) -> None:
        word = chance.choice(("", "people", "dyke 3", "nothing such"))
        chance.choice((self.window.queue.filters.set_text, self.window.tool_bar.find_field.setText))(word)

    def _resize(self, chance: random.Random) -> None:
        self.window.resize(chance.randint(700, 1800), chance.randint(400, 1200))


def memory() -> int:
    """Return the bytes of memory that the process holds, where the system tells."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * 4096 if status.exists() else 0


def at_rest(window: MainWindow) -> int:
    """Return the bytes of memory that are held when the window has had nothing to do for a moment."""
    settle(window)
    quiet = time.monotonic() + REST_S
    while time.monotonic() < quiet:
        turn()
    return memory()


def threads() -> int:
    """Return how many threads the process has, those of libraries as well, where the system tells."""
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.exists() else threading.active_count()


def running() -> Counter[str]:
    """Return the timers of ours that run on when nothing is to be done, by what they belong to."""
    quiet = time.monotonic() + (SAY_MS + 1000) / 1000  # what is said in passing goes by itself
    while time.monotonic() < quiet:
        turn()
    gc.unfreeze()  # what was set aside as long-lived is looked at as well
    timers = [each for each in gc.get_objects() if isinstance(each, QTimer) and isValid(each)]
    return Counter(type(each.parent()).__name__ for each in timers if each.isActive())


def threads_of_ours() -> list[str]:
    """Return the threads that are still there when the window is closed."""
    left = [each.name for each in threading.enumerate() if each is not threading.main_thread()]
    left += [each.objectName() or "QThread" for each in _all(QThread) if each.isRunning()]
    if QThreadPool.globalInstance().activeThreadCount():
        left.append("a thread of Qt's pool")
    return left


def _all(kind: type[QThread]) -> list[QThread]:
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, kind) and isValid(each) and each is not QThread.currentThread()
    ]


def compare(window: MainWindow) -> list[str]:
    """Return where the window's case and a fresh reading of the file differ."""
    shown = window.session.case
    assert shown is not None
    with Case.open(shown.path, read_only=True) as read:
        wrong = [str(each) for each in check(shown.path)]
        if list(read.matches) != list(shown.matches):
            wrong.append("the matches are not those of the file")
        wrong += [
            f"match {match} is shown otherwise"
            for match in read.matches
            if read.standing(match) != window.session.standing(match)
        ]
        if read.entries() != shown.entries() or read.sources != shown.sources:
            wrong.append("history or sources are not those of the file")
    return wrong


def end(window: MainWindow) -> None:
    """Close a window for good."""
    window.session.drop_waiting()
    window.close()
    window.deleteLater()
    turn()


def monkey(open_window: Callable[[], MainWindow], acts: int, seed: int) -> list[str]:
    """Play with a window on a case, and return what must not be."""
    faults: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(each in text for each in HARMLESS):
            faults.append(f"Qt: {text}")

    def catch(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        way = " < ".join(f"{Path(each.filename).name}:{each.lineno}" for each in reversed(extract_tb(trace)))
        faults.append(f"{kind.__name__}: {error} at {way}")

    former_hook, sys.excepthook = sys.excepthook, catch
    former = qInstallMessageHandler(hear)
    try:
        window = open_window()
        window.opening.failed.connect(lambda error: faults.append(repr(error)))
        window.fault.connect(lambda error: faults.append(repr(error)))
        Player(window, seed, faults).play(acts)
        faults += compare(window)
        ours, ticking = say(window), running()
        end(window)
        fresh = open_window()
        faults += differing(ours, say(fresh))
        faults += [f"a timer of {owner} runs on" for owner in ticking - running()]
        end(fresh)
        faults += [f"{thread} is left" for thread in threads_of_ours()]
        return faults
    finally:
        qInstallMessageHandler(former)
        sys.excepthook = former_hook


def main() -> int:
    """Run by command, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--acts", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reconciler-monkey-") as name:
        folder = Path(name)
        os.environ["RECONCILER_HOME"] = str(folder / "home")
        if not os.environ.get("DISPLAY"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        collector = Collector(make_application(["reconciler"]))  # as the program does
        path = rich_case(folder / "rich.reconciler")

        def open_window() -> MainWindow:
            window = make_window(Places(folder, folder), PreferencesFile.load(folder / "preferences.json"))
            collector.look_after(window)
            window.show()
            window.begin([path])
            wait(lambda: window.session.case is not None)
            settle(window)
            return window

        faults = monkey(open_window, given.acts, given.seed)
    for each in faults:
        print(f"FAULT seed {given.seed} {each}")
    print(f"{given.acts} acts, seed {given.seed}, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
