"""Everything the window says in words: states, reasons, acts, and what to do about a problem."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QObject, Qt, QTime

from reconciler.gui.marking import QT_TRANSLATE_NOOP
from reconciler.gui.strength import Strength
from reconciler.gui.theme import MatchState
from reconciler.model import (
    Assessment,
    Entry,
    EntryKind,
    Match,
    Outcome,
    Relation,
    SignalKind,
    Silence,
    Source,
    StatementId,
)

if TYPE_CHECKING:
    from reconciler.case import Case

LEAST_SAID = 0.15
"""Log-odds below which a reason says next to nothing: four hundredths at an even chance."""


def state_word(state: MatchState) -> str:
    """Return the word for a state."""
    match state:
        case MatchState.PROPOSED:
            return QCoreApplication.translate("messages", "proposed")
        case MatchState.CONFIRMED:
            return QCoreApplication.translate("messages", "confirmed")
        case MatchState.REJECTED:
            return QCoreApplication.translate("messages", "rejected")
        case MatchState.UNSURE:
            return QCoreApplication.translate("messages", "unsure")


def relation_word(relation: Relation) -> str:
    """Return the word for what a confirmed match is."""
    match relation:
        case Relation.AGREES:
            return QCoreApplication.translate("messages", "agrees")
        case Relation.DIFFERS:
            return QCoreApplication.translate("messages", "differs")
        case Relation.CONTRADICTS:
            return QCoreApplication.translate("messages", "contradicts")


def number(count: int) -> str:
    """Return a count as people of the interface's language write it."""
    return QLocale().toString(count)


def percent(share: float) -> str:
    """Return a share from 0 to 1 as people of the interface's language write a percentage."""
    text = QLocale().toString(round(share * 100))
    return QCoreApplication.translate("messages", "{number} %").format(number=text)


def likelihood(confidence: float) -> str:
    """Return a confidence as a phrase: never a bare number."""
    return QCoreApplication.translate("messages", "{percent} likely").format(percent=percent(confidence))


def strength_word(confidence: float) -> str:
    """Return how strong a proposal is, in a word."""
    return strength_word_of(Strength.of(confidence))


def strength_word_of(strength: Strength) -> str:
    """Return the word for a class of confidences."""
    match strength:
        case Strength.STRONG:
            return QCoreApplication.translate("messages", "strong")
        case Strength.LIKELY:
            return QCoreApplication.translate("messages", "likely", "strength of a proposal")
        case Strength.WEAK:
            return QCoreApplication.translate("messages", "weak")


_KINDS: Mapping[SignalKind, str] = MappingProxyType(
    {
        SignalKind.QUOTE: QT_TRANSLATE_NOOP("messages", "quote"),
        SignalKind.FIGURE: QT_TRANSLATE_NOOP("messages", "figure"),
        SignalKind.DATE: QT_TRANSLATE_NOOP("messages", "date"),
        SignalKind.NAME: QT_TRANSLATE_NOOP("messages", "name"),
        SignalKind.ATTRIBUTION: QT_TRANSLATE_NOOP("messages", "attribution"),
        SignalKind.CERTAINTY: QT_TRANSLATE_NOOP("messages", "certainty"),
        SignalKind.NEGATION: QT_TRANSLATE_NOOP("messages", "negation"),
    }
)


def kind_word(kind: SignalKind) -> str:
    """Return what a kind of signal, and of difference, is called."""
    return QCoreApplication.translate("messages", _KINDS[kind])


def kind_title(kind: SignalKind) -> str:
    """Return what a kind of signal is called at the beginning of a line."""
    word = kind_word(kind)
    return word[:1].upper() + word[1:]


def kind_words(kinds: Iterable[SignalKind]) -> str:
    """Return several kinds of signal as a list, in the order of the kinds."""
    among = set(kinds)
    return listed(kind_word(kind) for kind in SignalKind if kind in among)


def listed(words: Iterable[str]) -> str:
    """Return several words as a list."""
    return QCoreApplication.translate("messages", ", ", "between the members of a list").join(words)


def outcome_word(outcome: Outcome, given: str = "") -> str:
    """Return how a signal compares across a match; `given` is the letter of the one source that has it."""
    match outcome:
        case Outcome.AGREES:
            return QCoreApplication.translate("messages", "agrees")
        case Outcome.DIFFERS:
            return QCoreApplication.translate("messages", "differs")
        case Outcome.MISSING:
            return QCoreApplication.translate("messages", "only in {letter}").format(letter=given)


_CAUSES: Mapping[str, str] = MappingProxyType(
    {
        "contradiction": QT_TRANSLATE_NOOP("messages", "contradiction"),
        "revision": QT_TRANSLATE_NOOP("messages", "later figure"),
        "other_scope": QT_TRANSLATE_NOOP("messages", "other scope"),
        "rounding": QT_TRANSLATE_NOOP("messages", "rounding"),
        "bound": QT_TRANSLATE_NOOP("messages", "within the bound"),
        "coarser": QT_TRANSLATE_NOOP("messages", "less exact"),
        "attribution_lost": QT_TRANSLATE_NOOP("messages", "attribution lost"),
        "other_source": QT_TRANSLATE_NOOP("messages", "other source"),
        "hedge_lost": QT_TRANSLATE_NOOP("messages", "hedge lost"),
        "quote_changed": QT_TRANSLATE_NOOP("messages", "quote changed"),
        "quote_shortened": QT_TRANSLATE_NOOP("messages", "quote shortened"),
        "quote_paraphrased": QT_TRANSLATE_NOOP("messages", "in other words"),
        "quote_marks_lost": QT_TRANSLATE_NOOP("messages", "quotation marks lost"),
    }
)


def cause_word(cause: str) -> str:
    """Return why two statements differ in a signal."""
    known = _CAUSES.get(cause)
    return QCoreApplication.translate("messages", known) if known else cause.replace("_", " ")


def difference_title(kind: SignalKind, cause: str | None) -> tuple[str, str]:
    """Return what a difference is called and its cause; the cause alone where it says the kind as well."""
    word = cause_word(cause) if cause else ""
    if word.startswith(kind_word(kind)):
        return word[:1].upper() + word[1:], ""
    return kind_title(kind), word


_ABSENT: Mapping[SignalKind, str] = MappingProxyType(
    {
        SignalKind.QUOTE: QT_TRANSLATE_NOOP("messages", "not quoted"),
        SignalKind.ATTRIBUTION: QT_TRANSLATE_NOOP("messages", "nobody named"),
        SignalKind.CERTAINTY: QT_TRANSLATE_NOOP("messages", "plainly said"),
        SignalKind.NEGATION: QT_TRANSLATE_NOOP("messages", "not denied"),
    }
)


_NOT_GIVEN: str = QT_TRANSLATE_NOOP("messages", "not given")


def absent_word(kind: SignalKind) -> str:
    """Return what stands in the place of a signal on the side that does not have it."""
    return QCoreApplication.translate("messages", _ABSENT.get(kind, _NOT_GIVEN))


_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "words": QT_TRANSLATE_NOOP("messages", "Words"),
        "names": QT_TRANSLATE_NOOP("messages", "Names"),
        "numbers": QT_TRANSLATE_NOOP("messages", "Figures"),
        "wording": QT_TRANSLATE_NOOP("messages", "Wording"),
        "neighbours": QT_TRANSLATE_NOOP("messages", "Neighbours"),
        "place": QT_TRANSLATE_NOOP("messages", "Place in the article"),
        "dates": QT_TRANSLATE_NOOP("messages", "Dates"),
        "third_source": QT_TRANSLATE_NOOP("messages", "Third source"),
        "articles": QT_TRANSLATE_NOOP("messages", "Starting point"),
        "reach": QT_TRANSLATE_NOOP("messages", "Whole or part"),
        "learnt": QT_TRANSLATE_NOOP("messages", "Your decisions"),
        "only_counterpart": QT_TRANSLATE_NOOP("messages", "Stands out"),
    }
)


def reason_word(name: str) -> str:
    """Return what one part of a proposal's explanation is called; it may speak for a match or against."""
    known = _REASONS.get(name)
    return QCoreApplication.translate("messages", known) if known else name.replace("_", " ")


_HINTS: Mapping[str, str] = MappingProxyType(
    {
        "words": QT_TRANSLATE_NOOP("messages", "Words that both have; rare ones count for more."),
        "names": QT_TRANSLATE_NOOP("messages", "Names that both have."),
        "numbers": QT_TRANSLATE_NOOP("messages", "Equal figures, or other ones on both sides."),
        "wording": QT_TRANSLATE_NOOP("messages", "How close the very wording is."),
        "neighbours": QT_TRANSLATE_NOOP("messages", "Whether the statements around match as well."),
        "place": QT_TRANSLATE_NOOP(
            "messages", "Whether both stand in the same part of their article, as its title for one."
        ),
        "dates": QT_TRANSLATE_NOOP("messages", "The same day, or another one on both sides."),
        "third_source": QT_TRANSLATE_NOOP("messages", "Whether a third source has the like."),
        "articles": QT_TRANSLATE_NOOP(
            "messages",
            "What any two statements of these articles begin with, by what the articles share.",
        ),
        "reach": QT_TRANSLATE_NOOP("messages", "What this case counts as a match."),
        "learnt": QT_TRANSLATE_NOOP("messages", "What your decisions taught the program."),
    }
)


def reason_hint(name: str) -> str:
    """Return what a part of a proposal's explanation looks at, in a sentence; empty for one of old."""
    known = _HINTS.get(name)
    return QCoreApplication.translate("messages", known) if known else ""


def says_something(value: float) -> bool:
    """Whether what a reason adds to the log-odds is worth a word."""
    return abs(value) >= LEAST_SAID


def weight_word(value: float) -> str:
    """Return how much a reason says for or against a match, from what it adds to the log-odds."""
    size = abs(value)
    if not says_something(value):
        return QCoreApplication.translate("messages", "says next to nothing")
    little, some, much = (
        (
            QCoreApplication.translate("messages", "speaks a little for it"),
            QCoreApplication.translate("messages", "speaks for it"),
            QCoreApplication.translate("messages", "speaks strongly for it"),
        )
        if value > 0
        else (
            QCoreApplication.translate("messages", "speaks a little against it"),
            QCoreApplication.translate("messages", "speaks against it"),
            QCoreApplication.translate("messages", "speaks strongly against it"),
        )
    )
    return little if size < 0.75 else some if size < 2.0 else much


def source_name(source: Source) -> str:
    """Return what a source is called where there is little room: its outlet, or its letter."""
    if source.outlet:
        return source.outlet
    return QCoreApplication.translate("messages", "Source {letter}").format(letter=source.letter)


def date_words(published: str | None) -> str:
    """Return a publication date, as precise as it is, the way people of this language write it."""
    if not published:
        return QCoreApplication.translate("messages", "no date")
    locale = QLocale()
    if len(published) == 7:
        return locale.toString(QDate.fromString(published, "yyyy-MM"), "MMMM yyyy")
    date = QDate.fromString(published[:10], "yyyy-MM-dd")
    if not date.isValid():
        return published
    day = day_words(date)
    time = QTime.fromString(published[11:16], "HH:mm")
    if not time.isValid():
        return day
    return QCoreApplication.translate("messages", "{day}, {time}").format(
        day=day, time=locale.toString(time, QLocale.FormatType.ShortFormat)
    )


def day_words(date: QDate, *, with_year: bool = True) -> str:
    """Return a day with its month; French and others write the first of a month otherwise."""
    if date.day() == 1:
        pattern = QCoreApplication.translate("messages", "d MMMM", "the first of a month, as Qt's dates")
    else:
        pattern = QCoreApplication.translate("messages", "d MMMM", "any other day, as Qt's dates")
    if with_year:
        pattern = QCoreApplication.translate("messages", "{day} yyyy", "as Qt's dates").format(day=pattern)
    return QLocale().toString(date, pattern)


def source_date(source: Source) -> str:
    """Return a source's date in words; an assumed one is called so."""
    date = date_words(source.published)
    if source.published and source.published_assumed:
        return QCoreApplication.translate("messages", "{date} (assumed)").format(date=date)
    return date


def local_time(at: str) -> str:
    """Return a moment of the journal (UTC) in local time and the habits of this language."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs)
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)


def match_name(case: "Case", match: Match) -> str:
    """Return what a match is called: the numbers of its statements, with letters from three sources on."""
    return pair_name(case, match.left, match.right)


def pair_name(case: "Case", one: StatementId, other: StatementId) -> str:
    """Return what a match of two statements is called, also where there is none."""
    left, right = case.statement(one), case.statement(other)
    if len(case.sources) > 2:
        first, second = case.source(left.source).letter, case.source(right.source).letter
        return f"{first}{left.ordinal} ↔ {second}{right.ordinal}"
    return f"{left.ordinal} ↔ {right.ordinal}"


def statement_name(case: "Case", statement: StatementId) -> str:
    """Return what a statement is called: the letter of its source, and its number there."""
    found = case.statement(statement)
    return f"{case.source(found.source).letter}{found.ordinal}"


def silence_name(case: "Case", silence: Silence) -> str:
    """Return the statement of a silence and the source that was searched for it."""
    return QCoreApplication.translate("messages", "{statement} in {letter}").format(
        statement=statement_name(case, silence.statement), letter=case.source(silence.source).letter
    )


def _silences_name(case: "Case", silences: Sequence[Silence]) -> str:
    """Return the statement of silences that were said in one act, and the sources that were searched."""
    letters = dict.fromkeys(case.source(silence.source).letter for silence in silences)
    return QCoreApplication.translate("messages", "{statement} in {letter}").format(
        statement=statement_name(case, silences[0].statement), letter=listed(letters)
    )


def assessment_word(assessment: Assessment) -> str:
    """Return the word for what the analyst makes of a claim."""
    words = {
        Assessment.CORROBORATED: QCoreApplication.translate("messages", "corroborated"),
        Assessment.DISPUTED: QCoreApplication.translate("messages", "disputed"),
        Assessment.SINGLE_SOURCE: QCoreApplication.translate("messages", "single source"),
        Assessment.UNCLEAR: QCoreApplication.translate("messages", "unclear", "what a claim is"),
    }
    return words[assessment]


_ENTRIES: Mapping[EntryKind, str] = MappingProxyType(
    {
        EntryKind.CONFIRM: QT_TRANSLATE_NOOP("messages", "confirm {about}"),
        EntryKind.REJECT: QT_TRANSLATE_NOOP("messages", "reject {about}"),
        EntryKind.UNSURE: QT_TRANSLATE_NOOP("messages", "mark {about} unsure"),
        EntryKind.CLEAR: QT_TRANSLATE_NOOP("messages", "clear {about}"),
        EntryKind.RELATION: QT_TRANSLATE_NOOP("messages", "relation of {about}"),
        EntryKind.NOTE: QT_TRANSLATE_NOOP("messages", "note on {about}"),
        EntryKind.LINK: QT_TRANSLATE_NOOP("messages", "link {about}"),
        EntryKind.UNLINK: QT_TRANSLATE_NOOP("messages", "unlink {about}"),
        EntryKind.ADD_SOURCES: QT_TRANSLATE_NOOP("messages", "add {about}"),
        EntryKind.EDIT_SOURCE: QT_TRANSLATE_NOOP("messages", "properties of {about}"),
        EntryKind.REALIGN: QT_TRANSLATE_NOOP("messages", "align the rest again"),
        EntryKind.SETTINGS: QT_TRANSLATE_NOOP("messages", "settings of the alignment"),
        EntryKind.SPLIT: QT_TRANSLATE_NOOP("messages", "split a statement"),
        EntryKind.MERGE: QT_TRANSLATE_NOOP("messages", "merge two statements"),
        EntryKind.KIND: QT_TRANSLATE_NOOP("messages", "kind of a statement"),
        EntryKind.UPDATE_SOURCE: QT_TRANSLATE_NOOP("messages", "update a source"),
        EntryKind.REMOVE_SOURCE: QT_TRANSLATE_NOOP("messages", "remove {about}"),
        EntryKind.ARRANGE: QT_TRANSLATE_NOOP("messages", "order of the sources"),
        EntryKind.REATTACH: QT_TRANSLATE_NOOP("messages", "re-attach {about}"),
        EntryKind.RETARGET: QT_TRANSLATE_NOOP("messages", "move {about}"),
        EntryKind.SPLIT_GROUP: QT_TRANSLATE_NOOP("messages", "split a group, parting {about}"),
        EntryKind.SILENCE: QT_TRANSLATE_NOOP("messages", "nothing corresponds to {about}"),
        EntryKind.UNSILENCE: QT_TRANSLATE_NOOP("messages", "search again for {about}"),
        EntryKind.PIN: QT_TRANSLATE_NOOP("messages", "pin {about}"),
        EntryKind.UNPIN: QT_TRANSLATE_NOOP("messages", "unpin {about}"),
        EntryKind.CLAIM: QT_TRANSLATE_NOOP("messages", "words on the claim of {about}"),
        EntryKind.REVERT: QT_TRANSLATE_NOOP("messages", "revert an act on {about}"),
        EntryKind.IMPORT: QT_TRANSLATE_NOOP("messages", "bring in the decisions on {about}"),
        EntryKind.SETTLE: QT_TRANSLATE_NOOP("messages", "settle {about}"),
        EntryKind.UNDO: QT_TRANSLATE_NOOP("messages", "undo {about}"),
        EntryKind.REDO: QT_TRANSLATE_NOOP("messages", "redo {about}"),
    }
)


def entry_name(entry: Entry, case: "Case") -> str:
    """Return what an act was, for "Undo …" and the history."""
    return QCoreApplication.translate("messages", _ENTRIES[entry.kind]).format(about=_about(entry, case))


def _about(entry: Entry, case: "Case") -> str:
    if entry.kind in (EntryKind.SILENCE, EntryKind.UNSILENCE):
        return _silences_name(case, entry.silences)
    if entry.kind is EntryKind.CLAIM:
        return statement_name(case, entry.statements[0])
    if entry.kind is EntryKind.REVERT and not entry.matches:
        named = [silence_name(case, each) for each in entry.silences]
        return listed([*named, *(statement_name(case, each) for each in entry.statements)])
    if entry.matches:
        return _about_matches(entry, case)
    return Counts().sources(len(entry.sources))


def _about_matches(entry: Entry, case: "Case") -> str:
    if entry.kind is EntryKind.RETARGET:
        names = [pair_name(case, *case.ends(number)) for number in entry.matches[:2]]
        text = QCoreApplication.translate("messages", "{match} to {other}", "a match is moved")
        return text.format(match=names[0], other=names[-1])
    if len(entry.matches) == 1 and entry.matches[0] in case.matches:
        return match_name(case, case.matches[entry.matches[0]])
    return Counts().matches(len(entry.matches))


class Counts(QObject):
    """Counted things: lupdate takes a text for one with plurals in the methods of an object alone."""

    def matches(self, count: int) -> str:
        """Return so many matches."""
        return self.tr("%n match(es)", None, count)

    def sources(self, count: int) -> str:
        """Return so many sources."""
        return self.tr("%n source(s)", None, count)

    def reading_articles(self, count: int) -> str:
        """Return what goes on while so many articles are read."""
        return self.tr("Reading %n article(s)…", None, count)
