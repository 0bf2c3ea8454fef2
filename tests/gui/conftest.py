"""A small case with proposals of the model, for tests of single panels; the language that is spoken."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.claims_driver import settle
from tests.gui.eight_sources import make_case
from tests.gui.hand_driver import make_case as make_storm_case
from tests.in_lines import in_lines

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.gui.claims.claims_view import ClaimsView
from reconciler.gui.main_window import MainWindow
from reconciler.gui.session import Session
from reconciler.gui.speaking import translate
from reconciler.model import (
    Article,
    Proposal,
    Reason,
    Signal,
    SignalKind,
    SourceDraft,
    Span,
    StatementId,
)
from reconciler.signals import AttributionValue, FigureValue, NameType, NameValue, encode

MakeSession = Callable[..., Session]

LEFT = (
    "𝄞 A choir sang as the old bridge reopened.",
    "Twelve people were hurt in the <b>crowd</b>.",
    "The mayor thanked the builders.",
    "Trains run again from Monday.",
    "L’État paie les éclaircissements.",
)
RIGHT = (
    "The bridge reopened, and 𝄞 a choir sang.",
    "Fifteen were hurt.",
    "Builders were thanked.",
    "From Monday trains run, said the railway.",
    "The state pays.",
)
CONFIDENCES = (0.92, 0.55, 0.30, 0.81, 0.50)


def draft(name: str, sentences: Sequence[str], published: str | None = None) -> SourceDraft:
    """Return an article of these sentences, one on each line."""
    text, segments = in_lines(sentences)
    digest = name.encode().hex().ljust(64, "0")
    article = Article(f"{name}.txt", text, digest, title=name.title(), published=published)
    return SourceDraft(article, "en", segments)


def span(text: str, word: str) -> Span:
    """Return where a word stands in a text."""
    return Span(text.index(word), text.index(word) + len(word))


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Let the program speak a language until the test ends."""
    locale = QLocale()
    yield lambda language: translate(qapp, language)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    assert QCoreApplication.translate("FilterChips", "To review") == "To review"


@pytest.fixture
def make_session(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeSession]:
    """Make a session on a case whose n-th statements are proposed to match each other."""
    del qtbot
    opened: list[Session] = []
    numbers = count(1)

    def make(
        lefts: Sequence[str] = LEFT,
        rights: Sequence[str] = RIGHT,
        confidences: Sequence[float] = CONFIDENCES,
        *,
        read_only: bool = False,
    ) -> Session:
        path = tmp_path / f"case{next(numbers)}.reconciler"
        case = Case.create(path, analyst="Ada")
        case.add_sources([draft("morning", lefts), draft("evening", rights, "2024-05-02")])
        if confidences:
            case.record_run("test", "{}", [_alignment(case, confidences)])
        if read_only:
            case.close()
            case = Case.open(path, read_only=True)
        session = Session()
        session.analyst = "Ada"
        session.set_case(case)
        opened.append(session)
        return session

    yield make
    for session in opened:
        session.drop_waiting()
        session.set_case(None)


@pytest.fixture
def session(make_session: MakeSession) -> Session:
    """A session on five proposed matches."""
    return make_session()


def carry_signals(session: Session) -> None:
    """Let the second match differ in a figure, the fourth in an attribution while a name agrees."""
    case = session.case
    assert case is not None
    trains = NameValue("trains", NameType.OTHER)
    carried = (
        (0, 1, SignalKind.FIGURE, "Twelve", FigureValue(12, 12, counted=("people",))),
        (1, 1, SignalKind.FIGURE, "Fifteen", FigureValue(15, 15)),
        (0, 3, SignalKind.NAME, "Trains", trains),
        (1, 3, SignalKind.NAME, "trains", trains),
        (1, 3, SignalKind.ATTRIBUTION, "said the railway", AttributionValue("railway")),
    )
    by_statement: dict[StatementId, list[Signal]] = {}
    for source, place, kind, words, value in carried:
        statement = case.statements(case.sources[source].id)[place]
        start = statement.start + statement.text.index(words)
        signal = Signal(kind, start, start + len(words), words, encode(value))
        by_statement.setdefault(statement.id, []).append(signal)
    session.proposing.record_signals(by_statement)


@pytest.fixture
def differing_session(qtbot: QtBot, session: Session) -> Session:
    """A session on five proposed matches of which two differ, all compared."""
    carry_signals(session)
    qtbot.waitUntil(lambda: session.differing.is_complete)
    return session


@pytest.fixture
def hand(open_window: Callable[[Sequence[Path]], MainWindow], tmp_path: Path) -> MainWindow:
    """A window on three articles, two of them side by side."""
    path = tmp_path / "hand.reconciler"
    make_storm_case(path)
    window = open_window([path])
    window.resize(1280, 800)
    QApplication.processEvents()
    return window


@pytest.fixture
def claims_panes(
    open_window: Callable[[Sequence[Path]], MainWindow], tmp_path: Path, qtbot: QtBot
) -> MainWindow:
    """A window on eight articles, all that says the same confirmed; the panes are shown."""
    path = tmp_path / "eight.reconciler"
    make_case(path)
    window = open_window([path])
    window.resize(1440, 900)
    settle(window, qtbot)
    return window


@pytest.fixture
def claims(claims_panes: MainWindow, qtbot: QtBot) -> ClaimsView:
    """The claims view of the eight articles."""
    claims_panes.actions_by_id["view_claims"].trigger()
    settle(claims_panes, qtbot)
    return claims_panes.views.claims


def _alignment(case: Case, confidences: Sequence[float]) -> PairAlignment:
    left, right = (source.id for source in case.sources)
    pairs = zip(case.statements(left), case.statements(right), confidences, strict=False)
    proposals = tuple(
        Proposal(one.id, other.id, confidence, _reasons(one.text, other.text))
        for one, other, confidence in pairs
    )
    return PairAlignment(left, right, proposals)


def _reasons(left: str, right: str) -> tuple[Reason, ...]:
    shared = [word for word in ("choir", "bridge", "hurt", "Monday") if word in left and word in right]
    words = Reason(
        "words", 0.6, tuple(span(left, word) for word in shared), tuple(span(right, word) for word in shared)
    )
    if "choir" not in shared:
        return (words,)
    return (words, Reason("wording", 0.3, (span(left, "sang"),), (span(right, "sang"),)))
