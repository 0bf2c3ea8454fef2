"""Verbs of saying, by their forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reconciler.resources import entries

_FINITE_ER = ("e", "ent", "ait", "aient", "a", "èrent")
_PARTICIPLE_ER = ("é", "ée", "és", "ées")


class SpeechKind(StrEnum):
    """What a verb of saying needs beside its subject to say that words are reported."""

    FREE = "free"
    SAY = "say"
    QUOTE = "quote"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A form of a verb of saying: its kinds, and whether it can be finite or a participle."""

    base: str
    kinds: frozenset[SpeechKind]
    is_finite: bool
    is_participle: bool
    is_base: bool


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb in a list of named groups: its group, and whether it can be finite or a participle."""

    kind: str
    base: str
    is_finite: bool
    is_participle: bool


@cache
def verb_forms(language: str, file: str) -> dict[str, VerbForm]:
    """Return the verbs of a file by their forms; lines are like those of the verbs of saying."""
    found: dict[str, VerbForm] = {}
    for line in entries("language", language, "signals", file):
        kind, _, rest = line.partition(": ")
        for base, finite, participles in _verbs(rest, language):
            for form in (*finite, *participles):
                found.setdefault(form, VerbForm(kind, base, form in finite, form in participles))
    return found


@cache
def speech_verbs(language: str) -> dict[str, SpeechVerb]:
    """Return the verbs of saying of a language by their forms, in lower case."""
    found: dict[str, SpeechVerb] = {}
    for line in entries("language", language, "signals", "speech_verbs.txt"):
        kind, _, rest = line.partition(": ")
        for base, finite, participles in _verbs(rest, language):
            for form in dict.fromkeys((*finite, *participles)):
                one = SpeechVerb(
                    base, frozenset({SpeechKind(kind)}), form in finite, form in participles, form == base
                )
                known = found.get(form)
                found[form] = one if known is None else _both(known, one)
    return found


def _both(known: SpeechVerb, other: SpeechVerb) -> SpeechVerb:
    return SpeechVerb(
        known.base,
        known.kinds | other.kinds,
        known.is_finite or other.is_finite,
        known.is_participle or other.is_participle,
        known.is_base or other.is_base,
    )


def _verbs(rest: str, language: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield the verbs of a line: base form, finite forms, participles."""
    if " = " in rest:
        base, _, forms = rest.partition(" = ")
        finite, _, participles = forms.partition("/")
        yield base, _listed(finite), _inflected(_listed(participles), language)
        return
    for base in _listed(rest):
        yield base, *_regular(base, language)


def _regular(base: str, language: str) -> tuple[list[str], list[str]]:
    if language == "en":
        past = f"{base}d" if base.endswith("e") else f"{base}ed"
        if base.endswith(("ap", "ip", "slam")):
            past = f"{base}{base[-1]}ed"
        third = f"{base}es" if base.endswith(("s", "sh", "ch")) else f"{base}s"
        return [base, third, past], [past]
    stem = base.removesuffix("er")
    soft = stem.removesuffix("c") + "ç" if stem.endswith("c") else f"{stem}e" if stem.endswith("g") else stem
    accented = _open_syllable(stem)
    finite = [
        {"e": accented, "ent": accented}.get(ending, soft if ending[0] == "a" else stem) + ending
        for ending in _FINITE_ER
    ]
    return finite, [stem + ending for ending in _PARTICIPLE_ER]


def _open_syllable(stem: str) -> str:
    """Return a French stem before a silent ending: "révél" becomes "révèl", "rappel" "rappell"."""
    if stem.endswith("appel"):
        return f"{stem}l"
    for vowel in ("é", "e"):
        if len(stem) > 2 and stem[-2] == vowel and stem[-1] in "cglnrt" and not stem.endswith("ell"):
            return f"{stem[:-2]}è{stem[-1]}"
    return stem


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _inflected(participles: list[str], language: str) -> list[str]:
    if language == "en":
        return participles
    return [form + ending for form in participles for ending in ("", "e", "s", "es")]
