"""What a screen reader is told of the articles: which statement the keys are at, and how it stands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from reconciler.gui import messages
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.desk import Desk
from reconciler.gui.panes.elsewhere import note_words
from reconciler.gui.panes.pane_keys import PaneKeys
from reconciler.gui.panes.pointing import Pointing
from reconciler.gui.panes.spoken import SpokenMatch, standing_words
from reconciler.gui.panes.statement_access import tell_focus


class Announcing(QObject):
    """Puts statements in words and says where the keys went."""

    def __init__(self, desk: Desk, keys: PaneKeys, pointing: Pointing) -> None:
        super().__init__(desk.row)
        self._session = desk.session
        self._contents = desk.contents
        self._row = desk.row
        self._links = desk.links
        self._keys = keys
        self._pointing = pointing
        desk.session.selection_changed.connect(self._tell_selection)

    def watch(self, view: ArticleView, index: Callable[[], int]) -> None:
        """Speak for an article; `index` answers in which pane it stands now."""
        view.spoken = partial(self._spoken, index)
        view.focus_moved.connect(lambda place: self._announce(view, index, place))

    def _announce(self, view: ArticleView, index: Callable[[], int], place: int) -> None:
        """Tell which statement the keys are at."""
        if view not in self._row.views():
            return
        view.setAccessibleDescription(self._standing_words(index(), place))
        if view.hasFocus():
            self._pointing.light_keys()
            tell_focus(view, place)

    def _spoken(self, index: Callable[[], int], place: int) -> str:
        """Return a statement in words: how it stands and what it says."""
        pane = index()
        return f"{self._standing_words(pane, place)}: {self._contents.statement(pane, place).text}"

    def _standing_words(self, pane: int, place: int) -> str:
        statements, case = self._contents.statements, self._session.case
        matches = []
        for tie in self._links.of(pane, place) if case is not None else ():
            opposite = tie.opposite(pane)
            there = tie.link.place(tie.side(opposite))
            if there >= len(statements[opposite]):
                continue  # another article is there by now; its links follow
            other = statements[opposite][there]
            source = messages.source_name(case.source(other.source)) if case is not None else ""
            kinds = self._session.differing.known.get(tie.link.match, frozenset())
            matches.append(SpokenMatch(tie.link.state, other.ordinal, source, kinds))
        count = statements[pane][-1].ordinal
        view = self._row.views()[pane]
        remark = "; ".join(filter(None, (view.tag(place), note_words(view.note(place)))))
        return standing_words(statements[pane][place], count, matches, remark)

    def _tell_selection(self) -> None:
        """Tell how much is selected, when the keys in an article selected it."""
        pane = self._keys.focused_pane()
        if pane is not None:
            words = self.tr("%n statement(s) selected", None, len(self._session.selected))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._row.views()[pane], words))
