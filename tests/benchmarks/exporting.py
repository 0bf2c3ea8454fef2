"""How long each form of export takes on 500 claims and 12 sources, and how often it says how far it is.

    python tests/benchmarks/exporting.py [--claims N] [--sources N] [--form FORM …]

Prints a table: seconds, size of the file, how often progress was told, the longest time without a word.
"""

import argparse
import os
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.claims_view import make_case

from reconciler.export.values import Dossier, Form
from reconciler.gui.export_work import rendered_any


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--claims", type=int, default=500)
    parser.add_argument("--sources", type=int, default=12)
    parser.add_argument("--form", nargs="*", type=Form, default=list(Form))
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "large.reconciler", chosen.claims, chosen.sources, chosen.form)


def measure(path: Path, claims: int, sources: int, forms: list[Form]) -> None:
    """Make a case of that size and export it in each form."""
    from reconciler.gui.export_work import gathered
    from reconciler.gui.pdf import start_without_window

    kept = start_without_window()
    make_case(path, claims, sources)
    start = time.perf_counter()
    values = gathered(path)
    print(f"{'gathered':8} {time.perf_counter() - start:6.2f} s  {len(values.matches)} matches")
    for form in forms:
        data, told = timed(values, form)
        still = max(later - earlier for earlier, later in pairwise(told))
        print(
            f"{form.value:8} {told[-1] - told[0]:6.2f} s  {len(data) / 1e6:6.2f} MB,"
            f" told {len(told) - 2} times, {still:.2f} s without a word at most"
        )
    del kept


def timed(values: Dossier, form: Form) -> tuple[bytes, list[float]]:
    """Return an export, and when it began, told how far it was, and was there."""
    told = [time.perf_counter()]
    data = rendered_any(values, form, "en", lambda _: told.append(time.perf_counter()))
    return data, [*told, time.perf_counter()]


if __name__ == "__main__":
    main()
