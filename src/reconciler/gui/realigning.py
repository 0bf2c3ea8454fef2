"""Aligning what is undecided again: with another reach, or with and without what was learnt."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reconciler.alignment import Settings
from reconciler.gui import messages
from reconciler.gui.background import Job
from reconciler.gui.learning import Ends, Material
from reconciler.gui.matching_messages import Effect, MatchingCounts, learning_words, lesson_words
from reconciler.gui.notice_bar import Choice
from reconciler.model import Change

if TYPE_CHECKING:
    from reconciler.alignment import Lesson, PairAlignment
    from reconciler.case import Case
    from reconciler.case.intake import LinedUp
    from reconciler.gui.dialogs.matching import MatchingDialog
    from reconciler.gui.main_window import MainWindow

Pairs: TypeAlias = dict[Ends, float]
NOTICE = "aligned_again"
MANY = 1000
"""Proposals that take so long to write that the window says what it does meanwhile."""
MOST_FORESEEN = 4_000_000
"""Pairs of statements up to which it is shown beforehand what another reach would do."""


class AlignCommands(QObject):
    """What counts as a match, aligning the rest again, learning on and off.

    Aligning goes on in the background, one at a time; what comes of it is one act of the case.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._job: Job[LinedUp] | None = None
        self._dialog: MatchingDialog | None = None
        self._foreseen: tuple[Settings, LinedUp] | None = None
        self._session.opened.connect(self._begin)
        self._session.changed.connect(self._follow)
        self._session.closing.connect(self._end)
        window.background.progressed.connect(self._show_share)
        window.learning.renewed.connect(self._explain_learning)
        window.learning.ranked.connect(self._tell_ranked)
        self._begin()

    # Acts -------------------------------------------------------------------------------------

    def again(self) -> None:
        """Align what is undecided again, as the case is set."""
        case = self._session.case
        if case is not None:
            self._align(case.settings)

    def matching(self) -> None:
        """Show what counts as a match, and what the decisions teach."""
        from reconciler.gui.dialogs.matching import MatchingDialog

        case = self._session.case
        if case is None:
            return
        window = self._window
        dialog = MatchingDialog(case.settings.reach, window.actions_by_id["learn"], window.theme, window)
        self._dialog = dialog
        dialog.tried.connect(self._foresee)
        dialog.applied.connect(self._apply)
        dialog.finished.connect(self._forget_dialog)
        dialog.finished.connect(dialog.deleteLater)
        self._explain_learning()
        dialog.open()

    def learn(self) -> None:
        """Let the verdicts move the ranking, or not; what is undecided is ranked anew at once."""
        case = self._session.case
        if case is None:
            return
        settings = replace(case.settings, learn=not case.settings.learn)
        self._session.perform(lambda case: case.set_settings(settings))
        self._show_whether_learning()
        ground = self._window.learning.ground()
        if ground is not None and self._dialog is None:
            self._window.say(learning_words(ground, self._window.learning.lesson))

    # Aligning ---------------------------------------------------------------------------------

    def _apply(self, reach: float) -> None:
        case = self._session.case
        if case is None:
            return
        settings = replace(case.settings, reach=reach)
        known, self._foreseen = self._foreseen, None
        if known is not None and known[0] == settings:
            self._take(case, settings, known[1])
        else:
            self._align(settings)

    def _align(self, settings: Settings) -> None:
        case = self._session.case
        if case is None:
            return
        if len(case.sources) < 2:
            self._window.say(self.tr("One article alone has nothing to be aligned with"))
            return
        self._cancel()
        self._window.notices.clear_notice(NOTICE)
        self._run(case, settings, lambda found: self._take(case, settings, found))

    def _run(self, case: "Case", settings: Settings, then: "Callable[[LinedUp], None]") -> None:
        def done(found: "LinedUp") -> None:
            self._job = None
            if self._session.case is case:
                then(found)

        material = Material.of(case, settings, case.judgements())
        self._job = self._window.lining_up.with_languages(
            self.tr("Aligning the rest again…"),
            material.line_up,
            done,
            self._window.opening.failed.emit,
        )

    def _take(self, case: "Case", settings: Settings, found: "LinedUp") -> None:
        """Put what was found into the case, as one act; where nothing changes none is written."""
        from reconciler.alignment import MODEL
        from reconciler.case.intake import run_settings

        before = undecided(case)
        self._session.proposing.record_signals(found.signals)
        if settings == case.settings and case.is_aligned and before == foreseen(case, found.alignments):
            self._session.proposing.keep_scores(found.alignments)
            self._window.say(self.tr("Aligned again: nothing changes"))
            return
        with self._patience(sum(len(each.proposals) for each in found.alignments)):
            kept = run_settings(settings, found)
            done = self._session.proposing.realign(MODEL, kept, settings, found.alignments)
        if done:
            effect = _effect(before, undecided(case))
            undo = Choice(self.tr("Undo"), self._window.actions_by_id["undo"].trigger)
            self._window.notices.show_notice(NOTICE, MatchingCounts().aligned_again(effect), [undo])

    @contextmanager
    def _patience(self, proposals: int) -> Iterator[None]:
        """Show that the window is at work: one act is one transaction, and thousands take a moment."""
        if proposals < MANY:
            yield
            return
        self._window.say(self.tr("Taking in %n proposal(s)…", None, proposals))
        self._window.status.repaint()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        finally:
            QApplication.restoreOverrideCursor()
            self._window.say("")

    def _cancel(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    # Beforehand -------------------------------------------------------------------------------

    def _foresee(self, reach: float) -> None:
        """Say what another reach would do, once it is known; of very long articles that takes too long."""
        case, dialog = self._session.case, self._dialog
        if case is None or dialog is None:
            return
        self._cancel()
        settings = replace(case.settings, reach=reach)
        if len(case.sources) < 2 or _pairs(case) > MOST_FORESEEN:
            dialog.show_effect("")
            return

        def show(found: "LinedUp") -> None:
            if self._dialog is dialog:
                self._foreseen = settings, found
                effect = _effect(undecided(case), foreseen(case, found.alignments))
                dialog.show_effect(MatchingCounts().foreseen(effect))

        dialog.show_effect(self.tr("Seeing what that gives…"))
        self._run(case, settings, show)

    def _show_share(self, job: Job[object], share: float) -> None:
        if self._dialog is not None and job is self._job:
            text = self.tr("Seeing what that gives… {percent}")
            self._dialog.show_effect(text.format(percent=messages.percent(share)))

    def _forget_dialog(self, result: int) -> None:
        self._dialog = self._foreseen = None
        if not result:
            self._cancel()

    # Keeping up -------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._show_whether_learning()

    def _end(self) -> None:
        self._cancel()
        self._foreseen = None
        self._window.notices.clear_notice(NOTICE)
        if self._dialog is not None:
            self._dialog.reject()

    def _follow(self, change: Change) -> None:
        """Take what was said of the last alignment for past with the next act."""
        if change.entry is not None:
            self._foreseen = None
            self._window.notices.clear_notice(NOTICE)
            self._show_whether_learning()

    def _show_whether_learning(self) -> None:
        case = self._session.case
        self._window.actions_by_id["learn"].setChecked(case is not None and case.settings.learn)

    def _explain_learning(self) -> None:
        if self._dialog is not None:
            learning = self._window.learning
            ground = learning.ground()
            self._dialog.show_learning("" if ground is None else learning_words(ground, learning.lesson))

    def _tell_ranked(self, before: "Lesson | None") -> None:
        """Say it when learning begins or ends; that it goes on is no news."""
        lesson = self._window.learning.lesson
        if lesson is not None and before is None:
            self._window.say(lesson_words(lesson))
        elif lesson is None and before is not None:
            self._window.say(self.tr("What is left is ranked as the program came"))


def undecided(case: "Case") -> Pairs:
    """Return the pairs of statements that wait for a verdict, with their confidence."""
    return {
        (match.left, match.right): match.confidence
        for number, match in case.matches.items()
        if case.standing(number).verdict is None
    }


def foreseen(case: "Case", alignments: "Sequence[PairAlignment]") -> Pairs:
    """Return what would wait for a verdict after aligning again: what was decided or noted stays."""
    decided, kept = set(), {}
    for number, match in case.matches.items():
        standing = case.standing(number)
        if standing.verdict is not None:
            decided.add((match.left, match.right))
        elif standing.note or case.is_flagged(number):
            kept[match.left, match.right] = match.confidence
    proposed = {
        (each.left, each.right): each.confidence for alignment in alignments for each in alignment.proposals
    }
    return {pair: value for pair, value in (kept | proposed).items() if pair not in decided}


def _effect(before: Pairs, after: Pairs) -> Effect:
    return Effect(len(before.keys() - after.keys()), len(after.keys() - before.keys()))


def _pairs(case: "Case") -> int:
    """Return about how many pairs of statements an alignment of the case looks at."""
    sizes = [len(case.statements(source.id)) for source in case.sources]
    return (sum(sizes) ** 2 - sum(size**2 for size in sizes)) // 2
