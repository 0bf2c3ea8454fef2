"""How fast the claims view is on 500 claims and 12 sources: opening, keeping up, and each frame of scrolling.

    python tests/benchmarks/claims_view.py [--claims N] [--sources N]

Prints a table. Needs a display, or QT_QPA_PLATFORM=offscreen.
"""

import argparse
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

WORDS = "the ferry left the harbour of Varna on Monday morning with passengers on board and came back late"


def make_case(path: Path, claims: int, sources: int) -> None:
    """Make a case in which most sources say most claims, all confirmed."""
    from reconciler.alignment import PairAlignment
    from reconciler.case import Case
    from reconciler.model import Article, Proposal, Segment, SourceDraft, StatementKind, Verdict

    with Case.create(path, analyst="Ada") as case:
        drafts = []
        for source in range(sources):
            text, segments = "", []
            for claim in range(claims):
                said = f"In report {claim} {WORDS}, with {claim + source % 3} people, said the harbour."
                segments.append(Segment(len(text), len(text) + len(said), StatementKind.SENTENCE))
                text += said + "\n"
            name = f"Outlet {source + 1}"
            date = f"2024-05-{source + 1:02d}"
            article = Article(name, text, f"{source:064x}", title=name, outlet=name, published=date)
            drafts.append(SourceDraft(article, "en", tuple(segments)))
        case.add_sources(drafts)
        ids = [source.id for source in case.sources]
        alignments = []
        for one, other in pairwise(ids):
            pairs = zip(case.statements(one), case.statements(other), strict=True)
            proposals = tuple(Proposal(left.id, right.id, 0.9, ()) for left, right in pairs)
            alignments.append(PairAlignment(one, other, proposals))
        case.record_run("benchmark", "{}", alignments)
        matches = [number for place, number in enumerate(case.matches) if place % 11]
        case.decide(matches, Verdict.CONFIRMED)


def timed(work: Callable[[], object]) -> float:
    """Return how long some work takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--claims", type=int, default=500)
    parser.add_argument("--sources", type=int, default=12)
    chosen = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), chosen.claims, chosen.sources)


def measure(folder: Path, claims: int, sources: int) -> None:
    """Drive the view over a folder of its own."""
    from PySide6.QtWidgets import QApplication

    from reconciler.case import Case
    from reconciler.gui.app import make_application, make_window
    from reconciler.gui.views import View
    from reconciler.model import Verdict
    from reconciler.settings import Places, PreferencesFile

    make_case(folder / "large.reconciler", claims, sources)
    app = make_application(["reconciler"])
    window = make_window(Places(folder / "cases", folder), PreferencesFile(folder / "preferences.json"))
    window.resize(1440, 900)
    window.show()
    gc.disable()  # as in the program, which collects between events

    def paint() -> None:
        QApplication.sendPostedEvents()
        app.processEvents()

    def shown_in(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        paint()
        return (time.perf_counter() - start) * 1000

    def settle() -> None:
        while window.background.jobs or not window.session.differing.is_complete:
            app.processEvents()
            time.sleep(0.002)

    window.session.set_case(Case.open(folder / "large.reconciler"))
    settle()
    window.views.following._renew()
    settle()
    opening = shown_in(lambda: window.views.show(View.CLAIMS))
    settle()
    window.views.show(View.PANES)
    paint()
    again = shown_in(lambda: window.views.show(View.CLAIMS))
    view = window.views.claims
    case = window.session.case
    assert case is not None
    print(f"{view.model.rowCount()} claims, {sources} sources, {len(case.matches)} matches")
    print(f"opens                     {opening:7.1f} ms (at most 100)")
    print(f"opens again               {again:7.1f} ms")
    for name, bar, step in (
        ("scrolls down, a notch", view.table.verticalScrollBar(), 60),
        ("scrolls down, a page", view.table.verticalScrollBar(), 700),
        ("scrolls to the right", view.table.horizontalScrollBar(), 60),
    ):
        frames = []
        bar.setValue(0)
        paint()
        while bar.value() < min(bar.maximum(), step * 120):
            value = bar.value() + step
            frames.append(shown_in(partial(bar.setValue, value)))
        frames.sort()
        late = frames[int(len(frames) * 0.95) - 1]
        print(
            f"{name:25} {statistics.median(frames):7.1f} ms a frame, {late:.1f} at the 95th of 100,"
            f" {frames[-1]:.1f} at most ({len(frames)} frames; at most 16)"
        )
    view.table.go_to(0, 0)
    steps = sorted(shown_in(partial(view.step, 1)) for _ in range(100))
    print(f"a key down                {statistics.median(steps):7.1f} ms, {steps[-1]:.1f} at most")
    view.filters.text.setText("Monday")
    texts = ("30", "300", "")
    typing = [shown_in(partial(view.filters.text.setText, text)) for text in texts]
    print(f"a letter in the filter    {max(typing):7.1f} ms at most")
    match = next(one for one in case.matches if case.standing(one).verdict is None)
    facts = timed(lambda: window.views.following._facts(case))
    print(f"facts for the worker      {facts:7.1f} ms")
    decide = timed(lambda: window.session.decide_all([match], Verdict.CONFIRMED))
    print(f"a verdict, until it is shown that it is saved {decide:5.1f} ms")
    whole = timed(settle)
    print(f"… until the table has it  {whole:7.1f} ms, beside the window")
    window.close()


if __name__ == "__main__":
    main()
