"""Whatever the text, signals of who says what are found without failing, with exact spans."""

from hypothesis import given
from hypothesis import strategies as st

from reconciler.language import Languages
from reconciler.language.signals.aliases import Aliases, name_key, related
from reconciler.model import Segment, StatementKind

LANGUAGES = Languages()

# Words that rules begin with, between marks and any other text, reach deeper than letters at random.
BITS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["selon", "d'après", "a déclaré", "a-t-il", "dit-elle", "citant", "cité par", "pour", "M.", "Mme",
         "le ministère", "russe", "de la Défense", "Bruxelles", "le maire", "aurait été", "si", "qu'il",
         "serait", "a fait savoir", "se réjouit", "De Croo", "de", "L'", "source", "according to", "said",
         "told", "citing", "The Pentagon", "may", "could", "spokesman for", "« ", " »", '"', "'", "“", "”",
         ",", ".", ":", "?", "-", "(", ")", "\u00a0", "\ud7ff", "İ", "ß", "ﬁ", "'98", "-", "--", "U.S."]
    ),
)  # fmt: skip
STATEMENT = st.lists(BITS, min_size=1, max_size=14).map(" ".join)


@given(st.lists(STATEMENT, min_size=1, max_size=3), st.sampled_from(["fr", "en", "de", "und"]))
def test_spans_are_exact_and_nothing_fails(statements: list[str], language: str) -> None:
    text = "\n".join(statements)
    starts = [sum(len(one) + 1 for one in statements[:place]) for place in range(len(statements))]
    segments = [
        Segment(start, start + len(one), StatementKind.SENTENCE)
        for start, one in zip(starts, statements, strict=True)
        if one
    ]
    for segment, found in zip(segments, LANGUAGES.signals(text, segments, language, None), strict=True):
        for signal in found:
            assert segment.start <= signal.start < signal.end <= segment.end
            assert text[signal.start : signal.end] == signal.text


@given(st.lists(st.text(max_size=8), max_size=5), st.lists(st.text(max_size=8), max_size=5))
def test_relation_of_keys_has_no_direction(one: list[str], other: list[str]) -> None:
    first, second = name_key(one), name_key(other)
    assert related(first, second) == related(second, first)
    assert related(first, first)


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=5))
def test_any_words_can_be_looked_up(words: list[str]) -> None:
    for language in ("fr", "en", "und"):
        Aliases.load(language).key_of(words)
