"""The values everyone speaks of: frozen, without behaviour beyond what follows from them.

Offsets are Unicode code points into a source's text; a span is half open, ``[start, end)``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

SourceId = NewType("SourceId", int)
StatementId = NewType("StatementId", int)
MatchId = NewType("MatchId", int)
RunId = NewType("RunId", int)
DecisionId = NewType("DecisionId", int)
EntryId = NewType("EntryId", int)


class StatementKind(StrEnum):
    """What a statement is in its article; only the first three kinds of `is_matched` are compared."""

    TITLE = "title"
    HEADING = "heading"
    LEAD = "lead"
    SENTENCE = "sentence"
    BOILERPLATE = "boilerplate"
    METADATA = "metadata"

    @property
    def is_matched(self) -> bool:
        """Whether statements of this kind are lined up with those of other sources."""
        return self in (StatementKind.TITLE, StatementKind.LEAD, StatementKind.SENTENCE)


class SignalKind(StrEnum):
    """What a statement can carry that is compared across a match."""

    QUOTE = "quote"
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    NEGATION = "negation"


class Outcome(StrEnum):
    """How one signal compares across a match."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISSING = "missing"


class Verdict(StrEnum):
    """What the analyst says of a match; a match without a verdict is *proposed*."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


class Relation(StrEnum):
    """What a confirmed match is."""

    AGREES = "agrees"
    DIFFERS = "differs"
    CONTRADICTS = "contradicts"


class MadeBy(StrEnum):
    """Who put a match forward."""

    MODEL = "model"
    HAND = "hand"


class Act(StrEnum):
    """What a row of the journal records."""

    VERDICT = "verdict"
    CLEAR = "clear"
    RELATION = "relation"
    NOTE = "note"
    LINK = "link"
    UNLINK = "unlink"
    UNDO = "undo"
    REDO = "redo"
    CARRY = "carry"
    IMPORT = "import"


class ClaimBasis(StrEnum):
    """Whether a claim was built from confirmed matches or, before any is confirmed, from proposals."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """What reading makes of a file or a pasted text: a source before language was looked at.

    `published` is ISO 8601, as precise as the article is (``2023``, ``2023-06``, ``2023-06-04``,
    ``2023-06-04T10:15+02:00``). `sha256` is that of the imported bytes; `name` the file's name,
    for messages and as a last resort for a title. `original` are the imported bytes and
    `media_type` what they are, `origin` the path or link they came from; `left_out` are the
    passages that the reader took for furniture of the page.
    """

    name: str
    text: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    media_type: str = "text/plain"
    origin: str | None = None
    original: bytes | None = field(default=None, repr=False)
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A statement as the segmenter cuts it, before it has a place in a case."""

    start: int
    end: int
    kind: StatementKind


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """An article, cut into statements in a known language, ready to go into a case.

    `packed` is the article's original as a case keeps it (zlib), where a worker has made it
    already; a case packs what comes without.
    """

    article: Article
    language: str
    segments: tuple[Segment, ...]
    packed: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """One article in a case, as its present version has it.

    The text of a version never changes once imported; `text`, `sha256`, `imported_at` and `name`
    are those of the present one.
    """

    id: SourceId
    letter: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    published_assumed: bool
    language: str
    text: str
    sha256: str
    imported_at: str
    name: str


@dataclass(frozen=True, slots=True)
class Original:
    """What a version of a source was read from: the imported bytes, and what is known of them."""

    data: bytes = field(repr=False)
    media_type: str
    origin: str | None
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceProperties:
    """The part of a source that the analyst may correct. An assumed date is no property: it is None here."""

    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Signal:
    """Something a statement carries.

    Offsets are into the source's text; `value` is the normalised value as JSON text.
    """

    kind: SignalKind
    start: int
    end: int
    text: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A span of a source's text with its kind.

    `text` is exactly that slice of the text of the source's `version`; `ordinal` counts from 1
    among the source's statements. A statement is never changed: mending it, or a new version of
    its source, puts others in its place.
    """

    id: StatementId
    source: SourceId
    ordinal: int
    start: int
    end: int
    kind: StatementKind
    text: str
    signals: tuple[Signal, ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a source, counted from 1, with the statements that it had when it was last present."""

    number: int
    text: str
    sha256: str
    imported_at: str
    name: str
    statements: tuple[Statement, ...]
    is_present: bool


class WordKind(StrEnum):
    """How a word takes part in matching."""

    WORD = "word"
    NAME = "name"
    NUMBER = "number"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Word:
    """One token of a statement; offsets are into the statement's text.

    `norm` is the case-folded form, `lemma` the dictionary form and `stem` the stem of it
    in the statement's language; for numbers all three are the plain number.
    """

    start: int
    end: int
    norm: str
    lemma: str
    stem: str
    kind: WordKind


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of why the program proposes a match.

    `name` is one of a fixed set of identifiers that the interface puts into words, `value` what it
    adds to the log-odds of the confidence, below 0 when it speaks against the match: the values of
    all reasons of a match add up. The spans mark, in each statement's own text, the words it speaks of.
    """

    name: str
    value: float
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One signal compared across a match."""

    kind: SignalKind
    left: str | None
    right: str | None
    outcome: Outcome
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the aligner says of one pair of statements."""

    left: StatementId
    right: StatementId
    confidence: float
    reasons: Sequence[Reason]


def shown_confidence(confidence: float) -> float:
    """Return a confidence as it is shown, in whole percent as a share: from 1 to 99 %.

    A model that may be wrong is never certain; only a person decides.
    """
    return min(max(round(confidence * 100), 1), 99) / 100


@dataclass(frozen=True, slots=True)
class Run:
    """One automatic alignment."""

    id: RunId
    at: str
    model: str
    settings: str


@dataclass(frozen=True, slots=True)
class Match:
    """A correspondence between two statements of different sources.

    `left` belongs to the source that was added first. `run` is the alignment that
    proposes it now; None when it was made by hand or is no longer proposed. `confidence` is
    the model's, also for a match made by hand.
    """

    id: MatchId
    left: StatementId
    right: StatementId
    confidence: float
    made_by: MadeBy
    run: RunId | None
    reasons: Sequence[Reason] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for a match now, after all that was decided: a pure function of the journal."""

    verdict: Verdict | None = None
    relation: Relation | None = None
    note: str = ""

    @property
    def is_contradiction(self) -> bool:
        """Whether the analyst holds the two statements to contradict each other."""
        return self.verdict is Verdict.CONFIRMED and self.relation is Relation.CONTRADICTS


class ClaimField(StrEnum):
    """What the analyst can say of a claim: a name for it, what they make of it, and a note."""

    LABEL = "label"
    ASSESSMENT = "assessment"
    NOTE = "note"


class Assessment(StrEnum):
    """What the analyst makes of a claim."""

    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    SINGLE_SOURCE = "single source"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Silence:
    """That the analyst searched a source, and nothing in it corresponds to a statement of another one."""

    statement: StatementId
    source: SourceId


@dataclass(frozen=True, slots=True)
class Pin:
    """That the analyst keeps a match at hand."""

    match: MatchId


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """One of the things that the analyst says of the claim to which a statement belongs."""

    statement: StatementId
    field: ClaimField


Subject = Silence | Pin | ClaimPart
"""What a remark of the analyst is about."""


@dataclass(frozen=True, slots=True)
class ClaimStanding:
    """What the analyst says, on one statement, of the claim to which it belongs.

    `label` is a text of theirs, or the number of the statement whose words they chose, as text.
    """

    label: str = ""
    assessment: Assessment | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Former:
    """A match whose statements are no longer those of their sources, with what was decided of it.

    Its statements can still be asked for: they have the words that the decision was made on.
    """

    match: Match
    standing: Standing


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the journal. `verdict`, `relation` and `note` are what stands after it.

    `entry` groups the rows of one act (one transaction). `confidence`, `evidence` (JSON),
    `model`, `score_visible` and `differences` (JSON) are what the analyst had before them when they
    decided; `differences` is None where nothing was compared.
    """

    id: DecisionId
    entry: EntryId
    match: MatchId
    act: Act
    verdict: Verdict | None
    relation: Relation | None
    note: str
    analyst: str
    at: str
    undoes: DecisionId | None
    confidence: float | None
    evidence: str | None
    model: str | None
    score_visible: bool
    differences: str | None = None

    @property
    def standing(self) -> Standing:
        """What stands for the match after this row."""
        return Standing(self.verdict, self.relation, self.note)


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements of all sources joined by matches; one statement alone is a claim of one source."""

    statements: tuple[StatementId, ...]
    basis: ClaimBasis


class EntryKind(StrEnum):
    """What an entry of the history was, for its name in the Edit menu and the history."""

    CONFIRM = "confirm"
    REJECT = "reject"
    UNSURE = "unsure"
    CLEAR = "clear"
    RELATION = "relation"
    NOTE = "note"
    LINK = "link"
    UNLINK = "unlink"
    RETARGET = "retarget"
    SPLIT_GROUP = "split_group"
    ADD_SOURCES = "add_sources"
    EDIT_SOURCE = "edit_source"
    REALIGN = "realign"
    SETTINGS = "settings"
    SPLIT = "split"
    MERGE = "merge"
    KIND = "kind"
    UPDATE_SOURCE = "update_source"
    REATTACH = "reattach"
    REMOVE_SOURCE = "remove_source"
    ARRANGE = "arrange"
    SILENCE = "silence"
    UNSILENCE = "unsilence"
    PIN = "pin"
    UNPIN = "unpin"
    CLAIM = "claim"
    REVERT = "revert"
    IMPORT = "import"
    SETTLE = "settle"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of the analyst: one transaction, one line of the history, one step of undo.

    `undoes` is the entry that an undo takes back, that a redo brings back, or that was reverted.
    `silences` are those that it said or took back, `statements` those on which it said something of
    their claims.
    """

    id: EntryId
    kind: EntryKind
    analyst: str
    at: str
    undoes: EntryId | None
    matches: tuple[MatchId, ...]
    sources: tuple[SourceId, ...]
    silences: tuple[Silence, ...] = ()
    statements: tuple[StatementId, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What an act or an alignment changed: views refresh these rows only.

    `entry` is None for what is no act of the analyst (an alignment's proposals).
    `structure` is true when sources or the set of matches changed, so that lists are filled anew.
    `statements` are those of which a silence, or what is said of their claim, changed.
    """

    entry: Entry | None
    matches: frozenset[MatchId] = frozenset()
    sources: frozenset[SourceId] = frozenset()
    structure: bool = False
    statements: frozenset[StatementId] = frozenset()
