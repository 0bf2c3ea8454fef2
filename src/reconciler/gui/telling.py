"""Notices over the case: what the user can mend, what is not saved yet; told again in another language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconciler.errors import UserError
from reconciler.gui.notice_bar import Choice
from reconciler.gui.problem_messages import problem_sentence
from reconciler.gui.recovering import Recovering

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow

PROBLEM, RECOVERED, UNSAVED = "problem", "recovered", "unsaved"
OF_ONE_CASE = ("updated", "aligned_again", "exported")
"""The notices of what was done in a case, which mean nothing over another one."""


class Telling(QObject):
    """Tells of problems and of decisions that wait in the window's notices."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._recovering = Recovering(window)
        self._problems: tuple[UserError, ...] = ()
        window.opening.problems.connect(self.problems)
        window.session.refused.connect(self._refused)
        window.session.unsaved_changed.connect(self._unsaved)

    def problems(self, errors: Sequence[UserError]) -> None:
        """Say what the user can mend, a sentence for each."""
        window, self._problems = self._window, tuple(errors)
        told = "\n".join(problem_sentence(error) for error in errors)
        window.notices.show_notice(PROBLEM, told, self._recovering.choices(errors))
        if window.session.case is None and not window.background.jobs:
            window.show_page(window.start_page)

    def again(self, notices: Sequence[str]) -> None:
        """Tell again what was told, in other words, by the notices' keys."""
        self._window.sharing.tell()
        self._window.gone_file.tell()
        self._unsaved()
        if PROBLEM in notices:
            self.problems(self._problems)

    def forget_problems(self) -> None:
        """Take back what was told of what went wrong: it is past."""
        for key in (PROBLEM, RECOVERED):
            self._window.notices.clear_notice(key)

    def forget_case(self) -> None:
        """Take back what was told of a case that is closed."""
        for key in OF_ONE_CASE:
            self._window.notices.clear_notice(key)

    def _refused(self, error: UserError) -> None:
        if not self._window.session.unsaved_acts:
            self.problems((error,))

    def _unsaved(self) -> None:
        session, notices = self._window.session, self._window.notices
        count, reason = session.unsaved_acts, session.unsaved_reason
        if not count or reason is None:
            notices.clear_notice(UNSAVED)
            return
        text = self.tr("%n decision(s) not saved.", None, count)
        again = Choice(self.tr("Try again now"), session.save_waiting)
        notices.show_notice(UNSAVED, f"{text} {problem_sentence(reason)}", [again], alarm=True, closes=False)
