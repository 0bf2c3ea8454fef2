"""Where one sentence ends and the next begins, inside one paragraph.

Every candidate is judged by what stands right before and after it, within a bounded reach, so
that the time is linear in the length of the paragraph. Nothing ever waits for a closing mark.
"""

import re
from bisect import bisect_right
from functools import cache

from reconciler.header import URL
from reconciler.language.lexicon import Lexicon, everywhere
from reconciler.language.quotes import Quotes, find_brackets, find_quotes
from reconciler.model import Span

_UPPER = "".join(re.escape(chr(code)) for code in range(0x530) if chr(code).isupper())
_LOWER = "".join(re.escape(chr(code)) for code in range(0x530) if chr(code).islower())
_STOP = re.compile(r"[.!?…]+|[。！？｡؟۔।॥።]+")
_FULL_WIDTH = frozenset("。！？｡؟۔।॥።")
_GLUE = re.compile(rf"(?<=[{_LOWER}\d»”\"\)\]])(?=[{_UPPER}])|(?<=[{_UPPER}]{{2}})(?=[{_UPPER}][{_LOWER}'’])")
_BULLET = re.compile(r"(?<=\s)[•●▪■◦‣►]")
_ATOM = re.compile(
    rf"{URL.pattern}"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|(?<![\w.])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|info|fr|be|ch|ca|uk|de|eu|lu|it|es|nl|us|gov|edu|int|ru|ua|io|tv|co|africa|jpe?g|png|gif|pdf|html?|php|js|py)(?![\w])"
    r"|(?<!\d)\d++(?:[.,:/x]\d++)+"
)
_LEFT = re.compile(r"[\w.'’-]+$")
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
_NOTE = re.compile(r"(?:\s?\[\d{1,3}\]|\s?\[[a-z]\]|[¹²³⁴-⁹]+)+")
_SPACE = re.compile(r"\s*")
_NUMBERING = re.compile(r"[(]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})")
_AFTER_STARTER = frozenset(" \u00a0'’,")
# What follows a stop that ends nothing; the empty text is the paragraph's end.
_GOES_ON = frozenset(("", ",", ";", ":", ")", "]"))
_MAX_SPOKEN = 1200
_REACH = 40


class Paragraph:
    """One paragraph under the knife. `known` are the words of the whole text, for names glued together."""

    def __init__(self, text: str, lexicon: Lexicon, known: "KnownWords") -> None:
        self.text = text
        self._lexicon = lexicon
        self._known = known
        self._quotes: Quotes = find_quotes(text)
        self._brackets = find_brackets(text)
        self._atoms = [Span(*found.span()) for found in _ATOM.finditer(text)]
        self._atom_starts = [atom.start for atom in self._atoms]
        spoken = (pair for pair in self._quotes.pairs if self._has_speaker(pair))
        self._closed = _merged([*spoken, *self._brackets])
        self._closed_starts = [span.start for span in self._closed]

    def cuts(self) -> list[int]:
        """Return where sentences after the first begin (white space may still stand there), ascending."""
        found = set(self._after_stops()) | set(self._glued())
        found.update(match.start() for match in _BULLET.finditer(self.text))
        return sorted(cut for cut in found if 0 < cut < len(self.text))

    @property
    def brackets(self) -> tuple[Span, ...]:
        """The bracketed parts of the paragraph."""
        return self._brackets

    # Candidates

    def _after_stops(self) -> list[int]:
        found = []
        last = 0
        for stop in _STOP.finditer(self.text):
            if stop.end() <= last:
                continue
            after = self._behind_closers(stop.end())
            if after < len(self.text) and self._ends(stop, after, last):
                found.append(after)
                last = after
        return found

    def _glued(self) -> list[int]:
        return [found.start() for found in _GLUE.finditer(self.text) if self._is_glued(found.start())]

    # After a stop

    def _behind_closers(self, at: int) -> int:
        """Step over what belongs to the sentence that a stop ends: closing marks and footnotes."""
        text = self.text
        while at < len(text):
            note = _NOTE.match(text, at)
            if note:
                at = note.end()
                continue
            mark = at + 1 if text[at].isspace() and at + 1 < len(text) else at
            if text[mark] in ")]" and mark == at:
                at = mark + 1
            elif mark in self._quotes.closing:
                at = mark + (2 if text.startswith("''", mark) else 1)
            else:
                return at
        return at

    def _ends(self, stop: re.Match[str], after: int, last: int) -> bool:
        """Say whether a stop ends a sentence, the next one beginning at or behind `after`."""
        text = self.text
        omission = self._is_omission(stop)
        in_atom = self._inside(self._atoms, self._atom_starts, stop.start(), stop.end())
        in_aside = self._inside(self._closed, self._closed_starts, stop.start(), after)
        start = self._space_end(after)
        if in_atom or (in_aside and not omission) or text[start : start + 1] in _GOES_ON:
            return False
        if stop[0][0] in _FULL_WIDTH:
            return True
        if URL.match(text, start):
            return start > after
        word_at, quoted = self._first_word(start)
        if word_at is None or omission:
            return word_at is not None and (quoted or self._is_starter(word_at))
        if stop[0] == ".":
            return self._full_stop_ends(stop.start(), word_at, last, gap=start > after, quoted=quoted)
        return self._mark_ends(stop, word_at, gap=start > after, quoted=quoted)

    def _mark_ends(self, stop: re.Match[str], word_at: int, *, gap: bool, quoted: bool) -> bool:
        """Judge a question or exclamation mark, or an ellipsis."""
        first = self.text[word_at]
        if first.islower():
            return quoted and gap
        if first.isdigit():
            return gap
        return (self._left(stop.start()) + stop[0]).casefold() not in self._lexicon.never_ending

    def _full_stop_ends(self, at: int, word_at: int, last: int, *, gap: bool, quoted: bool) -> bool:
        left = self._left(at)
        first = self.text[word_at]
        if not left:
            return gap or first.isupper()
        if at - len(left) <= self._space_end(last) and _NUMBERING.fullmatch(left):
            return False
        if first.islower():
            ordinary = not self._is_known_abbreviation(left)
            return ordinary and ((quoted and gap) or (gap and self._inner_capital(word_at)))
        if first.isdigit():
            return self._ends_before_number(left, word_at, gap=gap)
        return self._ends_before_word(left, word_at, at, gap=gap, quoted=quoted)

    def _ends_before_number(self, left: str, word_at: int, *, gap: bool) -> bool:
        if self._is_known_abbreviation(left) or len(left) == 1:
            return False
        if gap:
            return True
        number = self._word(word_at)
        behind = word_at + len(number)
        # Three digits are a share written without its zero (".500").
        return (
            left.islower() and len(left) >= 4 and len(number) != 3 and self.text[behind : behind + 1] == " "
        )

    def _ends_before_word(self, left: str, word_at: int, at: int, *, gap: bool, quoted: bool) -> bool:
        lexicon = self._lexicon
        opens = (self._is_starter(word_at) or quoted) and gap
        if _is_among(left, lexicon.never_ending):
            ends = False
        elif _is_among(left, lexicon.before_names):
            ends = left[0].islower() and self._is_starter(word_at) and gap
        elif _is_among(left, lexicon.hours):
            ends = gap and not self._continues_hour(word_at)
        elif len(_bare(left)) == 1 and left[-1].isupper():
            ends = opens and self._before(at, left).islower()
        elif _ACRONYM.fullmatch(left) or _is_among(left, lexicon.open_ended):
            ends = opens
        else:
            spaced = self.text[at - 1].isspace()
            ends = gap or self._reads_as_opening(left, word_at, spaced=spaced)
        return ends

    def _continues_hour(self, word_at: int) -> bool:
        """Recognise "5 p.m. Monday" and "5 p.m. EST"."""
        word = self._word(word_at)
        return len(word) > 1 and (word.isupper() or word.casefold() in _days_and_months())

    def _reads_as_opening(self, left: str, word_at: int, *, spaced: bool) -> bool:
        """Tell "dossier.Les" from "Node.JS" and " .NET": no space after the stop."""
        word = self._word(word_at)
        if word[1:2].islower() or self._is_starter(word_at):
            return True
        return len(word) >= 2 and left.islower() and len(left) >= 3 and not spaced

    # Without a stop

    def _is_glued(self, at: int) -> bool:
        if self._inside(self._atoms, self._atom_starts, at - 1, at + 1):
            return False
        if self._inside(self._closed, self._closed_starts, at, at):
            return False
        before = self.text[at - 1]
        right = self._word(at)
        opens = self._is_starter(at) and self.text[at + len(right) : at + len(right) + 1] in _AFTER_STARTER
        if before.isdigit():
            return opens
        if not before.isalpha():
            return opens and (before in "»”)]" or at - 1 in self._quotes.closing)
        return self._is_glued_word(self._left_letters(at), right, opens=opens)

    def _is_glued_word(self, left: str, right: str, *, opens: bool) -> bool:
        """Tell "OtanCe" and "coupéeJeanne", which are two words, from names like "YouTube"."""
        if (left + right).casefold() in _inner_capitals():
            return False
        if left.islower():
            return (opens and len(left) >= 3) or (len(left) >= 4 and len(right) >= 3 and not right.isupper())
        if opens and len(left) >= 2 and right.casefold() not in _brand_endings():
            return True
        return len(left) >= 4 and len(right) >= 4 and left in self._known and right in self._known

    # Looking around

    def _has_speaker(self, pair: Span) -> bool:
        """Say whether what follows a quote goes on with its sentence, as "a dit le ministre" does."""
        if pair.end - pair.start > _MAX_SPOKEN:
            return False
        at = self._space_end(pair.end)
        follows = self.text[at : at + 1]
        return (
            follows == ","
            or follows.islower()
            or (follows in "–—-" and self.text[at + 1 : at + 3].strip().islower())
        )

    def _is_omission(self, stop: re.Match[str]) -> bool:
        """Recognise "[...]" and "(…)", which stand for words left out."""
        text = self.text
        return (
            stop[0] in ("...", "…", "..", "....")
            and text[stop.start() - 1 : stop.start()] in ("[", "(")
            and text[stop.end() : stop.end() + 1] in ("]", ")")
        )

    def _first_word(self, at: int) -> tuple[int | None, bool]:
        """Return where the next letter or digit stands, and whether an opening quote stands before it."""
        text, quoted = self.text, False
        for here in range(at, min(len(text), at + _REACH)):
            if text[here].isalnum():
                return here, quoted
            quoted = quoted or here in self._quotes.opening
        return None, quoted

    def _left(self, at: int) -> str:
        """Return the word right before a stop, dots of abbreviations and spaces before the stop apart."""
        start = max(0, at - _REACH)
        found = _LEFT.search(self.text[start:at].rstrip())
        return found[0] if found else ""

    def _left_letters(self, at: int) -> str:
        start = at
        while start > 0 and at - start < _REACH and self.text[start - 1].isalpha():
            start -= 1
        return self.text[start:at]

    def _before(self, at: int, left: str) -> str:
        """Return the word before the word before a stop."""
        end = self.text.rfind(left, max(0, at - 2 * _REACH), at)
        found = _LEFT.search(self.text[max(0, end - _REACH) : max(0, end)].rstrip())
        return found[0] if found else ""

    def _word(self, at: int) -> str:
        found = _WORD.match(self.text, at, at + _REACH)
        return found[0] if found else ""

    def _is_starter(self, at: int) -> bool:
        word = self._word(at)
        if word not in self._lexicon.starters:
            return False
        apostrophe = self.text[at + len(word) : at + len(word) + 1] in ("'", "’")
        return apostrophe or not (len(word) == 1 and word in "CDJLMNSQ")

    def _inner_capital(self, at: int) -> bool:
        return self._word(at).casefold() in _inner_capitals()

    def _is_known_abbreviation(self, left: str) -> bool:
        lexicon = self._lexicon
        return any(
            _is_among(left, known)
            for known in (
                lexicon.before_names,
                lexicon.before_numbers,
                lexicon.open_ended,
                lexicon.never_ending,
            )
        )

    def _space_end(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    @staticmethod
    def _inside(spans: list[Span], starts: list[int], start: int, end: int) -> bool:
        """Say whether a range lies in one of some disjoint spans and does not reach its end."""
        here = bisect_right(starts, start) - 1
        return here >= 0 and end < spans[here].end and start > spans[here].start


class KnownWords:
    """The words of a whole text, gathered only when one is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(_WORD.findall(self._text))
        return word in self._words


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _bare(left: str) -> str:
    """Return a word without an elided one before it ("d'env")."""
    bare = left.strip("-'’")
    return bare[max(bare.rfind("'"), bare.rfind("’")) + 1 :]


def _is_among(left: str, known: frozenset[str]) -> bool:
    """Say whether a word is listed; what is listed with a capital must have one."""
    bare = _bare(left)
    return bare in known or bare.casefold() in known


@cache
def _inner_capitals() -> frozenset[str]:
    return frozenset(everywhere("inner_capitals.txt"))


@cache
def _days_and_months() -> frozenset[str]:
    months = (name for line in everywhere("months.txt") for name in line.split()[1:])
    return frozenset((*everywhere("weekdays.txt"), *months))


@cache
def _brand_endings() -> frozenset[str]:
    return frozenset(everywhere("brand_endings.txt"))
