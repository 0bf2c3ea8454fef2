"""What is exported as JSON and imported again is the same case: live verdicts and all else that stands."""

import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hostile_case import hostile_case
from tests.worked_case import worked_on

from reconciler.case import Case, check
from reconciler.case.dossier import dossier
from reconciler.case.import_reader import read
from reconciler.case.importing import make
from reconciler.export.whole import json_pieces
from reconciler.model import MatchId, StatementId

MADE = "2026-01-02T03:04:05.678Z"
VERDICTS = """
SELECT ls.sha256, l.start, l."end", rs.sha256, r.start, r."end",
    v.verdict, v.relation, v.note, v.analyst, v.at
FROM live_verdicts AS v
JOIN statements AS l ON l.id = v."left" JOIN sources AS ls ON ls.id = l.source
JOIN statements AS r ON r.id = v."right" JOIN sources AS rs ON rs.id = r.source
ORDER BY 1, 2, 4, 5
"""


def live_verdicts(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(VERDICTS).fetchall()


def standing_of(document: str) -> dict[str, Any]:
    """Return what stands in a document, told without the numbers that a new case gives anew."""
    whole: dict[str, Any] = json.loads(document)
    places = {
        each["id"]: (source["sha256"], each["start"])
        for source in whole["sources"]
        for each in source["statements"]
    }
    digests = {source["id"]: source["sha256"] for source in whole["sources"]}

    def told(match: dict[str, Any]) -> dict[str, Any]:
        ends = {"left": places[match["left"]], "right": places[match["right"]]}
        return {**{key: match[key] for key in match if key not in ("id", "flagged")}, **ends}

    def named(label: str) -> object:
        # The number of a statement that is gone with its source says nothing.
        return places.get(int(label), "") if label.isdecimal() else label

    silences = ((places[each["statement"]], digests[each["source"]]) for each in whole["silences"])
    said = (
        (places[each["statement"]], str(named(each["label"])), each["assessment"] or "", each["note"])
        for each in whole["said_of_claims"]
    )
    return {
        "sources": [
            {key: value for key, value in source.items() if key not in ("id", "letter", "statements")}
            | {"statements": [{**each, "id": 0} for each in source["statements"]]}
            for source in whole["sources"]
        ],
        "matches": [told(each) for each in whole["matches"]],
        "claims": [sorted(places[each] for each in claim["statements"]) for claim in whole["claims"]],
        "labels": [claim["words"] for claim in whole["claims"]],
        "silences": sorted(silences),
        "said": sorted(each for each in said if any(each[1:])),
        "settings": whole["settings"],
    }


def there_and_back(case: Case, folder: Path) -> None:
    before = "".join(json_pieces(dossier(case, MADE)))
    (folder / "case.json").write_text(before, encoding="utf-8")
    again = folder / "again.reconciler"
    with make(again, read(folder / "case.json")) as imported:
        assert standing_of("".join(json_pieces(dossier(imported, MADE)))) == standing_of(before)
        assert imported.is_aligned or not case.runs
        assert live_verdicts(again) == live_verdicts(case.path)
        if any(imported.standing(each).verdict for each in imported.matches):
            assert imported.undo().entry is not None
            assert not any(imported.standing(each).verdict for each in imported.matches)
            imported.redo()
            assert [row[:8] for row in live_verdicts(again)] == [row[:8] for row in live_verdicts(case.path)]
    assert check(again) == ()


@given(st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_a_case_comes_back_as_it_was(chance: Random) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with worked_on(folder / "case.reconciler", chance) as case:
            _say_more(case, chance)
            there_and_back(case, folder)


def _say_more(case: Case, chance: Random) -> None:
    """Add what `worked_on` leaves out: links by hand, pins, silences, notes, another order."""
    sources = [each.id for each in case.sources]
    statements: list[StatementId] = [each.id for source in sources for each in case.statements(source)]
    for _ in range(chance.randrange(4)):
        one, other = chance.sample(statements, 2)
        if case.statement(one).source != case.statement(other).source:
            case.link([one], [other])
    matches: list[MatchId] = list(case.matches)
    for _ in range(chance.randrange(4)):
        case.set_pin(chance.choice(matches), True)
        case.annotate(chance.choice(matches), chance.choice(("", "a note", "une « note » 🌉")))
    for _ in range(chance.randrange(4)):
        statement, source = chance.choice(statements), chance.choice(sources)
        joined = (case.match_between(statement, each.id) for each in case.statements(source))
        confirmed = (match and case.standing(match.id).verdict == "confirmed" for match in joined)
        if case.statement(statement).source != source and not any(confirmed):
            case.set_silence(statement, source, True)
    chance.shuffle(sources)
    case.arrange(sources)


def test_hostile_texts_come_back_to_the_last_character(tmp_path: Path) -> None:
    with hostile_case(tmp_path) as case:
        there_and_back(case, tmp_path)
