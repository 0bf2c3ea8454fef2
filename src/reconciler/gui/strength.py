"""How strong a proposal is, as the interface says it: its confidence in three classes."""

from enum import StrEnum
from typing import Self

from reconciler.model import shown_confidence


class Strength(StrEnum):
    """The classes that a confidence from 0 to 1 falls into, as it is shown: in whole percent."""

    STRONG = "strong"
    LIKELY = "likely"
    WEAK = "weak"

    @classmethod
    def of(cls, confidence: float) -> Self:
        """Return the class of a confidence."""
        shown = shown_confidence(confidence)
        return cls("strong" if shown >= 0.75 else "likely" if shown >= 0.5 else "weak")
