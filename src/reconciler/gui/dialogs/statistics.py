"""How the review goes, in figures that can be printed: progress, pace, calibration, agreement."""

from collections.abc import Generator, Sequence
from html import escape
from time import perf_counter

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reconciler.case.statistics import Pace, Progress, Statistics, measuring
from reconciler.gui import evidence_words, messages
from reconciler.gui.dialogs.parts import print_or_close, take_size, text_label
from reconciler.gui.dialogs.reliability_plot import SIZE, ReliabilityPlot
from reconciler.gui.printing import ask_and_print
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme, light
from reconciler.model import Change

SLICE_S = 0.006
RENEW_MS = 300
PAGE_WIDTH = 640
Row = tuple[str, ...]

_STATES = (MatchState.CONFIRMED, MatchState.UNSURE, MatchState.REJECTED, MatchState.PROPOSED)


class StatisticsDialog(QDialog):
    """The session's case in figures; stays open and follows what is decided."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: Generator[None, None, Statistics] | None = None
        self.statistics: Statistics | None = None
        self.setObjectName("statistics")
        self.setWindowTitle(self.tr("Statistics"))
        self._bar = ProgressStrip(theme, self)
        self._progress = text_label("", self, selectable=True)
        self._pace = text_label("", self, selectable=True)
        self._plot = ReliabilityPlot(theme, self)
        self._plot_words = text_label("", self, selectable=True)
        self._bands = FigureTable(self)
        self._agreements = FigureTable(self)
        self._agreement_words = text_label("", self, role="quiet")
        self._build()
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._measure_slice)
        self._later = QTimer(self, interval=RENEW_MS, singleShot=True)
        self._later.timeout.connect(self._begin)
        session.changed.connect(self._follow)
        session.opened.connect(self.reject)
        session.blind_changed.connect(self._take_blindness)
        take_size(self, PAGE_WIDTH + 60, 720)
        self._begin()

    def _follow(self, _change: Change) -> None:
        self._later.start()

    # Measuring ------------------------------------------------------------------------------

    def _begin(self) -> None:
        case = self._session.case
        if case is None:
            return
        self._steps = measuring(case)
        self._slices.start()

    def _measure_slice(self) -> None:
        if self._steps is None or self._session.case is None:
            self._slices.stop()
            return
        until = perf_counter() + SLICE_S
        try:
            while perf_counter() < until:
                next(self._steps)
        except StopIteration as end:
            self._slices.stop()
            self._steps = None
            self._show(end.value)

    def _show(self, found: Statistics) -> None:
        self.statistics = found
        self._bar.show_progress(found.progress)
        self._progress.setText(self._progress_words(found.progress))
        self._pace.setText(self._pace_words(found))
        bands = () if self._session.blind else found.bands
        self._plot.setVisible(bool(bands))
        self._plot.show_bands(bands)
        self._plot_words.setText(self._calibration_words(found))
        self._bands.show_rows(self._band_rows(found))
        self._agreements.show_rows(self._agreement_rows(found))
        self._agreement_words.setText(
            self.tr("A match in which one signal of a kind differs counts as differing in that kind.")
            if found.agreements
            else self.tr("Nothing was compared yet: confirm a match first.")
        )

    def _take_blindness(self) -> None:
        if self.statistics is not None:
            self._show(self.statistics)

    # Words ------------------------------------------------------------------------------------

    def _progress_words(self, progress: Progress) -> str:
        if not progress.total:
            return self.tr("There is no match yet.")
        share = messages.percent(progress.decided / progress.total)
        decided = self.tr("{share} of %n match(es) decided.", None, progress.total).format(share=share)
        said = messages.listed(
            words
            for words, count in (
                (self.tr("%n confirmed", None, progress.confirmed), progress.confirmed),
                (self.tr("%n unsure", None, progress.unsure), progress.unsure),
                (self.tr("%n rejected", None, progress.rejected), progress.rejected),
                (self.tr("%n proposed", None, progress.proposed), progress.proposed),
            )
            if count
        )
        return f"{decided} {said}."

    def _pace_words(self, found: Statistics) -> str:
        pace, left = found.pace, found.progress.proposed
        if not pace.verdicts:
            return self.tr("No verdict was given yet.")
        words = [self.tr("%n verdict(s) given, changed ones included,", None, pace.verdicts)]
        words.append(self.tr("in %n sitting(s).", None, pace.sittings))
        if pace.seconds is not None:
            words.append(self._tempo_words(pace, left))
        return " ".join(words)

    def _tempo_words(self, pace: Pace, left: int) -> str:
        seconds = pace.seconds or 0.0
        words = self.tr("All sittings together: {worked}; from one act to the next {seconds} in the middle.")
        said = words.format(worked=self._duration(pace.worked), seconds=self._duration(seconds))
        if not left:
            return said
        rest = self.tr("At that pace the %n undecided would take {time}.", None, left)
        return f"{said} {rest.format(time=self._duration(seconds * left))}"

    def _duration(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("%n second(s)", None, max(1, round(seconds)))
        if seconds < 180 * 60:
            return self.tr("%n minute(s)", None, round(seconds / 60))
        return self.tr("%n hour(s)", None, round(seconds / 3600))

    def _calibration_words(self, found: Statistics) -> str:
        if self._session.blind:
            return self.tr("Not shown while confidence is hidden.")
        elsewhere = ""
        if found.not_given_here:
            elsewhere = self.tr("Verdicts that were brought in or carried over are not counted here.")
        if found.gap is None:
            return elsewhere or self.tr("No proposal was confirmed or rejected yet.")
        words = [
            self.tr(
                "%n proposal(s) confirmed or rejected. A dot on the line means that of what was called 80 % "
                "likely, eight in ten were confirmed; the bars show how far chance alone may go.",
                None,
                found.judged,
            ),
            self.tr("On average the two lie {points} apart.").format(points=messages.percent(found.gap)),
        ]
        if found.judged < 20:
            words.append(self.tr("With fewer than twenty, this says little."))
        if elsewhere:
            words.append(elsewhere)
        return " ".join(words)

    def _band_rows(self, found: Statistics) -> tuple[Row, ...]:
        if not found.bands or self._session.blind:
            return ()
        head = (self.tr("Confidence"), self.tr("Decided"), self.tr("Confirmed"), self.tr("Share"))
        rows = (
            (
                f"{messages.number(round(band.low * 100))}–{messages.percent(band.high)}",
                messages.number(band.decided),
                messages.number(band.confirmed),
                messages.percent(band.share),
            )
            for band in reversed(found.bands)
        )
        return head, *rows

    def _agreement_rows(self, found: Statistics) -> tuple[Row, ...]:
        if not found.agreements:
            return ()
        head = (self.tr("Kind"), self.tr("Agrees"), self.tr("Differs"), self.tr("One side only"))
        rows = (
            (
                evidence_words.kind_title(row.kind),
                messages.number(row.agrees),
                messages.number(row.differs),
                messages.number(row.missing),
            )
            for row in found.agreements
        )
        return head, *rows

    # Printing ---------------------------------------------------------------------------------

    def document(self) -> QTextDocument:
        """Return the figures as a document to print, in the colours of paper."""
        found, case = self.statistics, self._session.case
        document = QTextDocument()
        if found is None or case is None:
            return document
        document.addResource(
            QTextDocument.ResourceType.ImageResource, QUrl("plot"), self._plot.image(light())
        )
        picture = f'<p><img src="plot" width="{SIZE.width()}" height="{SIZE.height()}"></p>'
        title = self.tr("Statistics of {case}").format(case=case.name)
        parts = [
            f"<h2>{escape(title)}</h2>",
            _section(self._heading_progress(), self._progress.text()),
            _section(self._heading_pace(), self._pace.text()),
            _section(self._heading_calibration(), self._plot_words.text()),
            picture if found.judged and not self._session.blind else "",
            _table(self._band_rows(found)),
            _section(self._heading_agreement(), self._agreement_words.text()),
            _table(self._agreement_rows(found)),
        ]
        document.setHtml("".join(parts))
        return document

    def _print(self) -> None:
        ask_and_print(self, self.document)

    # Building ---------------------------------------------------------------------------------

    def _heading_progress(self) -> str:
        return self.tr("Progress")

    def _heading_pace(self) -> str:
        return self.tr("Pace")

    def _heading_calibration(self) -> str:
        return self.tr("How proposals of each confidence were decided")

    def _heading_agreement(self) -> str:
        return self.tr("What agrees in the confirmed matches")

    def _build(self) -> None:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(text_label(self._heading_progress(), page, role="heading"))
        layout.addWidget(self._bar)
        layout.addWidget(self._progress)
        layout.addSpacing(16)
        layout.addWidget(text_label(self._heading_pace(), page, role="heading"))
        layout.addWidget(self._pace)
        layout.addSpacing(16)
        layout.addWidget(text_label(self._heading_calibration(), page, role="heading"))
        layout.addWidget(self._plot_words)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self._plot, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._bands, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(across)
        layout.addSpacing(16)
        layout.addWidget(text_label(self._heading_agreement(), page, role="heading"))
        layout.addWidget(self._agreements)
        layout.addWidget(self._agreement_words)
        layout.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Statistics"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(print_or_close(self, self.tr("Print…"), self._print))


class ProgressStrip(QWidget):
    """A bar of all matches: those decided in the colours of their verdicts, the rest empty."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._progress = theme, Progress()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of a bar as high as a line of text."""
        return QSize(200, 16)

    def show_progress(self, progress: Progress) -> None:
        """Show other counts."""
        self._progress = progress
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts one beside the other, with a gap that tells them apart without colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.line)
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        total, at = max(self._progress.total, 1), 0.0
        for state in _STATES[:-1]:
            count = int(getattr(self._progress, state.value))
            width = self.width() * count / total
            if count:
                painter.setBrush(self._theme.state(state).ink)
                painter.drawRoundedRect(QRectF(at, 0, max(width - 1.5, 1), self.height()), 3, 3)
            at += width
        painter.end()


class FigureTable(QWidget):
    """A few rows of figures under a head; the first column is words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self.setMaximumWidth(440)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, the head first; none hides the table."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for line, row in enumerate(rows):
            for place, words in enumerate(row):
                cell = QLabel(words, self)
                cell.setTextFormat(Qt.TextFormat.PlainText)
                if line == 0:
                    cell.setProperty("role", "quiet")
                side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
                self._grid.addWidget(cell, line, place, side)
        for place in range(len(rows[0]) if rows else 0):
            self._grid.setColumnStretch(place, int(place == 0))
        self.setVisible(bool(rows))


def _section(title: str, words: str) -> str:
    return f"<h3>{escape(title)}</h3><p>{escape(words)}</p>"


def _table(rows: Sequence[Row]) -> str:
    lines = (
        "<tr>"
        + "".join(
            f'<td align="{"right" if place else "left"}">{escape(words)}</td>'
            for place, words in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    return f'<table cellspacing="6">{"".join(lines)}</table>'
