"""What goes into a comparison of two statements, and the causes of a difference."""

from dataclasses import dataclass
from enum import StrEnum

from reconciler.model import Signal


class Cause(StrEnum):
    """Why two statements differ, where it can be told; kept in `model.Difference.cause`."""

    CONTRADICTION = "contradiction"
    REVISION = "revision"
    OTHER_SCOPE = "other_scope"
    ROUNDING = "rounding"
    BOUND = "bound"
    COARSER = "coarser"
    ATTRIBUTION_LOST = "attribution_lost"
    OTHER_SOURCE = "other_source"
    HEDGE_LOST = "hedge_lost"
    QUOTE_CHANGED = "quote_changed"
    QUOTE_SHORTENED = "quote_shortened"
    QUOTE_PARAPHRASED = "quote_paraphrased"
    QUOTE_MARKS_LOST = "quote_marks_lost"


@dataclass(frozen=True, slots=True)
class StatementSignals:
    """One statement as the comparison sees it.

    `start` is where the text stands in its source, since the signals' offsets are into that;
    `published` is the date of the source, ISO 8601 and as precise as it is known.
    """

    text: str
    signals: tuple[Signal, ...] = ()
    start: int = 0
    language: str = "und"
    published: str | None = None
