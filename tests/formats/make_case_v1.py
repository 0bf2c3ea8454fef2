"""How ``case_v1.reconciler`` was made, once: a case file of schema version 1, kept for ever.

Run with a program of that version only; a later version gets a script and a file of its own.
"""

import hashlib
import sys
from pathlib import Path

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.model import (
    Article,
    MatchId,
    Proposal,
    Reason,
    Relation,
    Segment,
    SourceDraft,
    SourceId,
    SourceProperties,
    Span,
    StatementId,
    StatementKind,
    Verdict,
)

ARTICLES = (
    (
        ("Le pont de Sarlat ferme", StatementKind.TITLE),
        ("Le pont est fermé depuis lundi.", StatementKind.LEAD),
        ("« Douze blessés 🌉 », dit la mairie.", StatementKind.SENTENCE),
        ("Lire aussi : les ponts", StatementKind.BOILERPLATE),
    ),
    (
        ("Bridge shut in Sarlat", StatementKind.TITLE),
        ("4 June 2023", StatementKind.METADATA),
        ("It has been shut since Monday.", StatementKind.SENTENCE),
        ("15 were hurt.", StatementKind.SENTENCE),
    ),
)


def _draft(parts: tuple[tuple[str, StatementKind], ...], published: str | None, language: str) -> SourceDraft:
    text = "\n".join(part for part, _ in parts)
    segments, start = [], 0
    for part, kind in parts:
        segments.append(Segment(start, start + len(part), kind))
        start += len(part) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceDraft(
        Article(f"{parts[0][0]}.txt", text, digest, parts[0][0], published=published),
        language,
        tuple(segments),
    )


def _proposal(left: int, right: int, confidence: float) -> Proposal:
    reasons = (Reason("words", confidence, (Span(0, 2),), (Span(3, 5),)), Reason("names", 0.25))
    return Proposal(StatementId(left), StatementId(right), confidence, reasons)


def make(path: Path) -> None:
    """Write a case with a row of every kind: all acts, an undo, an edited source, a link by hand."""
    with Case.create(path, analyst="Ada") as case:
        case.add_sources([_draft(ARTICLES[0], None, "fr"), _draft(ARTICLES[1], "2023-06-04", "en")])
        found = (_proposal(1, 5, 0.875), _proposal(2, 7, 0.75), _proposal(3, 8, 0.5))
        case.record_run("lexical-1", "{}", [PairAlignment(SourceId(1), SourceId(2), found)])
        case.decide([MatchId(1), MatchId(2)], Verdict.CONFIRMED)
        case.relate(MatchId(3), Relation.CONTRADICTS)
        case.annotate(MatchId(3), "12 ou 15 ?")
        case.decide([MatchId(2)], Verdict.UNSURE)
        case.link([StatementId(2)], [StatementId(5)], [_proposal(2, 5, 0.125)])
        case.edit_source(SourceId(2), SourceProperties("Bridge shut", "The Post", None, "2023-06-05", "en"))
        case.clear([MatchId(1)])
        case.undo()
        case.undo()
        case.redo()
        case.save_view_state('{"zoom": 1.25}')


if __name__ == "__main__":
    make(Path(sys.argv[1]))
