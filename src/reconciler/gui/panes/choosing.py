"""What a click or a key on a statement means: which match becomes current, what is selected for linking."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from reconciler.gui.panes.links import Links, Side
from reconciler.gui.session import Session
from reconciler.model import Statement

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
        self.still: Side | None = None

    def set_contents(self, statements: SidesStatements, links: Links) -> None:
        """Take what the two panes show."""
        self._statements, self._links = statements, links

    def point(self, side: Side, place: int, keys: Qt.KeyboardModifier) -> None:
        """Take a click: Ctrl adds to the selection or takes out of it, Shift selects up to there."""
        statement = self._statements[side][place]
        if keys & Qt.KeyboardModifier.ControlModifier:
            self._session.select_statement(statement.id, extend=True)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self._select_up_to(side, place)
        else:
            self._session.select_statement(statement.id)
            self._make_current(side, place)

    def enter(self, side: Side, place: int, extend: bool) -> None:
        """Take the Enter key: alone it goes to the statement's match, else it changes the selection."""
        if extend:
            self._session.select_statement(self._statements[side][place].id, extend=True)
        else:
            self._make_current(side, place)

    def _select_up_to(self, side: Side, place: int) -> None:
        """Select from the statement of this side that was selected last up to this one."""
        places = {statement.id: number for number, statement in enumerate(self._statements[side])}
        chosen = [places[one] for one in self._session.selected if one in places]
        start = chosen[-1] if chosen else place
        for between in range(min(start, place), max(start, place) + 1):
            statement = self._statements[side][between]
            if statement.kind.is_matched and statement.id not in self._session.selected:
                self._session.select_statement(statement.id, extend=True)

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
