"""What the analyst does by hand: select, pin, move a match, split a group, say that nothing corresponds."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconciler.gui import messages
from reconciler.gui.background import Job
from reconciler.gui.candidates import is_known
from reconciler.gui.learning import Material
from reconciler.gui.mending import HINT_MS
from reconciler.gui.views import View
from reconciler.gui.waiting_acts import PendingAct
from reconciler.model import MatchId, SourceId, StatementId, Verdict

if TYPE_CHECKING:
    from reconciler.case.intake import LinedUp
    from reconciler.gui.dialogs.silence import SilenceDialog
    from reconciler.gui.main_window import MainWindow


class HandCommands(QObject):
    """Acts on the statement in use, or on the current match, that no proposal stands behind."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._job: Job[LinedUp] | None = None
        panes = window.panes
        panes.end_chosen.connect(self._move_end)
        panes.end_moved.connect(self._show_end)
        panes.end_left.connect(lambda: window.say(""))

    def select(self) -> None:
        """Select the statement that the keys act on, or not any more."""
        if not self._window.panes.toggle_selected():
            self._window.say(self.tr("Choose a statement in one of the articles first"))

    def pin(self) -> None:
        """Keep the current match at hand, or not any more."""
        session, match = self._session, self._session.current
        if session.case is None or match is None:
            return
        pinned = not session.case.is_pinned(match)
        act = PendingAct(lambda case: case.set_pin(match, pinned), (match,))
        if session.perform_act(act):
            self._window.say(self.tr("Pinned: kept at hand") if pinned else self.tr("Not pinned any more"))

    # Groups and ends ------------------------------------------------------------------------------

    def split_group(self) -> None:
        """Show the confirmed matches that hang together with the current one; take away what is left out."""
        case, match = self._session.case, self._session.current
        if case is None or match is None:
            return
        self._window.inspector.commit_note()
        group = case.group_of(match)
        if len(group) < 2:
            self._window.say(
                self.tr("No group to split: no other confirmed match hangs together with this one")
            )
            return
        from reconciler.gui.dialogs.split_group import SplitGroupDialog

        dialog = SplitGroupDialog(self._session, self._window.theme, group, self._window)
        dialog.chosen.connect(self._part)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _part(self, matches: Sequence[MatchId]) -> None:
        act = PendingAct(
            lambda case: case.split_group(matches),
            tuple(matches),
            lambda before: replace(before, verdict=Verdict.REJECTED, relation=None),
        )
        if self._session.perform_act(act):
            text = self.tr("%n match(es) taken away; one undo brings them back", None, len(matches))
            self._window.say(text)

    def retarget(self) -> None:
        """Let the keys choose another statement for an end of the current match.

        The end is that in the article that has the keys or, with the keys elsewhere, the right one.
        """
        case, current = self._session.case, self._session.current
        if case is None or current is None:
            return
        window = self._window
        window.inspector.commit_note()
        window.panes.show_match(current)
        match, pane = case.matches[current], window.panes.focused_pane()
        shown = window.panes.shown_sources()
        at_left = pane is not None and case.statement(match.left).source == shown[pane]
        if not window.panes.begin_picking(match.left if at_left else match.right):
            window.say(self.tr("This match is not shown in the articles"))

    def _show_end(self, old: StatementId, new: StatementId) -> None:
        case, current = self._session.case, self._session.current
        if case is None or current is None:
            return
        other = self._opposite(current, old)
        if other is None:
            return
        name = messages.match_name(case, case.matches[current])
        text = self.tr("Move {match}: ↑ ↓ or a click choose the statement, Enter moves it, Esc leaves it")
        if new != old:
            text = self.tr("Move {match} to {other}: Enter moves it, Esc leaves it")
        left, right = (new, other) if old == case.matches[current].left else (other, new)
        words = text.format(match=name, other=messages.pair_name(case, left, right))
        self._window.status.say(words, HINT_MS)

    def _opposite(self, match: MatchId, end: StatementId) -> StatementId | None:
        case = self._session.case
        found = case.matches.get(match) if case is not None else None
        if found is None or end not in (found.left, found.right):
            return None
        return found.right if end == found.left else found.left

    def _move_end(self, old: StatementId, new: StatementId) -> None:
        session, case, match = self._session, self._session.case, self._session.current
        other = self._opposite(match, old) if match is not None else None
        if case is None or match is None or other is None:
            return
        before = messages.match_name(case, case.matches[match])
        scores = session.proposing.scores_of((other,), (new,))
        act = PendingAct(
            lambda case: case.retarget(match, old, new, scores),
            (match,),
            lambda before: replace(before, verdict=Verdict.REJECTED, relation=None),
        )
        with self._window.panes.keeping_still(new):
            done = session.perform_act(act)
            made = case.match_between(other, new) if done else None
            session.set_current(made.id if made is not None else session.current)
        if made is not None:
            text = self.tr("{match} moved to {other}")
            self._window.say(text.format(match=before, other=messages.match_name(case, made)))

    # Nothing corresponds ------------------------------------------------------------------------

    def silence(self) -> None:
        """Show what may correspond to the statement in use; then keep that nothing does, or link it.

        In the claims view it is the current cell of which that is said.
        """
        if self._window.views.shown is View.CLAIMS:
            self._window.commands.claims.searched()
            return
        case, statement = self._session.case, self._statement()
        if case is None:
            return
        if statement is None:
            self._window.say(self.tr("Choose a statement in one of the articles first"))
            return
        if not self._session.is_present(statement):
            self._window.say(self.tr("This is a former version: nothing is changed in it"))
            return
        own = case.statement(statement).source
        others = [source.id for source in case.sources if source.id != own]
        if not others:
            self._window.say(self.tr("There is no other source to search"))
            return
        shown = [source for source in self._window.panes.shown_sources() if source != own]
        from reconciler.gui.dialogs.silence import SilenceDialog

        first = shown[0] if shown else others[0]
        dialog = SilenceDialog(self._session, self._window.theme, statement, first, self._window)
        dialog.source_wanted.connect(lambda source: self._search(dialog, statement, source))
        dialog.confirmed.connect(lambda source, on: self._say_silence(statement, source, searched=on))
        dialog.linked.connect(lambda other: self._link(statement, other))
        dialog.finished.connect(self._give_up)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._search(dialog, statement, first)

    def _statement(self) -> StatementId | None:
        """Return the statement in use: at the keys, selected last, or the left one of the current match."""
        found = self._window.panes.statement_in_use()
        case, current = self._session.case, self._session.current
        if found is None and case is not None and current is not None:
            return case.matches[current].left
        return found

    def _search(self, dialog: "SilenceDialog", statement: StatementId, source: SourceId) -> None:
        """Have the model look at the sources, unless it did since the case was opened."""
        case = self._session.case
        if case is None or is_known(self._session, statement, source) or self._job is not None:
            return

        def done(found: "LinedUp") -> None:
            self._job = None
            if self._session.case is case:
                self._session.proposing.keep_scores(found.alignments)
                dialog.renew()

        material = Material.of(case, case.settings, case.judgements())
        self._job = self._window.lining_up.with_languages(
            self.tr("Searching…"), material.line_up, done, self._window.opening.failed.emit
        )

    def _give_up(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _say_silence(self, statement: StatementId, source: SourceId, *, searched: bool) -> None:
        session, window = self._session, self._window
        case = session.case
        if case is None:
            return
        window.inspector.commit_note()
        ends = [(one, case.matches[one]) for one in case.matches_of(statement)] if searched else []
        pending = tuple(
            number
            for number, match in ends
            if session.standing(number).verdict is None
            and case.statement(match.right if match.left == statement else match.left).source == source
        )
        act = PendingAct(
            lambda case: case.set_silence(statement, source, searched),
            pending,
            lambda before: replace(before, verdict=Verdict.REJECTED),
        )
        if not session.perform_act(act):
            return
        name, letter = messages.statement_name(case, statement), case.source(source).letter
        text = (
            self.tr("{statement}: searched, nothing in {letter}")
            if searched
            else self.tr("{statement}: to be searched in {letter} again")
        )
        window.say(text.format(statement=name, letter=letter))
        if session.current in pending and window.panes.focused_pane() is None:
            window.queue.next_undecided(1)

    def _link(self, statement: StatementId, other: StatementId) -> None:
        self._window.inspector.commit_note()
        if self._session.link_statements(((statement,), (other,))):
            self._session.clear_selection()
