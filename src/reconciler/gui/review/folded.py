"""The statements of a case without case and accents, to look words up in while they are typed."""

import time
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from reconciler.gui.review.arrangement import fold
from reconciler.model import StatementId

if TYPE_CHECKING:
    from reconciler.case import Case

APART = "\x1f"
AT_ONCE = 100


class FoldedStatements:
    """Folded texts by statement. They are folded many at once: one by one takes ten times as long.

    A statement never changes, so what was folded stays as long as the case does.
    """

    def __init__(self) -> None:
        self._case: Case | None = None
        self._texts: dict[StatementId, str] = {}
        self._missing: list[StatementId] = []
        self._word, self._held = "", dict[StatementId, str]()

    def follow(self, case: "Case | None", statements: Iterable[StatementId]) -> None:
        """Take in which statements words will be looked up in, each named once."""
        if case is not self._case:
            self._case = case
            self._texts.clear()
        self._word, self._held = "", {}
        self._missing = [one for one in statements if one not in self._texts]

    def add(self, statements: Iterable[StatementId]) -> None:
        """Take in that words will be looked up in these as well."""
        new = [one for one in dict.fromkeys(statements) if one not in self._texts]
        if new:
            self._word, self._held = "", {}
            self._missing += new

    def fold_for(self, seconds: float) -> bool:
        """Fold what is missing for about so long; answers whether more is to do."""
        end = time.perf_counter() + seconds
        while self._missing and time.perf_counter() < end:
            self._fold_some()
        return bool(self._missing)

    def holding(self, word: str) -> AbstractSet[StatementId]:
        """Return the statements that hold a folded word, also in the middle of another."""
        while self._missing:
            self._fold_some()
        # Of what a word grows from while it is typed, all that holds the longer one is held by.
        known = self._held if self._word and self._word in word else self._texts
        self._held = {statement: text for statement, text in known.items() if word in text}
        self._word = word
        return self._held.keys()

    def _fold_some(self) -> None:
        some, self._missing = self._missing[-AT_ONCE:], self._missing[:-AT_ONCE]
        case = self._case
        if case is not None:
            texts = [case.statement(one).text.replace(APART, " ") for one in some]
            self._texts.update(zip(some, fold(APART.join(texts)).split(APART), strict=True))
