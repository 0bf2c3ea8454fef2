"""All matches that a case file holds, and among them those that are live, in the case's order."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from reconciler.model import Match, MatchId, SourceId, Statement, StatementId

Place = tuple[int, int]
"""Where a statement stands in the case: its source, and its ordinal in it."""


class MatchTable:
    """Matches by number, pair and statement.

    A match is live when something stands for it or a run proposes it: who uses the table says
    which (`set_live`); the table keeps their order.
    """

    def __init__(self) -> None:
        self._places: dict[StatementId, Place] = {}
        self._all: dict[MatchId, Match] = {}
        self._of_pair: dict[tuple[StatementId, StatementId], MatchId] = {}
        self._of_statement: dict[StatementId, list[MatchId]] = {}
        self._order: list[tuple[Place, Place, MatchId]] = []
        self._live: dict[MatchId, Match] = {}

    def add_statements(self, statements: Iterable[Statement]) -> None:
        """Learn where statements stand."""
        for statement in statements:
            self._places[statement.id] = (statement.source, statement.ordinal)

    def put(self, matches: Iterable[Match]) -> None:
        """Add matches, or replace those of the same number. What was given out as `live` stays as it was."""
        shown = False
        for match in matches:
            shown = shown or match.id in self._live
            if match.id not in self._all:
                self._of_pair[match.left, match.right] = match.id
                self._of_statement.setdefault(match.left, []).append(match.id)
                self._of_statement.setdefault(match.right, []).append(match.id)
            self._all[match.id] = match
        if shown:
            self._live = {number: self._all[number] for number in self._live}

    def remove(self, numbers: Iterable[MatchId]) -> None:
        """Take out matches that are not live."""
        for number in numbers:
            match = self._all.pop(number)
            del self._of_pair[match.left, match.right]
            for end in (match.left, match.right):
                of_end = self._of_statement[end]
                of_end.remove(number)
                if not of_end:
                    del self._of_statement[end]

    def set_live(self, live: Mapping[MatchId, bool]) -> bool:
        """Say of each of these matches whether it is live; return whether that changes the set of live ones.

        What was given out as `live` before stays as it was.
        """
        appear = [number for number, is_live in live.items() if is_live and number not in self._live]
        vanish = {number for number, is_live in live.items() if not is_live and number in self._live}
        if not appear and not vanish:
            return False
        if len(vanish) > 1:
            self._order = [key for key in self._order if key[2] not in vanish]
        else:
            for number in vanish:
                del self._order[bisect_left(self._order, self._key(number))]
        if len(appear) > 1:
            self._order = sorted([*self._order, *map(self._key, appear)])
        else:
            for number in appear:
                insort(self._order, self._key(number))
        self._live = {number: self._all[number] for _, _, number in self._order}
        return True

    def sort(self) -> None:
        """Put the live matches in order anew, after statements got other places."""
        self._order = sorted(map(self._key, self._live))
        self._live = {number: self._all[number] for _, _, number in self._order}

    @property
    def live(self) -> Mapping[MatchId, Match]:
        """The live matches by place of the left statement, then of the right one."""
        return MappingProxyType(self._live)

    @property
    def all(self) -> Mapping[MatchId, Match]:
        """Every match, live or not, but for those that were left to the file."""
        return MappingProxyType(self._all)

    def ordered(self, one: StatementId, other: StatementId) -> tuple[StatementId, StatementId]:
        """Return the two statements with that of the source that stands first at the left.

        Raises:
            ValueError: both belong to one source.
            KeyError: there is no such statement.
        """
        first, second = self._places[one], self._places[other]
        if first[0] == second[0]:
            raise ValueError(f"statements {one} and {other} belong to one source")
        return (one, other) if first < second else (other, one)

    def between(self, one: StatementId, other: StatementId) -> Match | None:
        """Return the match of two statements, live or not, whichever is named first."""
        number = self._of_pair.get((one, other)) or self._of_pair.get((other, one))
        return None if number is None else self._all[number]

    def of_statement(self, statement: StatementId) -> tuple[MatchId, ...]:
        """Return the live matches in which a statement stands, in the case's order."""
        live = [number for number in self._of_statement.get(statement, ()) if number in self._live]
        return tuple(sorted(live, key=self._key))

    def of_statements(self, statements: Iterable[StatementId]) -> list[Match]:
        """Return all matches, live or not, in which one of these statements stands, by their numbers."""
        numbers = {number for each in statements for number in self._of_statement.get(each, ())}
        return [self._all[number] for number in sorted(numbers)]

    def of_sources(self, sources: Iterable[SourceId]) -> list[MatchId]:
        """Return all matches, live or not, in which a statement of these sources stands."""
        wanted = set(sources)
        return [
            match.id
            for match in self._all.values()
            if self._places[match.left][0] in wanted or self._places[match.right][0] in wanted
        ]

    def sources_of(self, match: Match) -> tuple[SourceId, SourceId]:
        """Return the two sources that the match joins, the one that stands first at the left."""
        return SourceId(self._places[match.left][0]), SourceId(self._places[match.right][0])

    def _key(self, number: MatchId) -> tuple[Place, Place, MatchId]:
        match = self._all[number]
        return self._places[match.left], self._places[match.right], number
