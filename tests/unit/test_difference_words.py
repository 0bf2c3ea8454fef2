"""Every kind, outcome and cause of a difference has a word of its own."""

from reconciler.alignment.differences import Cause
from reconciler.gui import evidence_words as called
from reconciler.model import Outcome, SignalKind


def test_every_cause_is_told_in_words_of_its_own() -> None:
    words = {cause: called.cause_word(cause) for cause in Cause}
    assert len(set(words.values())) == len(Cause)
    assert all("_" not in word for word in words.values())
    assert words[Cause.REVISION] == "contradiction or revision"


def test_a_cause_that_names_its_kind_stands_for_both() -> None:
    assert called.difference_title(SignalKind.ATTRIBUTION, "attribution_lost") == ("Attribution lost", "")
    assert called.difference_title(SignalKind.CERTAINTY, "hedge_lost") == ("Certainty", "hedge lost")
    assert called.difference_title(SignalKind.NAME, None) == ("Name", "")


def test_kinds_are_listed_once_and_in_one_order() -> None:
    given = [SignalKind.DATE, SignalKind.FIGURE, SignalKind.DATE]
    assert called.kind_words(given) == "figure, date"


def test_what_only_one_source_gives_names_that_source() -> None:
    assert called.outcome_word(Outcome.MISSING, "B") == "only in B"
    assert called.outcome_word(Outcome.DIFFERS, "B") == "differs"


def test_the_empty_side_says_what_its_absence_means() -> None:
    assert called.absent_word(SignalKind.ATTRIBUTION) == "nobody named"
    assert called.absent_word(SignalKind.FIGURE) == "not given"
