"""What a statement says is not so: the word that negates, and the stems of what it negates.

The scope runs from the negation to the end of its clause, as far as rules go: to a mark or a word that
opens another clause. "ne … que" and the "ne" of "avant qu'il ne parte" deny nothing.
"""

from dataclasses import dataclass

from reconciler.language.signals.phrases import Phrases, phrase_list
from reconciler.language.signals.view import StatementView
from reconciler.language.signals.word_sets import word_set
from reconciler.model import Signal, SignalKind, WordKind
from reconciler.signals import NegationValue

_NE = frozenset({"ne", "n"})
_QUE = frozenset({"que", "qu"})
# How far off the second word of "ne … pas" may stand, and the "ne" that belongs to "aucun".
_REACH = 8
_SCOPE = 6
# Longer than any clause: a statement may be a whole page.
_CLAUSE = 40
_INFINITIVES = ("er", "ir", "re", "oir", "y", "le", "la", "les", "se", "s", "lui", "leur")
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "(", ")", "—", "–", "…", "«", "»"})


@dataclass(frozen=True, slots=True)
class _Negation:
    """The tokens of a negation ``[first, behind)``, its cue, and where its scope begins."""

    first: int
    behind: int
    cue: str
    scope: int


def find(statement: StatementView) -> tuple[Signal, ...]:
    """Return the negations of a statement."""
    read = _french if statement.language == "fr" else _english
    none = _phrases(statement, "none")
    found: list[Signal] = []
    here, last = 0, None
    while here < len(statement.tokens):
        if passed := none.at(statement.norms, here):
            here = passed[0]
            continue
        state = _state(statement, here)
        one = state or read(statement, here)
        if state is not None and last is not None and here - last.behind <= 1:
            # "Not out of danger" affirms the danger: two denials that lift each other.
            found.pop()
        elif one is not None:
            value = NegationValue(_scope(statement, one.scope), one.cue)
            found.append(statement.signal(SignalKind.NEGATION, one.first, one.behind, value))
        here, last = (here + 1, last) if one is None else (one.behind, one)
    return tuple(found)


def _state(statement: StatementView, here: int) -> _Negation | None:
    """Read "out of danger": a state that is denied in a phrase of its own, whose last word names it."""
    found = _phrases(statement, "state").at(statement.norms, here)
    return None if found is None else _Negation(here, found[0], found[1], found[0] - 1)


def _phrases(statement: StatementView, role: str) -> Phrases:
    return phrase_list(statement.language, "negation.txt", role)


def _words(statement: StatementView, name: str) -> frozenset[str]:
    return word_set(statement.language, "negation_words.txt", name)


def _norm(statement: StatementView, place: int) -> str:
    return statement.norms[place] if 0 <= place < len(statement.norms) else ""


def _scope(statement: StatementView, first: int) -> tuple[str, ...]:
    stems: list[str] = []
    for token in statement.tokens[first : first + _CLAUSE]:
        if (
            token.norm in _STOPS
            or (token.norm in _words(statement, "edge") and stems)
            or len(stems) == _SCOPE
        ):
            break
        if token.kind in (WordKind.WORD, WordKind.NAME) and token.stem not in stems:
            stems.append(token.stem)
    return tuple(stems)


def _clause(statement: StatementView, first: int, length: int, step: int = 1) -> range:
    """Return the places from one on that no mark parts from it, at most so many."""
    place = first
    while 0 <= place < len(statement.norms) and abs(place - first) < length:
        if statement.norms[place] in _STOPS:
            break
        place += step
    return range(first, place, step)


def _french(statement: StatementView, here: int) -> _Negation | None:
    shown = statement.norms[here]
    if shown in _NE:
        return _ne(statement, here)
    if shown == "pas":
        return _lone_pas(statement, here)
    verb = _phrases(statement, "verb").at(statement.norms, here)
    if verb is not None and _norm(statement, verb[0]).endswith(_INFINITIVES):
        return _Negation(here, verb[0], verb[1], verb[0])
    if _phrases(statement, "subject").at(statement.norms, here) and any(
        _norm(statement, place) in _NE for place in _clause(statement, here + 1, _REACH)
    ):
        return _Negation(here, here + 1, shown, here + 1)
    alone = _phrases(statement, "alone").at(statement.norms, here)
    if alone is None or not _stands_alone(statement, here, alone[0]):
        return None
    return _Negation(
        alone[0] - 1 if shown in ("et", "mais") else here, alone[0], _cue(shown, alone), alone[0]
    )


def _cue(shown: str, alone: tuple[int, str]) -> str:
    return "non" if shown in ("et", "mais") else alone[1]


def _stands_alone(statement: StatementView, here: int, behind: int) -> bool:
    """Say whether "non" or "ni" negates what follows and is not part of a negation before it."""
    shown = statement.norms[here]
    if behind >= len(statement.tokens) or statement.tokens[behind].kind is None:
        # "Non, dit-il" answers; quoted words may follow all the same.
        return behind < len(statement.tokens) and statement.tokens[behind].text in '«“"'
    if shown == "ni":
        return not any(
            _norm(statement, place) in _NE or _norm(statement, place) in ("ni", "sans")
            for place in range(max(0, here - 2 * _REACH), here)
        )
    if shown in ("aucun", "aucune"):
        return not any(_norm(statement, place) in {*_NE, "sans"} for place in range(max(0, here - 4), here))
    return True


def _ne(statement: StatementView, here: int) -> _Negation | None:
    """Read "ne" with what completes it; alone, or with "que", it denies nothing."""
    if any(_phrases(statement, "subject").at(statement.norms, place) for place in _before(statement, here)):
        return None
    for place in _clause(statement, here + 1, _REACH):
        shown = statement.norms[place]
        if shown in _QUE:
            return None
        if _phrases(statement, "second").at(statement.norms, place) is None:
            continue
        if _norm(statement, place + 1) in _QUE and shown in ("plus", "pas", "jamais"):
            # "plus que" leaves something; "pas que" says that there is more.
            return (
                None
                if not _is_clause(statement, place + 1)
                else _Negation(here, place + 1, f"ne {shown}", here + 1)
            )
        return _Negation(here, place + 1, f"ne {shown}", here + 1)
    bare = any(
        _phrases(statement, "bare").at(statement.norms, place) for place in _clause(statement, here + 1, 3)
    )
    expletive = any(
        _phrases(statement, "expletive").ending_at(statement.norms, place)
        for place in range(max(1, here - 5), here + 1)
    )
    return _Negation(here, here + 1, "ne", here + 1) if bare and not expletive else None


def _is_clause(statement: StatementView, que: int) -> bool:
    """Tell "ne croit pas que le pont tienne" from "n'a pas que des amis"."""
    lexical = any(token.kind is WordKind.WORD for token in statement.tokens[max(0, que - 2) : que - 1])
    return statement.norms[que - 1] == "pas" and lexical


def _before(statement: StatementView, here: int) -> range:
    return _clause(statement, here - 1, _REACH, -1)


def _lone_pas(statement: StatementView, here: int) -> _Negation | None:
    """Read "pas de reprise" and "c'est pas vrai", not "un pas" nor "pas à pas"."""
    before, following = _norm(statement, here - 1), _norm(statement, here + 1)
    opens = here == 0 or statement.tokens[here - 1].kind is None
    if before in _words(statement, "step") or following not in _words(statement, "not_a"):
        return None
    if following in ("de", "d") and not (opens or before in ("mais", "et", "y", "a", "est", "pourquoi")):
        return None
    return _Negation(here, here + 1, "pas", here + 1)


def _english(statement: StatementView, here: int) -> _Negation | None:
    shown = statement.norms[here]
    if verb := _phrases(statement, "verb").at(statement.norms, here):
        return _Negation(here, verb[0], verb[1], verb[0])
    alone = _phrases(statement, "alone").at(statement.norms, here)
    if alone is None:
        return None
    behind, cue = alone
    if shown == "no" and cue == "no" and not _is_determiner(statement, behind):
        return None
    if shown == "nor" and any(
        _phrases(statement, "alone").at(statement.norms, place)
        for place in range(max(0, here - 2 * _REACH), here)
    ):
        return None
    if (
        shown == "n't"
        and _norm(statement, behind) in _words(statement, "tag")
        and _norm(statement, behind + 1) == "?"
    ):
        return None
    return _Negation(here, behind, cue, behind)


def _is_determiner(statement: StatementView, behind: int) -> bool:
    """Tell "no evidence" from "No, he said" and "No. 5"."""
    return behind < len(statement.tokens) and statement.tokens[behind].kind not in (None, WordKind.NUMBER)
