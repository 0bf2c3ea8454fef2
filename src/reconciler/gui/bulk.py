"""Verdicts on many matches at once: chosen under the filters of the queue, looked at first, one act."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconciler.gui import messages
from reconciler.model import MatchId, StatementId, Verdict

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.gui.main_window import MainWindow

SURE = 90
THRESHOLDS = (99, 95, SURE, 80, 75)
"""From how many percent on, as they are shown, proposals can be confirmed together."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of matches, with what it is called where there are several."""

    name: str
    matches: tuple[MatchId, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a bulk act would decide, before anything is written; `first` is the option to begin with."""

    title: str
    verdict: Verdict
    options: tuple[Option, ...]
    first: int = 0


def sure(case: "Case", matches: Sequence[MatchId], threshold: int) -> tuple[MatchId, ...]:
    """Return those of the matches whose confidence is shown as so many percent or more."""
    live = case.matches
    return tuple([one for one in matches if round(live[one].confidence * 100) >= threshold])


def rivals(case: "Case", match: MatchId, end: StatementId, among: Sequence[MatchId]) -> tuple[MatchId, ...]:
    """Return the other matches of a statement with the same other source, in the order of `among`.

    A counterpart in a third source is no rival: a statement may have one in each.
    """
    live = case.matches
    ends = (live[match].left, live[match].right)
    sources = {case.statement(each).source for each in ends}

    def is_rival(one: MatchId) -> bool:
        other = live[one]
        both = {case.statement(each).source for each in (other.left, other.right)}
        return one != match and end in (other.left, other.right) and both == sources

    return tuple([one for one in among if is_rival(one)])


class BulkCommands(QObject):
    """The bulk acts of the table: each shows first what it would decide, and of what is shown alone."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def confirm_sure(self) -> None:
        """Confirm the proposals shown that are sure enough."""
        case, shown = self._session.case, self._window.queue.undecided_matches()
        if case is None:
            return
        if not case.score_visible:
            self._window.say(self.tr("Not while confidence is hidden"))
            return
        text = self.tr("{percent} and more", "proposals so likely")
        options = tuple(
            Option(text.format(percent=messages.percent(threshold / 100)), sure(case, shown, threshold))
            for threshold in THRESHOLDS
        )
        self._ask(Offer(self.tr("Confirm proposals"), Verdict.CONFIRMED, options, THRESHOLDS.index(SURE)))

    def reject_rest(self) -> None:
        """Reject the other proposals of a statement of the current match."""
        case, current = self._session.case, self._session.current
        if case is None or current is None:
            return
        shown, match = self._window.queue.undecided_matches(), case.matches[current]
        ends = (match.left, match.right)
        found = [rivals(case, current, end, shown) for end in ends]
        text = self.tr("Statement {number} of {letter}")
        options = [
            Option(text.format(number=statement.ordinal, letter=case.source(statement.source).letter), those)
            for statement, those in zip(map(case.statement, ends), found, strict=True)
        ]
        both = tuple([one for one in shown if one in found[0] or one in found[1]])
        options.append(Option(self.tr("Both statements"), both))
        focused = self._window.panes.focused_statement()
        first = 1 if focused == match.right or not found[0] else 0
        self._ask(Offer(self.tr("Reject the rest"), Verdict.REJECTED, tuple(options), first))

    def confirm_up_to_here(self) -> None:
        """Confirm the proposals shown from the first to the current match."""
        current = self._session.current
        if current is not None:
            shown = self._window.queue.undecided_up_to(current)
            option = Option(self.tr("Up to here"), shown)
            self._ask(Offer(self.tr("Confirm all up to here"), Verdict.CONFIRMED, (option,)))

    def name_actions(self) -> None:
        """Write into the menu how many proposals would be confirmed now."""
        case, action = self._session.case, self._window.actions_by_id["confirm_sure"]
        if case is not None and not case.score_visible:
            action.setText(self.tr("&Confirm proposals by confidence (it is hidden)"))
        elif case is not None:
            count = len(sure(case, self._window.queue.undecided_matches(), SURE))
            action.setText(self.tr("&Confirm the %n proposal(s) of 90 % and more…", None, count))

    def _ask(self, offer: Offer) -> None:
        """Show what would be decided; nothing is written before the analyst says so."""
        if not any(option.matches for option in offer.options):
            self._window.say(self.tr("No proposal in this list is meant by that"))
            return
        from reconciler.gui.dialogs.bulk import BulkDialog

        words = self._window.queue.filters.words()
        dialog = BulkDialog(self._session, self._window.theme, offer, words, self._window)
        dialog.chosen.connect(lambda matches: self._decide(matches, offer.verdict))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _decide(self, matches: Sequence[MatchId], verdict: Verdict) -> None:
        session = self._session
        self._window.inspector.commit_note()
        if not session.decide_all(matches, verdict):
            return
        session.clear_selection()
        self._window.say(self._done(len(matches), verdict))
        if session.current is not None and session.standing(session.current).verdict is not None:
            self._window.queue.next_undecided(1)

    def _done(self, count: int, verdict: Verdict) -> str:
        if verdict is Verdict.CONFIRMED:
            return self.tr("%n match(es) confirmed; one undo takes that back", None, count)
        return self.tr("%n match(es) rejected; one undo takes that back", None, count)
