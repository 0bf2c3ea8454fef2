"""The ledger as a state machine: whatever is done, the case is what a plain dictionary says."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reconciler.alignment import PairAlignment, Settings
from reconciler.case import Case, check
from reconciler.model import (
    Article,
    Change,
    ClaimField,
    MadeBy,
    Match,
    MatchId,
    Proposal,
    Reason,
    Relation,
    Segment,
    SourceDraft,
    SourceId,
    Standing,
    StatementId,
    StatementKind,
    Verdict,
)

MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a folder of our own in it
LEFTS, RIGHTS = range(1, 5), range(5, 9)
Pair = tuple[int, int]
PAIRS = st.tuples(st.sampled_from(LEFTS), st.sampled_from(RIGHTS))
NOTES = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=5)
UNDECIDED = Standing()
Said = dict[tuple[object, ...], str]
Step = tuple[dict[Pair, Standing], set[Pair] | None, Settings, Said]


def draft(name: str) -> SourceDraft:
    """Four statements of two letters each."""
    segments = tuple(Segment(3 * place, 3 * place + 2, StatementKind.SENTENCE) for place in range(4))
    return SourceDraft(Article(name, "ab cd ef gh", name), "en", segments)


def alignment(pairs: dict[Pair, float]) -> PairAlignment:
    proposals = tuple(
        Proposal(StatementId(left), StatementId(right), confidence, (Reason("words", confidence),))
        for (left, right), confidence in sorted(pairs.items())
    )
    return PairAlignment(SourceId(1), SourceId(2), proposals)


@dataclass
class Model:
    """What stands for each pair, and the states to go back and forward to. No ids, no rows.

    What is proposed, and the settings, go back and forward only with an act that changed them.
    `said` are the silences, by statement and source, the pins, by pair, and the words on claims.
    """

    standings: dict[Pair, Standing] = field(default_factory=dict)
    proposed: set[Pair] = field(default_factory=set)
    settings: Settings = field(default_factory=Settings)
    said: Said = field(default_factory=dict)
    past: list[Step] = field(default_factory=list)
    future: list[Step] = field(default_factory=list)

    def become(self, standings: dict[Pair, Standing], said: Said | None = None) -> bool:
        after = {pair: standing for pair, standing in standings.items() if standing != UNDECIDED}
        words = {about: text for about, text in (self.said if said is None else said).items() if text}
        changed = {pair for pair, now in after.items() if now != self.standings.get(pair)}
        for left, right in changed:
            if after[left, right].verdict is Verdict.CONFIRMED:
                words.pop(("silence", left, 2), None)
                words.pop(("silence", right, 1), None)
        if (after, words) == (self.standings, self.said):
            return False
        self.past.append((self.standings, None, self.settings, self.said))
        self.future.clear()
        self.standings, self.said = after, words
        return True

    def align(self, pairs: Iterable[Pair]) -> None:
        decided = {pair for pair, now in self.standings.items() if now.verdict is not None}
        noted = {pair for pair, now in self.standings.items() if now.note}
        pinned = {(left, right) for left, right in self.proposed if ("pin", left, right) in self.said}
        self.proposed = {*pairs, *(self.proposed & (noted | pinned) - decided)}

    def travel(self, start: list[Step], end: list[Step]) -> None:
        standings, proposed, settings_, said = start.pop()
        end.append((self.standings, None if proposed is None else self.proposed, self.settings, self.said))
        self.standings, self.settings, self.said = standings, settings_, said
        self.proposed = self.proposed if proposed is None else proposed


class LedgerMachine(RuleBasedStateMachine):
    """Acts on a case and on the model alike."""

    def __init__(self) -> None:
        super().__init__()
        # In memory where the system has such a folder: thousands of commits need not wear a disk.
        self.folder = Path(tempfile.mkdtemp(prefix="ledger-", dir=MEMORY if MEMORY.is_dir() else None))
        self.case = Case.create(self.folder / "ledger.reconciler", analyst="Ada")
        self.case.add_sources([draft("one"), draft("two")])
        self.model = Model()
        self.rows: list[tuple[object, ...]] = []

    def teardown(self) -> None:
        self.case.close()
        found = check(self.case.path)
        shutil.rmtree(self.folder)
        assert found == ()

    def pairs(self) -> list[Pair]:
        return [(match.left, match.right) for match in self.case.matches.values()]

    def choose(self, data: st.DataObject, *, least: int = 1) -> list[Pair]:
        live = sorted(self.pairs())
        return data.draw(st.lists(st.sampled_from(live), min_size=least, max_size=3, unique=True))

    def numbers(self, pairs: list[Pair]) -> list[int]:
        found = [self.case.match_between(StatementId(left), StatementId(right)) for left, right in pairs]
        return [match.id for match in found if match is not None]

    def act(
        self, pairs: list[Pair], change: Callable[[Standing], Standing], act: Callable[[], object]
    ) -> None:
        before = self.model.standings
        changed = self.model.become(
            {**before, **{pair: change(before.get(pair, UNDECIDED)) for pair in pairs}}
        )
        entries = len(self.case.entries())
        act()
        assert len(self.case.entries()) == entries + changed, "one entry for an act, none for an idle one"

    @rule(pairs=st.dictionaries(PAIRS, st.floats(0, 1), max_size=6))
    def align(self, pairs: dict[Pair, float]) -> None:
        before = {match.id: match for match in self.case.matches.values()}
        standings = {number: self.case.standing(number) for number in before}
        self.case.record_run("m", "{}", [alignment(pairs)])
        self.model.align(pairs)
        self.check_decided(before, standings)

    @rule(pairs=st.dictionaries(PAIRS, st.floats(0, 1), max_size=6), reach=st.sampled_from([0.0, 0.5, 1.0]))
    def align_again(self, pairs: dict[Pair, float], reach: float) -> None:
        before = {match.id: match for match in self.case.matches.values()}
        standings = {number: self.case.standing(number) for number in before}
        self.case.realign("m", "{}", Settings(reach=reach), [alignment(pairs)])
        step = (self.model.standings, self.model.proposed, self.model.settings, self.model.said)
        self.model.past.append(step)
        self.model.future.clear()
        self.model.align(pairs)
        self.model.settings = Settings(reach=reach)
        self.check_decided(before, standings)

    @rule(pairs=st.dictionaries(PAIRS, st.floats(0, 1), max_size=6))
    def rank(self, pairs: dict[Pair, float]) -> None:
        undecided = {number for number in self.case.matches if self.case.standing(number).verdict is None}
        before = dict(self.case.matches)
        self.case.rank("ranked", "{}", alignment(pairs).proposals)
        for number, match in self.case.matches.items():
            ranked = pairs.get((match.left, match.right)) if number in undecided else None
            assert match.confidence == (before[number].confidence if ranked is None else ranked)

    def check_decided(self, before: dict[MatchId, Match], standings: dict[MatchId, Standing]) -> None:
        for number, standing in standings.items():
            if standing.verdict is not None:
                after = self.case.matches[number]
                assert self.case.standing(number) == standing
                known = before[number]
                assert (after.confidence, after.reasons, after.made_by) == (
                    *(known.confidence, known.reasons, known.made_by),
                )

    @precondition(lambda self: self.case.matches)
    @rule(data=st.data(), verdict=st.sampled_from(Verdict), relation=st.sampled_from([None, *Relation]))
    def decide(self, data: st.DataObject, verdict: Verdict, relation: Relation | None) -> None:
        given = relation if verdict is Verdict.CONFIRMED else None

        def change(standing: Standing) -> Standing:
            kept = standing.relation if verdict is Verdict.CONFIRMED else None
            return Standing(verdict, given or kept, standing.note)

        pairs = self.choose(data)
        self.act(pairs, change, lambda: self.case.decide(self.numbers(pairs), verdict, given))  # type: ignore[arg-type]  # numbers of matches

    @precondition(lambda self: self.case.matches)
    @rule(data=st.data(), relation=st.sampled_from(Relation))
    def relate(self, data: st.DataObject, relation: Relation) -> None:
        pair = self.choose(data)[0]
        self.act(
            [pair],
            lambda standing: Standing(Verdict.CONFIRMED, relation, standing.note),
            lambda: self.case.relate(self.numbers([pair])[0], relation),  # type: ignore[arg-type]  # a match
        )

    @precondition(lambda self: self.case.matches)
    @rule(data=st.data())
    def clear(self, data: st.DataObject) -> None:
        pairs = self.choose(data)
        self.act(
            pairs,
            lambda standing: Standing(note=standing.note),
            lambda: self.case.clear(self.numbers(pairs)),  # type: ignore[arg-type]  # matches
        )

    @precondition(lambda self: self.case.matches)
    @rule(data=st.data(), note=NOTES)
    def annotate(self, data: st.DataObject, note: str) -> None:
        pair = self.choose(data)[0]
        self.act(
            [pair],
            lambda standing: Standing(standing.verdict, standing.relation, note),
            lambda: self.case.annotate(self.numbers([pair])[0], note),  # type: ignore[arg-type]  # a match
        )

    @rule(
        lefts=st.lists(st.sampled_from(LEFTS), min_size=1, max_size=2),
        rights=st.lists(st.sampled_from(RIGHTS), min_size=1, max_size=2),
        turned=st.booleans(),
    )
    def link(self, lefts: list[int], rights: list[int], turned: bool) -> None:
        one, other = [StatementId(each) for each in lefts], [StatementId(each) for each in rights]
        if turned:
            one, other = other, one
        self.act(
            [(left, right) for left in lefts for right in rights],
            lambda standing: Standing(Verdict.CONFIRMED, standing.relation, standing.note),
            lambda: self.case.link(one, other),
        )

    def parted(self, pair: Pair) -> Standing:
        """Return what stands for a match that is taken away by hand."""
        match = self.case.match_between(*map(StatementId, pair))
        assert match is not None
        verdict = None if match.made_by is MadeBy.HAND and match.run is None else Verdict.REJECTED
        return Standing(verdict, note=self.model.standings.get(pair, UNDECIDED).note)

    @precondition(lambda self: self.case.matches)
    @rule(data=st.data(), statement=st.sampled_from([*LEFTS, *RIGHTS]))
    def retarget(self, data: st.DataObject, statement: int) -> None:
        pair = self.choose(data)[0]
        end, other = pair if statement in LEFTS else pair[::-1]
        (number,) = self.numbers([pair])
        to = (statement, other) if statement in LEFTS else (other, statement)
        said: Said = {}
        after = self.model.standings
        if statement != end:
            was = self.model.standings.get(pair, UNDECIDED)
            now = self.model.standings.get(to, UNDECIDED)
            notes = [note for note in dict.fromkeys([now.note, was.note]) if note]
            moved = Standing(Verdict.CONFIRMED, was.relation or now.relation, "\n".join(notes))
            if was.verdict is Verdict.UNSURE and now.verdict is not Verdict.CONFIRMED:
                moved = Standing(Verdict.UNSURE, note="\n".join(notes))
            after = {**self.model.standings, pair: self.parted(pair), to: moved}
            pinned = ("pin", *pair) in self.model.said
            said = {("pin", *pair): "", ("pin", *to): "1"} if pinned else {}
        self.say(
            said,
            lambda: self.case.retarget(MatchId(number), StatementId(end), StatementId(statement)),
            after,
        )

    @precondition(lambda self: self.case.matches)
    @rule(data=st.data())
    def split_group(self, data: st.DataObject) -> None:
        pairs = self.choose(data)
        parted = {
            pair: self.parted(pair)
            for pair in pairs
            if self.model.standings.get(pair, UNDECIDED).verdict is Verdict.CONFIRMED
        }
        numbers = [MatchId(number) for number in self.numbers(pairs)]
        self.say({}, lambda: self.case.split_group(numbers), {**self.model.standings, **parted})

    def say(
        self, after: Said, act: Callable[[], Change], standings: dict[Pair, Standing] | None = None
    ) -> None:
        becomes = self.model.standings if standings is None else standings
        assert (act().entry is not None) == self.model.become(becomes, {**self.model.said, **after})

    @rule(statement=st.sampled_from([*LEFTS, *RIGHTS]), searched=st.booleans())
    def search(self, statement: int, searched: bool) -> None:
        source = 2 if statement in LEFTS else 1
        there = [pair for pair in self.pairs() if statement in pair]
        now = {pair: self.model.standings.get(pair, UNDECIDED) for pair in there}
        about = ("silence", statement, source)
        if searched and Verdict.CONFIRMED in {each.verdict for each in now.values()}:
            with pytest.raises(ValueError, match="corresponds"):
                self.case.set_silence(StatementId(statement), SourceId(source), searched)
            return
        rejected = {pair: Standing(Verdict.REJECTED, note=s.note) for pair, s in now.items() if not s.verdict}
        rejected = rejected if searched and about not in self.model.said else {}
        self.say(
            {about: "1" if searched else ""},
            lambda: self.case.set_silence(StatementId(statement), SourceId(source), searched),
            {**self.model.standings, **rejected},
        )

    @precondition(lambda self: self.case.matches)
    @rule(data=st.data(), pinned=st.booleans())
    def pin(self, data: st.DataObject, pinned: bool) -> None:
        pair = self.choose(data)[0]
        number = self.numbers([pair])[0]
        self.say({("pin", *pair): "1" if pinned else ""}, lambda: self.case.set_pin(MatchId(number), pinned))

    @rule(statement=st.sampled_from([*LEFTS, *RIGHTS]), note=NOTES)
    def remark(self, statement: int, note: str) -> None:
        self.say(
            {("note", statement): note},
            lambda: self.case.edit_claim(StatementId(statement), ClaimField.NOTE, note),
        )

    @rule()
    def undo(self) -> None:
        if self.model.past:
            self.model.travel(self.model.past, self.model.future)
            assert self.case.undo().entry is not None

    @rule()
    def redo(self) -> None:
        change = self.case.redo()
        assert (change.entry is not None) == bool(self.model.future)
        if self.model.future:
            self.model.travel(self.model.future, self.model.past)

    @rule()
    def reopen(self) -> None:
        matches, entries = list(self.case.matches.items()), self.case.entries()
        undoable, redoable, claims = self.case.undoable, self.case.redoable, self.case.claims()
        self.case.close()
        self.case = Case.open(self.case.path, analyst="Ada")
        assert list(self.case.matches.items()) == matches
        assert self.case.entries() == entries
        assert (self.case.undoable, self.case.redoable) == (undoable, redoable)
        assert self.case.claims() == claims

    @invariant()
    def memory_is_what_the_model_says(self) -> None:
        live = {
            (match.left, match.right): self.case.standing(number)
            for number, match in self.case.matches.items()
        }
        decided = {p: s for p, s in self.model.standings.items() if s.verdict is not None}
        assert {p: s for p, s in live.items() if s.verdict is not None} == decided
        assert live.keys() == decided.keys() | self.model.proposed
        assert self.case.settings == self.model.settings
        silent: list[tuple[object, ...]] = [("silence", e.statement, e.source) for e in self.case.silences()]
        assert set(silent) == {about for about in self.model.said if about[0] == "silence"}
        for pair, number in zip(self.pairs(), self.case.matches, strict=True):
            assert self.case.is_pinned(number) == (("pin", *pair) in self.model.said)
        for statement in (*LEFTS, *RIGHTS):
            assert self.case.claim_standing(StatementId(statement)).note == self.model.said.get(
                ("note", statement), ""
            )
        for pair, standing in live.items():
            assert standing == self.model.standings.get(pair, UNDECIDED)

    @invariant()
    def the_file_is_what_the_model_says_and_only_grows(self) -> None:
        with closing(sqlite3.connect(f"{self.case.path.as_uri()}?mode=ro", uri=True)) as other:
            live = other.execute(
                'SELECT "left", "right", verdict, relation, note FROM live_verdicts'
            ).fetchall()
            rows = other.execute("SELECT * FROM decisions ORDER BY id").fetchall()
        assert {(left, right): Standing(*rest) for left, right, *rest in live} == {
            pair: standing for pair, standing in self.model.standings.items() if standing.verdict is not None
        }
        assert rows[: len(self.rows)] == self.rows
        self.rows = rows

    @invariant()
    def matches_are_in_order(self) -> None:
        assert self.pairs() == sorted(self.pairs())


LedgerMachine.TestCase.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestLedger = LedgerMachine.TestCase
