"""What it costs to line up all pairs of several French articles of one event, the language loaded.

    python tests/benchmarks/eight_articles.py ARTICLES.jsonl [NUMBER]

Each line of ARTICLES.jsonl is a JSON object with the `text` of an article and, if known, its date in
`published`; the first NUMBER of them (8 unless named) are taken. Reading and cutting is told apart.
"""

import json
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from reconciler.case import Case
from reconciler.case.intake import align_sources, prepare
from reconciler.language import Languages
from reconciler.model import Article

BOUND_S = 1.0
ROUNDS = 3


def articles(path: Path, number: int) -> list[Article]:
    """Return the first articles of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()[:number]
    found = [json.loads(line) for line in lines]
    return [
        Article(
            f"{place}.txt",
            each["text"],
            sha256(each["text"].encode()).hexdigest(),
            published=each.get("published"),
        )
        for place, each in enumerate(found, 1)
    ]


def main() -> None:
    """Measure a few rounds and print the best one, with what was found."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    languages = Languages()
    start = time.perf_counter()
    drafts = [prepare(article, languages) for article in articles(Path(sys.argv[1]), number)]
    prepared = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "x.reconciler") as case:
        case.add_sources(drafts)
        statements = tuple(each for source in case.sources for each in case.statements(source.id))
        align_sources(case.sources[:2], [each for each in statements if each.source in (1, 2)], languages)
        rounds = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            found = align_sources(case.sources, statements, languages)
            rounds.append(time.perf_counter() - start)
        pairs, proposals = len(found.alignments), sum(len(each.proposals) for each in found.alignments)
    best = min(rounds)
    print(
        f"{len(drafts)} articles, {len(statements)} statements, read and cut in {prepared:.2f} s\n"
        f"{pairs} pairs lined up in {best:.2f} s (rounds: {', '.join(f'{each:.2f}' for each in rounds)} s; "
        f"bound {BOUND_S:.0f} s), {proposals} proposals: {'met' if best <= BOUND_S else 'NOT met'}"
    )


if __name__ == "__main__":
    main()
