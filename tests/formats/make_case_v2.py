"""How ``case_v2.reconciler`` was made, once: a case file of schema version 2, kept for ever.

Run with a program of that version only; a later version gets a script and a file of its own.
"""

import hashlib
import sys
from dataclasses import replace
from pathlib import Path

from reconciler.alignment import PairAlignment, Settings
from reconciler.alignment.versions import Carried, Comparison, Fate
from reconciler.case import Case
from reconciler.model import (
    Article,
    MatchId,
    Proposal,
    Reason,
    Relation,
    Segment,
    Signal,
    SignalKind,
    SourceDraft,
    SourceId,
    Span,
    StatementId,
    StatementKind,
    Verdict,
)

A, B, C = SourceId(1), SourceId(2), SourceId(3)
FRENCH = ("Le pont de Sarlat ferme", "Il est fermé depuis lundi.", "« Douze blessés 🌉 », dit la mairie.")
LATER = ("Le pont de Sarlat ferme", "« Treize blessés 🌉 », dit la mairie.", "Il rouvrira en mai.")
ENGLISH = ("Bridge shut in Sarlat", "It has been shut since Monday.", "15 were hurt and two died.", "Share")
THIRD = ("Sarlat bridge", "Police counted 15 hurt.")


def _draft(sentences: tuple[str, ...], published: str | None, language: str) -> SourceDraft:
    text = "\n".join(sentences)
    segments, start = [], 0
    for sentence in sentences:
        kind = StatementKind.SENTENCE if start else StatementKind.TITLE
        segments.append(Segment(start, start + len(sentence), kind))
        start += len(sentence) + 1
    original = f"<html>{text}</html>".encode()
    article = Article(
        name=f"{sentences[0]}.html",
        text=text,
        sha256=hashlib.sha256(original).hexdigest(),
        title=sentences[0],
        published=published,
        media_type="text/html",
        origin="https://example.org/" + language,
        original=original,
        left_out=("Lire aussi",),
    )
    return SourceDraft(article, language, tuple(segments))


def _proposal(left: int, right: int, confidence: float) -> Proposal:
    reasons = (Reason("words", confidence, (Span(0, 2),), (Span(3, 5),)), Reason("names", 0.25))
    return Proposal(StatementId(left), StatementId(right), confidence, reasons)


def _alignment(*proposals: Proposal) -> PairAlignment:
    return PairAlignment(A, B, proposals)


def make(path: Path) -> None:
    """Write a case with a row in every table that version 2 added, and acts taken back among them."""
    with Case.create(path, analyst="Ada") as case:
        french = _draft(FRENCH, "2023-06-04", "fr")
        case.add_sources([replace(french, article=replace(french.article, original=None))])
        case.add_sources([_draft(ENGLISH, None, "en")], "2023-06-05")
        found = (_proposal(1, 4, 0.875), _proposal(2, 5, 0.75), _proposal(3, 6, 0.5))
        case.record_run("lexical-1", "{}", [_alignment(*found)])
        start = case.statement(StatementId(6)).start
        case.record_signals({StatementId(6): [Signal(SignalKind.FIGURE, start, start + 2, "15", "15")]})
        case.decide([MatchId(1)], Verdict.CONFIRMED, Relation.AGREES)
        case.relate(MatchId(3), Relation.DIFFERS)
        case.annotate(MatchId(3), "12 ou 15 ?")
        case.realign(
            "lexical-2", '{"reach": 0.75}', Settings(reach=0.75), [_alignment(_proposal(2, 6, 0.25))]
        )
        case.undo()
        case.redo()
        case.link([StatementId(2)], [StatementId(5)])
        case.set_settings(Settings(reach=0.75, learn=False))
        case.split(StatementId(6), start + len("15 were hurt"))
        case.set_kind(StatementId(7), StatementKind.BOILERPLATE)
        gone = Carried(1, (), Fate.GONE)
        fates = (Carried(0, (0,), Fate.KEPT), gone, Carried(2, (1,), Fate.CHANGED))
        comparison = Comparison(fates, ((fates[0],), (fates[2],), (Carried(None, (2,), Fate.NEW),)))
        case.update_source(A, _draft(LATER, "2023-06-06", "fr"), comparison)
        case.add_sources([_draft(THIRD, None, "en")])
        case.arrange([C, A, B])
        case.remove_source(C)
        case.undo()
        case.save_view_state('{"zoom": 1.5}')


if __name__ == "__main__":
    make(Path(sys.argv[1]))
