"""The matches of a case as CSV: complete, for spreadsheets and programs.

One row a match, in the case's order, under a row of names; lines end in CR LF, the encoding is UTF-8
with a mark. What a spreadsheet would take for a formula begins with an apostrophe; control
characters, and those that turn the direction of a text, are shown by name. Identifiers and the words
of differences are English, whatever the language of a report.

left_source, right_source   letter of the source
left_number, right_number   number of the statement in its source, from 1
left_kind, right_kind       title, heading, lead, sentence, boilerplate or metadata
left_text, right_text       the wording
confidence                  that of the model, from 0 to 1; it and the reasons are empty in a blind review
made_by                     model or hand
verdict                     confirmed, rejected, unsure or proposed
relation                    of a confirmed match: agrees, differs, contradicts or nothing
note                        the analyst's note
reasons                     name and value (log-odds) of each reason of the model
differences                 what differs, in words
decided_by, decided_at      analyst and moment (UTC) of the last decision
"""

import csv
import io

from reconciler.export.index import Index
from reconciler.export.plain import no_formula, shown
from reconciler.export.values import Dossier, MatchRecord
from reconciler.export.words import words
from reconciler.model import Outcome, StatementId

CSV_COLUMNS = (
    "left_source", "left_number", "left_kind", "left_text",
    "right_source", "right_number", "right_kind", "right_text",
    "confidence", "made_by", "verdict", "relation", "note", "reasons", "differences",
    "decided_by", "decided_at",
)  # fmt: skip


def as_csv(dossier: Dossier) -> str:
    """Return the table that stands in this module's description."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(CSV_COLUMNS)
    index = Index.of(dossier)
    for record in dossier.matches:
        writer.writerow(no_formula(shown(cell)) for cell in _row(record, index))
    return text.getvalue()


def differing(record: MatchRecord, language: str = "en", longest: int | None = None) -> str:
    """Return what differs in a match, in words; `longest` is how many characters of a side are shown."""
    say = words(language)
    return "; ".join(
        say.difference(each, longest) for each in record.differences if each.outcome is not Outcome.AGREES
    )


def _row(record: MatchRecord, index: Index) -> tuple[str, ...]:
    match, standing = record.match, record.standing
    decision = index.decided.get(match.id)
    return (
        *_side(match.left, index),
        *_side(match.right, index),
        f"{match.confidence:.4f}" if record.scored else "",
        match.made_by,
        standing.verdict or "proposed",
        standing.relation or "",
        standing.note,
        "; ".join(f"{each.name} {each.value:.2f}" for each in match.reasons),
        differing(record),
        decision.analyst if decision else "",
        decision.at if decision else "",
    )


def _side(number: StatementId, index: Index) -> tuple[str, str, str, str]:
    statement = index.statements[number]
    return index.sources[statement.source].letter, str(statement.ordinal), statement.kind, statement.text
