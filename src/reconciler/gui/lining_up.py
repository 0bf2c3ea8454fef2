"""Having the open case's statements lined up and read: proposals, scores and signals, on the worker."""

from collections.abc import Callable, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from reconciler.gui.background import Background, Job, Task
from reconciler.gui.session import Session
from reconciler.model import Change

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.case.intake import LinedUp
    from reconciler.language import Languages
    from reconciler.model import Signal as StatementSignal
    from reconciler.model import StatementId

SCORED_AT_ONCE = 1_000_000
"""Pairs of statements of two sources that a second is enough for: 2 × 1,000."""
T = TypeVar("T")


class LiningUp(QObject):
    """Has a session's case aligned and its signals read, as far as the case does not keep them."""

    failed = Signal(object)

    def __init__(self, session: Session, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._languages: Languages | None = None
        self._scoring: Job[LinedUp] | None = None
        self.pipelines: tuple[tuple[str, str], ...] = ()
        session.changed.connect(self._follow_sources)
        session.selection_changed.connect(self._score_what_is_linked)

    def work_through(self) -> None:
        """Have the case's signals read and its matches proposed, as far as the case does not keep them.

        Scores for links by hand are kept nowhere: a small case has them at once, a large one when
        statements are selected that can be linked.
        """
        case = self._session.case
        if case is None:
            return
        if len(case.sources) > 1 and (not case.is_aligned or cells(case) <= SCORED_AT_ONCE):
            self._align()
        else:
            self._read_signals(missing=len(case.sources) > 1)

    def _score_what_is_linked(self) -> None:
        """Have the aligner look at the sources of what is selected, if it did not yet."""
        case, groups = self._session.case, self._session.link_groups()
        if case is None or self._scoring in self._background.jobs:
            return
        sources = [case.statement(group[0]).source for group in groups]
        if any(self._session.proposing.alignment_between(*pair) is None for pair in combinations(sources, 2)):
            self._align()

    def align_again(self) -> None:
        """Have the pairs aligned whose statements are others now, and their new words read."""
        self._align()
        self._read_signals()

    def _align(self) -> None:
        """Align the case's sources: proposals for those that have none, scores for links by hand."""
        case = self._session.case
        if case is None or len(case.sources) < 2:
            return
        sources = case.sources
        statements = tuple(one for source in sources for one in case.statements(source.id))
        record = not case.read_only and bool(case.unaligned_pairs())
        settings, judgements = case.settings, case.judgements()

        def work(task: Task) -> "LinedUp":
            from reconciler.case.intake import align_sources

            return align_sources(
                sources,
                statements,
                self._loaded(),
                settings,
                judgements,
                progress=task.progress,
                cancelled=task.cancelled,
            )

        def done(found: "LinedUp") -> None:
            if self._session.case is not case:
                return
            from reconciler.alignment import MODEL
            from reconciler.case.intake import run_settings

            self._session.proposing.record_signals(found.signals)
            if record:
                self._session.proposing.record_run(MODEL, run_settings(settings, found), found.alignments)
            else:
                self._session.proposing.keep_scores(found.alignments)

        name = self.tr("Lining up statements…")
        self._scoring = self._background.run(name, work, done, self.failed.emit)

    def read_again(self) -> None:
        """Have what the statements carry read anew: some of them are others now."""
        self._read_signals()

    def _read_signals(self, *, missing: bool = False) -> None:
        """Read what every statement carries, or with `missing` those of sources of which nothing is known.

        The case keeps what is new of it.
        """
        case = self._session.case
        if case is None:
            return
        sources = case.sources
        if missing:
            sources = tuple(
                one for one in sources if not any(each.signals for each in case.statements(one.id))
            )
        if not sources:
            return
        statements = tuple(one for source in sources for one in case.statements(source.id))

        def work(_task: Task) -> "Mapping[StatementId, tuple[StatementSignal, ...]]":
            from reconciler.case.intake import found_otherwise, read_signals

            return found_otherwise(statements, read_signals(sources, statements, self._loaded()))

        def done(signals: "Mapping[StatementId, tuple[StatementSignal, ...]]") -> None:
            if self._session.case is case:
                self._session.proposing.record_signals(signals)

        self._background.run(self.tr("Reading figures, dates and quotes…"), work, done, self.failed.emit)

    def _follow_sources(self, change: Change) -> None:
        """Read signals anew when a source's language or date was changed, or the change taken back."""
        if change.entry is not None and change.sources and not change.structure:
            self._read_signals()

    def _loaded(self) -> "Languages":
        """Return the language pipelines; called on the worker only, to which they belong."""
        if self._languages is None or self._languages.pipelines != self.pipelines:
            from reconciler.language import Languages

            self._languages = Languages(self.pipelines)
        return self._languages

    def use_pipelines(self, pipelines: tuple[tuple[str, str], ...]) -> None:
        """Read with these trained pipelines from now on, and what the open case holds once more."""
        self.pipelines = pipelines
        self._read_signals()

    def with_languages(
        self,
        name: str,
        work: "Callable[[Task, Languages], T]",
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        patient: bool = False,
    ) -> Job[T]:
        """Do work on the worker that needs the language pipelines, which belong to it."""
        return self._background.run(
            name, lambda task: work(task, self._loaded()), done, failed, patient=patient
        )


def cells(case: "Case") -> int:
    """Return how many pairs of statements of two sources there are in a case."""
    counts = [len(case.statements(source.id)) for source in case.sources]
    return (sum(counts) ** 2 - sum(count**2 for count in counts)) // 2
