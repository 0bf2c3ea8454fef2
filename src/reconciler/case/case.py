"""One open case: the acts of the analyst, and what stands after them."""

import gc
import getpass
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reconciler.alignment import origins
from reconciler.case import acts, claims, files, realign
from reconciler.case.comparisons import Comparisons
from reconciler.case.records import Batch, Contents, Pair
from reconciler.case.state import State
from reconciler.case.store import Store
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    Change,
    Claim,
    Decision,
    Difference,
    Entry,
    EntryKind,
    Match,
    MatchId,
    Proposal,
    Relation,
    Run,
    RunId,
    Signal,
    Source,
    SourceDraft,
    SourceId,
    SourceProperties,
    Standing,
    Statement,
    StatementId,
    Verdict,
)

if TYPE_CHECKING:
    from reconciler.alignment import PairAlignment


class Case:
    """The only door to change.

    Each act is one transaction: on disk when it returns, answered by the `Change` that views
    refresh from. An act that changes nothing writes nothing and answers a `Change` without an
    entry. Every act raises `NotSavedError` (READ_ONLY, DISK_FULL, WRITE_FAILED) when it can't be
    written; everything is then as it was, and trying again is safe. A case belongs to the thread
    that opened it.

    `analyst` and `score_visible` are written beside each decision.
    """

    def __init__(self, store: Store, contents: Contents, analyst: str | None = None) -> None:
        self.analyst = _login_name() if analyst is None else analyst
        self.score_visible = True
        self._store = store
        self._state = State(contents)
        self._comparisons = Comparisons()
        self._view_state = contents.view_state

    @classmethod
    def create(cls, path: Path, *, analyst: str | None = None) -> Self:
        """Make a new, empty case file and open it.

        Raises:
            CaseError: EXISTS, NOT_FOUND (there is no such folder), DISK_FULL, WRITE_FAILED.
        """
        return cls._of(Store.create(path), analyst)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, analyst: str | None = None) -> Self:
        """Open a case file; one that can't be written, or whose folder can't, is opened read-only.

        Raises:
            CaseError: NOT_FOUND, IS_FOLDER, UNREADABLE, NOT_A_DATABASE, NOT_A_CASE, DAMAGED,
                NEWER_VERSION, LOCKED; DISK_FULL or WRITE_FAILED while it is brought up to date.
        """
        return cls._of(Store.open(path, read_only=read_only), analyst)

    @classmethod
    def _of(cls, store: Store, analyst: str | None) -> Self:
        try:
            with _collector_paused():
                return cls(store, store.read(), analyst)
        except (ValueError, KeyError) as error:
            store.close()
            raise CaseError(Problem.DAMAGED, str(store.path), str(error)) from error
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Fold the log into the one file and let go of it. Closing twice is no fault."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What the case is

    @property
    def path(self) -> Path:
        """The case file, absolute."""
        return self._store.path

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @property
    def read_only(self) -> bool:
        """Whether every act fails because the file can't or shall not be written."""
        return self._store.read_only

    # What stands

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources in the order of their letters."""
        return tuple(record.source for record in self._state.records.values() if not record.removed)

    def source(self, source: SourceId) -> Source:
        """Return one source, also one whose adding was undone."""
        return self._state.records[source].source

    def statements(self, source: SourceId) -> tuple[Statement, ...]:
        """Return the statements of a source in order."""
        return self._state.of_source.get(source, ())

    def statement(self, statement: StatementId) -> Statement:
        """Return one statement."""
        return self._state.statements[statement]

    @property
    def matches(self) -> Mapping[MatchId, Match]:
        """What is decided, made by hand or proposed, by place of the left statement, then the right.

        The mapping stays as it is while the case goes on.
        """
        return self._state.matches.live

    def match_between(self, one: StatementId, other: StatementId) -> Match | None:
        """Return the match of two statements, whichever is named first."""
        match = self._state.matches.between(one, other)
        return match if match is not None and match.id in self.matches else None

    def matches_of(self, statement: StatementId) -> tuple[MatchId, ...]:
        """Return the matches in which a statement stands, in the case's order."""
        return self._state.matches.of_statement(statement)

    def standing(self, match: MatchId) -> Standing:
        """Return what stands for a match; one without a verdict is proposed."""
        return self._state.ledger.standing(match)

    def claims(self) -> tuple[Claim, ...]:
        """Return what the sources say together: see `reconciler.case.claims.build`."""
        statements = [each for source in self.sources for each in self.statements(source.id)]
        return claims.build(
            statements, ((match, self.standing(number)) for number, match in self.matches.items())
        )

    def differences(self, match: MatchId) -> tuple[Difference, ...]:
        """Return what differs between the statements of a match, and what agrees; strongest first."""
        return self._comparisons.of(self._state.matches.all[match], self._state)

    def origins(self) -> tuple[tuple[str, ...], ...]:
        """Return for each of `claims`, in their order, whom its statements lead back to."""
        statements = [each for source in self.sources for each in self.statements(source.id)]
        return origins.of_claims(self.sources, statements, self.claims())

    # What happened

    def decisions(self, match: MatchId) -> tuple[Decision, ...]:
        """Return the journal's rows of a match, oldest first."""
        return self._state.ledger.decisions(match)

    def entries(self) -> tuple[Entry, ...]:
        """Return the history, oldest first."""
        return self._state.ledger.entries

    @property
    def runs(self) -> Mapping[RunId, Run]:
        """The automatic alignments so far."""
        return dict(self._state.runs)

    def unaligned_pairs(self) -> tuple[Pair, ...]:
        """Return the pairs of sources that no alignment was recorded for, for example after a crash."""
        present = [source.id for source in self.sources]
        pairs = ((one, other) for index, one in enumerate(present) for other in present[index + 1 :])
        return tuple(pair for pair in pairs if pair not in self._state.aligned)

    @property
    def is_aligned(self) -> bool:
        """Whether an alignment was recorded for every pair of sources."""
        return not self.unaligned_pairs()

    @property
    def undoable(self) -> Entry | None:
        """The act that `undo` takes back, also one of an earlier session."""
        return self._state.ledger.undoable

    @property
    def redoable(self) -> Entry | None:
        """The act that `redo` brings back."""
        return self._state.ledger.redoable

    # Acts

    def decide(
        self, matches: Sequence[MatchId], verdict: Verdict, relation: Relation | None = None
    ) -> Change:
        """Set the verdict, and with a confirmation the relation; without one the relation stays.

        Raises:
            ValueError: a relation with another verdict than confirmed.
        """
        return self._record(acts.decide(self._state, matches, verdict, relation))

    def relate(self, match: MatchId, relation: Relation | None) -> Change:
        """Set the relation of a match, confirming it if it is not; None takes the relation away."""
        return self._record(acts.relate(self._state, match, relation))

    def clear(self, matches: Sequence[MatchId]) -> Change:
        """Take verdict and relation away; notes stay, and what was made by hand is unlinked.

        A link made by hand that the program proposes as well is a proposal then.
        """
        return self._record(acts.clear(self._state, matches))

    def annotate(self, match: MatchId, note: str) -> Change:
        """Set the note; an empty one takes it away."""
        return self._record(acts.annotate(self._state, match, note))

    def link(
        self,
        lefts: Sequence[StatementId],
        rights: Sequence[StatementId],
        proposals: Iterable[Proposal] = (),
    ) -> Change:
        """Confirm a match of every statement of one side with every one of the other.

        `proposals` hold the model's own score and reasons for pairs that have no match yet; a
        pair without one is kept with the confidence 0.

        Raises:
            ValueError: two statements of one source.
        """
        return self._record(acts.link(self._state, lefts, rights, proposals))

    def add_sources(self, drafts: Sequence[SourceDraft], assumed_date: str | None = None) -> Change:
        """Add articles; `assumed_date` is the date of those that have none.

        Raises:
            CaseError: SAME_AS_ANOTHER, an article that the case has already or that comes twice;
                none is added then.
        """
        return self._record(acts.add_sources(self._state, drafts, assumed_date, at=_now()))

    def holds(self, sha256: str) -> Source | None:
        """Return the source that was imported from these very bytes."""
        return next((source for source in self.sources if source.sha256 == sha256), None)

    def edit_source(self, source: SourceId, properties: SourceProperties) -> Change:
        """Correct the properties of a source; assumed dates follow."""
        return self._record(acts.edit_source(self._state, source, properties))

    def undo(self) -> Change:
        """Take back the last act that stands, by a new entry that names it; without one, nothing."""
        return self._record(acts.reverse(self._state, self.undoable, EntryKind.UNDO))

    def redo(self) -> Change:
        """Bring back what was undone last; without one, nothing."""
        return self._record(acts.reverse(self._state, self.redoable, EntryKind.REDO))

    def record_run(self, model: str, settings: str, alignments: "Sequence[PairAlignment]") -> Change:
        """Replace the proposals of these pairs of sources, leaving alone what the analyst worked on.

        No act of the analyst: the `Change` has no entry.
        """
        run = Run(RunId(self._state.last.run + 1), _now(), model, settings)
        return self._write(realign.plan(self._state, run, alignments))

    def record_signals(self, by_statement: Mapping[StatementId, Sequence[Signal]]) -> Change:
        """Put signals in the place of those that these statements had.

        Derived from the articles, like proposals: the `Change` has no entry. A case that is open
        read-only has them in memory only.
        """
        known = self._state.statements
        changed = tuple(
            replace(known[number], signals=tuple(signals))
            for number, signals in sorted(by_statement.items())
            if known[number].signals != tuple(signals)
        )
        if not changed:
            return Change(entry=None)
        batch = Batch(changed_signals=changed)
        return self._state.apply(batch) if self.read_only else self._write(batch)

    def _record(self, plan: acts.Plan | None) -> Change:
        if plan is None:
            return Change(entry=None)
        return self._write(acts.batch(self._state, plan, self.analyst, _now(), self.score_visible))

    def _write(self, batch: Batch) -> Change:
        self._store.write(batch)
        return self._state.apply(batch)

    # The file

    @property
    def view_state(self) -> str | None:
        """What the window asked to keep, as it gave it."""
        return self._view_state

    def save_view_state(self, text: str) -> None:
        """Keep the window's state; a case that is open read-only keeps none, silently."""
        if not self.read_only and text != self._view_state:
            self._store.save_view_state(text)
            self._view_state = text

    def checkpoint(self) -> bool:
        """Fold the log into the one file, which can then be copied; false when a reader is in the way."""
        return self._store.checkpoint()

    def save_as(self, path: Path, *, replace: bool = False) -> None:
        """Write a copy and go on in it; also the way to go on with a case that is open read-only.

        Raises:
            CaseError: EXISTS (and `replace` is false), IS_FOLDER, LOCKED, NOT_FOUND (no such folder),
                DISK_FULL, WRITE_FAILED; the case stays where it was.
        """
        self._store = self._store.move_to_copy(path, replace=replace)

    def rename(self, name: str) -> None:
        """Give the file another name in its folder; characters that no file name takes are replaced.

        Raises:
            CaseError: EXISTS, READ_ONLY, LOCKED (another program reads the file), WRITE_FAILED;
                the case keeps its name.
        """
        self._store = self._store.rename(self.path.with_name(files.file_name(name)))

    def move_to_trash(self) -> None:
        """Close the case and move its file to the trash.

        Raises:
            CaseError: NOT_FOUND, LOCKED or WRITE_FAILED; the case is closed, its file left where it was.
        """
        self.close()
        files.move_to_trash(self.path)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from looking again and again through the values of a large case.

    None of them is part of a cycle, and the looking takes as long as the reading.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
