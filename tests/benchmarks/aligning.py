"""What aligning costs: time as a ratio to one plain rapidfuzz matrix, and peak memory.

    python tests/benchmarks/aligning.py [SIZE…]

For each SIZE (300, 2000 and 20000 unless named) two made-up documents of that many statements are
lined up in a process of its own; up to 2,000 the same statements go through one
``rapidfuzz.process.cdist(token_set_ratio)`` there. The texts are the project's own French articles,
their words exchanged at random so that no statement stands twice.
"""

import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from reconciler.alignment import Document, Unit, align
from reconciler.language import Languages
from reconciler.model import SourceId, StatementId, StatementKind

QUALITY = Path(__file__).parent.parent / "quality"
SIZES = (300, 2_000, 20_000)
LARGEST_MATRIX = 2_000
EXCHANGED = 0.4
"""Share of the words that are exchanged; a quarter of the statements of the second document keep theirs."""


def statements(size: int) -> tuple[list[str], list[str]]:
    """Return the statements of two documents, the second a loose retelling of a part of the first."""
    chance = random.Random(1)  # noqa: S311  # the same texts each time
    pool = [
        text
        for path in sorted(QUALITY.glob("alignment*/fr_*.json"))
        for side in ("left", "right")
        for text in json.loads(path.read_text(encoding="utf-8"))[side]
    ]
    words = [word for text in pool for word in text.split()]

    def retold(text: str, share: float) -> str:
        return " ".join(chance.choice(words) if chance.random() < share else word for word in text.split())

    left = [retold(chance.choice(pool), EXCHANGED) for _ in range(size)]
    right = [
        retold(chance.choice(left), 0.2) if chance.random() < 0.25 else retold(chance.choice(pool), EXCHANGED)
        for _ in range(size)
    ]
    return left, right


def document(number: int, texts: list[str], languages: Languages) -> Document:
    """Return the statements as a document."""
    units = (
        Unit(StatementId(100_000 * number + place), StatementKind.SENTENCE, text, languages.words(text, "fr"))
        for place, text in enumerate(texts)
    )
    return Document(SourceId(number), "fr", None, tuple(units))


def measure(size: int) -> dict[str, float]:
    """Align two documents of a size, after the libraries were loaded by two small ones."""
    languages = Languages()
    align([document(number, ["Un pont fermé."], languages) for number in (1, 2)], relations=languages)
    left, right = statements(size)
    documents = document(1, left, languages), document(2, right, languages)
    start = time.perf_counter()
    (pair,) = align(documents, relations=languages)
    seconds = time.perf_counter() - start
    found = {"size": size, "seconds": seconds, "proposals": len(pair.proposals)}
    found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if size <= LARGEST_MATRIX:
        start = time.perf_counter()
        cdist(left, right, scorer=fuzz.token_set_ratio)
        found["matrix"] = time.perf_counter() - start
        found["ratio"] = seconds / found["matrix"]
    return found


def main() -> None:
    """Measure each size in a process of its own and print a line for each."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        print(json.dumps(measure(int(sys.argv[2]))))
        return
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True
        )
        found = json.loads(done.stdout)
        ratio = f", {found['ratio']:.2f} of the matrix" if "ratio" in found else ""
        print(
            f"{size} × {size}: {found['seconds']:.2f} s{ratio}, peak {found['peak_mb']:.0f} MB, "
            f"{found['proposals']} proposals",
            flush=True,
        )


if __name__ == "__main__":
    main()
