"""The views of a case: its articles side by side, who says what, the report, how the sources compare."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reconciler.gui.claims.following import Following
from reconciler.gui.theme import Theme
from reconciler.model import Assessment

if TYPE_CHECKING:
    from reconciler.gui.claims.claims_view import ClaimsView
    from reconciler.gui.claims.sources_view import SourcesView
    from reconciler.gui.main_window import MainWindow
    from reconciler.gui.report.report_view import ReportView


class View(StrEnum):
    """What the middle of the window shows of a case; the action `view_…` switches to it."""

    PANES = "panes"
    CLAIMS = "claims"
    REPORT = "report"
    SOURCES = "sources"


class Views(QObject):
    """Switches between the views, each made when it is first wanted."""

    changed = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._claims: ClaimsView | None = None
        self._sources: SourcesView | None = None
        self._report: ReportView | None = None
        self._had_claim = False
        self._claims_place: tuple[str, ...] = ()
        self.following = Following(window.session, window.background, self)
        self.following.failed.connect(window.fault)
        window.stack.currentChanged.connect(self._mark)
        window.actions_by_id["claim_panel"].setChecked(True)

    @property
    def shown(self) -> View | None:
        """The view that is shown, or None on the start page."""
        page = self._window.stack.currentWidget()
        if page is self._window.columns:
            return View.PANES
        if page is not None and page is self._sources:
            return View.SOURCES
        if page is not None and page is self._report:
            return View.REPORT
        return View.CLAIMS if page is not None and page is self._claims else None

    @property
    def claims(self) -> "ClaimsView":
        """The claims view."""
        if self._claims is None:
            self._claims = self._make_claims()
        return self._claims

    @property
    def sources(self) -> "SourcesView":
        """The comparison of the sources."""
        if self._sources is None:
            from reconciler.gui.claims.sources_view import SourcesView

            window = self._window
            self._sources = SourcesView(
                window.session, self.following, window.background, window.theme, window.text_size
            )
            window.stack.addWidget(self._sources)
            self._sources.went.connect(window.commands.claims.bring_statement)
        return self._sources

    @property
    def report(self) -> "ReportView":
        """The report as it would be exported."""
        if self._report is None:
            from reconciler.gui.report.report_view import ReportView

            window = self._window
            language = window.commands.exporting.language()
            export = window.actions_by_id["export"]
            made = ReportView(window.session, window.background, window.theme, language, export)
            made.set_text_size(window.text_size)
            made.failed.connect(window.opening.tell_failure)
            window.stack.addWidget(made)
            self._report = made
        return self._report

    @property
    def has_claim(self) -> bool:
        """Whether a claim is current in the view that is shown."""
        return self.shown is View.CLAIMS and self.claims.current_record() is not None

    def _make_claims(self) -> "ClaimsView":
        from reconciler.gui.claims.claims_view import ClaimsView

        window = self._window
        assess = {each: window.actions_by_id[f"claim_{each.name.lower()}"] for each in Assessment}
        made = ClaimsView(
            window.session, self.following, window.theme, window.text_size, assess=assess, parent=window
        )
        window.stack.addWidget(made)
        made.went.connect(window.commands.claims.bring_panes)
        made.panel.edited.connect(window.commands.claims.edit)
        made.panel.chosen.connect(window.commands.claims.bring_panes_to)
        made.put_back(self._claims_place)
        made.set_panel_visible(window.actions_by_id["claim_panel"].isChecked())
        made.current_changed.connect(self._look_at_claim)
        made.menu_requested.connect(window.show_claim_menu)
        made.triangles_wanted.connect(window.commands.claims.triangles)
        return made

    def claims_place(self) -> tuple[str, ...]:
        """Return where the analyst is in the claims view, for `put_claims_back`."""
        return self._claims_place if self._claims is None else self._claims.place()

    def put_claims_back(self, place: tuple[str, ...]) -> None:
        """Go in the claims view to where `claims_place` was taken, also once it is made."""
        self._claims_place = place
        if self._claims is not None:
            self._claims.put_back(place)

    def _look_at_claim(self) -> None:
        """Tell when there is a claim to act on, or none any more: not each time it is another."""
        if self.has_claim != self._had_claim:
            self._had_claim = self.has_claim
            self.changed.emit()

    def show(self, view: View) -> None:
        """Show a view and give it the keyboard; nothing without a case."""
        window = self._window
        if window.session.case is None:
            self._mark()
            return
        if view is self.shown:
            self._mark()
            return
        window.inspector.commit_note()
        pages: dict[View, Callable[[], QWidget]] = {
            View.PANES: lambda: window.columns,
            View.CLAIMS: lambda: self.claims,
            View.REPORT: lambda: self.report,
            View.SOURCES: lambda: self.sources,
        }
        window.show_page(pages[view]())
        self.focus()

    def focus(self) -> None:
        """Give the keyboard to the list or the table of the view that is shown."""
        if self.shown is View.CLAIMS:
            self.claims.focus_table()
        elif self.shown is View.SOURCES:
            self.sources.focus_table()
        elif self.shown is View.REPORT:
            self.report.focus_report()
        else:
            self._window.focus_list()

    def _mark(self, _place: int = 0) -> None:
        """Check the action of the view that is shown."""
        for view in View:
            self._window.actions_by_id[f"view_{view}"].setChecked(view is self.shown)
        self._had_claim = self.has_claim
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for view in (self._claims, self._report, self._sources):
            if view is not None:
                view.set_theme(theme)

    def set_text_size(self, points: float) -> None:
        """Set the words in another size."""
        for view in (self._claims, self._report, self._sources):
            if view is not None:
                view.set_text_size(points)
