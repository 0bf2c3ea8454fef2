"""The status bar: what is decided, what is under way, whether all is saved."""

from collections import Counter

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reconciler.gui.background import Background, Job
from reconciler.gui.keymap import key_name, with_key
from reconciler.gui.messages import percent
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import Change, MatchId

BAR_WIDTH = 160
LONGEST_NAME = 24


class Gauge(QWidget):
    """A bar filled by a share; QProgressBar would repaint the window at once, each time it is set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._full, self._empty = QColor(), QColor()
        self.setFixedSize(BAR_WIDTH, 6)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._full, self._empty = theme.confirmed.ink, theme.line
        self.update()

    def show_share(self, share: float) -> None:
        """Fill the bar by a share from 0 to 1."""
        self._share = share
        self.setAccessibleDescription(percent(share))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._empty)
        painter.drawRoundedRect(self.rect(), 3, 3)
        painter.setBrush(self._full)
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, self.height()), 3, 3)
        painter.end()


class StatusBar(QWidget):
    """Counts and a gauge at the left, work under way in the middle, analyst and saved state at the right.

    `analyst_asked` and `sight_asked` tell that the analyst's name, or the word on blind mode, was pressed.
    """

    analyst_asked = Signal()
    sight_asked = Signal()

    def __init__(self, session: Session, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self._moves = True
        self._counts = QLabel()
        self._gauge = Gauge()
        self._gauge.setAccessibleName(self.tr("Share of matches that are decided"))
        self._work = QLabel()
        self._work.setProperty("role", "quiet")
        self._share = QProgressBar()
        self._share.setTextVisible(False)
        self._share.setFixedSize(90, 6)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setProperty("role", "quiet")
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel.clicked.connect(background.cancel_all)
        self._said = QLabel()
        self._said.setProperty("role", "quiet")
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._said.clear)
        self._saved = QLabel()
        self._states: dict[MatchId, MatchState] = {}
        self._tally: Counter[MatchState] = Counter()
        self._analyst = _quiet_button(self)
        self._analyst.clicked.connect(self.analyst_asked)
        self._blind = _quiet_button(self)
        self._blind.setText(self.tr("Confidence hidden"))
        self._blind.clicked.connect(self.sight_asked)
        self._lay_out()
        session.opened.connect(self.renew)
        session.changed.connect(self._on_changed)
        session.unsaved_changed.connect(self._renew_saved)
        session.file.gone_changed.connect(self._renew_saved)
        session.analyst_changed.connect(self._renew_analyst)
        session.blind_changed.connect(self._renew_analyst)
        # Work begins in the middle of telling the views of a change, and a progress bar paints at once, with
        # it all else in the window that is to be painted: also what has not heard of the change yet.
        background.busy_changed.connect(self._renew_work, Qt.ConnectionType.QueuedConnection)
        background.progressed.connect(self._show_share)
        self.renew()
        self._renew_work()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(12)
        layout.addWidget(self._counts)
        layout.addWidget(self._gauge)
        layout.addStretch(1)
        layout.addWidget(self._said)
        layout.addWidget(self._work)
        layout.addWidget(self._share)
        layout.addWidget(self._cancel)
        layout.addSpacing(12)
        layout.addWidget(self._blind)
        layout.addWidget(self._analyst)
        layout.addWidget(self._saved)
        self.setMinimumHeight(30)

    def _on_changed(self, change: Change) -> None:
        if change.entry is not None:
            self._said.clear()  # it was said of an act before this one
        case = self._session.case
        if change.sources or case is None:
            self._count_anew()
        else:
            # Counting them all with each verdict is felt in a case of thousands of matches.
            live = case.matches
            now = self._session.states([match for match in change.matches if match in live])
            for match in change.matches:
                before, after = self._states.pop(match, None), now.get(match)
                if before is not None:
                    self._tally[before] -= 1
                if after is not None:
                    self._states[match] = after
                    self._tally[after] += 1
        self._renew_counts()
        self._renew_saved()

    def renew(self) -> None:
        """Read everything anew."""
        self._count_anew()
        self._renew_counts()
        self._renew_saved()
        self._renew_analyst()

    def _renew_analyst(self) -> None:
        name = self._session.analyst
        shown = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
        self._analyst.setText(shown.replace("&", "&&") or self.tr("No name"))
        self._analyst.setAccessibleName(self.tr("Analyst: {name}").format(name=name or self.tr("No name")))
        self.renew_keys()
        self._blind.setVisible(self._session.blind)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._gauge.set_theme(theme)

    def set_moving(self, on: bool) -> None:
        """Let the bar of work whose end is unknown move, or stand empty."""
        self._moves = on
        self._renew_work()

    def renew_keys(self) -> None:
        """Name the keys that actions have now."""
        kept = self.tr("The name that decisions are kept under; press to change it")
        self._analyst.setToolTip(with_key(kept, key_name(self, "analyst")))
        hidden = self.tr("Blind mode: confidence and reasons are hidden; press to show them")
        self._blind.setToolTip(with_key(hidden, key_name(self, "blind")))

    def say(self, text: str, milliseconds: int) -> None:
        """Say something in passing."""
        self._said.setText(text)
        self._silence.start(milliseconds)

    def said_text(self) -> str:
        """Return what is being said in passing."""
        return self._said.text()

    def analyst_text(self) -> str:
        """Return the analyst's name as it is shown."""
        return self._analyst.text()

    def blind_text(self) -> str:
        """Return what is said of blind mode; nothing while confidence is shown."""
        return "" if self._blind.isHidden() else self._blind.text()

    def counts_text(self) -> str:
        """Return the counts as they are shown."""
        return self._counts.text()

    def saved_text(self) -> str:
        """Return what is said of the saved state."""
        return self._saved.text()

    def _count_anew(self) -> None:
        self._states = self._session.states()
        self._tally = Counter(self._states.values())

    def _renew_counts(self) -> None:
        case = self._session.case
        self._gauge.setVisible(case is not None)
        if case is None:
            self._counts.setText("")
            return
        counts = self._tally
        parts = [
            self.tr("%n confirmed", None, counts[MatchState.CONFIRMED]),
            self.tr("%n rejected", None, counts[MatchState.REJECTED]),
            self.tr("%n unsure", None, counts[MatchState.UNSURE]),
            self.tr("%n to review", None, counts[MatchState.PROPOSED]),
        ]
        self._counts.setText(" · ".join(parts))
        total = len(self._states)
        self._gauge.show_share((total - counts[MatchState.PROPOSED]) / total if total else 0.0)

    def _renew_saved(self) -> None:
        session = self._session
        if session.case is None:
            text, role = "", "quiet"
        elif session.read_only:
            text, role = self.tr("Open for reading only"), "quiet"
        elif session.unsaved_acts:
            text, role = self.tr("%n decision(s) not saved", None, session.unsaved_acts), "alarm"
        elif session.file.is_gone:
            text, role = self.tr("Case file gone"), "alarm"
        else:
            text, role = self.tr("All decisions saved"), "quiet"
        self._saved.setText(text)
        if self._saved.property("role") != role:
            self._saved.setProperty("role", role)
            self._saved.style().unpolish(self._saved)
            self._saved.style().polish(self._saved)

    def _renew_work(self) -> None:
        jobs = self._background.jobs
        for widget in (self._work, self._share, self._cancel):
            widget.setVisible(bool(jobs))
        if jobs:
            self._work.setText(jobs[0].name)
            self._share.setRange(0, 0 if self._moves else 1)

    def _show_share(self, job: Job[object], share: float) -> None:
        if self._background.jobs[:1] == (job,):
            self._share.setRange(0, 100)
            self._share.setValue(round(share * 100))


def _quiet_button(parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setProperty("role", "quiet")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
