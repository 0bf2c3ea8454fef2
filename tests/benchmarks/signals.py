"""How long the signals of a statement take, tokeniser included: the median, and each kind's share.

    python tests/benchmarks/signals.py ARTICLE.txt…

Articles are read, cut and looked at as the program does it; each is done several times and the
quickest counts.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from reconciler.language import Languages
from reconciler.language.signals.components import FINDERS
from reconciler.language.signals.view import StatementView, statement_views
from reconciler.model import Segment
from reconciler.reading import read_file

RUNS = 5


def milliseconds(work: Callable[[], object]) -> float:
    """Return the time of the quickest run."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def main() -> None:
    """Print the times for the articles named on the command line."""
    languages = Languages()
    whole: list[float] = []
    parts: dict[str, list[float]] = {}
    for name in sys.argv[1:]:
        article = read_file(Path(name))
        language = languages.detect(article.text)
        segments = [one for one in languages.segment(article.text, language) if one.kind.is_matched]
        languages.signals(article.text, segments, language, article.published)
        whole.extend(
            milliseconds(partial(languages.signals, article.text, [segment], language, article.published))
            for segment in segments
        )
        measure_parts(article.text, segments, language, article.published, parts)
    print(f"{len(whole)} statements: median {statistics.median(whole):.2f} ms, slowest {max(whole):.2f} ms")
    for part, times in sorted(parts.items(), key=lambda one: -statistics.median(one[1])):
        print(f"  {part:<12} median {statistics.median(times):.3f} ms")


def measure_parts(
    text: str,
    segments: Sequence[Segment],
    language: str,
    published: str | None,
    parts: dict[str, list[float]],
) -> None:
    """Add what each part of the work takes for each statement of an article."""
    analyser = Languages()._analyser(language)  # only a benchmark looks inside

    def views() -> tuple[StatementView, ...]:
        return statement_views(text, segments, language, published, analyser)

    shown = views()
    parts.setdefault("tokens", []).append(milliseconds(views) / max(len(shown), 1))
    for kind, find in FINDERS.items():
        parts.setdefault(str(kind), []).extend(milliseconds(partial(find, view)) for view in shown)


if __name__ == "__main__":
    main()
