"""What a click or a key on a statement means: which match becomes current, what is selected for linking."""

from PySide6.QtCore import Qt

from reconciler.gui.panes.contents import PaneContents
from reconciler.gui.panes.shown_links import ShownLinks
from reconciler.gui.session import Session
from reconciler.model import SourceId, StatementId


class Choosing:
    """Turns what was pointed at into the session's current match and selection.

    `still` is the pane whose article must not move while the current match changes: the one
    that was clicked in.
    """

    def __init__(self, session: Session, contents: PaneContents, links: ShownLinks) -> None:
        self._session = session
        self._contents = contents
        self._links = links
        self._anchors: dict[SourceId, StatementId] = {}
        self.still: int | None = None

    def point(self, pane: int, place: int, keys: Qt.KeyboardModifier) -> None:
        """Take a click: Ctrl adds to the selection or takes out of it, Shift selects up to there."""
        statement = self._contents.statement(pane, place)
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.toggle(pane, place)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self.stretch(pane, place, place)
        else:
            self._anchors[statement.source] = statement.id
            self._session.select_statement(statement.id, among=self._shown())
            self._make_current(pane, place)

    def toggle(self, pane: int, place: int) -> None:
        """Select a statement beside what is selected already, or take it out of that."""
        statement = self._contents.statement(pane, place)
        self._anchors[statement.source] = statement.id
        self._session.select_statement(statement.id, extend=True)

    def enter(self, pane: int, place: int, extend: bool) -> None:
        """Take the Enter key: alone it goes to the statement's match, else it changes the selection."""
        if extend:
            self.toggle(pane, place)
        else:
            self._make_current(pane, place)

    def _shown(self) -> frozenset[SourceId]:
        return frozenset(self._contents.sources)

    def stretch(self, pane: int, start: int, place: int) -> None:
        """Select from the statement that was selected by itself last up to a place, or from `start`.

        What was selected otherwise in this source gives way, so that a range can become shorter.
        """
        statements = self._contents.statements[pane]
        source = statements[place].source
        places = {statement.id: number for number, statement in enumerate(statements)}
        anchor = self._anchors.get(source)
        if anchor not in self._session.selected or anchor not in places:
            anchor = self._anchors[source] = statements[start].id
        first, last = sorted((places[anchor], place))
        between = [one for one in statements[first : last + 1] if one.kind.is_matched]
        # The anchor stays even where it is of a kind that is not matched: it was chosen by itself.
        chosen = {anchor: None} | {one.id: None for one in between}
        self._session.select_in(source, sorted(chosen, key=places.__getitem__))

    def _make_current(self, pane: int, place: int) -> None:
        """Make a match of a statement current: its best one, or the one after the current one."""
        matches = [tie.link.match for tie in self._links.of(pane, place)]
        if not matches:
            return
        current = self._session.current
        after = matches.index(current) + 1 if current in matches else 0
        self.still = pane
        try:
            self._session.set_current(matches[after % len(matches)])
        finally:
            self.still = None
