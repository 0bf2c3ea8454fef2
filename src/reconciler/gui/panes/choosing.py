"""What a click or a key on a statement means: which match becomes current, what is selected for linking."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from reconciler.gui.panes.links import Links, Side
from reconciler.gui.session import Session
from reconciler.model import SourceId, Statement, StatementId

SidesStatements = tuple[Sequence[Statement], Sequence[Statement]]


class Choosing:
    """Turns what was pointed at into the session's current match and selection.

    `still` is the side whose article must not move while the current match changes: the one
    that was clicked in.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._statements: SidesStatements = ((), ())
        self._links = Links()
        self._anchors: dict[SourceId, StatementId] = {}
        self.still: Side | None = None

    def set_contents(self, statements: SidesStatements, links: Links) -> None:
        """Take what the two panes show."""
        self._statements, self._links = statements, links

    def point(self, side: Side, place: int, keys: Qt.KeyboardModifier) -> None:
        """Take a click: Ctrl adds to the selection or takes out of it, Shift selects up to there."""
        statement = self._statements[side][place]
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.toggle(side, place)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self.stretch(side, place, place)
        else:
            self._anchors[statement.source] = statement.id
            self._session.select_statement(statement.id, among=self._shown())
            self._make_current(side, place)

    def toggle(self, side: Side, place: int) -> None:
        """Select a statement beside what is selected already, or take it out of that."""
        statement = self._statements[side][place]
        self._anchors[statement.source] = statement.id
        self._session.select_statement(statement.id, extend=True)

    def enter(self, side: Side, place: int, extend: bool) -> None:
        """Take the Enter key: alone it goes to the statement's match, else it changes the selection."""
        if extend:
            self.toggle(side, place)
        else:
            self._make_current(side, place)

    def _shown(self) -> frozenset[SourceId]:
        return frozenset(side[0].source for side in self._statements if side)

    def stretch(self, side: Side, start: int, place: int) -> None:
        """Select from the statement that was selected by itself last up to a place, or from `start`.

        What was selected otherwise in this source gives way, so that a range can become shorter.
        """
        statements = self._statements[side]
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

    def _make_current(self, side: Side, place: int) -> None:
        """Make a match of a statement current: its best one, or the one after the current one."""
        matches = [link.match for link in self._links.of(side, place)]
        if not matches:
            return
        current = self._session.current
        after = matches.index(current) + 1 if current in matches else 0
        self.still = side
        try:
            self._session.set_current(matches[after % len(matches)])
        finally:
            self.still = None
