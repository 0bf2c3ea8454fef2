"""What holds of statements and words whatever the text is."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reconciler.language import Languages
from reconciler.model import Segment, Word

LANGUAGES = Languages()
LANGUAGES.load("fr", "en")

# Any text, and text made of what the rules look at, which random text hardly ever holds.
PARTS = st.sampled_from(
    [
        *".!?…\"«»“”„()[]'’‘:;,-–—•©/\n\r\t \u00a0\u202f\u2028\x85",
        *("...", "[…]", "``", "''", "\r\n", "\n\n", "\u200b", "\ufeff", "🙂"),
        *("M.", "Mme", "etc.", "U.S.", "Le", "Ce", "Otan", "les", "dit", "Par", "Menu", "AFP", "Lire aussi"),
        *("12", "6.500", "04.06.2023", "juin 2023,", "PARIS –", "https://a.example/b", "(MORE:"),
        *(
            "é",
            "É",
            "e\u0301",
            "ß",
            "İ",
            "ǅ",
            "你好",
            "。",
            "「",
            "」",
            "；",
            ";",
            "💥",
            "p. m.",
            "``A",
            "[1]",
            "שלום",
            "مرحبا؟",
            "𝔘",
        ),
        *("''A", "'s", "d. h.", "[a]"),
    ]
)
TEXTS = st.text() | st.lists(PARTS, max_size=60).map("".join) | st.lists(PARTS, max_size=60).map(" ".join)
SPOKEN = st.sampled_from(["fr", "en", "de", "nl", "ru", "el", "ja", "ar", "und", "zz"])


@given(TEXTS, SPOKEN)
@settings(max_examples=600, deadline=None)
@example("\n \n\r\n", "fr")
@example(".", "fr")
@example('"', "en")
@example("Otan\u200bCe .Une", "fr")
def test_statements_hold_every_character_once_and_in_order(text: str, language: str) -> None:
    found = LANGUAGES.segment(text, language)

    assert all(isinstance(one, Segment) for one in found)
    behind = 0
    for one in found:
        assert behind <= one.start < one.end <= len(text)
        assert not text[behind : one.start].strip()
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        behind = one.end
    assert not text[behind:].strip()


@given(TEXTS, SPOKEN)
@settings(max_examples=300, deadline=None)
def test_words_are_disjoint_slices_of_the_statement(text: str, language: str) -> None:
    found = LANGUAGES.words(text, language)

    behind = 0
    for word in found:
        assert isinstance(word, Word)
        assert behind <= word.start < word.end <= len(text)
        assert word.norm
        assert word.lemma
        assert word.stem
        behind = word.end


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_text_has_a_language_or_und(text: str) -> None:
    found = LANGUAGES.detect(text)

    assert found == "und" or (len(found) in (2, 3) and found.islower())


@given(
    st.lists(st.sampled_from(["Le pont est fermé", "Une digue a cédé", "Elle tient"]), min_size=1, max_size=8)
)
@settings(max_examples=50, deadline=None)
def test_plain_sentences_come_back_as_they_were_put_together(sentences: list[str]) -> None:
    text = " ".join(f"{sentence}." for sentence in sentences)

    found = LANGUAGES.segment(text, "fr")

    assert [text[one.start : one.end] for one in found] == [f"{sentence}." for sentence in sentences]
