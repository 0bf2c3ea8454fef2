"""The names of the reasons that speak for or against a pair."""

from enum import StrEnum


class ReasonName(StrEnum):
    """What a score is made of; the interface puts each into words.

    WORDS, NAMES: what both say that the other says too, rare words counting more. NUMBERS, DATES:
    equal figures and days, or other ones on both sides. WORDING: how close the very wording is.
    NEIGHBOURS: whether the statements around match, and whether that keeps the order of both
    articles. PLACE: whether both stand in the same part of their article, both as its title or lead.
    THIRD_SOURCE: whether a third source has the like of both. ARTICLES: how much the two articles
    have in common as a whole. REACH: what the case counts as a match, a whole statement or part of
    one. LEARNT: what verdicts have taught.
    """

    WORDS = "words"
    NAMES = "names"
    NUMBERS = "numbers"
    DATES = "dates"
    WORDING = "wording"
    NEIGHBOURS = "neighbours"
    PLACE = "place"
    THIRD_SOURCE = "third_source"
    ARTICLES = "articles"
    REACH = "reach"
    LEARNT = "learnt"
