"""How fast words are found in a large case: from what is typed to what the panes mark and the list shows.

    python tests/benchmarks/find.py [--statements 20000] [--queries 200] [--json PATH]

Makes a case of two sources of so many statements, opens it in the real window (offscreen where there is no
display), lets the index be made, and prints the distribution of single searches in milliseconds: beginnings
of words, whole words, two words, phrases and words that are nowhere. The limit is 100 ms.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.model import Article, Segment, SourceDraft, StatementKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reconciler.gui.main_window import MainWindow

LIMIT_MS = 100.0
WORDS = 6000
SYLLABLES = (
    "ba",
    "cor",
    "dé",
    "fi",
    "gran",
    "ho",
    "jour",
    "ki",
    "lo",
    "mer",
    "nal",
    "or",
    "pré",
    "qui",
    "ra",
    "ser",
)


def vocabulary(chance: random.Random) -> list[str]:
    """Return made-up words, the most frequent first."""
    made: dict[str, None] = {}
    while len(made) < WORDS:
        made["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))] = None
    return list(made)


def draft(name: str, count: int, words: Sequence[str], chance: random.Random) -> SourceDraft:
    """Return an article of so many sentences; how often a word comes falls with its place, as in language."""
    weights = [1 / (place + 2) for place in range(len(words))]
    parts, segments, start = [], [], 0
    for _ in range(count):
        text = " ".join(chance.choices(words, weights, k=chance.randint(12, 30))).capitalize() + "."
        segments.append(Segment(start, start + len(text), StatementKind.SENTENCE))
        parts.append(text)
        start += len(text) + 1
    article = Article(f"{name}.txt", "\n".join(parts), name.encode().hex().ljust(64, "0"), title=name)
    return SourceDraft(article, "fr", tuple(segments))


def queries(words: Sequence[str], count: int, chance: random.Random) -> Mapping[str, Sequence[str]]:
    """Return what is typed, by what it is."""
    often, any_ = words[:50], list(words)
    return {
        "one letter": [word[0] for word in chance.choices(any_, k=count)],
        "beginning of a word": [word[:3] for word in chance.choices(any_, k=count)],
        "frequent word": chance.choices(often, k=count),
        "any word": chance.choices(any_, k=count),
        "two words": [" ".join(chance.sample(any_[:500], 2)) for _ in range(count)],
        "phrase": [f'"{" ".join(chance.choices(often, k=2))}"' for _ in range(count)],
        "nowhere": [f"{word}zz" for word in chance.choices(any_, k=count)],
    }


def open_window(folder: Path, path: Path, size: int) -> "tuple[QApplication, MainWindow]":
    """Open a case in the window and make the index; prints how long that took."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from reconciler.gui.app import make_window
    from reconciler.settings import Places, PreferencesFile

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    places = Places(folder / "cases", folder / "config")
    window = make_window(places, PreferencesFile.load(places.preferences))
    window.resize(1440, 900)
    window.show()
    window.session.set_case(Case.open(path))
    while any(len(view.extents().tops) < size for view in window.panes.views()):
        app.processEvents()
    app.processEvents()
    start = time.perf_counter()
    window.searching.focus()
    longest = 0.0
    while not window.finding.is_ready:
        beat = time.perf_counter()
        app.processEvents()
        longest = max(longest, time.perf_counter() - beat)
        time.sleep(0.001)
    print(f"index made in {time.perf_counter() - start:.2f} s, the window still for {longest * 1000:.0f} ms")
    return app, window


@dataclass(frozen=True, slots=True)
class Row:
    """What searches of one kind took, in milliseconds; `own` is the time of the GUI thread itself.

    The others are as on a clock: until the panes know what was found, and until that is painted.
    """

    what: str
    median: float
    p95: float
    painted_p95: float
    own_p95: float
    found: float


def measure(app: "QApplication", window: "MainWindow", what: str, typed: Sequence[str]) -> Row:
    """Search for each text and return how long that takes."""
    times, painted, own, found = [], [], [], 0
    for each in typed:
        start, mine = time.perf_counter(), time.thread_time()
        window.searching.search(each)
        times.append((time.perf_counter() - start) * 1000)
        app.processEvents()
        painted.append((time.perf_counter() - start) * 1000)
        own.append((time.thread_time() - mine) * 1000)
        found += window.panes.found().in_sources
    worst = [statistics.quantiles(each, n=20)[-1] for each in (times, painted, own)]
    return Row(what, statistics.median(times), worst[0], worst[1], worst[2], found / len(typed))


def make_case(path: Path, size: int, words: Sequence[str], chance: random.Random) -> None:
    """Make the case; both sources count as lined up."""
    with Case.create(path) as case:
        case.add_sources([draft(each, size, words, chance) for each in ("One", "Two")])
        one, two = case.sources
        case.record_run("none", "{}", [PairAlignment(one.id, two.id, ())])


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--statements", type=int, default=20_000)
    options.add_argument("--queries", type=int, default=200)
    options.add_argument("--json", type=Path)
    chosen = options.parse_args()
    chance = random.Random(1)  # noqa: S311  # a benchmark's words
    words = vocabulary(chance)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "find.reconciler"
        make_case(path, chosen.statements, words, chance)
        app, window = open_window(Path(name), path, chosen.statements)
        rows = [
            measure(app, window, what, typed)
            for what, typed in queries(words, chosen.queries, chance).items()
        ]
        window.close()
    for row in rows:
        print(
            f"{row.what:20} found: median {row.median:6.1f}, p95 {row.p95:6.1f} ms; painted: p95"
            f" {row.painted_p95:6.1f} ms; own time {row.own_p95:6.1f} ms; {row.found:7.0f} statements"
            f"{'' if row.p95 < LIMIT_MS else '  TOO SLOW'}"
        )
    if chosen.json:
        chosen.json.write_text(json.dumps([asdict(row) for row in rows], indent=1), encoding="utf-8")
    sys.exit(any(row.p95 >= LIMIT_MS for row in rows))


if __name__ == "__main__":
    main()
