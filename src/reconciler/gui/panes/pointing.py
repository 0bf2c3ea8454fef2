"""The mouse and the keys on statements: what they light up, choose and ask for, and what stands out then."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from reconciler.gui.panes.choosing import Choosing
from reconciler.gui.panes.desk import Desk
from reconciler.gui.panes.painted_article import Marks
from reconciler.gui.panes.pane_keys import PaneKeys
from reconciler.gui.panes.source_pane import SourcePane
from reconciler.model import MatchId


class Pointing(QObject):
    """Lets the current match stand out, what is selected, and the counterparts of what is pointed at."""

    def __init__(self, desk: Desk, choosing: Choosing, keys: PaneKeys) -> None:
        super().__init__(desk.row)
        self._session = desk.session
        self._contents = desk.contents
        self._row = desk.row
        self._links = desk.links
        self._choosing = choosing
        self._keys = keys
        self._hovered: frozenset[MatchId] = frozenset()

    def watch(self, pane: SourcePane, index: Callable[[], int]) -> None:
        """Take the mouse and the keys in a pane; `index` answers where it stands now."""
        view, choosing = pane.view, self._choosing

        def in_live(do: Callable[..., None]) -> Callable[..., None]:
            """Return what is done in a present version; in a former one a click only moves the keys."""

            def done(*what: object) -> None:
                if not self._contents.is_former(index()):
                    do(index(), *what)

            return done

        view.pointed.connect(in_live(choosing.point))
        view.entered.connect(in_live(choosing.enter))
        view.stretched.connect(in_live(choosing.stretch))
        view.hovered.connect(lambda place: self._hover_statement(index, place))
        view.focus_entered.connect(self.light_keys)
        view.focus_left.connect(self.light_keys)

    def forget(self) -> None:
        """Let nothing be hovered any more: the links are others."""
        self._hovered = frozenset()

    def mark(self) -> None:
        """Show what is current, selected and hovered."""
        current = self._links.get(self._session.current)
        lit = [tie for match in self._hovered if (tie := self._links.get(match)) is not None]
        at = {} if current is None else dict(current.ends)
        where = map(self._contents.where, self._session.selected)
        selected = [one for one in where if one is not None]
        hovered = [end for tie in lit for end in tie.ends]
        for number, pane in enumerate(self._row.panes()):
            place = at.get(number)
            places = frozenset(at for of, at in hovered if of == number)
            pane.view.set_marks(
                Marks(
                    frozenset(() if place is None else (place,)),
                    frozenset(chosen for of, chosen in selected if of == number),
                    places,
                )
            )
            pane.overview.set_current(place)
            pane.overview.set_lit(places)
        for band in self._row.bands():
            band.update()

    def hover(self, matches: Sequence[MatchId]) -> None:
        """Make matches stand out, until the mouse is over others."""
        self._hovered = frozenset(matches)
        for band in self._row.bands():
            band.highlight(self._hovered)
        self.mark()

    def _hover_statement(self, index: Callable[[], int], place: int) -> None:
        if place >= 0:
            self.hover([tie.link.match for tie in self._links.everywhere(index(), place)])
        else:
            self.light_keys()

    def light_keys(self) -> None:
        """Let the counterparts of the statement stand out that the keys are at."""
        at = self._keys.focused()
        self.hover([tie.link.match for tie in self._links.everywhere(*at)] if at is not None else ())

    def toggle_selected(self) -> bool:
        """Select the statement that the keys act on, or not any more; False where they are in no article."""
        at = self._keys.focused()
        if at is None or self._contents.is_former(at[0]):
            return False
        self._choosing.toggle(*at)
        return True

    def hover_match(self, match: MatchId | None) -> None:
        """Make the match stand out whose ribbon the mouse is over."""
        self.hover(() if match is None else (match,))
