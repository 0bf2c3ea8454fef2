"""A case as JSON and as CSV: complete, for programs and spreadsheets."""

import csv
import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reconciler import __version__
from reconciler.alignment.differences import suggested_relation
from reconciler.cli.sentences import difference_words
from reconciler.model import Claim, Match, Outcome, Signal, Source, Statement

if TYPE_CHECKING:
    from reconciler.case import Case

CSV_COLUMNS = (
    "left_source", "left_number", "left_kind", "left_text",
    "right_source", "right_number", "right_kind", "right_text",
    "confidence", "made_by", "verdict", "relation", "note", "reasons", "differences",
)  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_json(case: "Case") -> str:
    """Return the whole comparison; offsets count code points of a source's text."""
    whole = {
        "reconciler": __version__,
        "sources": [_source(source, case.statements(source.id)) for source in case.sources],
        "matches": [_match(match, case) for match in case.matches.values()],
        "claims": [
            _claim(claim, origins, case) for claim, origins in zip(case.claims(), case.origins(), strict=True)
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _source(source: Source, statements: Sequence[Statement]) -> dict[str, object]:
    return {
        "id": source.id,
        "letter": source.letter,
        "name": source.name,
        "title": source.title,
        "outlet": source.outlet,
        "url": source.url,
        "published": source.published,
        "published_assumed": source.published_assumed,
        "language": source.language,
        "sha256": source.sha256,
        "text": source.text,
        "statements": [
            {
                "id": each.id,
                "start": each.start,
                "end": each.end,
                "kind": each.kind.value,
                "text": each.text,
                "signals": [_signal(signal) for signal in each.signals],
            }
            for each in statements
        ],
    }


def _signal(signal: Signal) -> dict[str, object]:
    return {
        "kind": signal.kind.value,
        "start": signal.start,
        "end": signal.end,
        "text": signal.text,
        "value": None if signal.value is None else json.loads(signal.value),
    }


def _match(match: Match, case: "Case") -> dict[str, object]:
    standing = case.standing(match.id)
    differences = case.differences(match.id)
    return {
        "left": match.left,
        "right": match.right,
        "confidence": match.confidence,
        "made_by": match.made_by.value,
        "verdict": standing.verdict,
        "relation": standing.relation,
        "note": standing.note,
        "differences": [
            {
                "kind": each.kind.value,
                "left": each.left,
                "right": each.right,
                "outcome": each.outcome.value,
                "cause": each.cause,
            }
            for each in differences
        ],
        "suggested_relation": suggested_relation(differences),
        "reasons": [{"name": each.name, "value": each.value} for each in match.reasons],
    }


def _claim(claim: Claim, origins: Sequence[str], case: "Case") -> dict[str, object]:
    sources = {case.statement(each).source for each in claim.statements}
    outlets = {case.source(each).outlet or each for each in sources}
    return {
        "statements": list(claim.statements),
        "basis": claim.basis.value,
        "outlets": len(outlets),
        "origins": list(origins),
    }


def as_csv(case: "Case") -> str:
    """Return one row a match, in the case's order, with a row of names above; lines end in CR LF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(CSV_COLUMNS)
    for match in case.matches.values():
        writer.writerow(_safe(cell) for cell in _row(match, case))
    return text.getvalue()


def _row(match: Match, case: "Case") -> tuple[str, ...]:
    standing = case.standing(match.id)
    return (
        *_side(case.statement(match.left), case),
        *_side(case.statement(match.right), case),
        f"{match.confidence:.4f}",
        match.made_by,
        standing.verdict or "proposed",
        standing.relation or "",
        standing.note,
        "; ".join(f"{each.name} {each.value:.2f}" for each in match.reasons),
        "; ".join(
            difference_words(each)
            for each in case.differences(match.id)
            if each.outcome is not Outcome.AGREES
        ),
    )


def _side(statement: Statement, case: "Case") -> tuple[str, str, str, str]:
    letter = case.source(statement.source).letter
    return letter, str(statement.ordinal), statement.kind, statement.text


def _safe(cell: str) -> str:
    """Keep a spreadsheet from taking an article's words for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
