"""Words that stand for each other, from a thesaurus in MyThes form, the one that LibreOffice installs.

None is part of the program: its text has licences of its own. One is found at run time, first among
the packaged resources, where an installer may have put it, then where systems keep theirs.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from reconciler.language.thesaurus_files import ThesaurusFiles, find_thesaurus

STRONGEST = 0.6
# Entries that share less than this have met by an accident of one long list.
WEAKEST = 0.1

# Files are not ours to trust: no index, entry or number of meanings may take more than this.
_MAX_INDEX = 1 << 24
_MAX_ENTRY = 1 << 16
_MAX_MEANINGS = 64
# Most entries are shorter; one that is not is read again.
_USUAL_ENTRY = 1 << 12

# Encodings in which neither "|" nor a line's end can be part of another character.
_ENCODING = re.compile(r"utf-?8|(?:iso-?)?8859-?\d{1,2}|(?:cp|windows-?)125\d|koi8-?[ru]", re.ASCII)
# How much of a synonym is left by what a mark says, by the mark's beginning; other marks tell usage
# ("familier", "ugs.") or part of speech. Measured on links between sentences of news, a generic term
# tells something only beside other words that the entries share.
_MARKS = (
    ("anton", 0.0), ("antón", 0.0), ("contrai", 0.0), ("gegen", 0.0),
    ("generic", 0.3), ("oberbegriff", 0.3), ("unterbegriff", 0.3), ("hyper", 0.3), ("hypo", 0.3),
    ("related", 0.3), ("assoziation", 0.3), ("similar", 0.8),
)  # fmt: skip
# What a listed verb may carry before it, where the dictionary form of a word does not.
_BEFORE_VERBS = {"fr": ("se ", "s'", "s’"), "de": ("sich ",), "en": ("to ",)}
# Endings of women and men, of which either may be the headword or stand in a list. Only what hardly
# any other word ends in: "vente" is nothing to "vent", nor "armée" to "armé". The dictionary knows most.
_WOMAN_MAN = {"trice": "teur", "euse": "eur", "ienne": "ien"}
_GENDERS = {"fr": _WOMAN_MAN | {man: woman for woman, man in _WOMAN_MAN.items()}}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A headword's words, itself among them with 1, each with how much it says; their length as a vector."""

    words: Mapping[str, float]
    length: float


@dataclass(slots=True)
class Thesaurus:
    """The thesaurus of one language; its index is read at the first question and kept.

    No file stays open. A file that has gone, or is not what its name says, has no words.
    One instance belongs to one worker thread.
    """

    language: str
    files: ThesaurusFiles
    _index: "_Index | None" = field(default=None, init=False, repr=False)

    @classmethod
    def open(cls, language: str, places: Iterable[Path] | None = None) -> "Thesaurus | None":
        """Find the thesaurus of a language, ISO 639-1, in some folders or where systems keep them."""
        found = find_thesaurus(language, places)
        return None if found is None else cls(language, found)

    def related(self, lemma: str) -> Mapping[str, float]:
        """Return the single words listed for a lemma, in lower case, with a strength in (0, .6].

        This is what its own entry says: the fewer meanings and words it has, the stronger. Antonyms and
        expressions are left out, generic and related terms are weaker.
        """
        shape = (lemma, *self._forms(lemma))
        entry = self._entries([shape]).get(0)
        if entry is None:
            return {}
        return {
            word: STRONGEST * math.sqrt(weight / entry.length)
            for word, weight in entry.words.items()
            if word not in shape and " " not in word
        }

    def similarities(self, lemmas: Sequence[str]) -> list[tuple[int, int, float]]:
        """Return the pairs (i, j, strength) of distinct lemmas of which one lists the other, i < j, in order.

        The strength, in [.1, .6], is .6 times the root of the cosine of both entries, each with its own
        headword in it: so two words that list each other and nothing else are strongest, a long list
        of other words weakens, and so do many meanings. It is the same whichever word is asked first.
        Give ordinary words: a name in lower case is another word. One look-up for each lemma.
        """
        shapes = [(lemma, *self._forms(lemma)) for lemma in lemmas]
        entries = self._entries(shapes)
        places = _places(shapes)
        pairs: set[tuple[int, int]] = set()
        for here, entry in entries.items():
            for word in entry.words.keys() & places.keys():
                there = places[word]
                # Its own other forms are no synonyms.
                if there != here and word not in shapes[here]:
                    pairs.add((here, there) if here < there else (there, here))
        found: list[tuple[int, int, float]] = []
        for here, there in sorted(pairs):
            # Where only one word has an entry, the other's holds that word alone.
            one = entries.get(here) or _alone(shapes[here])
            other = entries.get(there) or _alone(shapes[there])
            strength = STRONGEST * math.sqrt(_cosine(one, other))
            if strength >= WEAKEST:
                found.append((here, there, strength))
        return found

    def _entries(self, shapes: Sequence[Sequence[str]]) -> dict[int, _Entry]:
        """Return the entries of those words that have one, by their place; the first shape found counts."""
        try:
            if self._index is None:
                self._index = _Index.read(self.files.index)
            wanted: list[tuple[int, int, str]] = []
            for place, shape in enumerate(shapes):
                for form in shape:
                    offset = self._index.offset(form)
                    if offset is not None:
                        wanted.append((offset, place, form))
                        break
            # Not mapped into memory: a mapped file that another program shortens ends this one.
            with self.files.data.open("rb", buffering=0) as stream:
                encoding = _encoding(stream.read(64))
                if encoding is None:
                    return {}
                found: dict[int, _Entry] = {}
                for offset, place, form in sorted(wanted):
                    if meanings := _meanings(stream, offset, encoding, form):
                        found[place] = self._weigh(meanings, shapes[place])
                return found
        except OSError:
            return {}

    def _weigh(self, meanings: Sequence[str], shape: Sequence[str]) -> _Entry:
        share = 1 / math.sqrt(len(meanings))
        words: dict[str, float] = {}
        for meaning in meanings:
            listed = meaning
            for before in _BEFORE_VERBS.get(self.language, ()):
                listed = listed.replace("|" + before, "|")
            said = listed.split("|")[1:]
            if "(" not in listed:
                words.update(dict.fromkeys(said, share))
                continue
            for part in said:
                # "(sich) beschweren" says what may stand before, "Angriff (auf)" marks what it stands behind.
                plain = part.partition(") ")[2] if part.startswith("(") else part
                word, bracket, mark = plain.partition("(")
                worth = share * _worth(mark) if bracket else share
                if worth > words.get(word := word.rstrip(), 0.0):
                    words[word] = worth
        words.pop("", None)
        words[shape[0]] = 1.0
        length = math.hypot(*words.values())
        # Whichever form another entry lists, it lists this word.
        words.update(dict.fromkeys(shape, 1.0))
        return _Entry(words, length)

    def _forms(self, lemma: str) -> list[str]:
        """Return what else the headword of a lemma may look like, the likeliest first."""
        forms = []
        if "œ" in lemma:
            forms.append(lemma.replace("œ", "oe"))
        elif "oe" in lemma:
            forms.append(lemma.replace("oe", "œ"))
        if genders := _GENDERS.get(self.language):
            for size in (5, 4, 3):
                if (other := genders.get(lemma[-size:])) is not None:
                    forms.append(lemma[:-size] + other)
                    break
            # Capitals lose their accents in print: "Etat", "Eglises".
            if lemma[:1] == "e":
                forms += ["é" + lemma[1:], "é" + lemma[1:].removesuffix("s")]
        # Some words have no singular ("funérailles"); short ones would be other words ("mai", "mais").
        if len(lemma) > 4:
            forms.append(lemma + "s")
        return [*forms, lemma.capitalize()]


@dataclass(frozen=True, slots=True)
class _Index:
    """Where each headword's entry stands: lines of headword, zero, offset, in the order of bytes."""

    encoding: str | None
    lines: Sequence[bytes]

    @classmethod
    def read(cls, path: Path) -> "_Index":
        """Read an index; a file that is none, or too large to be one, has no headwords."""
        if path.stat().st_size > _MAX_INDEX:
            return cls(None, ())
        first, _, text = path.read_bytes().partition(b"\n")
        # "|" is greater than letters, zero less than all: so "raid" stands before "raider".
        lines = text.replace(b"|", b"\0").split(b"\n")
        # Sorted already, as a rule; then this is one comparison a line.
        lines.sort()
        return cls(_encoding(first), lines)

    def offset(self, headword: str) -> int | None:
        """Return where the file says a headword's entry begins, unchecked."""
        if self.encoding is None:
            return None
        try:
            key = headword.encode(self.encoding) + b"\0"
        except UnicodeEncodeError:
            return None
        place = bisect_left(self.lines, key)
        if place == len(self.lines) or not self.lines[place].startswith(key):
            return None
        digits = self.lines[place][len(key) :].strip()
        return int(digits) if digits.isdigit() and len(digits) <= 12 else None


def _meanings(stream: BinaryIO, offset: int, encoding: str, headword: str) -> list[str]:
    """Return the lines of an entry, or none when it does not stand where the index says."""
    stream.seek(offset)
    block = stream.read(_USUAL_ENTRY)
    found = _parse(block, encoding, headword)
    if found is None and len(block) == _USUAL_ENTRY:
        block += stream.read(_MAX_ENTRY - _USUAL_ENTRY)
        found = _parse(block, encoding, headword)
    # What the end of the file or the largest entry cuts is read as far as it goes.
    return _parse(block + b"\n", encoding, headword, cut=True) or [] if found is None else found


def _parse(block: bytes, encoding: str, headword: str, *, cut: bool = False) -> list[str] | None:
    """Return the lines of meanings of the entry that a block begins with, None if the block cuts it."""
    head, _, rest = block.partition(b"\n")
    word, _, count = head.decode(encoding, "replace").rpartition("|")
    count = count.strip()
    if word.lower() != headword.lower() or not (count.isascii() and count.isdigit()):
        return []
    # More digits than these are no count of meanings.
    wanted = min(int(count[:4]), _MAX_MEANINGS)
    lines = rest.split(b"\n", wanted)
    if len(lines) <= wanted and not cut:
        return None
    meanings: list[str] = []
    for line in lines[:wanted]:
        # The part of speech, in brackets, stands first.
        _, _, listed = line.decode(encoding, "replace").rstrip("\r").lower().partition("|")
        # A count that promises too much runs into the next headword, or the file's end.
        if not listed or listed.isdigit():
            break
        meanings.append("|" + listed)
    return meanings


def _encoding(start: bytes) -> str | None:
    """Return the codec that a file's first line names, or None."""
    line = start.partition(b"\n")[0]
    name = line.decode("ascii", "replace").strip().lower().removeprefix("microsoft-")
    if not _ENCODING.fullmatch(name):
        return None
    try:
        "".encode(name)
    except LookupError:
        return None
    return name


@lru_cache(maxsize=256)
def _worth(marks: str) -> float:
    """Return what is left of a word by the marks behind it: "generic term)", "familier) (antonyme)"."""
    told = [
        left
        for mark in re.split(r"[(,;]\s*", marks)
        for beginning, left in _MARKS
        if mark.startswith(beginning)
    ]
    return min(told, default=1.0)


def _places(shapes: Sequence[Sequence[str]]) -> dict[str, int]:
    """Tell which word a listed one is: itself before another form of it."""
    places: dict[str, int] = {}
    for place, shape in enumerate(shapes):
        places.setdefault(shape[0], place)
    for place, shape in enumerate(shapes):
        for form in shape:
            places.setdefault(form, place)
    return places


def _alone(shape: Sequence[str]) -> _Entry:
    return _Entry(dict.fromkeys(shape, 1.0), 1.0)


def _cosine(one: _Entry, other: _Entry) -> float:
    said, heard = one.words, other.words
    # A set of words has no order, so the sum must not depend on it.
    dot = math.fsum([said[word] * heard[word] for word in said.keys() & heard.keys()])
    return min(dot / (one.length * other.length), 1.0)
