"""Whatever is done to the texts of a case, no decision disappears and none is silently on other words."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reconciler.alignment import PairAlignment, Settings
from reconciler.alignment.versions import Carried, Comparison, Fate
from reconciler.case import Case, check
from reconciler.case.intake import compare_versions
from reconciler.case.records import Carrying, Outcome
from reconciler.model import (
    Act,
    Article,
    Change,
    Decision,
    Match,
    MatchId,
    Proposal,
    Reason,
    Segment,
    SourceDraft,
    SourceId,
    Span,
    Standing,
    Statement,
    StatementId,
    StatementKind,
    Verdict,
)

MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a folder of our own in it
SOURCES = (SourceId(1), SourceId(2), SourceId(3))
SENTENCES = st.lists(st.sampled_from(["ab cd", "ef", "gh ij kl", "mn"]), min_size=1, max_size=5)
SAID = (Act.VERDICT, Act.RELATION, Act.LINK)


def draft(name: str, sentences: Sequence[str], gap: str = "\n") -> SourceDraft:
    """The sentences as statements, with spaces of some kind between them."""
    segments, start = [], 0
    for sentence in sentences:
        segments.append(Segment(start, start + len(sentence), StatementKind.SENTENCE))
        start += len(sentence) + len(gap)
    return SourceDraft(Article(name, gap.join(sentences), name), "en", tuple(segments))


class ChangingTexts(RuleBasedStateMachine):
    """An analyst who decides while texts are mended and replaced, and takes things back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="texts-", dir=MEMORY if MEMORY.is_dir() else None))
        self.case = Case.create(self.folder / "texts.reconciler", analyst="Ada")
        self.case.add_sources([draft(f"first {each}", ["ab cd", "ef", "gh ij kl", "mn"]) for each in SOURCES])
        self.past: list[object] = []
        self.future: list[object] = []
        self.names = 0

    def teardown(self) -> None:
        self.case.close()
        found = check(self.case.path)
        shutil.rmtree(self.folder)
        assert found == ()

    def snapshot(self) -> object:
        case = self.case
        return (
            [(source.text, case.statements(source.id)) for source in case.sources],
            {number: (match.left, match.right, self.stands(number)) for number, match in self.worked_on()},
            case.orphans(),
        )

    def worked_on(self) -> list[tuple[MatchId, Match]]:
        return [
            (number, match)
            for number, match in self.case.matches.items()
            if self.stands(number) != (Standing(), False)
        ]

    def stands(self, number: MatchId) -> tuple[Standing, bool]:
        return self.case.standing(number), self.case.is_flagged(number)

    def words(self, match: Match) -> tuple[list[str], list[str]]:
        return self.case.statement(match.left).text.split(), self.case.statement(match.right).text.split()

    def act(self, act: Callable[[], Change]) -> None:
        before = self.snapshot()
        if act().entry is not None:
            self.past.append(before)
            self.future.clear()

    def changing(self, act: Callable[[], Change]) -> None:
        """Do what retires statements, and see where each decision went."""
        before = [(match, *self.stands(number)) for number, match in self.worked_on()]
        orphans = {orphan.match.id for orphan in self.case.orphans()}
        self.act(act)
        after = {number: {row.match for row in self.case.decisions(number)} for number in self.case.matches}
        lost = {orphan.match.id: orphan for orphan in self.case.orphans()}
        assert orphans <= lost.keys()
        for match, standing, was_flagged in before:
            if match.id in self.case.matches:
                assert self.stands(match.id) == (standing, was_flagged)
            elif match.id in lost:
                assert was_flagged or lost[match.id].standing == standing
            else:
                (heir,) = [number for number, rows in after.items() if match.id in rows]
                now, is_flagged = self.stands(heir)
                assert is_flagged or (now == standing and not was_flagged)
                if is_flagged:
                    formers = {former.match.id for former in self.case.formers(heir)}
                    assert match.id in formers or was_flagged
                    assert set(standing.note.split("\n")) <= set(now.note.split("\n")) | {""}

    def statements(self) -> list[Statement]:
        return [each for source in SOURCES for each in self.case.statements(source)]

    @rule(data=st.data(), sentences=SENTENCES, gap=st.sampled_from(["\n", " \n ", "  "]))
    def update(self, data: st.DataObject, sentences: list[str], gap: str) -> None:
        source = data.draw(st.sampled_from(SOURCES))
        old = self.case.statements(source)
        kept = [each.text for each in old]
        new = data.draw(st.permutations(kept)) if data.draw(st.booleans()) else kept
        new = [*new[: data.draw(st.integers(0, len(new)))], *sentences]
        places = data.draw(
            st.dictionaries(st.sampled_from([each.id for each in old]), st.integers(0, len(new) - 1))
        )
        for each in old:
            if each.text in new and data.draw(st.booleans()):
                places[each.id] = new.index(each.text)
        self.names += 1
        later = draft(f"later {self.names}", new, gap)
        going = tuple(
            Carried(place, (places[each.id],), Fate.CHANGED)
            if each.id in places
            else Carried(place, (), Fate.GONE)
            for place, each in enumerate(old)
        )
        comparison = Comparison(going, ((),) * len(new))
        if data.draw(st.booleans()):
            comparison = compare_versions(old, later)
        self.changing(lambda: self.case.update_source(source, later, comparison))

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        statement = data.draw(st.sampled_from(self.statements()))
        spaces = [place for place, each in enumerate(statement.text) if each.isspace()]
        if spaces:
            offset = statement.start + data.draw(st.sampled_from(spaces))
            self.changing(lambda: self.case.split(statement.id, offset))

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        members = self.case.statements(data.draw(st.sampled_from(SOURCES)))
        if len(members) > 1:
            place = data.draw(st.integers(0, len(members) - 2))
            self.changing(lambda: self.case.merge(members[place].id, members[place + 1].id))

    @rule(data=st.data(), kind=st.sampled_from(StatementKind))
    def set_kind(self, data: st.DataObject, kind: StatementKind) -> None:
        statement = data.draw(st.sampled_from(self.statements()))
        self.changing(lambda: self.case.set_kind(statement.id, kind))

    @rule(data=st.data(), again=st.booleans())
    def align(self, data: st.DataObject, again: bool) -> None:
        left, right = data.draw(st.sampled_from([(0, 1), (0, 2), (1, 2)]))
        lefts, rights = (self.case.statements(SOURCES[each]) for each in (left, right))
        pairs = data.draw(st.sets(st.tuples(st.sampled_from(lefts), st.sampled_from(rights)), max_size=4))
        reasons = (Reason("words", 0.5, (Span(0, 2),), (Span(0, 2),)),)
        proposals = tuple(
            Proposal(one.id, other.id, 0.5, reasons)
            for one, other in sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id))
        )
        alignment = PairAlignment(SOURCES[left], SOURCES[right], proposals)
        if again:
            self.act(lambda: self.case.realign("m", "{}", Settings(), [alignment]))
        else:
            self.case.record_run("m", "{}", [alignment])

    @precondition(lambda self: self.case.matches)
    @rule(data=st.data(), verdict=st.sampled_from(Verdict))
    def decide(self, data: st.DataObject, verdict: Verdict) -> None:
        match = data.draw(st.sampled_from(list(self.case.matches)))
        self.act(lambda: self.case.decide([match], verdict))

    @precondition(lambda self: self.case.matches)
    @rule(data=st.data(), note=st.sampled_from(["", "one", "two"]))
    def annotate(self, data: st.DataObject, note: str) -> None:
        match = data.draw(st.sampled_from(list(self.case.matches)))
        self.act(lambda: self.case.annotate(match, note))

    @precondition(lambda self: self.case.matches)
    @rule(data=st.data())
    def clear(self, data: st.DataObject) -> None:
        match = data.draw(st.sampled_from(list(self.case.matches)))
        self.act(lambda: self.case.clear([match]))

    @rule(data=st.data())
    def link(self, data: st.DataObject) -> None:
        one, other = self.two(data)
        self.act(lambda: self.case.link([one], [other]))

    @precondition(lambda self: self.case.orphans())
    @rule(data=st.data())
    def reattach(self, data: st.DataObject) -> None:
        orphan = data.draw(st.sampled_from(self.case.orphans()))
        one, other = self.two(data)
        self.act(lambda: self.case.reattach(orphan.match.id, one, other))
        match = self.case.match_between(one, other)
        assert match is not None
        assert orphan.standing.verdict in (None, self.case.standing(match.id).verdict)

    def two(self, data: st.DataObject) -> tuple[StatementId, StatementId]:
        first, second = data.draw(st.permutations(SOURCES))[:2]
        return (
            data.draw(st.sampled_from(self.case.statements(first))).id,
            data.draw(st.sampled_from(self.case.statements(second))).id,
        )

    @rule()
    def undo(self) -> None:
        if self.past:
            self.future.append(self.snapshot())
            assert self.case.undo().entry is not None
            assert self.snapshot() == self.past.pop()

    @rule()
    def redo(self) -> None:
        if self.future:
            self.past.append(self.snapshot())
            assert self.case.redo().entry is not None
            assert self.snapshot() == self.future.pop()

    @rule()
    def reopen(self) -> None:
        before = (self.snapshot(), list(self.case.matches.items()), self.case.entries(), self.case.claims())
        versions = [self.case.versions(source) for source in SOURCES]
        unaligned = self.case.unaligned_pairs()
        self.case.close()
        self.case = Case.open(self.case.path, analyst="Ada")
        case = self.case
        assert (self.snapshot(), list(case.matches.items()), case.entries(), case.claims()) == before
        assert [case.versions(source) for source in SOURCES] == versions
        assert case.unaligned_pairs() == unaligned

    @invariant()
    def statements_are_slices_in_order_that_do_not_overlap(self) -> None:
        for source in self.case.sources:
            end = 0
            for ordinal, each in enumerate(self.case.statements(source.id), 1):
                assert each.ordinal == ordinal
                assert each.start >= end
                assert source.text[each.start : each.end] == each.text
                end = each.end

    @invariant()
    def every_verdict_stands_on_the_words_that_it_was_made_on(self) -> None:
        for number, match in self.case.matches.items():
            if self.case.standing(number).verdict is not None:
                rows = self.case.decisions(number)
                carried = any(row.act is Act.CARRY for row in rows)
                if carried and not self.is_put_by_hand(number):
                    assert self.words(self.said_of(rows)) == self.words(match)

    def is_put_by_hand(self, number: MatchId) -> bool:
        return any(each.outcome is Outcome.REATTACHED for each in self.ancestry(number))

    def ancestry(self, number: MatchId) -> list[Carrying]:
        into = self.case._state.ledger.carried_into(number)
        return [*into, *(each for one in into for each in self.ancestry(one.former))]

    def said_of(self, rows: Sequence[Decision]) -> Match:
        """Return the match, as it was, of the last verdict that was given and not taken back."""
        standing: dict[int, Decision] = {}
        for row in rows:
            if row.act is Act.UNDO and row.undoes is not None:
                standing.pop(row.undoes, None)
            elif row.act is Act.REDO:
                standing.update((each.id, each) for each in rows if each.id == row.undoes)
            elif row.act in SAID:
                standing[row.id] = row
        return self.case._state.matches.all[standing[max(standing)].match]


ChangingTexts.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestChangingTexts = ChangingTexts.TestCase
