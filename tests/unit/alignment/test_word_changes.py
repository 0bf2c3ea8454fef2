"""The difference between two wordings, word by word."""

import pytest

from reconciler.alignment.word_changes import ChangeKind, same_words, word_changes


def changes(old: str, new: str) -> list[tuple[str, str]]:
    """Return what stands on each side of every change."""
    return [
        (old[each.old.start : each.old.end], new[each.new.start : each.new.end])
        for each in word_changes(old, new)
    ]


def test_each_corrected_word_is_a_change_of_its_own() -> None:
    old = "Le maire a annoncé 12 morts samedi."
    new = "Le maire a annoncé 15 morts dimanche soir."
    assert changes(old, new) == [("12", "15"), ("samedi", "dimanche soir")]
    assert [each.kind for each in word_changes(old, new)] == [ChangeKind.REPLACED, ChangeKind.REPLACED]


def test_added_and_removed_words_have_an_empty_place_on_the_other_side() -> None:
    short, long = "Le port est fermé.", "Le port est fermé jusqu'à lundi."
    (added,) = word_changes(short, long)
    (removed,) = word_changes(long, short)
    assert (added.kind, removed.kind) == (ChangeKind.ADDED, ChangeKind.REMOVED)
    assert changes(short, long) == [("", "jusqu'à lundi")]
    assert added.old.start == added.old.end == len("Le port est fermé")
    assert (removed.old, removed.new) == (added.new, added.old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1 200 personnes", "1 500 personnes"),
        ("12,5 millions", "12,7 millions"),
        ("le 04.06.2023", "le 05.06.2023"),
        ("at 10:30", "at 10:45"),
        ("vers 10h30", "vers 10h45"),
    ],
)
def test_a_number_changes_as_a_whole(old: str, new: str) -> None:
    ((was, now),) = changes(old, new)
    assert was in old.removesuffix(was) + was
    assert (was.replace(was, now), old.replace(was, now)) == (now, new)
    assert was[0].isdigit()
    assert was[-1].isdigit()
    assert (
        was == old.removeprefix("le ").removeprefix("at ").removeprefix("vers ").split(" p")[0].split(" m")[0]
    )


def test_figures_that_changed_side_by_side_are_told_apart() -> None:
    assert changes("à 10h30, le 4 mai", "à 10h45, le 5 mai") == [("10h30", "10h45"), ("4", "5")]
    old, new = "le 04.06.2023, à 10h30", "le 05.06.2023, à 10h45"
    assert changes(old, new) == [("04.06.2023", "05.06.2023"), ("10h30", "10h45")]


def test_what_two_strange_sentences_share_in_small_words_is_no_common_ground() -> None:
    old, new = "Elle travaille de nuit à Lille.", "Personne ne parle de grève là-bas."
    assert len(changes(old, new)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("« C’est un coup dur », dit-elle.", '"C\'est un coup dur", dit-elle.'),
        ("“It’s over,” he said.", '"It\'s over," he said.'),
        ("Quoi\u202f?  Rien\u00a0!", "Quoi? Rien !"),
        ("1\u202f200 euros", "1 200 euros"),
        ("te\u0301le\u0301phone", "téléphone"),
        ("coopé\u00adration", "coopération"),
        ("une ﬁn", "une fin"),
        ("rendez\u2011vous", "rendez-vous"),
        ("et puis...", "et puis…"),
        ("A — B", "A – B"),
    ],
)
def test_typography_is_no_change(one: str, other: str) -> None:
    assert same_words(one, other)
    assert word_changes(one, other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Il viendra.", "il viendra."),
        ("Il viendra.", "Il viendra"),
        ("12 morts", "1 2 morts"),
        ("1 200", "1200"),
        ("Il dit « oui ».", "Il dit oui."),
        ("3.5", "3,5"),
        ("peut être", "peutêtre"),
        ("m²", "m2"),
        ("non\x00", "non"),
    ],
)
def test_anything_else_is_one(one: str, other: str) -> None:
    assert not same_words(one, other)
    assert word_changes(one, other)


def test_scripts_without_spaces_change_character_by_character() -> None:
    assert changes("地震は東京で起きた", "地震は大阪で起きた") == [("東京", "大阪")]


def test_nothing_against_something() -> None:
    assert changes("", "Un mot.") == [("", "Un mot.")]
    assert changes("Un mot.", "") == [("Un mot.", "")]
    assert changes("", " ") == []


def test_texts_too_long_for_a_table_differ_from_the_first_to_the_last_change() -> None:
    old = ["avant", *(f"a{place}" for place in range(9_000)), "après"]
    new = ["avant", *(f"b{place}" for place in range(9_000)), "après"]
    assert changes(" ".join(old), " ".join(new)) == [(" ".join(old[1:-1]), " ".join(new[1:-1]))]
