"""How the window holds up in a large case: opening, deciding, moving, scrolling, filtering, finding.

    python tests/benchmarks/large_case.py [--statements 2000] [--matches 5000] [--decisions 0] [--json PATH]

Makes a case of two sources with so many statements each, so many proposed matches and so many decisions
in its journal, opens it in the real window (offscreen where there is no display) and prints medians and
95th percentiles. Opening is put beside reading the same rows with the sqlite3 module in the same run.
The case that the design promises is ``--statements 20000 --matches 50000 --decisions 100000``.
"""

import argparse
import json
import os
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.model import (
    Article,
    Proposal,
    Reason,
    Segment,
    SourceDraft,
    StatementKind,
    Verdict,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reconciler.gui.main_window import MainWindow

WORDS = (
    *("council", "river", "bridge", "harbour", "minister", "report", "morning", "people", "police", "city"),
    *("water", "market", "station", "witness", "street", "closed", "found", "opened", "reached", "moved"),
    *("twelve", "fifteen", "forty", "heavy", "narrow", "late", "evening", "window", "carried", "promised"),
)
FRAMES = 120
KEYS = 80


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was measured, the median and the 95th percentile in milliseconds, the limit."""

    what: str
    median: float
    p95: float
    limit: str


def draft(name: str, count: int, chance: random.Random) -> SourceDraft:
    """Return an article of so many sentences."""
    segments: list[Segment] = []
    parts: list[str] = []
    start = 0
    for number in range(count):
        words = chance.choices(WORDS, k=chance.randint(8, 20))
        text = f"{' '.join(words).capitalize()} {number}."
        segments.append(Segment(start, start + len(text), StatementKind.SENTENCE))
        parts.append(text)
        start += len(text) + 1
    article = Article(f"{name}.txt", "\n".join(parts), name.encode().hex().ljust(64, "0"), title=name)
    return SourceDraft(article, "en", tuple(segments))


def make_case(path: Path, size: int, matches: int, decisions: int) -> None:
    """Make the case: matches run near the diagonal, decisions go over them again and again."""
    chance = random.Random(1)  # noqa: S311  # a benchmark's articles
    with Case.create(path, analyst="Ada") as case:
        case.add_sources([draft("Morning", size, chance), draft("Evening", size, chance)])
        left, right = case.sources
        one, other = case.statements(left.id), case.statements(right.id)
        pairs: set[tuple[int, int]] = set()
        while len(pairs) < matches:
            row = chance.randrange(size)
            pairs.add((row, min(max(row + chance.randint(-6, 6), 0), size - 1)))
        proposals = [
            Proposal(one[row].id, other[column].id, 0.3 + 0.69 * chance.random(), (Reason("words", 1.0),))
            for row, column in sorted(pairs)
        ]
        case.record_run("benchmark", "{}", [PairAlignment(left.id, right.id, tuple(proposals))])
        numbers = list(case.matches)
        for at in range(0, decisions, 500):
            some = [numbers[place % len(numbers)] for place in range(at, min(at + 500, decisions))]
            case.decide(some, chance.choice((Verdict.CONFIRMED, Verdict.REJECTED, Verdict.UNSURE)))


def read_plainly(path: Path) -> float:
    """Return how many milliseconds reading every row of the case takes without us."""
    start = time.perf_counter()
    with closing(sqlite3.connect(path)) as connection:
        for table in ("sources", "statements", "signals", "matches", "entries", "decisions", "runs"):
            connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  # names of ours
    return (time.perf_counter() - start) * 1000


def spun(app: "QApplication", milliseconds: int) -> None:
    """Let the window and its workers work."""
    from PySide6.QtCore import QEventLoop, QTimer

    del app
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def timed(app: "QApplication", works: Sequence[Callable[[], object]]) -> list[float]:
    """Return how long each work took with the repaint that it led to, in milliseconds.

    In time of the window's own thread, so that what else the machine does counts for nothing.
    """
    taken = []
    for work in works:
        start = time.thread_time()
        work()
        app.processEvents()
        taken.append((time.thread_time() - start) * 1000)
        spun(app, 20)
    return taken


def row(what: str, taken: Sequence[float], limit: str) -> Row:
    """Return the figures of what was timed."""
    ordered = sorted(taken)
    return Row(
        what, statistics.median(ordered), ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)], limit
    )


def opened(app: "QApplication", window: "MainWindow", path: Path) -> tuple[float, float]:
    """Open the case; return when an article could be read and when everything stood, in milliseconds."""
    start = time.perf_counter()
    window.begin([path])
    first = 0.0
    while window.session.case is None or window.background.jobs or not window.queue.visible_matches():
        app.processEvents()
        if not first and window.session.case is not None and window.panes.views():
            window.panes.views()[0].viewport().repaint()
            first = (time.perf_counter() - start) * 1000
        spun(app, 1)
    app.processEvents()
    return first, (time.perf_counter() - start) * 1000


def measured(app: "QApplication", window: "MainWindow", size: int) -> list[Row]:
    """Measure what an analyst does."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from reconciler.gui.review.filter_field import FilterField

    end = time.monotonic() + 120
    while not window.session.differing.is_complete and time.monotonic() < end:
        spun(app, 50)

    def press(key: Qt.Key) -> Callable[[], object]:
        return lambda: QTest.keyClick(window.focusWidget(), key)

    keys = (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_U, Qt.Key.Key_2)
    window.focus_queue()
    decide = timed(app, [press(keys[number % 4]) for number in range(KEYS)])
    move = timed(app, [press(Qt.Key.Key_J) for _ in range(KEYS)])
    undo = timed(app, [window.actions_by_id["undo"].trigger] * 20)
    bar = window.panes.views()[0].verticalScrollBar()
    step = max(bar.maximum() // (FRAMES * 2), 40)
    scroll = timed(app, [lambda at=at: bar.setValue(at * step) for at in range(FRAMES)])  # type: ignore[misc]

    field = window.queue.findChild(FilterField)
    assert field is not None

    def filtered(text: str) -> Callable[[], object]:
        return lambda: field.setText(text)

    typed = timed(app, [filtered("bridge"[:length]) for length in (1, 2, 3, 4, 5, 6, 0) * 3])

    def sought(text: str) -> Callable[[], object]:
        return lambda: window.panes.find(text)

    find = timed(app, [sought(word) for word in ("harbour", "minister report", f"{size // 2}.", "zzz") * 3])
    return [
        row("decide to repaint", decide, "16 ms"),
        row("next match to repaint", move, "16 ms"),
        row("undo to repaint", undo, "16 ms"),
        row("a frame of scrolling", scroll, "16 ms"),
        row("a letter in the filter", typed, "50 ms"),
        row("find in the articles", find, "100 ms"),
    ]


def main() -> None:
    """Make the case, drive the window, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--statements", type=int, default=2000)
    parser.add_argument("--matches", type=int, default=5000)
    parser.add_argument("--decisions", type=int, default=0)
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    chosen = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from reconciler.gui.app import make_application, make_window
    from reconciler.settings import Places, PreferencesFile

    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "large.reconciler"
        make_case(path, chosen.statements, chosen.matches, chosen.decisions)
        plain = min(read_plainly(path) for _ in range(3))
        app = make_application(sys.argv[:1])
        places = Places(Path(home) / "cases", Path(home) / "config")
        window = make_window(places, PreferencesFile.load(places.preferences))
        window.show()
        window.activateWindow()
        first, whole = opened(app, window, path)
        rows = measured(app, window, chosen.statements)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        window.session.set_case(None)
    print(f"2 × {chosen.statements} statements, {chosen.matches} matches, {chosen.decisions} decisions")
    print(f"opening: article readable after {first:.0f} ms, everything after {whole:.0f} ms, "
          f"{whole / plain:.1f} × reading the rows with sqlite3 ({plain:.0f} ms)")  # fmt: skip
    print(f"memory at most {memory:.0f} MB")
    print(f"{'what':26s} {'median':>9s} {'p95':>9s} {'wanted':>8s}")
    for one in rows:
        print(f"{one.what:26s} {one.median:6.1f} ms {one.p95:6.1f} ms {one.limit:>8s}")
    if chosen.json is not None:
        figures = {one.what: [round(one.median, 2), round(one.p95, 2)] for one in rows}
        figures["opening"] = [round(first, 1), round(whole, 1)]
        chosen.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
