"""How sure a statement is of what it says: the press conditional, hedges, doubt, denial, and factive verbs.

Plain assertion carries no signal.
"""

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from reconciler.language.signals.phrases import phrase_list
from reconciler.language.signals.speech import VerbForm, speech_verbs, verb_forms
from reconciler.language.signals.view import StatementView, Token
from reconciler.language.signals.word_sets import word_set
from reconciler.model import Signal, SignalKind, WordKind
from reconciler.signals import Certainty, CertaintyValue

_AUXILIARIES = MappingProxyType({"aur": "avoir", "ser": "être"})
_VERBS = "certainty_verbs.txt"
_SOURCE_WORDS = "source_words.txt"
# Third persons of the conditional: stems that are infinitives, or irregular futures; the imperfects of
# verbs in -rer ("tirait", "montrait", "livrait") look alike and are left out.
_CONDITIONAL = re.compile(
    r"""(?: \w*er(?<!ser)(?<!err) | (?:ser|fer|refer|satisfer|defer|parser|oser|poser|\w+ser)
        | (?:pour|ver|enver|rever|mour|cour|accour|encour|parcour|recour|secour|acquer|conquer|requer)r
        | aur | saur | faudr | vaudr | \w*voudr | \w+[ei][n]dr | \w*vendr | \w+ondr | \w*prendr | \w+[eo]rdr
        | \w*coudr | \w*moudr | \w*résoudr | \w*mettr | \w*battr | \w+[îi]tr | \w+aîtr
        | devr | \w+cevr | \w*suivr | \w*viv?r | \w*clur | \w*rompr | \w*vaincr | \w+[^q]uir | \w+oir
        | \w*(?:[bcdfghjklmnpqsvz]|rt|nt|rr|st|vr|fr|llj|t)ir | [dlr]ir | \w+crir | \w+ffir )
        (?:ait|aient)""",
    re.VERBOSE,
)
_IMPERFECTS = re.compile(
    r"""(?:\w*(?:tir|spir|mir|sir|pir|déchir|vir|chavir|cir|délir|girr)
        | \w*(?:effondr|fondr|engendr|cylindr|poudr)(?<!pfondr)
        | \w*(?:cadr|hydr|calibr) | \w+(?:err|serr) | \w*opér | \w*litr | \w*titr | \w*arbitr | \w*[mv]itr)
        (?:ait|aient)""",
    re.VERBOSE,
)
_CONDITIONAL_ALTHOUGH_LIKE = frozenset(
    {"partirait", "partiraient", "sortirait", "sortiraient", "sentirait", "sentiraient", "mentirait",
     "mentiraient", "dormirait", "dormiraient", "servirait", "serviraient", "finirait", "finiraient",
     "aboutirait", "aboutiraient", "garantirait", "garantiraient", "investirait", "investiraient",
     "bâtirait", "bâtiraient", "avertirait", "avertiraient", "repartirait", "repartiraient", "ressortirait",
     "démentirait", "démentiraient", "consentirait", "consentiraient", "réussirait", "réussiraient",
     "choisirait", "choisiraient", "saisirait", "saisiraient", "frémirait", "vomirait", "moisirait",
     "ressentirait", "convertirait", "convertiraient", "sévirait", "séviraient", "gravirait", "ravirait",
     "lirait", "liraient", "dirait", "diraient", "contredirait", "interdirait", "interdiraient", "suffirait",
     "suffiraient", "rirait", "élirait", "éliraient", "écrirait", "écriraient", "nuirait", "fondrait",
     "fondraient", "confondrait", "fendrait"}
)  # fmt: skip
_IF = frozenset({"si", "s", "sinon", "sans", "if", "unless", "otherwise", "without"})
_OTHERWISE = ("au cas où", "quand bien même", "faute de", "à moins", "à défaut", "à condition")
_PARTICIPLE = re.compile(
    r"\w+(?:é|ée|és|ées|i|ie|is|ies|it|ite|its|ites|u|ue|us|ues|rt|rte|rts|rtes|int|inte)"
)


def find(statement: StatementView) -> tuple[Signal, ...]:
    """Return the words of a statement that say how sure it is, in order, none overlapping."""
    found: list[Signal] = []
    signals = sorted(_all(statement), key=lambda one: (one.start, -one.end))
    for signal in signals:
        if not found or signal.start >= found[-1].end:
            found.append(signal)
    return tuple(found)


def _all(statement: StatementView) -> Iterator[Signal]:
    yield from _phrases(statement)
    yield from _french(statement) if statement.language == "fr" else _english(statement)
    shown = statement.text.rstrip(" \u00a0\u202f\u2009")
    if shown.endswith("?"):
        at = len(shown) - 1
        value = CertaintyValue(Certainty.QUESTIONED, "?")
        yield statement.span_signal(SignalKind.CERTAINTY, at, at + 1, value)


def _signal(statement: StatementView, first: int, behind: int, level: Certainty, cue: str) -> Signal:
    return statement.signal(SignalKind.CERTAINTY, first, behind, CertaintyValue(level, cue))


def _phrases(statement: StatementView) -> Iterator[Signal]:
    cues = phrase_list(statement.language, "certainty.txt")
    here = 0
    while here < len(statement.norms):
        found = cues.at(statement.norms, here)
        if found is None:
            here += 1
            continue
        behind, value = found
        level, _, cue = value.partition("/")
        if level != "none":
            last = behind - 1 if statement.norms[behind - 1] in ("que", "qu", "to", "that") else behind
            yield _signal(statement, here, last, Certainty(level), cue)
        here = behind


# French


def _french(statement: StatementView) -> Iterator[Signal]:
    forms = verb_forms("fr", _VERBS)
    for place, token in enumerate(statement.tokens):
        if token.kind is None or token.kind is WordKind.NAME:
            continue
        if is_conditional(token.norm):
            behind = _compound_end(statement, place)
            if _is_press_conditional(statement, place, behind):
                cue = _AUXILIARIES.get(token.norm[:3], token.lemma)
                yield _signal(statement, place, behind, Certainty.HEDGED, cue)
            continue
        form = forms.get(token.norm)
        if form is not None:
            yield from _french_verb(statement, place, form)


@cache
def is_conditional(norm: str) -> bool:
    """Say whether a French word is a third person of the conditional, by its form."""
    if not norm.endswith(("rait", "raient")) or len(norm) < 6:
        return False
    if norm in _CONDITIONAL_ALTHOUGH_LIKE:
        return True
    return bool(_CONDITIONAL.fullmatch(norm)) and not _IMPERFECTS.fullmatch(norm)


def _compound_end(statement: StatementView, place: int) -> int:
    """Return where a conditional ends, the participles of "aurait été vu" taken in."""
    behind = place + 1
    if not statement.norms[place].startswith(("aur", "ser")):
        return behind
    adverbs = word_set("fr", _SOURCE_WORDS, "adverb")
    for here in range(behind, min(len(statement.norms), place + 5)):
        norm = statement.norms[here]
        if (statement.tokens[here].kind is WordKind.WORD and _PARTICIPLE.fullmatch(norm)) or norm in (
            "été",
            "eu",
            "dû",
            "pu",
            "fait",
            "mis",
            "pris",
        ):
            behind = here + 1
            if norm != "été":
                break
        elif not (
            norm in adverbs
            or norm in ("pas", "ainsi", "notamment")
            or norm.endswith("ment")
            or statement.tokens[here].text.startswith("-")
        ):
            break
    return behind


def _is_press_conditional(statement: StatementView, place: int, behind: int) -> bool:
    """Leave out what depends on a condition, what is wished, and the future seen from the past."""
    norms = statement.norms
    if norms[place] in _polite() or _IF.intersection(norms[:1]):
        return False
    if any(norm in ("si", "s") and _opens_condition(norms, at) for at, norm in enumerate(norms)):
        return False
    folded = " ".join(norms)
    if any(words in folded for words in _OTHERWISE):
        return False
    perfect = norms[place].startswith("aur") and behind > place + 1
    modal = norms[place].startswith(("pourr", "devr", "aur"))
    return perfect or modal or not _is_future_in_past(statement, place)


def _opens_condition(norms: tuple[str, ...], at: int) -> bool:
    """Tell "si la digue cédait" from "si grand" and from "se demander si"."""
    following = norms[at + 1] if at + 1 < len(norms) else ""
    if norms[at] == "s":
        return following in ("il", "ils")
    before = norms[at - 1] if at else ""
    return before not in ("savoir", "demande", "demandent", "ignore", "sait", "demander") and (
        following
        in (
            "le",
            "la",
            "l",
            "les",
            "un",
            "une",
            "des",
            "on",
            "elle",
            "elles",
            "il",
            "ils",
            "ce",
            "cette",
            "ces",
            "son",
            "sa",
            "ses",
            "leur",
            "aucun",
            "nous",
            "vous",
            "je",
            "tu",
            "cela",
            "rien",
        )
    )


def _is_future_in_past(statement: StatementView, place: int) -> bool:
    """Say whether a conditional stands behind "que" and a verb of saying or thinking in the past."""
    norms = statement.norms
    that = next((at for at in range(place - 1, -1, -1) if norms[at] in ("que", "qu")), None)
    if that is None:
        return False
    said = speech_verbs("fr")
    for at in range(that - 1, max(-1, that - 8), -1):
        form = said.get(norms[at])
        past = norms[at].endswith(("ait", "aient")) or (form is not None and form.is_participle)
        if form is not None and past:
            return True
        if norms[at] in (
            "espérait",
            "espéraient",
            "savait",
            "pensait",
            "croyait",
            "promis",
            "prévu",
            "décidé",
        ):
            return True
    return False


@cache
def _polite() -> frozenset[str]:
    return frozenset(
        f"{stem}{ending}"
        for stem in ("voudr", "aimer", "souhaiter", "préférer", "faudr", "vaudr", "dir", "mériter")
        for ending in ("ait", "aient")
    )


def _french_verb(statement: StatementView, place: int, form: VerbForm) -> Iterator[Signal]:
    norms = statement.norms
    first = _french_start(statement, place, form)
    if first is None:
        return
    following = norms[place + 1] if place + 1 < len(norms) else ""
    if form.kind == "suggests":
        if following not in ("de", "d", "à"):
            yield _signal(statement, place, place + 1, Certainty.HEDGED, form.base)
        return
    if form.kind in ("confirmed", "denied"):
        yield _signal(statement, first, place + 1, Certainty(form.kind), form.base)


def _french_start(statement: StatementView, place: int, form: VerbForm) -> int | None:
    """Return where a verb begins with its auxiliary; None where it is no verb here, reflexive or negated."""
    norms = statement.norms
    auxiliary = word_set("fr", _SOURCE_WORDS, "auxiliary")
    adverbs = word_set("fr", _SOURCE_WORDS, "adverb")
    here = place - 1
    while (
        here >= 0
        and here > place - 4
        and (
            norms[here] in adverbs
            or norms[here].endswith("ment")
            or (norms[here].endswith("il") and statement.tokens[here].text.startswith("-"))
        )
    ):
        here -= 1
    before = norms[here] if here >= 0 else ""
    earlier = norms[here - 1] if here >= 1 else ""
    if before in ("pas", "ne", "n", "jamais", "s", "se"):
        return None
    if before in auxiliary and form.is_participle:
        return None if earlier in ("n", "ne") else here
    if before == "été" and form.is_participle and form.kind == "confirmed" and here >= 1:
        return None if norms[max(0, here - 2)] in ("n", "pas") or earlier == "pas" else place
    if not form.is_finite:
        return None
    is_noun = before in word_set("fr", _SOURCE_WORDS, "determiner") and before not in ("le", "l", "la", "les")
    return None if is_noun or (before in ("le", "l", "la", "les") and here == 0) else place


# English


def _english(statement: StatementView) -> Iterator[Signal]:
    forms = verb_forms("en", _VERBS)
    for place, token in enumerate(statement.tokens):
        form = forms.get(token.norm)
        if form is None:
            continue
        if form.kind == "modal":
            if _is_modal(statement, place, token):
                yield _signal(statement, place, place + 1, Certainty.HEDGED, token.norm)
        elif form.kind == "suggests":
            following = statement.norms[place + 1] if place + 1 < len(statement.norms) else ""
            if not following.endswith("ing") and form.is_finite:
                yield _signal(statement, place, place + 1, Certainty.HEDGED, form.base)
        elif form.kind in ("confirmed", "denied") and _is_active(statement, place):
            yield _signal(statement, place, place + 1, Certainty(form.kind), form.base)


def _is_modal(statement: StatementView, place: int, token: Token) -> bool:
    """Tell "it may rain" from the month, from leave given and from "his might"."""
    norms = statement.norms
    before = norms[place - 1] if place else ""
    following = statement.tokens[place + 1] if place + 1 < len(norms) else None
    if following is None or following.kind in (None, WordKind.NUMBER):
        return False
    if token.text[0].isupper() and (place or following.kind is WordKind.NAME):
        return False
    if before in word_set("en", _SOURCE_WORDS, "determiner") or before in ("you", "all", "own"):
        return False
    if _IF.intersection(norms[:place]):
        return False
    if token.norm == "could":
        return following.norm not in ("not", "t", "n't", *word_set("en", _VERBS, "ability"))
    return True


def _is_active(statement: StatementView, place: int) -> bool:
    """Leave out adjectives ("240 confirmed cases"), the passive of "deny", and what is not the case."""
    norms = statement.norms
    before = norms[place - 1] if place else ""
    if not place or before in word_set("en", _SOURCE_WORDS, "negator"):
        return False
    if before in word_set("en", _SOURCE_WORDS, "be"):
        return norms[place] in ("confirmed", "revealed", "proven") and norms[max(0, place - 2)] != "not"
    following = norms[place + 1] if place + 1 < len(norms) else ""
    if before in word_set("en", _SOURCE_WORDS, "determiner") or following in ("in", "at", "by", "on"):
        return False
    return statement.tokens[place - 1].kind is not WordKind.NUMBER
