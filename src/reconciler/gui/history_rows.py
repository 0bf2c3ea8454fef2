"""The history in words: what each act was, what it is called to filter by, what reverting it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reconciler.case.reverting import Reversal
from reconciler.gui import messages
from reconciler.gui.theme import MatchState
from reconciler.model import Entry, EntryId, EntryKind, Standing

if TYPE_CHECKING:
    from reconciler.case import Case


class ActGroup(StrEnum):
    """Kinds of act that belong together for whoever looks one up."""

    VERDICTS = "verdicts"
    RELATIONS = "relations"
    NOTES = "notes"
    LINKS = "links"
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
    EntryKind.SPLIT: ActGroup.STATEMENTS,
    EntryKind.MERGE: ActGroup.STATEMENTS,
    EntryKind.KIND: ActGroup.STATEMENTS,
    EntryKind.REALIGN: ActGroup.ALIGNMENT,
    EntryKind.SETTINGS: ActGroup.ALIGNMENT,
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
    if entry.kind not in (EntryKind.RELATION, EntryKind.NOTE, EntryKind.CONFIRM) or len(entry.matches) != 1:
        return name
    (row,) = case.decisions_of(entry.id)
    if entry.kind is EntryKind.NOTE:
        what = QCoreApplication.translate("ActRow", "“{note}”").format(note=" ".join(row.note.split()))
        what = what if row.note else QCoreApplication.translate("ActRow", "taken away")
    else:
        what = messages.relation_word(row.relation) if row.relation is not None else ""
    return QCoreApplication.translate("ActRow", "{act}: {what}").format(act=name, what=what) if what else name


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


def reversal_words(case: "Case", reversal: Reversal) -> str:
    """Return what reverting makes of one match, and what would be overwritten by it."""
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
