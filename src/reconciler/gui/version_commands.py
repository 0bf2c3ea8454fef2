"""What the actions on versions do: updating a source, reading its versions, re-attaching what is orphaned."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconciler.gui.panes.changes import Since, since_version
from reconciler.gui.updating import Updating
from reconciler.model import MatchId, SourceId, Version

if TYPE_CHECKING:
    from reconciler.gui.background import Task
    from reconciler.gui.main_window import MainWindow


class VersionCommands(QObject):
    """Acts on the source of the pane in use; what changed since a version is found on the worker."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.updating = Updating(window, self)
        window.panes.changes_wanted.connect(self._compare)
        window.panes.version_chosen.connect(self.show)
        window.inspector.orphan_chosen.connect(self._show_ends)
        window.inspector.orphans_left.connect(self._leave_orphans)
        window.session.closing.connect(self._leave_orphans)

    # Updating ---------------------------------------------------------------------------------

    def update(self) -> None:
        """Ask for a later text of the source of the pane in use."""
        source = self._source()
        if source is not None:
            self.updating.begin(source)

    # Reading versions -------------------------------------------------------------------------

    def former(self) -> None:
        """Show the version before the one that the pane in use shows."""
        self._step(-1)

    def later(self) -> None:
        """Show the version after the one that the pane in use shows."""
        self._step(1)

    def _step(self, by: int) -> None:
        case, source = self._window.session.case, self._source()
        if case is None or source is None:
            return
        versions = case.versions(source)
        numbers = [each.number for each in versions]
        shown = self._window.panes.shown_version(source)
        present = next(each.number for each in versions if each.is_present)
        place = numbers.index(shown if shown is not None else present) + by
        if 0 <= place < len(numbers):
            self.show(source, numbers[place])
        elif by < 0:
            self._window.say(self.tr("No version of this source is older"))
        else:
            self._window.say(self.tr("No version of this source is later"))

    def show(self, source: SourceId, number: int) -> None:
        """Show a version of a source in its pane: the present one to work on, others to be read."""
        case = self._window.session.case
        if case is None:
            return
        version = next(each for each in case.versions(source) if each.number == number)
        self._window.panes.show_version(source, None if version.is_present else number)
        if version.is_present:
            self._window.say(self.tr("The present version"))
        else:
            self._window.say(self.tr("A former version, to be read only"))

    def changes(self) -> None:
        """Mark what changed since the former version, or take the marks away."""
        self._window.panes.set_changes_shown(self._window.actions_by_id["version_changes"].isChecked())

    def _compare(self, former: Version, shown: Version) -> None:
        """Find what changed between two versions of a source."""

        def work(_task: "Task") -> Since:
            return since_version(former, shown)

        self._window.background.run(
            self.tr("Comparing versions…"),
            work,
            lambda found: self._window.panes.take_changes(former, shown, found),
            self._window.opening.failed.emit,
        )

    # Orphans ----------------------------------------------------------------------------------

    def orphans(self) -> None:
        """Show the decisions whose statement is gone, or go back to the current match."""
        self._show_orphans(on=self._window.actions_by_id["orphans"].isChecked())

    def _leave_orphans(self) -> None:
        self._show_orphans(on=False)

    def _show_orphans(self, *, on: bool) -> None:
        window, case = self._window, self._window.session.case
        if on and (case is None or not case.orphans()):
            window.say(self.tr("No decision is orphaned"))
            on = False
        window.actions_by_id["orphans"].setChecked(on)
        if on:
            window.show_inspector()
        window.inspector.show_orphans(on)

    def _show_ends(self, orphan: MatchId) -> None:
        """Show the sources of an orphaned match, and select in them what still stands of it."""
        window, session, case = self._window, self._window.session, self._window.session.case
        former = next((each for each in case.orphans() if each.match.id == orphan), None) if case else None
        if case is None or former is None:
            return
        ends = (former.match.left, former.match.right)
        sources = [case.statement(end).source for end in ends]
        present = {source.id for source in case.sources}
        if present.issuperset(sources) and not {*sources}.issubset(window.panes.shown_sources()):
            window.panes.bring_together(sources[0], sources[1])
        session.clear_selection()
        for end in ends:
            if session.is_present(end):
                session.select_statement(end)
                window.panes.reveal(end)

    def reattach(self) -> None:
        """Put the orphaned decision that is chosen on the two selected statements."""
        window, session = self._window, self._window.session
        orphan, ends = window.inspector.chosen_orphan(), session.link_ends()
        if orphan is None or ends is None or len(ends[0]) != 1 or len(ends[1]) != 1:
            window.say(self.tr("Choose an orphaned decision, and one statement in each article"))
            return
        (left,), (right,) = ends
        if session.perform(lambda case: case.reattach(orphan, left, right)):
            case = session.case
            assert case is not None  # noqa: S101
            made = case.match_between(left, right)
            session.clear_selection()
            session.set_current(made.id if made is not None else None)
            window.notices.clear_notice("updated")
            if not case.orphans():
                self._show_orphans(on=False)

    def _source(self) -> SourceId | None:
        panes = self._window.panes
        shown = panes.shown_sources()
        return shown[min(panes.focused_pane() or 0, len(shown) - 1)] if shown else None
