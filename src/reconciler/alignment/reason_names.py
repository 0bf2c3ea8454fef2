"""The names of the reasons a pair is proposed for."""

from enum import StrEnum


class ReasonName(StrEnum):
    """What can speak for a pair; the interface puts each into words.

    WORDS: share of what both say that the other says too, rare words counting more.
    NAMES, NUMBERS: how much of the names (numbers) of the two is shared.
    WORDING: how close the very wording is. ONLY_COUNTERPART: how far the pair is ahead of the
    next best of both statements. NEIGHBOURS: how well the statements before or after match.
    """

    WORDS = "words"
    NAMES = "names"
    NUMBERS = "numbers"
    WORDING = "wording"
    ONLY_COUNTERPART = "only_counterpart"
    NEIGHBOURS = "neighbours"
