"""How fast the window is: ratios to something measured in the same run, on the same machine.

    python tests/benchmarks/speed.py [--runs N]

Prints a table. Start-up is measured in fresh processes, from the start of the process; everything
else in this one. Needs a display, or QT_QPA_PLATFORM=offscreen.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
TURNS_BEHIND = 3
"""In so many turns after a repaint the inspector is filled, laid out and painted."""

EMPTY_WINDOW = """
import time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextBrowser
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(time.monotonic(), flush=True)
            app.quit()
        return False
app = QApplication([])
window, views = QMainWindow(), QSplitter()
for _ in range(2):
    views.addWidget(QTextBrowser())
window.setCentralWidget(views)
window.resize(1280, 800)
watch = Watch()
views.widget(0).viewport().installEventFilter(watch)
window.show()
app.exec()
"""

IMPORTS = """
import time
import spacy, PySide6.QtWidgets
print(time.monotonic(), flush=True)
"""

OUR_WINDOW = """
import gc, sys, time
gc.disable()  # as the command line does before it opens the window
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from reconciler.gui.app import start
beating = sys.argv[1] == "beating"
app, window = start([Path(name) for name in sys.argv[2:]])
first = []
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not first:
            first.append(time.monotonic())
        return False
watch = Watch()
window.columns.installEventFilter(watch)
beats = [time.monotonic()]
stalls = []
def beat():
    now = time.monotonic()
    stalls.append(now - beats[0])
    beats[0] = now
timer = QTimer(interval=1)
timer.timeout.connect(beat)
def look():
    if window.session.case is not None and window.session.case.matches and window.queue.visible_matches():
        window.grab()
        shown = time.monotonic()
        timer.stop()
        poll.stop()
        print(*([max(stalls[1:])] if beating else [first[0], shown]), flush=True)
        window.close()
        app.quit()
poll = QTimer(interval=20)
poll.timeout.connect(look)
poll.start()
if beating:  # a beat takes its share of the processor: start-up is timed without it
    timer.start()
    beats[0] = time.monotonic()
app.exec()
"""


def started(code: str, arguments: Sequence[str] = ()) -> list[float]:
    """Run code in a fresh process; return what it printed, moments as seconds since it was started."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "RECONCILER_HOME": home}
        # Python keeps compiled modules unless told not to; so does every installed program.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        start = time.monotonic()
        run = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    values = [float(word) for word in run.stdout.split()]
    return [value - start if value > start else value for value in values]


def median_of(runs: int, code: str, arguments: Sequence[str] = ()) -> list[float]:
    """Return the medians of what a process prints, over several runs after one that is not counted."""
    started(code, arguments)
    rows = [started(code, arguments) for _ in range(runs)]
    return [statistics.median(column) for column in zip(*rows, strict=True)]


def timed(work: Callable[[], object], runs: int) -> list[float]:
    """Return how long each of several runs took, in milliseconds."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def take_in_and_align(home: str, runs: int) -> list[float]:
    """Time reading, cutting and aligning the seeds, language loaded, the case file left out."""
    from reconciler.case import Case
    from reconciler.case.intake import align_sources, prepare
    from reconciler.language import Languages
    from reconciler.model import SourceDraft
    from reconciler.reading import read_file

    languages = Languages()

    def drafts() -> list[SourceDraft]:
        return [prepare(read_file(path), languages) for path in SEEDS]

    with Case.create(Path(home) / "speed.reconciler") as case:
        case.add_sources(drafts())
        sources = case.sources
        statements = [one for source in sources for one in case.statements(source.id)]

    def work() -> None:
        drafts()
        align_sources(sources, statements, languages)

    work()
    return timed(work, runs)


def keys_to_repaint(home: str) -> tuple[list[float], list[float]]:
    """Time each key that decides a match of the seeds, from press to repaint, commit included.

    The second list is until the inspector is filled too, which is done in the turns after the repaint.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from reconciler.gui.app import make_application, make_window
    from reconciler.settings import Places, PreferencesFile

    app = make_application(sys.argv[:1])
    places = Places(Path(home) / "cases", Path(home) / "config")
    window = make_window(places, PreferencesFile.load(places.preferences))
    window.show()
    window.activateWindow()
    window.begin(SEEDS)
    deadline = time.monotonic() + 60
    while not (window.session.case is not None and window.session.case.matches):
        app.processEvents()
        if time.monotonic() > deadline:
            raise SystemExit("the seeds were not aligned within a minute")
    QTest.qWaitForWindowActive(window)
    for _ in range(20):
        QTest.qWait(20)
    taken, whole = [], []
    keys = (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_U, Qt.Key.Key_2, Qt.Key.Key_K, Qt.Key.Key_J)
    for number in range(60):
        start = time.perf_counter()
        QTest.keyClick(window.focusWidget(), keys[number % len(keys)])
        app.sendPostedEvents()  # lays out and paints what the key changed; timers come after it
        taken.append((time.perf_counter() - start) * 1000)
        for _ in range(TURNS_BEHIND):
            app.processEvents()
        whole.append((time.perf_counter() - start) * 1000)
        QTest.qWait(30)
    window.close()
    return taken, whole


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of all lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    names = [str(path) for path in SEEDS]
    (empty,) = median_of(runs, EMPTY_WINDOW)
    (imports,) = median_of(runs, IMPORTS)
    paint, shown = median_of(runs, OUR_WINDOW, ["quietly", *names])
    (stall,) = median_of(runs, OUR_WINDOW, ["beating", *names])
    with tempfile.TemporaryDirectory() as home:
        intake = take_in_and_align(home, max(20, runs))
        keys, whole = keys_to_repaint(home)
    rows = (
        ("first paint / empty window", f"{paint / empty:.2f}", "2.5", f"{paint:.3f} s / {empty:.3f} s"),
        ("matches on screen / imports", f"{shown / imports:.2f}", "2.5", f"{shown:.2f} s / {imports:.2f} s"),
        ("longest stall while loading", f"{stall * 1000:.0f} ms", "100 ms", ""),
        ("read, cut, align the seeds", f"{statistics.median(intake):.1f} ms", "60 ms", "median"),
        (
            "key to repaint",
            f"{statistics.median(keys):.1f} ms",
            "16 ms",
            f"p95 {quantile(keys, 0.95):.1f} ms",
        ),
        ("key to all shown", f"{statistics.median(whole):.1f} ms", "", f"p95 {quantile(whole, 0.95):.1f} ms"),
    )
    print(f"{'what':30s} {'figure':>10s} {'at most':>8s}  {''}")
    for what, figure, limit, rest in rows:
        print(f"{what:30s} {figure:>10s} {limit:>8s}  {rest}")


if __name__ == "__main__":
    main()
