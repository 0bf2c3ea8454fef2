"""Which words meet, and how much a word tells."""

import pytest

from reconciler.alignment.compounds import compounds
from reconciler.alignment.frequency import background_weight
from reconciler.alignment.similarity import Entry, similarity_of
from reconciler.alignment.vocabulary import entry_of
from reconciler.language import Languages

LANGUAGES = Languages()


def likeness(language: str, one: str, other: str) -> float:
    """Return how alike two words are, as they stand in texts of a language."""
    entries = [entry_of(LANGUAGES.words(f"il y a {word} là", language)[3]) for word in (one, other)]
    return float(similarity_of(entries).toarray()[0, 1])


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "utilisées", "utilisation"),
        ("fr", "armes", "armement"),
        ("fr", "livrées", "livraison"),
        ("fr", "chinois", "Chine"),
        ("fr", "grève", "grévistes"),
        ("fr", "État", "Etat"),
        ("fr", "Zelensky", "Zelenskyy"),
        ("en", "arrested", "arrests"),
        ("en", "evacuated", "evacuation"),
    ],
)
def test_forms_of_a_word_meet(language: str, one: str, other: str) -> None:
    assert likeness(language, one, other) >= 0.7


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "belge", "Belgorod"),
        ("fr", "cour", "coup"),
        ("fr", "part", "participer"),
        ("fr", "mars", "mort"),
        ("fr", "arme", "âme"),
        ("en", "movie", "move"),
        ("en", "state", "street"),
    ],
)
def test_other_words_do_not(language: str, one: str, other: str) -> None:
    assert likeness(language, one, other) < 0.5


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("12", "12", 1.0),
        ("12", "15", 0.0),
        ("12000", "12001", 0.0),
        ("1968", "1969", 0.0),
        ("quatre", "4", 1.0),
    ],
)
def test_numbers_meet_only_when_equal(one: str, other: str, alike: float) -> None:
    entries = [entry_of(LANGUAGES.words(f"Il y a {word} morts", "fr")[3]) for word in (one, other)]
    assert all(entry.is_number for entry in entries)
    assert similarity_of(entries).toarray()[0, 1] == alike


def test_a_number_is_not_the_word_that_is_spelt_like_it() -> None:
    entries = [Entry("1984", "1984", is_number=True), Entry("1984", "1984", is_number=False)]
    assert similarity_of(entries).toarray()[0, 1] == 0.0


def test_rare_words_tell_more_than_frequent_ones() -> None:
    said, weapons, incursion = (background_weight("fr", word) for word in ("dit", "armes", "incursion"))
    assert said < weapons < incursion


def test_the_most_frequent_form_of_a_word_counts() -> None:
    assert background_weight("en", "wars", "war") == background_weight("en", "war")


def test_a_language_without_a_list_has_weights_too() -> None:
    assert background_weight("und", "incursion") == background_weight("fr", "zzyzzyzz") > 0


def parts(language: str, *words: str) -> list[list[float]]:
    """Return how alike words are by what they are made of, as they stand in texts of a language."""
    entries = [entry_of(LANGUAGES.words(f"il y a {word} là", language)[3]) for word in words]
    found: list[list[float]] = compounds(entries, [{language}] * len(entries)).toarray().tolist()
    return found


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("Wildbienen", "Bienen"),
        ("Sperrmüll", "Müll"),
        ("Schadstoffmobil", "Schadstoffe"),
        ("Abhol-Termin", "Termine"),
        ("bezahlen", "zahlen"),
    ],
)
def test_a_german_word_meets_the_words_it_is_made_of(word: str, part: str) -> None:
    ((_, one), (other, _)) = parts("de", word, part)
    assert 0.5 <= one == other < 0.9


def test_the_more_of_a_word_its_part_is_the_more_alike_both_are() -> None:
    ((_, most, least), *_) = parts("de", "Wildbienenarten", "Bienenarten", "Arten")
    assert most > least > 0
    assert parts("de", "Schlaganfall", "Schlag-Anfall")[0][1] == 1.0


@pytest.mark.parametrize(("word", "other"), [("Haustür", "Tier"), ("Zeiten", "Zeit"), ("Brotzeit", "rot")])
def test_a_german_word_meets_no_other_by_its_parts(word: str, other: str) -> None:
    assert parts("de", word, other)[0][1] in (0.0, 1.0)


def test_numbers_and_words_of_other_languages_have_no_parts() -> None:
    assert parts("fr", "transport", "sport") == [[0, 0], [0, 0]]
    assert parts("de", "12000", "2000") == [[0, 0], [0, 0]]
