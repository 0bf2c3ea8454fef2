"""A large case opened in steps: locked at once, read by a worker, its articles first, and then opened.

The worker has a connection of its own, closed when it is done; what comes back are values. Nothing
of ours can write to the file meanwhile, as it is locked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconciler.alignment import Judgement, Settings
from reconciler.case import store_file
from reconciler.case.records import FirstLook
from reconciler.case.state import State
from reconciler.case.store import Store
from reconciler.case.store_lock import Holder, Lock, holder_of
from reconciler.case.wholeness import require_whole
from reconciler.errors import CaseError, Problem
from reconciler.model import Match, MatchId, SourceId, Standing, Statement

LARGE = 4 << 20
"""Bytes of a file that is read in a quarter of a second."""


@dataclass(frozen=True, slots=True)
class Held:
    """A case file to be opened; `lock` is None where it will only be read, `holder` who has it then."""

    path: Path
    lock: Lock | None
    holder: Holder | None = None

    def release(self) -> None:
        """Let go of it without having opened it."""
        if self.lock is not None:
            self.lock.release()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a case file holds, read and put together."""

    state: State
    view_state: str | None

    def outset(self) -> "Outset":
        """Return how the case stands before anything is done in it, for who shows it."""
        state = self.state
        matches, standing = state.matches.live, state.ledger.standing
        standings = {match: standing(match) for match in matches}
        flagged = state.ledger.is_flagged
        again = [match for match, one in standings.items() if one.verdict is None and flagged(match)]
        runs = state.runs
        return Outset(
            tuple(source.id for source in state.sources),
            state.of_source,
            matches,
            standings,
            frozenset(again),
            state.pinned(),
            state.settings,
            state.judgements(),
            runs[max(runs)].settings if runs else "",
            self.view_state,
        )


@dataclass(frozen=True, slots=True)
class Outset:
    """A case as it was read, in values: `again` are the matches to look at once more.

    `last_run` are the settings of the last automatic alignment, empty where there was none.
    """

    sources: tuple[SourceId, ...]
    statements: Mapping[SourceId, tuple[Statement, ...]]
    matches: Mapping[MatchId, Match]
    standings: dict[MatchId, Standing]
    again: frozenset[MatchId]
    pinned: frozenset[MatchId]
    settings: Settings
    judgements: tuple[Judgement, ...]
    last_run: str
    view_state: str | None


def hold(path: Path, *, read_only: bool = False, analyst: str = "") -> Held | None:
    """Keep other windows off a large case, to read it only where one has it already.

    None where a case is better opened at once. So are small ones, and those that have to be written
    to before they can be read: of an older version, or left in the middle of a write.

    Raises:
        CaseError: NOT_FOUND, IS_FOLDER, UNREADABLE, NOT_A_DATABASE, NOT_A_CASE, NEWER_VERSION.
    """
    older = store_file.is_older(path)
    if older or path.stat().st_size < LARGE or store_file.is_half_written(path):
        return None
    if read_only or not store_file.can_be_written(path):
        return Held(path, None)
    try:
        return Held(path, Lock.take(path, analyst))
    except CaseError as error:
        if error.problem is not Problem.LOCKED:
            raise
        return Held(path, None, holder_of(path))


def first_look(held: Held, wanted: Callable[[str | None], Sequence[int]]) -> FirstLook:
    """Read the articles to be shown first; `wanted` names them, given what the window asked to keep.

    Raises:
        CaseError: DAMAGED, STRANGE_SCHEMA, CASE_TOO_LARGE.
    """

    def chosen(view_state: str | None, there: Sequence[SourceId]) -> tuple[SourceId, ...]:
        kept = tuple(one for one in map(SourceId, wanted(view_state)) if one in there)
        return kept if len(kept) > 1 else tuple(there[:2])

    return Store.open(held.path, read_only=True).read_first(chosen)


def load(held: Held) -> Loaded:
    """Read everything, whatever that takes.

    Raises:
        CaseError: DAMAGED, STRANGE_SCHEMA, CASE_TOO_LARGE.
    """
    try:
        contents = Store.open(held.path, read_only=True).read()
        require_whole(contents)
        return Loaded(State(contents), contents.view_state)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise CaseError(Problem.DAMAGED, str(held.path), str(error)) from error
