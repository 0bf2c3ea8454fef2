"""What differs is shown in words: in the inspector, the queue, on the ribbons and in the articles."""

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from tests.gui.driving import caught_up

from reconciler.gui.inspector import InspectorPanel
from reconciler.gui.inspector.compared import Compared, SideWords, date_value_words
from reconciler.gui.inspector.difference_row import DifferenceRow
from reconciler.gui.inspector.differences_view import DifferencesView, FoldLine
from reconciler.gui.inspector.statement_text import StatementText
from reconciler.gui.inspector.verdict_button import VerdictButton
from reconciler.gui.legend import Legend
from reconciler.gui.panes.panes_view import PanesView
from reconciler.gui.review import QueuePanel
from reconciler.gui.review.arrangement import Filter
from reconciler.gui.review.kind_filter import ALL_KINDS, KindFilter
from reconciler.gui.review.queue_list import QueueList
from reconciler.gui.session import Session
from reconciler.gui.theme import dark, light
from reconciler.model import Difference, MatchId, Outcome, Relation, SignalKind, Verdict
from reconciler.signals import DateValue, Granularity

FIGURE, ATTRIBUTION = SignalKind.FIGURE, SignalKind.ATTRIBUTION


def matches(session: Session) -> tuple[MatchId, ...]:
    assert session.case is not None
    return tuple(session.case.matches)


@pytest.fixture
def inspector(qtbot: QtBot, differing_session: Session) -> InspectorPanel:
    panel = InspectorPanel(differing_session, light())
    qtbot.addWidget(panel)
    panel.resize(296, 800)
    panel.show()
    return panel


@pytest.fixture
def queue(qtbot: QtBot, differing_session: Session) -> QueuePanel:
    panel = QueuePanel(differing_session, light())
    qtbot.addWidget(panel)
    panel.resize(236, 600)
    panel.show()
    panel.select_first_undecided()
    return panel


@pytest.fixture
def panes(qtbot: QtBot, differing_session: Session) -> PanesView:
    view = PanesView(differing_session, light())
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    return view


def rows(inspector: InspectorPanel) -> list[str]:
    view = caught_up(inspector).findChild(DifferencesView)
    assert view is not None
    return [row.in_words() for row in view.rows()]


def texts(inspector: InspectorPanel) -> tuple[StatementText, StatementText]:
    left, right = caught_up(inspector).findChildren(StatementText, "statement_text")
    return left, right


def suggested(inspector: InspectorPanel) -> list[str]:
    return [one.text() for one in caught_up(inspector).findChildren(VerdictButton) if one.is_suggested]


# Inspector ------------------------------------------------------------------------------------


def test_a_difference_says_kind_cause_outcome_and_both_sides(
    inspector: InspectorPanel, differing_session: Session
) -> None:
    differing_session.set_current(matches(differing_session)[1])
    assert rows(inspector) == ["Figure, contradiction, differs. A: Twelve. B: Fifteen"]
    differing_session.set_current(matches(differing_session)[3])
    assert rows(inspector) == ["Attribution lost, only in B. A: nobody named. B: said the railway"]


def test_what_agrees_is_one_line_that_opens(inspector: InspectorPanel, differing_session: Session) -> None:
    differing_session.set_current(matches(differing_session)[3])
    fold = caught_up(inspector).findChild(FoldLine)
    assert fold is not None
    assert fold.isVisible()
    assert fold.text() == "Agree: name"
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert rows(inspector)[1] == "Name, agrees. A: Trains. B: trains"
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert len(rows(inspector)) == 1


def test_figures_that_agree_only_roughly_say_so_before_the_line_is_opened(qtbot: QtBot) -> None:
    view = DifferencesView(light())
    qtbot.addWidget(view)
    sides = SideWords("A", 0, "nearly 400", ()), SideWords("B", 1, "387", ())
    roughly = Difference(SignalKind.FIGURE, "nearly 400", "387", Outcome.AGREES, "rounding")
    exactly = Difference(SignalKind.FIGURE, "12", "12", Outcome.AGREES, None)
    named = Difference(SignalKind.NAME, "Ada", "Ada", Outcome.AGREES, None)
    view.show_differences([Compared(each, *sides) for each in (exactly, roughly, named)])
    fold = view.findChild(FoldLine)
    assert fold is not None
    assert fold.text() == "Agree: figure (rounding), name"


def test_nothing_is_shown_when_there_is_nothing_to_compare(
    inspector: InspectorPanel, differing_session: Session
) -> None:
    differing_session.set_current(matches(differing_session)[0])
    view, legend = caught_up(inspector).findChild(DifferencesView), caught_up(inspector).findChild(Legend)
    assert view is not None
    assert legend is not None
    assert not view.isVisible()
    assert not legend.isVisible()
    assert suggested(inspector) == []


def test_the_words_that_differ_are_underlined_and_explained(
    inspector: InspectorPanel, differing_session: Session
) -> None:
    differing_session.set_current(matches(differing_session)[3])
    left, right = texts(inspector)
    assert left.underlined_words() == ()
    assert right.underlined_words() == (("said the railway", ATTRIBUTION),)
    legend = caught_up(inspector).findChild(Legend)
    assert legend is not None
    assert legend.isVisible()
    assert legend.accessibleName() == "Marked: attribution, shared words"


def test_a_row_under_the_mouse_shows_its_words_alone(
    inspector: InspectorPanel, differing_session: Session
) -> None:
    differing_session.set_current(matches(differing_session)[1])
    left, right = texts(inspector)
    assert left.marked_words() == ("hurt",)
    row = next(one for one in caught_up(inspector).findChildren(DifferenceRow) if one.isVisible())
    place = QPointF(5, 5)
    QApplication.sendEvent(row, QEnterEvent(place, place, place))
    assert (left.marked_words(), right.marked_words()) == (("Twelve",), ("Fifteen",))
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert left.marked_words() == ("hurt",)
    assert left.underlined_words() == (("Twelve", FIGURE),)


def test_the_underline_is_painted_below_its_words_and_nowhere_else(
    inspector: InspectorPanel, differing_session: Session
) -> None:
    differing_session.set_current(matches(differing_session)[1])
    for theme in (light(), dark()):
        inspector.set_theme(theme)
        left = texts(inspector)[0]
        image = left.grab().toImage()
        ink = theme.signals[FIGURE].name()
        columns = [
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y).name() == ink for y in range(image.height()))
        ]
        word = left.fontMetrics().horizontalAdvance("Twelve")
        assert columns
        assert max(columns) == pytest.approx(word, abs=4)


def test_the_relation_is_hinted_at_and_never_set(
    inspector: InspectorPanel, differing_session: Session
) -> None:
    session = differing_session
    session.set_current(matches(session)[1])
    assert suggested(inspector) == ["Contradicts"]
    assert session.standing(matches(session)[1]).relation is None
    session.set_current(matches(session)[3])
    assert suggested(inspector) == ["Differs"]
    button = next(one for one in caught_up(inspector).findChildren(VerdictButton) if one.is_suggested)
    assert "suggested" in button.accessibleDescription()
    session.relate(Relation.AGREES)
    assert suggested(inspector) == []


def test_no_word_of_a_difference_is_cut_at_any_width(
    qtbot: QtBot, inspector: InspectorPanel, differing_session: Session
) -> None:
    differing_session.set_current(matches(differing_session)[3])
    for width in (232, 296, 420):
        inspector.resize(width, 800)
        qtbot.wait(30)
        row = next(one for one in caught_up(inspector).findChildren(DifferenceRow) if one.isVisible())
        assert row.height() >= row.heightForWidth(row.width())
        pieces, _ = row._pieces(row.width())
        assert "said the railway" in {" ".join(piece.text.lines) for piece in pieces}


@pytest.mark.parametrize(
    ("start", "end", "granularity", "words"),
    [
        ("2023-06-03", "2023-06-03", Granularity.DAY, "3 June 2023"),
        ("2023-06-03", "2023-06-04", Granularity.WEEKEND, "3 June – 4 June 2023"),
        ("2023-05-01", "2023-05-31", Granularity.MONTH, "May 2023"),
        ("2023-01-01", "2023-12-31", Granularity.YEAR, "2023"),
        ("2023-06-01", None, Granularity.RANGE, ""),
    ],
)
def test_what_a_date_stands_for_is_no_more_exact_than_the_date(
    start: str, end: str | None, granularity: Granularity, words: str
) -> None:
    assert date_value_words(DateValue(start, end, granularity)) == words


LONG = "according to the fire service of the Kraftfahrzeughaftpflichtversicherungsgesellschaft"


@pytest.mark.parametrize("width", [150, 180, 232, 296, 400])
@pytest.mark.parametrize(
    "difference",
    [
        Difference(FIGURE, LONG, None, Outcome.DIFFERS, "contradiction"),
        Difference(ATTRIBUTION, LONG, None, Outcome.MISSING, "attribution_lost"),
        Difference(SignalKind.QUOTE, LONG, None, Outcome.MISSING, "quote_marks_lost"),
    ],
    ids=lambda difference: str(difference.cause),
)
def test_no_two_words_of_a_row_lie_on_each_other(qtbot: QtBot, width: int, difference: Difference) -> None:
    row = DifferenceRow(light())
    qtbot.addWidget(row)
    sides = SideWords("A", 0, LONG, ()), SideWords("B", 1, None, ())
    row.show_difference(Compared(difference, *sides))
    pieces, height = row._pieces(width)
    boxes = []
    for piece in pieces:
        metrics = piece.text._metrics
        wide = max(metrics.horizontalAdvance(line) for line in piece.text.lines)
        boxes.append(
            QRectF(piece.at.x(), piece.at.y(), wide, piece.text.height).adjusted(0.5, 0.5, -0.5, -0.5)
        )
    assert all(box.right() <= width and box.bottom() <= height for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


# Queue ----------------------------------------------------------------------------------------


def words_of(queue: QueuePanel, match: MatchId) -> str:
    view = queue.findChild(QueueList)
    assert view is not None
    model = view.model()
    row = queue.visible_matches().index(match)
    return str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole))


def kind_filter(queue: QueuePanel) -> KindFilter:
    found = queue.findChild(KindFilter)
    assert found is not None
    return found


def test_a_row_says_in_what_its_match_differs(queue: QueuePanel, differing_session: Session) -> None:
    every = matches(differing_session)
    assert "differs in figure" in words_of(queue, every[1])
    assert "differs in attribution" in words_of(queue, every[3])
    assert "differs" not in words_of(queue, every[0])


def test_the_kinds_combine_with_the_filter_by_verdict(queue: QueuePanel, differing_session: Session) -> None:
    session, every = differing_session, matches(differing_session)
    queue.filters.set_kinds(ALL_KINDS)
    assert queue.visible_matches() == (every[1], every[3])
    queue.filters.set_kinds(frozenset((ATTRIBUTION,)))
    assert queue.visible_matches() == (every[3],)
    session.set_current(every[3])
    session.decide(Verdict.CONFIRMED)
    assert queue.visible_matches() == ()
    queue.filters.set_filter(Filter.CONFIRMED)
    assert queue.visible_matches() == (every[3],)
    queue.filters.set_kinds(frozenset())
    assert queue.visible_matches() == (every[3],)


def test_the_menu_counts_each_kind_under_the_filter_by_verdict(
    queue: QueuePanel, differing_session: Session
) -> None:
    menu = kind_filter(queue).menu_of_kinds()

    def shown() -> list[str]:
        menu.aboutToShow.emit()
        return [" ".join(action.text().split()) for action in menu.actions()]

    assert {"Any difference 2", "Figure 1", "Attribution 1", "Date 0"} <= set(shown())
    differing_session.set_current(matches(differing_session)[1])
    differing_session.decide(Verdict.REJECTED)
    assert {"Any difference 1", "Figure 0"} <= set(shown())


def test_a_kind_is_chosen_from_the_menu_and_named_on_the_chip(
    queue: QueuePanel, differing_session: Session
) -> None:
    chip = kind_filter(queue)
    next(one for one in chip.menu_of_kinds().actions() if one.objectName() == "kind_figure").trigger()
    assert queue.filters.kinds == {FIGURE}
    assert queue.visible_matches() == (matches(differing_session)[1],)
    assert chip.isChecked()
    assert "Figure 1 ✕" in [one.text() for one in queue.findChildren(QAbstractButton)]
    assert chip.accessibleName() == "Filter by kind of difference: figure"


def test_when_none_differs_so_a_button_takes_the_filter_away(queue: QueuePanel) -> None:
    queue.filters.set_kinds(frozenset((SignalKind.QUOTE,)))
    assert queue.visible_matches() == ()
    button = next(one for one in queue.findChildren(QAbstractButton) if one.text() == "Clear filter")
    button.click()
    assert len(queue.visible_matches()) == 5


def test_findings_are_gone_to_in_the_order_shown(queue: QueuePanel, differing_session: Session) -> None:
    every = matches(differing_session)
    walked = []
    while queue.next_finding(1):
        walked.append(differing_session.current)
    assert walked == [every[1], every[3]]
    assert queue.next_finding(-1)
    assert differing_session.current == every[1]
    assert not queue.next_finding(-1)
    assert differing_session.current == every[1]


def test_differences_that_come_later_are_shown_when_they_come(
    qtbot: QtBot, queue: QueuePanel, differing_session: Session
) -> None:
    session, case = differing_session, differing_session.case
    assert case is not None
    queue.filters.set_kinds(frozenset((ATTRIBUTION,)))
    assert len(queue.visible_matches()) == 1
    right = case.statements(case.sources[1].id)[3]
    session.proposing.record_signals({right.id: right.signals[:1]})
    qtbot.waitUntil(lambda: session.differing.is_complete)
    assert queue.visible_matches() == ()
    queue.filters.set_kinds(frozenset())
    assert "differs" not in words_of(queue, matches(session)[3])


# Panes ----------------------------------------------------------------------------------------


def test_a_ribbon_says_in_what_its_match_differs(panes: PanesView, differing_session: Session) -> None:
    every = matches(differing_session)
    assert panes.bands()[0].describe(every[1]).endswith("differs in figure")
    assert "differs" not in panes.bands()[0].describe(every[0])


def test_a_dot_stands_at_the_gutter_where_matches_differ(
    qtbot: QtBot, panes: PanesView, differing_session: Session
) -> None:
    session, every = differing_session, matches(differing_session)
    session.set_current(every[0])
    qtbot.wait(50)
    ink = light().differs.name()

    def dotted() -> set[MatchId]:
        image = panes.bands()[0].grab().toImage()
        return {
            ribbon.link.match
            for ribbon in panes.bands()[0]._drawn
            if image.pixelColor(9, round(ribbon.left.middle)).name() == ink
        }

    assert dotted() == {every[1], every[3]}
    session.set_current(every[1])
    session.decide(Verdict.REJECTED)
    session.set_current(every[0])
    assert dotted() == {every[3]}


def test_signals_are_underlined_on_demand_with_a_legend(panes: PanesView) -> None:
    left, right = panes.views()
    strip = panes._strip
    assert left.underlined(1) == ()
    assert not strip.isVisible()
    panes.set_signals(frozenset((FIGURE,)))
    assert left.underlined(1) == (("Twelve", FIGURE),)
    assert right.underlined(3) == ()
    assert strip.isVisible()
    assert strip.geometry().bottom() == panes.rect().bottom()
    ink = light().signals[FIGURE].name()
    image = left.viewport().grab().toImage()
    found = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name() == ink
    ]
    assert found
    card = left.card(1)
    assert all(card.top() <= y <= card.bottom() for _, y in found)
    panes.set_signals(frozenset())
    assert not strip.isVisible()
    assert left.underlined(1) == ()
