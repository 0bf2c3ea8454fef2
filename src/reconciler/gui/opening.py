"""From files to a case on screen: reading and cutting on the worker, acts on the GUI thread."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from reconciler.errors import CaseError, Problem, UserError
from reconciler.gui.background import Background, Job, Task
from reconciler.gui.intake_work import Intake, make_of_export, take_in
from reconciler.gui.lining_up import LiningUp
from reconciler.gui.messages import Counts
from reconciler.gui.ready import Ready
from reconciler.gui.session import Session
from reconciler.gui.view_state import ViewState
from reconciler.model import SourceDraft

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.case.loading import Held, Loaded
    from reconciler.case.records import FirstLook

CASE_SUFFIX = ".reconciler"
EXPORT_SUFFIX = ".json"


class Opening(QObject):
    """Opens cases and articles in a session, and has `lining_up` align them."""

    case_shown = Signal(object)
    previewed = Signal(object, object)
    given_up = Signal()
    problems = Signal(object)
    failed = Signal(object)
    _looked = Signal(object, object)

    def __init__(
        self, session: Session, background: Background, lining_up: LiningUp, cases: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self.lining_up = lining_up
        self._cases = cases
        self._loading: Job[tuple[Loaded, Ready]] | None = None
        self._held: Held | None = None
        self.recent: Callable[[], Sequence[Path]] = tuple
        self.may_leave: Callable[[Callable[[], object], Callable[[], object]], bool] = _at_once
        lining_up.failed.connect(self.tell_failure)
        background.busy_changed.connect(self._look_after_loading)
        self._looked.connect(self._preview, Qt.ConnectionType.QueuedConnection)

    def warm_up(self, then: Callable[[], None]) -> None:
        """Import what opening a case needs on the worker, so that the window paints first."""

        def work(_task: Task) -> None:
            from reconciler import case
            from reconciler.gui import ready

            case.preload()
            ready.preload()

        self._run(QCoreApplication.translate("Opening", "Starting…"), work, lambda _none: then())

    def open_any(self, paths: Sequence[Path]) -> None:
        """Open what was given or dropped: a case file, or articles as a case."""
        cases = [path for path in paths if path.suffix == CASE_SUFFIX]
        if cases:
            self.open_case(cases[0])
        elif len(paths) == 1 and paths[0].suffix.lower() == EXPORT_SUFFIX:
            self.open_export(paths[0])
        elif paths:
            self.open_articles(paths)

    # Cases ----------------------------------------------------------------------------------

    def open_case(self, path: Path, *, read_only: bool = False, at_once: bool = False) -> bool:
        """Open a case file, for reading only where another window has it.

        What is wrong with it is told, and the case that is open stays. A large one is read by a
        worker, unless it has to be there `at_once`: the answer says then that it is on its way.
        """
        from reconciler.case import Case

        path = path.absolute()
        shown = self._session.case
        if shown is not None and shown.path == path and (not shown.read_only or shown.is_in_place):
            return True
        self.give_up()
        if shown is not None and not shown.read_only and shown.is_file_at(path):
            # It was moved: open twice at once, each with a log of its own, it would be damaged.
            again = partial(self.open_case, path, read_only=read_only, at_once=at_once)
            if self._session.unsaved_acts and not self.may_leave(again, lambda: None):
                return True
            self._session.set_case(None)
        try:
            if not at_once and self._load(path, self.show_case, self.tell_failure, read_only=read_only):
                return True
            analyst = self._session.analyst or None
            if read_only:
                case = Case.open(path, read_only=True, analyst=analyst)
            else:
                case = Case.open_or_read(path, analyst=analyst)
        except CaseError as error:
            self.problems.emit((error,))
            return False
        self.show_case(case)
        return True

    def take_up(
        self,
        path: Path,
        then: "Callable[[Case, Ready | None], None]",
        failed: Callable[[Exception], None],
        *,
        or_read: bool,
    ) -> None:
        """Open the case that is shown once more, as it is on the disk by now, and give it to `then`.

        With it goes what is ready of it for the views, see `show_case`.

        A large one is read by a worker, while the one that is shown stays. Where another window has it, it
        is opened for reading only, or without `or_read` fails as LOCKED.
        """
        from reconciler.case import Case

        analyst = self._session.analyst or None
        try:
            if self._load(path, then, failed, or_read=or_read):
                return
            case = (Case.open_or_read if or_read else Case.open)(path, analyst=analyst)
        except CaseError as error:
            failed(error)
        else:
            then(case, None)

    def show_case(self, case: "Case", ready: Ready | None = None) -> None:
        """Show a case that was opened, and have its matches proposed, once the present one may be left."""
        if not self.may_leave(lambda: self.show_case(case, ready), case.close):
            return
        self._background.cancel_all()
        self._session.set_case(case, ready)
        self.case_shown.emit(case.path)
        self.lining_up.work_through()

    def _load(
        self,
        path: Path,
        then: "Callable[[Case, Ready | None], None]",
        failed: Callable[[Exception], None],
        *,
        read_only: bool = False,
        or_read: bool = True,
    ) -> bool:
        """Have the worker read a case; answers False for one that is better opened at once.

        Raises:
            CaseError: it can't be opened.
        """
        from reconciler.case import loading

        held = loading.hold(path, read_only=read_only, analyst=self._session.analyst)
        if held is None:
            return False
        if held.holder is not None and not or_read:
            raise CaseError(Problem.LOCKED, str(path))
        is_first, score_visible = self._session.case is None, not self._session.blind

        def work(task: Task) -> "tuple[Loaded, Ready]":
            if is_first and not task.cancelled():
                look = loading.first_look(held, lambda kept: ViewState.from_json(kept).sources)
                self._looked.emit(held, look)
            loaded = loading.load(held)
            return loaded, Ready.of(loaded.outset(), score_visible=score_visible)

        def give_up(error: Exception) -> None:
            self.give_up()
            failed(error)

        name = QCoreApplication.translate("Opening", "Opening {name}…").format(name=path.stem)
        done = partial(self._have_loaded, held, then, failed)
        self._loading = self._background.run(name, work, done, give_up)
        self._held = held
        return True

    def _have_loaded(
        self,
        held: "Held",
        then: "Callable[[Case, Ready | None], None]",
        failed: Callable[[Exception], None],
        found: "tuple[Loaded, Ready]",
    ) -> None:
        """Open the case that the worker has read, and give it on."""
        from reconciler.case import Case

        self._held = None
        loaded, ready = found
        try:
            case = Case.of_loaded(held, loaded, analyst=self._session.analyst or None)
        except CaseError as error:
            failed(error)
        else:
            then(case, ready)

    def _preview(self, held: "Held", look: "FirstLook") -> None:
        if held is self._held and self._session.case is None:
            self.previewed.emit(held.path, look)

    def give_up(self) -> None:
        """Open no case that is still being read."""
        held, self._held = self._held, None
        if held is not None:
            held.release()
        if self._loading is not None:
            self._loading.cancel()
            self._loading = None

    def _look_after_loading(self) -> None:
        """Let go of a file whose reading was cancelled with all other work."""
        if self._held is not None and self._loading not in self._background.jobs:
            self.give_up()
            self.given_up.emit()

    def open_export(self, document: Path) -> None:
        """Make a case of an exported document and open it; another JSON file is read as an article."""
        folder = self._cases

        def work(_task: Task) -> Path | None:
            from reconciler.case.import_reader import is_export

            return make_of_export(document, folder) if is_export(document) else None

        def done(made: Path | None) -> None:
            if made is None:
                self.open_articles([document])
            else:
                self.open_case(made)

        self._run(QCoreApplication.translate("Opening", "Importing the case…"), work, done)

    # Articles -------------------------------------------------------------------------------

    def open_articles(self, paths: Sequence[Path]) -> None:
        """Make a case of articles, or open the one that holds just these already."""
        taken = tuple(paths)
        known_in = (self._cases, tuple(self.recent()))

        self.lining_up.with_languages(
            Counts().reading_articles(len(taken)),
            lambda task, languages: take_in(taken, languages, known_in, task),
            self._open_intake,
            self.tell_failure,
        )

    def open_drafts(self, drafts: Sequence[SourceDraft], told: Sequence[UserError] = ()) -> None:
        """Make a case of articles that are read already, or open the one that holds just these."""
        folder, others = self._cases, tuple(self.recent())

        def work(_task: Task) -> Intake:
            from reconciler.case import find_case

            known = find_case({draft.article.sha256 for draft in drafts}, folder, others)
            return Intake(tuple(drafts), tuple(told), known)

        self._run(QCoreApplication.translate("Opening", "Looking for their case…"), work, self._open_intake)

    def add_drafts(self, drafts: Sequence[SourceDraft]) -> bool:
        """Put articles into the open case and have them aligned; answers whether they are in it."""
        if not self._session.add_sources(drafts):
            return False
        self.lining_up.work_through()
        return True

    def _open_intake(self, intake: Intake) -> None:
        if intake.known is None or not self.open_case(intake.known, at_once=True):
            self._make_case(intake.drafts)
        if intake.problems:
            self.problems.emit(intake.problems)

    def _make_case(self, drafts: Sequence[SourceDraft]) -> None:
        if not drafts or not self.may_leave(lambda: self._make_case(drafts), lambda: None):
            return
        from reconciler.case import Case, new_case_path

        try:
            titles = [draft.article.title or draft.article.name for draft in drafts]
            self._cases.mkdir(0o700, parents=True, exist_ok=True)
            case = Case.create(new_case_path(self._cases, titles), analyst=self._session.analyst)
            case.add_sources(drafts)
        except CaseError as error:
            self.problems.emit((error,))
            return
        except OSError as error:
            reason = error.strerror or ""
            self.problems.emit((CaseError(Problem.WRITE_FAILED, str(self._cases), reason),))
            return
        self.give_up()
        self._session.set_case(case)
        self.case_shown.emit(case.path)
        self.lining_up.work_through()

    def _run(self, name: str, work: Callable[[Task], object], done: Callable[..., None]) -> None:
        self._background.run(name, work, done, self.tell_failure)

    def tell_failure(self, error: Exception) -> None:
        """Say what the user can mend; anything else is a fault of ours."""
        if isinstance(error, UserError):
            self.problems.emit((error,))
        else:
            self.failed.emit(error)


def _at_once(_then: Callable[[], object], _otherwise: Callable[[], object]) -> bool:
    """Leave the case that is shown: nobody who would ask looks after it."""
    return True
