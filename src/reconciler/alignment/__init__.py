"""Statements of two sources become matches with a confidence and reasons.

Evidence (matrices computed in bulk over one vocabulary of all documents) goes through a small
trained model; linking decides which pairs are shown. Nothing depends on the order of sources.
Importing this package is light: numpy, scipy, rapidfuzz and wordfreq are loaded by the first
alignment, or before it by `preload`.
"""

from collections.abc import Callable, Sequence

from reconciler.alignment.reason_names import ReasonName
from reconciler.alignment.values import Document, Judgement, PairAlignment, Settings, Unit

__all__ = [
    "MODEL",
    "Document",
    "Judgement",
    "PairAlignment",
    "ReasonName",
    "Settings",
    "Unit",
    "align",
    "preload",
]

MODEL = "lexical-1"
"""Name and version of the model, kept with each run: what is decided was decided on its word."""


def preload(*languages: str) -> None:
    """Do the slow part of the first alignment early: load the libraries, the weights and word lists."""
    from reconciler.alignment import aligner, frequency, model  # noqa: F401

    model.shipped()
    frequency.preload(*languages)


def align(
    documents: Sequence[Document],
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[PairAlignment, ...]:
    """Line up every pair of documents, in order of their ids.

    How rare a word is is counted over all the documents. `progress` is told a share from 0 to 1;
    `cancelled` is asked now and then, and Cancelled is raised when it says yes. The source ids
    must differ; an empty document is fine.
    """
    from reconciler.alignment.aligner import align_all

    return align_all(documents, progress, cancelled)
