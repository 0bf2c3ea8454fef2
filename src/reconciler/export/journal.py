"""What was decided and said in a case, row by row in words: for the report and the workbook."""

from collections.abc import Iterator
from heapq import merge

from reconciler.export.index import Index
from reconciler.export.plain import one_line
from reconciler.export.values import Dossier, JournalRow, RemarkRow
from reconciler.export.words import Words
from reconciler.model import Act, ClaimField, ClaimPart, Decision, EntryId, EntryKind, Silence


def rows(dossier: Dossier) -> Iterator[JournalRow | RemarkRow]:
    """Give what was decided of matches and said beside, in the order in which it was."""
    return merge(dossier.journal, dossier.remarks, key=_entry)


def _entry(row: JournalRow | RemarkRow) -> EntryId:
    return row.decision.entry if isinstance(row, JournalRow) else row.entry.id


def standing(decision: Decision, say: Words) -> str:
    """Return what stands for a match after a decision: "confirmed, contradicts"."""
    after = [say(f"verdict_{decision.verdict or 'proposed'}")]
    if decision.relation:
        after.append(say(f"relation_{decision.relation}"))
    return ", ".join(after)


def decided(decision: Decision, say: Words) -> str:
    """Return what a row of the journal did, with what stands after it where the act does not tell."""
    act = say(f"act_{decision.act}")
    match decision.act:
        case Act.VERDICT:
            return standing(decision, say)
        case Act.RELATION if decision.relation:
            return say(f"relation_{decision.relation}")
        case Act.UNDO | Act.REDO | Act.CARRY | Act.IMPORT:
            return say("after_act", act=act, after=standing(decision, say))
        case _:
            return act


def said(row: RemarkRow, say: Words, index: Index) -> str:
    """Return what an act said of a silence, a pin or a claim."""
    words = _said(row, say, index)
    kind = row.entry.kind
    return f"{say(f'act_{kind}')}, {words}" if kind in (EntryKind.UNDO, EntryKind.REDO) else words


def _said(row: RemarkRow, say: Words, index: Index) -> str:
    back = "" if row.after else "_not"
    match row.about:
        case Silence():
            source = index.sources.get(row.about.source)
            return say(f"said_silence{back}", source=source.letter if source else "–")
        case ClaimPart(field=field):
            if field is ClaimField.LABEL and row.after.isdecimal():
                return say("said_label_chosen")
            is_assessment = field is ClaimField.ASSESSMENT and row.after
            text = say(f"assessment_{row.after}") if is_assessment else say.quoted(one_line(row.after))
            return say(f"said_{field.value}{back}", text=text)
        case _:
            return say(f"said_pin{back}")


def note_of(row: RemarkRow) -> str:
    """Return the note that a remark is, or nothing."""
    is_note = isinstance(row.about, ClaimPart) and row.about.field is ClaimField.NOTE
    return row.after if is_note else ""


def place_of(row: JournalRow | RemarkRow, index: Index) -> str:
    """Return the statements that a row is about by their names: "A5", "A5 ↔ B3"."""
    ends = (row.left, row.right) if isinstance(row, JournalRow) else row.statements
    return " ↔ ".join(map(index.place, ends))
