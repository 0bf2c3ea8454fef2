"""How ``case_v4.reconciler`` was made, once: a case file of schema version 4, kept for ever.

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
    Relation,
    Segment,
    Signal,
    SignalKind,
    SourceDraft,
    SourceId,
    StatementId,
    StatementKind,
    Verdict,
)
from reconciler.signals import AttributionValue, encode

A, B = SourceId(1), SourceId(2)
FRENCH = ("Le pont de Sarlat ferme", "Il est fermé depuis lundi, selon la mairie.", "Personne n’est mort.")
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
    """Write a case whose decisions keep what differed when they were made."""
    with Case.create(path, analyst="Ada") as case:
        case.add_sources([_draft(FRENCH, "fr"), _draft(ENGLISH, "en")])
        told = case.statement(StatementId(2))
        words = "selon la mairie"
        start = told.start + told.text.index(words)
        value = encode(AttributionValue("mairie"))
        said = Signal(SignalKind.ATTRIBUTION, start, start + len(words), words, value)
        case.record_signals({told.id: (said,)})
        found = (_proposal(1, 4, 0.875), _proposal(2, 5, 0.75), _proposal(3, 6, 0.25))
        case.record_run("lexical-2", "{}", [PairAlignment(A, B, found)])
        case.decide([MatchId(2)], Verdict.CONFIRMED, Relation.DIFFERS)
        case.decide([MatchId(1)], Verdict.UNSURE)
        case.decide([MatchId(3)], Verdict.REJECTED)
        case.undo()
        case.edit_claim(StatementId(2), ClaimField.ASSESSMENT, "disputed")
        case.edit_claim(StatementId(5), ClaimField.LABEL, "2")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
