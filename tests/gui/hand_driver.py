"""How tests do things by hand: three articles on one storm, selected in, clicked on, asked about."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.gui.dialogs.silence import SilenceDialog
from reconciler.gui.main_window import MainWindow
from reconciler.model import (
    Article,
    Proposal,
    Reason,
    Segment,
    SourceDraft,
    Statement,
    StatementId,
    StatementKind,
    Verdict,
)

TEXTS = (
    ("The harbour of Varna closed on Monday.", "Two ferries were damaged by the storm.",
     "Nobody was hurt in the town.", "The mayor asked for help.", "Schools stay shut until Friday."),
    ("A storm damaged two ferries in Varna.", "The harbour closed on Monday morning.",
     "Fishermen lost their nets in the bay.", "The mayor asked the army for help.",
     "Trains run as usual in the region."),
    ("Varna: harbour closed after the storm.", "Two ferries damaged, no one hurt.",
     "Army units arrive to help the town.", "The stock exchange rose a little."),
)  # fmt: skip
PAIRS = ((0, 0, 1, 1, 0.91), (0, 1, 1, 0, 0.84), (0, 3, 1, 3, 0.72), (0, 0, 2, 0, 0.66), (0, 4, 1, 4, 0.31))
"""Source, statement, source, statement, confidence."""
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def draft(name: str, sentences: Sequence[str]) -> SourceDraft:
    """Return an article of paragraphs."""
    text, segments = "", []
    for line in sentences:
        segments.append(Segment(len(text), len(text) + len(line), StatementKind.SENTENCE))
        text += line + "\n\n"
    digest = name.encode().hex().ljust(64, "0")
    return SourceDraft(Article(name, text, digest, title=name, outlet=name), "en", tuple(segments))


def _at(case: Case, source: int, place: int) -> StatementId:
    return case.statements(case.sources[source].id)[place].id


def make_case(path: Path, sources: int = 3) -> None:
    """Make a case of so many articles on one storm, with what is proposed of them."""
    case = Case.create(path)
    names = ("Harbour News", "The Tide", "Black Sea Post")[:sources]
    case.add_sources([draft(name, texts) for name, texts in zip(names, TEXTS, strict=False)], "2024-05-06")
    ids = [source.id for source in case.sources]
    alignments = [
        PairAlignment(
            ids[one],
            ids[other],
            tuple(
                Proposal(_at(case, one, i), _at(case, other, j), share, (Reason("words", share),))
                for a, i, b, j, share in PAIRS
                if (a, b) == (one, other)
            ),
        )
        for one, other in combinations(range(sources), 2)
    ]
    case.record_run("test", "{}", alignments)
    case.close()


def statement(window: MainWindow, source: int, place: int) -> Statement:
    """Return a statement of a source."""
    case = window.session.case
    assert case is not None
    return case.statements(case.sources[source].id)[place]


def click(window: MainWindow, side: int, place: int, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Click on a statement of a pane."""
    view = window.panes.views()[side]
    card = view.card(place)
    at = QPoint(round(card.center().x()), round(card.center().y()))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, at)


def at(window: MainWindow, side: int, place: int) -> None:
    """Put the keys on a statement."""
    window.panes.focus_pane(side)
    window.panes.views()[side].set_focus_place(place)


def key(window: MainWindow, which: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(window.focusWidget(), which, keys)


def chosen(window: MainWindow) -> list[tuple[int, int]]:
    """Return what is selected as source and place, in order."""
    case = window.session.case
    assert case is not None
    order = [source.id for source in case.sources]
    found = [case.statement(one) for one in window.session.selected]
    return sorted((order.index(one.source), one.ordinal - 1) for one in found)


def linked(window: MainWindow) -> set[tuple[str, str]]:
    """Return the names of the statements that are confirmed to match."""
    case = window.session.case
    assert case is not None

    def name(end: StatementId) -> str:
        assert case is not None
        return f"{case.source(case.statement(end).source).letter}{case.statement(end).ordinal}"

    return {
        (name(match.left), name(match.right))
        for number, match in case.matches.items()
        if case.standing(number).verdict is Verdict.CONFIRMED
    }


def said(window: MainWindow) -> list[str]:
    """Return what the status bar says."""
    return [label.text() for label in window.status.findChildren(QLabel)]


def ask(window: MainWindow) -> SilenceDialog:
    """Return the dialog that asks what corresponds."""
    (dialog,) = (each for each in window.findChildren(SilenceDialog) if each.isVisible())
    return dialog
