"""A program that is killed at any moment loses no act that had returned."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from reconciler.alignment import PairAlignment
from reconciler.case import Case, check
from reconciler.model import (
    Article,
    Proposal,
    Reason,
    Segment,
    SourceDraft,
    SourceId,
    StatementId,
    StatementKind,
)

KILLS = 12
WORDS = 20

ANALYST = """
import itertools, pathlib, sys
import numpy
from reconciler.alignment import PairAlignment, Settings
from reconciler.case import Case
from reconciler.model import StatementKind, Verdict
nothing = PairAlignment(1, 2, (), numpy.zeros((0, 0)))
case = Case.open(pathlib.Path(sys.argv[1]))
matches = list(case.matches)
for turn in itertools.count():
    match = matches[turn % len(matches)]
    acts = (
        lambda: case.decide([match], list(Verdict)[turn % 3]),
        lambda: case.annotate(match, f"note {turn}"),
        lambda: case.decide(matches, list(Verdict)[(turn + 1) % 3]),
        lambda: case.set_kind(case.statements(2)[turn % 20].id, list(StatementKind)[turn % 6]),
        lambda: case.undo(),
        lambda: case.redo(),
        lambda: case.realign("m", "{}", Settings(reach=turn % 7 / 7), [nothing]),
        lambda: case.split(case.statements(1)[-1].id, case.statements(1)[-1].start + 1),
        lambda: case.undo(),
        lambda: case.checkpoint(),
    )
    acts[turn % len(acts)]()
    last = case.entries()[-1]
    standing = case.standing(match)
    print(last.id, match, standing.verdict, standing.note.replace(" ", "_") or "-", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case of two times twenty statements, each proposed to match its like."""
    path = tmp_path / "crash.reconciler"
    segments = tuple(Segment(3 * place, 3 * place + 2, StatementKind.SENTENCE) for place in range(WORDS))
    text = " ".join(["ab"] * WORDS)
    with Case.create(path) as case:
        case.add_sources([SourceDraft(Article(name, text, name), "en", segments) for name in ("one", "two")])
        proposals = tuple(
            Proposal(StatementId(place), StatementId(WORDS + place), 0.5, (Reason("words", 0.5),))
            for place in range(1, WORDS + 1)
        )
        case.record_run("m", "{}", [PairAlignment(SourceId(1), SourceId(2), proposals)])
    return path


def work_until_killed(path: Path, chance: random.Random) -> list[str]:
    """Let an analyst work, kill them after some acts and a moment, and return all that they had seen done."""
    with subprocess.Popen(
        [sys.executable, "-c", ANALYST, path], stdout=subprocess.PIPE, text=True
    ) as analyst:
        assert analyst.stdout is not None
        seen = [analyst.stdout.readline() for _ in range(chance.randint(1, 40))]
        time.sleep(chance.random() * 0.01)
        analyst.kill()
        seen += analyst.stdout.readlines()
    # The very last line may have been cut while it was printed.
    return [line for line in seen if line.endswith("\n")]


def test_no_act_that_returned_is_lost_to_a_kill(path: Path) -> None:
    chance = random.Random(20230604)  # noqa: S311 - moments, no secrets
    acts = 0
    for _ in range(KILLS):
        seen = work_until_killed(path, chance)
        acts += len(seen)
        assert seen, "the analyst did nothing"
        with closing(sqlite3.connect(path)) as other:
            entries = [row[0] for row in other.execute("SELECT id FROM entries ORDER BY id")]
            stood = {
                (entry, match): (verdict, note)
                for entry, match, verdict, note in other.execute(
                    "SELECT e.id, m.id, last.verdict, coalesce(last.note, '')"
                    " FROM entries AS e JOIN matches AS m LEFT JOIN decisions AS last ON last.id ="
                    " (SELECT max(id) FROM decisions WHERE match = m.id AND entry <= e.id)"
                )
            }
        assert entries == list(range(1, len(entries) + 1))
        for line in seen:
            entry, match, verdict, note = line.split()
            assert stood[int(entry), int(match)] == (
                None if verdict == "None" else verdict,
                "" if note == "-" else note.replace("_", " "),
            )
        assert check(path) == ()
    with Case.open(path) as case:
        assert case.undoable is not None
        assert len(case.entries()) > 1
    assert acts > KILLS
