"""What corresponds to a statement in sources that are not shown beside it: a quiet note at the statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from reconciler.gui import messages
from reconciler.gui.panes.links import STRENGTH
from reconciler.gui.panes.shown_links import ShownLinks
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import MatchId, StatementId

PAD, GAP, BOX = 5.0, 3.0, 13.0
MOST = 6
"""So many letters are shown at a statement; the rest is told in words."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A counterpart in a source that does not stand beside: its letter, the strongest match and its state."""

    letter: str
    state: MatchState
    match: MatchId


Note = tuple[Elsewhere, ...]


def note_of(session: Session, links: ShownLinks, statement: StatementId) -> Note:
    """Return the counterparts of a statement that no ribbon leads to, one for a source, by letter."""
    case = session.case
    found: dict[str, Elsewhere] = {}
    for number in case.matches_of(statement) if case is not None else ():
        assert case is not None  # noqa: S101
        state = session.state(number)
        tie = links.get(number)
        if state is MatchState.REJECTED or (tie is not None and tie.is_near):
            continue
        match = case.matches[number]
        other = match.right if match.left == statement else match.left
        letter = case.source(case.statement(other).source).letter
        if letter not in found or STRENGTH.index(state) > STRENGTH.index(found[letter].state):
            found[letter] = Elsewhere(letter, state, number)
    return tuple(found[letter] for letter in sorted(found, key=lambda each: (len(each), each)))


def note_words(note: Note) -> str:
    """Return a note as a sentence says it; what is not confirmed is only perhaps there."""
    sure = [each.letter for each in note if each.state is MatchState.CONFIRMED]
    open_ = [each.letter for each in note if each.state is not MatchState.CONFIRMED]
    told = []
    if sure:
        text = QCoreApplication.translate("elsewhere", "also in {letters}")
        told.append(text.format(letters=messages.listed(sure)))
    if open_:
        text = QCoreApplication.translate("elsewhere", "perhaps in {letters}")
        told.append(text.format(letters=messages.listed(open_)))
    return ", ".join(told)


def note_font() -> QFont:
    """Return the face of the notes."""
    font = QApplication.font()
    font.setPointSizeF(7.5)
    return font


def boxes(note: Note, right: float, bottom: float) -> Sequence[tuple[Elsewhere, QRectF]]:
    """Return where the letters stand, side by side on the lower edge of a card, ending at `right`."""
    shown = note[:MOST]
    left = right - len(shown) * (BOX + GAP) + GAP
    return [
        (each, QRectF(left + number * (BOX + GAP), bottom - BOX / 2 - 1, BOX, BOX))
        for number, each in enumerate(shown)
    ]


def width_of(note: Note) -> float:
    """Return how much room a note takes on the edge of a card."""
    return min(len(note), MOST) * (BOX + GAP) - GAP + _word_width() + 2 * PAD


def _word() -> str:
    return QCoreApplication.translate("elsewhere", "also")


def _word_width() -> float:
    return QFontMetricsF(note_font()).horizontalAdvance(_word()) + GAP


def paint_note(painter: QPainter, note: Note, right: float, bottom: float, theme: Theme) -> None:
    """Paint a note: a letter for each source, framed as the state of its match is drawn everywhere."""
    placed = boxes(note, right, bottom)
    painter.setFont(note_font())
    frame = placed[0][1].united(placed[-1][1]).adjusted(-_word_width() - PAD, -1, PAD, 1)
    painter.setPen(QPen(theme.line, 1))
    painter.setBrush(theme.page)
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
    painter.setPen(theme.quiet)
    words = frame.adjusted(PAD + 1, 0, 0, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), _word())
    for each, box in placed:
        ink = theme.state(each.state).ink
        painter.setPen(ink)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), each.letter)
        pen = QPen(ink, 1.4)
        if each.state is MatchState.PROPOSED:
            pen.setDashPattern([2.2, 1.6])
        elif each.state is MatchState.UNSURE:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 2.0])
        painter.setPen(pen)
        under = box.adjusted(1, 0, -1, -1)
        painter.drawLine(under.bottomLeft(), under.bottomRight())
