"""How much a word tells, where its language has a list of frequencies and where it has none."""

import logging
from math import log10

import pytest
from wordfreq import get_frequency_dict

from reconciler.alignment.frequency import UNKNOWN, background_weight


@pytest.mark.parametrize("language", ["en", "no", "hr", "wuu", "nn", "und"])
def test_a_language_without_a_list_of_its_own_is_no_reason_for_a_warning(
    language: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        background_weight(language, "i")
    assert caplog.records == []


def test_every_word_is_unknown_where_there_is_no_list() -> None:
    assert background_weight("wuu", "的") == background_weight("und", "the") == UNKNOWN


@pytest.mark.parametrize(("language", "word"), [("no", "ikke"), ("hr", "je"), ("zh", "的"), ("tl", "ang")])
def test_frequent_words_tell_little(language: str, word: str) -> None:
    assert background_weight(language, word) < 2


def test_the_lists_are_read_as_wordfreq_reads_them() -> None:
    known = get_frequency_dict("fr", wordlist="small")
    telling = {word: 7 - log10(frequency) - 9 for word, frequency in known.items()}
    assert {word: background_weight("fr", word) for word in telling} == pytest.approx(
        {word: min(max(weight, 0.1), 6.0) for word, weight in telling.items()}
    )
