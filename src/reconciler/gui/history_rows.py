"""The history in words: what each act was, what it is called to filter by, what reverting it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reconciler.case.records import Remark
from reconciler.case.remarks import Retraction
from reconciler.case.reverting import Reversal
from reconciler.gui import messages
from reconciler.gui.theme import MatchState
from reconciler.model import (
    Assessment,
    ClaimField,
    ClaimPart,
    Entry,
    EntryId,
    EntryKind,
    Pin,
    Silence,
    Standing,
    StatementId,
    Subject,
)

if TYPE_CHECKING:
    from reconciler.case import Case


class ActGroup(StrEnum):
    """Kinds of act that belong together for whoever looks one up."""

    VERDICTS = "verdicts"
    RELATIONS = "relations"
    NOTES = "notes"
    LINKS = "links"
    SILENCES = "silences"
    PINS = "pins"
    CLAIMS = "claims"
    SOURCES = "sources"
    STATEMENTS = "statements"
    ALIGNMENT = "alignment"
    REVERSALS = "reversals"


class Fate(StrEnum):
    """What became of an act afterwards."""

    STANDS = "stands"
    UNDONE = "undone"
    REVERTED = "reverted"


_GROUPS: Mapping[EntryKind, ActGroup] = {
    EntryKind.CONFIRM: ActGroup.VERDICTS,
    EntryKind.REJECT: ActGroup.VERDICTS,
    EntryKind.UNSURE: ActGroup.VERDICTS,
    EntryKind.CLEAR: ActGroup.VERDICTS,
    EntryKind.RELATION: ActGroup.RELATIONS,
    EntryKind.NOTE: ActGroup.NOTES,
    EntryKind.LINK: ActGroup.LINKS,
    EntryKind.UNLINK: ActGroup.LINKS,
    EntryKind.REATTACH: ActGroup.LINKS,
    EntryKind.RETARGET: ActGroup.LINKS,
    EntryKind.SPLIT_GROUP: ActGroup.LINKS,
    EntryKind.SILENCE: ActGroup.SILENCES,
    EntryKind.UNSILENCE: ActGroup.SILENCES,
    EntryKind.PIN: ActGroup.PINS,
    EntryKind.UNPIN: ActGroup.PINS,
    EntryKind.CLAIM: ActGroup.CLAIMS,
    EntryKind.SPLIT: ActGroup.STATEMENTS,
    EntryKind.MERGE: ActGroup.STATEMENTS,
    EntryKind.KIND: ActGroup.STATEMENTS,
    EntryKind.REALIGN: ActGroup.ALIGNMENT,
    EntryKind.SETTINGS: ActGroup.ALIGNMENT,
    EntryKind.IMPORT: ActGroup.VERDICTS,
    EntryKind.SETTLE: ActGroup.VERDICTS,
    EntryKind.UNDO: ActGroup.REVERSALS,
    EntryKind.REDO: ActGroup.REVERSALS,
    EntryKind.REVERT: ActGroup.REVERSALS,
}


@dataclass(frozen=True, slots=True)
class ActRow:
    """One line of the history, in words."""

    what: str
    who: str
    when: str
    fate: Fate

    @property
    def in_words(self) -> str:
        """Return the line as a sentence, for a screen reader."""
        return ", ".join(part for part in (self.what, fate_word(self.fate), self.who, self.when) if part)


def group_of(kind: EntryKind) -> ActGroup:
    """Return the group that a kind of act belongs to; what is in no other is about sources."""
    return _GROUPS.get(kind, ActGroup.SOURCES)


def group_name(group: ActGroup) -> str:
    """Return what a group of acts is called."""
    names = {
        ActGroup.VERDICTS: QCoreApplication.translate("ActGroup", "Verdicts"),
        ActGroup.RELATIONS: QCoreApplication.translate("ActGroup", "Relations"),
        ActGroup.NOTES: QCoreApplication.translate("ActGroup", "Notes"),
        ActGroup.LINKS: QCoreApplication.translate("ActGroup", "Links by hand"),
        ActGroup.SILENCES: QCoreApplication.translate("ActGroup", "Silences"),
        ActGroup.PINS: QCoreApplication.translate("ActGroup", "Pins"),
        ActGroup.CLAIMS: QCoreApplication.translate("ActGroup", "Claims"),
        ActGroup.SOURCES: QCoreApplication.translate("ActGroup", "Sources"),
        ActGroup.STATEMENTS: QCoreApplication.translate("ActGroup", "Statements"),
        ActGroup.ALIGNMENT: QCoreApplication.translate("ActGroup", "Alignment"),
        ActGroup.REVERSALS: QCoreApplication.translate("ActGroup", "What was undone or reverted"),
    }
    return names[group]


def fate_word(fate: Fate) -> str:
    """Return what became of an act; nothing of one that stands."""
    match fate:
        case Fate.STANDS:
            return ""
        case Fate.UNDONE:
            return QCoreApplication.translate("Fate", "undone")
        case Fate.REVERTED:
            return QCoreApplication.translate("Fate", "reverted")


def fates(entries: Sequence[Entry]) -> dict[EntryId, Fate]:
    """Return what became of the acts that were undone or reverted later; undoing a reversal lifts it."""
    found: dict[EntryId, Fate] = {}
    by_id = {entry.id: entry for entry in entries if entry.kind is EntryKind.REVERT}
    for entry in entries:
        if entry.undoes is None:
            continue
        if entry.kind is EntryKind.UNDO:
            found[entry.undoes] = Fate.UNDONE
        elif entry.kind is EntryKind.REDO:
            found.pop(entry.undoes, None)
        else:
            found[entry.undoes] = Fate.REVERTED
        reverted = by_id.get(entry.undoes)
        if reverted is not None and reverted.undoes is not None:
            if entry.kind is EntryKind.REDO:
                found[reverted.undoes] = Fate.REVERTED
            else:
                found.pop(reverted.undoes, None)
    return found


def act_row(case: "Case", entry: Entry, fate: Fate, undone: Entry | None) -> ActRow:
    """Return the line of an act; `undone` is the one that it took back, brought back or reverted."""
    what = _name(case, entry, undone)
    return ActRow(what[:1].upper() + what[1:], entry.analyst, messages.local_time(entry.at), fate)


def _name(case: "Case", entry: Entry, undone: Entry | None) -> str:
    if undone is not None:
        texts = {
            EntryKind.UNDO: QCoreApplication.translate("ActRow", "Undone: {what}"),
            EntryKind.REDO: QCoreApplication.translate("ActRow", "Done again: {what}"),
        }
        text = texts.get(entry.kind) or QCoreApplication.translate("ActRow", "Reverted: {what}")
        return text.format(what=messages.entry_name(undone, case))
    name = messages.entry_name(entry, case)
    if entry.kind is EntryKind.CLAIM:
        (remark,) = case.remarks_of(entry.id)
        words = said_words(case, remark.about, remark.after)
        return QCoreApplication.translate("ActRow", "{act}: {what}").format(act=name, what=words)
    if entry.kind not in (
        EntryKind.UNDO,
        EntryKind.REDO,
        EntryKind.REVERT,
        EntryKind.UNSILENCE,
        EntryKind.UNPIN,
    ):
        lost = TakenBack().words(case.remarks_of(entry.id))
        name = (
            QCoreApplication.translate("ActRow", "{act} ({lost})").format(act=name, lost=lost)
            if lost
            else name
        )
    if entry.kind not in (EntryKind.RELATION, EntryKind.NOTE, EntryKind.CONFIRM) or len(entry.matches) != 1:
        return name
    (row,) = case.decisions_of(entry.id)
    if entry.kind is EntryKind.NOTE:
        what = QCoreApplication.translate("ActRow", "“{note}”").format(note=" ".join(row.note.split()))
        what = what if row.note else QCoreApplication.translate("ActRow", "taken away")
    else:
        what = messages.relation_word(row.relation) if row.relation is not None else ""
    return QCoreApplication.translate("ActRow", "{act}: {what}").format(act=name, what=what) if what else name


class TakenBack(QObject):
    """What an act took back beside what it did; an object, as lupdate wants one for plurals."""

    def words(self, remarks: Sequence[Remark]) -> str:
        """Return how many silences, pins and words on claims stand no more since an act."""
        silences, pins, claims = (_lost(remarks, kind) for kind in (Silence, Pin, ClaimPart))
        texts = (
            self.tr("%n silence(s) to be searched again", None, silences) if silences else "",
            self.tr("%n pin(s) taken off", None, pins) if pins else "",
            self.tr("%n remark(s) on claims taken back", None, claims) if claims else "",
        )
        return messages.listed(text for text in texts if text)


def _lost(remarks: Sequence[Remark], kind: type) -> int:
    """Return how many subjects of a kind are spoken of no more, those aside that went elsewhere."""
    of_kind = [remark for remark in remarks if isinstance(remark.about, kind)]
    gone = sum(not remark.after for remark in of_kind)
    return max(0, gone - sum(not remark.before for remark in of_kind))


def said_words(case: "Case", about: Subject, said: str) -> str:
    """Return what is said of a silence, a pin or a claim."""
    if isinstance(about, Silence):
        yes, no = (
            QCoreApplication.translate("Said", "nothing corresponds"),
            QCoreApplication.translate("Said", "not searched"),
        )
        return yes if said else no
    if isinstance(about, Pin):
        yes, no = (
            QCoreApplication.translate("Said", "pinned"),
            QCoreApplication.translate("Said", "not pinned"),
        )
        return yes if said else no
    names = {
        ClaimField.LABEL: QCoreApplication.translate("Said", "name"),
        ClaimField.ASSESSMENT: QCoreApplication.translate("Said", "assessment"),
        ClaimField.NOTE: QCoreApplication.translate("Said", "note"),
    }
    return QCoreApplication.translate("Said", "{field} {value}").format(
        field=names[about.field], value=_claim_value(case, about.field, said)
    )


def _claim_value(case: "Case", field: ClaimField, said: str) -> str:
    if not said:
        return QCoreApplication.translate("ActRow", "taken away")
    if field is ClaimField.ASSESSMENT:
        return messages.assessment_word(Assessment(said))
    text = said
    if field is ClaimField.LABEL and said.isdecimal() and case.has_statement(StatementId(int(said))):
        text = case.statement(StatementId(int(said))).text
    return QCoreApplication.translate("ActRow", "“{note}”").format(note=" ".join(text.split()))


def retraction_words(case: "Case", retraction: Retraction) -> str:
    """Return what reverting makes of a silence, a pin or words on a claim."""
    about = retraction.subject
    if isinstance(about, Silence):
        name = messages.silence_name(case, about)
    elif isinstance(about, Pin):
        match = case.matches.get(about.match)
        name = messages.match_name(case, match) if match is not None else ""
    else:
        name = messages.statement_name(case, about.statement)
    change = " → ".join(said_words(case, about, said) for said in (retraction.now, retraction.then))
    text = QCoreApplication.translate("Reversal", "{match}: {change}").format(match=name, change=change)
    if not retraction.overwrites:
        return text
    later = QCoreApplication.translate("Reversal", "overwrites what was said later")
    return f"{text} ({later})"


def standing_words(standing: Standing, *, with_note: bool) -> str:
    """Return what stands for a match: its state and relation, and its note where that counts."""
    words = messages.state_word(MatchState.of(standing))
    if standing.relation is not None:
        relation = messages.relation_word(standing.relation)
        words = QCoreApplication.translate("Reversal", "{state}, {relation}").format(
            state=words, relation=relation
        )
    if not with_note:
        return words
    if not standing.note:
        return QCoreApplication.translate("Reversal", "no note")
    return QCoreApplication.translate("ActRow", "“{note}”").format(note=" ".join(standing.note.split()))


def reversal_words(case: "Case", reversal: Reversal | Retraction) -> str:
    """Return what reverting makes of one match or remark, and what would be overwritten by it."""
    if isinstance(reversal, Retraction):
        return retraction_words(case, reversal)
    match = case.matches.get(reversal.match)
    name = messages.match_name(case, match) if match is not None else ""
    now, then = reversal.now, reversal.then
    pairs = []
    if (now.verdict, now.relation) != (then.verdict, then.relation):
        pairs.append((standing_words(now, with_note=False), standing_words(then, with_note=False)))
    if now.note != then.note:
        pairs.append((standing_words(now, with_note=True), standing_words(then, with_note=True)))
    between = QCoreApplication.translate("messages", "; ", "between the parts of a sentence")
    words = between.join(f"{before} → {after}" for before, after in pairs)
    text = QCoreApplication.translate("Reversal", "{match}: {change}").format(match=name, change=words)
    text = text if name else words
    if not reversal.later:
        return text
    last = reversal.later[-1]
    later = QCoreApplication.translate("Reversal", "overwrites what {analyst} decided later, {time}")
    return f"{text} ({later.format(analyst=last.analyst, time=messages.local_time(last.at))})"
