"""Lines up all pairs of documents: evidence, then confidence, then what is shown and why."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np

from reconciler.alignment.evidence import Corpus, corpus_of, evidence_of
from reconciler.alignment.linking import shown
from reconciler.alignment.model import Weights, confidence, shipped
from reconciler.alignment.reasons import Explainer, Reader
from reconciler.alignment.values import Document, PairAlignment
from reconciler.errors import Cancelled
from reconciler.model import Proposal


def align_all(
    documents: Sequence[Document],
    progress: Callable[[float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> tuple[PairAlignment, ...]:
    """Do the work of `reconciler.alignment.align`, which documents it."""
    # Everything is computed in an order that only the documents' content decides, so that
    # sums come out the same to the last bit whatever the order of the sources.
    ordered = sorted(documents, key=_content)
    steps = _Steps(1 + 3 * (len(ordered) * (len(ordered) - 1) // 2), progress, cancelled)
    steps.done()
    corpus = corpus_of(ordered)
    steps.done()
    weights = shipped()
    pairs = []
    for first, second in combinations(range(len(ordered)), 2):
        pairs.append(_pair(corpus, ordered, (first, second), weights, steps))
    return tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right)))


def _content(document: Document) -> tuple[object, ...]:
    return (
        tuple((unit.kind.value, unit.text) for unit in document.units),
        document.language,
        document.published or "",
        document.source,
    )


class _Steps:
    """Tells how far the work has come, and stops it when asked to."""

    def __init__(
        self, total: int, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._total = total
        self._taken = -1
        self._progress = progress
        self._cancelled = cancelled

    def done(self) -> None:
        """Count one step; raises Cancelled."""
        if self._cancelled and self._cancelled():
            raise Cancelled
        self._taken += 1
        if self._progress:
            self._progress(self._taken / self._total)


def _pair(
    corpus: Corpus, documents: Sequence[Document], places: tuple[int, int], weights: Weights, steps: _Steps
) -> PairAlignment:
    evidence = evidence_of(corpus, *places)
    steps.done()
    matrices = confidence(evidence, weights), evidence.wording, evidence.words
    steps.done()
    left, right = places
    if documents[left].source > documents[right].source:
        left, right = right, left
        matrices = matrices[0].T, matrices[1].T, matrices[2].T
    matrix, wording, words = matrices
    one = Reader(documents[left].units, corpus.sides[left])
    two = Reader(documents[right].units, corpus.sides[right])
    explain = Explainer(corpus, one, two, matrix, wording)
    scores = np.zeros((len(one.units), len(two.units)))
    scores[np.ix_(one.side.rows, two.side.rows)] = matrix
    proposals = tuple(_proposals(shown(matrix, words, weights), explain))
    steps.done()
    return PairAlignment(
        left=documents[left].source,
        right=documents[right].source,
        proposals=proposals,
        scores=scores,
        left_units=tuple(unit.id for unit in one.units),
        right_units=tuple(unit.id for unit in two.units),
        explain=explain,
    )


def _proposals(pairs: Sequence[tuple[int, int]], explain: Explainer) -> Iterator[Proposal]:
    left, right = explain.left, explain.right
    for row, column in pairs:
        left_unit, right_unit = int(left.side.rows[row]), int(right.side.rows[column])
        yield Proposal(
            left.units[left_unit].id,
            right.units[right_unit].id,
            float(explain.confidence[row, column]),
            explain(left_unit, right_unit),
        )
