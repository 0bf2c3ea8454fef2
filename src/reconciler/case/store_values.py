"""Each value of a case as a row of its table, and back."""

import json
from collections.abc import Callable
from typing import Any

from reconciler.case import evidence
from reconciler.case.records import (
    Carrying,
    OriginalRecord,
    Outcome,
    Remark,
    SettingEdit,
    SourceEdit,
    SourceRecord,
    StatementChange,
    VersionRecord,
)
from reconciler.model import (
    Act,
    ClaimField,
    ClaimPart,
    Decision,
    DecisionId,
    EntryId,
    MadeBy,
    Match,
    MatchId,
    Pin,
    Relation,
    Run,
    RunId,
    Signal,
    Silence,
    Source,
    SourceId,
    Statement,
    StatementId,
    StatementKind,
    Verdict,
)

Shared = dict[Any, Any]
"""Texts of a file that stand in many rows, each kept once."""
Row = tuple[Any, ...]
"""What SQLite takes and gives: the schema's STRICT tables hold the types."""

SOURCE = (
    "id, letter, title, outlet, url, published, published_assumed, language, text, sha256, imported_at, name,"
    " given_date, removed, version, position"
)
VERSION = "source, number, text, sha256, imported_at, name"
ORIGINAL = "source, version, media_type, origin, left_out, data"
STATEMENT = 'id, source, ordinal, start, "end", kind, text, version'
MATCH = 'id, "left", "right", confidence, made_by, run, evidence'
SIGNAL = 'statement, kind, start, "end", text, value'
ENTRY = "id, kind, analyst, at, undoes"
DECISION = (
    "id, entry, match, act, verdict, relation, note, analyst, at, undoes, confidence, evidence, model,"
    " score_visible, differences"
)
EDIT = "entry, source, field, before, after"
SETTING = "entry, field, before, after"
SILENCE = "entry, statement, source, before, after"
PIN = "entry, match, before, after"
CLAIM_EDIT = "entry, statement, field, before, after"
STATEMENT_CHANGE = "entry, statement, retired"
CARRYING = "entry, former, match, outcome"
RUN = "id, at, model, settings"
REPLACED_PROPOSAL = "entry, match, confidence, run, evidence"

_KINDS = {kind.value: kind for kind in StatementKind}
_ACTS = {act.value: act for act in Act}
_VERDICTS: dict[str | None, Verdict | None] = {None: None, **{verdict.value: verdict for verdict in Verdict}}
_RELATIONS: dict[str | None, Relation | None] = {None: None, **{each.value: each for each in Relation}}
_MADE_BY = {maker.value: maker for maker in MadeBy}
_SAID = {0: "", 1: "1"}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


def source_row(record: SourceRecord) -> Row:
    """Return the row of `sources`."""
    s = record.source
    return (
        *(s.id, s.letter, s.title, s.outlet, s.url, s.published, s.published_assumed, s.language),
        *(s.text, s.sha256, s.imported_at, s.name, record.given_date, record.removed, record.version),
        record.position,
    )


def source(row: Row) -> SourceRecord:
    """Read a row of `sources`."""
    number, letter, title, outlet, url, published, assumed, language, text, sha256, at, name, *rest = row
    given_date, removed, version, position = rest
    return SourceRecord(
        Source(
            *(SourceId(number), letter, title, outlet, url, published, bool(assumed), language),
            *(text, sha256, at, name),
        ),
        given_date,
        bool(removed),
        version,
        position,
    )


def version_row(version: VersionRecord) -> Row:
    """Return the row of `versions`."""
    v = version
    return (v.source, v.number, v.text, v.sha256, v.imported_at, v.name)


def version(row: Row) -> VersionRecord:
    """Read a row of `versions`."""
    number, *rest = row
    return VersionRecord(SourceId(number), *rest)


def original_row(original: OriginalRecord) -> Row:
    """Return the row of `originals`."""
    o = original
    left_out = json.dumps(o.left_out, ensure_ascii=False)
    return (o.source, o.version, o.media_type, o.origin, left_out, o.packed)


def original(row: Row) -> OriginalRecord:
    """Read a row of `originals`."""
    number, of_version, media_type, origin, left_out, packed = row
    passages = tuple(map(str, json.loads(left_out)))
    return OriginalRecord(SourceId(number), of_version, media_type, origin, passages, packed)


def statement_row(statement: Statement) -> Row:
    """Return the row of `statements`."""
    s = statement
    return (s.id, s.source, s.ordinal, s.start, s.end, s.kind, s.text, s.version)


def statement(row: Row, signals: tuple[Signal, ...]) -> Statement:
    """Read a row of `statements`."""
    number, of_source, ordinal, start, end, kind, text, of_version = row
    return Statement(
        *(StatementId(number), SourceId(of_source), ordinal, start, end, _KINDS[kind], text),
        signals,
        of_version,
    )


def match_row(match: Match) -> Row:
    """Return the row of `matches`."""
    m = match
    return (m.id, m.left, m.right, m.confidence, m.made_by, m.run, evidence.encode(m.reasons))


def match(row: Row) -> Match:
    """Read a row of `matches`."""
    number, left, right, confidence, made_by, by_run, reasons = row
    return Match(
        MatchId(number),
        StatementId(left),
        StatementId(right),
        confidence,
        _MADE_BY[made_by],
        None if by_run is None else RunId(by_run),
        evidence.decode(reasons),
    )


def decision_row(decision: Decision) -> Row:
    """Return the row of `decisions`."""
    d = decision
    return (
        *(d.id, d.entry, d.match, d.act, d.verdict, d.relation, d.note, d.analyst, d.at, d.undoes),
        *(d.confidence, d.evidence, d.model, d.score_visible, d.differences),
    )


def decision(row: Row, shared: Shared | None = None) -> Decision:
    """Read a row of `decisions`; texts that are in `shared` already are not kept twice."""
    texts: Shared = {} if shared is None else shared
    share: Callable[[Any, Any], Any] = texts.setdefault
    number, entry, of_match, act, verdict, relation, note, analyst, at, undoes, *rest = row
    confidence, reasons, model, score_visible, differences = rest
    return Decision(
        DecisionId(number),
        EntryId(entry),
        MatchId(of_match),
        _ACTS[act],
        _VERDICTS[verdict],
        _RELATIONS[relation],
        note,
        share(analyst, analyst),
        share(at, at),
        undoes,
        confidence,
        share(reasons, reasons),
        share(model, model),
        score_visible == 1,
        share(differences, differences),
    )


def edit_row(edit: SourceEdit) -> Row:
    """Return the row of `source_edits`."""
    return (edit.entry, edit.source, edit.field, edit.before, edit.after)


def edit(row: Row) -> SourceEdit:
    """Read a row of `source_edits`."""
    entry, of_source, field, before, after = row
    return SourceEdit(EntryId(entry), SourceId(of_source), field, before, after)


def setting_row(setting: SettingEdit) -> Row:
    """Return the row of `setting_edits`."""
    return (setting.entry, setting.field, setting.before, setting.after)


def setting(row: Row) -> SettingEdit:
    """Read a row of `setting_edits`."""
    entry, field, before, after = row
    return SettingEdit(EntryId(entry), field, before, after)


def silence_row(remark: Remark, about: Silence) -> Row:
    """Return the row of `silences`."""
    return (remark.entry, about.statement, about.source, bool(remark.before), bool(remark.after))


def silence(row: Row) -> Remark:
    """Read a row of `silences`."""
    entry, number, of_source, before, after = row
    about = Silence(StatementId(number), SourceId(of_source))
    return Remark(EntryId(entry), about, _SAID[before], _SAID[after])


def pin_row(remark: Remark, about: Pin) -> Row:
    """Return the row of `pins`."""
    return (remark.entry, about.match, bool(remark.before), bool(remark.after))


def pin(row: Row) -> Remark:
    """Read a row of `pins`."""
    entry, number, before, after = row
    return Remark(EntryId(entry), Pin(MatchId(number)), _SAID[before], _SAID[after])


def claim_edit_row(remark: Remark, about: ClaimPart) -> Row:
    """Return the row of `claim_edits`."""
    return (remark.entry, about.statement, about.field, remark.before, remark.after)


def claim_edit(row: Row) -> Remark:
    """Read a row of `claim_edits`."""
    entry, number, field, before, after = row
    return Remark(EntryId(entry), ClaimPart(StatementId(number), ClaimField(field)), before, after)


def statement_change_row(change: StatementChange) -> Row:
    """Return the row of `statement_changes`."""
    return (change.entry, change.statement, change.retired)


def statement_change(row: Row) -> StatementChange:
    """Read a row of `statement_changes`."""
    entry, number, retired = row
    return StatementChange(EntryId(entry), StatementId(number), bool(retired))


def carrying_row(carrying: Carrying) -> Row:
    """Return the row of `carryings`."""
    return (carrying.entry, carrying.former, carrying.match, carrying.outcome)


def carrying(row: Row) -> Carrying:
    """Read a row of `carryings`."""
    entry, former, to, outcome = row
    return Carrying(EntryId(entry), MatchId(former), None if to is None else MatchId(to), _OUTCOMES[outcome])


def run_row(run: Run) -> Row:
    """Return the row of `runs`."""
    return (run.id, run.at, run.model, run.settings)


def run(row: Row) -> Run:
    """Read a row of `runs`."""
    number, at, model, settings = row
    return Run(RunId(number), at, model, settings)
