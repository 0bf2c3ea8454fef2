"""How the window holds up in a large case: opening, deciding, moving, scrolling, filtering, finding, memory.

    python tests/benchmarks/large_case.py [--statements N] [--matches N] [--decisions N] [--json PATH]

Makes a case of two sources with so many statements each, so many proposed matches and so many decisions
in its journal, opens it in the real window (offscreen where there is no display) and prints a table. Work
is measured in processor time, which other programs on the machine change little: that of the window's
thread for what a key does, that of the whole process for opening, claims and exports. A turn is what the
window's thread does before it looks for keys again. Beside it stands the ratio to reading the same rows
with the sqlite3 module, in the same run. Opening, the articles' being readable and turns are also told
in seconds by the clock.

The case that the design promises is ``--statements 20000 --matches 50000 --decisions 100000``.
"""

import argparse
import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from made_case import make_case, read_plainly

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reconciler.case import Case
    from reconciler.gui.main_window import MainWindow
    from reconciler.gui.panes.article_view import ArticleView

FRAMES = 100
KEYS = 60
TURNS_BEHIND = 3
"""In so many turns after a repaint the inspector is filled, laid out and painted."""
WAIT_S = 20.0
"""So long at most is waited for all matches to be compared before keys are pressed."""
WANTED = {
    "article readable": "500 ms",
    "case opened": "3000 ms",
    "decide to repaint": "16 ms",
    "next match to repaint": "16 ms",
    "link to repaint": "16 ms",
    "undo to repaint": "16 ms",
    "longest turn, opening": "100 ms",
    "longest turn, comparing": "16 ms",
    "longest turn, finding": "16 ms",
    "longest turn, claims": "16 ms",
    "a frame of scrolling": "16 ms",
    "a letter in the filter": "50 ms",
    "find in the articles": "100 ms",
}


@dataclass(slots=True)
class Figures:
    """What was measured: medians and 95th percentiles in milliseconds, resident memory in MB."""

    plain: float = 0.0
    times: dict[str, tuple[float, float]] = field(default_factory=dict)
    clock: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)

    def note(self, what: str, taken: Sequence[float]) -> None:
        """Keep how long something took each time."""
        ordered = sorted(taken)
        late = ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]
        self.times[what] = (statistics.median(ordered), late)

    def note_turns(self, what: str, turns: "Turns") -> None:
        """Keep how long the window's thread worked at most without looking for keys."""
        self.times[what] = (turns.worked, turns.worked)
        self.clock[what] = turns.lasted

    def weigh(self, when: str) -> None:
        """Keep how much memory the process holds."""
        pages = Path("/proc/self/statm")
        if pages.exists():
            self.memory[when] = int(pages.read_text().split()[1]) * 4096 / (1 << 20)


class Turns:
    """How long the window's thread works at a time, in milliseconds: so long a key may have to wait.

    `worked` is processor time of the thread, `lasted` time by the clock, waiting for a worker included.
    """

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._beat = QTimer(interval=1)
        self._beat.timeout.connect(self._turn)
        self._beat.start()
        self.begin()

    def begin(self) -> None:
        """Look for the longest turn from now on."""
        self.worked = self.lasted = 0.0
        self._at, self._used = time.perf_counter(), time.thread_time()

    def _turn(self) -> None:
        at, used = time.perf_counter(), time.thread_time()
        self.lasted = max(self.lasted, (at - self._at) * 1000)
        self.worked = max(self.worked, (used - self._used) * 1000)
        self._at, self._used = at, used


def spun(milliseconds: int) -> None:
    """Let the window and its workers work."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(app: "QApplication", so: Callable[[], bool], patience: float = 600.0) -> bool:
    """Let the window work until something is so; answers whether it is."""
    end = time.monotonic() + patience
    while not so():
        app.processEvents()
        if time.monotonic() > end:
            return False
        time.sleep(0.001)
    return True


def timed(
    app: "QApplication", works: Sequence[Callable[[], object]], whole: list[float] | None = None
) -> list[float]:
    """Return how long each work took with the repaint that it led to, in milliseconds of the thread.

    With `whole` these are the events posted by it, layout and repaint; what timers do comes after them,
    when the window has been seen, and in `whole` is put how long it was until they filled the inspector.
    """
    taken = []
    for work in works:
        start = time.thread_time()
        work()
        if whole is None:
            app.processEvents()
        else:
            app.sendPostedEvents()
        taken.append((time.thread_time() - start) * 1000)
        if whole is not None:
            for _ in range(TURNS_BEHIND):
                app.processEvents()
            whole.append((time.thread_time() - start) * 1000)
        spun(20)
    return taken


def opened(app: "QApplication", window: "MainWindow", path: Path, figures: Figures) -> None:
    """Open the case: until an article can be read, until all is there, until it is all laid out."""
    views, turns = window.panes.views, Turns()
    begun, start = time.process_time(), time.perf_counter()

    def mark(what: str) -> None:
        figures.note(what, [(time.process_time() - begun) * 1000])
        figures.clock[what] = (time.perf_counter() - start) * 1000
        figures.weigh(what)

    assert window.opening.open_case(path)
    until(app, lambda: views()[0].filled > 0)
    views()[0].viewport().repaint()
    mark("article readable")
    until(app, lambda: window.session.case is not None)
    app.processEvents()
    mark("case opened")
    count = len(_case(window).statements(_case(window).sources[0].id))
    until(app, lambda: not window.background.jobs and all(_is_laid_out(view, count) for view in views()[:2]))
    mark("articles laid out")
    spun(20)
    figures.note_turns("longest turn, opening", turns)


def _is_laid_out(view: "ArticleView", count: int) -> bool:
    return view.filled == count and view.is_measured


def keyed(app: "QApplication", window: "MainWindow", size: int, figures: Figures) -> None:
    """Measure what an analyst does by keys."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from reconciler.gui.review.filter_field import FilterField

    QTest.qWaitForWindowActive(window)
    differing = window.session.differing
    before, start = len(differing.known), time.thread_time()
    turns = Turns()
    until(app, lambda: differing.is_complete, WAIT_S)
    figures.note_turns("longest turn, comparing", turns)
    turns.begin()
    until(app, lambda: window.views.following.is_ready and not window.background.jobs, WAIT_S)
    figures.note_turns("longest turn, claims", turns)
    known = len(differing.known) - before
    if known:
        figures.note("comparing a match", [(time.thread_time() - start) * 1000 / known])

    def press(key: Qt.Key) -> Callable[[], object]:
        return lambda: QTest.keyClick(window.focusWidget(), key)

    keys = (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_U, Qt.Key.Key_2)
    figures.weigh("matches compared")
    window.focus_queue()
    entries = len(_case(window).entries())
    whole: list[float] = []
    figures.note("decide to repaint", timed(app, [press(keys[number % 4]) for number in range(KEYS)], whole))
    figures.note("decide, all shown", whole)
    assert len(_case(window).entries()) == entries + KEYS, "a key decided nothing"
    whole = []
    figures.note("next match to repaint", timed(app, [press(Qt.Key.Key_J) for _ in range(KEYS)], whole))
    figures.note("next match, all shown", whole)
    figures.note("undo to repaint", timed(app, [window.actions_by_id["undo"].trigger] * KEYS, []))
    figures.note("link to repaint", timed(app, [_link(window, place) for place in range(5, 15)], []))
    bar = window.panes.views()[0].verticalScrollBar()
    step = max(bar.maximum() // (FRAMES * 2), 40)
    frames = [lambda at=at: bar.setValue(at * step) for at in range(FRAMES)]
    figures.note("a frame of scrolling", timed(app, frames))
    typed = window.queue.findChild(FilterField)
    assert typed is not None
    letters = [lambda n=n: typed.setText("bridge"[:n]) for n in (1, 2, 3, 4, 5, 6, 0) * 3]
    figures.note("a letter in the filter", timed(app, letters))
    words = ("harbour", "minister report", f"{size // 2}.", "zzz") * 3
    turns.begin()
    window.finding.prepare()
    until(app, lambda: window.finding.is_ready)
    figures.note_turns("longest turn, finding", turns)
    sought = [lambda word=word: window.searching.search(word) for word in words]
    figures.note("find in the articles", timed(app, sought))
    window.searching.search("")
    figures.weigh("keys and finding")


def _link(window: "MainWindow", place: int) -> Callable[[], object]:
    """Return what links a statement with one much farther down."""
    case = _case(window)
    left, right = (case.statements(source.id) for source in case.sources[:2])
    ends = ((left[place].id,), (right[place + len(right) // 2].id,))
    return lambda: window.session.link_statements(ends)


def _case(window: "MainWindow") -> "Case":
    case = window.session.case
    assert case is not None
    return case


def gone_through(app: "QApplication", window: "MainWindow", path: Path, figures: Figures) -> None:
    """Measure what takes the whole case: the claims, and what it is exported as."""
    from reconciler.case.claim_facts import ClaimFacts
    from reconciler.case.claim_table import claim_table
    from reconciler.export.values import Form
    from reconciler.gui.export_work import gathered, rendered_any
    from reconciler.gui.views import View

    case = _case(window)
    start = time.thread_time()
    standings = {match: case.standing(match) for match in case.matches}
    claim_table(ClaimFacts.of(case, window.session.differing.all_noted(), standings), None, frozenset())
    figures.note("gather the claims", [(time.thread_time() - start) * 1000])
    until(app, lambda: window.views.following.is_ready, WAIT_S)
    figures.note("show the claims", timed(app, [lambda: window.views.show(View.CLAIMS)]))
    figures.weigh("claims view")
    window.views.show(View.PANES)
    start = time.process_time()
    dossier = gathered(path)
    figures.note("gather for export", [(time.process_time() - start) * 1000])
    for form in (Form.CSV, Form.HTML):
        start = time.process_time()
        rendered_any(dossier, form, "en")
        figures.note(f"export as {form.value}", [(time.process_time() - start) * 1000])
    figures.weigh("exports")


def measure(statements: int, matches: int, decisions: int) -> Figures:
    """Make the case, drive the window over it."""
    from reconciler.case import preload
    from reconciler.gui import ready
    from reconciler.gui.app import make_application, make_window
    from reconciler.settings import Places, PreferencesFile

    figures = Figures()
    with tempfile.TemporaryDirectory() as home:
        os.environ["RECONCILER_HOME"] = home
        path = Path(home) / "large.reconciler"
        make_case(path, statements, matches, decisions)
        plain = []
        for _ in range(3):
            start = time.thread_time()
            read_plainly(path)
            plain.append((time.thread_time() - start) * 1000)
        figures.plain = min(plain)
        app = make_application(sys.argv[:1])
        gc.disable()  # as in the program, which collects between events
        places = Places(Path(home) / "cases", Path(home) / "config")
        window = make_window(places, PreferencesFile.load(places.preferences))
        window.show()
        window.activateWindow()
        preload()
        ready.preload()
        until(app, lambda: not window.background.jobs)
        figures.weigh("empty window")
        opened(app, window, path, figures)
        keyed(app, window, statements, figures)
        gone_through(app, window, path, figures)
        window.session.drop_waiting()
        window.close()
    return figures


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--statements", type=int, default=2000)
    parser.add_argument("--matches", type=int, default=5000)
    parser.add_argument("--decisions", type=int, default=10_000)
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    chosen = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures = measure(chosen.statements, chosen.matches, chosen.decisions)
    print(f"2 × {chosen.statements} statements, {chosen.matches} matches, {chosen.decisions} decisions;")
    print(f"reading the rows with sqlite3 takes {figures.plain:.0f} ms of the processor")
    print(f"{'what':24s} {'median':>11s} {'p95':>11s} {'ratio':>7s} {'wanted':>9s} {'clock':>10s}")
    for what, (median, late) in figures.times.items():
        clock = f"{figures.clock[what]:7.0f} ms" if what in figures.clock else ""
        ratio = median / figures.plain
        print(
            f"{what:24s} {median:8.2f} ms {late:8.2f} ms {ratio:7.2f} {WANTED.get(what, ''):>9s} {clock:>10s}"
        )
    print("memory: " + ", ".join(f"{when} {held:.0f} MB" for when, held in figures.memory.items()))
    if chosen.json is not None:
        kept = {"plain": figures.plain, "times": figures.times, "clock": figures.clock}
        chosen.json.write_text(json.dumps({**kept, "memory": figures.memory}, indent=1), encoding="utf-8")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
