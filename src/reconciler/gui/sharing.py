"""A case that others can reach as well: who has it, taking it over, where it lies, its conflict copies."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reconciler.errors import CaseError, Problem
from reconciler.gui.notice_bar import Choice
from reconciler.gui.problem_messages import problem_sentence
from reconciler.gui.workplace import capture

if TYPE_CHECKING:
    from reconciler.case import Case, Holder
    from reconciler.gui.main_window import MainWindow
    from reconciler.gui.ready import Ready

LOOK_MS, LONGEST_LOOK_MS = 2000, 30_000
_MOST_COPIES = 5
_NOTICES = ("read_only", "place", "taken", "conflict_of")


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """A conflict copy beside a case: how much it would bring, or why it can't be compared."""

    path: Path
    brings: int = 0
    problem: CaseError | None = None


def look_at(here: Path, other: Path) -> ConflictCopy:
    """Say what a conflict copy holds that the case lacks; runs on a worker, both are only read."""
    from reconciler.case import Case
    from reconciler.case.colleague import Colleague

    try:
        colleague = Colleague.read(other)
        with Case.open(here, read_only=True) as case:
            arrival = case.foresee_bringing_in(colleague)
    except CaseError as error:
        return ConflictCopy(other, problem=error)
    return ConflictCopy(other, arrival.rows + arrival.silences + arrival.left_out)


class Sharing(QObject):
    """Tells of a case that is open elsewhere, and opens it to change when it is free."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._copies: tuple[ConflictCopy, ...] = ()
        self._original: Path | None = None
        self._shown: tuple[str, ...] = ()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self._renewal = QTimer(self)
        self._renewal.timeout.connect(self.renew_hold)
        window.session.analyst_changed.connect(self.renew_hold)
        window.opening.given_up.connect(self._look_more_rarely)

    # From opening to closing ----------------------------------------------------------------

    def begin(self) -> None:
        """Tell how the case that was opened is shared, and look after that from now on."""
        case = self._window.session.case
        self._copies, self._original = (), None
        if case is None:
            return
        from reconciler.case import RENEWED_AFTER

        if case.holder is not None:
            self._look.start(LOOK_MS)
        elif not case.read_only:
            self._renewal.start(RENEWED_AFTER * 1000)
        self.tell()
        # After what opening has begun: its matches are wanted first.
        QTimer.singleShot(0, self, self._find_copies)

    def end(self) -> None:
        """Look after it no more: the case is closed."""
        self._look.stop()
        self._renewal.stop()
        self._copies, self._original = (), None
        for key in (*_NOTICES, *self._shown):
            self._window.notices.clear_notice(key)
        self._shown = ()

    def tell(self) -> None:
        """Say who has the case, and how it is written where it lies."""
        case, notices = self._window.session.case, self._window.notices
        if case is None or not case.read_only:
            notices.clear_notice("read_only")
        elif case.holder is None:
            notices.show_notice(
                "read_only", self.tr("This case is open for reading only: nothing is changed in it.")
            )
        else:
            notices.show_notice("read_only", self._held(case.holder))
        if case is None or case.read_only or case.has_log:
            notices.clear_notice("place")
        else:
            notices.show_notice("place", self._journalled())
        self._tell_copies()

    def _held(self, holder: "Holder") -> str:
        name = holder.analyst or self.tr("Somebody")
        since = QDateTime.fromString(holder.since, Qt.DateFormat.ISODate).toLocalTime()
        when = QLocale().toString(since, QLocale.FormatType.ShortFormat)
        if not holder.since:
            who = self.tr("This case is open in another window, or another program writes to it.")
        elif holder.is_here:
            who = self.tr("{name} has this case open in another window since {when}.")
        else:
            who = self.tr("{name} has this case open on {machine} since {when}.")
        told = who.format(name=name, machine=holder.machine, when=when)
        what = self.tr("Here it is open for reading only; it can be changed as soon as it is closed there.")
        return f"{told} {what}"

    def _journalled(self) -> str:
        return self.tr(
            "This case lies in a network folder, or on a disk where SQLite’s usual log does not work: "
            "decisions are written with a journal instead, as safe and a little slower."
        )

    # Taking over ----------------------------------------------------------------------------

    def look(self) -> None:
        """Open the case to change it, where whoever had it is gone; the analyst stays where they are."""
        window, case = self._window, self._window.session.case
        busy = QApplication.activeModalWidget() or QApplication.activePopupWidget() or window.background.jobs
        if case is None or case.holder is None or busy or window.tool_bar.find_field.hasFocus():
            return
        if not window.session.file.look():
            return  # `GoneFile` tells; it may come back
        from reconciler.case import is_held

        if case.path.exists() and is_held(case.path):
            self._renew_holder(case)
            return
        window.opening.take_up(
            case.path, self._take_over, lambda error: self._give_up(case, error), or_read=False
        )

    def _take_over(self, fresh: "Case", ready: "Ready | None") -> None:
        if fresh.read_only:
            fresh.close()
            self._look_more_rarely()
            return
        self._go_on_in(fresh, ready)
        self._window.notices.show_notice(
            "taken",
            self.tr("The case was closed elsewhere: it is shown as it is now, and you can change it."),
        )

    def _renew_holder(self, case: "Case") -> None:
        from reconciler.case import holder_of

        found = holder_of(case.path)
        if found.since and found != case.holder:
            case.holder = found
            self.tell()

    def _give_up(self, case: "Case", error: Exception) -> None:
        """Whoever had it moved or deleted it: what is shown stays readable as far as it is in memory."""
        if not isinstance(error, CaseError):
            self._window.opening.failed.emit(error)
            return
        if error.problem is Problem.LOCKED:
            self._look_more_rarely()  # another program writes to it, and to find that takes a second
            return
        self._look.stop()
        case.holder = None
        self.tell()
        self._window.telling.problems((error,))

    def _look_more_rarely(self) -> None:
        """Also when the analyst did not want to wait until it was read."""
        self._look.setInterval(min(2 * self._look.interval(), LONGEST_LOOK_MS))

    def _go_on_in(self, fresh: "Case", ready: "Ready | None") -> None:
        if not fresh.read_only:
            with suppress(CaseError):  # where the analyst is, is no decision
                fresh.save_view_state(capture(self._window).to_json())
        self._window.opening.show_case(fresh, ready)

    def renew_hold(self) -> None:
        """Tell other machines that the case is open here; after a long sleep one may have it by now."""
        session = self._window.session
        case = session.case
        if case is None or case.read_only or case.renew_hold() or session.unsaved_acts:
            return
        opening = self._window.opening
        opening.take_up(case.path, self._go_on_in, opening.tell_failure, or_read=True)

    # Conflict copies ------------------------------------------------------------------------

    def _find_copies(self) -> None:
        window, case = self._window, self._window.session.case
        if case is None:
            return
        from reconciler.case import conflict_copies, conflict_copy_of

        here, self._original = case.path, conflict_copy_of(case.path)
        self._tell_copies()
        if copies := conflict_copies(here)[:_MOST_COPIES]:
            window.background.run(
                self.tr("Looking at conflict copies…"),
                lambda _task: tuple(look_at(here, each) for each in copies),
                lambda found: self._found(here, found),
                window.opening.failed.emit,
            )

    def _found(self, here: Path, copies: Sequence[ConflictCopy]) -> None:
        case = self._window.session.case
        if case is not None and case.path == here:
            self._copies = tuple(copies)
            self._tell_copies()

    def _tell_copies(self) -> None:
        if self._original is not None:
            told = self.tr("This is a conflict copy of {name}, made by a synchronised folder.")
            choice = self._open_choice(self._original)
            self._window.notices.show_notice("conflict_of", told.format(name=self._original.name), [choice])
        keys = []
        for copy in self._copies:
            keys.append(f"conflict {copy.path.name}")
            self._window.notices.show_notice(keys[-1], self._copy_words(copy), self._copy_choices(copy))
        self._shown = tuple(keys)

    def _copy_words(self, copy: ConflictCopy) -> str:
        told = self.tr("A synchronised folder put a conflict copy beside this case: {name}.")
        if copy.problem is not None and copy.problem.problem is Problem.OTHER_SOURCES:
            what = self.tr("It compares other articles by now: open it to see what it holds.")
        elif copy.problem is not None:
            what = problem_sentence(copy.problem)
        elif copy.brings:
            what = self.tr("It holds %n decision(s) that this case lacks.", "", copy.brings)
        else:
            what = self.tr("It holds no decision that this case lacks, and can be deleted.")
        return f"{told.format(name=copy.path.name)} {what}"

    def _copy_choices(self, copy: ConflictCopy) -> list[Choice]:
        if copy.problem is None and copy.brings:
            return [Choice(self.tr("Compare and merge…"), lambda: self._merge(copy))]
        if copy.problem is not None and copy.problem.problem is Problem.OTHER_SOURCES:
            return [self._open_choice(copy.path)]
        return []

    def _open_choice(self, path: Path) -> Choice:
        def open_it() -> None:
            self._window.opening.open_case(path)

        return Choice(self.tr("Open {name}").format(name=path.stem), open_it)

    def _merge(self, copy: ConflictCopy) -> None:
        self._copies = tuple(each for each in self._copies if each != copy)
        self._window.notices.clear_notice(f"conflict {copy.path.name}")
        self._window.commands.colleague.compare_with(copy.path)
