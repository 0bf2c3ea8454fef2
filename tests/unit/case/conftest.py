"""A small case of two short articles, and eyes of our own on its file."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.in_lines import titled

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.model import (
    Article,
    Proposal,
    Reason,
    SourceDraft,
    SourceId,
    Span,
    StatementId,
)

BRIDGE = ("The old bridge closes", "It closes on Monday.", "Twelve people were hurt.", "Nobody died.")
CROSSING = ("Bridge shut", "From Monday it is shut.", "15 were hurt, the mayor said.")


@pytest.fixture
def draft() -> Callable[..., SourceDraft]:
    """Make an article of a title and sentences, ready for a case."""

    def make(*sentences: str, published: str | None = None, name: str = "") -> SourceDraft:
        text, segments = titled(sentences)
        digest = hashlib.sha256(text.encode()).hexdigest()
        article = Article(name or sentences[0] + ".txt", text, digest, sentences[0], published=published)
        return SourceDraft(article, "en", segments)

    return make


@pytest.fixture
def proposal() -> Callable[[int, int, float], Proposal]:
    """Make what the aligner says of a pair."""

    def make(left: int, right: int, confidence: float) -> Proposal:
        reasons = (Reason("words", confidence / 2, (Span(0, 3),), (Span(1, 2),)), Reason("names", 0.0))
        return Proposal(StatementId(left), StatementId(right), confidence, reasons)

    return make


@pytest.fixture
def aligned() -> Callable[..., PairAlignment]:
    """Make an alignment of the first two sources out of proposals."""

    def make(*proposals: Proposal, left: int = 1, right: int = 2) -> PairAlignment:
        return PairAlignment(SourceId(left), SourceId(right), proposals)

    return make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the case of a test is kept."""
    return tmp_path / "bridge.reconciler"


@pytest.fixture
def case(
    path: Path,
    draft: Callable[..., SourceDraft],
    proposal: Callable[[int, int, float], Proposal],
    aligned: Callable[..., PairAlignment],
) -> Iterator[Case]:
    """Statements 1 to 4 against 5 to 7; proposed are 1-5 as match 1, 2-6 as match 2, 3-7 as match 3."""
    with Case.create(path, analyst="Ada") as made:
        made.add_sources([draft(*BRIDGE), draft(*CROSSING, published="2024-05-06")])
        made.record_run(
            "test-1", "{}", [aligned(proposal(1, 5, 0.9), proposal(2, 6, 0.6), proposal(3, 7, 0.3))]
        )
        yield made


@pytest.fixture
def on_disk(path: Path) -> Callable[..., list[tuple[Any, ...]]]:
    """Ask the file itself, through a connection of the test's own."""

    def ask(sql: str, *parameters: object, of: Path | None = None) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"{(of or path).as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute(sql, parameters).fetchall()

    return ask
