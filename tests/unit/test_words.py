"""The words of a statement, and the language of a text."""

import subprocess
import sys

import pytest

from reconciler.language import Languages
from reconciler.model import WordKind

LANGUAGES = Languages()


def words(text: str, language: str = "fr") -> dict[str, tuple[str, str, str, WordKind]]:
    return {
        text[word.start : word.end]: (word.norm, word.lemma, word.stem, word.kind)
        for word in LANGUAGES.words(text, language)
    }


def numbers(text: str, language: str = "fr") -> list[str]:
    return [word.norm for word in LANGUAGES.words(text, language) if word.kind is WordKind.NUMBER]


def names(text: str, language: str = "fr") -> list[str]:
    return [
        text[word.start : word.end] for word in LANGUAGES.words(text, language) if word.kind is WordKind.NAME
    ]


def test_forms_of_a_word_share_lemma_and_stem() -> None:
    found = words("Les armes utilisées lors de leur utilisation, et l'arme utilisée")

    assert found["utilisées"][:2] == ("utilisées", "utiliser")
    assert found["utilisées"][2] == found["utilisation"][2] == found["utilisée"][2]
    assert found["armes"][1:] == found["arme"][1:]


def test_small_words_are_stop_words_and_elisions_are_cut_off() -> None:
    found = words("Qu’a-t-il dit de l’Ukraine, aujourd'hui, à la presqu'île ?")

    assert {text: kind for text, (*_, kind) in found.items() if kind is not WordKind.STOP} == {
        "Ukraine": WordKind.NAME,
        "presqu'île": WordKind.WORD,
    }
    assert found["l’"][0] == "l"
    assert found["-t-il"][0] == "il"


def test_english_clitics_are_cut_off() -> None:
    found = words("The president's men didn't see it", "en")

    assert {text for text, (*_, kind) in found.items() if kind is WordKind.WORD} == {
        "president",
        "men",
        "see",
    }


def test_offsets_are_into_the_statement() -> None:
    text = "«\u00a0Les 7\u202f418 pompiers\u00a0»"

    assert [text[word.start : word.end] for word in LANGUAGES.words(text, "fr")] == [
        "Les",
        "7\u202f418",
        "pompiers",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7 418 205 foyers", ["7418205"]),
        ("31\u00a0000 et 31\u202f000 et 31000 foyers", ["31000", "31000", "31000"]),
        ("6.500 foyers", ["6500"]),
        ("7,418,205 foyers", ["7418205"]),
        ("4,5 % et 28,4°C", ["4.5", "28.4"]),
        ("1.234,5 mètres", ["1234.5"]),
        ("90 millions d'euros", ["90000000"]),
        ("2,5 millions d'euros", ["2500000"]),
        ("quatre alpinistes", ["4"]),
        ("vingt et un morts", ["21"]),
        ("quatre-vingt-dix-sept morts", ["97"]),
        ("soixante-dix ou septante", ["70", "70"]),
        ("deux cent mille hommes", ["200000"]),
        ("deux millions cinq cent mille hommes", ["2500000"]),
        ("mille neuf cent quatre-vingt-quatre", ["1984"]),
        ("neuf morts", ["9"]),
        ("un homme neuf", []),
        ("un mort et une blessée", []),
        ("une dizaine de blessés", ["10"]),
        ("le 1er juin à 5h25 puis à 17 h 05", ["1", "5:25", "17:05"]),
        ("le 04.06.2023", ["2023-06-04"]),
        ("trois ou quatre blessés", ["3", "4"]),
        ("de 2 à 6 personnes", ["2", "6"]),
        ("plus de 70 terroristes", ["70"]),
        ("la 5G et le G20", []),
        ("007", ["7"]),
        ("0,0", ["0"]),
    ],
)
def test_numbers_in_french(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6,500 homes", ["6500"]),
        ("6.5 metres", ["6.5"]),
        ("1,234.5 metres", ["1234.5"]),
        ("a $ 21.4 million loss at 3 , 500 feet", ["21400000", "3500"]),
        ("twenty-one dead", ["21"]),
        ("two hundred and fifty", ["250"]),
        ("four climbers and two guides", ["4", "2"]),
        ("the 3rd day, the 21st century", ["3", "21"]),
        ("one man", ["1"]),
        ("no one", []),
        ("at 10:35", ["10:35"]),
        ("two dozen", ["24"]),
    ],
)
def test_numbers_in_english(text: str, expected: list[str]) -> None:
    assert numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les armes de Kiev et de Belgorod", ["Kiev", "Belgorod"]),
        ("Bruxelles demande des explications", ["Bruxelles"]),
        ("Drones et artillerie ont frappé", []),
        ("Alexander De Croo a parlé", ["Alexander", "Croo"]),
        ("L'Ukraine a répondu", ["Ukraine"]),
        ("L'armée a répondu", []),
        ("selon l'OTAN, la RTBF et l'ONU", ["OTAN", "RTBF", "ONU"]),
        ("OTAN et ONU", ["OTAN", "ONU"]),
        ("« Nous partons », dit Jeanne", ["Jeanne"]),
        ("Bilan : Neuf morts à Chamonix", ["Chamonix"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_headline_in_capitals_says_nothing_of_names() -> None:
    assert names("Belgium Asks Kyiv About Weapons Used Inside Russia", "en") == ["Belgium", "Kyiv", "Russia"]


def test_other_languages_have_stems_where_there_are_any() -> None:
    german = words("Die Soldaten benutzten belgische Waffen", "de")
    other = words("Ang mga Sundalo", "tl")

    assert german["Waffen"][2] == words("Waffe", "de")["Waffe"][2]
    assert other["mga"] == ("mga", "mga", "mga", WordKind.WORD)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La digue de Brévent a cédé dans la nuit, mais personne n'a été blessé.", "fr"),
        ("The dam at Brevent gave way in the night, but nobody was hurt.", "en"),
        ("Raid raté de Belgorod: la Belgique veut des explications", "fr"),
        ("Der Damm bei Brevent ist in der Nacht gebrochen, aber niemand wurde verletzt.", "de"),
        ("La diga di Brevent ha ceduto nella notte, ma nessuno è rimasto ferito.", "it"),
        ("La presa de Brevent cedió durante la noche, pero nadie resultó herido.", "es"),
        ("Плотина прорвалась в ночь на вторник, никто не пострадал.", "ru"),
        ("侬好，阿拉今朝去白相，侬去伐啊", "zh"),
        ("Der Brand brach am Dienstag aus", "de"),
        ("Macron Biden Putin Zelensky", "und"),
        ("zzzz qqqq wwww kkkk", "und"),
        ("", "und"),
        ("42", "und"),
        ("?!… —", "und"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert LANGUAGES.detect(text) == language


def test_french_and_english_are_told_without_the_general_method_and_imports_are_light() -> None:
    script = """
import sys
import reconciler.language
heavy = {"spacy", "simplemma", "py3langid", "snowballstemmer", "numpy"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
languages = reconciler.language.Languages()
assert languages.detect("La digue a cédé dans la nuit et le maire se tait.") == "fr"
assert languages.detect("The dam gave way in the night and the mayor is silent.") == "en"
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True)
