"""The main window: puts panels, panes, actions and notices together, and nothing more."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reconciler.errors import CaseError
from reconciler.gui.action_states import ActionStates
from reconciler.gui.actions import SubMenu
from reconciler.gui.adding import Adding
from reconciler.gui.arrivals import Arrival, FileArrival, arrivals_of, brings_something
from reconciler.gui.background import Background
from reconciler.gui.commands import Commands
from reconciler.gui.finding import Finding
from reconciler.gui.gone_file import GoneFile
from reconciler.gui.inspector import InspectorPanel
from reconciler.gui.learning import Learning
from reconciler.gui.leaving import Leaving
from reconciler.gui.lining_up import LiningUp
from reconciler.gui.menus import (
    CLAIM_MENU,
    MATCH_MENU,
    PANE_MENU,
    STATEMENT_MENU,
    VERSION_MENU,
    ToolBar,
    context_menu,
    fill_menu_bar,
    make_actions,
)
from reconciler.gui.notice_bar import NoticeBar
from reconciler.gui.opening import CASE_SUFFIX, Opening
from reconciler.gui.panes.panes_view import PanesView
from reconciler.gui.preferring import Preferring
from reconciler.gui.review import QueuePanel
from reconciler.gui.searching import Searching
from reconciler.gui.session import Session
from reconciler.gui.sharing import Sharing
from reconciler.gui.start_page import StartPage
from reconciler.gui.status import StatusBar
from reconciler.gui.style import FRAME, style_sheet
from reconciler.gui.telling import Telling
from reconciler.gui.theme import Theme, palette
from reconciler.gui.themes import chosen_theme
from reconciler.gui.views import View, Views
from reconciler.gui.workplace import capture, restore
from reconciler.model import Change, MatchId, SourceId, StatementId
from reconciler.resources import resource_path
from reconciler.settings import Places, PreferencesFile, login_name

if TYPE_CHECKING:
    from reconciler.case.records import FirstLook

SAY_MS = 4000
SMALLEST_TEXT, LARGEST_TEXT = 8.0, 32.0
QUEUE_WIDTH, PANES_WIDTH, INSPECTOR_WIDTH = 236, 748, 296
USUAL_LINE, WIDEST = 16, 1.25
"""Height in pixels of a line for which those are made; how much wider the sides get with larger letters."""


class MainWindow(QMainWindow):
    """Queue, panes and inspector side by side; the start page while no case is open."""

    fault = Signal(object)

    def __init__(self, places: Places, preferences: PreferencesFile, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.places, self.preferences, self.theme = places, preferences, theme
        self.text_size = preferences.value.text_size
        self.session = Session(self)
        self.session.analyst = preferences.value.analyst or login_name()
        self.session.blind = preferences.value.blind
        self.background = Background(self)
        self.session.changed.connect(self.background.give_way)
        self.session.current_changed.connect(self.background.give_way)
        self.lining_up = LiningUp(self.session, self.background, self)
        self.lining_up.pipelines = preferences.value.pipelines
        self.opening = Opening(self.session, self.background, self.lining_up, places.cases, self)
        self.opening.recent = self.recent_cases
        self.leaving = Leaving(self)
        self.opening.may_leave = self.leaving.may_leave
        self.learning = Learning(self.session, self.background, self.lining_up, self)
        self.adding = Adding(self.session, self.background, self.opening, self, theme)
        self.finding = Finding(self.session, self.background, self)
        self.preferring = Preferring(self)
        self.sharing = Sharing(self)
        self.gone_file = GoneFile(self)
        self.telling = Telling(self)
        self._heard: list[QMetaObject.Connection] = []
        self._order: tuple[SourceId, ...] = ()
        self._connect()
        self.furnish()
        self.setAcceptDrops(True)
        self._fit_screen()
        self.show_page(self.start_page)
        self.renew()

    # Building -------------------------------------------------------------------------------

    def furnish(self) -> None:
        """Put in all parts, in the language that is spoken; done again when that is another one."""
        self.finding.forget()  # the history is searched in the words of the language that is spoken
        self._build()
        self._connect_parts()
        self._follow_session()
        if self.session.case is not None:
            self.commands.listen()

    def _build(self) -> None:
        self.queue = QueuePanel(self.session, self.theme)
        self.panes = PanesView(self.session, self.theme)
        self.inspector = InspectorPanel(self.session, self.theme)
        self.notices = NoticeBar()
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(1)
        for place, panel in enumerate((self.queue, self.panes, self.inspector)):
            self.columns.addWidget(panel)
            # A splitter puts each part below those before it: a screen reader would go from right to left.
            panel.raise_()
            self.columns.handle(place).raise_()
        self.columns.setCollapsible(1, False)
        for number, stretch in enumerate((0, 1, 0)):
            self.columns.setStretchFactor(number, stretch)
        sides = self.side_widths()
        self.columns.setSizes([sides[0], PANES_WIDTH, sides[1]])
        self.commands = Commands(self)
        self.actions_by_id: dict[str, QAction] = make_actions(self, self.commands.slot)
        self._states = ActionStates(self.actions_by_id, self.session)
        fill_menu_bar(self, self.actions_by_id)
        self.panes.set_version_actions([self.actions_by_id[name] for name in VERSION_MENU])
        self.panes.set_pane_actions([self.actions_by_id[name] for name in PANE_MENU])
        self.queue.filters.add_tool(self.actions_by_id["matching"])
        self.tool_bar = ToolBar(self.actions_by_id, self.theme, self)
        self.addToolBar(self.tool_bar)
        self.start_page = StartPage(self.actions_by_id["new_case"], self.actions_by_id["open_case"])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        self.stack.addWidget(self.columns)
        self.views = Views(self)
        self.searching = Searching(self)
        centre = QWidget()
        centre.setObjectName("workspace")
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.status = StatusBar(self.session, self.background)
        self.status.analyst_asked.connect(self.commands.slot("analyst.change"))
        self.status.sight_asked.connect(lambda: self.commands.analyst.set_blind(on=False))
        self.statusBar().addPermanentWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.preferring.begin()

    def side_widths(self) -> tuple[int, int]:
        """Return how wide the queue and the inspector begin, in pixels: wider with larger letters."""
        wider = min(max(self.fontMetrics().height() / USUAL_LINE, 1.0), WIDEST)
        return round(QUEUE_WIDTH * wider), round(INSPECTOR_WIDTH * wider)

    def _follow_session(self) -> None:
        """Hear of the case after all parts have: what they show is built upon here."""
        session = self.session
        for heard in self._heard:
            QObject.disconnect(heard)
        self._heard = [
            session.opened.connect(self._on_opened),
            session.closing.connect(self._on_closing),
            session.changed.connect(self._on_changed),
            session.current_changed.connect(self._renew_actions),
            session.selection_changed.connect(self._renew_actions),
            session.unsaved_changed.connect(self._renew_actions),
            session.blind_changed.connect(self.commands.slot("bulk.name_actions")),
        ]

    def _connect(self) -> None:
        opening = self.opening
        opening.case_shown.connect(self.note_case)
        opening.previewed.connect(self._preview)
        opening.given_up.connect(self.show_start_or_case)
        opening.failed.connect(self.fault)
        self.adding.added.connect(lambda new: self.show_source(new[0]))
        self.adding.source_wanted.connect(self.show_source)

    def _connect_parts(self) -> None:
        self.start_page.case_chosen.connect(self.opening.open_case)
        self.start_page.sample_chosen.connect(self.open_sample)
        self.start_page.tour_chosen.connect(self.commands.slot("help.tour"))
        self.queue.match_menu_requested.connect(self._show_match_menu)
        self.panes.match_menu_requested.connect(self._show_match_menu)
        self.panes.statement_menu_requested.connect(self._show_statement_menu)
        self.queue.end_reached.connect(self._on_end_reached)
        for menu in self.menuBar().findChildren(QMenu, f"{SubMenu.BULK}_menu"):
            menu.aboutToShow.connect(self.commands.slot("bulk.name_actions"))
        self.panes.zoom_requested.connect(self.zoom)
        self.panes.hit_changed.connect(self.tool_bar.show_hit)
        self.views.changed.connect(self._renew_actions)
        self.inspector.action_requested.connect(lambda name: self.actions_by_id[name].trigger())
        self.inspector.properties_requested.connect(self._show_properties)

    def _fit_screen(self) -> None:
        """Take the size that the window is made for, or what the screen leaves beside its frame."""
        room = self.screen().availableSize() - FRAME
        self.resize(QSize(1440, 900).boundedTo(room).expandedTo(QSize(640, 400)))

    # Opening --------------------------------------------------------------------------------

    def begin(self, paths: Sequence[Path]) -> None:
        """Open what the program was started with, once the window has painted."""
        self.start_page.show_recent(self.recent_cases())
        self.start_page.focus_first()
        if paths:
            self.show_page(self.columns)
            self.opening.warm_up(lambda: self.opening.open_any(paths))
        else:
            self.opening.warm_up(lambda: None)

    def show_page(self, page: QWidget) -> None:
        """Show the start page, or one of the views of a case."""
        self.stack.setCurrentWidget(page)
        self.tool_bar.setVisible(page is not self.start_page)

    def sample(self) -> list[Path]:
        """Return the two articles written to show what the program does, in the language that is spoken."""
        language = "fr" if self.locale().language() == self.locale().Language.French else "en"
        return sorted(resource_path("sample", language).glob("*.txt"))

    def open_sample(self) -> None:
        """Open the sample."""
        self.opening.open_articles(self.sample())

    def recent_cases(self) -> tuple[Path, ...]:
        """Return the case files of late, the latest first."""
        return tuple(Path(path) for path in self.preferences.value.recent)

    def note_case(self, path: Path) -> None:
        """Take a case that was opened, or moved, among the recent ones; what was told before is past."""
        self.telling.forget_problems()
        self.sharing.tell()
        self.preferences.update(self.preferences.value.with_recent(path))

    def _preview(self, path: Path, look: "FirstLook") -> None:
        """Show the articles of a large case before all of it is read."""
        self.show_page(self.columns)
        self.panes.preview(path, look)

    def _on_opened(self) -> None:
        case = self.session.case
        if case is not None:
            self.commands.listen()
        self._follow_order()
        self.show_start_or_case()
        self.tool_bar.find_field.clear()
        self.searching.search("")
        if case is not None:
            restore(self)
            self._select_first()
            self.focus_queue()
        else:
            self.start_page.show_recent(self.recent_cases())
            self.start_page.focus_first()
        self.sharing.begin()
        self.renew()

    def show_start_or_case(self) -> None:
        """Show the case's panels, or the ways in while there is none."""
        self.show_page(self.start_page if self.session.case is None else self.columns)
        self.start_page.show_recent(self.recent_cases())

    def _on_closing(self) -> None:
        self.inspector.commit_note()
        self.sharing.end()
        self.telling.forget_case()
        if self.session.case is not None and self.session.can_change:
            try:
                self.session.case.save_view_state(capture(self).to_json())
            except CaseError:
                return  # where the analyst was is no decision: losing it is not worth a word

    def _select_first(self, *, keep_focus: bool = False) -> None:
        if self.session.current is None:
            self.queue.select_first_undecided()
            if not keep_focus:
                self.focus_queue()

    def focus_queue(self) -> None:
        """Give the keyboard to what one goes through in the view that is shown; never to a field."""
        self.views.focus()

    def focus_list(self) -> None:
        """Give the keyboard to the queue, or to an article while the queue is empty."""
        if self.queue.visible_matches():
            self.queue.focus_list()
        else:
            self.panes.focus_pane(0)

    def close_case(self) -> None:
        """Close the case and show the start page."""
        if self.leaving.may_leave(self.close_case):
            self.background.cancel_all()
            self.session.set_case(None)

    # Keeping up -----------------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        if change.structure:
            # Mending goes on in the article, also where it left no match to be current.
            mending = change.entry is not None and self.panes.focused_pane() is not None
            self._select_first(keep_focus=mending)
        self._follow_order()
        self.renew()

    def _follow_order(self) -> None:
        """Show the two articles in the order that their sources were brought into."""
        case = self.session.case
        order = tuple(source.id for source in case.sources) if case is not None else ()
        moved = order != self._order and sorted(order) == sorted(self._order)
        if moved:
            self.panes.follow_order(order)
        self._order = order

    def renew(self) -> None:
        """Show the case's name, and what is possible now."""
        case = self.session.case
        self.setWindowTitle(f"{case.name} — Reconciler" if case is not None else "Reconciler")
        self._renew_actions()

    def _renew_actions(self, _current: MatchId | None = None) -> None:
        if self.session.leaves_current:
            return
        views = self.views
        self._states.renew(finding=self.searching.is_on, view=views.shown, claim=views.has_claim)

    def _on_end_reached(self, step: int) -> None:
        if not self.queue.open_count():
            self.say(self.tr("Every match has a verdict"))
        elif step > 0:
            key = self.actions_by_id["previous_undecided"].shortcut()
            words = self.tr("Nothing further down; {key} goes back to what is undecided")
            self.say(words.format(key=key.toString(QKeySequence.SequenceFormat.NativeText)))
        else:
            self.say(self.tr("Nothing further up"))

    def say(self, text: str) -> None:
        """Say something in passing, in the status bar."""
        self.status.say(text, SAY_MS)

    # View -----------------------------------------------------------------------------------

    def follow_desktop(self) -> None:
        """Take the colours that go with the desktop now, unless others are set."""
        self.apply_theme(chosen_theme(self.preferences.value))

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.theme = self.adding.theme = theme
        QApplication.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        for part in (
            self.queue,
            self.panes,
            self.inspector,
            self.tool_bar,
            self.status,
            self.searching.results,
        ):
            part.set_theme(theme)
        self.views.set_theme(theme)

    def set_text_size(self, points: float) -> None:
        """Set the articles in letters of `points`."""
        self.preferring.set_text_size(points)

    def zoom(self, steps: int) -> None:
        """Set the articles in larger or smaller letters."""
        self.set_text_size(min(LARGEST_TEXT, max(SMALLEST_TEXT, self.text_size + steps)))

    def set_overview(self, on: bool) -> None:
        """Show or hide the overview strips."""
        self.actions_by_id["overview"].setChecked(on)
        self.panes.set_overview_visible(on)

    def set_linked_scrolling(self, on: bool) -> None:
        """Link or unlink the panes' scrolling."""
        self.actions_by_id["linked_scrolling"].setChecked(on)
        self.panes.set_linked_scrolling(on)

    def _is_on(self, action: str) -> bool:
        return self.actions_by_id[action].isChecked()

    def show_inspector(self) -> None:
        """Make sure that the inspector can be seen."""
        sizes = self.columns.sizes()
        if sizes[2] == 0:
            self.columns.setSizes([sizes[0], sizes[1] - INSPECTOR_WIDTH, INSPECTOR_WIDTH])

    # Finding --------------------------------------------------------------------------------

    def focus_find(self) -> None:
        """Give the keyboard to the search field, or to the text filter of the claims."""
        if self.views.shown is View.CLAIMS:
            self.views.claims.filters.focus_text()
        else:
            self.views.show(View.PANES)
            self.searching.focus()

    # Menus, keys, drops, the end --------------------------------------------------------------

    def _show_properties(self, source: SourceId) -> None:
        self.commands.source.properties(source)

    def _show_match_menu(self, match: MatchId, at: QPoint) -> None:
        self.session.set_current(match)
        context_menu(self, self.actions_by_id, MATCH_MENU, at)

    def show_claim_menu(self, at: QPoint) -> None:
        """Show what can be done with the current claim."""
        context_menu(self, self.actions_by_id, CLAIM_MENU, at)

    def _show_statement_menu(self, statement: StatementId, at: QPoint, gap: int | None) -> None:
        if statement not in self.session.selected and self.session.is_present(statement):
            self.session.select_statement(statement)
        mend = self.commands.mend
        context_menu(
            self, self.actions_by_id, STATEMENT_MENU, at, lambda menu: mend.fill_menu(menu, statement, gap)
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, links and text from anywhere."""
        if brings_something(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a case file; preview articles for the open case, or for one that is made of them."""
        arrivals = arrivals_of(event.mimeData())
        # A copy, whatever was proposed: what was dragged must stay where it is.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        QTimer.singleShot(0, self, lambda: self.take_arrivals(arrivals))

    def take_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """Take what was dropped or pasted: a case is opened, everything else previewed."""
        paths = [arrival.path for arrival in arrivals if isinstance(arrival, FileArrival)]
        if any(path.suffix == CASE_SUFFIX for path in paths):
            self.opening.open_any(paths)
        else:
            self.adding.begin(arrivals)

    def show_source(self, source: SourceId) -> None:
        """Show a source beside the one on the left, unless it is in a pane already, and go to it."""
        if self.panes.shown_sources():
            self.panes.bring_source(source)
        shown = self.panes.shown_sources()
        if source in shown:
            self.panes.focus_pane(shown.index(source))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the case and stop the worker; decisions that are not saved hold the window open."""
        if not self.leaving.may_leave(self.close):
            event.ignore()
            return
        self.opening.give_up()
        self.background.cancel_all()
        self.session.set_case(None)
        self.hide()
        self.background.stop()
        self.preferences.update(
            self.preferences.value.with_view(
                self.text_size,
                linked_scrolling=self._is_on("linked_scrolling"),
                overview=self._is_on("overview"),
            )
        )
        event.accept()
