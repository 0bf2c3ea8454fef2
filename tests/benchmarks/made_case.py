"""Makes large cases quickly, like those that a program of today leaves behind: signals read, matches decided.

What has an act of its own in the case goes through `Case`; most of the journal is written row by row, as
a case would have it after months of single decisions: through `Case` that would take as long as the
benchmark itself.
"""

import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.model import (
    Article,
    MatchId,
    Proposal,
    Reason,
    Segment,
    Signal,
    SignalKind,
    SourceDraft,
    Span,
    Statement,
    StatementKind,
    Verdict,
)
from reconciler.signals import FigureValue, NameType, NameValue, encode

WORDS = (
    *("council", "river", "bridge", "harbour", "minister", "report", "morning", "people", "police", "city"),
    *("water", "market", "station", "witness", "street", "closed", "found", "opened", "reached", "moved"),
    *("evening", "window", "carried", "promised", "heavy", "narrow", "late", "school", "north", "engine"),
)
NAMES = (
    "Varna",
    "Marta Kolev",
    "Ardeth",
    "Port-Louis",
    "Ilse Brandt",
    "Oster",
    "Naval Board",
    "Rhenish Rail",
)
REASONS = ("words", "names", "numbers", "wording", "neighbours", "place", "articles")
AT_ONCE = 200
"""Matches that one bulk act decides; half of the decisions are made one by one."""


def draft(name: str, count: int, chance: random.Random) -> SourceDraft:
    """Return an article of so many sentences; a figure and a name stand in most."""
    segments: list[Segment] = []
    parts: list[str] = []
    start = 0
    for number in range(count):
        words = chance.choices(WORDS, k=chance.randint(8, 18))
        words.insert(3, str(chance.randint(2, 900)))
        words.insert(6, chance.choice(NAMES))
        text = f"{words[0].capitalize()} {' '.join(words[1:])} {number}."
        segments.append(Segment(start, start + len(text), StatementKind.SENTENCE))
        parts.append(text)
        start += len(text) + 1
    article = Article(
        f"{name}.txt", "\n".join(parts), name.encode().hex().ljust(64, "0"), title=name, outlet=name
    )
    return SourceDraft(article, "en", tuple(segments))


def signals(statement: Statement) -> tuple[Signal, ...]:
    """Return the figure and the name of a sentence of ours, as the program would note them."""
    words = statement.text.split(" ")
    figure = int(words[3])
    at = statement.start + sum(len(word) + 1 for word in words[:3])
    name = next(each for each in NAMES if each in statement.text)
    where = statement.start + statement.text.index(name)
    value = NameValue(name.lower(), NameType.OTHER)
    return (
        Signal(
            SignalKind.FIGURE, at, at + len(words[3]), words[3],
            encode(FigureValue(figure, figure, counted=("people",))),
        ),
        Signal(SignalKind.NAME, where, where + len(name), name, encode(value)),
    )  # fmt: skip


def reasons(chance: random.Random) -> tuple[Reason, ...]:
    """Return the reasons that a match has: some speak of words, some of none."""

    def spans() -> tuple[Span, ...]:
        starts = sorted(chance.sample(range(0, 40, 8), 2))
        return tuple(Span(start, start + 6) for start in starts)

    marked = tuple(Reason(name, round(chance.uniform(-1, 2), 3), spans(), spans()) for name in REASONS[:4])
    return (*marked, *(Reason(name, round(chance.uniform(-1, 1), 3)) for name in REASONS[4:]))


def make_case(path: Path, size: int, matches: int, decisions: int) -> None:
    """Make a case of two sources of so many statements, with so many matches and rows in its journal.

    Matches run near the diagonal, as they do between two reports of one event.
    """
    chance = random.Random(1)  # noqa: S311  # a benchmark's articles
    with Case.create(path, analyst="Ada") as case:
        case.add_sources([draft("Morning", size, chance), draft("Evening", size, chance)])
        left, right = case.sources
        one, other = case.statements(left.id), case.statements(right.id)
        case.record_signals({each.id: signals(each) for each in (*one, *other)})
        pairs: set[tuple[int, int]] = set()
        while len(pairs) < matches:
            row = chance.randrange(size)
            pairs.add((row, min(max(row + chance.randint(-6, 6), 0), size - 1)))
        proposals = tuple(
            Proposal(one[row].id, other[column].id, 0.3 + 0.69 * chance.random(), reasons(chance))
            for row, column in sorted(pairs)
        )
        case.record_run("benchmark", "{}", [PairAlignment(left.id, right.id, proposals)])
        case.decide([next(iter(case.matches))], Verdict.CONFIRMED)
        numbers = list(case.matches)
    if decisions > 1:
        _decide(path, numbers, decisions - 1)


def _decide(path: Path, numbers: list[MatchId], decisions: int) -> None:
    """Write so many decisions, half of them one by one: the case's matches are gone over again and again."""
    chance = random.Random(2)  # noqa: S311
    found = {
        "kind": "figure", "left": "12", "right": "15", "outcome": "differs", "cause": "contradiction",
        "strength": 1.0,
    }  # fmt: skip
    noted = json.dumps([found], separators=(",", ":"))
    evidence = json.dumps([{"name": name, "value": 0.5} for name in REASONS], separators=(",", ":"))
    gone_over = max(len(numbers) * 7 // 10, 1)  # the rest is still to be reviewed
    entries: list[tuple[object, ...]] = []
    rows: list[tuple[object, ...]] = []
    while len(rows) < decisions:
        entry = len(entries) + 3
        verdict = chance.choice(list(Verdict))
        at = f"2024-05-{entry // 3000 % 27 + 1:02d}T{entry // 60 % 24:02d}:{entry % 60:02d}:00.000Z"
        entries.append(
            (entry, {"confirmed": "confirm", "rejected": "reject"}.get(verdict, "unsure"), "Ada", at)
        )
        count = 1 if len(rows) < decisions // 2 else min(AT_ONCE, decisions - len(rows))
        for _ in range(count):
            match = numbers[len(rows) % gone_over]
            rows.append(
                (
                    *(len(rows) + 2, entry, match, "verdict", verdict.value, None, "", "Ada", at, None),
                    *(0.7, evidence, "benchmark", 1, noted),
                )
            )
    with closing(sqlite3.connect(path)) as db, db:
        (first,) = db.execute("SELECT max(id) + 1 FROM entries").fetchone()
        assert first == 3, "the case was made by two acts"
        db.executemany("INSERT INTO entries (id, kind, analyst, at) VALUES (?, ?, ?, ?)", entries)
        db.executemany(
            "INSERT INTO decisions (id, entry, match, act, verdict, relation, note, analyst, at, undoes,"  # noqa: S608
            " confidence, evidence, model, score_visible, differences)"
            f" VALUES ({', '.join('?' * 15)})",
            rows,
        )


def read_plainly(path: Path) -> None:
    """Read every row that a case is made of, without us."""
    tables = ("sources", "statements", "signals", "matches", "entries", "decisions", "runs", "aligned")
    with closing(sqlite3.connect(path)) as connection:
        for table in tables:
            connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  # names of ours
