"""What the claims table shows, in words: a claim in the first column, and what each source makes of it."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject

from reconciler.case.claim_table import ClaimTable
from reconciler.export.values import LIKELY, CellState, ClaimRecord, FindingRecord
from reconciler.gui import evidence_words, messages
from reconciler.gui.claims.arrangement import is_contradicted
from reconciler.gui.claims.looks import state_word
from reconciler.gui.panes.article_text import plain
from reconciler.model import Assessment, SourceId


class Tone(StrEnum):
    """How loud the badge of a claim is."""

    CONTRADICTS = "contradicts"
    DIFFERS = "differs"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """All that is shown of a claim itself. `number` counts from 1 in the order of the articles."""

    number: int
    title: str
    said_by: str
    badge: str
    tone: Tone
    date: str
    assessment: Assessment | None
    has_note: bool
    in_words: str


@dataclass(frozen=True, slots=True)
class CellRow:
    """All that is shown of what a source makes of a claim. `is_label`: the others are measured against it."""

    state: CellState
    words: str
    more: int
    is_label: bool
    in_words: str


class RowMaker(QObject):
    """Puts records into words; an object, as plurals want one."""

    def claim(self, table: ClaimTable, place: int) -> ClaimRow:
        """Return what is shown of the claim at a place in the table."""
        record = table.claims[place]
        badge, tone = self._badge(table, record)
        date = messages.date_words(record.first) if record.first else ""
        said_by = self._said_by(record)
        assessment = record.standing.assessment
        title = one_line(record.words)
        parts = [
            self.tr("Claim {number}").format(number=messages.number(place + 1)),
            title,
            messages.assessment_word(assessment) if assessment is not None else "",
            said_by.replace(" · ", ", "),
            badge,
            date,
            self.tr("has a note") if record.standing.note else "",
        ]
        return ClaimRow(
            place + 1,
            title,
            said_by,
            badge,
            tone,
            date,
            assessment,
            bool(record.standing.note),
            ", ".join(part for part in parts if part),
        )

    def cell(self, table: ClaimTable, place: int, column: int) -> CellRow:
        """Return what is shown of what a source, by its place in the table, makes of a claim."""
        record = table.claims[place]
        cell = record.cells[column]
        members = [table.statements[each] for each in cell.statements]
        is_label = record.label in cell.statements
        if is_label:
            members.sort(key=lambda each: each.id != record.label)
        words = one_line(members[0].text) if members else ""
        name = messages.source_name(table.sources[column])
        rest = [one_line(each.text) for each in members]
        label = self.tr("the claim's wording") if is_label else ""
        in_words = ", ".join(part for part in (name, state_word(cell.state), label) if part)
        if rest:
            in_words = self.tr("{who}: {words}").format(who=in_words, words=" ".join(rest))
        return CellRow(cell.state, words, max(len(members) - 1, 0), is_label, in_words)

    def _said_by(self, record: ClaimRecord) -> str:
        outlets = self.tr("%n outlet(s)", None, record.outlets)
        if record.outlets == 1 and len(record.origins) == 1:
            return outlets
        if len(record.origins) == 1:
            origin = self.tr("1 origin: {name}").format(name=record.origin_words[0])
        else:
            origin = self.tr("%n origin(s)", None, len(record.origins))
        return f"{outlets} · {origin}"

    def _badge(self, table: ClaimTable, record: ClaimRecord) -> tuple[str, Tone]:
        found = [each for each in record.findings if each.likelihood >= LIKELY]
        if found:
            tone = Tone.CONTRADICTS if is_contradicted(record) else Tone.DIFFERS
            return self._findings(found), tone
        if any(cell.state is CellState.OTHERWISE for cell in record.cells):
            return self.tr("contradicted"), Tone.CONTRADICTS
        if record.sources > 1:
            return self.tr("agreed"), Tone.QUIET
        only = next(cell.source for cell in record.cells if cell.statements)
        return self.tr("only in {letter}").format(letter=_letter(table, only)), Tone.QUIET

    def _findings(self, found: list[FindingRecord]) -> str:
        title, cause = evidence_words.difference_title(found[0].difference.kind, found[0].difference.cause)
        strongest = ", ".join(part for part in (title, cause) if part)
        if len(found) == 1:
            return strongest
        return self.tr("%n finding(s): {strongest}", None, len(found)).format(
            strongest=strongest[:1].lower() + strongest[1:]
        )


def one_line(text: str) -> str:
    """Return a text as it is shown on one line."""
    return " ".join(plain(text).split())


def _letter(table: ClaimTable, source: SourceId) -> str:
    return next(each.letter for each in table.sources if each.id == source)
