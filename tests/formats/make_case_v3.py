"""How ``case_v3.reconciler`` was made, once: a case file of schema version 3, kept for ever.

Run with a program of that version only; a later version gets a script and a file of its own.
"""

import hashlib
import sys
from pathlib import Path

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.model import (
    Article,
    ClaimField,
    MatchId,
    Proposal,
    Reason,
    Segment,
    SourceDraft,
    SourceId,
    StatementId,
    StatementKind,
    Verdict,
)

A, B = SourceId(1), SourceId(2)
FRENCH = ("Le pont de Sarlat ferme", "Il est fermé depuis lundi.", "« Douze blessés 🌉 », dit la mairie.")
ENGLISH = ("Bridge shut in Sarlat", "It has been shut since Monday.", "Nobody died.", "Share")


def _draft(sentences: tuple[str, ...], language: str) -> SourceDraft:
    text = "\n".join(sentences)
    segments, start = [], 0
    for sentence in sentences:
        kind = StatementKind.SENTENCE if start else StatementKind.TITLE
        segments.append(Segment(start, start + len(sentence), kind))
        start += len(sentence) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceDraft(Article(f"{language}.txt", text, digest, sentences[0]), language, tuple(segments))


def _proposal(left: int, right: int, confidence: float) -> Proposal:
    return Proposal(StatementId(left), StatementId(right), confidence, (Reason("words", confidence),))


def make(path: Path) -> None:
    """Write a case with rows in every table that version 3 added, carried over and taken back among them."""
    with Case.create(path, analyst="Ada") as case:
        case.add_sources([_draft(FRENCH, "fr"), _draft(ENGLISH, "en")])
        found = (_proposal(1, 4, 0.875), _proposal(2, 5, 0.75), _proposal(3, 6, 0.25))
        case.record_run("lexical-2", "{}", [PairAlignment(A, B, found)])
        case.set_pin(MatchId(1), True)
        case.set_pin(MatchId(2), True)
        case.decide([MatchId(2)], Verdict.CONFIRMED)
        case.set_silence(StatementId(3), B, True)
        case.set_silence(StatementId(6), A, True)
        case.set_silence(StatementId(7), A, True)
        case.link([StatementId(3)], [StatementId(6)])
        case.undo()
        case.edit_claim(StatementId(1), ClaimField.LABEL, "1")
        case.edit_claim(StatementId(1), ClaimField.ASSESSMENT, "corroborated")
        case.edit_claim(StatementId(3), ClaimField.ASSESSMENT, "single source")
        case.edit_claim(StatementId(3), ClaimField.NOTE, "la mairie « seule »")
        case.set_kind(StatementId(3), StatementKind.LEAD)
        case.split(StatementId(6), case.statement(StatementId(6)).start + len("Nobody"))
        case.set_silence(StatementId(7), A, False)
        case.undo()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
