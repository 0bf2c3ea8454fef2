"""How long a long PDF and a large page take, from bytes to statements, with progress told.

    python tests/benchmarks/reading.py [--runs N]

Each is made here (a PDF of 300 pages, a saved page of 5 MB), read as the program reads it, in a process
of its own, and cut. Beside it stands the time of spaCy's blank pipeline over the same text in the same
run, the number of times that progress was told, and the longest silence between two of them.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from html import escape
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import spacy  # noqa: E402  # after the path is set
from tests.formats.pdfs import HIGH, Column, document  # noqa: E402

from reconciler.language import Languages  # noqa: E402
from reconciler.model import Article  # noqa: E402
from reconciler.reading.sources import read_sources  # noqa: E402

WORDS = (
    *("the", "a", "of", "to", "in", "council", "river", "bridge", "harbour", "minister", "report", "morning"),
    *("people", "police", "city", "water", "paper", "market", "station", "witness", "number", "street"),
    *("carried", "closed", "said", "found", "opened", "reached", "counted", "promised", "moved", "returned"),
    *("twelve", "fifteen", "forty", "heavy", "old", "wide", "narrow", "late", "evening", "window"),
)


def sentence(chance: random.Random) -> str:
    """Return some words that end in a stop."""
    words = chance.choices(WORDS, k=chance.randint(8, 22))
    return " ".join(words).capitalize() + "."


def long_pdf(pages: int = 300) -> bytes:
    """Return a PDF of pages full of text."""
    chance = random.Random(7)  # noqa: S311  # words for a benchmark
    column = Column(60, HIGH - 70, letters=78, gap=6)
    return document(
        [
            column.fill([" ".join(sentence(chance) for _ in range(5)) for _ in range(8)])
            for _page in range(pages)
        ]
    )


def large_page(size: int = 5_000_000) -> bytes:
    """Return a saved page with as many bytes of article."""
    chance = random.Random(8)  # noqa: S311
    parts = ["<html><head><title>A long report</title></head><body><article><h1>A long report</h1>"]
    length = 0
    while length < size:
        paragraph = f"<p>{escape(' '.join(sentence(chance) for _ in range(5)))}</p>\n"
        parts.append(paragraph)
        length += len(paragraph)
    return "".join((*parts, "</article></body></html>")).encode()


def _noting(moments: list[float]) -> Callable[[float], None]:
    return lambda _share: moments.append(time.perf_counter())


def measure(name: str, make: Callable[[], bytes], languages: Languages, runs: int) -> None:
    """Print the figures of one kind of source."""
    data = make()
    rows = []
    for _run in range(runs):
        moments: list[float] = [time.perf_counter()]
        found = read_sources(data, name=name, progress=_noting(moments))
        read = time.perf_counter()
        moments.append(read)
        (article,) = found
        if not isinstance(article, Article):
            raise SystemExit(f"{name}: {article}")
        segments = languages.segment(article.text, "en")
        cut = time.perf_counter()
        silence = max(later - earlier for earlier, later in pairwise(moments))
        rows.append((read - moments[0], cut - read, silence, len(moments) - 2, len(segments), article))
    reading, cutting, silence, told, statements, article = sorted(rows, key=lambda row: row[0])[
        len(rows) // 2
    ]
    blank = spacy.blank("en")
    blank.max_length = len(article.text) + 1
    start = time.perf_counter()
    blank(article.text)
    plain = time.perf_counter() - start
    print(
        f"{name:16s} {len(data) / 1e6:5.1f} MB  {statements:6d} statements  read {reading:5.1f} s  "
        f"cut {cutting:5.1f} s  ({cutting / plain:4.1f} × blank spaCy)  told {told} times, "
        f"at most {silence:.1f} s apart"
    )


def main() -> None:
    """Print a line for each kind of source."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=1)
    runs = parser.parse_args().runs
    languages = Languages()
    languages.segment("The language is loaded first.", "en")
    measure("300 pages.pdf", long_pdf, languages, runs)
    measure("5 MB.html", large_page, languages, runs)


if __name__ == "__main__":
    main()
