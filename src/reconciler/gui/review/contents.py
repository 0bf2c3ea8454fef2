"""What the queue knows of all matches of the case, kept up to date match by match."""

from collections.abc import Callable, Iterable

from reconciler.gui.review.arrangement import QueueItem, fold, terms
from reconciler.gui.session import Session
from reconciler.model import MatchId, StatementId, Verdict


class QueueContents:
    """All live matches in document order with their verdicts, and their text to look things up in."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._items: list[QueueItem] = []
        self._places: dict[MatchId, int] = {}
        self._statements: dict[StatementId, str] = {}
        self._texts: dict[MatchId, str] = {}

    def __contains__(self, match: object) -> bool:
        return match in self._places

    @property
    def items(self) -> list[QueueItem]:
        """All matches in document order."""
        return self._items

    def verdict(self, match: MatchId) -> Verdict | None:
        """Return the verdict of a match; None also for one that is not live."""
        place = self._places.get(match)
        return None if place is None else self._items[place].verdict

    def fill(self) -> None:
        """Take all matches in anew."""
        case = self._session.case
        self._statements.clear()
        self._texts.clear()
        self._items = [] if case is None else [self._item(match) for match in case.matches]
        self._places = {item.match: place for place, item in enumerate(self._items)}

    def refresh(self, matches: Iterable[MatchId]) -> None:
        """Take in what changed of these matches."""
        for match in matches:
            place = self._places.get(match)
            if place is not None:
                self._items[place] = self._item(match)
                self._texts.pop(match, None)

    def finder(self, text: str) -> Callable[[MatchId], bool] | None:
        """Return what says whether a match holds each of the words typed; None when none were."""
        wanted = terms(text)
        if not wanted:
            return None

        def found(match: MatchId) -> bool:
            haystack = self._text(match)
            return all(word in haystack for word in wanted)

        return found

    def _item(self, match: MatchId) -> QueueItem:
        case = self._session.case
        assert case is not None  # noqa: S101
        verdict = self._session.standing(match).verdict
        again = verdict is None and case.is_flagged(match)
        return QueueItem(match, verdict, case.matches[match].confidence, again)

    def _text(self, match: MatchId) -> str:
        known = self._texts.get(match)
        if known is None:
            case = self._session.case
            assert case is not None  # noqa: S101
            ends = case.matches[match]
            parts = (
                self._statement(ends.left),
                self._statement(ends.right),
                fold(self._session.standing(match).note),
            )
            known = self._texts[match] = "\n".join(parts)
        return known

    def _statement(self, statement: StatementId) -> str:
        known = self._statements.get(statement)
        if known is None:
            case = self._session.case
            assert case is not None  # noqa: S101
            known = self._statements[statement] = fold(case.statement(statement).text)
        return known
