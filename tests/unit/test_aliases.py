"""The names of one thing share a key, in French and English; what is related is told so."""

import pytest

from reconciler.language.signals.aliases import Aliases, related


@pytest.mark.parametrize(
    ("key", "french", "english"),
    [
        ("belgium", ["la Belgique", "belges", "Belge"], ["Belgium", "Belgian", "Belgians"]),
        ("united states", ["États-Unis", "Etats-Unis", "américaine"], ["United States", "U.S.", "American"]),
        ("nato", ["OTAN", "Otan", "Alliance atlantique"], ["NATO", "Nato"]),
        ("united states/presidency", ["Maison-Blanche", "Maison Blanche"], ["White House"]),
        ("united states/defence ministry", ["Pentagone"], ["Pentagon", "Department of Defense"]),
        ("democratic republic of the congo", ["RDC", "République démocratique du Congo"], ["DR Congo"]),
    ],
)
def test_forms_share_a_key(key: str, french: list[str], english: list[str]) -> None:
    for language, forms in (("fr", french), ("en", english)):
        table = Aliases.load(language)
        for form in forms:
            words = [word for word in form.split() if word != "la"]
            assert table.key_of(words) == key, form


def test_acronyms_and_words_are_told_by_their_capitals() -> None:
    table = Aliases.load("en")
    assert table.key_of(["who"]) is None
    assert table.key_of(["us"]) is None
    assert table.key_of(["turkey"]) is None
    assert table.key_of(["WHO"]) == "world health organization"


def test_a_language_without_forms_has_an_empty_table() -> None:
    assert Aliases.load("de").key_of(["Belgium"]) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("russia", "russia/defence ministry"),
        ("defence ministry", "russia/defence ministry"),
        ("belgium/brussels", "belgium"),
        ("vladimir poutine", "putin"),
        ("volodymyr zelensky", "zelenskyy"),
    ],
)
def test_related_keys(one: str, other: str) -> None:
    assert related(one, other)
    assert related(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("niger", "nigeria"),
        ("russia/defence ministry", "ukraine/defence ministry"),
        ("guinea", "guinea-bissau"),
        ("anne martin", "paul martin"),
        ("", "putin"),
    ],
)
def test_unrelated_keys(one: str, other: str) -> None:
    assert not related(one, other)
