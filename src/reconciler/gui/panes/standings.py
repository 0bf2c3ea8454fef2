"""How the statements in the panes stand: their states, what is said at them, what is dimmed, counts."""

from collections.abc import Collection, Iterable, Mapping

from reconciler.gui.hand_messages import silence_words
from reconciler.gui.panes.contents import FEWEST
from reconciler.gui.panes.desk import Desk
from reconciler.gui.panes.elsewhere import Note, note_of
from reconciler.gui.panes.facing import Facing
from reconciler.gui.panes.painted_article import Edges
from reconciler.gui.panes.source_pane import SourcePane
from reconciler.gui.panes.statement_access import tell_renamed
from reconciler.model import MatchId, StatementId


class Standings:
    """Shows in articles, strips and headers how the statements stand."""

    def __init__(self, desk: Desk) -> None:
        self._session = desk.session
        self._contents = desk.contents
        self._row = desk.row
        self._links = desk.links
        self._matched: tuple[int, ...] = ()
        self._dims_decided = False

    def show_all(self) -> None:
        """Show everything anew."""
        matched = []
        for number, pane in enumerate(self._row.panes()):
            places = range(len(self._contents.statements[number]))
            states = self._links.states(number, len(places))
            pane.view.set_states(states, self._edges(pane, places))
            matched.append(self._contents.matched(number))
            pane.overview.set_states({place: states[place] for place in matched[-1]})
        self._matched = tuple(len(places) for places in matched)
        self.count()
        self.show_elsewhere()
        self.show_silences()
        self.dim()

    def refresh(self, matches: Collection[MatchId]) -> bool:
        """Take the states of some matches anew; answers whether any of those shown has another one."""
        self._refresh_elsewhere(matches)
        live = [match for match in matches if self._links.get(match) is not None]
        changed = self._links.update(self._session.states(live))
        self.show_at({end for tie in changed for end in tie.ends})
        return bool(changed)

    def show_at(self, ends: Collection[tuple[int, int]]) -> None:
        """Show anew how the statements at these places stand, each with its pane."""
        for number, pane in enumerate(self._row.panes() if ends else ()):
            places = {place for of, place in ends if of == number}
            states = {place: self._links.state(number, place) for place in places}
            pane.view.set_states(states, self._edges(pane, places))
            for place in states:
                tell_renamed(pane.view, place)
            pane.overview.update_states(states)
        if ends:
            self.count()
            self.dim()

    def _edges(self, pane: SourcePane, places: Iterable[int]) -> Mapping[int, Edges]:
        """Return the states towards both gutters, where a pane stands between two."""
        if pane.facing is not Facing.BOTH:
            return {}
        number = self._row.panes().index(pane)
        return {place: self._links.edges(number, place) for place in places}

    def show_elsewhere(self) -> None:
        """Say at the statements what corresponds to them in sources that don't stand beside."""
        case = self._session.case
        beside = len(case.sources) <= FEWEST if case is not None else True
        for number, view in enumerate(self._row.views()):
            statements = () if beside else self._contents.statements[number]
            notes = {place: self._note(one.id) for place, one in enumerate(statements)}
            view.set_notes({place: note for place, note in notes.items() if note})

    def _note(self, statement: StatementId) -> Note:
        return note_of(self._session, self._links, statement)

    def _refresh_elsewhere(self, matches: Iterable[MatchId]) -> None:
        case = self._session.case
        if case is None or len(case.sources) <= FEWEST:
            return
        ends = {end for one in matches if one in case.matches for end in case.ends(one)}
        for number, view in enumerate(self._row.views()):
            places = {at[1]: end for end in ends if (at := self._contents.where(end)) and at[0] == number}
            if places:
                notes = {**view.notes(), **{place: self._note(end) for place, end in places.items()}}
                view.set_notes({place: note for place, note in notes.items() if note})

    def count(self) -> None:
        """Say in the headers how many statements are linked."""
        for number, pane in enumerate(self._row.panes()):
            if not self._contents.is_former(number):
                pane.header.show_linked(self._links.linked(number), self._matched[number])

    def show_silences(self) -> None:
        """Say at the statements of the panes that nothing corresponds to them in some source."""
        tags = silence_words(self._session.case)
        for number, view in enumerate(self._row.views()):
            statements = self._contents.statements[number] if tags else ()
            view.set_tags({place: tags[one.id] for place, one in enumerate(statements) if one.id in tags})
        if self._dims_decided:
            self.dim()

    def set_focus_mode(self, on: bool) -> None:
        """Dim the statements of which all has been decided, or none."""
        self._dims_decided = on
        self.dim()

    def dim(self) -> None:
        """Dim what is to be dimmed now."""
        for number, view in enumerate(self._row.views()):
            if not self._dims_decided:
                view.set_dimmed(frozenset())
                continue
            searched = {place for place in view.tagged() if not self._links.is_open(number, place)}
            view.set_dimmed(self._links.decided(number) | searched)
