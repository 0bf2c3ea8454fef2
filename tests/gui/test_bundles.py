"""Ribbons that run out of view: told together where many go the same way, and still within reach."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconciler.gui.panes.bundles import MOST_LOOSE, bundles
from reconciler.gui.panes.link_band import LinkBand
from reconciler.gui.panes.links import Link, Side
from reconciler.gui.panes.panes_view import PanesView
from reconciler.gui.panes.ribbons import Port, Ribbon
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, light
from reconciler.model import MatchId

HEIGHT = 600.0


def ribbon(
    number: int, *, upwards: bool = False, whole: bool = False, state: MatchState = MatchState.PROPOSED
) -> Ribbon:
    """Return a ribbon whose left end is in view."""
    far = -40.0 if upwards else HEIGHT + 40
    right = Port(far, far + 10) if not whole else Port(100, 110)
    return Ribbon(Link(MatchId(number), number, number, 0.5, state), Port(20, 30), right, True, whole)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Fonts are needed to measure numbers."""
    del qapp


def test_few_run_by_themselves_and_more_are_told_together() -> None:
    few = [ribbon(number) for number in range(MOST_LOOSE)]
    assert bundles(few, frozenset()) == ()
    (found,) = bundles([*few, ribbon(9)], frozenset())
    assert (found.side, found.upwards, len(found.ribbons)) == (Side.LEFT, False, MOST_LOOSE + 1)


def test_each_way_is_a_bundle_of_its_own_at_its_own_edge() -> None:
    both = [ribbon(number, upwards=number % 2 == 0) for number in range(12)]
    down, up = bundles(both, frozenset())
    assert (down.upwards, up.upwards) == (False, True)
    assert up.place(110, HEIGHT).top() < 20
    assert down.place(110, HEIGHT).bottom() > HEIGHT - 20


def test_the_current_match_rejected_ones_and_whole_ribbons_are_in_none() -> None:
    all_of_them = [ribbon(number) for number in range(6)]
    all_of_them += [ribbon(6, whole=True), ribbon(7, state=MatchState.REJECTED)]
    (found,) = bundles(all_of_them, frozenset({MatchId(0)}))
    assert {each.link.match for each in found.ribbons} == {1, 2, 3, 4, 5}


def test_the_number_of_a_bundle_is_told_and_leads_to_its_surest_match(
    qtbot: QtBot, make_session: object
) -> None:
    assert callable(make_session)
    lines = [f"Statement number {number} is about thing {number}." for number in range(60)]
    # The statements at the top of the one stand at the end of the other.
    confidences = [0.3 + 0.01 * number for number in range(60)]
    session = make_session(lines, lines, confidences)
    assert isinstance(session, Session)
    view = PanesView(session, light())
    qtbot.addWidget(view)
    view.resize(800, 320)
    view.show()
    qtbot.waitExposed(view)
    band = view.findChild(LinkBand)
    assert band is not None
    session.set_current(None)
    view.set_linked_scrolling(False)
    view.views()[1].verticalScrollBar().setValue(view.views()[1].verticalScrollBar().maximum())
    band.grab()
    assert band._bundles
    bundle = band._bundles[0]
    point = QPointF(bundle.place(band.width(), band.height()).center())
    surest = max(bundle.ribbons, key=lambda each: each.link.confidence).link.match
    assert band.match_at(point) == surest
    assert band._told_at(point).startswith(f"{len(bundle.ribbons)} match(es) lead to statements further")
