"""How strong a proposal is, as the interface says it: its confidence in three classes."""

from enum import StrEnum
from typing import Self


class Strength(StrEnum):
    """The classes that a confidence from 0 to 1 falls into, as it is shown: in whole percent."""

    STRONG = "strong"
    LIKELY = "likely"
    WEAK = "weak"

    @classmethod
    def of(cls, confidence: float) -> Self:
        """Return the class of a confidence."""
        shown = round(confidence * 100)
        return cls("strong" if shown >= 75 else "likely" if shown >= 50 else "weak")
