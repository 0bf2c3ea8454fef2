"""A large case, which a worker reads and puts together: it must be shown as one that is opened at once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from tests.campaign.monkey import compare
from tests.campaign.shown import differing, say
from tests.gui.driving import case_of
from tests.gui.heavy_case import heavy_case

from reconciler.case import Case
from reconciler.case.claim_facts import ClaimFacts
from reconciler.case.claim_table import ClaimTable, claim_table
from reconciler.gui.claims import following
from reconciler.gui.main_window import MainWindow
from reconciler.gui.review.arrangement import Filter, Order
from reconciler.gui.review.narrowing import Trait
from reconciler.gui.view_state import ViewState
from reconciler.gui.views import View
from reconciler.model import MatchId, Verdict

Open = Callable[[list[Path]], MainWindow]


@pytest.fixture
def heavy(tmp_path: Path) -> Path:
    """A case whose file is so large that a worker reads it; it was left among its surest matches."""
    path = heavy_case(tmp_path / "heavy.reconciler")
    with Case.open(path) as case:
        case.save_view_state(ViewState(order=Order.MOST_CERTAIN.value, filter=Filter.ALL.value).to_json())
    return path


def copied(path: Path) -> Path:
    """Return a copy of a case, as where the analyst was is kept in it."""
    return Path(shutil.copy(path, path.with_name("again.reconciler")))


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: window.session.case is not None, timeout=30_000)
    qtbot.waitUntil(
        lambda: (
            not window.background.jobs and not window.learning.is_due and window.session.differing.is_complete
        ),
        timeout=30_000,
    )


def shown(window: MainWindow) -> list[object]:
    """Return what is seen of a case: the queue under each filter and in each order, counts, articles."""
    queue, seen = window.queue, list[object]()
    seen += [queue.visible_matches(), queue.undecided_matches(), window.session.current]
    seen += [window.status.counts_text(), picture(window)]
    for order in Order:
        queue.filters.set_order(order)
        for which in Filter:
            queue.filters.set_filter(which)
            seen.append((order, which, queue.visible_matches(), queue.filters.words()))
    queue.filters.set_filter(Filter.ALL)
    queue.filters.set_order(Order.DOCUMENT)
    for word in ("dyke", "twice"):
        queue.filters.set_text(word)
        seen.append((word, queue.visible_matches()))
    queue.filters.set_text("")
    for trait in Trait:
        queue.filters.set_facets(frozenset((trait,)))
        seen.append((trait, queue.visible_matches()))
    queue.filters.set_facets(frozenset())
    return [*seen, states(window)]


def states(window: MainWindow) -> list[object]:
    """Return in which states the statements are shown."""
    shown = zip(window.panes.views(), window.panes.shown_sources(), strict=False)
    return [
        [(view.state(place), view.text_at(place)) for place in range(len(case_of(window).statements(source)))]
        for view, source in shown
    ]


def picture(window: MainWindow) -> QImage:
    """Return how the articles and the ribbons between them are painted."""
    return window.panes.grab().toImage()


@pytest.mark.parametrize("blind", [False, True])
def test_a_large_case_is_shown_as_one_that_is_opened_at_once(
    open_window: Open, heavy: Path, qtbot: QtBot, *, blind: bool
) -> None:
    window = open_window([])
    window.session.set_blind(blind)
    assert window.opening.open_case(copied(heavy), at_once=True)
    settle(window, qtbot)
    wanted = shown(window)
    window.close_case()
    assert window.opening.open_case(heavy)
    assert window.session.case is None, "the worker was to read it"
    settle(window, qtbot)
    assert shown(window) == wanted


def test_blind_mode_begun_while_a_large_case_arrives_hides_how_likely_its_matches_are(
    open_window: Open, heavy: Path, qtbot: QtBot
) -> None:
    again = copied(heavy)
    window = open_window([])
    assert window.opening.open_case(heavy)
    window.session.set_blind(True)
    assert window.session.case is None
    settle(window, qtbot)
    hidden = picture(window)
    window.close_case()
    assert window.opening.open_case(again, at_once=True)
    settle(window, qtbot)
    assert picture(window) == hidden


def test_what_is_decided_as_soon_as_a_large_case_is_there_is_kept_and_shown(
    open_window: Open, heavy: Path, qtbot: QtBot
) -> None:
    window = open_window([])
    decided: list[MatchId] = []

    def decide() -> None:
        match = window.session.current
        assert match is not None
        window.actions_by_id["confirm"].trigger()
        decided.append(match)

    window.opening.case_shown.connect(decide)
    assert window.opening.open_case(heavy)
    settle(window, qtbot)
    (match,) = decided
    state = window.session.standing(match).verdict
    assert state is Verdict.CONFIRMED
    case, filters = case_of(window), window.queue.filters
    filters.set_order(Order.DOCUMENT)
    for which in (Filter.TO_REVIEW, Filter.CONFIRMED, Filter.REJECTED, Filter.UNSURE):
        filters.set_filter(which)
        verdicts = {case.standing(one).verdict for one in window.queue.visible_matches()}
        assert verdicts == set(which.verdicts)
        wanted = [one for one in case.matches if case.standing(one).verdict in which.verdicts]
        assert list(window.queue.visible_matches()) == wanted
    counted = len([one for one in case.matches if case.standing(one).verdict is Verdict.CONFIRMED])
    assert f"{counted} confirmed" in window.status.counts_text()
    window.close_case()
    with Case.open(heavy) as kept:
        assert kept.standing(match).verdict is Verdict.CONFIRMED


def test_the_claims_are_those_of_the_case_when_decisions_fall_while_it_is_gone_through(
    open_window: Open, heavy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window([])
    assert window.opening.open_case(heavy, at_once=True)
    settle(window, qtbot)
    monkeypatch.setattr(following, "AT_ONCE", 10)
    monkeypatch.setattr(following, "SLICE_S", 0.0)  # a match at a time
    window.views.show(View.CLAIMS)
    first, *_rest, last = (match for match in case_of(window).matches)
    verdicts = {match: window.session.standing(match).verdict for match in (first, last)}
    gathered = window.views.following
    for match in (first, last):
        assert gathered.table is None, "the matches were still to be looked at"
        window.session.set_current(match)
        turned = Verdict.REJECTED if verdicts[match] is Verdict.CONFIRMED else Verdict.CONFIRMED
        assert window.session.decide(turned)
    qtbot.waitUntil(lambda: gathered.is_ready and not window.background.jobs)
    assert gathered.table is not None
    assert in_short(gathered.table) == in_short(claim_table(ClaimFacts.of(case_of(window))))
    # A match that comes by hand makes all of it anew.
    one, other = (case_of(window).statements(source.id)[11].id for source in case_of(window).sources[:2])
    assert window.session.link_statements(((one,), (other,)))
    qtbot.waitUntil(lambda: gathered.is_ready and not window.background.jobs)
    assert in_short(gathered.table) == in_short(claim_table(ClaimFacts.of(case_of(window))))


def in_short(table: ClaimTable) -> list[object]:
    """Return what a table says of each claim."""
    return [(record.claim.statements, record.cells, record.findings) for record in table.claims]


def test_matches_that_come_and_go_one_by_one_leave_all_views_as_a_fresh_reading_has_them(
    open_window: Open, heavy: Path, qtbot: QtBot
) -> None:
    window = open_window([])
    session = window.session

    def link(one: int, *others: int) -> None:
        left, right, _third = (case_of(window).statements(source.id) for source in case_of(window).sources)
        assert session.link_statements(((left[one].id,), tuple(right[other].id for other in others)))

    stages: list[list[Callable[[], object]]] = [
        [lambda: link(11, 3), lambda: link(2, 30), lambda: link(5, 1, 2)],
        [session.undo, session.undo, session.redo],
        [lambda: link(20, 0), session.clear, session.undo],
    ]
    for acts in stages:
        assert window.opening.open_case(heavy, at_once=True)
        settle(window, qtbot)
        window.queue.filters.set_filter(Filter.ALL)
        window.queue.filters.set_order(Order.DOCUMENT)
        before = case_of(window).matches
        for act in acts:
            act()
        settle(window, qtbot)
        assert list(case_of(window).matches) != list(before)
        stood, ours = states(window), say(window)
        assert compare(window) == []
        window.close_case()
        assert window.opening.open_case(heavy, at_once=True)
        settle(window, qtbot)
        assert states(window) == stood
        assert differing(ours, say(window)) == []
        window.close_case()
