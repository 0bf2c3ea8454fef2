"""What the actions of the table do: groups of short methods over the session and the panels."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reconciler.gui.analyst_commands import AnalystCommands
    from reconciler.gui.bulk import BulkCommands
    from reconciler.gui.by_hand import HandCommands
    from reconciler.gui.case_commands import CaseCommands
    from reconciler.gui.claims.commands import ClaimCommands
    from reconciler.gui.colleague_commands import ColleagueCommands
    from reconciler.gui.exporting import ExportCommands
    from reconciler.gui.help_commands import HelpCommands
    from reconciler.gui.history_commands import HistoryCommands
    from reconciler.gui.main_window import MainWindow
    from reconciler.gui.mending import MendCommands
    from reconciler.gui.pane_commands import PaneCommands
    from reconciler.gui.reading_commands import ReadingCommands
    from reconciler.gui.realigning import AlignCommands
    from reconciler.gui.review_commands import ReviewCommands
    from reconciler.gui.source_commands import SourceCommands
    from reconciler.gui.version_commands import VersionCommands
    from reconciler.gui.view_commands import PreferencesCommands, ViewCommands


class Commands:
    """All commands, in the groups that the table names.

    A group is imported and made when it is first used: the window paints without any of them.
    """

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def listen(self) -> None:
        """Make the groups that hear of a case while it is open, and the one that the first key needs."""
        for name in ("mend", "hand", "align", "version", "review"):
            getattr(self, name)

    def made(self) -> tuple[QObject, ...]:
        """Return the groups that were made so far."""
        return tuple(each for name, each in vars(self).items() if name != "_window")

    def slot(self, name: str) -> Callable[..., None]:
        """Return what calls the method that ``group.method`` names, with nothing that a signal carries."""
        group, method = name.split(".")
        return lambda *_carried: getattr(getattr(self, group), method)()

    @cached_property
    def case(self) -> "CaseCommands":
        """Cases as files."""
        from reconciler.gui.case_commands import CaseCommands

        return CaseCommands(self._window)

    @cached_property
    def source(self) -> "SourceCommands":
        """The sources of the case."""
        from reconciler.gui.source_commands import SourceCommands

        return SourceCommands(self._window)

    @cached_property
    def review(self) -> "ReviewCommands":
        """Decisions, and the way from match to match."""
        from reconciler.gui.review_commands import ReviewCommands

        return ReviewCommands(self._window)

    @cached_property
    def view(self) -> "ViewCommands":
        """What is shown, and where the keyboard is."""
        from reconciler.gui.view_commands import ViewCommands

        return ViewCommands(self._window)

    @cached_property
    def reading(self) -> "ReadingCommands":
        """Going through the articles."""
        from reconciler.gui.reading_commands import ReadingCommands

        return ReadingCommands(self._window)

    @cached_property
    def panes(self) -> "PaneCommands":
        """Which articles stand side by side, and what beside them."""
        from reconciler.gui.pane_commands import PaneCommands

        return PaneCommands(self._window)

    @cached_property
    def mend(self) -> "MendCommands":
        """Mending how an article is cut into statements."""
        from reconciler.gui.mending import MendCommands

        return MendCommands(self._window)

    @cached_property
    def bulk(self) -> "BulkCommands":
        """Deciding many matches at once."""
        from reconciler.gui.bulk import BulkCommands

        return BulkCommands(self._window)

    @cached_property
    def hand(self) -> "HandCommands":
        """Linking and unlinking by hand."""
        from reconciler.gui.by_hand import HandCommands

        return HandCommands(self._window)

    @cached_property
    def analyst(self) -> "AnalystCommands":
        """Who decides, and what is hidden meanwhile."""
        from reconciler.gui.analyst_commands import AnalystCommands

        return AnalystCommands(self._window)

    @cached_property
    def history(self) -> "HistoryCommands":
        """Every act of the case."""
        from reconciler.gui.history_commands import HistoryCommands

        return HistoryCommands(self._window)

    @cached_property
    def help(self) -> "HelpCommands":
        """The guide and the tour."""
        from reconciler.gui.help_commands import HelpCommands

        return HelpCommands(self._window)

    @cached_property
    def preferences(self) -> "PreferencesCommands":
        """The preferences."""
        from reconciler.gui.view_commands import PreferencesCommands

        return PreferencesCommands(self._window)

    @cached_property
    def align(self) -> "AlignCommands":
        """What counts as a match, and aligning again."""
        from reconciler.gui.realigning import AlignCommands

        return AlignCommands(self._window)

    @cached_property
    def version(self) -> "VersionCommands":
        """Former and later texts of a source."""
        from reconciler.gui.version_commands import VersionCommands

        return VersionCommands(self._window)

    @cached_property
    def claims(self) -> "ClaimCommands":
        """The views, and what the analyst makes of claims."""
        from reconciler.gui.claims.commands import ClaimCommands

        return ClaimCommands(self._window)

    @cached_property
    def exporting(self) -> "ExportCommands":
        """The case handed over in another form."""
        from reconciler.gui.exporting import ExportCommands

        return ExportCommands(self._window)

    @cached_property
    def colleague(self) -> "ColleagueCommands":
        """A colleague's case of the same articles."""
        from reconciler.gui.colleague_commands import ColleagueCommands

        return ColleagueCommands(self._window)
