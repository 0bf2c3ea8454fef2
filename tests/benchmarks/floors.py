"""Whether the window became slower or heavier in a large case: it ends with 1 where a floor is crossed.

    python tests/benchmarks/floors.py [--runs 2]

Floors are ratios to reading the same rows with the sqlite3 module in the same run (2 × 2,000 statements,
5,000 matches, 10,000 decisions), so that they hold on any machine; memory is counted beyond that of the
empty window. They leave room for noise: about twice what was measured when they were set. Of several
runs the best counts. Whoever makes something faster lowers its floor.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

SIZES = ("--statements", "2000", "--matches", "5000", "--decisions", "10000")


@dataclass(frozen=True, slots=True)
class Floor:
    """The most that something may take: a ratio to reading the rows, or MB beyond the empty window."""

    what: str
    most: float


TIMES = (
    Floor("article readable", 5.0),
    Floor("case opened", 20.0),
    Floor("articles laid out", 35.0),
    Floor("comparing a match", 0.012),
    Floor("decide to repaint", 0.8),
    Floor("next match to repaint", 0.7),
    Floor("decide, all shown", 1.2),
    Floor("next match, all shown", 1.0),
    Floor("undo to repaint", 1.0),
    Floor("a frame of scrolling", 0.4),
    Floor("a letter in the filter", 0.2),
    Floor("find in the articles", 0.3),
    Floor("gather the claims", 7.0),
    Floor("show the claims", 5.0),
    Floor("gather for export", 50.0),
    Floor("export as csv", 10.0),
    Floor("export as html", 35.0),
)
MEMORY = (Floor("article readable", 40), Floor("articles laid out", 70), Floor("exports", 750))


def run() -> tuple[dict[str, float], dict[str, float]]:
    """Return the ratios and the memory of one run."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "figures.json"
        script = Path(__file__).with_name("large_case.py")
        command = [sys.executable, str(script), *SIZES, "--json", str(told)]
        subprocess.run(command, check=True, capture_output=True)
        figures = json.loads(told.read_text(encoding="utf-8"))
    ratios = {what: each[0] / figures["plain"] for what, each in figures["times"].items()}
    empty = figures["memory"].get("empty window", 0.0)
    return ratios, {when: held - empty for when, held in figures["memory"].items()}


def main() -> int:
    """Measure, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=2)
    runs = [run() for _ in range(parser.parse_args().runs)]
    beyond = 0
    print(f"{'what':34s} {'figure':>9s} {'at most':>9s}")
    for kind, floors, unit in ((0, TIMES, "×"), (1, MEMORY, "MB")):
        for floor in floors:
            found = [one[kind][floor.what] for one in runs if floor.what in one[kind]]
            if not found:
                print(f"{floor.what:34s} {'—':>9s} {floor.most:9g} {unit} was not measured")
                beyond += kind == 0
                continue
            bad = min(found) > floor.most
            beyond += bad
            print(f"{floor.what:34s} {min(found):9.3f} {floor.most:9g} {unit}{' !' if bad else ''}")
    return 1 if beyond else 0


if __name__ == "__main__":
    sys.exit(main())
