"""Case files to try things on: one with a row in nearly every table, and what is told of its rows."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.in_lines import titled

from reconciler.alignment import PairAlignment, Settings
from reconciler.case import Case
from reconciler.case.intake import compare_versions
from reconciler.model import (
    Article,
    ClaimField,
    Proposal,
    Reason,
    Relation,
    Signal,
    SignalKind,
    SourceDraft,
    SourceId,
    Span,
    StatementId,
    StatementKind,
    Verdict,
)

A, B = SourceId(1), SourceId(2)
LINES = 40


def draft(name: str, lines: tuple[str, ...]) -> SourceDraft:
    """Make an article of a title and sentences, with its bytes kept."""
    text, segments = titled(lines)
    data = text.encode()
    article = Article(
        f"{name}.txt",
        text,
        hashlib.sha256(data).hexdigest(),
        lines[0],
        outlet=name,
        url=f"https://example.org/{name}",
        published="2023-06-04",
        original=data,
    )
    return SourceDraft(article, "en", segments)


def article(name: str, lines: int = LINES) -> tuple[str, ...]:
    """Return the lines of an article that are the same whenever they are made."""
    return tuple(
        f"{name} says that {7 * number} people crossed the dyke {number}." for number in range(lines)
    )


def rich_case(path: Path) -> Path:
    """Make a case with rows in nearly every table: acts of all kinds, some of them taken back."""
    first, second = article("One"), article("Two")
    with Case.create(path, analyst="Ada") as case:
        case.add_sources([draft("One", first), draft("Two", second)])
        proposals = tuple(_proposal(place, LINES + place) for place in range(1, LINES + 1))
        case.record_run("test-1", "{}", [PairAlignment(A, B, proposals)])
        case.record_signals(
            {one.id: (_figure(one.start, one.text),) for source in (A, B) for one in case.statements(source)}
        )
        matches = list(case.matches)
        for place, match in enumerate(matches[:30]):
            case.decide([match], list(Verdict)[place % 3])
        case.decide(matches[30:36], Verdict.CONFIRMED, Relation.AGREES)
        case.annotate(matches[2], "seen twice")
        case.set_pin(matches[3], True)
        case.set_silence(StatementId(39), B, True)
        case.edit_claim(StatementId(1), ClaimField.NOTE, "a claim")
        case.link([StatementId(5)], [StatementId(LINES + 9)])
        case.undo()
        case.redo()
        one = case.statements(A)[7]
        case.split(one.id, one.start + 9)
        case.set_kind(case.statements(B)[-1].id, StatementKind.BOILERPLATE)
        later = draft("Two", (*second[:20], "A line that is new.", *second[25:]))
        case.update_source(B, later, compare_versions(case.statements(B), later))
        case.realign("test-2", "{}", Settings(reach=0.25), [PairAlignment(A, B, ())])
        case.undo()
        case.clear(matches[:1])
        case.save_view_state('{"zoom": 1.25}')
    return path


def _proposal(left: int, right: int) -> Proposal:
    reasons = (Reason("words", 0.5, (Span(0, 3),), (Span(4, 8),)), Reason("names", 0.25))
    return Proposal(StatementId(left), StatementId(right), 0.5 + left / 100, reasons)


def _figure(start: int, text: str) -> Signal:
    place = start + text.index("that ") + 5
    figure = text[place - start :].split(" ", maxsplit=1)[0]
    return Signal(SignalKind.FIGURE, place, place + len(figure), figure, f'{{"value": {figure}}}')


def unsound(path: Path) -> list[str]:
    """Return what SQLite finds wrong with a file: pages, indexes and references."""
    with closing(sqlite3.connect(path)) as db:
        found = [str(row[0]) for row in db.execute("PRAGMA integrity_check")]
        found += [f"dangling {row[0]} {row[1]}" for row in db.execute("PRAGMA foreign_key_check")]
    return [each for each in found if each != "ok"]
