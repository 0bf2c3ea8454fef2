"""A case as JSON: the comparison that `reconciler compare` prints, and the whole case to be read back.

Offsets count code points of a source's text. What could turn a terminal, or end the script that a
page holds the text in, is escaped: the values are exact, to the last character.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from reconciler import __version__
from reconciler.alignment.differences import suggested_relation
from reconciler.export.index import Index
from reconciler.export.values import ClaimRecord, Dossier, JournalRow, MatchRecord, SourceRecord
from reconciler.model import Signal, Span, Statement

FORMAT = 1
"""The number of the form in which a whole case is written; a reader refuses later ones."""

_AT_ONCE = 200
"""So many items are written at a time. For each time Python leaves some kilobytes of garbage in a ring."""
_ESCAPED = re.compile("[<\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def comparison(dossier: Dossier) -> str:
    """Return sources, matches and claims as JSON: the same each time for the same articles."""
    index = Index.of(dossier)
    return written(
        {
            "reconciler": __version__,
            "sources": [_source(each, whole=False) for each in dossier.sources],
            "matches": [_match(each, dossier, index, whole=False) for each in dossier.matches],
            "claims": [_claim(each, whole=False) for each in dossier.claims],
        }
    )


def json_pieces(dossier: Dossier) -> Iterator[str]:
    """Give the whole case as it stands, with its journal, as JSON; the line `made` alone tells two apart.

    What it was before (earlier texts, statements that others took the place of, the imported bytes)
    stays in the case file; of the journal it is told by its words. As one value a large case would take
    gigabytes: some matches, claims or rows at a time are made and written.
    """
    index = Index.of(dossier)
    return _in_pieces(
        {
            "reconciler": __version__,
            "case": dossier.name,
            "format": FORMAT,
            "made": dossier.made,
            "basis": dossier.basis.value,
            "settings": {"reach": dossier.settings.reach, "learn": dossier.settings.learn},
            "sources": (_source(each, whole=True) for each in dossier.sources),
            "matches": (_match(each, dossier, index, whole=True) for each in dossier.matches),
            "claims": (_claim(each, whole=True) for each in dossier.claims),
            "silences": [{"statement": each.statement, "source": each.source} for each in dossier.silences],
            "said_of_claims": [
                {
                    "statement": number,
                    "label": said.label,
                    "assessment": said.assessment,
                    "note": said.note,
                }
                for number, said in dossier.said.items()
            ],
            "runs": [
                {"id": each.id, "at": each.at, "model": each.model, "settings": _json(each.settings)}
                for each in dossier.runs
            ],
            "decisions": (_decision(row, index) for row in dossier.journal),
            "orphans": dossier.orphans,
        }
    )


def written(value: object) -> str:
    """Return a value as JSON text that nothing obeys, one part a line."""
    return f"{_text(value)}\n"


def _text(value: object, depth: int = 0) -> str:
    """Return a value as it stands at a depth within others."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    inset = text.replace("\n", "\n" + " " * depth) if depth else text
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", inset)


def _in_pieces(fields: Mapping[str, object]) -> Iterator[str]:
    """Give what `written` returns; of a field that is an iterator some items at a time are taken."""
    before = "{"
    for name, value in fields.items():
        yield f"{before}\n {_text(name)}: "
        before = ","
        if not isinstance(value, Iterator):
            yield _text(value, 1)
            continue
        opening = "["
        while some := list(islice(value, _AT_ONCE)):
            yield opening + _text(some, 1).removeprefix("[").removesuffix("\n ]")
            opening = ","
        yield "[]" if opening == "[" else "\n ]"
    yield "\n}\n"


def _source(record: SourceRecord, *, whole: bool) -> dict[str, object]:
    source = record.source
    more: Mapping[str, object] = {"imported_at": source.imported_at} if whole else {}
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
        **more,
        "text": source.text,
        "statements": [_statement(each) for each in record.statements],
    }


def _statement(statement: Statement) -> dict[str, object]:
    return {
        "id": statement.id,
        "start": statement.start,
        "end": statement.end,
        "kind": statement.kind.value,
        "text": statement.text,
        "signals": [_signal(each) for each in statement.signals],
    }


def _signal(signal: Signal) -> dict[str, object]:
    return {
        "kind": signal.kind.value,
        "start": signal.start,
        "end": signal.end,
        "text": signal.text,
        "value": None if signal.value is None else _json(signal.value),
    }


def _match(record: MatchRecord, dossier: Dossier, index: Index, *, whole: bool) -> dict[str, object]:
    match, standing = record.match, record.standing
    decision = index.decided.get(match.id)
    more: dict[str, object] = {}
    if whole:
        more = {
            "id": match.id,
            "analyst": decision.analyst if decision else None,
            "at": decision.at if decision else None,
            "flagged": record.flagged,
            "pinned": match.id in dossier.pins,
        }
    return {
        **more,
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
            for each in record.differences
        ],
        "suggested_relation": suggested_relation(record.differences),
        "reasons": [
            {
                "name": each.name,
                "value": each.value,
                **({"left": _spans(each.left), "right": _spans(each.right)} if whole else {}),
            }
            for each in match.reasons
        ],
    }


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[each.start, each.end] for each in spans]


def _claim(record: ClaimRecord, *, whole: bool) -> dict[str, object]:
    standing = record.standing
    more: dict[str, object] = {}
    if whole:
        more = {
            "label": record.label,
            "words": record.words,
            "assessment": standing.assessment,
            "note": standing.note,
            "first": record.first,
            "cells": [
                {"source": each.source, "state": each.state.value, "statements": list(each.statements)}
                for each in record.cells
            ],
        }
    return {
        "statements": list(record.claim.statements),
        "basis": record.claim.basis.value,
        "outlets": record.outlets,
        "origins": list(record.origins),
        **more,
    }


def _decision(row: JournalRow, index: Index) -> dict[str, object]:
    decision = row.decision
    return {
        "id": decision.id,
        "entry": decision.entry,
        "match": decision.match,
        "places": [index.place(row.left), index.place(row.right)],
        "texts": [row.left.text, row.right.text],
        "act": decision.act.value,
        "verdict": decision.verdict,
        "relation": decision.relation,
        "note": decision.note,
        "analyst": decision.analyst,
        "at": decision.at,
        "undoes": decision.undoes,
        "confidence": decision.confidence,
        "model": decision.model,
        "score_visible": decision.score_visible,
    }


def _json(text: str) -> object:
    """Return what a case file keeps as JSON; in a file that others wrote it can be any text, and is that."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
