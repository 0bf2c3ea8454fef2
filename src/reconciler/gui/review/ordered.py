"""All matches of the queue in an order of their own, told apart by verdict as verdicts come and go."""

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Mapping, Sequence

from reconciler.gui.review.arrangement import Arrangement, Filter, QueueItem
from reconciler.model import MatchId, Verdict


class Ordered:
    """Matches in an order in which a verdict moves nothing.

    A verdict among fifty thousand matches costs a few searches here, instead of several walks over all.
    """

    def __init__(self, items: Sequence[QueueItem]) -> None:
        self._matches = tuple([item.match for item in items])
        self._places: Mapping[MatchId, int] = dict(zip(self._matches, range(len(self._matches)), strict=True))
        self._items = dict(zip(self._matches, items, strict=True))
        self._with: dict[Verdict | None, list[MatchId]] = {verdict: [] for verdict in (None, *Verdict)}
        self._again = [item.match for item in items if item.again]
        for item in items:
            self._with[item.verdict].append(item.match)

    @property
    def places(self) -> Mapping[MatchId, int]:
        """The place of each match, from 0."""
        return self._places

    def refresh(self, item: QueueItem) -> None:
        """Take in what changed of a match."""
        old = self._items[item.match]
        self._items[item.match] = item
        if old.verdict is not item.verdict:
            self._take_out(self._with[old.verdict], item.match)
            insort(self._with[item.verdict], item.match, key=self._places.__getitem__)
        if old.again and not item.again:
            self._take_out(self._again, item.match)
        elif item.again and not old.again:
            insort(self._again, item.match, key=self._places.__getitem__)

    def change(
        self, places: Mapping[MatchId, int], gone: Collection[MatchId], come: Collection[QueueItem]
    ) -> None:
        """Take in that some matches went and others came: `places` are those of all there are now."""
        for match in gone:
            old = self._items.pop(match)
            self._take_out(self._with[old.verdict], match)
            if old.again:
                self._take_out(self._again, match)
        self._matches, self._places = tuple(places), places
        for item in come:
            self._items[item.match] = item
            insort(self._with[item.verdict], item.match, key=self._places.__getitem__)
            if item.again:
                insort(self._again, item.match, key=self._places.__getitem__)

    def arrangement(
        self, which: Filter, *, open_first: bool, found: Callable[[MatchId], bool] | None = None
    ) -> Arrangement:
        """Return the matches that a filter shows, of all or of those that `found` holds of, and the counts.

        With `open_first` what has a verdict comes behind what has none.
        """

        def count(matches: Sequence[MatchId]) -> int:
            return len(matches) if found is None else sum(map(found, matches))

        with_verdict = {verdict: count(matches) for verdict, matches in self._with.items()}
        counts = {one: sum(with_verdict[verdict] for verdict in one.verdicts) for one in Filter}
        counts[Filter.AGAIN] = count(self._again)
        shown = self._shown(which, open_first=open_first)
        return Arrangement(
            shown if found is None else tuple(filter(found, shown)), counts, len(self._with[None])
        )

    def _shown(self, which: Filter, *, open_first: bool) -> tuple[MatchId, ...]:
        if which is Filter.AGAIN:
            return tuple(self._again)
        if which is Filter.ALL:
            return self._open_first() if open_first else self._matches
        (verdict,) = which.verdicts
        return tuple(self._with[verdict])

    def _open_first(self) -> tuple[MatchId, ...]:
        decided = [match for match in self._matches if self._items[match].verdict is not None]
        return (*self._with[None], *decided)

    def _take_out(self, matches: list[MatchId], match: MatchId) -> None:
        del matches[bisect_left(matches, self._places[match], key=self._places.__getitem__)]
