"""How work grows with the case: everything at n, 2n and 4n, with the exponent that fits.

    python tests/benchmarks/growth.py [--statements 1000]

An exponent of 1 is work that grows with the case, 2 work that grows with its square; n log n shows as
some 1.1. Each size is measured by ``large_case.py`` in a process of its own, in processor time. Ends with
1 where something grows faster than it may: only the scores of all pairs of statements may grow with the
square. What takes less than a millisecond at 4n is not judged: that is noise.
"""

import argparse
import json
import math
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from made_case import draft

MOST = 1.4
"""n log n, with room for noise and for what a processor's caches no longer hold."""
TURNS = "longest turn"
"""The worst of many moments, which may be none: it says nothing of growth."""
SQUARE = 2.2
SHORTEST_MS = 1.0
STEPS = (1, 2, 4)
PAIRS = "scores of all pairs"


def exponent(sizes: Sequence[int], taken: Sequence[float]) -> float:
    """Return the slope of the straight line through the logarithms, by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(each, 1e-6)) for each in taken]
    middle, level = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - middle) * (y - level) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - middle) ** 2 for x in xs)


def in_the_window(size: int) -> dict[str, float]:
    """Return the medians that ``large_case.py`` measures in a case of this size."""
    script = Path(__file__).with_name("large_case.py")
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "figures.json"
        sizes = ("--statements", size, "--matches", size * 5 // 2, "--decisions", size * 5)
        command = [sys.executable, str(script), *map(str, sizes), "--json", str(told)]
        subprocess.run(command, check=True, capture_output=True)
        figures = json.loads(told.read_text(encoding="utf-8"))
    return {
        "reading with sqlite3": figures["plain"],
        **{what: each[0] for what, each in figures["times"].items()},
    }


def in_the_language(size: int) -> dict[str, float]:
    """Return how long cutting, signals and scoring take for articles of this size, languages loaded."""
    from reconciler.alignment import Document, Unit, align
    from reconciler.language import Languages
    from reconciler.model import SourceId, StatementId

    languages = Languages()
    articles = [draft(name, size, random.Random(place)).article for place, name in enumerate("ab")]  # noqa: S311
    languages.signals(articles[0].text[:500], languages.segment(articles[0].text[:500], "en"), "en", None)
    found: dict[str, float] = {}
    start = time.process_time()
    segments = [languages.segment(article.text, "en") for article in articles]
    found["cutting"] = (time.process_time() - start) * 1000
    start = time.process_time()
    for article, cut in zip(articles, segments, strict=True):
        languages.signals(article.text, cut, "en", None)
    found["signals"] = (time.process_time() - start) * 1000
    documents = [
        Document(
            SourceId(place),
            "en",
            None,
            tuple(
                Unit(
                    StatementId(place * 1_000_000 + number),
                    each.kind,
                    article.text[each.start : each.end],
                    languages.words(article.text[each.start : each.end], "en"),
                )
                for number, each in enumerate(cut)
            ),
        )
        for place, (article, cut) in enumerate(zip(articles, segments, strict=True))
    ]
    start = time.process_time()
    align(documents, relations=languages)
    found[PAIRS] = (time.process_time() - start) * 1000
    return found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--statements", type=int, default=1000)
    sizes = [parser.parse_args().statements * step for step in STEPS]
    rows = [{**in_the_language(size), **in_the_window(size)} for size in sizes]
    print(f"statements of each of two sources: {', '.join(map(str, sizes))}")
    print(
        f"{'what':24s}"
        + "".join(f"{f'{step}n':>12s}" for step in STEPS)
        + f"{'exponent':>10s} {'at most':>8s}"
    )
    too_fast = 0
    for what in rows[0]:
        if what.startswith(TURNS):
            continue
        taken = [row[what] for row in rows if what in row]
        if len(taken) < len(rows):
            continue
        slope, limit = exponent(sizes, taken), SQUARE if what == PAIRS else MOST
        bad = slope > limit and taken[-1] > SHORTEST_MS
        too_fast += bad
        figures = "".join(f"{each:9.2f} ms" for each in taken)
        print(f"{what:24s}{figures}{slope:10.2f} {limit:8.1f}{' !' if bad else ''}")
    return 1 if too_fast else 0


if __name__ == "__main__":
    sys.exit(main())
