"""A thesaurus in MyThes form: where it is found, what it says of words, and that no file makes it fail."""

import os
from collections.abc import Mapping
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reconciler.language.thesaurus import STRONGEST, Thesaurus
from reconciler.language.thesaurus_files import standard_places

FRENCH = {
    "raid": ["(Nom)|incursion|razzia|coup de main"],
    "incursion": ["(Nom)|raid|razzia|invasion"],
    "razzia": ["(Nom)|raid|incursion|pillage"],
    "paix": ["(Nom)|accord|calme|guerre (antonyme)|concorde (familier)"],
    "accord": ["(Nom)|paix|entente|pacte|traité|contrat|marché|harmonie|concert|unité"],
    "œuvre": ["(Nom)|ouvrage|travail"],
    "directeur": ["(Nom)|chef|dirigeant"],
    "démettre": ["(Verbe)|se retirer|s'effacer|s’incliner|plier(se)"],
    "état": ["(Nom)|nation"],
    "obsèques": ["(Nom)|enterrement"],
    "parlementaire": ["(Nom)|sénateur|élu"],
}


def write(
    folder: Path,
    entries: Mapping[str, list[str]],
    name: str = "th_fr_FR_v2",
    encoding: str = "UTF-8",
    end: str = "\n",
) -> Thesaurus:
    """Write a thesaurus and open it by its language, with nowhere else to look."""
    folder.mkdir(exist_ok=True)
    codec = encoding.removeprefix("microsoft-")
    text = (encoding + end).encode("ascii")
    places: dict[bytes, int] = {}
    for word, meanings in entries.items():
        places[word.encode(codec)] = len(text)
        text += (f"{word}|{len(meanings)}{end}" + "".join(line + end for line in meanings)).encode(codec)
    (folder / f"{name}.dat").write_bytes(text)
    lines = [word + b"|%d" % place for word, place in sorted(places.items())]
    newline = end.encode("ascii")
    (folder / f"{name}.idx").write_bytes(
        newline.join([encoding.encode("ascii"), b"%d" % len(lines), *lines, b""])
    )
    found = Thesaurus.open(name.split("_")[1], [folder])
    assert found is not None
    return found


@pytest.fixture
def french(tmp_path: Path) -> Thesaurus:
    return write(tmp_path, FRENCH)


def strengths(thesaurus: Thesaurus, *lemmas: str) -> dict[frozenset[str], float]:
    return {frozenset((lemmas[i], lemmas[j])): strength for i, j, strength in thesaurus.similarities(lemmas)}


# --- What is said of a word -----------------------------------------------------------------------


def test_the_words_listed_for_a_word_without_expressions(french: Thesaurus) -> None:
    assert set(french.related("raid")) == {"incursion", "razzia"}
    assert french.related("pourparler") == {}


def test_antonyms_are_no_synonyms_and_marks_are_no_part_of_a_word(french: Thesaurus) -> None:
    assert set(french.related("paix")) == {"accord", "calme", "concorde"}


def test_verbs_lose_their_pronoun(french: Thesaurus) -> None:
    assert set(french.related("démettre")) == {"retirer", "effacer", "incliner", "plier"}


def test_long_lists_many_meanings_and_generic_terms_say_less(tmp_path: Path) -> None:
    english = write(
        tmp_path,
        {
            "lawyer": ["(noun)|attorney|professional (generic term)"],
            "big": ["(adj)|large|" + "|".join(f"word{n}" for n in range(30))],
            "bank": [f"(noun)|depot|other{n}" for n in range(5)],
        },
        "th_en_US_v2",
    )
    lawyer = english.related("lawyer")
    assert STRONGEST >= lawyer["attorney"] > lawyer["professional"] > 0
    assert lawyer["attorney"] > english.related("big")["large"] > 0
    assert lawyer["attorney"] > english.related("bank")["depot"] > 0


@pytest.mark.parametrize(
    ("asked", "headword"),
    [
        ("oeuvre", "œuvre"),
        ("directrice", "directeur"),
        ("etat", "état"),
        ("etats", "état"),
        ("obsèque", "obsèques"),
    ],
)
def test_a_word_is_found_under_another_spelling(french: Thesaurus, asked: str, headword: str) -> None:
    assert french.related(asked) == french.related(headword) != {}


def test_a_short_word_is_not_taken_for_a_plural(tmp_path: Path) -> None:
    thesaurus = write(tmp_path, {"mais": ["(Conjonction)|cependant"]})
    assert thesaurus.related("mai") == {}


def test_german_writes_its_nouns_with_a_capital(tmp_path: Path) -> None:
    german = write(
        tmp_path,
        {
            "abkommen": ["-|Abkommen|Pakt (geh.)|Vertrag|(sich) einigen|Dokument (Oberbegriff)"],
            "Pakt": ["-|Abkommen|Pakt|Vertrag"],
        },
        "th_de_DE_v2",
    )
    said = german.related("abkommen")
    assert set(said) == {"pakt", "vertrag", "einigen", "dokument"}
    assert said["dokument"] < said["vertrag"]
    assert frozenset(("abkommen", "pakt")) in strengths(german, "abkommen", "pakt")


# --- Pairs of a vocabulary ------------------------------------------------------------------------


def test_pairs_of_a_vocabulary_stand_in_order_with_strengths(french: Thesaurus) -> None:
    vocabulary = ["ministre", "razzia", "paix", "raid", "guerre", "incursion", "accord"]
    found = french.similarities(vocabulary)
    assert [(i, j) for i, j, _ in found] == sorted((i, j) for i, j, _ in found)
    assert all(i < j and 0 < strength <= STRONGEST for i, j, strength in found)
    assert {frozenset((vocabulary[i], vocabulary[j])) for i, j, _ in found} == {
        frozenset(pair)
        for pair in [("raid", "incursion"), ("raid", "razzia"), ("razzia", "incursion"), ("paix", "accord")]
    }


def test_words_that_share_their_words_are_closer_than_one_among_many(french: Thesaurus) -> None:
    found = strengths(french, "raid", "incursion", "paix", "accord")
    assert found[frozenset(("raid", "incursion"))] > found[frozenset(("paix", "accord"))]


def test_pairs_do_not_depend_on_the_order_of_words(french: Thesaurus) -> None:
    words = ("raid", "incursion", "razzia", "accord", "paix")
    expected = strengths(french, *words)
    assert expected
    for order in permutations(words):
        assert strengths(french, *order) == expected


def test_one_side_naming_the_other_is_enough_and_says_less(tmp_path: Path) -> None:
    thesaurus = write(
        tmp_path, {"cliché": ["(Nom)|photo"], "avocat": ["(Nom)|juriste"], "juriste": ["(Nom)|avocat"]}
    )
    found = strengths(thesaurus, "photo", "cliché", "avocat", "juriste")
    assert found[frozenset(("avocat", "juriste"))] == pytest.approx(STRONGEST)
    assert 0 < found[frozenset(("photo", "cliché"))] < STRONGEST


def test_a_listed_word_is_known_by_another_form_of_it(french: Thesaurus) -> None:
    named = strengths(french, "parlementaire", "sénatrice")
    assert named.keys() == {frozenset(("parlementaire", "sénatrice"))}
    # But where the vocabulary has the very word, that is the one meant, and a form is no synonym.
    assert strengths(french, "parlementaire", "sénatrice", "sénateur").keys() == {
        frozenset(("parlementaire", "sénateur"))
    }
    assert strengths(french, "directeur", "directrice") == {}


# --- Where it is found ----------------------------------------------------------------------------


def test_the_first_folder_that_has_the_language_counts(tmp_path: Path) -> None:
    write(tmp_path / "b", {"raid": ["(Nom)|attaque"]})
    write(tmp_path / "c", {"raid": ["(Nom)|rafle"]})
    write(tmp_path / "c", {"raid": ["(noun)|foray"]}, "th_en_US_v2")
    places = [tmp_path / "missing", tmp_path / "b", tmp_path / "c"]
    found = {language: Thesaurus.open(language, places) for language in ("fr", "en", "de", "und", "../b")}
    assert found["fr"] is not None
    assert set(found["fr"].related("raid")) == {"attaque"}
    assert found["en"] is not None
    assert set(found["en"].related("raid")) == {"foray"}
    assert found["de"] is found["und"] is found["../b"] is None


@pytest.mark.parametrize(
    ("language", "names", "chosen"),
    [
        ("fr", ["th_fr_CA_v2", "th_fr_FR_v2", "th_fr_BE_v2"], "th_fr_FR_v2"),
        ("fr", ["th_fr_CA_v2", "thes_fr"], "thes_fr"),
        ("en", ["th_en_AU_v2", "th_en_US_v2", "th_en_GB"], "th_en_US_v2"),
        ("es", ["th_es_ANY_v2", "th_es_MX"], "th_es_ANY_v2"),
        ("sv", ["th_sv_SE"], "th_sv_SE"),
    ],
)
def test_of_several_the_home_country_goes_first(
    tmp_path: Path, language: str, names: list[str], chosen: str
) -> None:
    for name in names:
        write(tmp_path, {"a": ["-|b"]}, name)
    found = Thesaurus.open(language, [tmp_path])
    assert found is not None
    assert found.files.index.stem == chosen


def test_an_index_without_its_entries_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, FRENCH)
    (tmp_path / "th_fr_FR_v2.dat").unlink()
    assert Thesaurus.open("fr", [tmp_path]) is None


@pytest.mark.skipif(os.name == "nt", reason="needs a right of its own there")
def test_links_to_files_are_followed(tmp_path: Path) -> None:
    write(tmp_path / "real", FRENCH, "thes_fr")
    (tmp_path / "links").mkdir()
    for ending in ("idx", "dat"):
        (tmp_path / "links" / f"th_fr_FR_v2.{ending}").symlink_to(f"../real/thes_fr.{ending}")
    found = Thesaurus.open("fr", [tmp_path / "links"])
    assert found is not None
    assert found.related("raid")


def test_the_package_goes_first_then_where_systems_keep_theirs(tmp_path: Path) -> None:
    suite = tmp_path / "LibreOffice 24"
    (suite / "share" / "extensions" / "dict-fr").mkdir(parents=True)
    windows = list(standard_places("win32", {"PROGRAMFILES": str(tmp_path)}))
    assert windows[0].parts[-2:] == ("resources", "thesaurus")
    assert suite / "share" / "extensions" / "dict-fr" in windows
    data = {"XDG_DATA_DIRS": f"{tmp_path}:relative", "HOME": str(tmp_path / "home")}
    linux = list(standard_places("linux", data))
    own, named = tmp_path / "home/.local/share/mythes", tmp_path / "mythes"
    assert linux.index(own) < linux.index(named) < linux.index(Path("/usr/share/mythes"))
    assert all(place.is_absolute() for place in linux)
    application = tmp_path / "Applications" / "LibreOffice.app" / "Contents" / "Resources" / "extensions"
    (application / "dict-en").mkdir(parents=True)
    assert application / "dict-en" in list(standard_places("darwin", {"HOME": str(tmp_path)}))


# --- Files as they come ---------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["ISO8859-1", "ISO-8859-15", "UTF-8", "microsoft-cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    thesaurus = write(
        tmp_path, {"éclair": ["(Nom)|foudre|éclat"], "foudre": ["(Nom)|éclair"]}, "thes_fr", encoding, end
    )
    assert set(thesaurus.related("éclair")) == {"foudre", "éclat"}
    assert thesaurus.related("日本") == {}
    assert strengths(thesaurus, "foudre", "éclair")


@pytest.mark.parametrize("encoding", ["zip", "utf-16", "rot13", "", "ISO8859-99"])
def test_an_encoding_that_is_none_or_none_of_these_has_no_words(tmp_path: Path, encoding: str) -> None:
    thesaurus = write(tmp_path, FRENCH)
    for path in (thesaurus.files.index, thesaurus.files.data):
        path.write_bytes(path.read_bytes().replace(b"UTF-8", encoding.encode(), 1))
    assert thesaurus.related("raid") == {}
    assert thesaurus.similarities(["raid", "incursion"]) == []


def test_an_index_in_another_order_is_read_all_the_same(french: Thesaurus) -> None:
    first, count, *lines = french.files.index.read_bytes().splitlines()
    french.files.index.write_bytes(b"\n".join([first, count, *reversed(lines)]))
    assert all(french.related(word) for word in FRENCH)


def test_an_offset_that_leads_elsewhere_leads_nowhere(french: Thesaurus) -> None:
    text = french.files.index.read_bytes()
    offset = text.partition(b"\nraid|")[2].partition(b"\n")[0]
    for wrong in (b"0", b"7", b"999999", b"9" * 12, b"9" * 5000, b"-5", b"x", b"", b"\xb2"):
        french.files.index.write_bytes(text.replace(b"\nraid|" + offset, b"\nraid|" + wrong))
        thesaurus = Thesaurus(french.language, french.files)
        assert thesaurus.related("raid") == {}
        assert thesaurus.related("incursion")


def test_a_count_of_meanings_that_promises_too_much_stops_at_the_next_word(french: Thesaurus) -> None:
    text = french.files.data.read_bytes()
    # The last entry runs into the end of the file, the first into the one behind it.
    french.files.data.write_bytes(text.replace(b"raid|1", b"raid|9").replace("obsèques|1".encode(), b"obs"))
    assert set(french.related("raid")) == {"incursion", "razzia"}


def test_an_entry_longer_than_most_is_read_whole_one_without_end_as_far_as_it_goes(tmp_path: Path) -> None:
    listed = [f"mot{n:05d}" for n in range(20_000)]
    thesaurus = write(
        tmp_path, {"long": ["(Nom)|" + "|".join(listed[:1000])], "immense": ["(Nom)|" + "|".join(listed)]}
    )
    assert set(thesaurus.related("long")) == set(listed[:1000])
    assert set(listed[:1000]) < thesaurus.related("immense").keys()


def test_files_that_have_gone_have_no_words(french: Thesaurus) -> None:
    assert french.related("raid")
    french.files.data.unlink()
    assert french.related("raid") == {}
    french.files.index.unlink()
    assert Thesaurus("fr", french.files).similarities(["raid", "incursion"]) == []


WORDS = ["raid", "incursion", "paix", "œuvre", "etat", "", "a|b", "a\nb", "\ud800", "x" * 5000]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    index=st.binary(max_size=300)
    | st.lists(st.sampled_from([b"raid", b"|", b"\n", b"7", b"0", b"\xff"])).map(b"".join),
    data=st.binary(max_size=300)
    | st.lists(st.sampled_from([b"raid", b"|", b"\n", b"2", b"(", b") ", b"\0"])).map(b"".join),
    headed=st.booleans(),
)
@example(index=b"1\nraid|6\n", data=b"raid|99999999999\n|(((|)|()|\n", headed=True)
@example(index=b"1\nraid|6\n", data=b"raid|1", headed=True)
def test_any_bytes_are_read_without_failure(
    tmp_path: Path, index: bytes, data: bytes, *, headed: bool
) -> None:
    start = b"UTF-8\n" if headed else b""
    (tmp_path / "thes_fr.idx").write_bytes(start + index)
    (tmp_path / "thes_fr.dat").write_bytes(start + data)
    thesaurus = Thesaurus.open("fr", [tmp_path])
    assert thesaurus is not None
    for word in WORDS:
        assert all(0 < strength <= STRONGEST for strength in thesaurus.related(word).values())
    assert all(i < j and 0 < s <= STRONGEST for i, j, s in thesaurus.similarities(WORDS))
