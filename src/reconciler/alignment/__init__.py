"""Statements of two sources become matches with a confidence and reasons.

Evidence (matrices computed in bulk over one vocabulary of all documents) goes through a small
trained model; linking decides which pairs are shown. Nothing depends on the order of sources.
Importing this package is light: numpy, scipy and rapidfuzz are loaded by the first alignment, or before
it by `preload`.
"""

from collections.abc import Callable, Sequence

from reconciler.alignment.reason_names import ReasonName
from reconciler.alignment.values import (
    FEWEST,
    FEWEST_OF_A_KIND,
    MIDDLE,
    Document,
    Judgement,
    Lesson,
    PairAlignment,
    Relations,
    Scores,
    Settings,
    Unit,
)

__all__ = [
    "FEWEST",
    "FEWEST_OF_A_KIND",
    "MIDDLE",
    "MODEL",
    "Document",
    "Judgement",
    "Lesson",
    "PairAlignment",
    "ReasonName",
    "Relations",
    "Scores",
    "Settings",
    "Unit",
    "align",
    "preload",
]

MODEL = "lexical-5"
"""Name and version of the model, kept with each run: what is decided was decided on its word."""


def preload(*languages: str) -> None:
    """Do the slow part of the first alignment early: load the libraries, the weights and word lists."""
    from reconciler.alignment import aligner, frequency, model  # noqa: F401

    model.shipped()
    frequency.preload(*languages)


def align(
    documents: Sequence[Document],
    settings: Settings | None = None,
    judgements: Sequence[Judgement] = (),
    *,
    relations: Relations | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[PairAlignment, ...]:
    """Line up every pair of documents, in order of their ids.

    How rare a word is is counted over all the documents, and with three or more each one speaks for
    pairs of the others. `judgements` are what the analyst decided: enough of them move the model, if
    `settings` let them; a case leaves decided pairs alone whatever is proposed here. `relations` knows
    which words stand for each other. `progress` is told a share from 0 to 1; `cancelled` is asked now
    and then, and Cancelled is raised when it says yes. The source ids must differ; an empty document
    is fine. The result does not depend on the order of documents or judgements.
    """
    from reconciler.alignment.aligner import Work, align_all

    work = Work(documents, settings or Settings(), judgements, relations)
    return align_all(work, progress, cancelled)
