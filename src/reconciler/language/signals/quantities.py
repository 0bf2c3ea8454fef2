"""What is no quantity though it is a number: ages, addresses, scores, model names, telephone numbers."""

import re

from reconciler.language.signals.numerals import Numeral, read_numeral
from reconciler.language.signals.phrases import phrase_list, phrase_words
from reconciler.language.signals.view import StatementView
from reconciler.model import WordKind

_DASHES = frozenset({"-", "–", "—", "‑"})
_JOINED = _DASHES | {"/", ":", "."}
_YEARS = range(1000, 2100)
_AGE = range(1, 121)
# Nobody is older.
_AGES_MEANT = 115


def is_quantity(statement: StatementView, number: Numeral) -> bool:
    """Say whether a number counts or measures something, as far as what stands around it tells."""
    return not any(
        rule(statement, number)
        for rule in (_is_label, _is_age, _is_address, _is_score, _is_named, _is_year, _is_code, _is_compound)
    )


def _norm(statement: StatementView, place: int) -> str:
    return statement.norms[place] if 0 <= place < len(statement.norms) else ""


def _is_label(statement: StatementView, number: Numeral) -> bool:
    """Tell "article 49", "n° 4", "articles 49 et 50" from counts."""
    labels = phrase_words(statement.language, "numbered.txt")
    place = number.first - 1
    if _norm(statement, place) in ("°", "º", ".", "#"):
        place -= 1
    before = _norm(statement, place)
    if before in ("et", "and", "à", "to", ",") and _norm(statement, place - 1)[:1].isdigit():
        return _norm(statement, place - 2) in labels
    return before in labels or _norm(statement, number.first - 1) == "#"


def _is_age(statement: StatementView, number: Numeral) -> bool:
    if number.value not in _AGE:
        return False
    return (
        _is_french_age(statement, number)
        if statement.language == "fr"
        else _is_english_age(statement, number)
    )


def _is_english_age(statement: StatementView, number: Numeral) -> bool:
    """Tell "aged 34", "a 34-year-old", "under 18" and "Paul Rivet, 34," from stretches of time."""
    behind = _norm(statement, number.behind)
    if behind == "-" or "year-old" in behind:
        behind = _norm(statement, number.behind + 1) if behind == "-" else behind
        return behind.startswith(("year-old", "years-old", "month-old"))
    if _norm(statement, number.first - 1) == "under" and not has_noun(statement, number.behind):
        return True
    if _term(statement, number.first, "before") or _dies_at(statement, number):
        return True
    if behind in ("year", "years"):
        return _term(statement, number.behind + 1, "behind")
    return _stands_beside_name(statement, number)


def _dies_at(statement: StatementView, number: Numeral) -> bool:
    """Tell "dies at 91", with nothing behind it that 91 could count."""
    before = statement.tokens[number.first - 2].lemma if number.first >= 2 else ""
    return before in ("die", "death", "dies") and _norm(statement, number.first - 1) == "at"


def _is_french_age(statement: StatementView, number: Numeral) -> bool:
    """Tell "34 ans" and "âgé de 34" from "34 ans de prison" and "pendant 34 ans"."""
    if _norm(statement, number.behind) not in ("an", "ans"):
        return _norm(statement, number.first - 1) in ("âgé", "âgée", "âgés", "âgées")
    return not (
        _term(statement, number.behind + 1, "behind")
        or _term(statement, number.first, "before")
        or number.value > _AGES_MEANT
    )


def _term(statement: StatementView, place: int, side: str) -> bool:
    """Say whether the words of a side, behind a place or before it, tell ages and stretches of time apart."""
    term = phrase_list(statement.language, "term.txt")
    if side == "before":
        found = term.ending_at(statement.norms, place)
    else:
        found = term.at(statement.norms, place) if place < len(statement.norms) else None
    return found is not None and found[1] == side


def _stands_beside_name(statement: StatementView, number: Numeral) -> bool:
    """Tell "Paul Rivet, 47, runs" by the commas around it."""
    if _norm(statement, number.first - 1) != "," or _norm(statement, number.behind) not in (",", ".", ")"):
        return False
    return number.first >= 2 and statement.tokens[number.first - 2].text[0].isupper()


def _is_address(statement: StatementView, number: Numeral) -> bool:
    streets = phrase_words(statement.language, "streets.txt")
    place = number.behind + (1 if _norm(statement, number.behind) == "," else 0)
    if statement.language == "fr":
        if _norm(statement, place) in streets:
            before = _norm(statement, number.first - 1)
            return number.plain and (place > number.behind or before in ("au", "le", "du", "", ",", "(", "l"))
    else:
        while place < len(statement.tokens) and statement.tokens[place].text[:1].isupper():
            if place > number.behind and statement.norms[place] in streets:
                return True
            place += 1
    # A postal code stands before its town.
    following = statement.tokens[number.behind] if number.behind < len(statement.tokens) else None
    return (
        number.plain
        and number.value >= 1000
        and following is not None
        and following.text[0].isupper()
        and following.kind is WordKind.NAME
        and not following.norm.endswith("s")
    ) or (number.plain and number.value >= 1000 and _is_postal(statement, number))


def _is_postal(statement: StatementView, number: Numeral) -> bool:
    before = _norm(statement, number.first - 1)
    following = statement.tokens[number.behind] if number.behind < len(statement.tokens) else None
    return before in ("à", ",", "in", "f", "b") and following is not None and following.text[0].isupper()


def _is_score(statement: StatementView, number: Numeral) -> bool:
    """Tell "3-1", "2 à 1" and "24 sur 24": numbers joined to another that is no larger."""
    return _is_joined(statement, number) or _is_against(statement, number) or _is_of_all(statement, number)


def _is_joined(statement: StatementView, number: Numeral) -> bool:
    """Tell "3-1" and "24/7" from the range "10-15 crates"."""
    tokens = statement.tokens
    if _norm(statement, number.behind) in _JOINED and _is_figure(statement, number.behind + 1):
        other = read_numeral(statement, number.behind + 1)
        close = tokens[number.behind].start == tokens[number.behind - 1].end
        return close and (
            other is None
            or other.value <= number.value
            or not has_noun(statement, other.behind)
            or _norm(statement, other.behind) in phrase_words(statement.language, "score_words.txt")
        )
    before = _norm(statement, number.first - 1)
    if before == ":" and _is_figure(statement, number.first - 2):
        # "3: 30", cut apart
        return tokens[number.first - 1].start == tokens[number.first - 2].end
    if before in _JOINED and _is_figure(statement, number.first - 2):
        return tokens[number.first].start == tokens[number.first - 1].end
    return False


def _is_against(statement: StatementView, number: Numeral) -> bool:
    """Tell "2 à 1" from the range "2 à 6 dépôts"."""
    if _norm(statement, number.behind) in ("à", "to"):
        other = _numeral_at(statement, number.behind + 1)
        return other is not None and other.value <= number.value and not has_noun(statement, other.behind)
    if _norm(statement, number.first - 1) in ("à", "to") and number.first >= 2:
        other = _last_figure(statement, number.first - 2)
        return other is not None and other.value >= number.value and not has_noun(statement, number.behind)
    return False


def _is_of_all(statement: StatementView, number: Numeral) -> bool:
    """Tell "24 heures sur 24" and "7 sur 7", which mean always."""
    for place in (number.behind, number.behind + 1):
        if _norm(statement, place) == "sur":
            other = _numeral_at(statement, place + 1)
            return other is not None and other.value <= number.value
    before = range(max(0, number.first - 4), number.first)
    same = any(statement.norms[place] == statement.norms[number.first] for place in before)
    return _norm(statement, number.first - 1) == "sur" and same


def _numeral_at(statement: StatementView, place: int) -> Numeral | None:
    return read_numeral(statement, place) if place < len(statement.tokens) else None


def _last_figure(statement: StatementView, place: int) -> Numeral | None:
    found = read_numeral(statement, place)
    return found if found is not None and found.behind == place + 1 else None


def _is_figure(statement: StatementView, place: int) -> bool:
    return 0 <= place < len(statement.tokens) and statement.tokens[place].text[0].isdigit()


def has_noun(statement: StatementView, place: int) -> bool:
    """Say whether something that can be counted, or a unit, begins at a token."""
    if place >= len(statement.tokens):
        return False
    token = statement.tokens[place]
    if phrase_list(statement.language, "units.txt").at(statement.norms, place):
        return True
    if token.norm in phrase_words(statement.language, "uncounted.txt"):
        return True
    return token.kind is WordKind.WORD and token.text[0].islower()


def _is_compound(statement: StatementView, number: Numeral) -> bool:
    """Tell "12-gauge" from "12-member": a number joined to a word that is no unit and is not counted."""
    tokens = statement.tokens
    if statement.language != "en" or _norm(statement, number.behind) not in _DASHES:
        return False
    if number.behind + 1 >= len(tokens) or tokens[number.behind + 1].start != tokens[number.behind].end:
        return False
    following = statement.norms[number.behind + 1]
    if not following[:1].isalpha() or tokens[number.behind].start != tokens[number.behind - 1].end:
        return False
    unit = phrase_list("en", "units.txt").at(statement.norms, number.behind + 1)
    return unit is None and following not in phrase_words("en", "single.txt")


def _is_named(statement: StatementView, number: Numeral) -> bool:
    """Tell "Pixel 7", "France 24", "20 Minutes" and "The Twelve Apostles" from counts."""
    tokens = statement.tokens
    following = tokens[number.behind] if number.behind < len(tokens) else None
    before = tokens[number.first - 1] if number.first else None
    shown = tokens[number.first].text
    if shown[0].isupper() and number.first and following is not None and following.text[0].isupper():
        return not _opens(statement, number.first)
    if shown[0].isupper() and number.behind == number.first + 1 and not _opens(statement, number.first):
        return True
    if number.plain and following is not None and following.text[0].isupper() and len(following.text) > 3:
        unit = phrase_list(statement.language, "units.txt").at(statement.norms, number.behind)
        if unit is not None:
            return True
    if before is None or before.kind is not WordKind.NAME or not before.text[0].isupper():
        return False
    if statement.text[before.end : tokens[number.first].start].strip():
        return False
    return number.plain and number.value < 10_000 and not _measures(statement, number)


def _measures(statement: StatementView, number: Numeral) -> bool:
    if number.behind >= len(statement.norms):
        return False
    return phrase_list(statement.language, "units.txt").at(statement.norms, number.behind) is not None


def _opens(statement: StatementView, place: int) -> bool:
    """Say whether a capital at a token may be that of a sentence's first word."""
    before = _norm(statement, place - 1)
    return place == 0 or statement.tokens[place - 1].kind is None or before == ""


def _is_year(statement: StatementView, number: Numeral) -> bool:
    if not number.plain or number.value not in _YEARS or number.behind - number.first > 1:
        return False
    if len(statement.tokens[number.first].text) != 4:
        return False
    if _norm(statement, number.first - 1) in ("$", "€", "£"):
        return False
    if not has_noun(statement, number.behind):
        return True
    # "2000 soldats", but "les 2019 inondations".
    return number.value in range(1900, 2050) and number.value % 100 != 0


def _is_code(statement: StatementView, number: Numeral) -> bool:
    """Tell telephone numbers and the like: a leading nought, or figures in a row."""
    shown = statement.tokens[number.first].text
    if re.fullmatch(r"0\d+", shown) or (shown[0] == "0" and " " in shown):
        return True
    around = (number.first - 1, number.behind)
    if any(_is_figure(statement, place) for place in around):
        return True
    return _norm(statement, number.first - 1) in ("+", "@")
