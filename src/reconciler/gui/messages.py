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
    Relation,
    Silence,
    Source,
    StatementId,
    shown_confidence,
)

if TYPE_CHECKING:
    from reconciler.case import Case


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


def confidence_percent(confidence: float) -> str:
    """Return how likely the program holds a match to be, from 1 to 99 %."""
    return percent(shown_confidence(confidence))


def likelihood(confidence: float) -> str:
    """Return a confidence as a phrase: never a bare number."""
    return QCoreApplication.translate("messages", "{percent} likely").format(
        percent=confidence_percent(confidence)
    )


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


def listed(words: Iterable[str]) -> str:
    """Return several words as a list."""
    return QCoreApplication.translate("messages", ", ", "between the members of a list").join(words)


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
