"""The words of a statement as matching sees them: normal form, dictionary form, stem, and kind."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reconciler.language.lexicon import Lexicon
from reconciler.language.numbers import plain_figure, plain_words
from reconciler.language.trained import Told, WordReader
from reconciler.model import Span, Word, WordKind

_JOINS = frozenset({"et", "and", "-"})
# Longer ones are addresses or noise, which no dictionary and no stemmer knows.
_MAX_WORD = 60
_LETTER = re.compile(r"[^\W\d_]")
_NOTHING_TOLD = Told()
_CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that give every noun a capital, so that a capital says nothing of names."""


@dataclass(frozen=True, slots=True)
class Analyser:
    """What is known of a language's words: their lemmas, their stems, and which the dictionary has.

    `reader` is a trained pipeline that knows a word by what stands around it; what it leaves open, and
    everything without one, is told by the dictionary and by capitals.
    """

    lexicon: Lexicon
    lemma: Callable[[str], str]
    stem: Callable[[str], str]
    is_known: Callable[[str], bool]
    reader: WordReader | None = None

    def told(self, text: str, tokens: Sequence[Span]) -> Sequence[Told]:
        """Return what the trained pipeline says of each token: nothing, where there is none."""
        return (_NOTHING_TOLD,) * len(tokens) if self.reader is None else self.reader.read(text, tokens)

    def words(self, text: str, tokens: Sequence[Span]) -> tuple[Word, ...]:
        """Return the words among the tokens of one statement; marks are left out."""
        shown = [text[token.start : token.end] for token in tokens]
        folded = [fold(token) for token in shown]
        told = self.told(text, tokens)
        shouting = _is_shouting(shown)
        found: list[Word] = []
        here = 0
        opening = True
        while here < len(tokens):
            if not any(char.isalnum() for char in shown[here]):
                opening = opening or shown[here] in (":", ".", "!", "?", "…", "...")
                here += 1
                continue
            behind, number = self._number(shown, folded, here)
            if number is not None:
                found.append(_number_word(tokens[here].start, tokens[behind - 1].end, number))
                here, opening = behind, False
                continue
            following = shown[here + 1] if here + 1 < len(shown) else ""
            kind = self._told_kind(shown[here], folded[here], told[here], sure=not (opening or shouting))
            if kind is None:
                kind = self._kind(shown[here], folded[here], following, opening=opening, shouting=shouting)
            found.append(self._word(tokens[here], folded[here], kind, told[here]))
            # Elided articles do not end the opening of a sentence: "L'Ukraine".
            opening = opening and kind is WordKind.STOP and shown[here][-1] in "'’"
            here += 1
        return tuple(found)

    def _word(self, token: Span, norm: str, kind: WordKind, told: Told) -> Word:
        if kind is WordKind.STOP or len(norm) > _MAX_WORD:
            return Word(token.start, token.end, norm, norm, norm, kind)
        lemma = norm if kind is WordKind.NAME else (told.lemma or self.lemma(norm)).casefold()
        stem = self.stem(lemma)
        return Word(token.start, token.end, norm, lemma, stem, kind)

    def _told_kind(self, shown: str, norm: str, told: Told, *, sure: bool) -> WordKind | None:
        """Return what the pipeline makes of a word, None where our rules know better or it says nothing.

        It is asked where a capital tells little: our rules are `sure` of one inside a sentence.
        """
        if not self.lexicon.stop and told.is_small:
            return WordKind.STOP
        if told.is_name is None or not shown[0].isupper() or (norm in self.lexicon.stop):
            return None
        if told.is_name:
            return WordKind.NAME
        return None if sure and self.lexicon.language not in _CAPITAL_NOUNS else WordKind.WORD

    def _kind(self, shown: str, norm: str, following: str, *, opening: bool, shouting: bool) -> WordKind:
        if norm in self.lexicon.stop and not _is_acronym(shown):
            return WordKind.STOP
        if not shown[0].isupper():
            return WordKind.WORD
        if self.lexicon.language in _CAPITAL_NOUNS:
            known = len(norm) > _MAX_WORD or self.is_known(norm)
            return WordKind.WORD if known and not _is_acronym(shown) else WordKind.NAME
        if shouting:
            return WordKind.WORD if self._knows(norm) else WordKind.NAME
        if not opening or _is_acronym(shown):
            return WordKind.NAME
        named = following[:1].isupper() and following.casefold() not in self.lexicon.stop
        return WordKind.NAME if named or not self._knows(norm) else WordKind.WORD

    def _knows(self, norm: str) -> bool:
        """Say whether a word is an ordinary one; the dictionary writes names with a capital."""
        return len(norm) <= _MAX_WORD and self.is_known(norm) and not self.lemma(norm)[:1].isupper()

    def _number(self, shown: Sequence[str], folded: Sequence[str], here: int) -> tuple[int, str | None]:
        """Read a number that begins at a token: where it ends and what it is, or None."""
        known = self.lexicon.numbers
        if shown[here][0].isdigit() and not _is_mixed(shown[here]):
            plain = plain_figure(shown[here], self.lexicon.language)
            factor = known.get(folded[here + 1]) if here + 1 < len(folded) else None
            if factor and factor.multiplies and factor.value >= 1000 and _is_decimal(plain):
                return here + 2, _times(plain, factor.value)
            return here + 1, plain
        behind, parts = self._number_words(folded, here)
        if not parts or (behind == here + 1 and not self._counts(shown, folded, here)):
            return here, None
        value = plain_words(parts, known)
        return (here, None) if value is None else (behind, str(value))

    def _number_words(self, folded: Sequence[str], here: int) -> tuple[int, list[str]]:
        """Gather the number words in a row from a token on, with "et" and "and" between them."""
        known = self.lexicon.numbers
        parts: list[str] = []
        while here < len(folded):
            pieces = folded[here].split("-")
            if parts and pieces[0] in _JOINS and len(pieces) == 1:
                if here + 1 >= len(folded) or not all(
                    piece in known for piece in folded[here + 1].split("-")
                ):
                    break
            elif not all(
                (piece in known and (bool(parts or place) or not known[piece].joined))
                or (piece in _JOINS and place)
                for place, piece in enumerate(pieces)
            ):
                break
            parts += pieces
            here += 1
        return here, parts

    def _counts(self, shown: Sequence[str], folded: Sequence[str], here: int) -> bool:
        """Say whether a lone number word is one: "neuf morts", but "un homme neuf"."""
        word = self.lexicon.numbers.get(folded[here])
        if word is None or not word.ambiguous:
            return True
        following = shown[here + 1] if here + 1 < len(shown) else ""
        return bool(_LETTER.match(following)) and folded[here + 1] not in self.lexicon.stop


def _number_word(start: int, end: int, plain: str) -> Word:
    return Word(start, end, plain, plain, plain, WordKind.NUMBER)


def fold(token: str) -> str:
    """Return a token's normal form; an inverted pronoun ("-t-il") is the pronoun."""
    return token.casefold().replace("’", "'").removeprefix("-t-").strip("'-") or token.casefold()


def _is_acronym(shown: str) -> bool:
    letters = [char for char in shown if char.isalpha()]
    return len(letters) >= 2 and all(char.isupper() for char in letters)


def _is_mixed(shown: str) -> bool:
    """Tell "5G" and "3D" from numbers with an ordinal ending."""
    return shown[-1].isalpha() and shown[-1].isupper()


def _is_shouting(shown: Sequence[str]) -> bool:
    """Say whether capitals tell nothing here, as in a headline that gives each word one."""
    words = [word for word in shown if len(word) > 3 and word[0].isalpha()]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def _is_decimal(plain: str) -> bool:
    return plain.replace(".", "", 1).isdigit()


def _times(plain: str, factor: int) -> str:
    whole, _, rest = plain.partition(".")
    scaled = int(whole + rest) * factor
    power = 10 ** len(rest)
    return str(scaled // power) if scaled % power == 0 else str(scaled / power)
