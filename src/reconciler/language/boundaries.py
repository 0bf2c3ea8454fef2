"""Where one sentence ends and the next begins, inside one paragraph.

Every candidate is judged by what stands right before and after it, within a bounded reach, so
that the time is linear in the length of the paragraph. Nothing ever waits for a closing mark.
"""

import re
from bisect import bisect_right
from functools import cache

from reconciler.header import URL
from reconciler.language.abbreviations import (
    is_acronym,
    is_among,
    is_clipped,
    is_initial,
    is_listed,
    word_before,
    word_before_that,
)
from reconciler.language.atoms import find_atoms
from reconciler.language.glue import (
    KnownWords,
    announces_title,
    are_two_words,
    days_and_months,
    has_capital_anyway,
    is_inner_capital,
    reads_as_heading,
)
from reconciler.language.lexicon import Lexicon, alternatives, everywhere
from reconciler.language.quotes import Quotes, find_brackets, find_quotes
from reconciler.model import Span

_UPPER = "".join(re.escape(chr(code)) for code in range(0x530) if chr(code).isupper())
_LOWER = "".join(re.escape(chr(code)) for code in range(0x530) if chr(code).islower())
_WIDE = "。！？｡؟۔।॥።።։။។"
_STOP = re.compile(rf"[.!?…]+|[{_WIDE}]+")
# Greek asks with the mark that others part clauses with.
_GREEK_STOP = re.compile(rf"[.!?…;\u037e]+|[{_WIDE}]+")
_FULL_WIDTH = frozenset(_WIDE)
# A capital first and what stands before it second: so the search leaps from capital to capital.
_GLUE = re.compile(
    rf"[{_UPPER}](?:(?<=[{_LOWER}\d»”\"\)\]].)|(?<=[{_UPPER}]{{3}})(?=[{_LOWER}'’]))|[«“](?<=[{_LOWER}].)"
)
_CONTRACTION = re.compile(r"['’][stnk] [^\W\d_a-z]")
_MID_CAPITAL = re.compile(rf"[{_UPPER}](?<=[{_LOWER}] .)")
_BULLET = re.compile(r"(?<=\s)[•●▪■◦‣►]")
_WORD = re.compile(r"[^\W_]+")
_NOTE = re.compile(r"(?:\s?\[\d{1,3}\]|\s?\[[a-z]\]|[¹²³⁴-⁹]+)+")
_PICTOGRAM = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]")
_SPACE = re.compile(r"\s*")
_NUMBERING = re.compile(r"[(]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})")
_NUMERIC_DATE = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}(?!\d)")
_ROMAN = re.compile(r"[IVXLC]{1,7}")
_AFTER_STARTER = frozenset(" \u00a0'’,")
# What follows a stop that ends nothing; the empty text is the paragraph's end.
_GOES_ON = frozenset(("", ",", ";", ":", ")", "]"))
_MAX_SPOKEN = 1200
_REACH = 40
# Languages that write the ordinal "3rd" as "3.".
_ORDINAL_STOP = frozenset(
    {"bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lb", "lv"}
    | {"nb", "nn", "no", "sk", "sl", "sr", "tr"}
)


class Paragraph:
    """One paragraph under the knife. `known` are the words of the whole text, for names glued together."""

    def __init__(self, text: str, lexicon: Lexicon, known: KnownWords) -> None:
        self.text = text
        self._lexicon = lexicon
        self._known = known
        self._quotes: Quotes = find_quotes(text)
        self._brackets = find_brackets(text)
        self._atoms = find_atoms(text)
        self._atom_starts = [atom.start for atom in self._atoms]
        spoken = [pair for pair in self._quotes.pairs if self._has_speaker(pair)]
        self._spoken_ends = frozenset(pair.end for pair in spoken)
        self._closed = _merged([*spoken, *self._brackets])
        self._closed_starts = [span.start for span in self._closed]

    def cuts(self) -> list[int]:
        """Return where sentences after the first begin (white space may still stand there), ascending."""
        found = {*self._after_stops(), *self._glued(), *self._behind_headings()}
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
        pattern = _GREEK_STOP if self._lexicon.language == "el" else _STOP
        for stop in pattern.finditer(self.text):
            if stop.end() <= last:
                continue
            after = self._behind_closers(stop.end())
            if after < len(self.text) and self._ends(stop, after, last):
                found.append(after)
                last = after
        return found

    def _glued(self) -> list[int]:
        return [found.start() for found in _GLUE.finditer(self.text) if self._is_glued(found.start())]

    def _behind_headings(self) -> list[int]:
        """Find sentences that only a space parts from the heading before them."""
        capitals = (found.start() for found in _MID_CAPITAL.finditer(self.text))
        return [at for at in capitals if self._follows_heading(at)]

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
            if _PICTOGRAM.match(text, mark):
                at = mark + 1
                continue
            if text[mark] in ")]）」』" and mark == at:
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
        goes_on = text[start : start + 1] in _GOES_ON or text[stop.start() - 1 : stop.start()] == "<"
        if in_atom or (in_aside and not omission) or goes_on or after in self._spoken_ends:
            return False
        if stop[0][0] in _FULL_WIDTH:
            # A Japanese quotation is followed by a particle of the sentence that it stands in.
            return not (text[after - 1] in "」』" and "ぁ" <= text[start : start + 1] <= "ん")
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
            # Dots before a number are a pause ("… 2 metres"), but not before a teaser's date.
            pause = stop[0].startswith(("..", "…")) and not _NUMERIC_DATE.match(self.text, word_at)
            return gap and not pause
        return (word_before(self.text, stop.start()) + stop[0]).casefold() not in self._lexicon.never_ending

    def _full_stop_ends(self, at: int, word_at: int, last: int, *, gap: bool, quoted: bool) -> bool:
        left = word_before(self.text, at, last)
        first = self.text[word_at]
        if not left:
            return gap or first.isupper() or not self.text[at - 1].isspace()
        if at - len(left) <= self._space_end(last) and _NUMBERING.fullmatch(left):
            return False
        if len(left) == 1 and left.isalpha() and self._is_initial(word_at):
            return False
        if first.islower():
            opens = quoted or is_inner_capital(self._word(word_at)) or self._is_contraction(word_at)
            return gap and opens and not is_listed(left, self._lexicon)
        if first.isdigit():
            return self._ends_before_number(left, word_at, gap=gap)
        return self._ends_before_word(left, word_at, at, gap=gap, quoted=quoted)

    def _ends_before_number(self, left: str, word_at: int, *, gap: bool) -> bool:
        if is_listed(left, self._lexicon) or len(left) == 1 or (is_clipped(left) and left.isalpha()):
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
        ordinal = len(left) <= 2 and left.isdigit() and lexicon.language in _ORDINAL_STOP
        if is_among(left, lexicon.abbreviations):
            ends = self._abbreviation_ends(left, word_at, gap=gap, opens=opens)
            if ends is not None:
                return ends
        if is_initial(left):
            return opens and word_before_that(self.text, at, left).islower()
        if ordinal or is_acronym(left) or self._is_short(left, at):
            return opens
        return gap or self._reads_as_opening(left, word_at, spaced=self.text[at - 1].isspace())

    def _abbreviation_ends(self, left: str, word_at: int, *, gap: bool, opens: bool) -> bool | None:
        """Judge a listed abbreviation; None for one that says nothing of the word that follows."""
        lexicon = self._lexicon
        ends: bool | None = None
        if is_among(left, lexicon.never_ending):
            ends = False
        elif is_among(left, lexicon.before_names):
            ends = left[0].islower() and self._is_starter(word_at) and gap
        elif is_among(left, lexicon.before_numbers) and _ROMAN.fullmatch(self._word(word_at)):
            ends = opens
        elif is_among(left, lexicon.hours):
            ends = gap and not self._continues_hour(word_at)
        elif is_among(left, lexicon.open_ended) and not is_initial(left):
            ends = opens
        return ends

    def _is_short(self, left: str, at: int) -> bool:
        """Recognise an abbreviation that is not listed; what follows a number is a unit."""
        return is_clipped(left) and not word_before_that(self.text, at, left)[-1:].isdigit()

    def _is_initial(self, at: int) -> bool:
        return len(self._word(at)) == 1 and self.text[at + 1 : at + 2] == "."

    def _continues_hour(self, word_at: int) -> bool:
        """Recognise "5 p.m. Monday" and "5 p.m. EST"."""
        word = self._word(word_at)
        return len(word) > 1 and (word.isupper() or word.casefold() in days_and_months())

    def _reads_as_opening(self, left: str, word_at: int, *, spaced: bool) -> bool:
        """Tell "dossier.Les" from "Node.JS" and " .NET": no space after the stop."""
        word = self._word(word_at)
        if self._is_starter(word_at):
            return True
        if word[1:2].islower():
            # "W.Va", but not "OTAN.Kiev".
            return not (left[-1].isupper() and not left[-2:-1].isalpha())
        return len(word) >= 2 and left.islower() and len(left) >= 3 and not spaced

    # Without a stop

    def _is_glued(self, at: int) -> bool:
        if self._inside(self._atoms, self._atom_starts, at - 1, at + 1):
            return False
        if self._inside(self._closed, self._closed_starts, at, at):
            return False
        before = self.text[at - 1]
        if self.text[at] in "«“":
            return reads_as_heading(self.text, at) and self._is_starter(self._space_end(at + 1))
        right = self._word(at)
        opens = self._is_starter(at) and self.text[at + len(right) : at + len(right) + 1] in _AFTER_STARTER
        if before.isdigit():
            return opens
        if not before.isalpha():
            return opens and (before in "»”)]" or at - 1 in self._quotes.closing)
        return are_two_words(
            self._left_letters(at), right, opens=opens, language=self._lexicon.language, known=self._known
        )

    def _follows_heading(self, at: int) -> bool:
        word = self._word(at)
        after = self.text[at + len(word) : at + len(word) + 2]
        if not (after[:1] in ("'", "’") or (after[:1] == " " and after[1:].islower())):
            return False
        if not self._is_starter(at) or has_capital_anyway(word):
            return False
        before = self._left_letters(at - 1).casefold()
        if before in self._lexicon.stop or announces_title(before) or not reads_as_heading(self.text, at - 1):
            return False
        return not self._inside(self._closed, self._closed_starts, at - 1, at)

    # Looking around

    def _has_speaker(self, pair: Span) -> bool:
        """Say whether what follows a quote goes on with its sentence, as "a dit le ministre" does."""
        if pair.end - pair.start > _MAX_SPOKEN:
            return False
        inner = self.text[pair.start : pair.end].rstrip("\"'”’» \u00a0\u202f")
        if inner.endswith(","):
            return True
        if inner.endswith(("?", "!")):
            spoken = _names_speaker().match(self.text, pair.end, pair.end + 2 * _REACH)
            if spoken and self._lexicon.language == "en":
                return True
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

    def _left_letters(self, at: int) -> str:
        start = at
        while start > 0 and at - start < _REACH and self.text[start - 1].isalpha():
            start -= 1
        return self.text[start:at]

    def _word(self, at: int) -> str:
        found = _WORD.match(self.text, at, at + _REACH)
        return found[0] if found else ""

    def _is_starter(self, at: int) -> bool:
        word = self._word(at)
        if word not in self._lexicon.starters:
            return False
        apostrophe = self.text[at + len(word) : at + len(word) + 1] in ("'", "’")
        return apostrophe or not (len(word) == 1 and word in "CDJLMNSQ")

    def _is_contraction(self, at: int) -> bool:
        """Recognise the Dutch "'s Middags", which opens a sentence with a small letter."""
        return self._lexicon.language == "nl" and bool(_CONTRACTION.match(self.text, at - 1))

    def _space_end(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    @staticmethod
    def _inside(spans: list[Span], starts: list[int], start: int, end: int) -> bool:
        """Say whether a range lies in one of some disjoint spans and does not reach its end."""
        here = bisect_right(starts, start) - 1
        return here >= 0 and end < spans[here].end and start > spans[here].start


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


@cache
def _names_speaker() -> re.Pattern[str]:
    """Match "Colts coach Bruce Arians asked." behind a quotation, which English writes in this order."""
    verbs = alternatives(everywhere("speech.txt"))
    return re.compile(rf"\s+(?=[^\W_a-z])(?:[\w'’-]+\.?\s){{1,7}}?(?:{verbs})\s?[.,]")
