"""The views of a case file, asked with other tools, say what the program itself says."""

import json
import re
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.worked_case import worked_on

from reconciler.case import Case
from reconciler.case.claim_facts import ClaimFacts
from reconciler.case.claim_table import claim_table
from reconciler.case.comparisons import Comparisons
from reconciler.cli import main
from reconciler.model import (
    ClaimField,
    Outcome,
    Relation,
    StatementId,
    Verdict,
)

HERE = Path(__file__).parent
README = HERE.parents[1] / "README.md"
SEEDS = sorted((HERE.parents[1] / "seeds").glob("*.txt"))


def ask(path: Path, sql: str) -> list[dict[str, object]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql)]


def compared_seeds(path: Path) -> None:
    table = str(path.with_suffix(".txt"))
    assert main(["compare", *map(str, SEEDS), "--case", str(path), "--output", table]) == 0


@given(st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_claims_of_the_view_are_those_of_the_program(chance: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.reconciler"
        with worked_on(path, chance) as case:
            if not any(case.standing(each).verdict is Verdict.CONFIRMED for each in case.matches):
                return  # what the program then shows are proposals, which are no claims here
            table = claim_table(ClaimFacts.of(case))
        rows = ask(path, "SELECT * FROM claim_table")
        expected = {
            (
                min(record.claim.statements), record.words,
                record.standing.assessment and record.standing.assessment.value,
                record.standing.note or None, record.sources, number,
            )
            for record in table.claims
            for number in record.claim.statements
        }  # fmt: skip
        columns = ("claim", "label", "assessment", "note", "sources", "statement")
        assert {tuple(row[each] for each in columns) for row in rows} == expected
        assert len(rows) == len(expected)


def test_the_findings_of_the_view_are_those_that_the_analyst_had(tmp_path: Path) -> None:
    path = tmp_path / "seeds.reconciler"
    assert (
        main(["compare", *map(str, SEEDS), "--case", str(path), "--output", str(tmp_path / "out.txt")]) == 0
    )
    with Case.open(path) as case:
        chosen = [number for number in case.matches if case.differences(number)]
        case.decide(chosen[:3], Verdict.CONFIRMED, Relation.DIFFERS)
        case.decide(chosen[3:4], Verdict.UNSURE)
        case.decide(chosen[4:6], Verdict.REJECTED)
        case.decide(chosen[:1], Verdict.REJECTED)
        case.undo()
        expected = [
            (number, each.kind.value, each.left, each.right, each.outcome.value, each.cause)
            for number in chosen[:4]
            for each in Comparisons().of(case.matches[number], case._state)
            if each.outcome is not Outcome.AGREES
        ]
    rows = ask(path, "SELECT * FROM findings")
    columns = ("match", "kind", "left_words", "right_words", "outcome", "cause")
    assert sorted(tuple(map(str, (row[each] for each in columns))) for row in rows) == sorted(
        tuple(map(str, each)) for each in expected
    )
    assert all(0 < float(str(row["strength"])) <= 1 for row in rows)


def test_the_log_holds_every_decision_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "case.reconciler"
    with worked_on(path, Random(7)) as case:  # noqa: S311 - the same each time
        journal = case.journal()
    rows = ask(path, "SELECT * FROM decision_log")
    assert [(row["decision"], row["act"], row["verdict"], row["analyst"]) for row in rows] == [
        (each.id, each.act, each.verdict, "Ada") for each in journal
    ]
    assert all(re.fullmatch("[A-C][0-9]", str(row[side])) for row in rows for side in ("left", "right"))


def test_the_questions_of_the_readme_are_answered(tmp_path: Path) -> None:
    path = tmp_path / "kept.reconciler"
    assert (
        main(["compare", *map(str, SEEDS), "--case", str(path), "--output", str(tmp_path / "out.txt")]) == 0
    )
    with Case.open(path, analyst="Ada") as case:
        strong = [each for each in case.matches.values() if case.differences(each.id)][:4]
        case.decide([each.id for each in strong], Verdict.CONFIRMED)
        case.edit_claim(StatementId(strong[0].left), ClaimField.ASSESSMENT, "disputed")
    lines = re.findall(r"^    (sqlite-utils .*)$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(lines) == 3
    answers = []
    for line in lines:
        _program, name, query, form = shlex.split(line)
        assert (name, form) == ("kept.reconciler", "--table")
        command = [sys.executable, "-m", "sqlite_utils", str(path), query]
        done = subprocess.run(command, capture_output=True, check=True, timeout=60)
        answers.append(json.loads(done.stdout))
    claims, found, analysts = answers
    assert all(row["sources"] == 2 for row in claims)
    assert "disputed" in {row["assessment"] for row in claims}
    assert "attribution_lost" in {row["cause"] for row in found}
    assert analysts == [{"analyst": "Ada", "decisions": 4, "last": analysts[0]["last"]}]
